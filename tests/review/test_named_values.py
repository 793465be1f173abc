"""The signals by name: always all of them, null where unavailable."""

from __future__ import annotations

import math

from hypothesis import given
from tests.logs import day, event, hurt, lifted, ran, random_events, seen, woke
from tests.review.weeks import LIBRARY, plan_of, signals_of

from dovetail.domain.performed import PerformedSet
from dovetail.domain.training_log import Event, Illness
from dovetail.review.named_values import named_values
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on


def named(*events: Event, today: int = 8) -> dict[str, float | None]:
    mornings = Mornings(history=seen(events, today), plan=plan_of())
    found = signals_on(
        day(today), mornings, is_red=lambda one: False, principles=LIBRARY.principles
    )
    return dict(named_values(found, signals_of(*events, today=today)))


def test_an_empty_log_says_only_what_was_missed() -> None:
    told = {name: value for name, value in named().items() if value is not None}

    assert told == {"week_load_done_pct": 0, "week_sessions_done_pct": 0, "week_missed": 4}


def test_what_was_told_is_there_under_its_name() -> None:
    found = named(
        ran(1, 40, rpe=5, km=5.2),
        lifted(2, rpe=5, sets=(PerformedSet(exercise="deadlift", reps=6, rir=4, form="broke"),)),
        woke(8, soreness=3, sleep_h=6.25),
        hurt(7, 4),
        event(Illness, 6, status="started", symptoms=("above_neck",)),
    )

    assert (found["week_km"], found["week_hard_sets"], found["week_broke_sets"]) == (5.2, 1, 1)
    assert (found["soreness"], found["sleep_h"], found["pain"]) == (3, 6.25, 4)
    assert (found["ill_days"], found["week_rir_over"]) == (2, 1)
    assert found["week_load_au"] == 200 + 220


@given(random_events())
def test_the_names_are_always_the_same_and_every_number_can_be_written(
    events: tuple[Event, ...],
) -> None:
    found = named(*events, today=60)

    assert list(found) == list(named())
    assert all(value is None or math.isfinite(value) for value in found.values())
