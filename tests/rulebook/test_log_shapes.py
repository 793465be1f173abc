"""No shape of a log breaks a rule: weeks without load, minutes, kilometres, words or anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logs import done_as_asked
from tests.rulebook.rule_cases import unread
from tests.rulebook.season_words import season_case

from dovetail.application.log_mistakes import mistakes_in_log
from dovetail.content.library import read_library
from dovetail.domain.plan import Finding, Plan
from dovetail.domain.training_log import Checkin, Event, Other, Race, Run, Strength

USUAL = (
    "tue lower 40 squat:3x12 bird-dog:2x10, wed easy 6, thu threshold 8 threshold:3x8, sun long 14"
)
SEASON = {
    "weeks": [
        f"3x base P1: {USUAL}",
        "base lighter P1: tue lower 30 squat:2x12, wed easy 5, sun long 10",
        f"3x build P3: {USUAL}",
        "build lighter P3: tue lower 30 squat:2x8@3, wed easy 5, sun long 10",
        "taper P3: wed easy 5, sun long 8",
        "race P3: wed easy 5, sun race 10",
    ]
}
WEEK = timedelta(weeks=1)
Way = Callable[[Event], Iterable[Event]]
"""What came of something that was asked."""


def as_asked(one: Event) -> Iterable[Event]:
    return (one,)


def left_out(one: Event) -> Iterable[Event]:
    return ()


def with_numbers(**numbers: Any) -> Way:
    """Told with other numbers, as far as they belong to it; a race cannot be of 0 km."""

    def way(one: Event) -> Iterable[Event]:
        if isinstance(one, Run):
            return (replace(one, **numbers),)
        if isinstance(one, Strength):
            fitting = {key: value for key, value in numbers.items() if key != "km"}
            return (replace(one, **fitting),)
        return (one,)

    return way


def without_sets(one: Event) -> Iterable[Event]:
    return (replace(one, sets=()),) if isinstance(one, Strength) else (one,)


def without_weight(one: Event) -> Iterable[Event]:
    if not isinstance(one, Strength):
        return (one,)
    return (replace(one, sets=tuple(replace(each, load_kg=0.0, reps=0) for each in one.sets)),)


def only_woken(one: Event) -> Iterable[Event]:
    return (Checkin(id=one.id, on=one.on, sleep_h=0, soreness=1),)


def something_else(one: Event) -> Iterable[Event]:
    return (Other(id=one.id, on=one.on, minutes=0),)


def thrice(one: Event) -> Iterable[Event]:
    return (one, replace(one, id=f"{one.id}-2"), replace(one, id=f"{one.id}-3"))


WAYS: Mapping[str, Way] = {
    "as_asked": as_asked,
    "left_out": left_out,
    "without_load": with_numbers(rpe=0.0),
    "without_minutes": with_numbers(minutes=0.0),
    "without_kilometres": with_numbers(km=0.0),
    "without_anything": with_numbers(minutes=0.0, km=0.0, rpe=0.0),
    "without_a_word": with_numbers(km=None, rpe=None),
    "without_sets": without_sets,
    "without_weight": without_weight,
    "far_too_much": with_numbers(minutes=600.0, km=100.0, rpe=10.0),
    "only_woken": only_woken,
    "something_else": something_else,
    "thrice": thrice,
}


@cache
def plan() -> Plan:
    return season_case(SEASON).plan


def told(ways: Sequence[str]) -> list[Event]:
    """A log of the season, each of its weeks in a way of its own."""
    sessions = [one for week in plan().weeks for one in week.sessions]
    races = [
        Race(id=f"done-{one.id}", on=one.date, km=one.km or 5, time="0:50:00")
        for one in sessions
        if one.discipline == "race"
    ]
    first = plan().weeks[0].starts
    asked = (*done_as_asked(sessions), *races)
    return [event for one in asked for event in WAYS[ways[(one.on - first).days // 7]](one)]


def found(ways: Sequence[str], on: date | None = None) -> Sequence[Finding]:
    return mistakes_in_log(plan(), told(ways), on or plan().weeks[-1].starts + WEEK, read_library())


def unsound(findings: Iterable[Finding]) -> list[str]:
    """What is no number that can be told, or no sentence that can be read."""
    return [
        f"{one.code} {one.amount} {one.facts}"
        for one in findings
        if not math.isfinite(one.amount)
        or unread(one.code, {"amount": one.amount, **one.facts}, ("short", "why", "fix"))
    ]


@pytest.mark.parametrize(("full", "light"), list(product(WAYS, WAYS)))
def test_no_pair_of_shapes_breaks_a_rule(full: str, light: str) -> None:
    """Full weeks in one way, lighter and racing weeks in another: every pair, every time."""
    ways = [
        light if week.lighter or week.phase in ("taper", "race") else full for week in plan().weeks
    ]

    assert unsound(found(ways)) == []


@given(
    ways=st.lists(st.sampled_from(sorted(WAYS)), min_size=10, max_size=10), back=st.integers(0, 69)
)
def test_no_row_of_shapes_breaks_a_rule_on_any_day(ways: Sequence[str], back: int) -> None:
    on = plan().weeks[-1].starts + WEEK - timedelta(days=back)

    assert unsound(found(ways, on)) == []
