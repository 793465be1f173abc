"""PL225: a session that belongs to certain days before the race stands on one of them."""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Stay:
    """Return the rule for a week."""

    def days_off(visit: Visit, slot: Slot) -> int:
        return sum(_outside(case.windows.get(strain.kind), slot.weekday) for strain in visit)

    return Stay(
        "PL225",
        source="pritchard-2015",
        unit="days",
        amount=days_off,
        principles=("primer_window", "last_heavy_window"),
    )


def _outside(window: tuple[int, int] | None, weekday: int) -> int:
    if window is None:
        return 0
    first, last = window
    return max(0, first - weekday, weekday - last)
