"""How far: the weekly kilometres and the long run of each week, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Decision, Reason
from dovetail.domain.units import rounded, shown_km_down
from dovetail.planning.frame import WeekFrame, raced_early
from dovetail.planning.line_so_far import LineSoFar
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
    least_long_in,
    lighter_wish,
    most_next,
    quantity_of,
    share_wish,
    taper_place,
    with_aim,
)
from dovetail.rulebook.cases import WeekVolume, reference_of, run_case
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
class VolumeLine(LineSoFar):
    """The lines of volume and long run as they grow, week by week.

    Each week is asked for with `next` and told with `remember`: as it was meant, or as its
    slots let it be, so that the weeks after it build on what really stands.
    """

    def next(self, frame: WeekFrame) -> Volume:
        """Return what the next week is to hold."""
        if frame.number <= self.aims.ladder_weeks and frame.race_on is None:
            return self._ladder_week(frame)
        km = self._km(frame)
        return Volume(km=km, long_km=self._long(frame, km.value), top_km=self._top(frame))

    def _ladder_week(self, frame: WeekFrame) -> Volume:
        found = ladder_week(self.profile, self.aims, self.outings, lighter=frame.lighter)
        self.outings += len(found.ladder)
        return found

    def _km(self, frame: WeekFrame) -> Decision[float]:
        wish, aim = self._km_wish(frame)
        quantity = quantity_of(frame)
        orders = self.orders.in_week("week.km", frame.starts)
        if quantity is None:
            return with_aim(clamp(wish, orders, None), aim)
        references = {
            "week.km": reference_of(self.loading_km),
            "lighter_week.km": max(self.stood[-3:]),
        }
        case = self._case(frame, references.get(quantity, self.reference))
        return with_aim(clamp(wish, (*limits_of(quantity), *orders), case), aim)

    def _case(self, frame: WeekFrame, reference_km: float | None) -> WeekVolume:
        return WeekVolume(
            runner=replace(self.profile.runner, runs_per_week=self._runs),
            reference_km=reference_km,
            peak_long_km=max(self.loading_long[1:] or self.loading_long),
            new_heavy_phase=frame.heavy_phase_begins,
            taper=frame.taper,
        )

    def _top(self, frame: WeekFrame) -> float | None:
        """Return the most that the limits allow of a loading week, or one of the taper."""
        quantity = quantity_of(frame)
        if quantity not in ("week.km", "taper_week.km"):
            return None
        loading = quantity == "week.km"
        case = self._case(frame, reference_of(self.loading_km) if loading else self.reference)
        orders = self.orders.in_week("week.km", frame.starts)
        return clamp(float("inf"), (*limits_of(quantity), *orders), case).value

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
            return lighter_wish(self.profile, frame, max(self.stood[-3:]), self.last_full)
        if frame.number == self.aims.last_before_short_race:
            return share_wish(self.last_full, LAST_WEEK_SHARE, "AI009")
        return self._loading_wish(frame)

    def _loading_wish(self, frame: WeekFrame) -> Wish:
        """On the straight way to the peak, no more than the slots hold, and no leap."""
        wish, aim = self._hoped(frame)
        if self.loading_km[1:] and not frame.after_race:
            wish = min(wish, most_next(self.profile, self.last_full))
        if self.broken:
            wish = min(wish, self.last_full)
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
        wish = max(wish, least_long_in(self.profile, frame, self.loading_long[-1]))
        name = f"{week_name(frame.starts)}-long"
        orders = self.orders.in_week("run.km", frame.starts, name)
        found = with_aim(clamp(wish, (*limits_of("run.km"), *orders), case), aim)
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
            if self.broken:
                wish = min(wish, last)
            if frame.after_long_race:
                wish = min(wish, after_long_tune_up(self.profile) * last)
            if self.profile.runner.bone_history and self.loading_long[-2:].count(last) < 2:
                wish, code = min(wish, last), "AI038"
        return wish, Reason(code, {"last_km": rounded(last, 0.1)})
