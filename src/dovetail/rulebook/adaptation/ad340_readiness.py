"""AD340: a tired morning, against one's own usual ones, makes the day easier."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease
from dovetail.rulebook.morning_points import points
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Two points take a quarter off the fast work, four leave easy running and light strength."""
    number = case.principles.number
    found = points(case.signals.readiness, case.principles)
    total = sum(found.values())
    if total < number("readiness", "amber"):
        return None
    worst = max(found, key=lambda signal: found[signal])
    facts: Facts = {"points": total, "worst": f"readiness.{worst}"}
    events = case.signals.readiness.events
    long_share = number("readiness_eases", "long")
    if total < number("readiness", "red"):
        return Eased(
            Ease(quality="less", long_share=long_share, lift="less", grow=False), facts, events
        )
    minutes = number("readiness_eases", "red_min")
    left = Ease(quality="easy", long_share=long_share, run_min=minutes, lift="light", hops=False)
    nothing_fast = Ease(fastest="easy", heavy_legs=False, grow=False)
    return Eased(left & nothing_fast, facts, events)


RULE = Gate(
    "AD340",
    source="nuuttila-2022",
    ease=ease,
    principles=("readiness", "readiness_signals", "readiness_eases"),
)
