"""What a week holds follows the weeks before it as they stand, not as they were hoped for."""

from __future__ import annotations

import pytest
from tests.people import first_day, likely_person
from tests.seasons import Season, runs_of, season_of_athlete

FEW_RUNS = ((94, 77), (144, 5))
"""Beginners with a day more than their kilometres fill, and a race before the weekend."""
TUNE_UPS = ((60, 20261124), (79, 20261124))
"""Runners whose week after a race on the way is cut by the days that it leaves."""


def planned(person: tuple[int, int]) -> Season:
    found = season_of_athlete(likely_person(*person), first_day(*person))
    assert isinstance(found, Season)
    return found


@pytest.mark.parametrize("person", FEW_RUNS)
def test_race_week_runs_no_more_often_than_any_week_before(person: tuple[int, int]) -> None:
    season = planned(person)
    usual = max(len(runs_of(week)) for week in season.loading)
    race_weeks = [week for week in season.weeks if week.phase == "race"]

    assert race_weeks
    assert all(len(runs_of(week)) < usual for week in race_weeks)
    assert "LM106" not in {finding.code for finding in season.findings}


@pytest.mark.parametrize("person", TUNE_UPS)
def test_a_race_on_the_way_does_not_lower_the_weeks_after_its_own(person: tuple[int, int]) -> None:
    season = planned(person)
    raced = next(
        week.number for week in season.weeks if any(one.kind == "tune_up" for one in week.sessions)
    )
    before = [week.run_km for week in season.loading if week.number < raced]
    after = [week.run_km for week in season.loading if week.number > raced + 1]

    assert after
    assert after[0] >= 0.92 * before[-1]
