"""Judge a plan: everything its rules find, worst first."""

from __future__ import annotations

from collections.abc import Mapping

from dovetail.domain.plan import Finding, Plan, Severity
from dovetail.domain.principles import Principles
from dovetail.linting.limits import limit_findings
from dovetail.linting.placement import placement_findings
from dovetail.linting.subject import subject_of

_ORDER: Mapping[Severity, int] = {"error": 0, "warning": 1, "advice": 2}


def findings_of(plan: Plan, principles: Principles) -> tuple[Finding, ...]:
    """Return what the rules find in a plan, worst first, then by place."""
    subject = subject_of(plan, principles)
    found = [*limit_findings(subject), *placement_findings(subject)]
    return tuple(sorted(found, key=_rank))


def _rank(finding: Finding) -> tuple[int, str, str, str]:
    place = finding.place
    return _ORDER[finding.severity], place.week or "", place.session or "", finding.code
