"""What a log says of one day, as numbers that rules may read: nothing here is a judgement.

Every value may be None: *unavailable*, because nothing was told or too little to compare with.
A rule that reads None keeps silent, so a missing device is never a penalty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dovetail.domain.training_log import PainSite, Symptom


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
class PainCourse:
    """One painful place over the last days; what is left of it today."""

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
    """Within the course, and not cleared since."""
    limp: bool = False
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IllnessCourse:
    """The illness that lasts, or the last one that ended."""

    started: date
    ended: date | None = None
    """The first day without symptoms."""
    symptoms: tuple[Symptom, ...] = ()
    """All that were told during it."""
    cleared: date | None = None
    """A professional's word after it started."""
    events: tuple[str, ...] = ()

    def days_ill(self, on: date) -> int:
        """Count the days with symptoms up to a day."""
        return max(1, ((self.ended or on) - self.started).days)


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
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """All that the daily gate reads."""

    on: date
    readiness: Readiness = field(default_factory=Readiness)
    pains: tuple[PainCourse, ...] = ()
    illness: IllnessCourse | None = None
    layoff: Layoff | None = None
    """The last one of six days and more, within the weeks that it still matters."""
    days_since_training: int | None = None
    """Whole days without training before today; None without any."""
    reds: tuple[date, ...] = ()
    """Days of the last three, today included, whose own readiness was red."""
