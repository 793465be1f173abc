"""Rules for programs: dovetail.rules/1, one rule a record."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.application.show_rules import ShownRule
from dovetail.domain.principles import Principle
from dovetail.formats.document import Plain, plain
from dovetail.formats.json_layout import laid_out

SCHEMA = "dovetail.rules/1"


def rules_json(rules: Sequence[ShownRule]) -> str:
    """Write rules; a weight of null is a wall, and 0 is silence."""
    return laid_out({"schema": SCHEMA, "rules": [_rule(rule) for rule in rules]})


def _rule(rule: ShownRule) -> Plain:
    judged = rule.judged
    return {
        "code": rule.code,
        "kind": rule.kind,
        "what": rule.what,
        "of": rule.of,
        "looks_at": judged.looks_at if judged else None,
        "unit": judged.unit if judged else None,
        "days": judged.days if judged else None,
        "severity": rule.severity,
        "weights": dict(rule.weights) if rule.weights else None,
        "why": rule.why,
        "fix": rule.fix,
        "purpose": rule.purpose,
        "principles": [_principle(each, theirs=each.name in rule.theirs) for each in rule.numbers],
        "source": rule.source,
        "sources": {key: plain(work) for key, work in rule.works.items()},
    }


def _principle(principle: Principle, *, theirs: bool) -> Plain:
    known = principle.low is not None and principle.high is not None
    return {
        "name": principle.name,
        "value": plain(principle.value),
        "unit": principle.unit,
        "range": [principle.low, principle.high] if known else None,
        "why": principle.why,
        "source": principle.source,
        "overridden": theirs,
    }
