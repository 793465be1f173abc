"""Weeks of some likely people that once had an error: what the plan does there now."""

from __future__ import annotations

import pytest
from tests.people import first_day, likely_person
from tests.seasons import Season, season_of_athlete

from dovetail.domain.errors import DovetailError
from dovetail.domain.plan import Week


def season_of(number: int, seed: int) -> Season:
    season = season_of_athlete(likely_person(number, seed), first_day(number, seed))
    assert not isinstance(season, DovetailError)
    return season


def week_of(season: Season, number: int) -> Week:
    return next(week for week in season.weeks if week.number == number)


@pytest.mark.parametrize(("number", "week"), [(786, 14), (1542, 23)])
def test_a_key_run_that_a_limit_leaves_no_work_is_an_easy_run(number: int, week: int) -> None:
    season = season_of(number, 20261124)

    assert "MS425" not in {finding.code for finding in season.findings}
    runs = [one for one in week_of(season, week).sessions if one.discipline == "run"]
    assert {one.kind for one in runs} == {"easy", "long"}


def test_a_light_b_stands_on_any_day_before_race_week() -> None:
    season = season_of(594, 20261124)

    lifts = [one for one in week_of(season, 16).sessions if one.discipline == "strength"]
    assert [one.kind for one in lifts] == ["upper", "lower"]
    assert not {"MS433", "PL225"} & {finding.code for finding in season.findings}


def test_a_last_touch_that_has_no_place_becomes_strides() -> None:
    season = season_of(144, 4242)

    (touch,) = (one for one in week_of(season, 13).sessions if one.kind == "strides")
    assert 4 <= (season.plan.goal.date - touch.date).days <= 5  # type: ignore[operator]
    assert "MS404" not in {finding.code for finding in season.findings}
