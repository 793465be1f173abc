"""AD332: pain of three to five that is gone by the morning lets easy running go on, shorter."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """A quarter less, nothing fast, no hops, the legs lift lighter; asked again each day."""
    number = case.principles.number
    felt = [
        pain
        for pain in case.signals.pains
        if pain.worst > number("pain", "fine")
        and (case.signals.on - pain.last).days < number("pain", "stop_days")
    ]
    if not felt:
        return None
    worst = max(felt, key=lambda pain: pain.worst)
    share = number("pain", "easy_share")
    left = Ease(
        quality="easy", easy_share=share, long_share=share, lift="less", hops=False,
        heavy_legs=False,
    )  # fmt: skip
    events = tuple(one for pain in felt for one in pain.events)
    facts: Facts = {
        "site": f"sites.{worst.site}",
        "pain": worst.worst,
        "share_pct": round(100 * share),
    }
    return Eased(left, facts, events)


RULE = Gate("AD332", source="silbernagel-2007", ease=ease, principles=("pain",))
