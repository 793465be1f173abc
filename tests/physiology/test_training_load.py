"""Training load of a session, a day, a week, a season."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.athlete import Sex
from dovetail.domain.errors import BadInput
from dovetail.physiology.training_load import (
    FATIGUE_DAYS,
    FITNESS_DAYS,
    FitnessFatigue,
    day_load_au,
    exponential_impulse_au,
    first_fitness_fatigue,
    monotony,
    session_load_au,
    smoothing,
    strain_au,
    zone_load_au,
)

loads = st.lists(st.floats(min_value=0, max_value=1500), min_size=7, max_size=7)


def test_session_load_is_effort_times_minutes() -> None:
    assert session_load_au(6, 45) == 270
    assert session_load_au(0, 45) == 0


@pytest.mark.parametrize(("rpe", "minutes"), [(10.5, 30), (-1, 30), (5, -1)])
def test_session_load_refuses_what_cannot_be(rpe: float, minutes: float) -> None:
    with pytest.raises(BadInput):
        session_load_au(rpe, minutes)


def test_a_day_is_held_to_1500() -> None:
    assert day_load_au([800, 900]) == 1500
    assert day_load_au([]) == 0


@pytest.mark.parametrize(
    ("reserve", "sex", "load"),
    [
        (0.70, "male", 103.1),
        (0.70, "female", 116.3),
        (0.74, "male", 117.7),
        (0.74, "female", 131.4),
        (0.85, "male", 166.9),
        (0.85, "female", 181.4),
    ],
)
def test_an_hour_costs_what_was_published(reserve: float, sex: Sex, load: float) -> None:
    assert exponential_impulse_au(60, reserve, sex=sex) == pytest.approx(load, abs=0.051)


@given(reserve=st.floats(min_value=0, max_value=1))
def test_a_sex_not_said_lies_between(reserve: float) -> None:
    male, female, unsaid = (
        exponential_impulse_au(60, reserve, sex=sex) for sex in ("male", "female", "unspecified")
    )

    assert min(male, female) <= unsaid <= max(male, female)


@pytest.mark.parametrize("reserve", [-0.1, 1.1])
def test_an_impulse_needs_a_heart_rate_between_rest_and_maximum(reserve: float) -> None:
    with pytest.raises(BadInput):
        exponential_impulse_au(60, reserve, sex="male")


def test_minutes_in_higher_zones_count_for_more() -> None:
    assert zone_load_au([1, 1, 1, 1, 1]) == 15
    assert zone_load_au([0, 0, 0, 0, 10]) == 50


@pytest.mark.parametrize("minutes", [[1, 2, 3, 4], [1, 2, 3, 4, -5]])
def test_zones_are_five_and_not_negative(minutes: list[float]) -> None:
    with pytest.raises(BadInput):
        zone_load_au(minutes)


def test_the_constants_of_fitness_and_fatigue_are_exact() -> None:
    assert round(smoothing(FITNESS_DAYS), 6) == 0.023528
    assert round(smoothing(FATIGUE_DAYS), 6) == 0.133122


def test_form_is_what_the_day_before_left() -> None:
    before = FitnessFatigue(fitness_au=50, fatigue_au=50)

    after = before.after(100)

    assert before.form_au == 0
    assert after.fitness_au == pytest.approx(50 + 50 * 0.023528, abs=1e-4)
    assert after.fatigue_au == pytest.approx(50 + 50 * 0.133122, abs=1e-4)
    assert after.form_au < 0


@given(load=st.floats(min_value=0, max_value=1000))
def test_the_same_load_for_ever_ends_in_no_form_at_all(load: float) -> None:
    state = FitnessFatigue(fitness_au=300, fatigue_au=10)

    for _ in range(700):
        state = state.after(load)

    assert state.fitness_au == pytest.approx(load, abs=1e-3)
    assert state.form_au == pytest.approx(0, abs=1e-3)


def test_rest_brings_form() -> None:
    state = FitnessFatigue(fitness_au=60, fatigue_au=80)

    for _ in range(10):
        state = state.after(0)

    assert state.form_au > 0


def test_the_first_value_is_the_mean_of_the_last_42_days() -> None:
    start = first_fitness_fatigue([1000.0] * 10 + [50.0] * 42)

    assert start == FitnessFatigue(fitness_au=50, fatigue_au=50)


@pytest.mark.parametrize("days", [[50.0] * 27, [0.0] * 42, []])
def test_without_four_weeks_of_training_there_is_no_first_value(days: list[float]) -> None:
    assert first_fitness_fatigue(days) is None


def test_monotony_is_the_mean_over_the_deviation_of_a_sample() -> None:
    week = [0.0, 300, 0, 300, 0, 300, 600]

    assert monotony(week) == pytest.approx(214.2857 / 226.7787, abs=1e-4)
    assert strain_au(week) == pytest.approx(1500 * 214.2857 / 226.7787, abs=0.1)


def test_equal_days_are_as_monotonous_as_it_gets() -> None:
    assert monotony([100.0] * 7) == 4
    assert monotony([100.0] * 6 + [101]) == 4
    assert monotony([0.0] * 7) == 0


@given(week=loads)
def test_monotony_has_bounds_and_does_not_care_for_order(week: list[float]) -> None:
    assert 0 <= monotony(week) <= 4
    assert monotony(week) == pytest.approx(monotony(sorted(week)))


@pytest.mark.parametrize("days", [[1.0] * 6, [1.0] * 8, [1.0] * 6 + [-1]])
def test_monotony_is_of_seven_days(days: list[float]) -> None:
    with pytest.raises(BadInput):
        monotony(days)
