"""PL219: not two days in a row without anything, where the week has room."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase

DATES = 2


def empty(day: Visit) -> int:
    """1 when the day holds nothing."""
    return int(not day)


def times(marks: tuple[int, ...]) -> int:
    """1 when both days are empty."""
    return int(sum(marks) == DATES)


def rule(_: WeekCase) -> Span:
    """Return the rule for a week."""
    return Span("PL219", source="dovetail", unit="times", dates=DATES, mark=empty, amount=times)
