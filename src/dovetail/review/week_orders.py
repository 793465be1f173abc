"""What decisions leave of the days of a week that is committed: eased in place, nothing moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dovetail.domain.decision import Reason
from dovetail.domain.easing import Ease, joined
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.planning.orders import Orders
from dovetail.review.left import Left
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.intensity import hard_min

Part = tuple[Ease, Reason]
HAIR = 1e-6
NO_TIME_MIN = 15
"""Fewer minutes of a day are no time to train (dovetail)."""


def left_by_orders(week: Week, on: date, orders: Orders, runner: Runner, done_km: float) -> Left:
    """Return the ceilings that orders put on a day of a committed week, and why.

    `done_km` is what was run of the week before the day: what is left of a bound is shared by
    the runs that are still to come.
    """
    parts = [*_volume(week, on, orders, done_km), *_quality(week, on, orders, runner)]
    parts += _away(on, orders)
    return _left(parts)


def _left(parts: Sequence[Part]) -> Left:
    ease = joined(*(part for part, _ in parts))
    return Left(ease=ease, reasons=tuple(reason for _, reason in parts))


def _volume(week: Week, on: date, orders: Orders, done_km: float) -> Iterator[Part]:
    ahead = sum(one.km or 0.0 for one in week.sessions if one.discipline == "run" and _is_left(one))
    for order in orders.in_week("week.km", week.starts):
        most = order.bound.at_most
        if most is None or not order.first <= on <= order.last or ahead <= 0:
            continue
        share = max(0.0, most - done_km) / ahead
        if share < 1 - HAIR:
            ease = Ease(easy_share=share, long_share=share)
            yield ease, Reason(order.code, order.bound.facts, (order.source,))


def _is_left(session: Session) -> bool:
    return session.done is None and session.state != "past"


def _quality(week: Week, on: date, orders: Orders, runner: Runner) -> Iterator[Part]:
    asked = sum(hard_min(one, runner) for one in week.sessions if one.key and _is_left(one))
    for order in orders.in_week("week.quality", week.starts):
        most = order.bound.at_most
        if most is None or not order.first <= on <= order.last or asked <= most + HAIR:
            continue
        ease = Ease(quality="easy" if most <= 0 else "less")
        yield ease, Reason(order.code, order.bound.facts, (order.source,))


def _away(on: date, orders: Orders) -> Iterator[Part]:
    for order in orders.of("day.minutes", on, on):
        most = order.bound.at_most
        if most is None:
            continue
        none = most < NO_TIME_MIN
        ease = Ease(run_min=0.0 if none else most, lift="none" if none else "asked")
        yield ease, Reason(order.code, order.bound.facts, (order.source,))


def left_of_run(session: Session, orders: Orders) -> Left:
    """Return the ceilings on one run that a decision names."""
    parts: list[Part] = []
    for quantity in ("run.km", "run.minutes"):
        for order in orders.of(quantity, session.date, session.date):
            most = order.bound.at_most
            if order.about != session.id or most is None:
                continue
            ease = Ease(run_km=most) if quantity == "run.km" else Ease(run_min=most)
            parts.append((ease, Reason(order.code, order.bound.facts, (order.source,))))
    return _left(parts)
