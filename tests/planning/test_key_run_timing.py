"""A new key run comes in time, on whatever day it may have to stand."""

from __future__ import annotations

from dataclasses import replace

from tests.people import first_day, likely_person
from tests.seasons import Season, season_of_athlete

from dovetail.planning.key_run_timing import FRIDAY, last_key_day

WEEKEND_RUNNER = (14, 5)
"""Trains from Friday to Sunday, and runs fast on Sundays."""


def season() -> Season:
    """Return the season of the runner who has only the end of the week."""
    outcome = season_of_athlete(likely_person(*WEEKEND_RUNNER), first_day(*WEEKEND_RUNNER))
    assert isinstance(outcome, Season)
    return outcome


def test_who_runs_fast_on_sundays_meets_race_pace_before_the_last_fortnight() -> None:
    weekend = season()

    days = {slot.day for slot in weekend.profile.slots}
    codes = {finding.code for finding in weekend.findings}

    assert days == {4, 5, 6}
    assert "MS402" not in codes
    assert "MS431" not in codes


def test_with_many_days_a_key_run_stands_where_it_usually_does() -> None:
    profile = season().profile
    daily = replace(profile, slots=tuple(replace(profile.slots[0], day=day) for day in range(7)))

    assert last_key_day(daily, {"quality-1": 1, "long": 6}) == FRIDAY
    assert last_key_day(daily, {"quality-1": 5, "long": 6}) == 5
    assert last_key_day(profile, {"quality-1": 4, "long": 6}) == 6
