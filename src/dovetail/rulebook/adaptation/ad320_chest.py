"""AD320: chest trouble in an illness is for a physician, before any training."""

from __future__ import annotations

from dovetail.domain.easing import STOP
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Stop until a professional has cleared it; that the illness ended is not enough."""
    illness = case.signals.illness
    if illness is None or "chest" not in illness.symptoms or illness.cleared is not None:
        return None
    return Eased(STOP, {}, illness.events)


RULE = Gate("AD320", source="schwellnus-2022", ease=ease)
