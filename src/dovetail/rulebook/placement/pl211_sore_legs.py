"""PL211: two dates before a key run while a strength phase is new, and from age 40."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    dates = round(case.principles.number("sore_legs", "dates"))

    def dates_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if not (before.sore and before.legs and after.key):
            return 0
        return max(0, dates - gap.dates)

    return Pair(
        "PL211",
        source="doma-2019",
        unit="days",
        reach=dates - 1,
        amount=dates_missing,
        principles=("masters_age", "sore_legs"),
    )
