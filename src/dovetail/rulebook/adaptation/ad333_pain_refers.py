"""AD333: pain that stays for weeks, or a limp for one, is for a professional."""

from __future__ import annotations

from dovetail.domain.easing import STOP
from dovetail.domain.signals import PainCourse
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Stop, and see someone: it is outside what a training plan can decide."""
    for pain in case.signals.pains:
        if _too_long(case, pain):
            days = (pain.last - pain.first).days
            return Eased(STOP, {"site": f"sites.{pain.site}", "days": days}, pain.events)
    return None


def _too_long(case: GateCase, pain: PainCourse) -> bool:
    number = case.principles.number
    days = (pain.last - pain.first).days
    strong = pain.worst > number("pain", "most") or pain.limp
    return (strong and days >= number("pain", "refer_days")) or (
        pain.worst > number("pain", "fine") and days >= number("pain", "refer_slow_days")
    )


RULE = Gate("AD333", source="silbernagel-2007", ease=ease, principles=("pain",))
