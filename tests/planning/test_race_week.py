"""Race week: a last fast run on its day, short runs at the end, one primer, any weekday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from tests.planning.race_people import runner
from tests.seasons import Season, season_of_athlete

from dovetail.domain.athlete import RaceName
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import minutes_by_pace

RACES: tuple[RaceName, ...] = ("5k", "10k", "half", "marathon")
SUNDAY = date(2027, 4, 25)
EARLIER = (0, 1, 3, 4, 6)
"""Races on Sunday, Saturday, Thursday, Wednesday and Monday."""
every_race_day = pytest.mark.parametrize("days_earlier", EARLIER)
every_race = pytest.mark.parametrize("race", RACES)


@cache
def season(race: RaceName, days_earlier: int) -> Season:
    athlete = runner(race, "intermediate", "09:00", SUNDAY - timedelta(days_earlier)).athlete
    found = season_of_athlete(athlete, SUNDAY - timedelta(weeks=16))
    assert isinstance(found, Season)
    return found


def before(one: Season, first: int, last: int) -> list[Session]:
    """Return the sessions from one day before the race to another."""
    race_on = one.athlete.goal.date
    assert race_on is not None
    every = (session for week in one.plan.weeks for session in week.sessions)
    return [session for session in every if first >= (race_on - session.date).days >= last]


def is_fast(session: Session) -> bool:
    return session.discipline == "run" and any(pace != "easy" for pace in minutes_by_pace(session))


@every_race
@every_race_day
def test_the_last_fast_run_stands_four_or_five_days_before(
    race: RaceName, days_earlier: int
) -> None:
    one = season(race, days_earlier)
    race_on = one.athlete.goal.date
    open_days = {slot.day for slot in one.profile.slots}
    assert race_on is not None
    possible = any((race_on - timedelta(out)).weekday() in open_days for out in (4, 5))

    assert possible == any(is_fast(run) for run in before(one, 5, 4))
    assert not any(is_fast(run) for run in before(one, 3, 1))


@every_race
@every_race_day
def test_the_last_two_days_are_short(race: RaceName, days_earlier: int) -> None:
    one = season(race, days_earlier)

    assert all(run.minutes <= 30 for run in before(one, 2, 1))
    assert all(run.minutes <= 27 for run in before(one, 1, 1))


@every_race
@every_race_day
def test_no_lift_stands_in_the_last_two_days_and_one_primer_before(
    race: RaceName, days_earlier: int
) -> None:
    one = season(race, days_earlier)

    assert not [lift for lift in before(one, 2, 1) if lift.discipline == "strength"]
    assert len([lift for lift in before(one, 6, 3) if lift.kind in ("primer", "activation")]) <= 1


@every_race
def test_an_older_longer_run_takes_nothing_from_race_week(race: RaceName) -> None:
    """What a peak week of this plan holds beside its own long run is the measure."""
    usual = season(race, 0)
    running = replace(usual.athlete.running, longest_km=2 * usual.athlete.running.longest_km)
    older = season_of_athlete(replace(usual.athlete, running=running), SUNDAY - timedelta(weeks=16))
    assert isinstance(older, Season)

    assert not [one.code for one in older.findings if one.code in ("MS404", "LM106")]
