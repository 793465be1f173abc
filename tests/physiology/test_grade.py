"""What hills cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.physiology.grade import energy_factor, pace_factor, running_cost_j_per_kg_m


@pytest.mark.parametrize(
    ("grade", "factor"),
    [
        (-0.20, 0.500),
        (-0.18, 0.495),
        (-0.10, 0.598),
        (-0.05, 0.763),
        (-0.02, 0.897),
        (0.0, 1.0),
        (0.02, 1.113),
        (0.05, 1.301),
        (0.10, 1.658),
        (0.15, 2.060),
    ],
)
def test_known_grades_cost_what_was_measured(grade: float, factor: float) -> None:
    found = energy_factor(grade)

    assert found is not None
    assert round(found, 3) == factor


def test_flat_running_costs_3_6_joules() -> None:
    assert running_cost_j_per_kg_m(0) == 3.6


@pytest.mark.parametrize(
    ("grade", "joules"),
    [
        (0.45, 3.6 + 8.775 + 9.37575 - 3.9457125 - 1.246590 + 2.867567),
        (-0.45, 3.6 - 8.775 + 9.37575 + 3.9457125 - 1.246590 - 2.867567),
    ],
)
def test_every_term_counts_on_the_steepest_grade(grade: float, joules: float) -> None:
    assert running_cost_j_per_kg_m(grade) == pytest.approx(joules, abs=1e-5)


def test_eighteen_percent_downhill_is_the_cheapest() -> None:
    costs = {percent: energy_factor(percent / 100) or 9 for percent in range(-45, 46)}

    assert min(costs, key=lambda percent: costs[percent]) == -18


@pytest.mark.parametrize("grade", [-0.451, 0.451, float("nan")])
def test_steeper_than_measured_has_no_cost(grade: float) -> None:
    assert running_cost_j_per_kg_m(grade) is None


@pytest.mark.parametrize("grade", [-0.45, 0.45])
def test_the_steepest_measured_has_one(grade: float) -> None:
    assert running_cost_j_per_kg_m(grade) is not None


def test_pace_downhill_is_never_worth_less_than_85_percent() -> None:
    assert pace_factor(-0.02) == energy_factor(-0.02)
    assert pace_factor(-0.18) == 0.85


def test_pace_uphill_is_held_at_thirty_percent() -> None:
    assert pace_factor(0.40) == energy_factor(0.30)


@given(grade=st.floats(min_value=-1, max_value=0.99))
def test_a_steeper_climb_never_counts_for_less(grade: float) -> None:
    if grade >= 0:
        assert pace_factor(grade + 0.01) >= pace_factor(grade) >= 1
    else:
        assert 0.85 <= pace_factor(grade) <= 1
