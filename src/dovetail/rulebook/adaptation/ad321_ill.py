"""AD321: with fever or an illness below the neck nobody trains."""

from __future__ import annotations

from dovetail.domain.easing import REST
from dovetail.rulebook.shapes import Eased, Gate, GateCase

ABOVE = frozenset({"above_neck"})


def ease(case: GateCase) -> Eased | None:
    """Rest while it lasts; an illness of which nobody said more counts as one of the body."""
    illness = case.signals.illness
    if illness is None or illness.ended is not None or frozenset(illness.symptoms) == ABOVE:
        return None
    return Eased(REST, {"days": illness.days_ill(case.signals.on)}, illness.events)


RULE = Gate("AD321", source="schwellnus-2022", ease=ease)
