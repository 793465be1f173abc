"""The weeks that are tried for a structure, from the fullest to the least one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.athlete import Level
from dovetail.planning.profile import Profile
from dovetail.planning.rungs import FULL_MIN, LADDER, Rung
from dovetail.rulebook.shapes import Strain
from dovetail.rulebook.strains import Legs

FEWEST_RUNS = 2
TWO_HEAVY_FROM = 4
"""Hard units of a week with a long run, quality and two heavy sessions of strength."""
RUNS_FOR_TWO_KEYS = 5
SHORT_KEY_MIN = 38
"""A key run that leaves a slot of an hour room for a short session after it (dovetail)."""
QUALITY_MIN: Mapping[Level, int] = {"beginner": 35, "intermediate": 45, "advanced": 60}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A week to try: runs, how many of them are key runs besides the long one, strength."""

    runs: int
    keys: int
    rung: Rung
    short_key: bool = False
    """The key run is cut, so that a strength session may follow it in its slot."""


def shapes(profile: Profile, wanted: int) -> Iterator[Shape]:
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
    for some in (twice, [rung for rung in rungs if rung not in twice]):
        yield from _with_rungs(some, keys=1, runs=usual)
        for shape in _with_rungs(some, keys=1, runs=usual):
            yield replace(shape, short_key=True)
    yield from _with_rungs(rungs, keys=1, runs=(FEWEST_RUNS,))
    yield from _with_rungs(rungs, keys=0, runs=range(min(3, wanted), FEWEST_RUNS - 1, -1))


def _with_rungs(rungs: Sequence[Rung], *, keys: int, runs: Sequence[int]) -> Iterator[Shape]:
    for rung in rungs:
        for count in runs:
            if rung.first_min > FULL_MIN and count < max(runs):
                continue
            yield Shape(runs=count, keys=min(keys, count - 1), rung=rung)


def _rungs(profile: Profile) -> Iterator[Rung]:
    """The ladder, with no more strength sessions than the athlete wants."""
    wanted = profile.athlete.preferences.strength_per_week
    for rung in LADDER:
        if wanted >= 2:
            yield rung
        elif rung.second == "none" and bool(rung.first_min) == bool(wanted):
            yield Rung(rung.first_min, "none", 0)


def hard_week(profile: Profile, shape: Shape) -> Iterator[Strain]:
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


def light_beside_heavy(profile: Profile) -> bool:
    """Whether session B is light while A is heavy.

    The article's week wants it so, and so do three hard units a week: a long run, quality and A.
    Asked for in every such week, B keeps its day and no week changes its shape.
    """
    return profile.athlete.policy == "article_week" or profile.budget < TWO_HEAVY_FROM


def _hard_strength(profile: Profile, rung: Rung) -> Iterator[Strain]:
    """The week's lifting, with legs as sore as in a new phase: its days last the season."""
    legs = 2 if profile.permissions.heavy and profile.level != "beginner" else 1
    apart = Legs(principles=profile.principles, age=profile.age, masters=profile.masters).apart
    lift = Strain("strength-a", rung.first_min, strength=True, apart=apart, sore=True)
    if rung.first_min:
        yield replace(lift, legs=legs)
    second = 0
    if rung.second == "full":
        second = legs if profile.athlete.policy != "article_week" else min(legs, 1)
        second = second if profile.budget >= TWO_HEAVY_FROM else min(second, 1) * (legs < 2)
    if rung.second != "none":
        yield replace(lift, kind="strength-b", minutes=rung.second_min, legs=second)
