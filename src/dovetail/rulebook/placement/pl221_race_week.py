"""PL221: nothing that tires stands close before a race, and nothing hard just after it."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase

LONG_RACE_MIN = 75


def rule(case: WeekCase) -> Pair:
    """Return the rule for a week."""
    lift = round(case.principles.number("race_week", "strength_days"))
    quality = round(case.principles.number("race_week", "quality_days"))
    heavy = round(case.principles.number("race_week", "heavy_days"))

    def days_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if after.fixed:
            wanted = heavy if before.legs == 2 else lift if before.strength else 0
            wanted = max(wanted, quality if before.quality or before.long else 0)
        elif before.fixed:
            wanted = _days_after(before, after)
        else:
            return 0
        return max(0, wanted - gap.dates)

    return Pair(
        "PL221",
        source="dovetail",
        unit="days",
        reach=max(6, lift - 1, quality - 1, heavy - 1),
        amount=days_missing,
        principles=("race_week",),
    )


def _days_after(race: Strain, then: Strain) -> int:
    """Days off what tires: two or three without heavy legs, three or five without quality."""
    long = race.minutes > LONG_RACE_MIN
    if then.legs == 2:
        return 4 if long else 3
    if then.quality:
        return 5 if long else 3
    return 2 if long and then.run else 1
