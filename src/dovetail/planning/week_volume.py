"""The volume of one week: what it is, what it is asked of, and the words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dovetail.domain.decision import Decision, Reason
from dovetail.domain.units import rounded, rounded_up, shown_km_down
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.run_walk import needs_ladder

LAST_WEEK_SHARE = 0.86
"""The last week before a race without a taper week, of the week before (dovetail)."""
RACE_WEEK_OF_TUNE_UP = 0.4
AFTER_LONG_TUNE_UP = 0.94
AFTER_LONG_TUNE_UP_MASTERS = 0.88
"""The week after a half marathon on the way, of the last loading week (dovetail)."""
RACE_EARLY_IN_ITS_WEEK = 0.5
"""A race on Monday to Thursday leaves half a race week for its own week (dovetail)."""
LESS_THAN_LAST = 0.9
"""A lighter week after weeks that became smaller is lighter than the last of them (dovetail)."""
LAST_OF_TAPER = 99
DAYS_OF_WEEK = 7
Wish = tuple[float, Reason]


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What a week is to hold: kilometres, the long run, or steps of the run-walk ladder."""

    km: Decision[float]
    long_km: Decision[float]
    top_km: float | None = None
    """The most that the ramp allows; None where it has nothing to say."""
    ladder: tuple[int, ...] = ()
    """Steps of the ladder, one an outing, instead of kilometres."""


def first_days(profile: Profile, today: date) -> Volume:
    """Return the volume of the days before week 1: the daily mean of what is run now."""
    days = DAYS_OF_WEEK - today.weekday()
    km = profile.athlete.running.weekly_km * days / DAYS_OF_WEEK
    if needs_ladder(profile.athlete.running):
        km = 0.0
    return Volume(km=Decision(km, (Reason("AI016", {"days": days}),)), long_km=Decision(0.0))


def quantity_of(frame: WeekFrame) -> str | None:
    """Name what limits are asked of a week's kilometres; None where they have nothing to say."""
    if frame.recovery is not None:
        return None
    if frame.phase == "race":
        return "race_week.km"
    if frame.taper is not None:
        return "taper_week.km"
    if frame.lighter:
        return None if frame.tune_up else "lighter_week.km"
    return "week.km" if frame.loading else None


def taper_place(frame: WeekFrame) -> int:
    """Count the taper weeks from 0; race week is always the last."""
    return LAST_OF_TAPER if frame.phase == "race" else (frame.taper or 0)


def with_aim(decision: Decision[float], aim: Reason) -> Decision[float]:
    """Tell what was aimed at after what bounds it."""
    return Decision(decision.value, (*decision.reasons, aim), decision.silent)


def share_wish(reference: float, share: float, code: str) -> Wish:
    """Wish for a share of a reference."""
    facts = {"share_pct": round(100 * share), "reference_km": rounded(reference, 0.1)}
    return share * reference, Reason(code, facts)


def reachable_long_km(profile: Profile, volumes: Sequence[Volume]) -> float:
    """Return the longest training run that the season reaches, or that was run lately."""
    planned = max((volume.long_km.value for volume in volumes), default=0.0)
    return max(planned, profile.athlete.running.longest_km)


def most_next(profile: Profile, last_km: float) -> float:
    """Return the most that the next loading week may hold, so that no two neighbours leap."""
    number = profile.principles.number
    small = last_km < number("ramp", "leap_small_below")
    return (1 + number("ramp", "leap_small" if small else "leap")) * last_km


def least_long_km(profile: Profile) -> float:
    """Return the least long run that still stands out beside the shortest run worth going for."""
    number = profile.principles.number
    shortest = number("shortest_run", profile.level) * 60 / profile.easy_s_per_km
    return rounded_up(shortest / number("second_longest", "short_share"), 0.5)


def least_long_in(profile: Profile, frame: WeekFrame, last_km: float) -> float:
    """Return the least long run of a week [km]; a lighter one stays shorter than the last."""
    least = min(least_long_km(profile), last_km)
    if not frame.lighter:
        return least
    most = profile.principles.number("lighter_long", "most") * last_km
    return min(least, shown_km_down(most))


def lighter_wish(profile: Profile, frame: WeekFrame, top: float, last_full: float) -> Wish:
    """A quarter less than the highest, and less than the last full week in any case.

    A tune-up race's km are part of the week's work.
    """
    share = profile.principles.number("lighter", "volume")
    wish, aim = share_wish(top, share, "AI008")
    if LESS_THAN_LAST * last_full < wish:
        wish, aim = share_wish(last_full, LESS_THAN_LAST, "AI185")
    raced = frame.tune_up.km if frame.tune_up else 0.0
    return max(RACE_WEEK_OF_TUNE_UP * top, wish - raced), aim


def after_long_tune_up(profile: Profile) -> float:
    """Return the share of the last loading week that the week after a long race runs."""
    return AFTER_LONG_TUNE_UP_MASTERS if profile.masters else AFTER_LONG_TUNE_UP
