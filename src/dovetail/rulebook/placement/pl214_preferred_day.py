"""PL214: the long run is on the day the athlete likes, and liked rest days stay free."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week."""

    def wishes_missed(visit: Visit, slot: Slot) -> int:
        if visit[0].fixed:
            return 0
        long = any(strain.long for strain in visit) and slot.weekday != case.long_day
        return int(long) + int(slot.weekday in case.rest_days)

    return Stay("PL214", source="athlete", unit="times", amount=wishes_missed)
