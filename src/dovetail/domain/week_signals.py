"""What a log says of a week, as numbers that rules may read: nothing here is a judgement.

None is *unavailable*, here as in the signals of a day: a rule that reads it keeps silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dovetail.domain.prescription import Range
from dovetail.domain.session import Kind
from dovetail.domain.signals import Readiness

LoadOf = Literal["run", "strength", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """What was done of what the days that are over asked."""

    asked_au: float
    """Planned load of the sessions that are over or done: minutes × the middle of the effort."""
    done_au: float
    """Load of all that was done, off-plan too."""
    off_plan_au: float = 0.0
    done: tuple[str, ...] = ()
    """Ids of sessions; partly is under 80 % of them, missed is without a word."""
    partly: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    keys_lost: tuple[str, ...] = ()
    """Key sessions among those skipped and missed."""
    is_silent: bool = False
    """No event at all tells of these days: nothing is known, and counts as not done."""
    events: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """Load done of the load asked; None where nothing was asked."""
        return self.done_au / self.asked_au if self.asked_au > 0 else None

    @property
    def sessions_share(self) -> float | None:
        """Sessions done whole of those asked; None where none was asked."""
        asked = sum(map(len, (self.done, self.partly, self.skipped, self.missed)))
        return len(self.done) / asked if asked else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortTold:
    """How hard a session felt, beside how hard it was to be."""

    session: str
    kind: Kind
    on: date
    asked: Range
    told: float
    events: tuple[str, ...] = ()

    @property
    def over(self) -> float:
        """Above the upper end of what was asked; below 0 under the lower end; else 0."""
        low, high = self.asked
        return max(0.0, self.told - high) + min(0.0, self.told - low)


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseTold:
    """How fast the heart beat on an easy run, where a device told it."""

    session: str
    on: date
    rise_bpm: float | None = None
    """Above the usual of easy runs at the same pace."""
    drift_pct: float | None = None
    """How far pulse and pace came apart from the first half to the second."""
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDone:
    """One exercise of one strength session, as it was done."""

    exercise: str
    on: date
    session: str | None = None
    sets: int = 1
    asked_rir: float | None = None
    last_rir: float | None = None
    """Repetitions in reserve of the last set that tells them."""
    least_rir: float | None = None
    broke: int = 0
    """Sets in which the form broke."""
    clean: int = 0
    """Sets of which it was said that they were clean."""
    pain: float | None = None
    """The worst in any set, 0 to 10."""
    load_kg: float | None = None
    """The heaviest of one implement; None is bodyweight or a band."""
    asked_reps: Range | None = None
    least_reps: int | None = None
    event: str = ""

    @property
    def rir_over(self) -> float | None:
        """Reserve of the last set above the one asked: 2 is two repetitions too easy."""
        if self.last_rir is None or self.asked_rir is None:
            return None
        return self.last_rir - self.asked_rir


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLoad:
    """Session-RPE load of the days of a week, runs and lifts and all other training [au]."""

    daily_au: tuple[float, ...]
    of: Mapping[LoadOf, float] = field(default_factory=dict)
    assumed_au: float = 0.0
    """The part of it whose effort nobody told."""
    monotony: float | None = None
    """Mean daily load over its standard deviation, of seven days; at most 4."""
    strain_au: float | None = None
    """Load of these seven days times their monotony."""

    @property
    def week_au(self) -> float:
        """The load of the week so far."""
        return sum(self.daily_au)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegCounters:
    """What the legs did, counted and not felt."""

    hard_sets: float = 0.0
    """Leg sets with four repetitions or fewer in reserve; one side is half a set."""
    contacts: int = 0
    """Landings in hops and jumps."""
    km: float | None = 0.0
    """Of runs and races; None where no run tells any."""
    assumed_sets: float = 0.0
    """Hard sets taken as asked, of sessions that were done and told no sets."""
    assumed_contacts: int = 0
    assumed_km: float = 0.0
    """Kilometres taken as asked, of runs that told only minutes."""
    runs_without_km: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDone:
    """A self-test, beside the last one of the same before it."""

    __test__ = False  # not a test of pytest's

    on: date
    test: str
    value: float | None = None
    left: float | None = None
    right: float | None = None
    before: float | None = None
    """The same value then; of both sides the lower."""
    event: str = ""

    @property
    def lower(self) -> float | None:
        """The value, of two sides the lower."""
        sides = [side for side in (self.value, self.left, self.right) if side is not None]
        return min(sides, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceDone:
    """A race, beside the last one before it."""

    on: date
    km: float
    time_s: int
    fitness: float | None = None
    change_pct: float | None = None
    """Of race fitness, against the last race of the twelve months before."""
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthTrend:
    """Where the estimated heaviest single of an exercise stands and goes."""

    exercise: str
    on: date
    latest_kg: float
    sessions: int
    trusted: bool
    """Every set behind it was near enough to failure; else it reads high for runners."""
    change_pct_per_week: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSignals:
    """All that a review reads of one week, Monday to Sunday, up to a day."""

    starts: date
    until: date
    adherence: Adherence | None = None
    efforts: tuple[EffortTold, ...] = ()
    """Of the last 28 days, the oldest first."""
    pulses: tuple[PulseTold, ...] = ()
    """Of the easy runs of the last 28 days, the oldest first."""
    lines: tuple[LineDone, ...] = ()
    """Of the last 28 days, the oldest first."""
    load: BodyLoad | None = None
    legs: LegCounters | None = None
    mornings: Mapping[date, Readiness] = field(default_factory=dict)
    """Of the days of the week that are there."""
    sleep_h: float | None = None
    """Mean of the nights told in the last seven days."""
    tests: tuple[TestDone, ...] = ()
    races: tuple[RaceDone, ...] = ()
    strength: tuple[StrengthTrend, ...] = ()
