"""When a key run has to come: race pace must be known before the last fortnight begins."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.planning import key_run_tables as tables
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile

FRIDAY = 4
"""Key runs stand by Friday (dovetail)."""
USUAL = ("base", "build", "peak")


def heavy_begins(profile: Profile, frame: WeekFrame) -> bool:
    """Whether maximal strength or power begins, for who lifts at all.

    Source: dovetail.
    """
    return frame.heavy_phase_begins and profile.athlete.preferences.strength_per_week != 0


def last_before_the_end(profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame) -> bool:
    """Whether no later week can hold a new key run before nothing new may come.

    Source: dovetail.
    """
    if not _holds(profile, frame):
        return False
    return not any(_holds(profile, one) for one in frames if one.number > frame.number)


def _holds(profile: Profile, frame: WeekFrame) -> bool:
    """A loading week without a race or the start of heavy lifting, early enough for new things."""
    race_on = profile.athlete.goal.date
    if race_on is None or not frame.loading or frame.phase not in USUAL:
        return False
    days = (race_on - frame.starts).days - FRIDAY
    early = days > profile.principles.number("nothing_new")
    busy = frame.tune_up is not None or frame.after_long_race or heavy_begins(profile, frame)
    return early and not busy


def race_pace_of(profile: Profile) -> str:
    """Return the run that first holds race pace, by pace or by effort; "" where none is to be.

    Source: dovetail.
    """
    race = profile.athlete.goal.race
    if profile.runner.bone_history or race == "ultra":
        return ""
    if profile.level == "beginner":
        return "race_effort"
    if profile.by_feel:
        return "race_effort" if race in ("5k", "10k") else "half_effort"
    return tables.RACE_PACE.get(race, "")
