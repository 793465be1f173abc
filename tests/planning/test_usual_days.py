"""Usual days: sessions stand on the weekday that holds them all season long."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from tests.people import first_day, likely_person
from tests.seasons import Season, lifts_of, season_of_athlete

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.planning.second_thoughts import NEVER, Loss
from dovetail.rulebook.season_case import HEAVY

SEED = 77
SIXTY, SEVENTY_FOUR = 165, 4
FEW_ROOMS, SEVEN_DAYS = 200, 130


def person(number: int, today: date | None = None) -> Season:
    """Plan somebody of the crowd, from his own first day unless told."""
    season = season_of_athlete(likely_person(number, SEED), today or first_day(number, SEED))
    assert isinstance(season, Season)
    return season


def usual(season: Season) -> list[Week]:
    """The loading weeks that no race disturbs."""
    raced = {w.number for w in season.weeks if any(s.kind == "tune_up" for s in w.sessions)}
    near = raced | {number + 1 for number in raced}
    return [week for week in season.loading if week.number not in near]


def days_of(weeks: list[Week], kind: str) -> Counter[int]:
    """Count the weekdays of a kind of session."""
    return Counter(s.date.weekday() for w in weeks for s in w.sessions if s.kind == kind)


def has_legs(session: Session) -> bool:
    """Whether a session lifts with the legs."""
    return session.kind in ("lower", "full")


@pytest.mark.parametrize("number", [SIXTY, SEVENTY_FOUR])
def test_legs_of_sixty_have_days_of_their_own_before_lifting_is_heavy(number: int) -> None:
    season = person(number)
    light = [week for week in usual(season) if week.strength_phase not in HEAVY]
    days = [tuple(s.date.weekday() for s in lifts_of(week) if has_legs(s)) for week in light]

    assert season.structure.habits[False] != season.structure.habits[True]
    assert Counter(days).most_common(1)[0][1] >= 0.7 * len(days)


def test_three_hard_units_leave_session_b_light_in_every_heavy_week() -> None:
    season = person(SIXTY)
    heavy = [week for week in usual(season) if week.strength_phase in HEAVY]

    assert heavy
    assert all(sum(has_legs(one) for one in lifts_of(week)) == 1 for week in heavy)


def test_key_runs_fit_the_room_of_their_usual_day() -> None:
    season = person(FEW_ROOMS)
    room = season.structure.room_of_key(1)
    weeks = [week for week in usual(season) if week.phase != "peak"]
    keys = [s for w in weeks for s in w.sessions if s.key and s.id.endswith("quality-1")]

    assert room is not None
    assert keys
    assert all(one.minutes <= room for one in keys)
    assert {one.date.weekday() for one in keys} == {season.structure.home["quality-1"]}


def test_a_part_week_keeps_the_seasons_rest_day_free() -> None:
    season = person(SEVEN_DAYS)
    (free,) = set(range(7)) - season.structure.days

    assert season.plan.weeks[0].number == 0
    base = [week for week in season.plan.weeks if week.phase == "base"]
    assert all(s.date.weekday() != free for w in base for s in w.sessions if s.minutes)


def test_who_asks_on_the_free_day_may_run_on_it() -> None:
    season = person(SEVEN_DAYS)
    assert season.structure.on_usual_days(season.profile, 6) == season.profile
    left = season.structure.on_usual_days(season.profile, 0)
    assert {slot.day for slot in left.slots} == season.structure.days


def test_kilometres_alone_move_few_sessions() -> None:
    stood = Loss(gone=0, short_km=2.0)
    assert not Loss(gone=0, short_km=1.5, moved=3).less_than(stood)
    assert replace(stood, short_km=0.0, moved=0).less_than(stood)
    assert Loss(gone=0, short_km=3.0, moved=9).less_than(replace(stood, gone=1))
    assert Loss(gone=3).less_than(NEVER)
