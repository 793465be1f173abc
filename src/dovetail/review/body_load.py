"""What training cost the body: effort times minutes, of runs and lifts alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.domain.week_signals import BodyLoad, LoadOf
from dovetail.physiology.training_load import (
    day_load_au,
    monotony,
    session_load_au,
    strain_au,
)
from dovetail.review.history import DAY
from dovetail.review.logged_week import WEEK_DAYS, LoggedWeek
from dovetail.review.trainings import Did, Training

COUNTS_AS: Mapping[Did, LoadOf] = {"run": "run", "race": "run", "strength": "strength"}


def load_au(training: Training, session: Session | None, principles: Principles) -> float:
    """Return the session-RPE load of a training [au].

    An effort that nobody told is taken as the middle of what was asked; off-plan as a usual
    one of its kind, so that what was done counts. Self-tests cost what was asked for them.

    Sources: foster-2001, dovetail (usual efforts).
    """
    if training.discipline == "test":
        return 0.0 if session is None else float(session.training_load)
    if training.rpe is not None:
        return session_load_au(training.rpe, training.minutes)
    if session is not None and session.rpe is not None:
        return session_load_au(sum(session.rpe) / 2, training.minutes)
    usual = principles.number("unsaid_effort", training.discipline)
    return session_load_au(usual, training.minutes)


def body_load(week: LoggedWeek) -> BodyLoad | None:
    """Return the load of a week's days; None before the log began.

    Unit: au, each day held to 1500. Monotony is that of the seven days up to the last one, and
    unavailable while the log is younger; a day without training is 0.

    Sources: foster-1998, foster-2001.
    """
    if not week.is_known:
        return None
    trained = week.trained()
    seven = _daily(week, week.until - (WEEK_DAYS - 1) * DAY)
    is_whole = week.history.began is not None and week.history.began <= min(seven)
    return BodyLoad(
        daily_au=tuple(_daily(week, week.starts).values()),
        of=_by_kind(week, trained),
        assumed_au=sum(_load(week, one) for one in trained if one.rpe is None),
        monotony=monotony(tuple(seven.values())) if is_whole else None,
        strain_au=strain_au(tuple(seven.values())) if is_whole else None,
    )


def _daily(week: LoggedWeek, first: date) -> Mapping[date, float]:
    days = (first + timedelta(days=number) for number in range((week.until - first).days + 1))
    found: dict[date, list[float]] = {day: [] for day in days}
    for one in week.history.trained(first, week.until):
        found[one.on].append(_load(week, one))
    return {day: day_load_au(loads) for day, loads in found.items()}


def _by_kind(week: LoggedWeek, trained: Iterable[Training]) -> Mapping[LoadOf, float]:
    found: dict[LoadOf, float] = {"run": 0.0, "strength": 0.0, "other": 0.0}
    for one in trained:
        found[COUNTS_AS.get(one.discipline, "other")] += _load(week, one)
    return found


def _load(week: LoggedWeek, one: Training) -> float:
    return load_au(one, week.matched.session_of(one), week.principles)
