"""The key runs of a season read once more as a whole: several kinds, and toward the race."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from dovetail.domain.prescription import RunStep
from dovetail.domain.template import Recipe
from dovetail.planning import key_run_tables as tables
from dovetail.planning.frame import WeekFrame
from dovetail.planning.key_run_story import KeyRun, Place
from dovetail.planning.key_run_timing import lifting_steps
from dovetail.planning.key_runs import key_runs
from dovetail.planning.long_run import long_run
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile
from dovetail.planning.run_recipes import minutes_of, prepare
from dovetail.planning.structure import Structure
from dovetail.planning.week_volume import Volume
from dovetail.rulebook.race_paces import BY_EFFORT, SPECIFIC

Story = tuple[tuple[KeyRun, ...], ...]
MOST_CHANGES = 4
"""Key runs of a season that may be exchanged: more would be another season (dovetail)."""
SURELY = 0.06
"""So much more of the fast minutes belongs to the race, as slots cut some runs (dovetail)."""
SUNDAY = 6
FROM_WEEK = 3
"""The first weeks keep what leads in (dovetail)."""
TOWARD: Mapping[str, tuple[str, ...]] = {
    "5k": ("5k_pace", "intervals", "kilometres"),
    "10k": ("10k_pace", "cruise", "split"),
    "half": ("cruise", "split", "half_pace"),
    "marathon": ("cruise", "split"),
    "ultra": ("cruise", "split"),
}
"""What turns a week toward each race, the dearest first (dovetail)."""
TOWARD_BY_FEEL: Mapping[str, tuple[str, ...]] = {
    "5k": ("race_effort", "fartlek"),
    "10k": ("race_effort", "cruise", "split"),
    "half": ("cruise", "split", "half_effort"),
}
TOWARD_CAREFULLY = ("race_effort", "effort_pieces", "fartlek")
OTHER_KINDS = ("minute_hills", "cruise", "fartlek", "strides")
OTHER_KINDS_CAREFULLY = ("first_strides", "fartlek", "effort_pieces")
"""What brings another kind of run into six weeks (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRunsOfSeason:
    """What the key runs of a season are made of, and how they are judged."""

    profile: Profile
    frames: Sequence[WeekFrame]
    structure: Structure
    recipes: Mapping[str, Recipe]
    paces: Paces
    volumes: Sequence[Volume]
    known: dict[tuple[str, int, int], tuple[RunStep, ...]] = field(default_factory=dict)

    def reviewed(self) -> Story:
        """Return the key runs of each week; a few turned, where the rows leave something out.

        Source: dovetail.
        """
        instead: dict[Place, str] = {}
        story = self._story(instead)
        wrong = self._wrong(story)
        for _ in range(MOST_CHANGES):
            if not wrong or self.profile.permissions.easy_only:
                break
            better = self._better(instead, story, wrong)
            if better is None:
                break
            instead[better[0]] = better[1]
            story = self._story(instead)
            wrong = self._wrong(story)
        return story

    def _story(self, instead: Mapping[Place, str]) -> Story:
        return key_runs(self.profile, self.frames, self.structure, instead)

    def _better(
        self, instead: Mapping[Place, str], story: Story, wrong: float
    ) -> tuple[Place, str] | None:
        """Return the change that leaves least wrong, the first of equal ones."""
        best, found = wrong - 1e-6, None
        for place, recipe in self._changes(story):
            left = self._wrong(self._story({**instead, place: recipe}))
            if left < best:
                best, found = left, (place, recipe)
            if not best:
                break
        return found

    def _changes(self, story: Story) -> Iterator[tuple[Place, str]]:
        """Yield the changes worth trying, the latest week first."""
        met: set[str] = set()
        found: list[tuple[Place, str]] = []
        for frame, keys in zip(self.frames, story, strict=True):
            free = frame.loading and frame.number >= FROM_WEEK and frame.tune_up is None
            for number, key in enumerate(keys if free else ()):
                names = self._instead_of(key, met, first=not number)
                found = [*(((frame.number, number), name) for name in names), *found]
            met |= {key.recipe for key in keys}
        yield from found

    def _instead_of(self, key: KeyRun, met: Set[str], *, first: bool) -> Iterator[str]:
        """Yield what may stand there: toward the race what is known, and hard only for hard."""
        kinds = {self.recipes[name].kind for name in met}
        fast = bool(met & {*tables.INTERVALS, *tables.AT_RACE_PACE})
        if self.recipes[key.recipe].quality:
            for name in self._toward():
                known = self.recipes[name].kind in kinds and (fast or name not in tables.INTERVALS)
                if name != key.recipe and known:
                    yield name
        for name in self._others() if first else ():
            if name != key.recipe:
                yield name

    def _toward(self) -> tuple[str, ...]:
        profile, race = self.profile, self.profile.athlete.goal.race
        if profile.level == "beginner" or profile.runner.bone_history:
            return TOWARD_CAREFULLY
        return (TOWARD_BY_FEEL if profile.by_feel else TOWARD).get(race, ())

    def _others(self) -> tuple[str, ...]:
        careful = self.profile.level == "beginner" or self.profile.runner.bone_history
        return OTHER_KINDS_CAREFULLY if careful else OTHER_KINDS

    # -- what is wrong -----------------------------------------------------------------

    def _wrong(self, story: Story) -> float:
        """Return how much a coach would mind: 0 where nothing."""
        loading = [frame for frame in self.frames if frame.loading]
        return self._few_kinds(story) + self._turned_away(story, loading) + self._steps(story)

    def _few_kinds(self, story: Story) -> float:
        number = self.profile.principles.number
        runner, window = self.profile.runner, round(number("variety", "window"))
        few = runner.level == "beginner" or runner.bone_history
        few = few or runner.runs_per_week <= number("variety", "few_runs")
        wanted = number("variety", "kinds_few" if few else "kinds")
        missing = 0.0
        for block in self._blocks():
            for start in range(0, len(block) - window + 1, window):
                some = block[start : start + window]
                kinds = {kind for frame in some for kind in self._kinds(story, frame)}
                fast = any(self._fast(story, frame) for frame in some)
                missing += max(0.0, wanted - len(kinds)) if fast else 0.0
        return missing

    def _blocks(self) -> Iterator[list[WeekFrame]]:
        """Yield the loading weeks of each block; a block ends with its recovery weeks."""
        found: list[WeekFrame] = []
        for before, frame in zip((None, *self.frames), self.frames, strict=False):
            if before is not None and before.phase == "recovery" and frame.phase != "recovery":
                yield found
                found = []
            found += [frame] if frame.loading else []
        yield found

    def _turned_away(self, story: Story, loading: Sequence[WeekFrame]) -> float:
        """Return how much of the last fast minutes should belong to the race and does not."""
        number = self.profile.principles.number
        weeks, race = round(number("toward_race", "weeks")), self.profile.athlete.goal.race
        few = len(loading) < number("toward_race", "of_weeks")
        if self.profile.athlete.goal.date is None or race not in SPECIFIC or few:
            return 0.0
        if self.profile.runner.bone_history:
            return 0.0
        share = self._share(story, loading[-weeks:])
        before = loading[-2 * weeks : -weeks]
        earlier = self._share(story, before) if len(before) == weeks else None
        least = number("toward_race", "share")
        if earlier is not None:
            least = max(least, min(earlier, number("toward_race", "plenty")))
        short = 0.0 if share is None else least + SURELY - share
        return 1.0 + short if short > 0 else 0.0

    def _share(self, story: Story, weeks: Sequence[WeekFrame]) -> float | None:
        """Return the share [0-1] of the fast minutes that are run at paces of the race."""
        paces = SPECIFIC[self.profile.athlete.goal.race]
        fast = [one for frame in weeks for one in self._minutes(story, frame)]
        every = sum(minutes for _, minutes in fast)
        return sum(minutes for pace, minutes in fast if pace in paces) / every if every else None

    def _steps(self, story: Story) -> float:
        """Count the kinds of fast run that come first where lifting takes a step."""
        met: set[str] = set()
        count = 0
        for frame in self.frames:
            kinds = {kind for kind, _ in self._fast(story, frame)}
            kinds -= {"race_pace"} if "long" in met else set()
            if met and lifting_steps(self.profile, frame):
                count += len(kinds - met)
            met |= kinds
        return float(count)

    # -- what a week holds ----------------------------------------------------------------

    def _kinds(self, story: Story, frame: WeekFrame) -> Iterator[str]:
        for one in story[frame.number - 1]:
            if not self.recipes[one.recipe].quality and self.recipes[one.recipe].kind != "interval":
                yield self.recipes[one.recipe].kind
        yield from (kind for kind, _ in self._fast(story, frame))

    def _minutes(self, story: Story, frame: WeekFrame) -> Iterator[tuple[str, float]]:
        """Yield the fast minutes of a week by pace; what is run by effort by its kind."""
        for kind, steps in self._fast(story, frame):
            for step in steps:
                pace = step.target.pace or BY_EFFORT.get(kind, "")
                if step.part == "work" and pace != "easy":
                    yield pace, minutes_of((step,), self.paces)

    def _fast(self, story: Story, frame: WeekFrame) -> list[tuple[str, tuple[RunStep, ...]]]:
        """Return kind and steps of the quality runs of a week, its long run among them."""
        found: list[tuple[str, tuple[RunStep, ...]]] = []
        if frame.tune_up is None or frame.lighter:
            for one in story[frame.number - 1]:
                if self.recipes[one.recipe].quality:
                    found.append((self.recipes[one.recipe].kind, self._steps_of(one, frame)))
        found += [("long", steps) for steps in self._fast_long(story, frame)]
        return found

    def _fast_long(self, story: Story, frame: WeekFrame) -> Iterator[tuple[RunStep, ...]]:
        """Yield the long run of a week that surely holds race pace: it must not be new there."""
        km, race_on = self.volumes[frame.number - 1].long_km.value, self.profile.athlete.goal.date
        if frame.tune_up is not None or not km or lifting_steps(self.profile, frame):
            return
        last = self.profile.principles.number("nothing_new")
        near = race_on is not None and (race_on - frame.starts).days - SUNDAY <= last
        before = (one for week in story[: frame.number - 1] for one in week)
        if near and not any(self.recipes[one.recipe].kind == "race_pace" for one in before):
            return
        long = long_run(self.profile, self.frames, frame, km, self.paces)
        if long.quality:
            yield long.steps

    def _steps_of(self, key: KeyRun, frame: WeekFrame) -> tuple[RunStep, ...]:
        place = (key.recipe, key.appearance, frame.number)
        if place not in self.known:
            week_min = self.paces.minutes_of("easy", self.volumes[frame.number - 1].km.value)
            recipe = self.recipes[key.recipe]
            made = prepare(recipe, key.appearance, self.profile, self.paces, week_min)
            self.known[place] = made.steps
        return self.known[place]
