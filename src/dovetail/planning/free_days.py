"""Days that are kept free of some sessions: for the week after, or because they come too late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dovetail.planning.place import Problem
from dovetail.planning.profile import Profile
from dovetail.rulebook.shapes import WALL, Slot, Stay, Visit

FREE = "FREE"
"""The wall around days that are needed free or come too late; it is no rule of the book."""
MONDAY, SUNDAY = 0, 6
DATES_APART, DAYS_OF_WEEK = 2, 7
KEY_RUNS = ("quality-1", "quality-2")
RUNS = ("easy", *KEY_RUNS, "long")
KeptFree = frozenset[tuple[str, int]]
NO_DAY: KeptFree = frozenset()


def without(problem: Problem, kept_free: KeptFree) -> Problem:
    """Return a week's problem with kinds of session walled off from weekdays."""
    if not kept_free:
        return problem
    rules, policy = (*problem.rules, _free(kept_free)), {**problem.policy, FREE: WALL}
    return replace(problem, rules=rules, policy=policy)


def _free(kept_free: KeptFree) -> Stay:
    def stands_there(visit: Visit, slot: Slot) -> int:
        return sum((strain.kind, slot.day) in kept_free for strain in visit)

    return Stay(FREE, source="dovetail", unit="times", amount=stands_there)


def usual_seams(profile: Profile) -> tuple[KeptFree, ...]:
    """Return what a home week may keep free, so that it can stand again after itself.

    Who may not run on days in a row cannot run on a Sunday and on the Monday after it.
    """
    if not profile.runner.bone_history:
        return (NO_DAY,)
    return (NO_DAY, *(frozenset((kind, day) for kind in RUNS) for day in (SUNDAY, MONDAY)))


NEVER_SIDE_BY_SIDE: tuple[KeptFree, ...] = (
    frozenset({("long", SUNDAY)}),
    frozenset((kind, MONDAY) for kind in KEY_RUNS),
)
"""No long run on Sunday, or no fast one on Monday: they would stand beside each other."""


def sunday_before(profile: Profile, home: Mapping[str, int]) -> KeptFree:
    """Keep Sunday free of runs, who may not run on days in a row and usually runs on Monday."""
    on_monday = any(home.get(kind) == MONDAY for kind in RUNS)
    if not profile.runner.bone_history or not on_monday:
        return NO_DAY
    return frozenset((kind, SUNDAY) for kind in RUNS)


def days_apart(days: Iterable[int]) -> int:
    """Count the days of a week that hold runs week after week, no two of them in a row."""
    open_days = sorted(set(days))
    return max((_from(first, open_days) for first in open_days), default=0)


def _from(first: int, days: Iterable[int]) -> int:
    count, last = 1, first
    for day in days:
        if day - last >= DATES_APART and first + DAYS_OF_WEEK - day >= DATES_APART:
            count, last = count + 1, day
    return count
