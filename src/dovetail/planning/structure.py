"""How many sessions a week: fitted to the days before any week is placed.

The number of sessions is a proposal, not a wish. It is tried on the hardest week of the
season and kept for all weeks, so that a runner's week does not change its shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dovetail.domain.athlete import Level
from dovetail.domain.decision import Reason
from dovetail.planning.capacity import Rooms, rooms_of, runs_to_hold
from dovetail.planning.place import Placed, Problem, SearchCut, place
from dovetail.planning.profile import Profile
from dovetail.planning.rungs import FULL_MIN, LADDER, Rung, SecondKind
from dovetail.planning.week_problem import home_days, week_case
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.catalogue import limits_of, placement_rules
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import Season, Strain
from dovetail.rulebook.strains import Legs

FEWEST_RUNS = 2
DATES_APART = 2
SHORTER_MIN = (38, 26, 20)
"""Minutes of session B that are tried where longer ones leave too little room (dovetail)."""
ENOUGH = 0.97
"""A week that holds so much of today's kilometres needs no other shape (dovetail)."""
RUNS_FOR_TWO_KEYS = 5
CUT = "AI088"
"""Said where a fuller week may exist and the search for it was cut."""
SHORT_KEY_MIN = 38
"""A key run that leaves a slot of an hour room for a short session after it (dovetail)."""
QUALITY_MIN: Mapping[Level, int] = {"beginner": 35, "intermediate": 45, "advanced": 60}


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Runs a week and what strength there is room for."""

    runs: int
    keys: int
    """Key runs besides the long one."""
    first_min: int
    """Minutes that session A may take; 0 when there is none."""
    second: SecondKind
    second_min: int
    rooms: Rooms
    """What the hardest week leaves to each run."""
    home: Mapping[str, int] = field(default_factory=dict)
    """Kind of session to its weekday in the hardest week: the week's usual shape."""
    reasons: tuple[Reason, ...] = ()

    def fitted(self, profile: Profile) -> Profile:
        """Return the person with the number of runs that was found, and the room for them."""
        runner = replace(profile.runner, runs_per_week=self.runs)
        return replace(profile, runner=runner, rooms=self.rooms)


FEWEST_DAYS = 2
"""Two runs on one day are no two days of running (dovetail)."""


def structure_of(profile: Profile) -> Structure | None:
    """Return the fullest structure that a legal hard week has room for; None when none is.

    Easy runs give way first, down to three; then the minutes of strength; then what
    session B is; then runs again. A structure that does not hold the kilometres that are run
    today waits for one that holds more, with shorter sessions of strength.

    Source: dovetail.
    """
    if len({slot.day for slot in profile.slots}) < FEWEST_DAYS:
        return None
    tried = _Tried(profile)
    for shape in _shapes(profile, wanted_runs(profile)):
        if tried.worth(shape):
            tried.place(shape)
        if tried.enough:
            break
    return tried.found


@dataclass(slots=True)
class _Tried:
    """The best structure so far, and whether a search for one was cut."""

    profile: Profile
    best: Structure | None = None
    enough: bool = False
    cut: bool = False

    @property
    def found(self) -> Structure | None:
        """The best structure; it says where a fuller one may exist."""
        if self.best is None or not self.cut:
            return self.best
        return replace(self.best, reasons=(*self.best.reasons, Reason(CUT)))

    def worth(self, shape: _Shape) -> bool:
        """Whether a shape may hold more than the best, without giving up a session for it.

        A few clearly shorter rungs are tried, so that the search for a shape stays short.
        """
        best, rung = self.best, shape.rung
        if best is None:
            return True
        if rung.code or shape.short_key or rung.second_min not in SHORTER_MIN:
            return False
        return shape.runs >= best.runs and shape.keys >= best.keys

    def place(self, shape: _Shape) -> None:
        """Try a shape, and keep it where it holds more of today's running."""
        try:
            week = _fitting(self.profile, shape)
        except SearchCut:
            self.cut = True
            return
        if week is None:
            return
        this = _kept(self.profile, shape, week)
        if self.best is None or _holds(self.profile, this) > _holds(self.profile, self.best):
            self.best = this
        self.enough = bool(shape.rung.code) or _holds(self.profile, self.best) >= ENOUGH


