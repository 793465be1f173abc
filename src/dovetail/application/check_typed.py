"""Judge a plan that somebody else wrote, by the planner's own rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from dovetail.application.ports import Library
from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import monday_of, season_start
from dovetail.domain.plan import Finding, Plan
from dovetail.domain.typed_plan import TypedPlan
from dovetail.linting.heard import Heard, known_of
from dovetail.linting.typed_check import findings_heard, plan_heard
from dovetail.linting.typed_entries import heard_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found, the plan as the rules saw it, and what its sessions are called there."""

    plan: Plan
    findings: tuple[Finding, ...]
    titles: Mapping[str, str]
    """By session."""


def check_typed(
    plan: TypedPlan, *, athlete: Athlete | None = None, library: Library, today: date
) -> Judgement:
    """Return what the rules find in a plan that was read, as far as it was understood."""
    heard = heard_of(plan, library.exercises)
    return check_heard(heard, athlete=athlete, library=library, today=today)


def check_heard(
    heard: Heard, *, athlete: Athlete | None = None, library: Library, today: date
) -> Judgement:
    """Return what the rules find in a plan from a book, a calendar or a friend.

    Without an athlete it is judged for anybody. A plan without dates ends with the athlete's
    race, where there is one; else it begins on the next Monday.
    """
    first = heard.first or _first(heard, athlete, today)
    known = known_of(heard, first, library.principles, athlete)
    plan = plan_heard(heard.sessions(first), known)
    sessions = chain.from_iterable(week.sessions for week in plan.weeks)
    typed = (one.title for week in heard.weeks for one in week)
    return Judgement(
        plan=plan,
        findings=findings_heard(plan, known, library.exercises),
        titles={one.id: title for one, title in zip(sessions, typed, strict=True)},
    )


def _first(heard: Heard, athlete: Athlete | None, today: date) -> date:
    if athlete is None or athlete.goal.date is None:
        return season_start(today)
    raced = [
        at
        for at, week in enumerate(heard.weeks)
        if any(one.session.discipline == "race" for one in week)
    ]
    last = raced[-1] if raced else len(heard.weeks) - 1
    return monday_of(athlete.goal.date) - timedelta(weeks=last)
