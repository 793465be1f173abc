"""What `check` found: one screen, worst first, one entry for each mistake; and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby

from dovetail.domain.plan import Finding, Plan, Severity
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import wrapped

SCHEMA = "dovetail.check/1"
PLACES_AT_MOST = 4
ADVICE_AT_MOST = 3
"""Entries of advice on the screen; JSON tells all of them (dovetail)."""
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
_IN = "    "


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was judged: how it is introduced, and how its places are called."""

    head: Sequence[str]
    """What was understood, paragraph by paragraph."""
    places: Callable[[Sequence[Finding]], str]
    """Names the places of findings of one code, the first ones first."""
    place: Callable[[Finding], Mapping[str, object]]
    """Says the place of one finding, for machines."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What machines read before the findings."""


def of_plan(plan: Plan, say: Speaker) -> Judged:
    """Introduce a plan of our own: its places are called by their ids."""
    head = say.phrase(
        "check.head",
        weeks=str(len(plan.weeks)),
        sessions=str(sum(len(week.sessions) for week in plan.weeks)),
    )
    locked = frozenset(one.id for week in plan.weeks for one in week.sessions if one.locked)
    return Judged(head=(head,), places=lambda some: _ids(some, say, locked), place=_place)


def check_text(judged: Judged, findings: Sequence[Finding], *, say: Speaker, width: int) -> str:
    """Write the findings for a terminal."""
    parts = [wrapped(paragraph, width) for paragraph in judged.head]
    groups = _groups(findings)
    for severity in _SEVERITIES:
        mine = [some for some in groups if _worst(some) == severity]
        if mine:
            parts.append(list(_severity(severity, mine, judged, say, width)))
    if not findings:
        parts.append(wrapped(say.word("check.fine"), width))
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Return the findings of each code: those of the whole season first, then the most."""
    by_code = sorted(findings, key=lambda one: one.code)
    groups = [list(some) for _, some in groupby(by_code, key=lambda one: one.code)]
    return sorted(groups, key=_rank)


def _rank(some: Sequence[Finding]) -> tuple[bool, int, str]:
    return some[0].place.week is not None, -len(some), some[0].code


def _worst(findings: Sequence[Finding]) -> Severity:
    return min((one.severity for one in findings), key=_SEVERITIES.index)


def _severity(
    severity: Severity, groups: Sequence[list[Finding]], judged: Judged, say: Speaker, width: int
) -> Iterator[str]:
    key = f"check.{severity}" if len(groups) == 1 else f"check.{severity}_many"
    yield say.phrase(key, n=str(len(groups)))
    shown = groups[:ADVICE_AT_MOST] if severity == "advice" else groups
    for some in shown:
        yield from _entry(some, judged, say, width)
    left = len(groups) - len(shown)
    if left:
        quiet = "check.quiet_one" if left == 1 else "check.quiet"
        yield from wrapped(say.phrase(quiet, n=str(left)), width, indent="  ", then="  ")


def _entry(some: Sequence[Finding], judged: Judged, say: Speaker, width: int) -> Iterator[str]:
    """What was seen at the worst place, why it matters, one smallest fix."""
    severity = _worst(some)
    worst = max((one for one in some if one.severity == severity), key=lambda one: one.amount)
    yield from wrapped(f"{some[0].code}  {judged.places(some)}", width, indent="  ", then=_IN)
    matters = say.matters(worst) if severity != "advice" else None
    seen = say.saw(worst) if matters is None else f"{say.saw(worst)} {matters}"
    yield from wrapped(seen, width, indent=_IN, then=_IN)
    yield from wrapped(say.phrase("check.fix", fix=say.fix(worst)), width, indent=_IN, then=_IN)


def _ids(findings: Sequence[Finding], say: Speaker, locked: Set[str]) -> str:
    return listed([_id(one, say, locked) for one in findings], say)


def listed(names: Sequence[str], say: Speaker) -> str:
    """Name the first places, and count the others."""
    shown = ", ".join(names[:PLACES_AT_MOST])
    more = len(names) - PLACES_AT_MOST
    return say.phrase("check.more", places=shown, n=str(more)) if more > 0 else shown


def _id(finding: Finding, say: Speaker, locked: Set[str]) -> str:
    name = finding.place.session or finding.place.week or say.word("check.season")
    if finding.muted is None:
        return name
    key = "check.locked" if finding.place.session in locked else "check.muted"
    return say.phrase(key, place=name, because=finding.muted.because)


def _place(finding: Finding) -> Mapping[str, object]:
    place = finding.place
    return {"week": place.week, "session": place.session, "line": place.line}


def check_json(judged: Judged, findings: Sequence[Finding], *, say: Speaker) -> str:
    """Write the findings as one JSON object."""
    rows = finding_rows(findings, say=say, place=judged.place)
    document = {"schema": SCHEMA, **judged.facts, "findings": rows}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def finding_rows(
    findings: Sequence[Finding],
    *,
    say: Speaker,
    place: Callable[[Finding], Mapping[str, object]] = _place,
) -> list[Mapping[str, object]]:
    """Return the findings as JSON has them."""
    return [
        {
            "code": one.code,
            "severity": one.severity,
            "place": dict(place(one)),
            "amount": one.amount,
            "unit": one.unit,
            "text": say.saw(one),
            "matters": say.matters(one),
            "facts": dict(one.facts),
            "sources": list(one.sources),
            "fix": say.fix(one),
            "muted": None if one.muted is None else {"because": one.muted.because},
        }
        for one in findings
    ]
