"""Judge a typed plan: the planner's own rules, and what their findings weigh in such a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Finding, Plan
from dovetail.domain.session import Session
from dovetail.linting.check import in_order
from dovetail.linting.limits import limit_findings
from dovetail.linting.mistakes import mistake_findings
from dovetail.linting.placement import placement_findings
from dovetail.linting.subject import subject_of
from dovetail.linting.typed_case import Known, plan_of, profile_for, told_of
from dovetail.linting.typed_sessions import settled
from dovetail.linting.typed_weeks import weeks_of
from dovetail.rulebook.foreign import SHADOWS, graded


def plan_heard(heard: Sequence[Sequence[Session]], known: Known) -> Plan:
    """Return the sessions that were understood, week by week, as a plan to be asked about."""
    first = known.outline.first
    parts = [settled(first + timedelta(weeks=at), week) for at, week in enumerate(heard)]
    return plan_of(weeks_of(parts, known.outline), known)


def findings_heard(
    plan: Plan, known: Known, exercises: Mapping[str, Exercise] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find in a plan that somebody else wrote, worst first."""
    subject = subject_of(plan, known.principles, profile_for(plan, known))
    told = told_of(plan)
    found = [
        *limit_findings(subject),
        *(placement_findings(subject) if known.days_told else ()),
        *mistake_findings(subject, exercises),
    ]

    weights = [(one, graded(one, told, known=known.athlete is not None)) for one in found]
    weighed = [replace(one, severity=weight) for one, weight in weights if weight is not None]
    return in_order(_told_once(weighed))


def _told_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what an error of the same week has said."""
    said = {
        (shadow, one.place.week)
        for one in findings
        if one.severity == "error"
        for shadow in SHADOWS.get(one.code, ())
    }
    return (one for one in findings if (one.code, one.place.week) not in said)
