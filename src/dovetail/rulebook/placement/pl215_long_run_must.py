"""PL215: a long-run day that the athlete marked as a must is kept."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week."""

    def times(visit: Visit, slot: Slot) -> int:
        if not case.long_must or slot.weekday == case.long_day:
            return 0
        return int(any(strain.long and not strain.fixed for strain in visit))

    return Stay("PL215", source="athlete", unit="times", amount=times)
