"""Repetitions in reserve, the chart, and the heaviest single."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.physiology.one_rep_max import (
    brzycki_kg,
    epley_kg,
    estimated_one_rep_max_kg,
    percent_of_one_rep_max,
)

CHART = [
    100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.2,
]  # fmt: skip
HALVES = [97.8, 93.9, 90.7, 87.8, 85.0, 82.4, 79.9, 77.4, 75.1, 72.3, 69.4, 66.7]


@pytest.mark.parametrize(("reps", "percent"), list(enumerate(CHART, start=1)))
def test_the_chart_is_the_coaches_chart(reps: int, percent: float) -> None:
    assert percent_of_one_rep_max(reps) == percent


@pytest.mark.parametrize(("reps", "percent"), list(enumerate(HALVES, start=1)))
def test_half_a_repetition_is_the_mean_rounded_half_up(reps: int, percent: float) -> None:
    assert percent_of_one_rep_max(reps, 0.5) == percent


def test_five_with_two_in_reserve_are_81_1_percent() -> None:
    assert percent_of_one_rep_max(5, 2) == 81.1


@given(reps=st.integers(1, 10), rir=st.integers(0, 12))
def test_only_repetitions_to_failure_count(reps: int, rir: int) -> None:
    half = rir / 2

    assert percent_of_one_rep_max(reps, half) == percent_of_one_rep_max(reps + half)


def test_every_half_repetition_more_takes_a_lighter_load() -> None:
    steps = [percent_of_one_rep_max(halves / 2) for halves in range(2, 33)]
    known = [step for step in steps if step is not None]

    assert len(known) == len(steps)
    assert all(heavier > lighter for heavier, lighter in pairwise(known))


@pytest.mark.parametrize(("reps", "rir"), [(16, 0.5), (20, 0), (5, 0.25)])
def test_off_the_chart_there_is_no_percentage(reps: float, rir: float) -> None:
    assert percent_of_one_rep_max(reps, rir) is None


def test_epley_adds_a_thirtieth_for_each_repetition() -> None:
    assert epley_kg(90, 10) == pytest.approx(120)
    assert epley_kg(90, 1) == 90


def test_brzycki_is_36_over_37_less_the_repetitions() -> None:
    assert brzycki_kg(100, 5) == pytest.approx(112.5)
    assert brzycki_kg(90, 10) == pytest.approx(epley_kg(90, 10))


def test_repetitions_in_reserve_are_counted_as_done() -> None:
    assert estimated_one_rep_max_kg(100, reps=5, rir=1) == 120
    assert estimated_one_rep_max_kg(100, reps=6) == 120
    assert estimated_one_rep_max_kg(100, reps=1) == 100


@pytest.mark.parametrize(("reps", "rir"), [(11, 0), (8, 2.5), (20, 0)])
def test_more_than_ten_to_failure_say_nothing_of_a_single(reps: int, rir: float) -> None:
    assert estimated_one_rep_max_kg(40, reps=reps, rir=rir) is None


def test_ten_to_failure_still_say_something() -> None:
    assert estimated_one_rep_max_kg(90, reps=8, rir=2) == pytest.approx(120)


@given(
    load=st.floats(min_value=1, max_value=300),
    reps=st.integers(1, 9),
)
def test_one_more_repetition_or_kilogram_means_a_stronger_lifter(load: float, reps: int) -> None:
    def single(load: float, reps: int) -> float:
        found = estimated_one_rep_max_kg(load, reps=reps)
        assert found is not None
        return found

    assert single(load, reps + 1) > single(load, reps) >= load
    assert single(load + 1, reps) > single(load, reps)


@pytest.mark.parametrize(("load", "reps", "rir"), [(-1, 5, 0), (50, 0, 0), (50, 5, -1)])
def test_what_is_not_a_set_is_refused(load: float, reps: float, rir: float) -> None:
    with pytest.raises(BadInput):
        estimated_one_rep_max_kg(load, reps=reps, rir=rir)
