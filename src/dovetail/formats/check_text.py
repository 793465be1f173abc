"""What `check` found: one screen, worst first, grouped by rule; and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dovetail.domain.plan import Finding, Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import wrapped

SCHEMA = "dovetail.check/1"
PLACES_AT_MOST = 4
Locked = frozenset[str]
"""Ids of the sessions that somebody has locked."""
_SEVERITIES = ("error", "warning", "advice")


def check_text(plan: Plan, findings: Sequence[Finding], *, say: Speaker, width: int) -> str:
    """Write the findings for a terminal."""
    head = say.phrase(
        "check.head",
        weeks=str(len(plan.weeks)),
        sessions=str(sum(len(week.sessions) for week in plan.weeks)),
    )
    parts = [wrapped(head, width)]
    locked = frozenset(one.id for week in plan.weeks for one in week.sessions if one.locked)
    for severity in _SEVERITIES:
        mine = [finding for finding in findings if finding.severity == severity]
        if mine:
            parts.append(list(_severity(severity, mine, say, width, locked)))
    if not findings:
        parts.append(wrapped(say.word("check.fine"), width))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _severity(
    severity: str, findings: Sequence[Finding], say: Speaker, width: int, locked: Locked
) -> Iterator[str]:
    key = f"check.{severity}" if len(findings) == 1 else f"check.{severity}_many"
    yield say.phrase(key, n=str(len(findings)))
    by_code = sorted(findings, key=lambda one: one.code)
    for code, some in groupby(by_code, key=lambda one: one.code):
        group = list(some)
        worst = max(group, key=lambda one: one.amount)
        yield from wrapped(
            f"{code}  {_places(group, say, locked)}", width, indent="  ", then="         "
        )
        yield from wrapped(say.finding(worst), width, indent="         ", then="         ")
        yield from wrapped(say.fix(worst), width, indent="         ", then="         ")


def _places(findings: Sequence[Finding], say: Speaker, locked: Locked) -> str:
    names = [_place(one, say, locked) for one in findings]
    shown = ", ".join(names[:PLACES_AT_MOST])
    more = len(names) - PLACES_AT_MOST
    return say.phrase("check.more", places=shown, n=str(more)) if more > 0 else shown


def _place(finding: Finding, say: Speaker, locked: Locked) -> str:
    name = finding.place.session or finding.place.week or say.word("check.season")
    if finding.muted is None:
        return name
    key = "check.locked" if finding.place.session in locked else "check.muted"
    return say.phrase(key, place=name, because=finding.muted.because)


def check_json(findings: Sequence[Finding], *, say: Speaker) -> str:
    """Write the findings as one JSON object."""
    page = {"schema": SCHEMA, "findings": finding_rows(findings, say=say)}
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def finding_rows(findings: Sequence[Finding], *, say: Speaker) -> list[Mapping[str, object]]:
    """Return the findings as JSON has them."""
    return [
        {
            "code": one.code,
            "severity": one.severity,
            "place": {
                "week": one.place.week,
                "session": one.place.session,
                "line": one.place.line,
            },
            "amount": one.amount,
            "unit": one.unit,
            "text": say.finding(one),
            "facts": dict(one.facts),
            "sources": list(one.sources),
            "fix": say.fix(one),
            "muted": None if one.muted is None else {"because": one.muted.because},
        }
        for one in findings
    ]
