"""AD331: pain above five, a limp, or pain that stays overnight stops running for two days."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import NO_RUNNING, Ease, joined
from dovetail.domain.signals import PainCourse
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """No running and no hops for two days, then short and easy until it has been quiet a while."""
    found = [(pain, _left(case, pain)) for pain in case.signals.pains if stops(case, pain)]
    spoke = [(pain, left) for pain, left in found if left != Ease()]
    if not spoke:
        return None
    worst, _ = max(spoke, key=lambda one: one[0].worst)
    events = tuple(one for pain, _ in spoke for one in pain.events)
    facts: Facts = {"site": f"sites.{worst.site}", "pain": worst.worst}
    return Eased(joined(*(left for _, left in spoke)), facts, events)


def stops(case: GateCase, pain: PainCourse) -> bool:
    """Whether a place hurts too much, too long, or still in the morning.

    Source: silbernagel-2007 (bands), dovetail (days).
    """
    number = case.principles.number
    return (
        pain.worst > number("pain", "most")
        or pain.limp
        or (pain.next_morning or 0.0) > number("pain", "fine")
        or pain.days_at_3 >= number("pain", "days")
    )


def _left(case: GateCase, pain: PainCourse) -> Ease:
    number = case.principles.number
    days = (case.signals.on - pain.last).days
    if days < number("pain", "stop_days"):
        return NO_RUNNING & Ease(lift="light")
    if days < number("pain", "quiet_days"):
        share, minutes = number("pain", "back_share"), number("pain", "back_min")
        back = Ease(quality="easy", easy_share=share, long_share=share, run_min=minutes)
        return back & Ease(lift="less", hops=False, heavy_legs=False)
    return Ease()


RULE = Gate("AD331", source="silbernagel-2007", ease=ease, principles=("pain",))
