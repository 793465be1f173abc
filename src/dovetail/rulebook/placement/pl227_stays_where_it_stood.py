"""PL227: a session that stood in the plan before stays on its day."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week; in a new plan nothing stood, and it is silent."""

    def moved(visit: Visit, slot: Slot) -> int:
        here = {slot.weekday}
        return sum(not case.stood.get(one.kind, here) & here for one in visit)

    return Stay("PL227", source="dovetail", unit="times", amount=moved)
