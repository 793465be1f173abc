"""PL216: no more hard units in seven days than the runner can absorb."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase

DATES = 7


def hard_units(day: Visit) -> int:
    """Hard units of the day; a race counts with the runs it replaces."""
    return sum(strain.hard for strain in day)


def rule(case: WeekCase) -> Span:
    """Return the rule for a week."""

    def units_over(marks: tuple[int, ...]) -> int:
        return max(0, sum(marks) - case.budget)

    return Span(
        "PL216",
        source="dovetail",
        unit="units",
        dates=DATES,
        mark=hard_units,
        amount=units_over,
        principles=("hard_units", "masters_age"),
    )
