"""AD325: who trained with fever sees a physician before training again."""

from __future__ import annotations

from dovetail.domain.easing import STOP
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Stop until a professional has cleared it, for the heart's sake."""
    illness = case.signals.illness
    if illness is None or not illness.trained_with_fever or illness.cleared is not None:
        return None
    return Eased(STOP, {}, illness.events)


RULE = Gate("AD325", source="schwellnus-2022", ease=ease)
