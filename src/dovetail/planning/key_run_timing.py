"""When a key run has to come: race pace must be known before the last fortnight begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dovetail.planning import key_run_tables as tables
from dovetail.planning.frame import WeekFrame
from dovetail.planning.key_run_story import Story
from dovetail.planning.profile import Profile
from dovetail.planning.strength_dose import FOUR_SETS_AT

FRIDAY = 4
"""Key runs stand by Friday, where the usual week has none at the weekend (dovetail)."""
FEW_DAYS = 1
"""So few days by Friday leave a key run none that is surely its own (dovetail)."""
USUAL = ("base", "build", "peak")


def heavy_begins(profile: Profile, frame: WeekFrame) -> bool:
    """Whether maximal strength or power begins, for who lifts at all.

    Source: dovetail.
    """
    return frame.heavy_phase_begins and profile.athlete.preferences.strength_per_week != 0


def lifting_steps(profile: Profile, frame: WeekFrame) -> bool:
    """Whether lifting takes a step: heavy work begins, or its first lift gets a fourth set.

    Source: dovetail.
    """
    fourth = profile.level == "advanced" and frame.strength_phase == "maximal_strength"
    lifts = profile.athlete.preferences.strength_per_week != 0
    more = fourth and frame.loading and frame.loading_step == FOUR_SETS_AT and lifts
    return more or heavy_begins(profile, frame)


def last_key_day(profile: Profile, home: Mapping[str, int]) -> int:
    """Return the last weekday, Monday 0, on which a key run is likely to stand.

    Who trains at weekends and on one day besides may run fast on the last of these days.

    Source: dovetail.
    """
    days = {slot.day for slot in profile.slots}
    if sum(day <= FRIDAY for day in days) > FEW_DAYS:
        days = {day for kind, day in home.items() if kind.startswith("quality")}
    return max([FRIDAY, *days])


def weeks_left(story: Story, frames: Sequence[WeekFrame], frame: WeekFrame) -> int | None:
    """Count the later weeks that can hold a new key run before nothing new may come.

    None where the week itself can hold none.

    Source: dovetail.
    """
    if not _holds(story, frame):
        return None
    return sum(_holds(story, one) for one in frames if one.number > frame.number)


def _holds(story: Story, frame: WeekFrame) -> bool:
    """A loading week, early enough for new things, not beside a race nor where lifting steps up."""
    profile = story.profile
    race_on = profile.athlete.goal.date
    if race_on is None or not frame.loading or frame.phase not in USUAL:
        return False
    days = (race_on - frame.starts).days - story.last_day
    early = days > profile.principles.number("nothing_new")
    busy = (
        frame.tune_up is not None
        or unsure_after_race(profile, frame)
        or lifting_steps(profile, frame)
    )
    return early and not busy


def unsure_after_race(profile: Profile, frame: WeekFrame) -> bool:
    """Whether the days after a race on the way may leave a key run no place, or no pace.

    Older legs lift heavily later, and then stand in its way.

    Source: dovetail.
    """
    slow = profile.masters or profile.by_feel
    return frame.after_long_race or (frame.after_race and slow)


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
