"""Which key run each week holds: stimuli come in order, vary, grow, and turn to the race."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dovetail.domain.calendar import monday_of
from dovetail.planning import key_run_tables as tables
from dovetail.planning.frame import WeekFrame
from dovetail.planning.key_run_story import NOTHING_ELSE, KeyRun, Place, Story
from dovetail.planning.key_run_timing import (
    heavy_begins,
    last_key_day,
    lifting_steps,
    race_pace_of,
    unsure_after_race,
    weeks_left,
)
from dovetail.planning.profile import Profile
from dovetail.planning.structure import Structure
from dovetail.planning.week_problem import touch_days

LEAST_HARD_BEFORE_INTERVALS = 3
FIRST_INTERVAL_WEEK = 4
HILL_SPRINTS_WEEK = 7
"""Beginners sprint uphill only from the seventh week of running; the ladder is none (dovetail)."""
MOST_IN_A_ROW = 2
RUNS_FOR_TWO_KEYS_ALWAYS = 6
TURNS = 3
"""Past its end the last so many entries of a row take turns (dovetail)."""
SMALLEST_IF_LIGHTER = ("strides", "split")
"""A lighter week holds them at their first size, and they do not grow there (dovetail)."""
LONG_RACES = ("marathon", "ultra")


def key_runs(
    profile: Profile,
    frames: Sequence[WeekFrame],
    structure: Structure,
    instead: Mapping[Place, str] = NOTHING_ELSE,
) -> tuple[tuple[KeyRun, ...], ...]:
    """Return the key runs of each week, the first the more important; two where the week has two.

    `instead` names recipes that take the place of what the rows say in some weeks.

    Source: dovetail.
    """
    last_day = last_key_day(profile, structure.home)
    story = Story(profile, twice=structure.keys > 1, last_day=last_day, instead=instead)
    return tuple(_week(story, frame, frames) for frame in frames)


def _week(story: Story, frame: WeekFrame, frames: Sequence[WeekFrame]) -> tuple[KeyRun, ...]:
    if frame.phase == "recovery":
        story.in_phase.clear()  # the next block begins its own way through the phases
    walks = frame.number <= story.ladder_weeks and frame.race_on is None
    if walks or frame.phase == "recovery" or story.profile.permissions.easy_only:
        return ()  # the ladder's outings are all there is: no fast run is met or counted there
    left = _left(frame, frames)
    first = _first(story, frame, frames)
    names = (first, story.instead.get((frame.number, 1)) or _second(story, frame, left, first))
    if frame.lighter:
        small = [KeyRun(recipe=name, appearance=0) for name in names if name in SMALLEST_IF_LIGHTER]
        others = [story.tell(name) for name in names if name not in SMALLEST_IF_LIGHTER]
        return tuple(run for run in (*others, *small) if run is not None)
    return _told(story, names)


def _told(story: Story, names: Sequence[str]) -> tuple[KeyRun, ...]:
    told = [story.tell(name) for name in names]
    hard = [tables.KIND[name] for name in names if name in tables.KIND]
    story.kinds.update(hard)
    story.most = max(story.most, len(hard))
    return tuple(run for run in told if run is not None)


def _left(frame: WeekFrame, frames: Sequence[WeekFrame]) -> int:
    """Count the loading weeks of the phase that come after a week, within its block."""
    left = 0
    for one in frames[frame.number :]:
        if one.phase != frame.phase:
            break
        left += one.loading
    return left


def _first(story: Story, frame: WeekFrame, frames: Sequence[WeekFrame]) -> str:
    profile, left = story.profile, _left(frame, frames)
    if frame.taper is not None:
        return _sharpener(story, frame)
    if frame.lighter:
        return _in_lighter_week(story, frame)
    place = story.place(frame.phase)
    if frame.after_race and profile.level == "beginner":
        recipe = "first_strides" if story.seen["first_strides"] else ""
    elif frame.after_race and profile.athlete.goal.race in LONG_RACES:
        recipe = "" if story.twice else "strides"
    elif frame.phase == "peak":
        recipe = _turn(_row(story, frame), left)
    else:
        recipe = _turn(_row(story, frame), place)
        if frame.phase == "build" and not left and story.seen["first_intervals"]:
            recipe = "intervals"
    recipe = _one_step(story, frame, _varied(story, _allowed(story, frame, recipe)))
    recipe = story.instead.get((frame.number, 0), recipe)
    recipe = _race_pace_in_time(story, frame, frames, recipe)
    story.lately.append(recipe)
    return recipe


def _one_step(story: Story, frame: WeekFrame, recipe: str) -> str:
    """No new kind of quality run in the week in which heavy lifting begins: what is known again."""
    kind = tables.KIND.get(recipe)
    if kind is None or kind in story.kinds or not lifting_steps(story.profile, frame):
        return recipe
    if frame.phase in ("base", "build"):
        story.in_phase[frame.phase] -= 1  # the row waits a week
    known = next((one for one in reversed(story.lately) if one in tables.KIND), "strides")
    known = _varied(story, known)
    return known if tables.KIND.get(known, "") in story.kinds else "strides"


def _race_pace_in_time(
    story: Story, frame: WeekFrame, frames: Sequence[WeekFrame], recipe: str
) -> str:
    """Race pace is met while new things may still be met, so that it can sharpen at the end."""
    profile = story.profile
    if story.short_by_feel and frame.phase == "build" and not _left(frame, frames):
        recipe = "race_effort"
    left, pace = weeks_left(story, frames, frame), race_pace_of(profile)
    if not story.met_pace and pace and left is not None and left <= 1:
        ready = story.careful or profile.by_feel or story.has(tables.AT_THRESHOLD)
        if not ready and frame.number > 1 and story.has(tables.GENTLE):
            recipe = "cruise"
        elif ready and not left:
            recipe = pace
    unsure = frame.tune_up is not None or unsure_after_race(profile, frame)
    story.met_pace |= tables.KIND.get(recipe) == "race_pace" and not unsure
    return recipe


def _turn(row: tuple[str, ...], place: int) -> str:
    """Return the entry of a row; past its end the last ones take turns."""
    if place < len(row):
        return row[place]
    last = row[-TURNS:]
    return last[(place - len(row)) % len(last)]


def _row(story: Story, frame: WeekFrame) -> tuple[str, ...]:
    profile = story.profile
    if profile.runner.bone_history:
        return tables.CAREFUL[frame.phase]
    if profile.level == "beginner":
        return tables.BEGINNER[frame.phase]
    race, advanced = profile.athlete.goal.race, profile.level == "advanced"
    if frame.phase == "peak":
        return (tables.PEAK_ADVANCED if advanced else tables.PEAK)[race]
    table = tables.BASE if frame.phase == "base" else tables.BUILD
    if race == "healthy":
        return table["healthy"]
    if advanced:
        return table["advanced" if story.twice else "advanced_once"]
    if race == "5k" and frame.phase == "build":
        return table["5k"]
    return table["short" if race in ("5k", "10k") else "long"]


def _allowed(story: Story, frame: WeekFrame, recipe: str) -> str:
    """Hold stimuli in order: hills or strides, threshold, then intervals; week 1 has none."""
    if frame.number <= 1 and recipe not in ("", "first_strides"):
        return "first_strides" if story.careful else "strides"
    running = frame.number - story.ladder_weeks
    if recipe == "hill_sprints" and story.careful and running < HILL_SPRINTS_WEEK:
        return "first_strides"
    if story.profile.by_feel:
        recipe = tables.BY_FEEL.get(recipe, recipe)
    early = frame.phase == "build" and story.in_phase["build"] == 1
    hills = story.has(("short_hills", "minute_hills", "long_hills"))
    if recipe == "cruise" and early and not hills and not frame.heavy_phase_begins:
        story.in_phase["build"] -= 1  # the row waits a week for the hills that it builds on
        story.in_phase["base"] += 1
        return "minute_hills"
    return _in_order(story, frame, recipe)


def _in_order(story: Story, frame: WeekFrame, recipe: str) -> str:
    at_threshold = story.has(tables.AT_THRESHOLD)
    if recipe in tables.AT_RACE_PACE and not at_threshold:
        return "cruise"
    if recipe not in tables.INTERVALS:
        return recipe
    ready = story.has(tables.BEFORE_INTERVALS) >= LEAST_HARD_BEFORE_INTERVALS
    if frame.number < FIRST_INTERVAL_WEEK:
        return "strides"
    if not ready or not at_threshold:
        story.in_phase[frame.phase] -= frame.phase == "build"
        return "cruise"
    if not story.has(tables.INTERVALS) and story.profile.level != "advanced":
        return "first_intervals"
    if recipe == "first_intervals":
        return recipe if story.seen[recipe] < MOST_IN_A_ROW else "intervals"
    return recipe


def _varied(story: Story, recipe: str) -> str:
    """The same key run stands at most twice in a row."""
    if story.lately[-MOST_IN_A_ROW:] != [recipe] * MOST_IN_A_ROW:
        return recipe
    instead = tables.STANDS_IN.get(recipe, recipe)
    return "first_strides" if instead == "hill_sprints" and story.careful else instead


def _in_lighter_week(story: Story, frame: WeekFrame) -> str:
    profile = story.profile
    if story.careful:
        known = story.seen["first_strides"]
        rests = profile.runner.bone_history and frame.phase == "base"
        return "first_strides" if known and not rests else ""
    if frame.tune_up is not None:
        return "split" if story.twice and story.seen["split"] else "brisk_minutes"
    opens_heavy = frame.gate is not None and frame.gate.opens == "maximal_strength"
    if opens_heavy and story.seen["cruise"] and not profile.masters:
        return "check"
    if story.twice and frame.phase != "base" and not profile.by_feel:
        return "four_hundreds"
    return "strides"


def _sharpener(story: Story, frame: WeekFrame) -> str:
    """A touch of race pace; the week itself keeps out what has not been met before.

    Before a marathon the middle week of the taper is at threshold, where race week has a day for
    the last touch.
    """
    race = story.profile.athlete.goal.race
    if story.careful:
        return "sharpen_beginner"
    if race in tables.SHARPEN:
        by_feel = race == "half" and story.profile.by_feel
        return "sharpen_half_effort" if by_feel else tables.SHARPEN[race]
    middle = frame.phase == "taper" and frame.taper == 1
    race_on = story.profile.athlete.goal.date
    middle = middle and bool(race_on and touch_days(story.profile, monday_of(race_on)))
    return "sharpen_threshold" if middle else "sharpen_marathon"


def _second(story: Story, frame: WeekFrame, left: int, first: str) -> str:
    """A second key run for advanced runners; with five runs only where nobody lifts heavily."""
    profile = story.profile
    if not story.twice or frame.number <= 1 or frame.taper is not None:
        return ""
    if frame.lighter:
        return "" if frame.tune_up is not None else "strides"
    place = story.place(f"second {frame.phase}") + (frame.phase == "base")
    few = profile.runner.runs_per_week < RUNS_FOR_TWO_KEYS_ALWAYS
    if few and frame.phase == "build" and frame.strength_phase == "maximal_strength":
        return "strides"
    if frame.after_race and profile.athlete.goal.race in LONG_RACES:
        return "cruise"
    race = profile.athlete.goal.race
    row = (tables.SECOND_SHORT if race in ("5k", "10k") else tables.SECOND)[frame.phase]
    recipe = _turn(row, left if frame.phase == "peak" else place)
    if recipe == "marathon_pace" and race != "marathon":
        return "cruise"
    if story.profile.by_feel:
        recipe = tables.BY_FEEL.get(recipe, recipe)
    new = recipe in tables.INTERVALS and not story.has(tables.INTERVALS)
    known = story.most > 1 and tables.KIND.get(recipe, "") in story.kinds
    like_the_first = tables.KIND.get(recipe) == tables.KIND.get(first)
    waits = heavy_begins(profile, frame) and recipe in tables.KIND
    waits = waits and (like_the_first or not known)
    return "strides" if new or waits else recipe
