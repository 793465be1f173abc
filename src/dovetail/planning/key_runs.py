"""Which key run each week holds: stimuli come in order, vary, grow, and turn to the race."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile

CAREFUL_BASE = ("first_strides",)
BASE: Mapping[str, tuple[str, ...]] = {
    "short": ("strides", "fartlek", "fartlek", "short_hills", "cruise"),
    "long": (
        "strides",
        "strides",
        "hill_sprints",
        "hill_sprints",
        "cruise",
        "short_hills",
        "cruise",
    ),
    "advanced": (
        "strides",
        "short_hills",
        "short_hills",
        "short_hills",
        "short_hills",
        "long_hills",
        "long_hills",
    ),
    "healthy": ("strides", "strides", "hill_sprints", "fartlek", "hill_sprints", "fartlek"),
}
BUILD: Mapping[str, tuple[str, ...]] = {
    "short": ("split", "cruise", "first_intervals", "intervals", "cruise", "intervals"),
    "long": ("cruise", "first_intervals", "split", "intervals", "cruise", "intervals"),
    "advanced": ("intervals", "intervals", "long_hills", "cruise", "intervals", "split"),
    "healthy": ("fartlek", "cruise", "short_hills", "cruise", "fartlek"),
}
PEAK: Mapping[str, tuple[str, ...]] = {
    "5k": ("5k_pace", "intervals", "5k_pace"),
    "10k": ("intervals", "10k_pace", "cruise", "10k_pace"),
    "half": ("half_pace", "cruise", "half_pace", "cruise"),
    "marathon": ("strides", "cruise", "strides", "cruise", "split"),
    "ultra": ("strides", "cruise", "strides", "cruise"),
    "healthy": ("cruise",),
}
SECOND: Mapping[str, tuple[str, ...]] = {
    "base": ("strides", "strides", "strides", "cruise", "cruise", "cruise", "split"),
    "build": ("split", "cruise", "strides", "marathon_pace", "strides", "cruise"),
    "peak": ("strides", "cruise", "strides", "strides"),
}
BEGINNER: Mapping[str, tuple[str, ...]] = {
    "base": ("", "", "first_strides", "first_strides"),
    "build": ("first_strides", "fartlek", "fartlek"),
    "peak": ("race_effort", "race_effort"),
}
CAREFUL: Mapping[str, tuple[str, ...]] = {
    "base": ("", "", "", "first_strides"),
    "build": ("first_strides", "fartlek", "fartlek", "effort_pieces"),
    "peak": ("effort_pieces",),
}
SHARPEN = {"5k": "sharpen_5k", "10k": "sharpen_10k", "half": "sharpen_half"}
RACE_PACE = (
    "race_effort",
    "5k_pace",
    "10k_pace",
    "half_pace",
    "marathon_pace",
    "sharpen_5k",
    "sharpen_10k",
    "sharpen_half",
    "sharpen_marathon",
    "sharpen_beginner",
)
HARD = ("cruise", "split", "short_hills", "long_hills", "fartlek")
LEAST_HARD_BEFORE_INTERVALS = 3
FIRST_INTERVAL_WEEK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRun:
    """A recipe by name, and how often it was there before."""

    recipe: str
    appearance: int


@dataclass(slots=True)
class _Story:
    """What has been so far."""

    profile: Profile
    seen: Counter[str] = field(default_factory=Counter)
    in_phase: Counter[str] = field(default_factory=Counter)

    def tell(self, recipe: str) -> KeyRun | None:
        """Take the recipe at its next appearance."""
        if not recipe:
            return None
        found = KeyRun(recipe=recipe, appearance=self.seen[recipe])
        self.seen[recipe] += 1
        return found

    @property
    def ready_for_intervals(self) -> bool:
        return sum(self.seen[name] for name in HARD) >= LEAST_HARD_BEFORE_INTERVALS


def key_runs(profile: Profile, frames: Sequence[WeekFrame]) -> tuple[tuple[KeyRun, ...], ...]:
    """Return the key runs of each week, the first the more important.

    Source: dovetail.
    """
    story = _Story(profile)
    return tuple(_week(story, frame) for frame in frames)


def _week(story: _Story, frame: WeekFrame) -> tuple[KeyRun, ...]:
    if frame.phase == "recovery":
        story.in_phase.clear()  # the next block begins its own way through the phases
    if frame.phase == "recovery" or story.profile.permissions.easy_only:
        return ()
    first = story.tell(_first(story, frame))
    second = story.tell(_second(story, frame))
    return tuple(run for run in (first, second) if run is not None)


def _first(story: _Story, frame: WeekFrame) -> str:
    profile = story.profile
    if frame.taper is not None:
        return _seen_before(story, _sharpener(profile, frame))
    if frame.lighter:
        return _in_lighter_week(story, frame)
    place = story.in_phase[frame.phase]
    story.in_phase[frame.phase] += 1
    if frame.after_race and _long_tune_up(profile):
        return "strides"
    row = _row(profile, frame)
    recipe = row[min(place, len(row) - 1)]
    return _allowed(story, frame, recipe)


def _row(profile: Profile, frame: WeekFrame) -> tuple[str, ...]:
    if profile.runner.bone_history:
        return CAREFUL[frame.phase]
    if profile.level == "beginner":
        return BEGINNER[frame.phase]
    race = profile.athlete.goal.race
    if frame.phase == "peak":
        return PEAK[race]
    table = BASE if frame.phase == "base" else BUILD
    if race == "healthy":
        return table["healthy"]
    if profile.level == "advanced":
        return table["advanced"]
    return table["short" if race in ("5k", "10k") else "long"]


def _allowed(story: _Story, frame: WeekFrame, recipe: str) -> str:
    """Hold stimuli in order: hills or strides, threshold, then intervals; week 1 has none."""
    if frame.number <= 1 and recipe not in ("", "strides", "first_strides"):
        return "strides"
    if recipe in ("first_intervals", "intervals", "5k_pace"):
        if not story.ready_for_intervals or frame.number < FIRST_INTERVAL_WEEK:
            return "cruise" if frame.number >= FIRST_INTERVAL_WEEK else "strides"
        if recipe == "intervals" and not story.seen["first_intervals"]:
            return "intervals" if story.profile.level == "advanced" else "first_intervals"
    if recipe == "cruise" and frame.phase == "build" and not story.seen["short_hills"]:
        early = not story.in_phase["build"] - 1
        return "short_hills" if early and not frame.heavy_phase_begins else recipe
    return recipe


def _in_lighter_week(story: _Story, frame: WeekFrame) -> str:
    if frame.tune_up is not None:
        return "brisk_minutes"
    if story.profile.level == "beginner" or story.profile.runner.bone_history:
        return "first_strides" if story.seen["first_strides"] else ""
    opens_heavy = frame.gate is not None and frame.gate.opens == "maximal_strength"
    return "check" if opens_heavy and story.seen["cruise"] else "strides"


def _sharpener(profile: Profile, frame: WeekFrame) -> str:
    race = profile.athlete.goal.race
    if profile.level == "beginner" or profile.runner.bone_history:
        return "sharpen_beginner"
    if race in SHARPEN:
        return SHARPEN[race]
    return (
        "sharpen_threshold" if frame.phase == "taper" and frame.taper == 1 else "sharpen_marathon"
    )


def _seen_before(story: _Story, sharpener: str) -> str:
    """Nothing new at the end: who never ran at race pace sharpens with what is known."""
    if sharpener == "sharpen_threshold":
        return sharpener if story.seen["cruise"] + story.seen["split"] else "strides"
    if any(story.seen[name] for name in RACE_PACE):
        return sharpener
    if story.seen["cruise"] + story.seen["split"]:
        return "sharpen_threshold"
    return "first_strides" if story.seen["first_strides"] else "strides"


def _long_tune_up(profile: Profile) -> bool:
    return profile.athlete.goal.race in ("marathon", "ultra")


def _second(story: _Story, frame: WeekFrame) -> str:
    """A second key run only for advanced runners with six runs a week."""
    profile = story.profile
    few = profile.runner.runs_per_week < 6 or profile.level != "advanced"
    if few or profile.masters or not frame.loading:
        return ""
    place = story.in_phase[f"second {frame.phase}"]
    story.in_phase[f"second {frame.phase}"] += 1
    row = SECOND[frame.phase]
    recipe = row[min(place, len(row) - 1)]
    if recipe == "marathon_pace" and profile.athlete.goal.race != "marathon":
        return "cruise"
    return recipe
