"""AD323: after an illness the way back takes as many days as the illness had."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import REST, Ease, joined
from dovetail.domain.signals import IllnessCourse
from dovetail.rulebook.shapes import Eased, Gate, GateCase

ABOVE = frozenset({"above_neck"})


def ease(case: GateCase) -> Eased | None:
    """A day without symptoms first, then half, then three quarters, then fast running again.

    After a cold above the neck only the faster running waits. After fever, or five days and
    more, it waits a week, and always until easy running was easy twice.
    """
    illness = case.signals.illness
    if illness is None or illness.ended is None or case.signals.on < illness.ended:
        return None
    day = (case.signals.on - illness.ended).days
    left = joined(*(part(case, illness, day) for part in (_ramp, _quality, _lifting)))
    if left == Ease():
        return None
    facts: Facts = {
        "days": illness.days_ill(illness.ended),
        "share_pct": round(100 * left.easy_share),
        "stage": f"illness_return.{_stage(case, left)}",
    }
    return Eased(left, facts, illness.events)


def _stage(case: GateCase, left: Ease) -> str:
    if not left.runs:
        return "free"
    if left.easy_share == 1:
        return "easy"
    first = left.easy_share == case.principles.number("illness_return", "first")
    return "half" if first else "more"


def _ramp(case: GateCase, illness: IllnessCourse, day: int) -> Ease:
    if frozenset(illness.symptoms) == ABOVE:
        return Ease()
    if day < case.principles.number("illness_return", "free_days"):
        return REST
    done = day - case.principles.number("illness_return", "free_days")
    days = _days_back(case, illness)
    if done >= days:
        return Ease()
    half = done < days / 2
    share = case.principles.number("illness_return", "first" if half else "then")
    eased = Ease(easy_share=share, long_share=share, hops=False, grow=False)
    return eased & Ease(lift="light" if half else "less", heavy_legs=not half)


def _days_back(case: GateCase, illness: IllnessCourse) -> float:
    least = case.principles.number("illness_return", "least_days")
    return max(least, illness.days_ill(case.signals.on))


def _quality(case: GateCase, illness: IllnessCourse, day: int) -> Ease:
    number = case.principles.number
    normal = number("illness_return", "easy_days")
    waits = normal
    if frozenset(illness.symptoms) != ABOVE:
        waits += number("illness_return", "free_days") + _days_back(case, illness)
    long = illness.days_ill(case.signals.on) >= number("illness_return", "long_ill_days")
    if long or "fever" in illness.symptoms:
        waits = max(waits, number("illness_return", "quality_days"))
    untried = illness.normal_runs is not None and illness.normal_runs < normal
    return Ease(quality="easy", fastest="easy") if day < waits or untried else Ease()


def _lifting(_case: GateCase, illness: IllnessCourse, _day: int) -> Ease:
    """Heavy lifting waits for the first easy run that was easy."""
    if frozenset(illness.symptoms) == ABOVE or illness.normal_runs != 0:
        return Ease()
    return Ease(lift="light", heavy_legs=False)


RULE = Gate("AD323", source="schwellnus-2022", ease=ease, principles=("illness_return",))
