"""All the signals of a day together."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.logs import day, event, every_morning, hurt, ran, random_events, seen, woke

from dovetail.content.library import read_library
from dovetail.domain.signals import Readiness, Signals
from dovetail.domain.training_log import Checkin, Event, Illness, Run, Strength
from dovetail.review.history import history_of
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on

OURS = read_library().principles


def is_red(readiness: Readiness) -> bool:
    return readiness.worst_item is not None


def read(*events: Event, on: int, until: int | None = None) -> Signals:
    history = history_of(events, day(on if until is None else until))
    return signals_on(day(on), Mornings(history=history), is_red=is_red, principles=OURS)


def test_an_empty_log_has_every_signal_unavailable() -> None:
    assert read(on=5) == Signals(on=day(5))


def test_each_signal_is_there_when_it_was_told() -> None:
    events = [
        ran(0),
        woke(7, soreness=2),
        hurt(6, 4),
        event(Illness, 5, status="started", symptoms=("fever",)),
    ]

    found = read(*events, on=7)

    assert found.readiness.soreness == 2
    assert [course.site for course in found.pains] == ["knee"]
    assert found.illness is not None
    assert found.layoff is not None
    assert found.days_since_training == 6


def test_red_mornings_are_those_of_five_days_with_today() -> None:
    reds = [woke(number, mood=1) for number in (2, 3, 5)]

    assert read(*reds, on=5).reds == (day(2), day(3), day(5))
    assert read(*reds, on=7).reds == (day(3), day(5))
    assert read(*reds, on=10).reds == ()


def devices_off(event: Event) -> Event:
    return replace(event, hrv_ms=None, rhr=None) if isinstance(event, Checkin) else event


@given(random_events(), st.integers(0, 10**6))
def test_a_device_that_is_not_there_changes_no_other_signal(
    some: tuple[Event, ...], seed: int
) -> None:
    events = (*some, *every_morning(59, seed))
    whole, bare = read(*events, on=59), read(*map(devices_off, events), on=59)

    same = replace(whole.readiness, hrv_z=None, rhr_rise_bpm=None, events=bare.readiness.events)
    assert bare == replace(whole, readiness=same)


@given(random_events(), st.integers(0, 10**6))
def test_order_and_repeated_lines_change_no_signal(some: tuple[Event, ...], seed: int) -> None:
    events = [*some, *every_morning(59, seed)]
    shuffled = [*events, *events[::3]]
    random.Random(seed).shuffle(shuffled)

    assert read(*events, on=59) == read(*shuffled, on=59)


@given(random_events(), st.integers(0, 59))
def test_no_signal_knows_a_day_after_its_own(some: tuple[Event, ...], on: int) -> None:
    # That two are the same may be said later, and is then true of the past.
    events = [replace(one, same_as=None) if isinstance(one, Run) else one for one in some]
    events = [replace(one, same_as=None) if isinstance(one, Strength) else one for one in events]
    assert read(*events, on=on) == read(*events, on=on, until=80)


def test_what_is_seen_is_seen_of_a_history() -> None:
    assert seen([ran(0)], 3).began == day(0)
