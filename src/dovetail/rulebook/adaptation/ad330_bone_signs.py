"""AD330: signs of a bone injury stop all impact, and a physician decides."""

from __future__ import annotations

from dovetail.domain.easing import STOP
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Stop until a professional has cleared the place; nobody clears it alone."""
    signs = [pain for pain in case.signals.pains if pain.bone_signs]
    if not signs:
        return None
    events = tuple(one for pain in signs for one in pain.events)
    return Eased(STOP, {"site": f"sites.{signs[-1].site}"}, events)


RULE = Gate("AD330", source="hoenig-2023", ease=ease)
