"""PL201: what a slot holds fits its minutes."""

from __future__ import annotations

from dovetail.rulebook.shapes import CHANGE_MIN, Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def minutes_missing(visit: Visit, slot: Slot) -> int:
    """Minutes that the visit takes beyond its slot, changes included; a race has its own day."""
    if visit[0].fixed:
        return 0
    needed = sum(strain.minutes for strain in visit) + CHANGE_MIN * (len(visit) - 1)
    return max(0, needed - slot.minutes)


def rule(_: WeekCase) -> Stay:
    """Return the rule for a week."""
    return Stay("PL201", source="athlete", unit="min", amount=minutes_missing)
