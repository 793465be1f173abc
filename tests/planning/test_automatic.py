"""The edges of what a review may change by itself: km, load and hard sets of a week."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests import six_people

from dovetail.content.library import read_library
from dovetail.domain.decision import Order
from dovetail.domain.plan import Legs, Week
from dovetail.planning.automatic import EDGE, KM, SETS, edges

NUMBERS = read_library().principles
PLAN = six_people.season_of("ana-half").plan
STOOD = replace(
    next(week for week in PLAN.weeks if week.number == 10),
    run_km=40.0, training_load=1000, legs=Legs(hard_sets=10, contacts=0),
)  # fmt: skip


def asked(week: Week) -> tuple[Order, ...]:
    return edges(STOOD, week, NUMBERS)


@pytest.mark.parametrize("km", [27.5, 28.0, 36.0, 40.0, 44.0])
def test_a_week_within_the_edges_is_left_alone(km: float) -> None:
    assert asked(replace(STOOD, run_km=km)) == ()


@pytest.mark.parametrize(("km", "most", "least"), [(44.5, 44.0, None), (27.0, None, 28.0)])
def test_kilometres_beyond_an_edge_stop_there(
    km: float, most: float | None, least: float | None
) -> None:
    (order,) = asked(replace(STOOD, run_km=km))

    assert (order.code, order.of) == (EDGE, KM)
    assert (order.bound.at_most, order.bound.at_least) == (most, least)
    assert order.bound.facts["wish_km"] == km


@pytest.mark.parametrize(
    ("load", "binds"), [(1100, False), (1102, True), (700, False), (698, True)]
)
def test_load_beyond_an_edge_gives_way_by_kilometres(load: int, *, binds: bool) -> None:
    found = asked(replace(STOOD, training_load=load))

    assert [one.of for one in found] == ([KM] if binds else [])
    for one in found:
        told = one.bound.at_most if load > 1000 else one.bound.at_least
        assert told is not None
        assert (told < 40.0) == (load > 1000)


@pytest.mark.parametrize(("sets", "binds"), [(11, False), (12, True), (5, False)])
def test_hard_sets_beyond_the_edge_are_cut(sets: int, *, binds: bool) -> None:
    found = asked(replace(STOOD, legs=Legs(hard_sets=sets, contacts=0)))

    assert [one.of for one in found] == ([SETS] if binds else [])


def test_sets_of_another_phase_are_another_measure() -> None:
    week = replace(STOOD, legs=Legs(hard_sets=20, contacts=0), strength_phase="stabilization")

    assert asked(week) == ()


def test_load_of_another_phase_is_another_measure_and_that_of_runs_is_not() -> None:
    lifts = sum(one.training_load for one in STOOD.sessions if one.discipline == "strength")
    week = replace(STOOD, training_load=1000 + 2 * lifts, strength_phase="stabilization")
    twice = tuple(
        replace(one, minutes=3 * one.minutes) if one.discipline == "strength" else one
        for one in STOOD.sessions
    )

    assert asked(replace(week, sessions=twice)) == ()
    assert [one.of for one in asked(replace(week, training_load=1300))] == [KM]


def test_of_a_ceiling_that_leads_below_the_floor_the_ceiling_stays() -> None:
    """Where runs are so few that the next smaller week is too small, it is still not bigger."""
    first = asked(replace(STOOD, run_km=50.0))
    (order,) = edges(STOOD, replace(STOOD, run_km=20.0), NUMBERS, first)

    assert order.bound.at_most == first[0].bound.at_most
    assert order.bound.at_least is None


def test_a_week_that_asked_for_nothing_has_no_edges() -> None:
    nothing = replace(STOOD, run_km=0.0, training_load=0, legs=Legs(hard_sets=0, contacts=0))

    assert edges(nothing, STOOD, NUMBERS) == ()


def test_an_edge_drawn_closer_remembers_what_the_week_was_to_be() -> None:
    first = asked(replace(STOOD, run_km=50.0))
    (order,) = edges(STOOD, replace(STOOD, run_km=44.0, training_load=1200), NUMBERS, first)

    assert order.bound.facts["wish_km"] == 50.0
    assert order.bound.at_most is not None
    assert order.bound.at_most < 44.0
