"""PL210: strength in the evening starts six hours after the morning's run."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    wanted_min = round(case.principles.number("same_day_wanted") * 60)

    def hours_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if gap.dates or not before.run or not after.strength:
            return 0
        return -(-max(0, wanted_min - gap.free_min) // 60)

    return Pair(
        "PL210",
        source="robineau-2016",
        unit="h",
        reach=0,
        amount=hours_missing,
        principles=("same_day_wanted",),
    )
