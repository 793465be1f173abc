"""The engines that ask rules: planner, review, linter and solver share them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from dovetail.domain.decision import Bound, Decision, Order, Reason
from dovetail.domain.easing import STATES, joined
from dovetail.rulebook.shapes import (
    WALL,
    Broken,
    Eased,
    Gap,
    Gate,
    GateCase,
    Limit,
    Pair,
    PlacementRule,
    Policy,
    Price,
    Season,
    Slot,
    Span,
    Stay,
    Strain,
    sessions,
)

_HAIR = 1e-9
Placed = tuple[Strain, Slot, int]


def clamp(wish: float, rules: Iterable[Limit | Order], case: object) -> Decision[float]:
    """Return as much of the raw wish as every rule lets through, the tightest reason first.

    A ceiling beats a floor. The wish must be the raw one: clamping an already clamped
    number silences the rule that did it.
    """
    answers = [(rule, _answer(rule, case)) for rule in rules]
    floors = [
        (low.at_least, _reason(rule, low.facts))
        for rule, low in answers
        if low is not None and low.at_least is not None and low.at_least > wish + _HAIR
    ]
    lifted = max([wish, *(low for low, _ in floors)])
    ceilings = [
        (high.at_most, _reason(rule, high.facts))
        for rule, high in answers
        if high is not None and high.at_most is not None and high.at_most < lifted - _HAIR
    ]
    ceilings.sort(key=lambda spoke: (spoke[0], spoke[1].code))
    floors.sort(key=lambda spoke: (-spoke[0], spoke[1].code))
    reasons = tuple(reason for _, reason in ceilings + floors)
    spoken = {reason.code for reason in reasons}
    silent = tuple(rule.code for rule, _ in answers if rule.code not in spoken)
    return Decision(min([lifted, *(high for high, _ in ceilings)]), reasons, silent)


def _answer(rule: Limit | Order, case: object) -> Bound | None:
    return rule.bound(case) if isinstance(rule, Limit) else rule.bound


def _reason(rule: Limit | Order, facts: object) -> Reason:
    assert isinstance(facts, dict)
    return Reason(rule.code, facts, (rule.source,))


def broken(value: float, limit: Limit, case: object) -> Reason | None:
    """Ask the same limit of a number that somebody already chose."""
    answer = limit.bound(case)
    if answer is None:
        return None
    over = answer.at_most is not None and value > answer.at_most + _HAIR
    under = answer.at_least is not None and value < answer.at_least - _HAIR
    if not (over or under):
        return None
    return Reason(limit.code, {**answer.facts, "value": value}, (limit.source,))


def judge(season: Season, rules: Sequence[PlacementRule], first: int, last: int) -> list[Broken]:
    """Return all that the rules say of days first..last: score, linter and oracle in one.

    A finding belongs to the place where it became true, the later one, so that a seam
    between weeks is never counted twice.
    """
    placed = list(sessions(season))
    found: list[Broken] = []
    for rule in rules:
        if isinstance(rule, Stay):
            found += _stays(rule, season, first, last)
        elif isinstance(rule, Pair):
            found += _pairs(rule, placed, first, last)
        else:
            found += _spans(rule, placed, first, last)
    return found


def _stays(rule: Stay, season: Season, first: int, last: int) -> Iterable[Broken]:
    for slot, visit in season:
        if first <= slot.day <= last and visit and (amount := rule.amount(visit, slot)):
            yield Broken(rule.code, amount, slot.day, tuple(strain.kind for strain in visit))


def _pairs(rule: Pair, placed: Sequence[Placed], first: int, last: int) -> Iterable[Broken]:
    for index, (after, then, _) in enumerate(placed):
        if not first <= then.day <= last:
            continue
        for before, was, end in reversed(placed[:index]):
            dates = then.day - was.day
            if dates > rule.reach:
                break
            if was == then:
                continue
            gap = Gap(dates, dates * 1440 + then.start - end)
            if amount := rule.amount(before, after, gap):
                yield Broken(rule.code, amount, then.day, (before.kind, after.kind))


def _spans(rule: Span, placed: Sequence[Placed], first: int, last: int) -> Iterable[Broken]:
    days = {
        day: tuple(strain for strain, _, _ in group)
        for day, group in groupby(placed, key=lambda one: one[1].day)
    }
    for day in range(first, last + 1):
        window = range(day - rule.dates + 1, day + 1)
        if amount := rule.amount(tuple(rule.mark(days.get(one, ())) for one in window)):
            yield Broken(rule.code, amount, day, ())


def price(findings: Iterable[Broken], policy: Policy) -> Price:
    """Return (amount at the walls, price, ties), compared in this order.

    No price buys a wall. A code without a line in the policy is a bug, not a zero, and
    raises KeyError.
    """
    walls = soft = ties = 0
    for finding in findings:
        weight = policy[finding.code]
        if weight is WALL:
            walls += finding.amount
        elif isinstance(weight, int):
            soft += weight * finding.amount
        else:
            ties += finding.amount
    return walls, soft, ties


def gated(gates: Iterable[Gate], case: GateCase) -> tuple[Eased, tuple[Reason, ...]]:
    """Ask every gate; return what they leave together, and a reason for each that spoke.

    The reasons stand in the order of the gates, those that leave least first.
    """
    spoke = [(gate, eased) for gate in gates if (eased := gate.ease(case)) is not None]
    spoke.sort(key=lambda one: -STATES.index(one[1].left.state))
    left = joined(*(eased.left for _, eased in spoke))
    because = tuple(dict.fromkeys(event for _, eased in spoke for event in eased.because))
    reasons = tuple(Reason(gate.code, eased.facts, (gate.source,)) for gate, eased in spoke)
    return Eased(left, {}, because), reasons
