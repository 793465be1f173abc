"""AD350: after days off the running comes back in steps, the longer the more of them."""

from __future__ import annotations

from dovetail.domain.easing import Ease, LiftLeft
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Easy only after a few days; then shares of before, each for its part of the way back.

    The way back takes as many days as were off, after eight weeks off twelve weeks.
    """
    layoff = case.signals.layoff
    if layoff is None:
        return None
    day = 0 if layoff.back is None else (case.signals.on - layoff.back).days
    kind = _kind(case, layoff.days_off)
    shares = case.principles.row("days_off_shares", kind)
    way = case.principles.number("days_off", "long_way") if kind == "long" else layoff.days_off
    if not 0 <= day < way:
        return None
    share = shares[min(len(shares) - 1, int(day * len(shares) / way))]
    lift: LiftLeft = "asked" if share == 1 else "less" if share > shares[0] else "light"
    left = Ease(
        quality="easy", easy_share=share, long_share=share, lift=lift, hops=share == 1,
        heavy_legs=lift != "light",
    )  # fmt: skip
    facts = {"days": layoff.days_off, "day": day + 1, "share_pct": round(100 * share)}
    return Eased(left, facts, layoff.events)


def _kind(case: GateCase, days: int) -> str:
    number = case.principles.number
    if days <= number("days_off", "few"):
        return "few"
    if days <= number("days_off", "weeks"):
        return "weeks"
    return "months" if days <= number("days_off", "months") else "long"


RULE = Gate("AD350", source="daniels-2014", ease=ease, principles=("days_off", "days_off_shares"))
