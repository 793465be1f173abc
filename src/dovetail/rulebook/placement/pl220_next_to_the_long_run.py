"""PL220: neither quality nor another long run stands beside the long run."""

from __future__ import annotations

from dovetail.rulebook.shapes import Gap, Pair, Strain
from dovetail.rulebook.week_case import WeekCase


def times(before: Strain, after: Strain, gap: Gap) -> int:
    """1 when a long run and a quality run, or two weeks' long runs, are neighbours."""
    if gap.dates > 1:
        return 0
    if before.long and after.long:
        return 1
    return int((before.long and _quality(after)) or (_quality(before) and after.long))


def _quality(strain: Strain) -> bool:
    return strain.quality and not strain.long


def rule(_: WeekCase) -> Pair:
    """Return the rule for a week."""
    return Pair("PL220", source="dovetail", unit="times", reach=1, amount=times)
