"""How many sessions a week: fitted to the days before any week is placed.

The number of sessions is a proposal, not a wish. It is tried on the hardest week of the
season and kept for all weeks, so that a runner's week does not change its shape.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dovetail.domain.decision import Reason
from dovetail.planning.capacity import Rooms, rooms_of, runs_to_hold
from dovetail.planning.free_days import NEVER_SIDE_BY_SIDE, KeptFree, days_apart, usual_seams
from dovetail.planning.home_weeks import fitting, hard_problem, light_home
from dovetail.planning.place import Problem, SearchCut
from dovetail.planning.profile import Profile
from dovetail.planning.remembered import remembered
from dovetail.planning.rungs import Rung, SecondKind
from dovetail.planning.week_problem import home_days
from dovetail.planning.week_shapes import FEWEST_RUNS, Shape, hard_week, shapes
from dovetail.rulebook.cases import RunCase
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.shapes import Season

SHORTER_MIN = (38, 26, 20)
"""Minutes of session B that are tried where longer ones leave too little room (dovetail)."""
ENOUGH = 0.97
"""A week that holds so much of today's kilometres needs no other shape (dovetail)."""
NO_HEAVY_DAY = "AI172"
CUT = "AI088"
"""Said where a fuller week may exist and the search for it was cut."""


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
    light_home: Mapping[str, int] = field(default_factory=dict)
    """The same for weeks before lifting is heavy, where they cannot keep those days."""
    days: frozenset[int] = frozenset()
    """Weekdays on which the hardest week holds anything."""
    heavy: bool = True
    """Whether heavy legs find a day that is far enough from the key runs."""
    reasons: tuple[Reason, ...] = ()

    @property
    def habits(self) -> dict[bool, Mapping[str, int]]:
        """The season's usual weekdays, by whether lifting is heavy."""
        return {True: self.home, False: {**self.home, **self.light_home}}

    def room_of_key(self, number: int) -> int | None:
        """Return the minutes that the hardest week leaves to a key run on its usual day.

        None where it has no such day.
        """
        rooms = self.rooms.quality[number - 1 : number]
        return rooms[0][0] if rooms else None

    def fitted(self, profile: Profile) -> Profile:
        """Return the person with the number of runs that was found, and the room for them."""
        runner = replace(profile.runner, runs_per_week=self.runs)
        fitted = replace(profile, runner=runner, rooms=self.rooms)
        return fitted if self.heavy else _without_heavy(fitted)

    def on_usual_days(self, profile: Profile, first: int) -> Profile:
        """Return the person with the season's usual days alone, where one is left from `first`.

        A run on the day that the season keeps free would shift the rest day of every week.
        """
        slots = tuple(slot for slot in profile.slots if slot.day in self.days)
        left = any(slot.day >= first for slot in slots)
        return replace(profile, slots=slots) if left else profile


def _without_heavy(profile: Profile) -> Profile:
    return replace(profile, permissions=replace(profile.permissions, heavy=False))


FEWEST_DAYS = 2
"""Two runs on one day are no two days of running (dovetail)."""


@remembered
def structure_of(profile: Profile) -> Structure | None:
    """Return the fullest structure that a legal hard week has room for; None when none is.

    Easy runs give way first, down to three; then the minutes of strength; then what
    session B is; then runs again. A structure that does not hold the kilometres that are run
    today waits for one that holds more, with shorter sessions of strength. Where heavy legs find
    no day at all, strength stays with control and endurance, which may follow a fast run.

    Source: dovetail.
    """
    if len({slot.day for slot in profile.slots}) < FEWEST_DAYS:
        return None
    found = _fullest(profile)
    lifts = profile.athlete.preferences.strength_per_week and profile.permissions.heavy
    if found is None or found.first_min or not lifts or profile.level == "beginner":
        return found
    lighter = _fullest(_without_heavy(profile))
    if lighter is None or not lighter.first_min:
        return found
    reason = Reason(NO_HEAVY_DAY, {"days": len({slot.day for slot in profile.slots})})
    return replace(lighter, heavy=False, reasons=(*lighter.reasons, reason))


def _fullest(profile: Profile) -> Structure | None:
    """Return the fullest structure.

    One without a key run waits for a week that keeps the days at its seam apart; one whose days
    change every week stands only where there is no other.
    """
    careful, seams = profile.runner.bone_history, usual_seams(profile)
    found = _tried(profile, seams, once=not careful)
    if careful:
        return _tried(profile, seams, once=True) if found is None else found
    if found is not None and found.keys:
        return found
    other = _tried(profile, NEVER_SIDE_BY_SIDE, once=True)
    return other if other is not None and other.keys else found


def _tried(profile: Profile, seams: Sequence[KeptFree], *, once: bool) -> Structure | None:
    tried = _Tried(profile, seams, once)
    for shape in shapes(profile, wanted_runs(profile)):
        if tried.worth(shape):
            tried.place(shape)
        if tried.enough:
            break
    return tried.found


@dataclass(slots=True)
class _Tried:
    """The best structure so far, and whether a search for one was cut."""

    profile: Profile
    seams: Sequence[KeptFree]
    once: bool
    best: Structure | None = None
    week: Season = ()
    enough: bool = False
    cut: bool = False

    @property
    def found(self) -> Structure | None:
        """The best structure, with its days; it says where a fuller one may exist."""
        if self.best is None:
            return None
        best = self.best
        if best.second == "full":
            best = replace(best, light_home=light_home(self.profile, self.week))
        if not self.cut:
            return best
        return replace(best, reasons=(*best.reasons, Reason(CUT)))

    def worth(self, shape: Shape) -> bool:
        """Whether a shape may hold more than the best, without giving up a session for it.

        A few clearly shorter rungs are tried, so that the search for a shape stays short.
        """
        best, rung = self.best, shape.rung
        if best is None:
            return True
        if rung.code or shape.short_key or rung.second_min not in SHORTER_MIN:
            return False
        return shape.runs >= best.runs and shape.keys >= best.keys

    def place(self, shape: Shape) -> None:
        """Try a shape, and keep it where it holds more of today's running."""
        try:
            strains = tuple(hard_week(self.profile, shape))
            week = fitting(self.profile, strains, seams=self.seams, once=self.once)
        except SearchCut:
            self.cut = True
            return
        if week is None:
            return
        this = _kept(self.profile, shape, week)
        if self.best is None or _holds(self.profile, this) > _holds(self.profile, self.best):
            self.best, self.week = this, week
        self.enough = bool(shape.rung.code) or _holds(self.profile, self.best) >= ENOUGH


def wanted_runs(profile: Profile) -> int:
    """Return how many runs a week are wanted: the usual number, or what holds the running now."""
    usual, week_km = profile.runner.runs_per_week, profile.athlete.running.weekly_km
    days = {slot.day: slot.minutes for slot in sorted(profile.slots, key=lambda one: one.minutes)}
    others = sorted(days.values())[:-1]
    now = runs_to_hold(ENOUGH * week_km, long_now_km(profile), profile.runner, others)
    most = days_apart(days) if profile.runner.bone_history else len(days)
    return max(min(max(usual, now), most), FEWEST_RUNS)


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
    shape = Shape(runs=FEWEST_RUNS, keys=0, rung=Rung(0, "none", 0))
    return hard_problem(profile, tuple(hard_week(profile, shape)), ())


def _kept(profile: Profile, shape: Shape, week: Season) -> Structure:
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
        days=frozenset(slot.weekday for slot, _ in week),
        rooms=rooms_of(week, after_lift),
        reasons=tuple(reasons),
    )
