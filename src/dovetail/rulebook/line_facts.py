"""What the orders of a line have in common: its days, its name, its load."""

from __future__ import annotations

from datetime import timedelta

from dovetail.domain.decision import Bound, Facts
from dovetail.domain.prescription import Line
from dovetail.rulebook.line_ladder import Rung
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Days, days_of


def line_days(rung: Rung) -> Days:
    """Return the week ahead; where it has begun and the line was done in it, what is left."""
    first, last = days_of(rung.week)
    return max(first, rung.done.on + timedelta(days=1)), last


def name_of(case: TrainingCase, line: Line) -> str:
    """Name an exercise as the library does."""
    known = case.exercises.get(line.exercise)
    return line.name if known is None else known.name


def exactly(kg: float, facts: Facts) -> Bound:
    """Return a load that is neither more nor less, so that a plan can show it."""
    return Bound(at_most=kg, at_least=kg, facts=facts)
