"""Predictions: which race, which model, how wide a range."""

from __future__ import annotations

import math
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.physiology.race_fitness import HALF_KM, MARATHON_KM, MILE_KM, race_time_s
from dovetail.physiology.race_time import (
    Prediction,
    Race,
    current_race_fitness,
    current_races,
    predictions,
)

TODAY = date(2027, 1, 4)
HALF_1_45 = Race(km=HALF_KM, time_s=6300)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def seen(races: list[Race], km: float, weekly_km: float | None = None) -> Prediction:
    return next(each for each in predictions(races, weekly_km, TODAY) if each.km == km)


def test_a_half_predicts_the_four_distances() -> None:
    assert [each.km for each in predictions([HALF_1_45], 48, TODAY)] == [
        5,
        10,
        HALF_KM,
        MARATHON_KM,
    ]


def test_the_race_itself_is_predicted_by_itself() -> None:
    assert seen([HALF_1_45], HALF_KM).s == 6300


def test_the_marathon_shows_both_times_and_aims_for_the_slower() -> None:
    marathon = seen([HALF_1_45], MARATHON_KM, 30 * MILE_KM)

    assert marathon.if_all_goes_right_s == 3 * 3600 + 37 * 60 + 50
    assert marathon.runners_like_you_s == 3 * 3600 + 54 * 60 + 10
    assert (marathon.s, marathon.model) == (marathon.runners_like_you_s, "vickers-one-race")


def test_the_formula_is_aimed_for_where_it_is_the_slower() -> None:
    marathon = seen([Race(km=HALF_KM, time_s=5400)], MARATHON_KM, 140)

    assert marathon.runners_like_you_s is not None
    assert marathon.if_all_goes_right_s == marathon.s > marathon.runners_like_you_s
    assert marathon.model == "daniels-gilbert"
    assert marathon.low_s < marathon.runners_like_you_s < marathon.s <= marathon.high_s


@pytest.mark.parametrize(
    ("races", "weekly_km", "squared_error"),
    [
        ([HALF_1_45], 48.0, 228),
        ([HALF_1_45, Race(km=10, time_s=2820)], 48.0, 208),
        ([HALF_1_45], None, 381),
    ],
)
def test_the_marathon_range_holds_four_runners_in_five(
    races: list[Race], weekly_km: float | None, squared_error: float
) -> None:
    marathon = seen(races, MARATHON_KM, weekly_km)
    half_min = 1.2816 * math.sqrt(squared_error)

    assert marathon.high_s - marathon.s == pytest.approx(half_min * 60, abs=1)
    assert marathon.s - marathon.low_s == pytest.approx(half_min * 60, abs=1)
    assert math.erf(half_min / math.sqrt(2 * squared_error)) == pytest.approx(0.8, abs=1e-4)


def test_without_mileage_only_the_formula_speaks() -> None:
    marathon = seen([HALF_1_45], MARATHON_KM)

    assert marathon.runners_like_you_s is None
    assert marathon.s == marathon.if_all_goes_right_s


def test_two_races_come_before_one() -> None:
    races = [Race(km=10, time_s=2400), Race(km=HALF_KM, time_s=5340)]

    marathon = seen(races, MARATHON_KM, 40 * MILE_KM)

    assert marathon.model == "vickers-two-races"
    assert marathon.runners_like_you_s == 3 * 3600 + 16 * 60 + 6


def test_who_has_run_a_marathon_is_predicted_by_it() -> None:
    marathon = seen([Race(km=MARATHON_KM, time_s=12600)], MARATHON_KM, 48)

    assert (marathon.s, marathon.if_all_goes_right_s, marathon.runners_like_you_s) == (
        12600,
        None,
        None,
    )
    assert marathon.high_s == round(12600 * 1.06)


@pytest.mark.parametrize(
    ("race_km", "days", "km", "band"),
    [
        (10, 41, 10, 0.03),
        (10, 42, 10, 0.06),
        (10, 7, 5, 0.03),
        (10, 7, HALF_KM, 0.06),  # more than twice the distance
        (HALF_KM, 7, 10, 0.06),  # less than half of it
        (10, None, 10, 0.06),
    ],
)
def test_a_fresh_race_of_like_distance_narrows_the_range(
    race_km: float, days: int | None, km: float, band: float
) -> None:
    race = Race(km=race_km, time_s=race_time_s(45, race_km), on=None if days is None else ago(days))

    found = seen([race], km)

    assert found.high_s == pytest.approx(found.s * (1 + band), abs=1)
    assert found.low_s == pytest.approx(found.s * (1 - band), abs=1)


