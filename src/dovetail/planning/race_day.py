"""Race day: splits, warm-up, and what the plan says beside them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.prescription import PaceName, RunStep, Target
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.planning.paces import EFFORT

if TYPE_CHECKING:
    from dovetail.planning.brief import Brief

EARLY_S_PER_KM = 3
_TUNE_UP_PACE: tuple[tuple[float, PaceName], ...] = ((7.0, "5k"), (15.0, "10k"), (30.0, "half"))


def races_of(brief: Brief) -> list[Session]:
    """Return the races of a week: the goal, or one on the way to it."""
    found = []
    frame, goal = brief.frame, brief.profile.athlete.goal
    if frame.race_on is not None and goal.distance_km is not None:
        found.append(race_session(brief, frame.race_on, goal.distance_km, goal_race=True))
    if frame.tune_up is not None:
        found.append(race_session(brief, frame.tune_up.date, frame.tune_up.km, goal_race=False))
    return found


def race_session(brief: Brief, on: date, km: float, *, goal_race: bool) -> Session:
    """Write a race: the goal, or one on the way to it."""
    pace = _pace(brief, km, goal_race=goal_race)
    warm_up = 15.0 if km <= 12 else 10.0 if km <= 25 else 6.0
    steps = (
        RunStep(part="warm_up", minutes=warm_up, target=Target(rpe=(2.0, 3.0))),
        *_splits(brief, km, pace),
    )
    minutes = warm_up + brief.paces.minutes_of(pace, km)
    rpe = brief.paces.views["race"].rpe if goal_race else EFFORT[pace]
    return Session(
        id=f"{week_name(brief.frame.starts)}-{'race' if goal_race else 'tune-up'}",
        date=on,
        slot="am",
        discipline="race",
        kind="goal" if goal_race else "tune_up",
        minutes=round(minutes),
        km=rounded(km, 0.1),
        rpe=rpe,
        key=True,
        hard_unit=True,
        priority=1,
        steps=steps,
        reasons=_reasons(brief, km, goal_race=goal_race),
    )


def _pace(brief: Brief, km: float, *, goal_race: bool) -> PaceName:
    if goal_race:
        return "race"
    return next((name for most, name in _TUNE_UP_PACE if km <= most), "marathon")


def _splits(brief: Brief, km: float, pace: PaceName) -> tuple[RunStep, ...]:
    """Start a little slower, hold, and let the end be what is left."""
    target = brief.paces.target(pace)
    first = 1.0 if km <= 12 else 5.0
    last = 2.0 if km <= 12 else 5.0 if km <= 25 else 10.2
    if km <= first + last or target.s_per_km is None:
        return (RunStep(part="race", km=rounded(km, 0.001), target=target),)
    low, high = target.s_per_km
    early = Target(pace=target.pace, s_per_km=(low + 2, high + EARLY_S_PER_KM), rpe=target.rpe)
    middle = rounded(km - first - last, 0.0001)
    return (
        RunStep(part="race", km=first, target=early),
        RunStep(part="race", km=middle, target=target),
        RunStep(part="race", km=last, target=Target(rpe=(8.0, 9.0))),
    )


def _reasons(brief: Brief, km: float, *, goal_race: bool) -> tuple[Reason, ...]:
    longest = max((week.long_km.value for week in brief.volumes), default=0.0)
    if not goal_race:
        code = "AI055" if brief.frame.proposed else "AI054"
        return (Reason(code, {"race_km": km}),)
    start = brief.profile.athlete.goal.start_time
    return (
        Reason("AI052", {"race_km": km, "longest_km": longest, "start_time": start}),
        Reason("AI053", {"start_time": start}),
        Reason("AI057"),
        Reason("AI058"),
    )
