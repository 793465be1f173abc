"""How often each rule speaks and is silent while plans are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from dovetail.domain.decision import Bound, Order, Reason
from dovetail.rulebook import catalogue, engines
from dovetail.rulebook.shapes import (
    Gap,
    Limit,
    Pair,
    PlacementRule,
    Slot,
    Span,
    Stay,
    Strain,
    Visit,
)
from dovetail.rulebook.week_case import WeekCase

Counts = tuple[Counter[str], Counter[str]]
"""How often each code spoke, and was silent."""


@contextmanager
def counting(*, on: bool) -> Iterator[Counts]:
    """Count what the rules say inside, where that is wanted."""
    counts: Counts = (Counter(), Counter())
    if not on:
        yield counts
        return
    before = (engines._answer, engines._reason, catalogue.PLACEMENT)
    _listen_to_limits(counts)
    catalogue.PLACEMENT = tuple(_listening(make, counts) for make in before[2])
    try:
        yield counts
    finally:
        engines._answer, engines._reason, catalogue.PLACEMENT = before


def _listen_to_limits(counts: Counts) -> None:
    """A limit that is asked is silent until its answer binds and becomes a reason."""
    spoke, silent = counts
    answer, reason = engines._answer, engines._reason

    def asked(rule: Limit | Order, case: object) -> Bound | None:
        silent[rule.code] += 1
        return answer(rule, case)

    def binds(rule: Limit | Order, facts: object) -> Reason:
        silent[rule.code] -= 1
        spoke[rule.code] += 1
        return reason(rule, facts)

    engines._answer, engines._reason = asked, binds


def _listening(
    make: Callable[[WeekCase], PlacementRule], counts: Counts
) -> Callable[[WeekCase], PlacementRule]:
    def made(case: WeekCase) -> PlacementRule:
        return _heard(make(case), counts)

    return made


def _heard(rule: PlacementRule, counts: Counts) -> PlacementRule:
    def heard(amount: int) -> int:
        counts[0 if amount else 1][rule.code] += 1
        return amount

    if isinstance(rule, Stay):
        stay = rule.amount

        def of_visit(visit: Visit, slot: Slot) -> int:
            return heard(stay(visit, slot))

        return replace(rule, amount=of_visit)
    if isinstance(rule, Pair):
        pair = rule.amount

        def of_two(before: Strain, after: Strain, gap: Gap) -> int:
            return heard(pair(before, after, gap))

        return replace(rule, amount=of_two)
    assert isinstance(rule, Span)
    span = rule.amount

    def of_days(marks: tuple[int, ...]) -> int:
        return heard(span(marks))

    return replace(rule, amount=of_days)
