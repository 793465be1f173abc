"""A whole season, its log, and what the weekly rules make of it: from events to orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

import pytest
from tests.seasons import Season, example

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Order
from dovetail.domain.performed import PerformedSet
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.domain.training_log import Away, Event, Run, Strength
from dovetail.domain.training_log import Test as SelfTest
from dovetail.review.history import history_of
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.results import last_tests
from dovetail.review.signals import signals_on
from dovetail.review.week_signals import week_signals
from dovetail.rulebook.adaptations import orders_of
from dovetail.rulebook.morning_points import is_red
from dovetail.rulebook.training_case import TrainingCase

WEEKS = 3
"""So many weeks were lived when the review is asked."""
DAY = timedelta(days=1)
Done = Callable[[Session], Iterator[Event]]


@cache
def season() -> Season:
    return example("ana-half")


def plan_weeks() -> Sequence[date]:
    return [week.starts for week in season().plan.weeks if week.number >= 1]


def case_of(events: Sequence[Event], today: date) -> TrainingCase:
    """What a review would ask on a day."""
    here = season()
    principles = here.library.principles
    history = history_of(events, today)
    mornings = Mornings(
        history=history, matched=match(here.sessions, history, principles), plan=here.plan
    )
    mondays = [monday_of(today) - timedelta(weeks=back) for back in range(4)]
    now, *before = [
        week_signals(day, mornings, exercises=here.library.exercises, principles=principles)
        for day in mondays
        if day >= plan_weeks()[0]
    ]
    return TrainingCase(
        today=today,
        now=now,
        before=before,
        signals=signals_on(
            today,
            mornings,
            is_red=lambda one: is_red(one, principles),
            principles=principles,
        ),
        weeks=here.plan.weeks,
        away=history.of(Away),
        exercises=here.library.exercises,
        principles=principles,
        athlete=here.athlete,
        runner=here.profile.runner,
        race_fitness=here.plan.race_fitness,
        tests=last_tests(history),
    )


def as_asked(session: Session) -> Iterator[Event]:
    """A session done exactly, with the effort that was asked; lifts clean, with the reserve."""
    name, on = f"log-{session.id}", session.date
    effort = None if session.rpe is None else round(sum(session.rpe)) / 2
    if session.discipline == "run":
        yield Run(id=name, on=on, minutes=session.minutes, km=session.km, rpe=effort)
    elif session.discipline == "strength":
        sets = tuple(one for line in session.working_lines() for one in _sets(line))
        yield Strength(id=name, on=on, minutes=session.minutes, rpe=effort, sets=sets)


def _sets(line: Line) -> Iterator[PerformedSet]:
    if line.reps is not None:
        for _ in range(line.sets):
            yield PerformedSet(
                exercise=line.exercise,
                reps=int(line.reps[0]),
                rir=line.rir,
                load_kg=12.0 if line.load_rule else None,
                form="clean",
            )


def lived(done: Done, *, weeks: int = WEEKS) -> tuple[Order, ...]:
    """The orders on the Sunday after so many weeks."""
    last = plan_weeks()[weeks - 1] + 6 * DAY
    events = [
        event
        for session in season().sessions
        if plan_weeks()[0] <= session.date <= last
        for event in done(session)
    ]
    return orders_of(case_of(events, last))


def test_weeks_done_as_asked_change_nothing_and_say_the_loads() -> None:
    orders = lived(as_asked)

    assert [one.code for one in orders if one.of == "week.km"] == ["AD361"]
    assert {one.code for one in orders} <= {"AD361", "AD313"}
    assert all(one.bound.at_most == one.bound.at_least for one in orders)
    assert {one.bound.at_most for one in orders if one.code == "AD313"} <= {12.0}


def test_a_week_of_half_brings_the_next_one_down() -> None:
    (week,) = [one for one in season().plan.weeks if one.starts == plan_weeks()[WEEKS]]
    first = plan_weeks()[WEEKS - 1]

    def half(session: Session) -> Iterator[Event]:
        if session.date < first + 3 * DAY:
            yield from as_asked(session)

    (order,) = [one for one in lived(half) if one.of == "week.km"]

    assert order.code == "AD306"
    assert order.bound.at_most is not None
    assert 0.69 * week.run_km <= order.bound.at_most < week.run_km


def test_a_log_that_never_began_tells_of_absence_only() -> None:
    codes = {one.code for one in lived(lambda session: iter(()))}

    assert codes == {"AD306"} | codes & {"AD317", "AD314"}


def test_a_gate_without_its_tests_waits_and_names_the_first() -> None:
    gate = next(week for week in season().plan.weeks if week.gate)
    (order,) = [one for one in lived(as_asked, weeks=gate.number) if one.code == "AD314"]

    assert order.bound.at_most == 0
    assert order.bound.facts["test"] == "gate_test_names.single_leg_stance"
    assert order.first == gate.starts + 7 * DAY


@pytest.mark.parametrize("weekday", range(7))
def test_on_any_day_the_same_log_gives_the_same_orders(weekday: int) -> None:
    today = plan_weeks()[WEEKS] + weekday * DAY
    events = [one for session in season().sessions if session.date < today
              for one in as_asked(session)]  # fmt: skip

    events += [
        SelfTest(id=f"test-{name}", on=plan_weeks()[WEEKS], test=name, value=60)
        for week in season().plan.weeks
        for name in (week.gate.needs if week.gate else ())
        if week.starts == plan_weeks()[WEEKS]
    ]

    orders = orders_of(case_of(events, today))

    assert orders == orders_of(case_of(list(reversed(events)), today))
    assert [one for one in orders if one.bound.at_most is not None and one.code != "AD313"] == []
