"""PL207: heavy strength waits three hours after a quality run of the same day."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    least_min = round(case.principles.number("same_day_least") * 60)

    def hours_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if gap.dates or not (before.quality or before.long) or after.legs < 2:
            return 0
        return -(-max(0, least_min - gap.free_min) // 60)

    return Pair(
        "PL207",
        source="schumann-2022",
        unit="h",
        reach=0,
        amount=hours_missing,
        principles=("same_day_least",),
    )
