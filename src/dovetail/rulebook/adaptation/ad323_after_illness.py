"""AD323: after an illness the way back takes as many days as the illness had."""

from __future__ import annotations

from dovetail.domain.easing import Ease, joined
from dovetail.domain.signals import IllnessCourse
from dovetail.rulebook.shapes import Eased, Gate, GateCase

ABOVE = frozenset({"above_neck"})


def ease(case: GateCase) -> Eased | None:
    """Half, then three quarters; no faster running before easy days were normal.

    After a cold above the neck only the faster running waits. After fever, or five days and
    more, it waits a week.
    """
    illness = case.signals.illness
    if illness is None or illness.ended is None or case.signals.on < illness.ended:
        return None
    day = (case.signals.on - illness.ended).days
    left = joined(_ramp(case, illness, day), _quality(case, illness, day))
    if left == Ease():
        return None
    facts = {"days": illness.days_ill(illness.ended), "day": day + 1, "share_pct": _pct(left)}
    return Eased(left, facts, illness.events)


def _ramp(case: GateCase, illness: IllnessCourse, day: int) -> Ease:
    if frozenset(illness.symptoms) == ABOVE:
        return Ease()
    number = case.principles.number
    least = number("illness_return", "least_days")
    days = max(least, illness.days_ill(case.signals.on))
    if day >= days:
        return Ease()
    half = day < days / 2
    share = number("illness_return", "first" if half else "then")
    eased = Ease(easy_share=share, long_share=share, lift="light" if half else "less", hops=False)
    first = Ease(run_min=number("illness_return", "cold_min")) if day == 0 else Ease()
    return eased & first & Ease(heavy_legs=not half)


def _quality(case: GateCase, illness: IllnessCourse, day: int) -> Ease:
    number = case.principles.number
    days = illness.days_ill(case.signals.on)
    waits = number("illness_return", "easy_days")
    if frozenset(illness.symptoms) != ABOVE:
        waits += max(number("illness_return", "least_days"), days)
    if "fever" in illness.symptoms or days >= number("illness_return", "long_ill_days"):
        waits = max(waits, number("illness_return", "quality_days"))
    return Ease(quality="easy") if day < waits else Ease()


def _pct(left: Ease) -> int:
    return round(100 * left.easy_share)


RULE = Gate("AD323", source="schwellnus-2022", ease=ease, principles=("illness_return",))
