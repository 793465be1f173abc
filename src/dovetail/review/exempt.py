"""The weeks that may change by more than a review may change by itself."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Order, Reason
from dovetail.domain.plan import Plan, Week
from dovetail.planning.beside_stood import GATE_CODES
from dovetail.planning.orders import Orders
from dovetail.review.hands import HAND
from dovetail.review.left import Left
from dovetail.rulebook.adaptations import WHOLE
from dovetail.rulebook.held_weeks import AWAY_OR_ILL, HOLDING, READINESS

LATELY = timedelta(days=7)
SUNDAY = timedelta(days=6)


def free_weeks(plan: Plan, kept: Sequence[Week], today: date, orders: Orders) -> frozenset[date]:
    """Return the Mondays of weeks that health, absence, pain or a person's number may change.

    `kept` are the weeks that are not planned again, as they are eased now. A gate that takes
    nothing of any session frees no week; those that it takes from ahead free what comes after
    (`Standing.frees`). The weeks after a race are as its effort leaves them: nobody is asked about
    them long before.
    Health, absence and pain apply whole, in their own week and in those that build on it, and
    end whole: for a week after their last day weeks may grow back. Other rules that apply whole,
    and numbers by hand, free their own weeks.
    """
    begins = [*_in_sessions((*plan.weeks, *kept), today - LATELY), *_decided(orders)]
    first = min(begins, default=None)
    return frozenset(
        week.starts
        for week in plan.weeks
        if week.phase == "recovery"
        or (first is not None and first <= week.starts + SUNDAY)
        or any(_frees(one, week.starts) for one in orders.every)
    )


def watched_weeks(ahead: Mapping[date, Left]) -> frozenset[date]:
    """Return the Mondays of weeks in which an illness, the way back from it, or pain is watched."""
    whole = GATE_CODES - READINESS
    return frozenset(monday_of(day) for day, left in ahead.items() if _says(left.reasons, whole))


def _in_sessions(weeks: Sequence[Week], since: date) -> Iterator[date]:
    for week in weeks:
        ahead = (one for one in week.sessions if one.date >= since)
        yield from (one.date for one in ahead if _says(one.reasons, HOLDING))


def _decided(orders: Orders) -> Iterator[date]:
    yield from (one.first for one in orders.every if one.code in AWAY_OR_ILL)


def _frees(order: Order, monday: date) -> bool:
    in_force = order.first <= monday + SUNDAY and order.last >= monday
    return in_force and (order.code in WHOLE or order.code == HAND)


def _says(reasons: tuple[Reason, ...], codes: Container[str]) -> bool:
    return any(reason.code in codes for reason in reasons)
