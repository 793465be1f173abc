"""PL213: the long run and strength keep to different days."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase


def both(day: Visit) -> int:
    """1 when the day holds a long run and a strength session that is more than core."""
    long = any(strain.long for strain in day)
    return int(long and any(strain.strength and strain.kind != "core" for strain in day))


def rule(_: WeekCase) -> Span:
    """Return the rule for a week."""
    return Span("PL213", source="dovetail", unit="times", dates=1, mark=both, amount=sum)
