"""PL217: one visit a day, unless there is a reason for two; a chain is one."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def times(before: Strain, after: Strain, gap: Gap) -> int:
    """1 when two visits fall on one date."""
    return int(gap.dates == 0 and not before.fixed and not after.fixed)


def rule(_: WeekCase) -> Pair:
    """Return the rule for a week."""
    return Pair("PL217", source="dovetail", unit="times", reach=0, amount=times)
