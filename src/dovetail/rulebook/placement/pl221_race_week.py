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

    short, long = (case.principles.row("after_a_race", length) for length in ("short", "long"))

    def days_after(race: Strain, then: Strain) -> float:
        """Days that a race keeps to itself: heavy legs, quality, any run, anything else."""
        heavy_off, quality_off, run_off = long if race.minutes > LONG_RACE_MIN else short
        if then.legs == 2:
            return heavy_off
        return quality_off if then.quality else run_off if then.run else 1

    def days_missing(before: Strain, after: Strain, gap: Gap) -> int:
        if after.fixed:
            wanted = heavy if before.legs == 2 else lift if before.strength else 0
            wanted = max(wanted, quality if before.quality or before.long else 0)
        elif before.fixed:
            wanted = round(days_after(before, after))
        else:
            return 0
        return max(0, wanted - gap.dates)

    return Pair(
        "PL221",
        source="dovetail",
        unit="days",
        reach=round(max(lift, quality, heavy, *short, *long)) - 1,
        amount=days_missing,
        principles=("race_week", "after_a_race"),
    )
