"""PL203: heavy or springy legs end a full day before a key run starts."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    fresh_min = round(case.principles.number("fresh_legs") * 60)

    def hours_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if before.legs < 2 or not after.key:
            return 0
        return -(-max(0, fresh_min - gap.free_min) // 60)

    return Pair(
        "PL203",
        source="doma-2019",
        unit="h",
        reach=max(2, -(-fresh_min // 1440)),
        amount=hours_missing,
        principles=("fresh_legs",),
    )