def wanted_runs(profile: Profile) -> int:
    """Return how many runs a week are wanted: the usual number, or what holds the running now."""
    usual, week_km = profile.runner.runs_per_week, profile.athlete.running.weekly_km
    days = {slot.day: slot.minutes for slot in sorted(profile.slots, key=lambda one: one.minutes)}
    others = sorted(days.values())[:-1]
    now = runs_to_hold(ENOUGH * week_km, long_now_km(profile), profile.runner, others)
    most = _days_apart(days) if profile.runner.bone_history else len(days)
    return max(min(max(usual, now), most), FEWEST_RUNS)


def _days_apart(days: Iterable[int]) -> int:
    """Count the days of a week that hold runs, no two of them in a row."""
    count, last = 0, -DATES_APART
    for day in sorted(days):
        if day - last >= DATES_APART:
            count, last = count + 1, day
    return count


def long_now_km(profile: Profile) -> float:
    """Return the long run of week 1: the longest run now, within slot and time cap."""
    case = RunCase(runner=profile.runner, longest_30d_km=None, slot_min=profile.long_slot_min)
    return clamp(profile.athlete.running.longest_km, limits_of("run.km"), case).value


def _holds(profile: Profile, structure: Structure) -> float:
    """Return what the structure holds of the running now, at most 1."""
    week_km = profile.athlete.running.weekly_km
    if not week_km:
        return 1.0
    return min(1.0, structure.rooms.held(long_now_km(profile), profile.runner).km / week_km)


