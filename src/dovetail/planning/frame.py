"""The season frame: which weeks there are, their run phase, and which are lighter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.athlete import TuneUp
from dovetail.domain.calendar import WEEKDAYS, monday_of
from dovetail.domain.plan import Gate, RunPhase, StrengthPhase
from dovetail.planning.lighter_weeks import Wishes, choose_lighter_weeks
from dovetail.planning.profile import Profile
from dovetail.planning.strength_clock import (
    Clock,
    ClockSettings,
    clock_settings,
    gate_at,
    strength_clock,
)

SHORTEST_BLOCK = 4  # weeks; fewer are added to base
LAST_DAYS_OF_WEEK_BEFORE = 2  # a race on Monday to Wednesday belongs to the week before


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

    @property
    def loading(self) -> bool:
        """Not lighter, taper, race or recovery."""
        return not self.lighter and self.phase in ("base", "build", "peak")

    @property
    def heavy_phase_begins(self) -> bool:
        """Maximal strength or power starts this week."""
        return self.weeks_in_phase == 1 and self.strength_phase in ("maximal_strength", "power")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A block of healthy running, or the way to a race."""

    weeks: int
    phases: Mapping[RunPhase, int]
    taper: int = 0
    race: bool = False


def frame_season(profile: Profile) -> tuple[WeekFrame, ...]:
    """Lay out the weeks from the season's start to the race and the recovery after it."""
    frames: list[WeekFrame] = []
    for index, segment in enumerate(_segments(profile)):
        settings = clock_settings(profile, segment.weeks, later_block=index > 0)
        frames += _lay_out(profile, segment, len(frames), settings)
    return tuple(_with_aftermath(frames + _recovery(profile, len(frames))))


def weeks_to_race(profile: Profile) -> int | None:
    """Count the weeks from the season's start to the week of the race, both included."""
    goal = profile.athlete.goal.date
    if goal is None:
        return None
    return (monday_of(goal) - profile.season_starts).days // 7 + 1


def taper_weeks(profile: Profile) -> int:
    """Count the taper weeks before race week; a small or young marathon needs one less."""
    race = profile.athlete.goal.race
    found = round(profile.principles.number("phase_weeks", race, "taper"))
    if race == "marathon" and short_marathon_taper(profile):
        return found - 1
    return found


def short_marathon_taper(profile: Profile) -> bool:
    """Two weeks do for a runner under 40 with at most 65 km in the peak."""
    low, high = profile.principles.row("peak_volume", "marathon", profile.level)
    likely_km = max(profile.athlete.running.weekly_km, min(low, high))
    return not profile.masters and likely_km <= 65


def _segments(profile: Profile) -> Sequence[Segment]:
    weeks = weeks_to_race(profile)
    if weeks is None:
        return (_block(profile, _block_weeks(profile)),)
    ranges = _phase_ranges(profile)
    late = _race_closes_week_before(profile)
    taper = min(taper_weeks(profile), max(0, weeks - 1 - late))
    before = weeks - 1 - late - taper
    most = sum(high for _, high in ranges.values())
    blocks, surplus = [], before - most
    while surplus >= SHORTEST_BLOCK:
        length = min(surplus, _block_weeks(profile))
        blocks.append(_block(profile, length))
        surplus -= length
        before -= length
    phases = share_out(before, ranges, beginner=profile.level == "beginner")
    return (
        *blocks,
        Segment(weeks=before + taper + 1 + late, phases=phases, taper=taper, race=True),
    )


def _race_closes_week_before(profile: Profile) -> int:
    goal = profile.athlete.goal.date
    early = goal is not None and goal.weekday() <= LAST_DAYS_OF_WEEK_BEFORE
    return int(early and (weeks_to_race(profile) or 0) > 1)


def _phase_ranges(profile: Profile) -> dict[RunPhase, tuple[int, int]]:
    race = profile.athlete.goal.race
    phases: tuple[RunPhase, ...] = ("base", "build", "peak")
    rows = {phase: profile.principles.row("phase_weeks", race, phase) for phase in phases}
    return {phase: (round(low), round(high)) for phase, (low, high) in rows.items()}


