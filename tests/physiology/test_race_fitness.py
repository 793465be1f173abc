"""Race fitness from races, and race times from race fitness."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.physiology.race_fitness import (
    HALF_KM,
    MARATHON_KM,
    break_factor,
    exact_race_fitness,
    fitness_after_break,
    oxygen_cost,
    race_fitness,
    race_time_s,
    speed_m_per_min,
    sustainable_fraction,
)
from dovetail.physiology.records import faster_than_record

fitnesses = st.floats(min_value=30, max_value=85)
distances = st.floats(min_value=1.5, max_value=MARATHON_KM)


def clock(text: str) -> int:
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    return hours * 3600 + minutes * 60 + seconds


@pytest.mark.parametrize(
    ("km", "time", "index"),
    [
        (5, "0:20:00", 49.81),
        (10, "0:40:00", 51.94),
        (HALF_KM, "1:30:00", 50.98),
        (MARATHON_KM, "3:00:00", 53.53),
    ],
)
def test_known_races_show_their_race_fitness(km: float, time: str, index: float) -> None:
    exact = exact_race_fitness(km, clock(time))

    assert exact is not None
    assert round(exact, 2) == index
    assert race_fitness(km, clock(time)) == round(index, 1)


@pytest.mark.parametrize(
    ("fitness", "km", "time"),
    [
        (40, 5, "0:24:06"),
        (40, 10, "0:50:01"),
        (40, HALF_KM, "1:50:54"),
        (40, MARATHON_KM, "3:49:37"),
        (50, 5, "0:19:56"),
        (50, 10, "0:41:20"),
        (50, HALF_KM, "1:31:31"),
        (50, MARATHON_KM, "3:10:40"),
        (60, 5, "0:17:03"),
        (60, 10, "0:35:22"),
        (60, HALF_KM, "1:18:09"),
        (60, MARATHON_KM, "2:43:22"),
    ],
)
def test_race_fitness_gives_known_times(fitness: float, km: float, time: str) -> None:
    assert round(race_time_s(fitness, km)) == clock(time)


@pytest.mark.parametrize(
    ("minutes", "fraction", "digits"),
    [
        (5, 1.0915, 4),
        (11, 1.000, 3),
        (30, 0.930, 3),
        (60, 0.888, 3),
        (120, 0.841, 3),
        (180, 0.819, 3),
        (240, 0.809, 3),
    ],
)
def test_what_can_be_held_fades_with_time(minutes: float, fraction: float, digits: int) -> None:
    assert round(sustainable_fraction(minutes), digits) == fraction


def test_four_minutes_are_not_run_at_the_maximum_but_above_it() -> None:
    assert sustainable_fraction(4) > 1.1


@given(fitness=fitnesses, km=distances)
def test_a_race_time_shows_the_race_fitness_it_came_from(fitness: float, km: float) -> None:
    time_s = race_time_s(fitness, km)
    assume(3.5 * 60 <= time_s <= 240 * 60 and not faster_than_record(km, time_s))

    exact = exact_race_fitness(km, time_s)

    if exact is None:
        assert fitness == pytest.approx(30, abs=1e-6)
    else:
        assert exact == pytest.approx(fitness, abs=1e-6)


@given(fitness=st.floats(min_value=30, max_value=84), km=distances)
def test_the_fitter_runner_is_faster(fitness: float, km: float) -> None:
    assert race_time_s(fitness + 1, km) < race_time_s(fitness, km)


@given(fitness=fitnesses, km=st.floats(min_value=1.5, max_value=40))
def test_the_longer_race_is_run_slower(fitness: float, km: float) -> None:
    assert race_time_s(fitness, km) / km < race_time_s(fitness, km + 1) / (km + 1)


@given(speed=st.floats(min_value=50, max_value=600))
def test_speed_and_oxygen_undo_each_other(speed: float) -> None:
    assert speed_m_per_min(oxygen_cost(speed)) == pytest.approx(speed)


@pytest.mark.parametrize(
    ("km", "time_s"),
    [(1.4, 330), (50, 4 * 3600 - 1), (MARATHON_KM, 4 * 3600 + 1), (5, 40 * 60), (1.5, 209.9)],
)
def test_outside_its_range_the_formula_keeps_silent(km: float, time_s: float) -> None:
    assert race_fitness(km, time_s) is None


def test_four_hours_sharp_are_still_within() -> None:
    assert race_fitness(MARATHON_KM, 4 * 3600) is not None


@pytest.mark.parametrize(
    ("km", "time_s", "code"),
    [
        (HALF_KM, 105, "faster-than-record"),
        (0, 1200, "not-a-race"),
        (5, 0, "not-a-race"),
        (5, -1, "not-a-race"),
        (math.nan, 1200, "not-a-race"),
        (5, math.inf, "not-a-race"),
    ],
)
def test_what_cannot_be_a_race_is_refused(km: float, time_s: float, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        race_fitness(km, time_s)

    assert refused.value.code == code


@pytest.mark.parametrize(("fitness", "km"), [(29.9, 10), (90.1, 10), (50, 1.4), (50, 50)])
def test_no_time_is_predicted_outside_the_range(fitness: float, km: float) -> None:
    with pytest.raises(BadInput, match=r"outside|predicted"):
        race_time_s(fitness, km)


def test_two_weeks_off_cost_2_7_percent() -> None:
    assert break_factor(14, cross_trained=False) == pytest.approx(0.973)


def test_six_weeks_off_with_cross_training_cost_5_55_percent() -> None:
    assert break_factor(42, cross_trained=True) == pytest.approx(0.9445)


@pytest.mark.parametrize("days", [0, 3, 5])
def test_five_days_off_cost_nothing(days: int) -> None:
    assert fitness_after_break(50, days, cross_trained=False) == 50


def test_the_loss_has_an_end() -> None:
    assert fitness_after_break(50, 365, cross_trained=False) == 40
    assert fitness_after_break(50, 365, cross_trained=True) == 45


@given(fitness=fitnesses, days=st.integers(0, 400))
def test_a_longer_break_or_no_cross_training_never_leaves_more(fitness: float, days: int) -> None:
    idle = fitness_after_break(fitness, days, cross_trained=False)

    assert fitness_after_break(fitness, days + 1, cross_trained=False) <= idle
    assert idle <= fitness_after_break(fitness, days, cross_trained=True)


def test_days_off_below_zero_are_refused() -> None:
    with pytest.raises(BadInput):
        break_factor(-1, cross_trained=False)
