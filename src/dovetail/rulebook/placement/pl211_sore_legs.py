"""PL211: two dates before a key run while a strength phase is new, and from age 40."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase

DATES = 2


def dates_missing(before: Strain, after: Strain, gap: Gap) -> int:
    """Dates too few between sore legs and the key run."""
    if not (before.sore and before.legs and after.key):
        return 0
    return max(0, DATES - gap.dates)


def rule(_: WeekCase) -> Pair:
    """Return the rule for a week."""
    return Pair(
        "PL211",
        source="doma-2019",
        unit="days",
        reach=1,
        amount=dates_missing,
        principles=("masters_age",),
    )
