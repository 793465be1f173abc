"""AD324: some signs are for a professional, whatever else the day is like."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import STOP
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Stop until a professional has cleared it."""
    warned = case.signals.warned
    if not warned.signs:
        return None
    facts: Facts = {"sign": f"signs.{warned.signs[-1]}", "signs": len(warned.signs)}
    return Eased(STOP, facts, warned.events)


RULE = Gate("AD324", source="riebe-2015", ease=ease)
