"""How far: the weekly kilometres and the long run of each week, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.decision import Decision, Reason
from dovetail.domain.units import rounded, shown_km_down
from dovetail.planning.aims import Aims
from dovetail.planning.frame import WeekFrame, raced_early
from dovetail.planning.long_line import (
    days_to_race,
    ladder_week,
    lighter_long,
    loading_long,
    recovery_long,
    rested,
    share_before_race,
    taper_long,
)
from dovetail.planning.profile import Profile
from dovetail.planning.week_volume import (
    LAST_WEEK_SHARE,
    RACE_EARLY_IN_ITS_WEEK,
    Volume,
    Wish,
    after_long_tune_up,
    least_long_km,
    lighter_wish,
    most_next,
    quantity_of,
    share_wish,
    taper_place,
    with_aim,
)
from dovetail.rulebook.cases import DoneRun, WeekVolume, known_runs, reference_of, run_case
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.limits.lm114_taper import share_of_taper

A_LITTLE = 0.05
"""Where a week held so little less than its slots should, the next ones stay with it, so that
the volume lies flat instead of going up and down (dovetail)."""
NEARLY = 0.97
"""Where the slots hold so much of the wish, they are no reason worth telling (dovetail)."""


def plan_volume(profile: Profile, frames: Sequence[WeekFrame]) -> tuple[Volume, ...]:
    """Return the volume of each week, in order; each step may only tighten the one before."""
    line = VolumeLine.begin(profile, frames)
    found = []
    for frame in frames:
        volume = line.next(frame)
        line.remember(frame, volume.km.value, volume.long_km.value)
        found.append(volume)
    return tuple(found)


@dataclass(slots=True)
class VolumeLine:
    """The lines of volume and long run as they grow, week by week.

    Each week is asked for with `next` and told with `remember`: as it was meant, or as its
    slots let it be, so that the weeks after it build on what really stands.
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

    @classmethod
    def begin(cls, profile: Profile, frames: Sequence[WeekFrame]) -> VolumeLine:
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

    def fork(self) -> VolumeLine:
        """Return a line that grows on its own from here."""
        return replace(
            self,
            timeline=[*self.timeline],
            loading_km=[*self.loading_km],
            loading_long=[*self.loading_long],
            longs=[*self.longs],
            long_weekdays=[*self.long_weekdays],
        )

    def next(self, frame: WeekFrame) -> Volume:
        """Return what the next week is to hold."""
        if frame.number <= self.aims.ladder_weeks and frame.race_on is None:
            return self._ladder_week(frame)
        km = self._km(frame)
        return Volume(km=km, long_km=self._long(frame, km.value), top_km=self._top(frame))

    def remember(self, frame: WeekFrame, km: float, long_km: float) -> None:
        """Let the weeks that follow build on this one."""
        self.longs.append(long_km)
        if frame.number <= self.aims.ladder_weeks and not frame.lighter:
            self.loading_km, self.loading_long = [km], [long_km]
        elif frame.loading:
            self._remember_loading(frame, km, long_km)
        if frame.number <= self.aims.ladder_weeks:
            self.peak_long = max(self.peak_long, long_km)
        if frame.tune_up is None and frame.loading:
            self.last_full = max(km, self.last_full) if frame.after_race else km
            self.short_by = max(0.0, self.hoped_for - km)
        if long_km:
            self.timeline.append(DoneRun(on=self._long_day(frame), km=long_km))
        if frame.tune_up is not None:
            self.timeline.append(DoneRun(on=frame.tune_up.date, km=frame.tune_up.km, race=True))

    def _remember_loading(self, frame: WeekFrame, km: float, long_km: float) -> None:
        self.loading_km.append(km)
        if frame.tune_up is None:
            raced = frame.after_race and self.loading_long[1:]
            self.loading_long.append(max(long_km, self.loading_long[-1]) if raced else long_km)
        if frame.number != self.aims.last_before_short_race:
            self.peak_long = max(self.peak_long, long_km)

    def _long_day(self, frame: WeekFrame) -> date:
        return frame.starts + timedelta(
            WEEKDAYS.index(self.profile.athlete.preferences.long_run.day)
        )

    def _ladder_week(self, frame: WeekFrame) -> Volume:
        found = ladder_week(self.profile, self.aims, self.outings, lighter=frame.lighter)
        self.outings += len(found.ladder)
        return found

    @property
    def stood(self) -> Sequence[float]:
        """The loading weeks as they were planned; before the first, what the athlete runs."""
        return self.loading_km[1:] or self.loading_km

    @property
    def reference(self) -> float:
        """The mean of the three highest loading weeks: what a taper is measured by."""
        highest = sorted(self.stood, reverse=True)[:3]
        return sum(highest) / len(highest)

    def _km(self, frame: WeekFrame) -> Decision[float]:
        wish, aim = self._km_wish(frame)
        quantity = quantity_of(frame)
        if quantity is None:
            return Decision(wish, (aim,))
        references = {
            "week.km": reference_of(self.loading_km),
            "lighter_week.km": max(self.stood[-3:]),
        }
        case = self._case(frame, references.get(quantity, self.reference))
        return with_aim(clamp(wish, limits_of(quantity), case), aim)

    def _case(self, frame: WeekFrame, reference_km: float | None) -> WeekVolume:
        return WeekVolume(
            runner=replace(self.profile.runner, runs_per_week=self._runs),
            reference_km=reference_km,
            peak_long_km=max(self.loading_long[1:] or self.loading_long),
            new_heavy_phase=frame.heavy_phase_begins,
            taper=frame.taper,
        )

    @property
    def _runs(self) -> int:
        usual = self.profile.runner.runs_per_week
        return min(usual, self.runs or usual)

    def _top(self, frame: WeekFrame) -> float | None:
        """Return the most that the limits allow of a loading week, or one of the taper."""
        quantity = quantity_of(frame)
        if quantity not in ("week.km", "taper_week.km"):
            return None
        loading = quantity == "week.km"
        case = self._case(frame, reference_of(self.loading_km) if loading else self.reference)
        return clamp(float("inf"), limits_of(quantity), case).value

    def _km_wish(self, frame: WeekFrame) -> Wish:
        if frame.recovery is not None:
            shares = self.profile.principles.row("recovery_share", self.profile.runner.race)
            return share_wish(self.reference, shares[frame.recovery], "AI007")
        if frame.taper is not None:
            share = share_of_taper(self.profile.runner, taper_place(frame), self.reference)
            if raced_early(frame):
                share *= RACE_EARLY_IN_ITS_WEEK
            return share_wish(self.reference, share, "AI005")
        if frame.lighter:
            return lighter_wish(self.profile, frame, max(self.stood[-3:]))
        if frame.number == self.aims.last_before_short_race:
            return share_wish(self.last_full, LAST_WEEK_SHARE, "AI009")
        return self._loading_wish(frame)

    def _loading_wish(self, frame: WeekFrame) -> Wish:
        """On the straight way to the peak, no more than the slots hold, and no leap."""
        wish, aim = self._hoped(frame)
        if self.loading_km[1:] and not frame.after_race:
            wish = min(wish, most_next(self.profile, self.last_full))
        rooms, self.hoped_for = self.profile.rooms, 0.0
        if rooms is None:
            return wish, aim
        held = rooms.held(self._long_hoped(frame), self.profile.runner)
        if held.km >= wish:
            return wish, aim
        self.hoped_for = held.km
        if self.short_by <= A_LITTLE * held.km:
            held = replace(held, km=held.km - self.short_by)
        if held.km >= NEARLY * wish:
            return held.km, aim
        code = "AI002" if held.by_time else "AI111"
        if self.profile.runner.bone_history:
            code = "AI112"
        facts = {"held_km": rounded(held.km, 0.1), "wish_km": rounded(wish, 0.1)}
        return held.km, Reason(code, {**facts, "runs": rooms.runs})

    def _hoped(self, frame: WeekFrame) -> Wish:
        aims, last = self.aims, self.last_full
        if frame.number not in aims.loading or frame.number == aims.loading[0]:
            return aims.told_km, Reason("AI010", {"week_km": rounded(aims.told_km, 0.1)})
        if frame.after_long_race:
            return share_wish(last, after_long_tune_up(self.profile), "AI056")
        if frame.number not in aims.rising:
            return last, Reason("AI012", {"last_km": rounded(last, 0.1)})
        part = (aims.rising.index(frame.number) + 1) / len(aims.rising)
        wish = aims.start_km + part * (aims.peak_km - aims.start_km)
        facts = {"last_km": rounded(last, 0.1), "peak_km": rounded(aims.peak_km)}
        at_ceiling = aims.bound_by_time and part > 0.99
        return wish, Reason("AI013" if at_ceiling else "AI011", facts)

    def _long(self, frame: WeekFrame, week_km: float) -> Decision[float]:
        if frame.phase == "race" or frame.tune_up is not None or frame.recovery == 0:
            return Decision(0.0)
        wish, aim = self._long_wish(frame, week_km)
        day = self._long_day(frame)
        case = run_case(self.profile.runner, self.timeline, day, week_km=week_km)
        case = replace(case, slot_min=self.profile.long_slot_min)
        wish = max(wish, min(least_long_km(self.profile), self.loading_long[-1]))
        found = with_aim(clamp(wish, limits_of("run.km"), case), aim)
        found = Decision(shown_km_down(found.value), found.reasons, found.silent)
        if not frame.loading:
            return found
        left = sum(number > frame.number for number in self.aims.loading)
        return rested(self.profile, self.longs, found, left=left)

    def _long_hoped(self, frame: WeekFrame) -> float:
        """Return the long run that the limits of its date allow, before the week has its km."""
        wish, _ = self._long_wish(frame, 0.0)
        case = run_case(self.profile.runner, self.timeline, self._long_day(frame))
        case = replace(case, slot_min=self.profile.long_slot_min)
        return shown_km_down(clamp(wish, limits_of("run.km"), case).value)

    def _long_wish(self, frame: WeekFrame, week_km: float) -> Wish:
        last = self.loading_long[-1]
        if frame.recovery is not None:
            wish, code = recovery_long(frame.recovery, self.peak_long), "AI037"
        elif frame.taper is not None or frame.number == self.aims.last_before_short_race:
            peak = max(self.loading_long[1:] or [self.peak_long])
            share = share_before_race(
                self.profile,
                frame,
                race_in_days=days_to_race(self.profile, self.aims, frame, self.long_weekdays),
                held=last / peak if peak else 1.0,
            )
            week = (week_km, self._runs)
            wish, last = taper_long(self.profile, frame, share * peak, peak, week), peak
            code = "AI036" if share < 1 else "AI034"
        elif frame.lighter:
            wish, code = lighter_long(self.profile, last, week_km, self._runs), "AI035"
        else:
            wish, code = loading_long(self.profile, self.aims, frame, last), "AI034"
            if frame.after_long_race:
                wish = min(wish, after_long_tune_up(self.profile) * last)
            if self.profile.runner.bone_history and self.loading_long[-2:].count(last) < 2:
                wish, code = min(wish, last), "AI038"
        return wish, Reason(code, {"last_km": rounded(last, 0.1)})
