"""PL208: quality and strength keep to different days."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase


def both(day: Visit) -> int:
    """1 when the day holds a quality run and a strength session."""
    return int(_quality(day) and any(strain.strength and strain.legs for strain in day))


def _quality(day: Visit) -> bool:
    return any(strain.quality and not strain.long for strain in day)


def rule(_: WeekCase) -> Span:
    """Return the rule for a week."""
    return Span("PL208", source="robineau-2016", unit="times", dates=1, mark=both, amount=sum)
