"""PL206: one date in every seven has neither running nor strength."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase

DATES = 7


def trains(day: Visit) -> int:
    """1 when the day holds a run, a lift or a race."""
    return int(any(strain.run or strain.strength or strain.fixed for strain in day))


def weeks_without_rest(marks: tuple[int, ...]) -> int:
    """1 when none of the seven dates is free."""
    return int(sum(marks) == DATES)


def rule(_: WeekCase) -> Span:
    """Return the rule for a week."""
    return Span(
        "PL206",
        source="dovetail",
        unit="times",
        dates=DATES,
        mark=trains,
        amount=weeks_without_rest,
    )
