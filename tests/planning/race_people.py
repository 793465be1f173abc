"""Runners before a race: every distance, two levels, early and late starts, three weekdays."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.seasons import Season, season_of_athlete

from dovetail.domain.athlete import (
    RACE_KM,
    Athlete,
    Availability,
    Day,
    Goal,
    Level,
    RaceName,
    RaceResult,
    Running,
    StrengthHistory,
)
from dovetail.domain.session import Session
from dovetail.domain.units import Duration

TODAY = date(2026, 11, 30)
RACES: tuple[RaceName, ...] = ("5k", "10k", "half", "marathon", "ultra")
LEVELS: tuple[Level, ...] = ("beginner", "advanced")
STARTS = (("07:30", date(2027, 4, 17)), ("18:00", date(2027, 4, 21)), ("09:00", date(2027, 4, 18)))
"""A Saturday morning, a Wednesday evening, and the usual Sunday."""
WEEK = Availability(
    monday=Day(am=60),
    tuesday=Day(am=100, pm=60),
    wednesday=Day(am=100),
    thursday=Day(am=80),
    friday=Day(am=80, pm=60),
    sunday=Day(am=200),
)
_NEEDED = {
    "5k": (20.0, 8.0),
    "10k": (24.0, 10.0),
    "half": (32.0, 14.0),
    "marathon": (45.0, 20.0),
    "ultra": (55.0, 24.0),
}
"""Kilometres a week and longest run of a beginner who may reach the race."""
_TIMES = {"5k": 19 * 60, "10k": 39 * 60 + 30, "half": 86 * 60 + 30, "marathon": 2 * 3600 + 59 * 60}


@cache
def runner(race: RaceName, level: Level, start: str, on: date) -> Season:
    """Plan for one of them; beginners have no race yet, the others a goal time."""
    km, longest = _NEEDED[race]
    beginner = level == "beginner"
    time = None if beginner or race not in _TIMES else Duration(_TIMES[race])
    done = RaceResult(km=21.0975, time=Duration(85 * 60 + 30), date=date(2026, 10, 4))
    planned = season_of_athlete(
        Athlete(
            name="Rae",
            born=date(1992, 3, 3),
            level=level,
            goal=Goal(
                race=race,
                date=on,
                time=time,
                km=50.0 if race == "ultra" else None,
                start_time=start,
            ),
            running=Running(
                weekly_km=km if beginner else 65.0,
                longest_km=longest if beginner else 24.0,
                years=0.5 if beginner else 8,
                as_of=TODAY,
                races=() if beginner else (done,),
            ),
            strength=StrengthHistory(weeks_trained=10, heavy_weeks=5, equipment=("full_gym",)),
            availability=WEEK,
        ),
        TODAY,
    )
    assert isinstance(planned, Season)
    return planned


def race_of(season: Season) -> Session:
    """Return the goal race of a season."""
    return next(session for session in season.sessions if session.kind == "goal")


def race_km(race: RaceName) -> float:
    """Return how long a race is [km]."""
    return RACE_KM.get(race, 50.0)
