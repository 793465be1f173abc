"""After the goal race: from which day somebody runs again, and lifts what."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta
from math import ceil

from dovetail.domain.plan import StrengthPhase
from dovetail.planning.profile import Profile

PHASES: tuple[StrengthPhase, ...] = ("stabilization", "strength_endurance", "maximal_strength")
DAYS_TO_CHOOSE_FROM = 4
"""A session that may stand on the last days of a week only would often find no slot (dovetail)."""
LAST_WEEKDAY = 6


def back_on(profile: Profile, starts: date) -> date:
    """Return the first day of running in a week after the goal race; its Monday in any other."""
    race_on = profile.athlete.goal.date
    if race_on is None or race_on >= starts:
        return starts
    days = profile.principles.number("days_off_after", profile.athlete.goal.race)
    return race_on + timedelta(days=ceil(_times(profile, days)))


def _times(profile: Profile, days: float) -> float:
    """Older runners take longer."""
    number = profile.principles.number
    older = profile.age >= number("days_off_after", "older_from")
    return days * number("days_off_after", "older_times") if older else days


def strength_from(profile: Profile, phase: StrengthPhase) -> date | None:
    """Return the first day after the race that may hold a session of a strength phase."""
    race_on = profile.athlete.goal.date
    if race_on is None or phase not in PHASES:
        return None
    row = profile.principles.row("strength_after", profile.athlete.goal.race)
    return race_on + timedelta(days=ceil(_times(profile, row[PHASES.index(phase)])))


def phase_after_race(
    profile: Profile, starts: date, reached: Container[StrengthPhase | None]
) -> StrengthPhase | None:
    """Return the highest phase that a week of recovery may hold; nobody comes back to more.

    None where even balance and control would be too early.
    """
    latest = starts + timedelta(days=LAST_WEEKDAY + 1 - DAYS_TO_CHOOSE_FROM)
    for phase in reversed(PHASES):
        first = strength_from(profile, phase)
        if phase in reached and first is not None and first <= latest:
            return phase
    return None


def days_after_race(profile: Profile, monday: date, phase: StrengthPhase) -> tuple[int, int]:
    """Return the first and last weekday of a recovery week that may hold its strength."""
    first = strength_from(profile, phase) or monday
    return max(0, (first - monday).days), LAST_WEEKDAY
