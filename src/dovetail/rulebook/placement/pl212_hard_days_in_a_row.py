"""PL212: no three hard days in a row."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase

DATES = 3


def hard(day: Visit) -> int:
    """1 when the day holds a hard unit."""
    return int(any(strain.hard for strain in day))


def times(marks: tuple[int, ...]) -> int:
    """1 when all three days are hard."""
    return int(sum(marks) == DATES)


def rule(_: WeekCase) -> Span:
    """Return the rule for a week."""
    return Span("PL212", source="dovetail", unit="times", dates=DATES, mark=hard, amount=times)
