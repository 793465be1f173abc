"""The signals by name, as the plan document keeps them: a number, or null for unavailable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean

from dovetail.domain.signals import Signals
from dovetail.domain.units import rounded
from dovetail.domain.week_signals import Adherence, BodyLoad, LegCounters, WeekSignals

STEP = 0.01


def named_values(day: Signals, week: WeekSignals) -> Mapping[str, float | None]:
    """Return every signal that is one number, always all of them, each ending in its unit.

    Counts of things have no unit; items of a check-in are 1 to 7, pain and effort of 10.
    """
    found = {**_of_the_day(day), **_of_the_week(week)}
    return {name: None if value is None else rounded(value, STEP) for name, value in found.items()}


def _of_the_day(day: Signals) -> Mapping[str, float | None]:
    readiness, illness, layoff = day.readiness, day.illness, day.layoff
    is_ill = illness is not None and illness.ended is None
    return {
        "wellness_z": readiness.wellness_z,
        "soreness": readiness.soreness,
        "fatigue": readiness.fatigue,
        "sleep_h": readiness.sleep_h,
        "hrv_z": readiness.hrv_z,
        "rhr_rise_bpm": readiness.rhr_rise_bpm,
        "effort_over": readiness.effort_over,
        "pain": max((course.worst for course in day.pains), default=None),
        "ill_days": illness.days_ill(day.on) if illness is not None and is_ill else None,
        "layoff_days": None if layoff is None else layoff.days_off,
        "since_training_days": day.days_since_training,
    }


def _of_the_week(week: WeekSignals) -> Mapping[str, float | None]:
    lines = [line for line in week.lines if line.on >= week.starts]
    overs = [line.rir_over for line in lines if line.rir_over is not None]
    formed = [line for line in lines if line.broke + line.clean]
    trends = [trend.change_pct_per_week for trend in week.strength]
    return {
        **_adherence(week.adherence),
        "week_effort_over": _mean(one.over for one in week.efforts if one.on >= week.starts),
        "week_rir_over": _mean(overs),
        "week_broke_sets": sum(line.broke for line in formed) if formed else None,
        **_load(week.load),
        **_legs(week.legs),
        "week_sleep_h": week.sleep_h,
        "one_rep_max_change_pct": _mean(change for change in trends if change is not None),
    }


def _adherence(told: Adherence | None) -> Mapping[str, float | None]:
    share = None if told is None else told.share
    sessions = None if told is None else told.sessions_share
    return {
        "week_load_done_pct": None if share is None else 100 * share,
        "week_sessions_done_pct": None if sessions is None else 100 * sessions,
        "week_missed": None if told is None else len(told.missed),
    }


def _load(told: BodyLoad | None) -> Mapping[str, float | None]:
    return {
        "week_load_au": None if told is None else told.week_au,
        "week_assumed_au": None if told is None else told.assumed_au,
        "monotony": None if told is None else told.monotony,
        "strain_au": None if told is None else told.strain_au,
    }


def _legs(told: LegCounters | None) -> Mapping[str, float | None]:
    return {
        "week_hard_sets": None if told is None else told.hard_sets,
        "week_contacts": None if told is None else told.contacts,
        "week_km": None if told is None else told.km,
    }


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return fmean(found) if found else None