def share_out(
    weeks: int, ranges: Mapping[RunPhase, tuple[int, int]], *, beginner: bool
) -> dict[RunPhase, int]:
    """Share the weeks before the taper among base, build and peak.

    Between the least and the most every phase grows alike (for beginners only base);
    with fewer weeks base gives first, down to two, then peak to one, then build.

    Source: dovetail.
    """
    least = {phase: low for phase, (low, _) in ranges.items()}
    spare = weeks - sum(least.values())
    if spare < 0:
        return _shortened(least, -spare)
    if beginner:
        return {**least, "base": least["base"] + spare}
    room = {phase: high - low for phase, (low, high) in ranges.items()}
    part = min(1.0, spare / max(1, sum(room.values())))
    exact = {phase: least[phase] + part * room[phase] for phase in ranges}
    found = {phase: int(exact[phase] + 1e-9) for phase in ranges}
    by_rest = sorted(ranges, key=lambda phase: found[phase] - exact[phase])
    left = min(weeks, round(sum(exact.values()))) - sum(found.values())
    for phase in by_rest[:left]:
        found[phase] += 1
    found["base"] += weeks - sum(found.values())
    return found


def _shortened(least: Mapping[RunPhase, int], missing: int) -> dict[RunPhase, int]:
    found = dict(least)
    floors: tuple[tuple[RunPhase, int], ...] = (
        ("base", 2),
        ("peak", 1),
        ("build", 1),
        ("base", 0),
        ("build", 0),
        ("peak", 0),
    )
    for phase, floor in floors:
        cut = min(missing, max(0, found[phase] - floor))
        found[phase] -= cut
        missing -= cut
    return found


def _block_weeks(profile: Profile) -> int:
    phases = ("base", "build", "recovery")
    return sum(round(profile.principles.number("block_weeks", phase)) for phase in phases)


def _block(profile: Profile, weeks: int) -> Segment:
    base = round(profile.principles.number("block_weeks", "base"))
    base = min(base, max(2, (weeks - 1 + 1) // 2))
    return Segment(
        weeks=weeks, phases={"base": base, "build": weeks - 1 - base, "peak": 0, "recovery": 1}
    )


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
            gate=gate_at(self.clock, index),
            tune_up=tune_up,
            proposed=proposed,
            taper=index - tapering[0] if index in tapering else None,
            race_on=goal if races_here else None,
        )


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
        phases += [phase] * counts.get(phase, 0)  # type: ignore[list-item]
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
    if told or not segment.race or profile.level == "beginner" or profile.permissions.easy_only:
        return told
    race = profile.athlete.goal.race
    km, weeks_out = {"half": (10.0, 4), "marathon": (21.0975, _marathon_tune_up(profile))}.get(
        race, (0.0, 0)
    )
    week = segment.weeks - weeks_out
    if not km or week < 4 or week > before:
        return told
    day = WEEKDAYS.index(profile.athlete.preferences.long_run.day)
    on = first + timedelta(weeks=week - 1, days=day)
    return {week: (TuneUp(km=km, date=on, effort="race"), True)}


def _marathon_tune_up(profile: Profile) -> int:
    return 5 if _gap(profile) == 2 else 6


def _recovery(profile: Profile, done: int) -> list[WeekFrame]:
    if profile.athlete.goal.date is None:
        return []
    race = profile.athlete.goal.race
    weeks = len(profile.principles.row("recovery_share", race))
    return [
        WeekFrame(
            number=done + index + 1,
            starts=profile.season_starts + timedelta(weeks=done + index),
            phase="recovery",
            strength_phase="stabilization" if index or race in ("5k", "10k") else None,
            loading_step=1,
            weeks_in_phase=index + 1,
            recovery=index,
        )
        for index in range(weeks)
    ]


def _with_aftermath(frames: Sequence[WeekFrame]) -> list[WeekFrame]:
    found = list(frames[:1])
    for before, week in zip(frames, frames[1:], strict=False):
        raced = before.tune_up is not None and before.tune_up.effort == "race"
        found.append(replace(week, after_race=True) if raced else week)
    return found
