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


@pytest.mark.parametrize(("number", "week", "least_km"), [(1269, 20, 26.0), (1651, 22, 17.4)])
def test_a_taper_holds_its_kilometres_where_lifts_and_days_leave_few_minutes(
    number: int, week: int, least_km: float
) -> None:
    season = season_of(number, 20261124)

    assert week_of(season, week).run_km >= least_km
    assert "MS404" not in {finding.code for finding in season.findings}


def test_the_week_before_moves_a_lift_where_the_taper_has_its_own_late() -> None:
    season = season_of(244, 20261124)

    moved = [one.date.weekday() for one in week_of(season, 15).sessions if one.heavy_legs]
    assert moved == [4]
    assert "MS433" not in {finding.code for finding in season.findings}


def test_session_a_is_cut_to_a_short_slot_before_it_is_left_out() -> None:
    season = season_of(1888, 20261124)

    (lift,) = (one for one in week_of(season, 24).sessions if one.discipline == "strength")
    assert (lift.kind, lift.date.weekday()) == ("lower", 6)
    assert lift.minutes <= 45


def test_strides_before_the_race_are_short_enough_to_stand_beside_the_primer() -> None:
    season = season_of(41, 11)

    kinds = {one.kind for one in week_of(season, 10).sessions if one.date.weekday() == 0}
    assert kinds == {"strides", "activation"}
    assert "MS404" not in {finding.code for finding in season.findings}


def test_a_short_lighter_long_run_is_shorter_than_the_last() -> None:
    season = season_of(73, 11)

    before, lighter = week_of(season, 2), week_of(season, 3)
    assert lighter.long_run_km <= 0.75 * before.long_run_km
    assert len([one for one in lighter.sessions if one.discipline == "run"]) == 3
    assert not season.findings or {one.severity for one in season.findings} == {"advice"}


@pytest.mark.parametrize("number", [209, 308])
def test_who_may_not_run_on_days_in_a_row_has_a_week_that_stands_after_itself(number: int) -> None:
    season = season_of(number, 20261124)

    free = [week for week in season.loading if week.number not in (6, 7)]  # beside a race
    longs = {one.date.weekday() for week in free for one in week.sessions if one.kind == "long"}
    assert len(longs) == 1
    assert {finding.severity for finding in season.findings} <= {"advice"}


def test_days_in_a_row_across_the_weekend_still_hold_a_fast_run() -> None:
    season = season_of(96, 11)

    days = {
        (one.kind == "long", one.date.weekday())
        for week in season.loading
        for one in week.sessions
        if one.kind == "long" or one.kind == "race_pace"
    }
    assert days == {(True, 5), (False, 0)}
    assert {finding.severity for finding in season.findings} <= {"advice"}


def test_a_long_way_to_a_half_marathon_has_a_long_run_that_steps() -> None:
    season = season_of(649, 20261124)

    longs = [week.long_run_km for week in season.loading if week.number < 20]
    assert max(longs.count(km) for km in longs if km < max(longs)) <= 3
    assert "MS415" not in {finding.code for finding in season.findings}


def test_race_pace_comes_a_week_early_where_race_week_has_no_day_for_it() -> None:
    season = season_of(371, 11)

    (touch,) = (one for one in week_of(season, 31).sessions if one.kind == "race_pace")
    assert 4 <= (season.plan.goal.date - touch.date).days <= 14  # type: ignore[operator]


@pytest.mark.parametrize(("number", "week"), [(438, 15), (158, 7), (441, 18)])
def test_before_an_early_race_the_long_run_is_cut_and_comes_back(number: int, week: int) -> None:
    season = season_of(number, 11)

    before, eased = week_of(season, week - 1), week_of(season, week)
    (cut,) = (one for one in eased.sessions if one.kind == "long")
    assert {"AI181", "LM104"} & {reason.code for reason in cut.reasons}
    assert eased.long_run_km == cut.km
    assert 0.5 * before.long_run_km <= eased.long_run_km < before.long_run_km
    assert week_of(season, week + 2).long_run_km >= before.long_run_km
    assert not {"MS406", "MS412"} & {
        one.code for one in season.findings if one.severity != "advice"
    }
