"""What key runs there were so far, and at which size one comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dovetail.planning import key_run_tables as tables
from dovetail.planning.aims import ladder_weeks
from dovetail.planning.profile import Profile

LATE_FARTLEK = 2
"""After threshold runs a fartlek need not begin at its first sizes (dovetail)."""
ADVANCED_HEAD_START: Mapping[str, int] = {
    "strides": 3,
    "cruise": 2,
    "alternations": 2,
    "marathon_pace": 2,
    "hill_sprints": 1,
    "short_hills": 1,
    "long_hills": 1,
    "fartlek": 1,
}
Place = tuple[int, int]
"""Week, and 0 for its first key run or 1 for its second."""
NOTHING_ELSE: Mapping[Place, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRun:
    """A recipe by name, and how often it was there before."""

    recipe: str
    appearance: int


@dataclass(slots=True)
class Story:
    """What has been so far."""

    profile: Profile
    twice: bool
    """Two key runs a week besides the long one."""
    last_day: int
    """The last weekday, Monday 0, on which a key run usually stands."""
    instead: Mapping[Place, str] = field(default_factory=dict)
    """Recipes that take the place of what the rows say."""
    seen: Counter[str] = field(default_factory=Counter)
    in_phase: Counter[str] = field(default_factory=Counter)
    lately: list[str] = field(default_factory=list)
    """The first key runs of the loading weeks."""
    kinds: set[str] = field(default_factory=set)
    """The kinds of quality run that were there."""
    most: int = 0
    """The most quality runs of a week."""
    met_pace: bool = False
    """Race pace was there, in a week that surely holds it."""

    def tell(self, recipe: str) -> KeyRun | None:
        """Take the recipe at its next appearance."""
        if not recipe:
            return None
        found = KeyRun(recipe=recipe, appearance=self.seen[recipe] + _head_start(self, recipe))
        self.seen[recipe] += 1
        return found

    def place(self, phase: str) -> int:
        """Count how many loading weeks of a phase there were, and this one."""
        self.in_phase[phase] += 1
        return self.in_phase[phase] - 1

    def has(self, recipes: Sequence[str]) -> int:
        """Count how often any of the recipes was there."""
        return sum(self.seen[name] for name in recipes)

    @property
    def ladder_weeks(self) -> int:
        """The first weeks that only run and walk; 0 for those who run already."""
        return ladder_weeks(self.profile)

    @property
    def short_by_feel(self) -> bool:
        """Five kilometres by feel: the build ends at race effort, for want of intervals."""
        race = self.profile.athlete.goal.race
        return race == "5k" and self.profile.by_feel and not self.careful

    @property
    def careful(self) -> bool:
        """No faster running but by effort: beginners, and after a bone stress injury."""
        return self.profile.level == "beginner" or self.profile.runner.bone_history


def _head_start(story: Story, recipe: str) -> int:
    """How many sizes a runner may pass over: what is known need not begin at the smallest."""
    profile = story.profile
    if recipe == "intervals":
        return int(story.seen["first_intervals"] > 0)
    if recipe == "split":
        return int(story.seen["cruise"] > 1)
    if story.careful:
        return 0
    if recipe == "fartlek" and story.has(tables.AT_THRESHOLD):
        return LATE_FARTLEK
    if profile.level == "advanced":
        return ADVANCED_HEAD_START.get(recipe, 0)
    if recipe == "cruise":
        return int(story.seen["split"] > 0 and not story.seen["cruise"])
    if recipe == "hill_sprints":
        return int(not profile.masters)
    short = profile.athlete.goal.race in ("5k", "10k")
    return int(short and recipe in ("strides", "fartlek"))
