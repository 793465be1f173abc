"""When the long run rests, and what it keeps in the last week before a short race."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mode

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.decision import Decision, Reason
from dovetail.domain.ladder import LADDER
from dovetail.domain.units import rounded, shown_km_down
from dovetail.planning.aims import Aims, taper_long_shares
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.run_walk import ladder_km
from dovetail.planning.week_volume import Volume
from dovetail.rulebook.limits.lm114_taper import taper_row
from dovetail.rulebook.run_sizes import second_longest_km

LONG_RACES = ("marathon", "ultra")
FEWEST_OUTINGS = 2
"""Outings a week that keep a step of the ladder (dovetail)."""
AT_PEAK_LONG = 2
"""Loading weeks at the peak long run before the last one, for the longest races (dovetail)."""
WHOLE_FROM_KM, WEEKS_FOR_A_KM = 12.0, 2
"""From here on long runs are whole kilometres; the line to a half marathon that would stand on
one of them for more loading weeks than these reaches its end sooner and holds it (dovetail)."""
RESTED = 0.93
"""A long run that rests, of the one before: still long, and no longer great (dovetail)."""
OTHERS_FILL = 0.93
"""What the other runs hold of the most they may be, being unlike one another (dovetail)."""
NEAR_DAYS = 8
"""The coach's table of last long runs begins so many days before the race (dovetail)."""


