"""How many sessions a week: what gives way first, for people with few days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests import six_people
from tests.seasons import Season, lifts_of, season_of_athlete

from dovetail.domain.athlete import Athlete, Availability, Day

THREE_DAYS = Availability(tuesday=Day(am=60), thursday=Day(am=60), sunday=Day(am=90))


def runner(availability: Availability) -> Athlete:
    return replace(six_people.season_of("dov").athlete, availability=availability)


def season_of(athlete: Athlete) -> Season:
    outcome = season_of_athlete(athlete)
    assert isinstance(outcome, Season)
    return outcome


def test_three_days_of_an_hour_hold_two_strength_sessions() -> None:
    """The coach's canonical week: Tuesday easy and A, Thursday the key run and B, Sunday long."""
    season = season_of(runner(THREE_DAYS))

    assert season.structure.second == "micro"
    assert {len(lifts_of(week)) for week in season.weeks if week.phase in ("base", "build")} == {2}


@pytest.mark.parametrize("minutes", [45, 60, 75])
def test_more_minutes_never_mean_less_strength(minutes: int) -> None:
    def lifts(more: int) -> int:
        day = Day(am=minutes + more)
        days = replace(THREE_DAYS, tuesday=day, thursday=day)
        return sum(len(lifts_of(week)) for week in season_of(runner(days)).weeks)

    assert lifts(0) <= lifts(15)


def test_where_heavy_legs_find_no_day_strength_stays_without_them() -> None:
    """F6: control and endurance may follow a fast run; to leave strength out would be worse."""
    three = Availability(friday=Day(am=85), saturday=Day(am=100), sunday=Day(am=140))
    dov = runner(three)

    season = season_of(replace(dov, born=dov.born.replace(year=1962)))

    assert not season.structure.heavy
    training = [week for week in season.weeks if week.phase in ("base", "build")]
    assert min(len(lifts_of(week)) for week in training) >= 1
    assert {week.strength_phase for week in training} == {"stabilization", "strength_endurance"}
    told = " ".join(season.say.reason(reason) for reason in season.plan.goal.reasons)
    assert "heavy legs would stand too close to a key run" in told
