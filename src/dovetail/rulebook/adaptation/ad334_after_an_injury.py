"""AD334: after an injury running comes back by walking breaks, then distance, then speed."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import NO_BREAKS, Ease, Fastest, joined
from dovetail.domain.signals import Comeback
from dovetail.rulebook.shapes import Eased, Gate, GateCase
from dovetail.rulebook.way_back import ended_on, on_the_ladder, rung_after


def ease(case: GateCase) -> Eased | None:
    """A rung of the walk-run ladder every other day; beyond it a week for each share of before.

    After a bone injury, or more than four weeks, from the lowest rung. The last weeks bring
    strides, then threshold running, then everything.
    """
    ways = (_way(case, back) for back in case.signals.comebacks if back.began <= case.signals.on)
    spoke = sorted((way for way in ways if way is not None), key=_strictness)
    if not spoke:
        return None
    left = joined(*(way.left for way in spoke))
    because = tuple(dict.fromkeys(event for way in spoke for event in way.because))
    return Eased(left, spoke[0].facts, because)


def _strictness(way: Eased) -> tuple[int, float]:
    return way.left.rung, way.left.easy_share


def _way(case: GateCase, back: Comeback) -> Eased | None:
    first = _first_rung(case, back)
    rung = rung_after(back.runs, first, case.principles)
    if rung == NO_BREAKS:
        return _beyond(case, back, first)
    facts: Facts = {"rung": rung, "rungs": NO_BREAKS - 1, "stage": "way_back.ladder"}
    return Eased(on_the_ladder(rung, case.principles), facts, back.events)


def _first_rung(case: GateCase, back: Comeback) -> int:
    long = back.bone or back.days_off > case.principles.number("way_back", "short_days")
    return 1 if long else round(case.principles.number("way_back", "rung"))


def _beyond(case: GateCase, back: Comeback, first: int) -> Eased | None:
    """A share of before for each week since the ladder; the two last with strides, then more."""
    ended = ended_on(back.runs, first, case.principles) or back.began
    week = (case.signals.on - ended).days // 7
    shares = case.principles.row("way_back_shares", "long" if first == 1 else "short")
    if week >= len(shares):
        return None
    to_come = len(shares) - 1 - week
    fastest: Fastest = "threshold" if to_come == 0 else "strides" if to_come == 1 else "easy"
    left = Ease(
        quality="easy" if fastest == "easy" else "less", fastest=fastest,
        easy_share=shares[week], long_share=shares[week], lift="less",
        hops=fastest == "threshold", grow=False,
    )  # fmt: skip
    facts: Facts = {
        "rung": NO_BREAKS - 1,
        "rungs": NO_BREAKS - 1,
        "share_pct": round(100 * shares[week]),
        "stage": f"way_back.{fastest}",
    }
    return Eased(left, facts, back.events)


RULE = Gate(
    "AD334",
    source="george-2024",
    ease=ease,
    principles=("way_back", "way_back_shares", "pain_fine"),
)
