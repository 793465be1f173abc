"""How many sessions a week: fitted to the days before any week is placed.

The number of sessions is a proposal, not a wish. It is tried on the hardest week of the
season and kept for all weeks, so that a runner's week does not change its shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dovetail.domain.athlete import Level
from dovetail.domain.decision import Reason
from dovetail.planning.place import Placed, Problem, SearchCut, place
from dovetail.planning.profile import Profile
from dovetail.planning.week_problem import home_days, week_case
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.shapes import Season, Strain
from dovetail.rulebook.strains import Legs

SecondKind = Literal["full", "light", "micro", "none"]
FULL_MIN = 50
LONG_MIN = 55
"""Room for the whole correction block before strength endurance; no run is given for it."""
MICRO_MIN = 17
FEWEST_RUNS = 2
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
    home: Mapping[str, int] = field(default_factory=dict)
    """Kind of session to its weekday in the hardest week: the week's usual shape."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rung:
    """One step down the ladder of what gives way."""

    first_min: int
    second: SecondKind
    second_min: int
    code: str | None = None


_LADDER: tuple[_Rung, ...] = (
    _Rung(LONG_MIN, "full", LONG_MIN),
    _Rung(FULL_MIN, "full", 50),
    _Rung(45, "full", 45),
    _Rung(38, "full", 38),
    _Rung(32, "full", 32),
    _Rung(26, "full", 26),
    _Rung(32, "full", 20),
    _Rung(26, "full", 20),
    _Rung(45, "light", 35, "AI077"),
    _Rung(32, "light", 26, "AI077"),
    _Rung(45, "micro", MICRO_MIN, "AI078"),
    _Rung(32, "micro", MICRO_MIN, "AI078"),
    _Rung(26, "micro", MICRO_MIN, "AI078"),
    _Rung(20, "micro", MICRO_MIN, "AI078"),
    _Rung(45, "none", 0, "AI079"),
    _Rung(32, "none", 0, "AI079"),
    _Rung(26, "none", 0, "AI079"),
    _Rung(20, "none", 0, "AI079"),
    _Rung(0, "none", 0, "AI079"),
)


FEWEST_DAYS = 2
"""Two runs on one day are no two days of running (dovetail)."""


def structure_of(profile: Profile) -> Structure | None:
    """Return the fullest structure that a legal hard week has room for; None when none is.

    Easy runs give way first, down to three; then the minutes of strength; then what
    session B is; then runs again.

    Source: dovetail.
    """
    if len({slot.day for slot in profile.slots}) < FEWEST_DAYS:
        return None
    cut = False
    for shape in _shapes(profile, profile.runner.runs_per_week):
        try:
            week = _fitting(profile, shape)
        except SearchCut:
            cut = True
            continue
        if week is not None:
            found = _kept(profile, shape, home_days(week))
            return replace(found, reasons=(*found.reasons, Reason(CUT))) if cut else found
    return None


def least_week(profile: Profile) -> Problem:
    """Return the least week there is to place: two runs and nothing else."""
    shape = _Shape(runs=FEWEST_RUNS, keys=0, rung=_Rung(0, "none", 0))
    return _problem(profile, tuple(_hard_week(profile, shape)), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A week to try: runs, how many of them are key runs besides the long one, strength."""

    runs: int
    keys: int
    rung: _Rung
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


def _with_rungs(rungs: Sequence[_Rung], *, keys: int, runs: Sequence[int]) -> Iterator[_Shape]:
    for rung in rungs:
        for count in runs:
            if rung.first_min > FULL_MIN and count < max(runs):
                continue
            yield _Shape(runs=count, keys=min(keys, count - 1), rung=rung)


def _rungs(profile: Profile) -> Iterator[_Rung]:
    """The ladder, with no more strength sessions than the athlete wants."""
    wanted = profile.athlete.preferences.strength_per_week
    for rung in _LADDER:
        if wanted >= 2:
            yield rung
        elif rung.second == "none" and bool(rung.first_min) == bool(wanted):
            yield _Rung(rung.first_min, "none", 0)


def _kept(profile: Profile, shape: _Shape, home: Mapping[str, int]) -> Structure:
    reasons, rung = [], shape.rung
    if rung.code is not None:
        reasons.append(Reason(rung.code, {"days": len({slot.day for slot in profile.slots})}))
    if shape.runs < profile.runner.runs_per_week:
        facts = {"runs": shape.runs, "usual_runs": profile.runner.runs_per_week}
        reasons.append(Reason("AI015", facts))
    return Structure(
        runs=shape.runs,
        keys=shape.keys,
        first_min=rung.first_min,
        second=rung.second,
        second_min=rung.second_min,
        home=home,
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


def _hard_strength(profile: Profile, rung: _Rung) -> Iterator[Strain]:
    legs = 2 if profile.permissions.heavy and profile.level != "beginner" else 1
    apart = Legs(principles=profile.principles, age=profile.age, masters=profile.masters).apart
    if rung.first_min:
        yield Strain("strength-a", rung.first_min, legs=legs, strength=True, apart=apart)
    second = 0
    if rung.second == "full":
        second = min(legs, 1) if profile.athlete.policy == "article_week" else legs
        second = second if profile.budget >= 4 else min(second, 1) * (legs < 2)
    if rung.second != "none":
        yield Strain("strength-b", rung.second_min, legs=second, strength=True, apart=apart)
