"""Layoffs: five days are none, six are one; the way back, and what stood before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logs import day, event, lifted, ran, random_events, seen, woke

from dovetail.content.library import read_library
from dovetail.domain.signals import Layoff
from dovetail.domain.training_log import Event, Mobility, Other, Race
from dovetail.domain.training_log import Test as SelfTest
from dovetail.review.history import history_of
from dovetail.review.layoffs import days_since_training, layoff

OURS = read_library().principles


def read(*events: Event, on: int) -> Layoff | None:
    return layoff(seen(events, on), day(on), OURS)


def daily(first: int, last: int) -> list[Event]:
    return [ran(number) for number in range(first, last + 1)]


def test_five_whole_days_are_no_layoff_and_six_are() -> None:
    assert read(ran(0), on=6) is None
    lasting = read(ran(0), on=7)
    assert lasting is not None
    assert (lasting.days_off, lasting.back) == (6, None)


def test_the_same_once_it_is_over() -> None:
    assert read(ran(0), ran(6), on=6) is None
    over = read(ran(0), ran(7), on=8)
    assert over is not None
    assert (over.days_off, over.back) == (6, day(7))


def test_without_any_training_there_is_no_layoff() -> None:
    assert read(on=30) is None
    assert read(event(Mobility, 0, minutes=20), on=30) is None
    assert days_since_training(seen([], 30), day(30)) is None


@pytest.mark.parametrize(
    "training",
    [ran(3), lifted(3), event(Other, 3, minutes=60), event(Race, 3, km=5.0, time="25:00")],
)
def test_a_run_a_lift_a_race_and_a_ride_are_training(training: Event) -> None:
    assert read(ran(0), training, on=7) is None


@pytest.mark.parametrize(
    "other", [event(Mobility, 3, minutes=20), event(SelfTest, 3, test="plank", value=60)]
)
def test_mobility_and_self_tests_are_not(other: Event) -> None:
    assert read(ran(0), other, on=7) is not None


def test_the_way_back_takes_as_many_days_as_were_off() -> None:
    gone = [ran(0), *daily(21, 60)]

    assert read(*gone, on=21 + 19) is not None
    assert read(*gone, on=21 + 20) is None


def test_after_a_short_break_the_way_back_is_two_weeks() -> None:
    gone = [ran(0), *daily(11, 40)]

    assert read(*gone, on=11 + 13) is not None
    assert read(*gone, on=11 + 14) is None


def test_after_eight_weeks_off_the_way_back_is_twelve_weeks() -> None:
    gone = [ran(0), *daily(58, 200)]

    assert read(*gone, on=58 + 83) is not None
    assert read(*gone, on=58 + 84) is None
    at_most = [ran(0), *daily(57, 200)]
    assert read(*at_most, on=57 + 56) is None


def test_a_second_break_on_the_way_back_begins_the_longer_one_again() -> None:
    second = read(ran(0), *daily(31, 35), ran(42), on=42)

    assert second is not None
    assert (second.days_off, second.back) == (30, day(42))


def test_a_break_after_the_way_back_is_its_own() -> None:
    second = read(ran(0), *daily(11, 25), ran(32), on=32)

    assert second is not None
    assert (second.days_off, second.back) == (6, day(32))


def test_the_week_before_is_the_mean_of_four_and_needs_four_of_log() -> None:
    weekly = [ran(number, km=10.0) for number in range(0, 28, 7)]

    for began, week_km in ((-5, None), (-6, 10.0), (-60, 10.0)):
        found = read(woke(began, sleep=5), *weekly, on=30)
        assert found is not None
        assert found.week_km == week_km


def test_the_longest_run_is_of_the_thirty_days_before() -> None:
    runs = [*daily(-40, 0), ran(-30, km=30.0), ran(-29, km=21.0), ran(0, km=8.0), ran(8, km=40.0)]

    found = read(*runs, on=9)
    assert found is not None
    assert found.longest_km == 21.0
    without = read(ran(0), on=9)
    assert without is not None
    assert without.longest_km is None


def test_the_days_at_both_ends_are_named() -> None:
    found = read(ran(-1), ran(0, id="a"), lifted(0, id="b"), ran(8, id="c"), on=9)

    assert found is not None
    assert found.events == ("a", "b", "c")


def test_days_since_training_do_not_count_today() -> None:
    events = [ran(0), ran(3)]

    assert days_since_training(seen(events, 4), day(4)) == 0
    assert days_since_training(seen(events, 6), day(6)) == 2
    assert days_since_training(seen(events, 3), day(3)) == 2


@given(random_events(), st.integers(0, 59), st.integers(1, 40))
def test_one_more_training_never_makes_today_a_longer_layoff(
    events: tuple[Event, ...], on: int, back: int
) -> None:
    less = history_of(events, day(on))
    more = history_of([*events, ran(on - back, id="more")], day(on))
    before, after = days_since_training(less, day(on)), days_since_training(more, day(on))

    assert after is not None
    assert before is None or after <= before


@given(st.sets(st.integers(1, 120), min_size=1, max_size=60), st.integers(0, 130), st.data())
def test_a_day_not_trained_never_makes_the_layoff_count_less(
    days: set[int], on: int, data: st.DataObject
) -> None:
    def days_off(trained: set[int]) -> int:
        found = read(ran(0), *map(ran, trained), on=on)
        return 0 if found is None else found.days_off

    left_out = data.draw(st.sampled_from(sorted(days)))

    assert days_off(days) <= days_off(days - {left_out})
