"""The lines of volume and long run as they stand so far: what the next week is built on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Self

from dovetail.domain.calendar import WEEKDAYS
from dovetail.planning.aims import Aims
from dovetail.planning.frame import WeekFrame
from dovetail.planning.orders import NO_ORDERS, Orders
from dovetail.planning.profile import Profile
from dovetail.rulebook.cases import DoneRun, known_runs


@dataclass(slots=True)
class LineSoFar:
    """What weeks so far have left to those after them.

    Each week is told with `remember`, as it was planned or lived.
    """

    profile: Profile
    aims: Aims
    timeline: list[DoneRun]
    loading_km: list[float]
    loading_long: list[float]
    peak_long: float
    last_full: float
    """The last loading week that held no race."""
    outings: int = field(default=0)
    hoped_for: float = 0.0
    """What the slots were thought to hold of the week in hand; 0 where they are wide enough."""
    short_by: float = 0.0
    """What the last loading week held less than that."""
    longs: list[float] = field(default_factory=list)
    """The long run of every week so far [km]; 0 where there was none."""
    long_weekdays: list[int] = field(default_factory=list)
    """Where the long runs so far really stood, counted from Monday = 0."""
    runs: int | None = None
    """The most runs of a week so far; None before any is placed."""
    orders: Orders = NO_ORDERS
    """Bounds from outside the rulebook: decisions of reviews, and people's hands."""
    broken: bool = False
    """The last loading week was not lived as a measure: the next one takes no step."""

    @classmethod
    def begin(cls, profile: Profile, frames: Sequence[WeekFrame]) -> Self:
        """Start where the athlete stands."""
        running = profile.athlete.running
        return cls(
            profile=profile,
            aims=Aims.of(profile, frames),
            timeline=list(known_runs(running.longest_km, profile.today, profile.season_starts)),
            loading_km=[running.weekly_km],
            loading_long=[running.longest_km],
            peak_long=running.longest_km,
            last_full=running.weekly_km,
        )

    def fork(self) -> Self:
        """Return a line that grows on its own from here."""
        return replace(
            self,
            timeline=[*self.timeline],
            loading_km=[*self.loading_km],
            loading_long=[*self.loading_long],
            longs=[*self.longs],
            long_weekdays=[*self.long_weekdays],
        )

    def remember(
        self, frame: WeekFrame, km: float, long_km: float, *, measure: bool = True
    ) -> None:
        """Let the weeks that follow build on this one, as it was meant or lived.

        One that is no measure, because little of it was done or is left by gates, leaves the
        lines where they were, and no step follows it.
        """
        if measure or not frame.loading:
            self._build_on(frame, km, long_km)
        else:
            self.longs.append(long_km)
            self.broken = True
        if long_km:
            self.timeline.append(DoneRun(on=self._long_day(frame), km=long_km))
        if frame.tune_up is not None:
            self.timeline.append(DoneRun(on=frame.tune_up.date, km=frame.tune_up.km, race=True))

    def at_most(self, frame: WeekFrame, km: float, long_km: float) -> None:
        """Let those that follow build on no more than a loading week asked, left out as it was.

        Weeks around a race are smaller by design, and say nothing of what a runner can do.
        """
        by_design = frame.tune_up is not None or frame.after_race or frame.before_early_race
        if not frame.loading or by_design:
            return
        self.loading_km[-1] = min(self.loading_km[-1], km)
        self.last_full = min(self.last_full, km)
        if long_km:
            self.loading_long[-1] = min(self.loading_long[-1], long_km)

    def _build_on(self, frame: WeekFrame, km: float, long_km: float) -> None:
        self.longs.append(long_km)
        if frame.number <= self.aims.ladder_weeks and not frame.lighter:
            self.loading_km, self.loading_long = [km], [long_km]
        elif frame.loading:
            self._remember_loading(frame, km, long_km)
        if frame.number <= self.aims.ladder_weeks:
            self.peak_long = max(self.peak_long, long_km)
        if frame.loading:
            self.broken = False
        if frame.tune_up is None and frame.loading:
            eased = frame.after_race or frame.before_early_race
            self.last_full = max(km, self.last_full) if eased else km
            self.short_by = max(0.0, self.hoped_for - km)

    def _remember_loading(self, frame: WeekFrame, km: float, long_km: float) -> None:
        self.loading_km.append(km)
        if frame.tune_up is None:
            eased = (frame.after_race or frame.before_early_race) and self.loading_long[1:]
            self.loading_long.append(max(long_km, self.loading_long[-1]) if eased else long_km)
        if frame.number != self.aims.last_before_short_race:
            self.peak_long = max(self.peak_long, long_km)

    def _long_day(self, frame: WeekFrame) -> date:
        return frame.starts + timedelta(
            WEEKDAYS.index(self.profile.athlete.preferences.long_run.day)
        )

    @property
    def stood(self) -> Sequence[float]:
        """The loading weeks as they were planned; before the first, what the athlete runs."""
        return self.loading_km[1:] or self.loading_km

    @property
    def reference(self) -> float:
        """The mean of the three highest loading weeks: what a taper is measured by."""
        highest = sorted(self.stood, reverse=True)[:3]
        return sum(highest) / len(highest)

    @property
    def _runs(self) -> int:
        usual = self.profile.runner.runs_per_week
        return min(usual, self.runs or usual)
