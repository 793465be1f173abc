"""Judge a plan: everything its rules find, worst first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Finding, Muted, Plan, Severity
from dovetail.domain.principles import Principles
from dovetail.linting.limits import limit_findings
from dovetail.linting.lived import still_asked
from dovetail.linting.mistakes import mistake_findings
from dovetail.linting.placement import placement_findings
from dovetail.linting.subject import subject_of

_ORDER: Mapping[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


def findings_of(
    plan: Plan, principles: Principles, exercises: Mapping[str, Exercise] | None = None
) -> tuple[Finding, ...]:
    """Return what the rules find in a plan, worst first, then by place.

    What a person has locked stays as it is: a finding about it is told, and muted. What is over
    in a plan that is lived, and what life held, is not told. Without the exercises nobody asks
    which kit an exercise needs beyond what its line says.
    """
    subject = subject_of(plan, principles)
    found = [
        *limit_findings(subject),
        *placement_findings(subject),
        *mistake_findings(subject, exercises),
    ]
    locked = {
        one.id: one.locked for week in plan.weeks for one in week.sessions if one.locked is not None
    }
    return in_order(_muted(one, locked) for one in still_asked(plan, found))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings worst first, then by place."""
    return tuple(sorted(findings, key=_rank))


def _muted(finding: Finding, locked: Mapping[str, str]) -> Finding:
    because = locked.get(finding.place.session or "")
    return finding if because is None else replace(finding, muted=Muted(because=because))


def _rank(finding: Finding) -> tuple[int, str, str, str]:
    place = finding.place
    return _ORDER[finding.severity], place.week or "", place.session or "", finding.code
