"""Race day: warm-up, splits, and what the plan says beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dovetail.domain.athlete import RACE_KM, Half
from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.plan import PaceView
from dovetail.domain.prescription import PaceName, Target
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.planning.feasibility import Reach, check_reach, course_min
from dovetail.planning.paces import EFFORT
from dovetail.planning.race_morning import WarmUp, morning_reasons, warm_up_for
from dovetail.planning.race_pacing import Race, heat_rule, mark_reasons, plan_b, race_steps

if TYPE_CHECKING:
    from dovetail.planning.brief import Brief

_TUNE_UP_PACE: tuple[tuple[float, PaceName], ...] = ((7.0, "5k"), (15.0, "10k"), (30.0, "half"))
_NOON = "12:00"


def races_of(brief: Brief) -> list[Session]:
    """Return the races of a week: the goal, or one on the way to it."""
    found = []
    frame, goal = brief.frame, brief.profile.athlete.goal
    if frame.race_on is not None and goal.distance_km is not None:
        found.append(goal_session(brief, frame.race_on, goal.distance_km))
    if frame.tune_up is not None:
        found.append(tune_up_session(brief, frame.tune_up.date, frame.tune_up.km))
    return found


def goal_session(brief: Brief, on: date, km: float) -> Session:
    """Write the race that the season leads to, with all that a runner takes to its start."""
    reach = check_reach(brief.profile, brief.frames, brief.volumes)
    race = _race(brief, km, "race", reach=reach)
    warm_up = _warm_up(brief, race)
    athlete = brief.profile.athlete
    start = athlete.goal.start_time
    longest = max((week.long_km.value for week in brief.volumes), default=0.0)
    marathon = brief.profile.predicted(RACE_KM["marathon"])
    reasons = (
        Reason("AI052", {"race_km": km, "longest_km": longest, "start_time": start}),
        *morning_reasons(brief.profile.principles, start, km, warm_up),
        *mark_reasons(race),
        plan_b(race),
        heat_rule(race, marathon_s=None if marathon is None else marathon.s),
        Reason("AI058"),
    )
    slot: Half = "am" if start < _NOON else "pm"
    session = replace(_session(brief, on, race, "race"), kind="goal", slot=slot, reasons=reasons)
    if reach == "walking":
        return replace(session, minutes=round(warm_up.minutes + course_min(brief.profile)))
    return session


def tune_up_session(brief: Brief, on: date, km: float) -> Session:
    """Write a race on the way to the goal."""
    pace: PaceName = next((name for most, name in _TUNE_UP_PACE if km <= most), "marathon")
    code = "AI055" if brief.frame.proposed else "AI054"
    session = _session(brief, on, _race(brief, km, pace), pace)
    return replace(session, reasons=(Reason(code, {"race_km": km}),))


def _race(brief: Brief, km: float, pace: PaceName, *, reach: Reach = "normal") -> Race:
    """Aim at a time where there is one to aim at: else, and to finish safely, by effort."""
    view = brief.paces.views[pace]
    low, high = view.rpe
    effort = Target(rpe=(low, (low + high) / 2) if reach != "normal" else view.rpe)
    timed = view.s_per_km is not None and not brief.profile.by_feel and reach == "normal"
    return Race(
        principles=brief.profile.principles,
        km=km,
        rpe=view.rpe if pace == "race" else EFFORT[pace],
        time_s=_time_s(view, km) if timed else None,
        target=brief.paces.target(pace) if timed else effort,
        reach=reach,
        miles=brief.profile.athlete.preferences.units == "mi",
    )


def _time_s(view: PaceView, km: float) -> float | None:
    """The time that the pace was read from, or else the middle of the pace over the distance."""
    told = (reason.facts.get("time_s") for reason in view.reasons)
    time_s = next((one for one in told if isinstance(one, int | float)), None)
    if time_s is not None or view.s_per_km is None:
        return time_s
    return km * sum(view.s_per_km) / 2


def _warm_up(brief: Brief, race: Race) -> WarmUp:
    beginner = brief.profile.level == "beginner"
    return warm_up_for(race.principles, race.km, race.time_s, beginner=beginner)


def _session(brief: Brief, on: date, race: Race, pace: PaceName) -> Session:
    """Write what every race has: a warm-up, its parts, and what it costs."""
    goal_race = pace == "race"
    warm_up = _warm_up(brief, race)
    return Session(
        id=f"{week_name(brief.frame.starts)}-{'race' if goal_race else 'tune-up'}",
        date=on,
        slot="am",
        discipline="race",
        kind="tune_up",
        minutes=round(warm_up.minutes + brief.paces.minutes_of(pace, race.km)),
        km=rounded(race.km, 0.1),
        rpe=race.rpe,
        key=True,
        hard_unit=True,
        priority=1,
        steps=(*warm_up.steps(), *race_steps(race)),
        reasons=(),
    )
