"""PL204: leg strength comes two dates apart, three from age 60."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def dates_missing(before: Strain, after: Strain, gap: Gap) -> int:
    """Dates too few between two sessions that lift with the legs."""
    if not (before.strength and after.strength and before.legs and after.legs):
        return 0
    return max(0, before.apart - gap.dates)


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    most = max(case.principles.number("legs_apart", age) for age in ("usual", "older"))
    return Pair(
        "PL204",
        source="dovetail",
        unit="days",
        reach=round(most) - 1,
        amount=dates_missing,
        principles=("legs_apart",),
    )
