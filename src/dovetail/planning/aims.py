"""Where volume and long run are to lead, before any limit is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dovetail.domain.ladder import LADDER
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.run_walk import ladder_km, needs_ladder
from dovetail.rulebook.limits.lm104_long_run_share import share_of
from dovetail.rulebook.limits.lm114_taper import taper_row

MOST_OUTINGS = 3
FEWEST_RISES = 2
"""Fewer are one leap (dovetail)."""
MOST_OF_A_WEEK = 0.6
"""A short long run may be more than its share, but no more than this of the peak (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """Start, peak, and the loading weeks that lead from one to the other."""

    told_km: float
    """What is run today, or at the end of the ladder."""
    start_km: float
    peak_km: float
    bound_by_time: bool
    """The minutes there are, not the body, set the peak."""
    loading: tuple[int, ...]
    rising: tuple[int, ...]
    """Numbers of the loading weeks that run more than the one before."""
    long_start: float
    long_peak: float
    last_before_short_race: int | None
    """The week that holds day -7 of a race without a taper week."""
    ladder_weeks: int
    outings: int
    """Run-walk outings a week."""

    @classmethod
    def of(cls, profile: Profile, frames: Sequence[WeekFrame]) -> Aims:
        """Aim by level, race, weeks and the minutes there are."""
        outings, ladder = outings_of(profile), ladder_weeks(profile)
        last = _last_before_short_race(profile, frames)
        loading = tuple(
            f.number for f in frames if f.loading and f.number not in (last, *range(ladder + 1))
        )
        rising = _rising(profile, frames, loading)
        start, longest = _start(profile, ladder, outings)
        peak = _peak_km(profile, start, len(loading), len(rising))
        long_peak = _peak_long_km(profile, peak)
        held = held_km(profile, max(long_peak, longest))
        if held < peak:
            peak, long_peak = held, _peak_long_km(profile, held)
        bound = peak == held
        return cls(
            told_km=start,
            start_km=min(start, peak),
            peak_km=peak,
            bound_by_time=bound,
            loading=loading,
            rising=rising,
            long_start=longest,
            long_peak=long_peak,
            last_before_short_race=last,
            ladder_weeks=ladder,
            outings=outings,
        )


def outings_of(profile: Profile) -> int:
    """Count the outings of a week on the run-walk ladder."""
    days = len({slot.day for slot in profile.slots})
    return min(MOST_OUTINGS, days, profile.runner.runs_per_week)


def ladder_weeks(profile: Profile) -> int:
    """Count the weeks that the run-walk ladder takes; 0 for those who run already."""
    if not needs_ladder(profile.athlete.running):
        return 0
    return -(-2 * len(LADDER) // outings_of(profile))


def _start(profile: Profile, ladder: int, outings: int) -> tuple[float, float]:
    running = profile.athlete.running
    if not ladder:
        return running.weekly_km, running.longest_km
    each = ladder_km(len(LADDER) - 1, profile.easy_s_per_km)
    return outings * each, each


def _last_before_short_race(profile: Profile, frames: Sequence[WeekFrame]) -> int | None:
    if profile.athlete.goal.race not in ("5k", "10k"):
        return None
    race_week = next((frame.number for frame in frames if frame.phase == "race"), None)
    return race_week - 1 if race_week and race_week > 4 else None


def _rising(
    profile: Profile, frames: Sequence[WeekFrame], loading: Sequence[int]
) -> tuple[int, ...]:
    """Leave out the weeks that repeat: after a lighter week or a race, as strength grows.

    Where that leaves one rise, it would be a leap just before a lighter week: the week after
    that one rises as well.
    """
    steady = profile.level != "beginner" and profile.age < 50
    few = _rising_weeks(frames, loading, waits=steady)
    if steady and len(few) < FEWEST_RISES:
        return _rising_weeks(frames, loading, waits=False)
    return few


def _rising_weeks(
    frames: Sequence[WeekFrame], loading: Sequence[int], *, waits: bool
) -> tuple[int, ...]:
    def holds(week: WeekFrame, before: WeekFrame) -> bool:
        return (waits and before.lighter) or week.heavy_phase_begins or week.after_race

    first = frames[0].number if frames else 1
    return tuple(
        number
        for number in loading[1:]
        if not holds(frames[number - first], frames[number - first - 1])
    )


def _peak_km(profile: Profile, start: float, loading: int, rising: int) -> float:
    number, race = profile.principles.number, profile.athlete.goal.race
    low, high = profile.principles.row("peak_volume", race, profile.level)
    if profile.masters:
        share = number("growth", "masters_table")
        low, high = low * share, high * share
    top = max(high, number("growth", "above_table") * start)
    grown = start * _growth(profile, start, loading, rising)
    peak = min(max(grown, low) if race != "healthy" else grown, top)
    if profile.permissions.no_increase or profile.permissions.easy_only:
        peak = start
    return max(peak, number("growth", "keep") * start)


def _growth(profile: Profile, start: float, loading: int, rising: int) -> float:
    """How many times the start a season of so many weeks may reach."""
    number = profile.principles.number
    each = number("growth", "per_week") - 1
    if start > number("ramp", "careful_above"):
        return float((1 + each * number("ramp", "careful")) ** rising)
    steps = rising if profile.athlete.goal.race == "healthy" else max(0, loading - 1)
    return float((1 + each) ** steps)


def held_km(profile: Profile, long_km: float) -> float:
    """Return the kilometres that the slots hold beside the strength and such a long run."""
    if profile.rooms is None:
        return float("inf")
    return profile.rooms.held(long_km, profile.runner).km


def _peak_long_km(profile: Profile, peak_km: float) -> float:
    race, level = profile.athlete.goal.race, profile.level
    wish = profile.principles.number("peak_long", race, level)
    minutes = profile.principles.number("long_time", race, level)
    if profile.runner.slow_finish:
        minutes = max(minutes, profile.principles.number("long_time_slow_finish"))
    by_time = min(minutes, profile.long_slot_min) * 60 / profile.easy_s_per_km
    silent = profile.principles.number("long_share_silent")
    by_share = max(share_of(profile.runner) * peak_km, silent * 60 / profile.easy_s_per_km)
    by_share = min(by_share, MOST_OF_A_WEEK * peak_km)
    return max(min(wish, by_time, by_share), min(profile.athlete.running.longest_km, by_time))


def taper_long_shares(profile: Profile) -> tuple[float, ...]:
    """Return the shares of the peak long run, week by week up to day -7."""
    return profile.principles.row("taper_long", taper_row(profile.runner))
