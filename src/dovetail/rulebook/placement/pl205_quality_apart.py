"""PL205: quality runs start at least two dates apart."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    apart = round(case.principles.number("quality_apart"))

    def dates_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if not (_hard_run(before) and _hard_run(after)):
            return 0
        return max(0, apart - gap.dates)

    return Pair(
        "PL205",
        source="dovetail",
        unit="days",
        reach=max(1, apart - 1),
        amount=dates_missing,
        principles=("quality_apart",),
    )


def _hard_run(strain: Strain) -> bool:
    return strain.quality or (strain.fixed and strain.key)
