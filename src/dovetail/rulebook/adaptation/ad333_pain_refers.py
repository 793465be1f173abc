"""AD333: strong pain or a limp for more than a week, or any pain for two, is for a professional."""

from __future__ import annotations

from datetime import date

from dovetail.domain.easing import STOP
from dovetail.domain.signals import PainCourse
from dovetail.rulebook.pain_days import felt, stopping
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Stop, and see someone, until it was quiet for a week."""
    for pain in case.signals.pains:
        if (days := _too_long(case, pain)) is not None:
            return Eased(STOP, {"site": f"sites.{pain.site}", "days": days}, pain.events)
    return None


def _too_long(case: GateCase, pain: PainCourse) -> int | None:
    """Return the days between the first and the last of them, where they are too many."""
    number = case.principles.number
    hurt, stops = felt(pain, case.principles), stopping(pain, case.principles)
    days = tuple(sorted({*hurt, *stops}))
    if not days or (case.signals.on - days[-1]).days >= number("pain", "quiet_days"):
        return None
    strong, any_pain = _length(pain, stops), _length(pain, days)
    if strong > number("pain", "refer_days") or any_pain >= number("pain", "refer_slow_days"):
        return max(strong, any_pain)
    return None


def _length(pain: PainCourse, days: tuple[date, ...]) -> int:
    """Count from the first to the last; where only the last was told, from the course's first."""
    if not days:
        return 0
    first = days[0] if pain.days else pain.first
    return (days[-1] - first).days


RULE = Gate(
    "AD333", source="silbernagel-2007", ease=ease, principles=("pain", "pain_fine", "pain_most")
)
