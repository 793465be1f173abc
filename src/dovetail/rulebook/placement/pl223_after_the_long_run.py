"""PL223: heavy legs rather not on the day after a very long run."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    long_min = round(case.principles.number("very_long_run"))

    def times(before: Strain, after: Strain, gap: Gap) -> int:
        return int(gap.dates == 1 and before.long and before.minutes > long_min and after.legs == 2)

    return Pair(
        "PL223",
        source="dovetail",
        unit="times",
        reach=1,
        amount=times,
        principles=("very_long_run",),
    )