def ladder_week(profile: Profile, aims: Aims, outings: int, *, lighter: bool) -> Volume:
    """Return a week of the run-walk ladder, after so many outings; a lighter one has one fewer.

    Two outings stay two: a step a week is slow enough to be its own rest.
    """
    fewer = lighter and aims.outings > FEWEST_OUTINGS
    here = range(aims.outings - fewer)
    steps = tuple(min((outings + one) // 2, len(LADDER) - 1) for one in here)
    each = [ladder_km(step, profile.easy_s_per_km) for step in steps]
    reasons = (_steps_reason(steps), *((Reason("AI178", {"runs": len(steps)}),) if fewer else ()))
    return Volume(
        km=Decision(sum(each), reasons), long_km=Decision(max(each), reasons), ladder=steps
    )


def _steps_reason(steps: Sequence[int]) -> Reason:
    """Name the steps of a week: one, two that follow one another, or the last of all."""
    first, last, count = steps[0] + 1, steps[-1] + 1, len(LADDER)
    if first < last:
        return Reason("AI175", {"first": first, "step": last, "steps": count})
    if last == count:
        return Reason("AI176", {"steps": count})
    return Reason("AI014", {"step": last, "steps": count})


def loading_long(profile: Profile, aims: Aims, frame: WeekFrame, last: float) -> float:
    """On the straight way from the longest run now to the peak [km]; a held week waits."""
    if frame.number not in aims.loading:
        return min(last, aims.long_start)
    steps = len(aims.loading) - 1
    if profile.athlete.goal.race in LONG_RACES:
        steps -= min(AT_PEAK_LONG, steps // 3)
    elif profile.athlete.goal.race == "half" and aims.long_peak >= WHOLE_FROM_KM:
        grown = aims.long_peak - aims.long_start
        steps = min(steps, max(1, round(WEEKS_FOR_A_KM * grown)))
    part = min(1.0, aims.loading.index(frame.number) / max(1, steps))
    wish = aims.long_start + part * (aims.long_peak - aims.long_start)
    if frame.number not in aims.rising and not frame.after_race:
        wish = max(min(last, aims.long_peak), float(int(wish)))
    if frame.number == aims.loading[0]:
        return shown_km_down(wish)
    return rounded(wish, 0.5 if wish < 12 else 1.0)


def lighter_long(profile: Profile, last: float, week_km: float, runs: int) -> float:
    """Return the long run of a lighter week [km], after the last full one.

    The other runs are measured by it: where they could not hold the rest of the week, it is
    longer, but no longer than a lighter one may be.
    """
    number = profile.principles.number
    wish = number("lighter", "long") * last
    wish = rounded(wish, 0.5 if wish < 12 else 1.0)
    return _holding(profile, wish, number("lighter_long", "most") * last, (week_km, runs))


def taper_long(
    profile: Profile, frame: WeekFrame, wish: float, peak: float, week: tuple[float, int]
) -> float:
    """Return the long run of a taper week [km]: as wished, or what lets the others hold it.

    `week` is the week's kilometres and its number of runs; `peak` the longest run [km].
    """
    if frame.phase != "taper" or frame.taper is None:
        return wish
    return _holding(profile, wish, taper_long_most(profile, frame, peak), week)


def taper_long_most(profile: Profile, frame: WeekFrame, peak: float) -> float:
    """Return the most that the long run of a taper week may be [km], after a longest of `peak`."""
    most = profile.principles.row("taper_long_most", taper_row(profile.runner))
    return most[min(frame.taper or 0, len(most) - 1)] * peak


def _holding(profile: Profile, wish: float, most: float, week: tuple[float, int]) -> float:
    week_km, runs = week
    others = (runs - 1) * OTHERS_FILL * second_longest_km(profile.runner, shown_km_down(wish))
    return wish if wish + others >= week_km else max(wish, shown_km_down(most))


def rested(
    profile: Profile, before: Sequence[float], long_km: Decision[float], *, left: int
) -> Decision[float]:
    """Let one long run rest where it would be great for too many weeks without a break.

    Great is what comes near the longest so far, so a run that rested is none: one rests, and the
    next stands where the line is. `before` are the long runs of all weeks so far [km], 0 where a
    race stood instead. The last loading week keeps its long run, so the one before it (`left` is
    1) rests a week early.
    """
    race, number = profile.runner.race, profile.principles.number
    in_a_row = round(number("long_runs", "in_a_row")) - (left == 1)
    last = before[-in_a_row:]
    if race not in ("half", "marathon") or not left or len(last) < in_a_row:
        return long_km
    great = number("long_runs", "great") * max(*before, long_km.value)
    if long_km.value > max(last) or min(*last, long_km.value) < great:
        return long_km
    reason = Reason("AI171", {"last_km": last[-1], "runs": in_a_row})
    return Decision(shown_km_down(RESTED * long_km.value), (reason,), long_km.silent)


def days_to_race(
    profile: Profile, aims: Aims, frame: WeekFrame, weekdays: Sequence[int]
) -> int | None:
    """Count from the long run of the last week before a short race; None for other weeks.

    The run is expected on the weekday of most long runs so far, which weighs more than its
    wished day; one that moved moves no other.
    """
    race_on = profile.athlete.goal.date
    if frame.number != aims.last_before_short_race or race_on is None:
        return None
    wish = WEEKDAYS.index(profile.athlete.preferences.long_run.day)
    return (race_on - frame.starts).days - (mode(weekdays) if weekdays else wish)


def share_before_race(
    profile: Profile, frame: WeekFrame, *, race_in_days: int | None, held: float
) -> float:
    """Return the share of the peak long run that a week near the race still runs.

    `race_in_days` counts from the long run of the last week before a short race; `held` is what
    the last long run is of the peak. A long run before day -8 falls no further than any other.
    """
    shares = taper_long_shares(profile)
    share = shares[min(frame.taper or 0, len(shares) - 1)]
    if race_in_days is None or race_in_days <= NEAR_DAYS:
        return share
    forgotten = profile.principles.row("longest_run_days", profile.runner.race)[1]
    if race_in_days >= forgotten:
        return 1.0
    return max(share, profile.principles.number("long_run_line", "least") * held)


def recovery_long(week: int, peak_km: float) -> float:
    """Return the long run of a later week after the race [km]; in the first none stands out."""
    return (0.3 + 0.08 * week) * peak_km
