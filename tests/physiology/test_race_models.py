"""Riegel's law and the recreational marathon models, each within its range."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.physiology.race_fitness import HALF_KM, MARATHON_KM, MILE_KM
from dovetail.physiology.race_models import (
    Race,
    marathon_from_one_race_s,
    marathon_from_two_races_s,
    personal_exponent,
    riegel_time_s,
)

HALF_1_45 = Race(km=HALF_KM, time_s=6300)
HALF_1_30 = Race(km=HALF_KM, time_s=5400)
HALF_1_29 = Race(km=HALF_KM, time_s=5340)
TEN_40 = Race(km=10, time_s=2400)


def clock(hours: int, minutes: int, seconds: int) -> int:
    return hours * 3600 + minutes * 60 + seconds


def whole(time_s: float | None) -> int:
    assert time_s is not None
    return round(time_s)


def test_riegel_doubles_a_half_of_1_45_to_3_38_55() -> None:
    assert whole(riegel_time_s(HALF_1_45, MARATHON_KM)) == clock(3, 38, 55)


@pytest.mark.parametrize(
    ("half", "miles", "time"),
    [
        (HALF_1_45, 30, clock(3, 54, 10)),
        (HALF_1_30, 30, clock(3, 24, 8)),
        (HALF_1_30, 50, clock(3, 16, 48)),
    ],
)
def test_one_race_and_mileage_give_the_known_marathon(half: Race, miles: int, time: int) -> None:
    assert whole(marathon_from_one_race_s(half, miles * MILE_KM)) == time


def test_two_races_and_mileage_give_the_known_marathon() -> None:
    assert whole(marathon_from_two_races_s(TEN_40, HALF_1_29, 40 * MILE_KM)) == clock(3, 16, 6)


def test_two_races_may_come_in_either_order() -> None:
    assert marathon_from_two_races_s(TEN_40, HALF_1_29, 64) == marathon_from_two_races_s(
        HALF_1_29, TEN_40, 64
    )


def test_mileage_weighs_what_was_published_and_not_ten_times_as_much() -> None:
    few, many = (whole(marathon_from_one_race_s(HALF_1_30, km)) for km in (40.0, 100.0))

    assert few - many < 25 * 60


@given(
    km=st.floats(min_value=3, max_value=15),
    minutes=st.floats(min_value=15, max_value=60),
    ratio=st.floats(min_value=1, max_value=2.5),
)
def test_riegel_there_and_back_is_where_it_began(km: float, minutes: float, ratio: float) -> None:
    race = Race(km=km, time_s=minutes * 60)

    there = riegel_time_s(race, km * ratio)

    assert there is not None
    back = riegel_time_s(Race(km=km * ratio, time_s=there), km)
    assert back == pytest.approx(race.time_s)


@pytest.mark.parametrize(
    ("race", "km"),
    [
        (Race(km=5, time_s=1200), 5 * 4.5 + 0.1),
        (Race(km=MARATHON_KM, time_s=12000), MARATHON_KM / 4.6),
        (Race(km=HALF_KM, time_s=115 * 60), MARATHON_KM),  # slower than 230 min
        (Race(km=MARATHON_KM, time_s=231 * 60), HALF_KM),
        (Race(km=1, time_s=200), 2),
        (Race(km=30, time_s=9000), 50),
    ],
)
def test_riegel_keeps_silent_outside_its_range(race: Race, km: float) -> None:
    assert riegel_time_s(race, km) is None


def test_riegel_speaks_up_to_four_and_a_half_times_the_distance() -> None:
    assert riegel_time_s(Race(km=5, time_s=1200), 22.5) is not None


def test_a_runners_own_exponent_is_read_from_two_races() -> None:
    k = personal_exponent(TEN_40, HALF_1_29)

    assert k == pytest.approx(math.log(5340 / 2400) / math.log(HALF_KM / 10))
    assert k == personal_exponent(HALF_1_29, TEN_40)


@pytest.mark.parametrize(("half_s", "k"), [(4900, 1.03), (6000, 1.15)])
def test_an_unlikely_exponent_is_held_to_its_range(half_s: float, k: float) -> None:
    assert personal_exponent(TEN_40, Race(km=HALF_KM, time_s=half_s)) == k


@pytest.mark.parametrize("km", [10, 14.9, 45.1])
def test_races_too_alike_or_too_far_apart_give_no_exponent(km: float) -> None:
    assert personal_exponent(TEN_40, Race(km=km, time_s=2400 * (km / 10) ** 1.06)) is None


@pytest.mark.parametrize(
    ("race", "miles"),
    [
        (HALF_1_30, 4.9),
        (HALF_1_30, 90.1),
        (Race(km=HALF_KM, time_s=69 * 60), 60),
        (Race(km=HALF_KM, time_s=166 * 60), 30),
        (Race(km=4.9, time_s=1100), 40),
        (Race(km=35.1, time_s=9600), 40),
        (Race(km=MARATHON_KM, time_s=12000), 40),
    ],
)
def test_the_recreational_model_keeps_silent_outside_its_runners(race: Race, miles: float) -> None:
    assert marathon_from_one_race_s(race, miles * MILE_KM) is None


@pytest.mark.parametrize(
    ("race", "miles"),
    [
        (HALF_1_30, 5),
        (HALF_1_30, 90),
        (Race(km=5, time_s=1200), 30),
        (Race(km=35, time_s=9600), 30),
    ],
)
def test_the_recreational_model_speaks_at_the_edges_of_its_range(race: Race, miles: float) -> None:
    assert marathon_from_one_race_s(race, miles * MILE_KM) is not None


@pytest.mark.parametrize("half_s", [2400 * (HALF_KM / 10) ** k for k in (0.99, 1.26)])
def test_two_races_that_contradict_each_other_are_not_used(half_s: float) -> None:
    assert marathon_from_two_races_s(TEN_40, Race(km=HALF_KM, time_s=half_s), 60) is None


@given(
    half_s=st.floats(min_value=4300, max_value=9800),
    km=st.floats(min_value=9, max_value=130),
)
def test_a_slower_half_or_less_running_never_means_a_faster_marathon(
    half_s: float, km: float
) -> None:
    def marathon(half_s: float, km: float) -> float:
        time_s = marathon_from_one_race_s(Race(km=HALF_KM, time_s=half_s), km)
        assert time_s is not None
        return time_s

    assert marathon(half_s + 60, km) > marathon(half_s, km)
    assert marathon(half_s, km + 10) < marathon(half_s, km)
