"""The frame of one week's placement, built by one function for everybody who asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.plan import RunPhase, StrengthPhase
from dovetail.planning.after_race import days_after_race
from dovetail.planning.profile import Profile
from dovetail.planning.week_shapes import light_beside_heavy
from dovetail.rulebook.shapes import Season
from dovetail.rulebook.week_case import WeekCase

NOTHING_STOOD: Mapping[str, frozenset[int]] = MappingProxyType({})
USUAL: tuple[RunPhase, ...] = ("base", "build", "peak")
WEEK: tuple[int, int] = (0, 6)
SHORT_RACES = ("5k", "10k")
"""Races without a taper week: the last heavy session stands in the peak."""
TOUCH_MIN = 25
"""Minutes of the smallest touch of race pace with its easy ends (dovetail)."""
EARLIER_TOUCH = 1
"""Where neither of its days has a slot, the last fast run may stand so many earlier (dovetail)."""
DAYS_OFF = {
    "long": "quality_days",
    "quality-1": "quality_days",
    "quality-2": "quality_days",
    "strength-a": "heavy_days",
    "strength-b": "strength_days",
    "core": "strength_days",
}
"""Days that a session keeps from a race, by the row of `race_week`."""


def week_case(
    profile: Profile,
    *,
    habits: Mapping[str, int],
    windows: Mapping[str, tuple[int, int]],
    stood: Mapping[str, frozenset[int]] = NOTHING_STOOD,
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
        stood=stood,
        no_running_in_a_row=profile.runner.bone_history,
        both_halves=len(halves) > len(set(halves)),
    )


def days_before_race(profile: Profile, monday: date, window: str) -> tuple[int, int] | None:
    """Return the first and last weekday that lie in a window before the race, or None.

    Any day will do where the race has no such window.
    """
    race_on, race = profile.athlete.goal.date, profile.athlete.goal.race
    rows = profile.principles.value(window)
    if race_on is None or not isinstance(rows, Mapping) or race not in rows:
        return WEEK
    first, last = profile.principles.row(window, race)
    days = [
        day
        for day in range(7)
        if race_on - timedelta(first) <= monday + timedelta(day) <= race_on - timedelta(last)
    ]
    return (days[0], days[-1]) if days else None


def touch_days(profile: Profile, monday: date) -> tuple[int, ...]:
    """Return the weekdays that may hold the last fast run before the race, the best one first.

    The fourth day before the race, then the fifth; the sixth where neither has a slot.
    """
    race_on = profile.athlete.goal.date
    if race_on is None:
        return ()
    first, last = (round(days) for days in profile.principles.row("taper", "last_touch"))
    open_days = {slot.day for slot in profile.slots if slot.minutes >= TOUCH_MIN}
    race_day = (race_on - monday).days
    found = [race_day - out for out in range(last, first + 1) if race_day - out in open_days]
    earlier = race_day - first - EARLIER_TOUCH
    return tuple(found) or ((earlier,) if earlier in open_days else ())


def windows_in(
    profile: Profile,
    monday: date,
    phase: RunPhase,
    strength_phase: StrengthPhase | None,
    *,
    was_heavy: bool,
) -> dict[str, tuple[int, int]]:
    """Return the weekdays of the sessions that belong to certain days around the race."""
    wanted: dict[str, str] = {}
    touch: tuple[int, ...] = ()
    if phase == "race":
        touch = touch_days(profile, monday)
        wanted = {"primer": "primer_window"}
    elif phase == "taper" and strength_phase == "activation" and was_heavy:
        wanted = {"strength-a": "last_heavy_window"}
    elif phase == "peak" and was_heavy and profile.athlete.goal.race in SHORT_RACES:
        return {**_before_next_week(profile, monday), **_last_heavy_week(profile, monday)}
    elif phase == "recovery" and strength_phase is not None and _raced(profile, monday):
        days = days_after_race(profile, monday, strength_phase)
        return {"strength-a": days, "strength-b": days} if days[0] else {}
    found = {kind: days_before_race(profile, monday, window) for kind, window in wanted.items()}
    own = {kind: days for kind, days in found.items() if days is not None}
    if touch:
        own["quality-1"] = (min(touch), max(touch))
    return {**_before_next_week(profile, monday), **own}


def _raced(profile: Profile, monday: date) -> bool:
    race_on = profile.athlete.goal.date
    return race_on is not None and race_on < monday


def _last_heavy_week(profile: Profile, monday: date) -> dict[str, tuple[int, int]]:
    """Session B of the week before race week is the last heavy one, and A stands before its end.

    Other weeks are free, and so is a B that is light beside a heavy A.
    """
    days = days_before_race(profile, monday, "last_heavy_window")
    if days is None:
        return {}
    own = {"strength-a": (0, days[1])}
    return own if light_beside_heavy(profile) else {**own, "strength-b": days}


def _before_next_week(profile: Profile, monday: date) -> dict[str, tuple[int, int]]:
    """Return what has to stand early in a week because a race stands early in the next."""
    goal = profile.athlete.goal
    days = [(race.date - monday).days for race in goal.tune_up]
    if goal.date is not None:
        days.append((goal.date - monday).days)
    race_day = min((day for day in days if WEEK[1] < day <= 2 * WEEK[1] + 1), default=None)
    if race_day is None:
        return {}
    last = {
        kind: race_day - round(profile.principles.number("race_week", days_off))
        for kind, days_off in DAYS_OFF.items()
    }
    return {kind: (0, max(0, day)) for kind, day in last.items() if day < WEEK[1]}


def habits_after(
    habits: Mapping[str, int], days: Season, phase: RunPhase, *, unusual: bool
) -> Mapping[str, int]:
    """Return the weekdays that next week's sessions are used to.

    A session that has a day keeps it for the season: a week that has to move one does not take
    the others along. A lighter, taper, race or recovery week, and one beside a race on the way,
    begins no habit.
    """
    if unusual or phase not in USUAL:
        return habits
    return {**home_days(days), **habits}


def home_days(week: Season) -> dict[str, int]:
    """Return the weekday of every session that has one of its own; easy runs have none."""
    return {
        strain.kind: slot.weekday
        for slot, visit in week
        for strain in visit
        if strain.kind != "easy" and not strain.fixed
    }
