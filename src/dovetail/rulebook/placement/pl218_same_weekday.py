"""PL218: a session keeps its usual weekday."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase

LONG_COUNTS = 2
"""A long run fills half a day that others plan around: its move counts twice (dovetail)."""


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week."""

    def moved(visit: Visit, slot: Slot) -> int:
        habits = case.habits
        away = [one for one in visit if habits.get(one.kind, slot.weekday) != slot.weekday]
        return sum(LONG_COUNTS if one.long else 1 for one in away)

    return Stay("PL218", source="dovetail", unit="times", amount=moved)