def least_week(profile: Profile) -> Problem:
    """Return the least week there is to place: two runs and nothing else."""
    shape = _Shape(runs=FEWEST_RUNS, keys=0, rung=Rung(0, "none", 0))
    return _problem(profile, tuple(_hard_week(profile, shape)), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A week to try: runs, how many of them are key runs besides the long one, strength."""

    runs: int
    keys: int
    rung: Rung
    short_key: bool = False
    """The key run is cut, so that a strength session may follow it in its slot."""


def _shapes(profile: Profile, wanted: int) -> Iterator[_Shape]:
    """Yield weeks to try, from the fullest to the least one, as a coach would let go.

    The second key run gives way before session B does; easy runs before the minutes of
    strength; then what session B is; the first key run and the third run come last.
    """
    rungs = list(_rungs(profile))
    whole = [rung for rung in rungs if rung.code is None]
    if profile.level == "advanced" and wanted >= RUNS_FOR_TWO_KEYS and not profile.masters:
        yield from _with_rungs(whole, keys=2, runs=range(wanted, RUNS_FOR_TWO_KEYS - 1, -1))
    usual = range(wanted, min(3, wanted) - 1, -1)
    twice = [rung for rung in rungs if rung.second != "none"]
    yield from _with_rungs(twice, keys=1, runs=usual)
    for shape in _with_rungs(twice, keys=1, runs=usual):
        yield replace(shape, short_key=True)
    yield from _with_rungs([rung for rung in rungs if rung not in twice], keys=1, runs=usual)
    yield from _with_rungs(rungs, keys=1, runs=(FEWEST_RUNS,))
    yield from _with_rungs(rungs, keys=0, runs=range(min(3, wanted), FEWEST_RUNS - 1, -1))


def _with_rungs(rungs: Sequence[Rung], *, keys: int, runs: Sequence[int]) -> Iterator[_Shape]:
    for rung in rungs:
        for count in runs:
            if rung.first_min > FULL_MIN and count < max(runs):
                continue
            yield _Shape(runs=count, keys=min(keys, count - 1), rung=rung)


def _rungs(profile: Profile) -> Iterator[Rung]:
    """The ladder, with no more strength sessions than the athlete wants."""
    wanted = profile.athlete.preferences.strength_per_week
    for rung in LADDER:
        if wanted >= 2:
            yield rung
        elif rung.second == "none" and bool(rung.first_min) == bool(wanted):
            yield Rung(rung.first_min, "none", 0)


def _kept(profile: Profile, shape: _Shape, week: Season) -> Structure:
    reasons, rung = [], shape.rung
    if rung.code is not None:
        reasons.append(Reason(rung.code, {"days": len({slot.day for slot in profile.slots})}))
    if shape.runs < profile.runner.runs_per_week:
        facts = {"runs": shape.runs, "usual_runs": profile.runner.runs_per_week}
        reasons.append(Reason("AI015", facts))
    elif shape.runs > profile.runner.runs_per_week:
        week_km = profile.athlete.running.weekly_km
        reasons.append(Reason("AI110", {"runs": shape.runs, "week_km": week_km}))
    after_lift = round(profile.principles.number("chain", "easy_run_min"))
    return Structure(
        runs=shape.runs,
        keys=shape.keys,
        first_min=rung.first_min,
        second=rung.second,
        second_min=rung.second_min,
        home=home_days(week),
        rooms=rooms_of(week, after_lift),
        reasons=tuple(reasons),
    )


def _fitting(profile: Profile, shape: _Shape) -> Season | None:
    """Return the hard week that stands, and stands again after itself; None where none does."""
    strains = tuple(_hard_week(profile, shape))
    before: Season = ()
    for _ in range(2):
        found = _placed(profile, strains, before)
        if found is None or found.price.get("PL220"):
            return None
        before = tuple((replace(slot, day=slot.day - 7), visit) for slot, visit in found.week)
    return before


def _placed(profile: Profile, strains: tuple[Strain, ...], before: Season) -> Placed | None:
    again = tuple((replace(slot, day=slot.day + 7), visit) for slot, visit in before)
    return place(_problem(profile, strains, before), like=again)


def _problem(profile: Profile, strains: tuple[Strain, ...], before: Season) -> Problem:
    return Problem(
        strains=strains,
        slots=profile.slots,
        before=before,
        rules=placement_rules(week_case(profile, habits={}, windows={})),
        policy=POLICIES[profile.athlete.policy],
    )


def _hard_week(profile: Profile, shape: _Shape) -> Iterator[Strain]:
    """The week that asks most of the days: a long run, quality, heavy legs."""
    longest = max((slot.minutes for slot in profile.slots), default=0)
    race, level = profile.athlete.goal.race, profile.level
    cap = round(profile.principles.number("long_time", race, level))
    yield Strain("long", min(profile.long_slot_min, cap), run=True, key=True, long=True)
    quality = min(longest, SHORT_KEY_MIN if shape.short_key else QUALITY_MIN[level])
    for number in range(shape.keys):
        yield Strain(f"quality-{number + 1}", quality, run=True, key=True, quality=True)
    shortest = round(profile.principles.number("shortest_run", level))
    for _ in range(shape.runs - 1 - shape.keys):
        yield Strain("easy", shortest, run=True)
    yield from _hard_strength(profile, shape.rung)


def _hard_strength(profile: Profile, rung: Rung) -> Iterator[Strain]:
    """The week's lifting, with legs as sore as in a new phase: its days last the season."""
    legs = 2 if profile.permissions.heavy and profile.level != "beginner" else 1
    apart = Legs(principles=profile.principles, age=profile.age, masters=profile.masters).apart
    lift = Strain("strength-a", rung.first_min, strength=True, apart=apart, sore=True)
    if rung.first_min:
        yield replace(lift, legs=legs)
    second = 0
    if rung.second == "full":
        second = min(legs, 1) if profile.athlete.policy == "article_week" else legs
        second = second if profile.budget >= 4 else min(second, 1) * (legs < 2)
    if rung.second != "none":
        yield replace(lift, kind="strength-b", minutes=rung.second_min, legs=second)
