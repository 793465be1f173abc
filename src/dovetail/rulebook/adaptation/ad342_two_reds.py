"""AD342: two red mornings within three days ask for easy days."""

from __future__ import annotations

from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Easy running and light strength while two of the last days were red."""
    reds = case.signals.reds
    if len(reds) < case.principles.number("readiness", "reds"):
        return None
    minutes = case.principles.number("readiness_eases", "red_min")
    left = Ease(quality="easy", run_min=minutes, lift="light", hops=False, heavy_legs=False)
    return Eased(left, {"mornings": len(reds)}, case.signals.readiness.events)


RULE = Gate("AD342", source="nuuttila-2022", ease=ease, principles=("readiness", "readiness_eases"))
