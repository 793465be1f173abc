"""PL218: a session keeps last week's weekday."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week."""

    def moved(visit: Visit, slot: Slot) -> int:
        habits = case.habits
        return sum(habits.get(strain.kind, slot.weekday) != slot.weekday for strain in visit)

    return Stay("PL218", source="dovetail", unit="times", amount=moved)
