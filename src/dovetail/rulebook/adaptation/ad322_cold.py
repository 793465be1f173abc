"""AD322: with a cold above the neck a short easy run is the most."""

from __future__ import annotations

from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase

ABOVE = frozenset({"above_neck"})


def ease(case: GateCase) -> Eased | None:
    """An easy run of few minutes, no lifting but light, while it lasts."""
    illness = case.signals.illness
    if illness is None or illness.ended is not None or frozenset(illness.symptoms) != ABOVE:
        return None
    minutes = case.principles.number("illness_return", "cold_min")
    left = Ease(
        quality="easy",
        fastest="easy",
        grow=False,
        run_min=minutes,
        lift="light",
        hops=False,
        heavy_legs=False,
    )
    return Eased(left, {"run_min": round(minutes)}, illness.events)


RULE = Gate("AD322", source="schwellnus-2022", ease=ease, principles=("illness_return",))
