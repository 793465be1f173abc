"""A week of Ana's: two runs, two lifts, a long run; and the signals of what was done of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tests import plan_parts as parts
from tests import plans
from tests.logs import day, seen

from dovetail.content.library import read_library
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event
from dovetail.domain.week_signals import WeekSignals
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.week_signals import week_signals

LIBRARY = read_library()
EASY = parts.run(day(1), "easy-1", minutes=40)
LIFT = parts.strength(day(2), "a", phase="maximal_strength", block=parts.heavy())
QUALITY = parts.threshold(day(3))
LONG = parts.long_run(day(6), 12)
SESSIONS = (parts.rest(day(0)), EASY, LIFT, QUALITY, LONG)
SUNDAY = 6


@cache
def _ana() -> Plan:
    return plans.plan(2)


def plan_of(sessions: Sequence[Session] = SESSIONS) -> Plan:
    """A plan of one week with these sessions."""
    week = replace(_ana().weeks[0], starts=day(0), sessions=tuple(sessions))
    return replace(_ana(), weeks=(week,))


def signals_of(
    *events: Event, sessions: Sequence[Session] = SESSIONS, today: int = 8, of: int = 0
) -> WeekSignals:
    """The signals of the week of a day, as seen on another."""
    return signals_in(plan_of(sessions), *events, today=today, of=of)


def signals_in(plan: Plan, *events: Event, today: int, of: int) -> WeekSignals:
    """The same for any plan."""
    history = seen(events, today)
    every = [one for week in plan.weeks for one in week.sessions]
    matched = match(every, history, LIBRARY.principles)
    return week_signals(
        day(of),
        Mornings(history=history, matched=matched, plan=plan),
        exercises=LIBRARY.exercises,
        principles=LIBRARY.principles,
    )
