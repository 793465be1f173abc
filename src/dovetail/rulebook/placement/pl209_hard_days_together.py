"""PL209: where a day has two slots, quality and strength share it, so that easy days are easy."""

from __future__ import annotations

from dovetail.rulebook.shapes import Span, Visit
from dovetail.rulebook.week_case import WeekCase


def alone(day: Visit) -> int:
    """1 when the day holds leg strength without the quality run that it could share."""
    lifts = any(strain.strength and strain.legs for strain in day)
    return int(lifts and not any(strain.quality for strain in day))


def rule(case: WeekCase) -> Span:
    """Return the rule for a week."""

    def times(marks: tuple[int, ...]) -> int:
        return sum(marks) if case.both_halves else 0

    return Span("PL209", source="dovetail", unit="times", dates=1, mark=alone, amount=times)
