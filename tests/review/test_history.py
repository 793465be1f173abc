"""What stands of a log on a day: corrections, voids, duplicates, late entries."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.logs import day, event, lifted, ran, random_events, seen, woke

from dovetail.domain.training_log import Event, Mobility, Other, Race, Void
from dovetail.domain.training_log import Test as SelfTest
from dovetail.review.history import history_of


def test_a_correction_replaces_and_a_void_takes_back() -> None:
    events = [
        ran(0, 40, id="a"),
        ran(0, 44, id="b", corrects="a"),
        ran(1, 30, id="c"),
        event(Void, 1, id="d", corrects="c"),
    ]

    assert [one.minutes for one in seen(events, 5).trainings] == [44]


def test_the_last_correction_wins_wherever_the_first_line_stands() -> None:
    first, second = ran(0, 44, id="b", corrects="a"), ran(0, 46, id="c", corrects="a")
    start = ran(0, 40, id="a")

    assert [one.id for one in seen([start, first, second], 5).events] == ["c"]
    assert [one.id for one in seen([first, second, start], 5).events] == ["c"]
    assert [one.id for one in seen([start, second, first], 5).events] == ["b"]


def test_what_stands_already_may_correct_a_line_that_is_gone() -> None:
    assert [one.id for one in seen([ran(0, id="b", corrects="a")], 5).events] == ["b"]


def test_nothing_of_the_future_is_seen_not_even_a_correction() -> None:
    told = ran(0, 40, id="a")
    late = replace(ran(0, 90, id="b", corrects="a"), logged=day(4))
    events = [told, late, ran(6, id="c")]

    assert [one.id for one in seen(events, 3).events] == ["a"]
    assert [one.id for one in seen(events, 4).events] == ["b"]


def test_what_was_written_after_a_review_is_told_as_late() -> None:
    in_time, late = replace(ran(0), logged=day(1)), replace(ran(1, id="late"), logged=day(7))
    events = [in_time, late, ran(7), ran(8)]

    assert [one.id for one in seen(events, 9).late_for(day(7))] == ["late"]


def test_a_watch_and_a_person_tell_of_one_run() -> None:
    watch = ran(0, 41.5, id="a-watch", km=8.1, by="import", same_as="mine")
    mine = ran(0, 42, id="mine", rpe=4, session="2027-W01-easy-1")

    (run,) = seen([watch, mine], 5).trainings

    assert (run.minutes, run.km, run.rpe, run.session) == (42, 8.1, 4, "2027-W01-easy-1")
    assert run.ids == ("mine", "a-watch")


def test_the_same_at_second_hand_and_in_a_circle_counts_once() -> None:
    chain = [ran(0, id="a", same_as="b"), ran(0, id="b", same_as="c"), ran(0, id="c")]
    circle = [ran(0, id="a", same_as="b"), ran(0, id="b", same_as="a")]

    assert len(seen(chain, 5).trainings) == 1
    assert len(seen(circle, 5).trainings) == 1


def test_the_same_as_something_that_was_taken_back_stands_alone() -> None:
    events = [
        ran(0, id="a"),
        event(Void, 0, id="v", corrects="a"),
        ran(0, id="b", same_as="a"),
    ]

    assert [one.ids for one in seen(events, 5).trainings] == [("b",)]


def test_a_race_that_a_watch_kept_as_a_run_is_one_race_with_its_effort() -> None:
    race = event(Race, 6, id="z", km=10.0, time="52:00", source="results")
    watch = ran(6, 53, id="a", km=10.1, rpe=9, same_as="z")

    (done,) = seen([race, watch], 7).trainings

    assert (done.discipline, done.minutes, done.km, done.rpe) == ("race", 52, 10.0, 9)


def test_each_kind_of_training_has_its_discipline_and_tests_of_a_day_are_one() -> None:
    events = [
        ran(0),
        lifted(1),
        event(Mobility, 2, minutes=15),
        event(Other, 3, minutes=50, what="ride"),
        event(SelfTest, 4, test="plank", value=60),
        event(SelfTest, 4, test="balance", left=30, right=28),
        woke(5, sleep=4),
    ]

    found = seen(events, 9).trainings

    assert [one.discipline for one in found] == ["run", "strength", "mobility", "other", "test"]
    assert [one.loads for one in found] == [True, True, False, True, False]


def test_the_days_asked_for_are_given_with_both_ends() -> None:
    history = seen([ran(number, id=f"e{number}") for number in range(5)], 9)

    assert [one.ids[0] for one in history.trained(day(1), day(3))] == ["e1", "e2", "e3"]


@given(random_events(), st.integers(0, 10**6))
def test_order_and_repeated_lines_change_nothing(events: tuple[Event, ...], seed: int) -> None:
    shuffled = [*events, *events[::2]]
    random.Random(seed).shuffle(shuffled)

    first, second = history_of(events, day(90)), history_of(shuffled, day(90))

    assert first == second
    assert first.trainings == second.trainings


@given(random_events())
def test_every_training_event_is_in_one_training(events: tuple[Event, ...]) -> None:
    history = history_of(events, day(90))
    counted = [name for one in history.trainings for name in one.ids]

    assert len(counted) == len(set(counted))
    assert {one.id for one in events if hasattr(one, "minutes")} == set(counted)
