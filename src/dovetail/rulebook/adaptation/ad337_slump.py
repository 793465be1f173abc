"""AD337: weeks of falling performance and mood are for a professional."""

from __future__ import annotations

from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Easy running and less strength until somebody has looked; both have to have fallen."""
    slump = case.signals.slump
    number = case.principles.number
    if slump is None or not slump.mood_fell or slump.loss_pct < number("slump", "loss_pct"):
        return None
    if slump.days <= number("slump", "days"):
        return None
    left = Ease(quality="easy", fastest="easy", lift="less", hops=False, grow=False, refer=True)
    weeks = slump.days // 7
    return Eased(left, {"weeks": weeks, "loss_pct": round(slump.loss_pct)}, slump.events)


RULE = Gate("AD337", source="dovetail", ease=ease, principles=("slump",))
