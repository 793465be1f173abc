"""AD331: pain above five, a limp, or pain that stays overnight stops running for two days."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import NO_RUNNING, Ease, joined
from dovetail.domain.signals import PainCourse
from dovetail.rulebook.pain_days import felt, stopping
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """No running and no hops for two days, then short and easy until it was quiet for a week."""
    found = [(pain, _left(case, pain)) for pain in case.signals.pains]
    spoke = [(pain, part) for pain, part in found if part != Ease()]
    if not spoke:
        return None
    worst, _ = max(spoke, key=lambda one: _worst(one[0]))
    events = tuple(one for pain, _ in spoke for one in pain.events)
    left = joined(*(part for _, part in spoke))
    facts: Facts = {
        "site": f"sites.{worst.site}",
        "pain": _worst(worst),
        "stage": f"pain_stop.{'back' if left.runs else 'none'}",
    }
    return Eased(left, facts, events)


def _worst(pain: PainCourse) -> float:
    return max(max(day.worst, day.next_morning or 0.0) for day in pain.told)


def _left(case: GateCase, pain: PainCourse) -> Ease:
    number = case.principles.number
    stops = stopping(pain, case.principles)
    if not stops:
        return Ease()
    if (case.signals.on - stops[-1]).days < number("pain", "stop_days"):
        return NO_RUNNING & Ease(lift="light")
    last_felt = max((*felt(pain, case.principles), stops[-1]))
    if (case.signals.on - last_felt).days < number("pain", "quiet_days"):
        share, minutes = number("pain", "back_share"), number("pain", "back_min")
        back = Ease(quality="easy", fastest="easy", easy_share=share, long_share=share)
        less = Ease(run_min=minutes, lift="less", hops=False, heavy_legs=False, grow=False)
        return back & less
    return Ease()


RULE = Gate(
    "AD331", source="silbernagel-2007", ease=ease, principles=("pain", "pain_fine", "pain_most")
)
