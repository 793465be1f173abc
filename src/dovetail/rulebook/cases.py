"""What limits are asked about, built from one timeline for planner and linter alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dovetail.domain.athlete import Level
from dovetail.domain.principles import Principles


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """What limits may know of the person, fixed for the season."""

    principles: Principles
    level: Level
    """The effective level: the lower of stated and computed."""
    race: str
    age: int
    bone_history: bool = False
    bone_cleared_months: int | None = None
    easy_s_per_km: float
    runs_per_week: int
    slow_finish: bool = False
    """Predicted to need 4:30 hours or more for a marathon."""
    fast_finish: bool = False
    """Predicted under 3:30 hours for a marathon: its pace is then well above easy."""
    short_taper: bool = False
    """Two weeks of marathon taper instead of three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRun:
    """A run in the timeline, done or planned; a race says its own kilometres."""

    on: date
    km: float
    race: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCase:
    """One training run on its date."""

    runner: Runner
    longest_30d_km: float | None
    """None when nothing lies in the window: nothing to say."""
    week_km: float | None = None
    long_km: float | None = None
    slot_min: int | None = None
    """The longest slot that the run can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekVolume:
    """A week's running, against the loading weeks before it."""

    runner: Runner
    reference_km: float | None
    """The highest of the last three loading weeks."""
    peak_long_km: float = 0.0
    new_heavy_phase: bool = False
    taper: int | None = None
    """Which week of the taper it is, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityCase:
    """The work of one quality run, in a week of so much running."""

    runner: Runner
    kind: str
    """threshold, interval or repetition."""
    week_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class IntensityCase:
    """The running minutes of a week, and of up to three weeks before it."""

    runner: Runner
    week_min: float
    before: tuple[tuple[float, float], ...] = ()
    """Minutes of running and minutes above easy, the oldest week first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseCase:
    """The leg sets of a week that is to lift less."""

    runner: Runner
    kind: Literal["lighter", "peak", "taper"]
    reference_sets: float
    """Of the last full week for a lighter one, of the mean full week for the others; 0: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JumpCase:
    """Foot contacts of one session."""

    runner: Runner


def known_runs(longest_km: float, today: date, season_starts: date) -> tuple[DoneRun, ...]:
    """Return the longest run that the athlete told of, as the timeline's first entries.

    It stands on the day before the plan is made, and again on the eve of the season: until
    week 1 nothing makes it shorter.
    """
    days = {today - timedelta(days=1), season_starts - timedelta(days=1)}
    return tuple(DoneRun(on=day, km=longest_km) for day in sorted(days) if longest_km)


def longest_before(timeline: Iterable[DoneRun], day: date, window_days: int = 30) -> float | None:
    """Return L: the longest run of the days before, a race counted as training would be.

    A race counts as the shorter of its length and the longest training run of 60 days, so
    that a marathon does not open the way to another one.
    """
    runs = [run for run in timeline if run.on < day]
    recent = [run for run in runs if run.on >= day - timedelta(days=window_days)]
    if not recent:
        return None
    long_ago = day - timedelta(days=60)
    trained = max((run.km for run in runs if not run.race and run.on >= long_ago), default=0.0)
    return max(min(run.km, trained) if run.race else run.km for run in recent)


def run_case(
    runner: Runner,
    timeline: Iterable[DoneRun],
    on: date,
    *,
    week_km: float | None = None,
    long_km: float | None = None,
) -> RunCase:
    """Return what the limits of a run are asked, on its real date.

    `week_km` is told for a long run, which has its share of the week; `long_km` for another
    run, which stays shorter than the long one.
    """
    return RunCase(
        runner=runner,
        longest_30d_km=longest_before(timeline, on),
        week_km=week_km,
        long_km=long_km,
    )


def reference_of(loading_weeks_km: Sequence[float]) -> float | None:
    """Return the ramp's reference: the highest of the last three loading weeks."""
    return max(loading_weeks_km[-3:], default=None)


@dataclass(frozen=True, slots=True)
class FullWeek:
    """A week of base or build that lifts all it should: a measure for those that lift less."""

    phase: str
    leg_sets: int


def dose_case(
    runner: Runner, phase: str, full: Sequence[FullWeek], *, lighter: bool
) -> DoseCase | None:
    """Return what a week that lifts less is measured by; None for a full week.

    `full` are the full weeks before it: the last one for a lighter week, the mean of the build
    (of the base, where there is no build) for peak and taper. A lighter week of the peak is
    measured by what leaves it less.
    """
    build = [one for one in full if one.phase == "build"] or full
    mean = sum(one.leg_sets for one in build) / max(1, len(build))
    found: list[DoseCase] = []
    if lighter and phase in ("base", "build", "peak"):
        last = full[-1].leg_sets if full else 0
        found.append(DoseCase(runner=runner, kind="lighter", reference_sets=last))
    if phase == "peak":
        found.append(DoseCase(runner=runner, kind="peak", reference_sets=mean))
    if phase == "taper":
        found.append(DoseCase(runner=runner, kind="taper", reference_sets=mean))
    shares = runner.principles
    return min(
        found,
        key=lambda one: shares.number("strength_dose", one.kind) * one.reference_sets,
        default=None,
    )


def is_full_week(phase: str, *, loading: bool, weeks_in_phase: int) -> bool:
    """Whether a week's lifting is a measure for others: base or build, after a phase's first week.

    The first week of a strength phase has fewer sets on purpose.
    """
    return loading and phase in ("base", "build") and weeks_in_phase > 1
