"""PL224: the weekdays of the coach's sample week."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase

DAYS = {"strength-a": 1, "quality-1": 3, "strength-b": 4, "long": 5}


def away_from_home(visit: Visit, slot: Slot) -> int:
    """Sessions of the visit that stand on another weekday than in the sample week."""
    return sum(
        DAYS.get(strain.kind, slot.weekday) != slot.weekday
        for strain in visit
        if strain.key or strain.strength
    )


def rule(_: WeekCase) -> Stay:
    """Return the rule for a week."""
    return Stay("PL224", source="coach-t", unit="times", amount=away_from_home)
