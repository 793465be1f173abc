"""AD332: pain of three to five that is gone by the morning lets easy running go on, shorter."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease
from dovetail.domain.signals import PainCourse
from dovetail.rulebook.pain_days import felt
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """A quarter less, nothing fast, no hops, the legs lift lighter; asked again each day."""
    lately = [pain for pain in case.signals.pains if _is_lately_felt(case, pain)]
    if not lately:
        return None
    worst = max(lately, key=_worst)
    share = case.principles.number("pain", "easy_share")
    left = Ease(
        quality="easy", fastest="easy", easy_share=share, long_share=share, lift="less",
        hops=False, heavy_legs=False, grow=False,
    )  # fmt: skip
    events = tuple(one for pain in lately for one in pain.events)
    facts: Facts = {
        "site": f"sites.{worst.site}",
        "pain": _worst(worst),
        "share_pct": round(100 * share),
    }
    return Eased(left, facts, events)


def _is_lately_felt(case: GateCase, pain: PainCourse) -> bool:
    days = felt(pain, case.principles)
    recheck = case.principles.number("pain", "stop_days")
    return bool(days) and (case.signals.on - days[-1]).days < recheck


def _worst(pain: PainCourse) -> float:
    return max(max(day.worst, day.next_morning or 0.0) for day in pain.told)


RULE = Gate("AD332", source="silbernagel-2007", ease=ease, principles=("pain", "pain_fine"))
