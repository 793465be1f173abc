"""What a log says of one day, as numbers that rules may read: nothing here is a judgement.

Every value may be None: *unavailable*, because nothing was told or too little to compare with.
A rule that reads None keeps silent, so a missing device is never a penalty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dovetail.domain.training_log import PainSite, Sign, Symptom

EnergySign = Literal[
    "missed_periods",
    "bone_stress",
    "weight_loss",
    "restrictive_eating",
    "low_libido",
    "recurrent_illness",
    "fatigue",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How the morning is, against one's own last 28 days; on every item 7 is best."""

    wellness_z: float | None = None
    """Sum of the items told today, less the mean of the same items over the 28 days before, in
    standard deviations (at least 1.5 for a sum of four or more, 0.5 an item below that); from
    10 days on."""
    worst_item: str | None = None
    """An item at 1, the worst there is."""
    soreness: int | None = None
    fatigue: int | None = None
    sleep_h: float | None = None
    sleep_before_h: float | None = None
    """The night before last."""
    hrv_z: float | None = None
    """Mean of ln HRV over 7 days less the mean of the 28 days before, in standard deviations;
    from 3 readings in the week and 10 in the 28 days on."""
    rhr_rise_bpm: float | None = None
    """Mean of 3 days less the median of the 28 days before; from 10 readings on."""
    effort_over: float | None = None
    """Effort of yesterday's hardest session above the upper end of what was asked."""
    new_phase_soreness: bool = False
    """Within two days after one of the first two sessions of a strength phase."""
    events: tuple[str, ...] = ()
    """Ids of the check-ins and sessions read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainDay:
    """What was told of one place on one day, 0 to 10."""

    on: date
    worst: float
    """The highest of during and after."""
    next_morning: float | None = None
    limp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PainCourse:
    """One painful place over the last days; what is left of it today.

    A place with bone signs that nobody has cleared stays here however long it has been quiet.
    """

    site: PainSite
    first: date
    """The first day of the course; a course ends with 7 days without a word."""
    last: date
    worst: float
    """The highest of during and after, 0 to 10, on the last day told."""
    next_morning: float | None = None
    """The morning after the last day told, or today's."""
    before: float | None = None
    """The worst on the day told before the last."""
    days_at_3: int = 0
    """Days in a row, up to the last, with 3 or more."""
    bone_signs: bool = False
    """Told at any time, and not cleared by a professional since."""
    limp: bool = False
    """On the last day told."""
    days: tuple[PainDay, ...] = ()
    """Every day told of the course, in order; `worst`, `limp` and `next_morning` are its last."""
    events: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[PainDay, ...]:
        """The days told, or the last one where only that is known."""
        last = PainDay(
            on=self.last, worst=self.worst, next_morning=self.next_morning, limp=self.limp
        )
        return self.days or (last,)


@dataclass(frozen=True, slots=True, kw_only=True)
class IllnessCourse:
    """The illness that lasts, or the last one that ended."""

    started: date
    ended: date | None = None
    """The first day without symptoms."""
    symptoms: tuple[Symptom, ...] = ()
    """All that were told during it; `chest` also of an earlier one that nobody cleared."""
    cleared: date | None = None
    """A professional's word after it started."""
    normal_runs: int | None = None
    """Easy runs since it ended that were no harder than asked."""
    trained_with_fever: bool = False
    """A run, a lift or other training from its second day on, while it lasted with fever; or
    while an earlier one did that nobody has cleared."""
    events: tuple[str, ...] = ()

    def days_ill(self, on: date) -> int:
        """Count the days with symptoms up to a day."""
        return max(1, ((self.ended or on) - self.started).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBack:
    """A run on the way back, and what it did, 0 to 10; None is not told."""

    on: date
    worst: float | None = None
    next_morning: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layoff:
    """Days without training, and what stood before them."""

    days_off: int
    """Whole days without a run, a lift or other training before `back`, or before today."""
    back: date | None = None
    """The first day of training after them; None while they last."""
    week_km: float | None = None
    """Mean of the four weeks before [km]."""
    longest_km: float | None = None
    """Longest run of the 30 days before [km]."""
    planned_km: float | None = None
    """What the plan asks of the seven days, counted from the first one back, that hold the day
    [km]; None where no plan is known."""
    missed: int | None = None
    """Of the days off those on which training was planned, or a gate took it away; None where
    no plan is known."""
    runs: tuple[RunBack, ...] = ()
    """Every run since, in order."""
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comeback:
    """The way back to running after pain or a bone injury kept somebody from it.

    There is one from six days without a run in which a place hurt clearly, and one from each
    clearance of bone stress, however few the days were.
    """

    began: date
    """The first day of running, or the day of the clearance; today while nothing was run."""
    days_off: int
    """Whole days without a run before it, or before today while none was run."""
    bone: bool = False
    """It was a bone that a professional has cleared."""
    runs: tuple[RunBack, ...] = ()
    """Every run from `began` on, in order."""
    tests: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """The last of each test since `began`, left and right; both the same where it has one
    value: `calf_raise` `single_leg_squat` [reps], `side_plank` `plank` [s], `y_balance` [% of
    leg length], `hop_distance` [cm], `brisk_walk` [min without pain]."""
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slump:
    """Performance that fell, and mood with it."""

    days: int
    """Since the first test or race of the fall."""
    loss_pct: float
    """Of the last test or race against the best of the year before it."""
    mood_fell: bool = False
    """Mean mood of the last 14 days at least one below the 28 days before the fall."""
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """The heat that somebody expects at the time of training."""

    wbgt_c: float | None = None
    air_c: float | None = None
    """In the shade; asked where the WBGT is not known."""
    humidity_pct: float | None = None
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """Signs that are outside what a plan can decide, told and not cleared since."""

    signs: tuple[Sign, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """All that the daily gate reads."""

    on: date
    readiness: Readiness = field(default_factory=Readiness)
    pains: tuple[PainCourse, ...] = ()
    illness: IllnessCourse | None = None
    layoff: Layoff | None = None
    """The last one of two days and more, within the weeks that it still matters; of those at
    once within that time the one with the most days off."""
    comebacks: tuple[Comeback, ...] = ()
    """Those that began within a year, in order."""
    warned: Warned = field(default_factory=Warned)
    energy: tuple[EnergySign, ...] = ()
    """Answers of the athlete file, a bone injury and repeated illness of the log with them; none
    once a professional has cleared training."""
    slump: Slump | None = None
    weather: Weather = field(default_factory=Weather)
    days_since_training: int | None = None
    """Whole days without training before today; None without any."""
    reds: tuple[date, ...] = ()
    """Days of the last five, today included, whose own readiness was red."""
