"""PL222: after a bone stress injury no running on consecutive days."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase

DATES = 2


def runs(day: Visit) -> int:
    """1 when the day holds a run."""
    return int(any(strain.run or strain.fixed for strain in day))


def rule(case: WeekCase) -> Span:
    """Return the rule for a week."""

    def times(marks: tuple[int, ...]) -> int:
        return int(case.no_running_in_a_row and sum(marks) == DATES)

    return Span("PL222", source="dovetail", unit="times", dates=DATES, mark=runs, amount=times)
