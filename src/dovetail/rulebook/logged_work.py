"""Words that the mistakes of a log share: what was hard, what was key, which weeks load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dovetail.domain.decision import Fact
from dovetail.domain.log_window import LogWindow, WeekDone, WorkDone
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.rulebook.intensity import has_race_pace
from dovetail.rulebook.season_case import LOADING
from dovetail.rulebook.shapes import LogCase, Spot

HEAVY_LINES = 2
"""Leg exercises of few repetitions that make a lift heavy (coach-t)."""
HARD_MIN = 20
"""A shorter run that felt hard is no hard unit (dovetail)."""
EASY_KINDS = ("easy", "recovery", "strides")


def spot(case: LogCase, amount: float, **facts: Fact) -> Spot:
    """Return a spot in the week that is judged."""
    return Spot(round(amount, 2), case.window.week.starts, None, facts)


def spot_of(case: LogCase, work: WorkDone, amount: float, **facts: Fact) -> Spot:
    """Return a spot at something that was done; off-plan it has no session to name."""
    asked = work.asked
    here = asked is not None and asked.id in case.window.week.days
    session = asked.id if asked is not None and here else None
    return Spot(round(amount, 2), case.window.week.starts, session, facts)


def loads(week: WeekDone) -> bool:
    """Whether a week of the plan is one of base, build or peak; lighter ones are."""
    return week.plan is not None and week.plan.number > 0 and week.plan.phase in LOADING


def loads_fully(week: WeekDone) -> bool:
    """Whether a week is to load, and is not a lighter one."""
    return loads(week) and week.plan is not None and not week.plan.lighter


def is_key(session: Session | None) -> bool:
    """Whether legs are wanted fresh: quality, a long run or a race."""
    return session is not None and session.key and session.discipline in ("run", "race")


def is_quality(session: Session) -> bool:
    """Whether a run is a quality run: a long run only with twenty minutes of race pace."""
    if session.discipline != "run" or not session.key:
        return False
    return session.kind != "long" or has_race_pace(session)


def is_easy(session: Session | None) -> bool:
    """Whether a run was to be easy throughout, strides apart: a long run without race pace is."""
    if session is None or session.discipline != "run":
        return False
    return session.kind in EASY_KINDS or (session.kind == "long" and not has_race_pace(session))


def has_heavy_legs(work: WorkDone) -> bool:
    """Whether a lift was heavy for the legs: as its sets tell it, else as it was asked."""
    if work.discipline != "strength":
        return False
    if work.lines:
        return work.heavy_lines >= HEAVY_LINES
    return work.asked is not None and work.asked.heavy_legs


def is_hard(work: WorkDone, principles: Principles) -> bool:
    """Whether what was done is a hard unit: by what was asked, or by how hard it felt."""
    if work.discipline == "race" or has_heavy_legs(work):
        return True
    if work.discipline == "strength":
        return False
    felt = work.rpe is not None and work.rpe >= principles.number("felt_hard")
    if work.asked is None or not work.asked.hard_unit:
        return felt and work.minutes >= HARD_MIN
    return work.rpe is None or felt or work.asked.rpe is None or work.rpe >= work.asked.rpe[0]


def hard_days(window: LogWindow, days: int, principles: Principles) -> Mapping[date, int]:
    """Count the hard units of each of so many days up to the last."""
    found: dict[date, int] = {}
    for work in window.work(days):
        found[work.on] = found.get(work.on, 0) + is_hard(work, principles)
    return {day: units for day, units in found.items() if units}


def asked_hard(window: LogWindow) -> frozenset[date]:
    """Return the days on which the plan itself has a hard unit, before any move."""
    every = (one for week in window.weeks for one in week.asked)
    return frozenset(one.date for one in every if one.hard_unit or one.discipline == "race")


def budget(window: LogWindow, principles: Principles) -> float:
    """Return how many hard units seven days may hold for this runner."""
    rows = [str(window.level)]
    if window.age >= principles.number("masters_age"):
        rows.append("masters")
    if window.age >= SIXTY:
        rows.append("sixty")
    return min(principles.number("hard_units", row) for row in rows)


SIXTY = 60


def run_minutes(work: Sequence[WorkDone]) -> float:
    """Sum the minutes of training runs."""
    return sum(one.minutes for one in work if one.discipline == "run")
