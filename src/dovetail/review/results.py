"""Tests and races of a week, each beside the last one before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from dovetail.domain.athlete import RaceResult
from dovetail.domain.training_log import Race, Test
from dovetail.domain.units import Duration
from dovetail.domain.week_signals import RaceDone, TestDone
from dovetail.physiology.race_fitness import race_fitness
from dovetail.review.history import History
from dovetail.review.logged_week import LoggedWeek

COMPARED_DAYS = 365
"""A race longer ago tells of another runner (dovetail)."""


def tests_done(week: LoggedWeek) -> tuple[TestDone, ...]:
    """Return the self-tests of a week, each with the last of the same before its day.

    Unit: the test's own. The first of its kind has nothing before it.
    """
    every = [_test(one) for one in week.history.of(Test)]
    return tuple(
        replace(one, before=_before(one, every))
        for one in every
        if week.starts <= one.on <= week.until
    )


def last_tests(history: History) -> Mapping[str, TestDone]:
    """Return the last self-test of each name, with the one before it."""
    every = [_test(one) for one in history.of(Test)]
    return {one.test: replace(one, before=_before(one, every)) for one in every}


def races_done(week: LoggedWeek) -> tuple[RaceDone, ...]:
    """Return the races of a week, with race fitness and its change [%].

    Window: the change is against the last race of the 365 days before. Race fitness is
    unavailable outside 1.5 to 42.195 km and 3.5 to 240 minutes.

    Source: daniels-gilbert-1979.
    """
    every = list(_races(week.history))
    return tuple(
        replace(one, change_pct=_change(one, every))
        for one in every
        if week.starts <= one.on <= week.until
    )


def race_results(history: History, since: date) -> tuple[RaceResult, ...]:
    """Return the races run from a day on, as an athlete file would tell them."""
    found = []
    for one in history.of(Race):
        time = Duration.parse(one.time)
        if time is not None and one.on >= since:
            found.append(RaceResult(km=one.km, time=time, date=one.on))
    return tuple(found)


def _test(one: Test) -> TestDone:
    return TestDone(
        on=one.on, test=one.test, value=one.value, left=one.left, right=one.right, event=one.id
    )


def _before(now: TestDone, every: Iterable[TestDone]) -> float | None:
    same = [one for one in every if one.test == now.test and one.on < now.on]
    return same[-1].lower if same else None


def _races(history: History) -> Iterable[RaceDone]:
    for one in history.of(Race):
        time = Duration.parse(one.time)
        if time is not None:
            fitness = race_fitness(one.km, time.s)
            yield RaceDone(on=one.on, km=one.km, time_s=time.s, fitness=fitness, event=one.id)


def _change(now: RaceDone, every: Iterable[RaceDone]) -> float | None:
    since = now.on - timedelta(days=COMPARED_DAYS)
    before = [one.fitness for one in every if since <= one.on < now.on and one.fitness is not None]
    if now.fitness is None or not before:
        return None
    return 100 * (now.fitness / before[-1] - 1)
