"""Weeks that health, absence or pain made what they are: no choice of whoever plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.domain.plan import Plan, ReviewDecision, Week
from dovetail.rulebook.gates import GATES

READINESS = frozenset({"AD340", "AD342", "AD343"})
"""Tired mornings and the heat of a day are no illness."""
AWAY_OR_ILL = frozenset({"AD312", "AD318", "AD319", "AD367"})
"""Of the rules that apply whole: those that take weeks, and what follows builds on them."""
COUNTS = 0.7
"""A loading week of which less was run is no measure for those to come (dovetail)."""
HOLDING = (frozenset(gate.code for gate in GATES) - READINESS) | AWAY_OR_ILL


SUNDAY = timedelta(days=6)


def held_weeks(plan: Plan) -> frozenset[date]:
    """Return the Mondays of weeks that health, absence, pain or days away made what they are.

    Of a week that is over and of which little was run nobody says more than of those.
    """
    decisions = () if plan.review is None else plan.review.decisions
    away = [one for one in decisions if one.code in AWAY_OR_ILL]
    return frozenset(
        week.starts
        for week in plan.weeks
        if is_held(week) or _is_left_out(week) or any(_overlap(one, week.starts) for one in away)
    )


def _is_left_out(week: Week) -> bool:
    """Whether a week was planned and is over, and little of it was run."""
    runs = [one for one in week.sessions if one.discipline == "run"]
    if not runs or any(one.done is None for one in runs):
        return False
    done = sum(one.done.km or 0.0 for one in runs if one.done is not None)
    return done < COUNTS * week.run_km


def _overlap(one: ReviewDecision, monday: date) -> bool:
    return one.first <= monday + SUNDAY and one.last >= monday


def is_held(week: Week) -> bool:
    """Whether health, absence or pain took something of a week."""
    return any(code in HOLDING for code in _codes(week))


def _codes(week: Week) -> Iterator[str]:
    yield from (reason.code for reason in week.reasons)
    yield from (reason.code for one in week.sessions for reason in one.reasons)