def test_the_nearest_distance_is_leant_on() -> None:
    five, half = Race(km=5, time_s=1380), HALF_1_45

    assert seen([five, half], 5).s == 1380
    assert seen([five, half], HALF_KM).s == 6300


def test_a_runner_who_fades_is_shown_the_slower_curve() -> None:
    races = [Race(km=5, time_s=1200), Race(km=10, time_s=2700)]

    half = seen(races, HALF_KM)

    assert half.model == "riegel"
    assert half.s == round(2700 * (HALF_KM / 10) ** 1.15)


def test_a_runner_who_does_not_fade_is_shown_no_faster_curve() -> None:
    races = [Race(km=5, time_s=1200), Race(km=10, time_s=2420)]

    assert seen(races, HALF_KM).model == "daniels-gilbert"


def test_below_the_formula_riegel_still_serves() -> None:
    found = predictions([Race(km=5, time_s=33 * 60)], None, TODAY)

    assert [(each.km, each.model) for each in found] == [
        (5, "riegel"),
        (10, "riegel"),
        (HALF_KM, "riegel"),
    ]


def test_an_ultra_predicts_nothing() -> None:
    ultra = Race(km=80, time_s=9 * 3600)

    assert predictions([ultra], 80, TODAY) == ()
    assert predictions([ultra, HALF_1_45], 80, TODAY) == predictions([HALF_1_45], 80, TODAY)


def test_no_race_predicts_nothing() -> None:
    assert predictions([], 48, TODAY) == ()


def test_a_race_of_long_ago_gives_way_to_a_newer_one() -> None:
    old = Race(km=10, time_s=2100, on=ago(400))
    new = Race(km=10, time_s=2700, on=ago(100))

    assert current_races([old, new], TODAY) == (new,)
    assert seen([old, new], 10).s == 2700


def test_a_race_half_a_year_before_the_newest_still_counts() -> None:
    newest = Race(km=10, time_s=2700, on=ago(10))
    kept, dropped = (Race(km=HALF_KM, time_s=6000, on=ago(10 + days)) for days in (182, 183))

    assert current_races([newest, kept, dropped], TODAY) == (newest, kept)


def test_a_race_of_long_ago_is_used_when_it_is_all_there_is() -> None:
    assert seen([Race(km=10, time_s=2700, on=ago(400))], 10).s == 2700


def test_a_race_still_to_come_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        predictions([Race(km=10, time_s=2700, on=ago(-1))], None, TODAY)

    assert refused.value.code == "race-in-the-future"


def test_race_fitness_is_the_best_that_is_fresh() -> None:
    fresh = Race(km=10, time_s=2700, on=ago(10))
    hilly = Race(km=HALF_KM, time_s=6600, on=ago(20))
    stale = Race(km=5, time_s=1140, on=ago(120))

    assert current_race_fitness([fresh, hilly, stale], TODAY) == current_race_fitness(
        [fresh], TODAY
    )
    assert current_race_fitness([hilly, stale], TODAY) == current_race_fitness([hilly], TODAY)


def test_race_fitness_is_not_made_up() -> None:
    assert current_race_fitness([Race(km=5, time_s=40 * 60)], TODAY) is None


some_races = st.lists(
    st.builds(
        lambda km, fitness, days: Race(
            km=km,
            time_s=round(race_time_s(fitness, km)),
            on=None if days is None else ago(days),
        ),
        st.sampled_from([5.0, 10.0, 15.0, HALF_KM, 30.0, MARATHON_KM]),
        st.floats(min_value=31, max_value=75),
        st.none() | st.integers(0, 500),
    ),
    min_size=1,
    max_size=4,
)


@given(races=some_races, weekly_km=st.none() | st.floats(min_value=0, max_value=200))
def test_every_prediction_lies_in_its_range_and_the_marathon_is_the_slower(
    races: list[Race], weekly_km: float | None
) -> None:
    for each in predictions(races, weekly_km, TODAY):
        assert 0 < each.low_s < each.s <= each.high_s
        both = (each.if_all_goes_right_s, each.runners_like_you_s)
        assert each.s == max((time for time in both if time is not None), default=each.s)
        assert each.km == MARATHON_KM or both == (None, None)


@given(races=some_races)
def test_the_order_of_races_carries_no_meaning(races: list[Race]) -> None:
    answers = {predictions(list(order), 48, TODAY) for order in permutations(races)}

    assert len(answers) == 1
