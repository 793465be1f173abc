"""AD350: after days off the running comes back in steps, the longer the more of them."""

from __future__ import annotations

from dovetail.domain.decision import Facts
from dovetail.domain.easing import Ease, LiftLeft
from dovetail.domain.signals import Layoff
from dovetail.rulebook.shapes import Eased, Gate, GateCase


def ease(case: GateCase) -> Eased | None:
    """Easy only after a few missed days; then shares of before, each for its part of the way.

    After weeks off no run is longer than the last share of the longest before: a small week must
    not hang on one long run. The way back takes as many days as were off, two weeks at least, and
    twelve weeks after more than eight. Days off on which nothing was planned are no days off.
    """
    layoff = case.signals.layoff
    if layoff is None:
        return None
    day = 0 if layoff.back is None else (case.signals.on - layoff.back).days
    kind = _kind(case, layoff.days_off)
    way = _way(case, layoff, kind)
    if not 0 <= day < way:
        return None
    shares = case.principles.row("days_off_shares", kind)
    step = min(len(shares) - 1, int(day * len(shares) / way))
    whole = shares[step] == 1
    share = 1.0 if whole else min(1.0, shares[step] * _of_before(layoff))
    lift: LiftLeft = "asked" if whole else "less" if step else "light"
    left = _left(share, lift, strides=kind == "long" and step == len(shares) - 1)
    if layoff.longest_km and kind == "weeks":
        left &= Ease(run_km=shares[-1] * layoff.longest_km)
    facts: Facts = {
        "days": layoff.days_off, "nth": day + 1, "share_pct": round(100 * share),
        "share": "days_off.whole" if share == 1 else "days_off.part",
    }  # fmt: skip
    return Eased(left, facts, layoff.events)


def _left(share: float, lift: LiftLeft, *, strides: bool) -> Ease:
    left = Ease(
        quality="easy", fastest="easy", easy_share=share, long_share=share, lift=lift,
        hops=lift == "asked", heavy_legs=lift != "light", grow=False,
    )  # fmt: skip
    if strides:
        return Ease(
            quality="less", fastest="strides", easy_share=share, long_share=share, lift=lift,
            hops=False, grow=False,
        )  # fmt: skip
    return left


def _of_before(layoff: Layoff) -> float:
    """Return how much was run before, as a part of what the week is planned to be: 1 unknown.

    The share is of what was run: half of a plan that has grown meanwhile would be more than
    half of it, and half of a lighter week less. No run is longer than it was planned.
    """
    if not layoff.week_km or not layoff.planned_km:
        return 1.0
    return layoff.week_km / layoff.planned_km


def _kind(case: GateCase, days: int) -> str:
    number = case.principles.number
    if days <= number("days_off", "few"):
        return "few"
    if days <= number("days_off", "weeks"):
        return "weeks"
    return "months" if days <= number("days_off", "months") else "long"


def _way(case: GateCase, layoff: Layoff, kind: str) -> float:
    """Return how many days the way back has."""
    number = case.principles.number
    if kind == "long":
        return number("days_off", "long_way")
    if kind == "months":
        return layoff.days_off
    if kind == "weeks":
        return 0 if layoff.missed == 0 else max(layoff.days_off, number("days_off", "least_way"))
    return _few(case, layoff)


def _few(case: GateCase, layoff: Layoff) -> float:
    """One missed day is nothing, after two or three the first is easy, then each has its day."""
    one, each = (case.principles.number("days_off", key) for key in ("one_easy", "each_easy"))
    missed = layoff.missed
    if missed is None:
        missed = layoff.days_off if layoff.days_off >= each else 0
    if missed < one:
        return 0
    return 1 if missed < each else missed


RULE = Gate("AD350", source="daniels-2014", ease=ease, principles=("days_off", "days_off_shares"))
