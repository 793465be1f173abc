"""A week that waits at an edge: one question, and what yes and no do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import pytest
from tests import six_people

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import ReviewDecision
from dovetail.planning.automatic import EDGE
from dovetail.review.decisions import let_go, orders_in_force, to_tell, with_edges_of

PLAN = six_people.season_of("ana-half").plan
TODAY = date(2026, 12, 6)
WEEKS = [week for week in PLAN.weeks if week.number in (2, 3)]


def held(asks: str = "automatic.more") -> tuple[ReviewDecision, ...]:
    facts: Facts = {"asks": asks, "wish_km": 40.0, "edge_km": 33.0, "leg_sets": 9, "edge_sets": 6}
    weeks = [replace(week, reasons=(Reason(EDGE, facts), *week.reasons)) for week in WEEKS]
    return with_edges_of(weeks, (), TODAY)


def test_weeks_at_an_edge_are_one_question() -> None:
    found = held()

    assert [one.state for one in found] == ["proposed", "proposed"]
    assert len({one.id for one in found}) == 1
    assert [one.first for one in found] == [week.starts for week in WEEKS]
    assert len(to_tell(found, (), TODAY)) == 1


def test_a_question_is_asked_once_and_stays_while_nobody_answers() -> None:
    found = held()
    weeks = [replace(week, reasons=found[0].reasons) for week in WEEKS]

    assert with_edges_of(weeks, found, TODAY + timedelta(days=1)) == found


@pytest.mark.parametrize(
    ("state", "binds"), [("proposed", True), ("declined", True), ("accepted", False)]
)
def test_the_edge_binds_until_somebody_says_yes(
    state: Literal["proposed", "declined", "accepted"], *, binds: bool
) -> None:
    answered = [replace(one, state=state) for one in held()]

    assert [one.bound.at_most for one in orders_in_force(answered)] == [33.0, 33.0] * binds
    assert let_go(answered) == (frozenset() if binds else {week.starts for week in WEEKS})


@pytest.mark.parametrize(
    ("asks", "of", "most"),
    [("automatic.more", "week.km", 33.0), ("automatic.sets", "week.hard_sets", 9.0)],
)
def test_an_edge_bounds_what_it_speaks_of(asks: str, of: str, most: float) -> None:
    one, _ = held(asks)

    assert (one.of, one.at_most, one.at_least) == (of, most, None)


def test_a_floor_keeps_a_week_from_shrinking() -> None:
    one, _ = held("automatic.less")
    (order,) = orders_in_force([replace(one, state="declined")])

    assert (order.bound.at_most, order.bound.at_least) == (None, 33.0)
