"""The frame of one week's placement, built by one function for everybody who asks."""

from __future__ import annotations

from collections.abc import Mapping

from dovetail.domain.calendar import WEEKDAYS
from dovetail.planning.profile import Profile
from dovetail.rulebook.week_case import WeekCase


def week_case(
    profile: Profile, *, habits: Mapping[str, int], windows: Mapping[str, tuple[int, int]]
) -> WeekCase:
    """Return what placement may know of the athlete and of last week's days."""
    preferences = profile.athlete.preferences
    halves = [slot.day for slot in profile.slots]
    return WeekCase(
        principles=profile.principles,
        budget=profile.budget,
        long_day=WEEKDAYS.index(preferences.long_run.day),
        long_must=preferences.long_run.must,
        rest_days=frozenset(WEEKDAYS.index(day) for day in preferences.rest),
        habits=habits,
        windows=windows,
        no_running_in_a_row=profile.runner.bone_history,
        both_halves=len(halves) > len(set(halves)),
    )
