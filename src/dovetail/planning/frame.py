"""The season frame: which weeks there are, their run phase, and which are lighter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from dovetail.domain.athlete import TuneUp
from dovetail.domain.calendar import WEEKDAYS, monday_of
from dovetail.domain.plan import Gate, RunPhase, StrengthPhase
from dovetail.planning.after_race import phase_after_race
from dovetail.planning.lighter_weeks import Wishes, choose_lighter_weeks
from dovetail.planning.phases import LAST_DAYS_OF_WEEK_BEFORE, Segment, segments_of
from dovetail.planning.profile import Profile
from dovetail.planning.strength_clock import (
    Clock,
    ClockSettings,
    clock_settings,
    gate_at,
    strength_clock,
)

WEDNESDAY, SUNDAY = 2, 6
DAYS_OF_WEEK = 7
BEGINNER_TUNE_UP_KM = 5.0
"""Who has never raced a half tries a short race first (dovetail)."""
BEGINNER_TUNE_UP_WEEKS = 14
"""In a season of so many weeks and more (dovetail)."""
LONG_TUNE_UP_KM = 16
"""Ten miles: a longer race costs the week after it (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFrame:
    """One week of the season, before any session is in it."""

    number: int
    starts: date
    phase: RunPhase
    lighter: bool = False
    strength_phase: StrengthPhase | None = None
    loading_step: int = 0
    """k: how many loading weeks of this strength phase have begun."""
    weeks_in_phase: int = 0
    last_step: bool = False
    """No loading week of this strength phase comes after this one."""
    gate: Gate | None = None
    tune_up: TuneUp | None = None
    proposed: bool = False
    """The tune-up race is the plan's own idea."""
    taper: int | None = None
    """Place in the taper, 0 the first; race week is the last."""
    recovery: int | None = None
    race_on: date | None = None
    """The goal race, in the week that holds it."""
    after_race: bool = False
    """The week before held a tune-up race."""
    after_long_race: bool = False
    """That race was longer than 10 miles, as a half marathon is."""
    before_early_race: bool = False
    """The next week holds a race on the way before Friday, so that this week eases for it."""

    @property
    def loading(self) -> bool:
        """Not lighter, taper, race or recovery."""
        usual = self.phase in ("base", "build", "peak")
        return usual and not self.lighter and self.number > 0

    @property
    def heavy_phase_begins(self) -> bool:
        """Maximal strength or power starts this week."""
        return self.weeks_in_phase == 1 and self.heavy

    @property
    def heavy(self) -> bool:
        """Whether the week is one of maximal strength or power."""
        return self.strength_phase in ("maximal_strength", "power")


def raced_early(frame: WeekFrame) -> bool:
    """Whether it is the race's own week, and the week before was the race week."""
    return frame.race_on is not None and frame.race_on.weekday() <= LAST_DAYS_OF_WEEK_BEFORE


def frame_season(profile: Profile) -> tuple[WeekFrame, ...]:
    """Lay out the weeks from the season's start to the race and the recovery after it."""
    frames: list[WeekFrame] = []
    segments = segments_of(profile)
    weeks = sum(segment.weeks for segment in segments)
    for index, segment in enumerate(segments):
        settings = clock_settings(profile, weeks, later_block=index > 0)
        frames += _lay_out(profile, segment, len(frames), settings)
    return tuple(_with_aftermath(frames + _recovery(profile, frames)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """A segment with everything that is known of its weeks, counted from 1."""

    segment: Segment
    first: date
    done: int
    phases: Sequence[RunPhase]
    lighter: Sequence[int]
    clock: Sequence[Clock]
    tune_ups: Mapping[int, tuple[TuneUp, bool]]
    technique_checked: bool = False

    def week(self, index: int, goal: date | None) -> WeekFrame:
        starts = self.first + timedelta(weeks=index - 1)
        phase, at = self.phases[index - 1], self.clock[index - 1]
        tapering = [i for i, one in enumerate(self.phases, 1) if one in ("taper", "race")]
        tune_up, proposed = self.tune_ups.get(index, (None, False))
        races_here = goal is not None and self.segment.race and monday_of(goal) == starts
        return WeekFrame(
            number=self.done + index,
            starts=starts,
            phase=phase,
            lighter=index in self.lighter or phase == "recovery",
            strength_phase=at.phase,
            loading_step=at.loading_step,
            weeks_in_phase=at.week,
            last_step=self._last_step(index),
            gate=gate_at(self.clock, index, technique_checked=self.technique_checked),
            tune_up=tune_up,
            proposed=proposed,
            taper=index - tapering[0] if index in tapering else None,
            race_on=goal if races_here else None,
        )

    def _last_step(self, index: int) -> bool:
        """Whether the strength phase of a week holds no loading week after it."""
        phase = self.clock[index - 1].phase
        later = takewhile(
            lambda one: one[1].phase == phase, enumerate(self.clock[index:], index + 1)
        )
        return all(week in self.lighter for week, _ in later)


def _lay_out(
    profile: Profile, segment: Segment, done: int, settings: ClockSettings
) -> list[WeekFrame]:
    before = sum(count for phase, count in segment.phases.items() if phase != "recovery")
    tune_ups = _tune_ups(profile, segment, done, before)
    lighter = choose_lighter_weeks(before, _wishes(profile, settings, tune_ups))
    phases = _phase_of_weeks(profile, segment, lighter)
    layout = _Layout(
        segment=segment,
        first=profile.season_starts + timedelta(weeks=done),
        done=done,
        phases=phases,
        lighter=lighter,
        clock=strength_clock(settings, phases, lighter, race=segment.race),
        tune_ups=tune_ups,
        technique_checked=profile.athlete.strength.technique_checked,
    )
    goal = profile.athlete.goal.date
    return [layout.week(index, goal) for index in range(1, segment.weeks + 1)]


def _wishes(
    profile: Profile, settings: ClockSettings, tune_ups: Mapping[int, tuple[TuneUp, bool]]
) -> Wishes:
    return Wishes(
        gap=_gap(profile),
        most=_gap(profile) + 1,
        gate_1=settings.stabilization if settings.waits_for_gate else 0,
        gate_2=settings.until_heavy if settings.heavy and settings.waits_for_gate else 0,
        endurance_weeks=settings.endurance,
        tune_up=min(tune_ups, default=None),
    )


def _gap(profile: Profile) -> int:
    careful = profile.level == "beginner" or profile.age >= 50 or profile.runner.bone_history
    return round(profile.principles.number("lighter", "gap_short" if careful else "gap"))


def _phase_of_weeks(
    profile: Profile, segment: Segment, lighter: Sequence[int]
) -> tuple[RunPhase, ...]:
    counts = dict(segment.phases)
    if profile.level == "beginner" and segment.race and counts["build"] > 2:
        counts = _ends_lighter(counts, lighter, "base", "build")
    if profile.athlete.goal.race in ("marathon", "ultra") and counts["peak"] > 3:
        counts = _ends_lighter(counts, lighter, "build", "peak")
    phases: list[RunPhase] = []
    for phase in ("base", "build", "peak", "recovery"):
        phases += [phase] * counts.get(phase, 0)
    phases += ["taper"] * segment.taper
    if segment.race:
        phases += ["race"] * (segment.weeks - len(phases))
    return tuple(phases)


def _ends_lighter(
    counts: dict[RunPhase, int], lighter: Sequence[int], phase: RunPhase, then: RunPhase
) -> dict[RunPhase, int]:
    """Let a phase end with a lighter week, when that is the very next one."""
    last = counts["base"] + (counts["build"] if phase == "build" else 0)
    if last + 1 in lighter and last not in lighter:
        return {**counts, phase: counts[phase] + 1, then: counts[then] - 1}
    return counts


def _tune_ups(
    profile: Profile, segment: Segment, done: int, before: int
) -> dict[int, tuple[TuneUp, bool]]:
    """Return week to (race, whether it is only the plan's proposal)."""
    first = profile.season_starts + timedelta(weeks=done)
    told: dict[int, tuple[TuneUp, bool]] = {}
    for one in profile.athlete.goal.tune_up:
        week = (monday_of(one.date) - first).days // 7 + 1
        if 1 <= week <= segment.weeks - 1:
            told[week] = (one, False)
    if told or not segment.race or profile.permissions.easy_only:
        return told
    km, weeks_out = _rehearsal_race(profile, segment.weeks)
    week = segment.weeks - weeks_out
    if not km or week < 4 or week > before:
        return told
    liked = WEEKDAYS.index(profile.athlete.preferences.long_run.day)
    goal, monday = profile.athlete.goal.date, first + timedelta(weeks=week - 1)
    early = goal is not None and (goal - monday).days - liked > _earliest_rehearsal(profile)
    day = liked if liked > WEDNESDAY and not early else SUNDAY
    return {week: (TuneUp(km=km, date=monday + timedelta(day), effort="race"), True)}


def _rehearsal_race(profile: Profile, weeks: int) -> tuple[float, int]:
    """Return the race that rehearses a long one [km], and how many weeks before it.

    A beginner's short season needs each of its weeks for running longer.
    """
    race = profile.athlete.goal.race
    if profile.level == "beginner" and weeks < BEGINNER_TUNE_UP_WEEKS:
        return 0.0, 0
    if race == "half":
        return (BEGINNER_TUNE_UP_KM if profile.level == "beginner" else 10.0), 4
    if race == "marathon" and profile.level != "beginner":
        return 21.0975, _marathon_tune_up(profile)
    return 0.0, 0


def _earliest_rehearsal(profile: Profile) -> float:
    """Return how many days before the race its rehearsal may stand at most."""
    _, last = profile.principles.row("rehearsal", "race_weeks")
    return DAYS_OF_WEEK * last + 1


def _marathon_tune_up(profile: Profile) -> int:
    return 5 if _gap(profile) == 2 else 6


def _recovery(profile: Profile, before: Sequence[WeekFrame]) -> list[WeekFrame]:
    if profile.athlete.goal.date is None:
        return []
    reached = {frame.strength_phase for frame in before}
    weeks = len(profile.principles.row("recovery_share", profile.athlete.goal.race))
    found: list[WeekFrame] = []
    for index in range(weeks):
        starts = profile.season_starts + timedelta(weeks=len(before) + index)
        found.append(
            WeekFrame(
                number=len(before) + index + 1,
                starts=starts,
                phase="recovery",
                strength_phase=phase_after_race(profile, starts, reached),
                loading_step=1,
                weeks_in_phase=index + 1,
                recovery=index,
            )
        )
    return found


def _with_aftermath(frames: Sequence[WeekFrame]) -> list[WeekFrame]:
    found = list(frames[:1])
    for before, week in pairwise(frames):
        race = before.tune_up if before.tune_up and before.tune_up.effort == "race" else None
        long = race is not None and race.km > LONG_TUNE_UP_KM
        found.append(replace(week, after_race=race is not None, after_long_race=long))
    days = [one.tune_up.date.weekday() if one.tune_up else SUNDAY for one in frames[1:]]
    early = [day <= LAST_DAYS_OF_WEEK_BEFORE for day in days]
    pairs = zip(found, [*early, False], strict=True)
    return [replace(week, before_early_race=eases) for week, eases in pairs]
