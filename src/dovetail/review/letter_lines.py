"""Lines of strength that take the next step: said together where there are several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dovetail.domain.decision import Fact, Reason
from dovetail.domain.plan import ReviewDecision

MORE_WEIGHT, MORE_REPS = "AD363", "AD364"
_CLEAN = "line_more.load"
_TOGETHER: Mapping[str, tuple[str, str]] = {
    MORE_WEIGHT: ("LE574", "weight"),
    MORE_REPS: ("LE575", "reps"),
}
_AT_MOST = 5
"""So many lines are named in one sentence."""


def together(news: Sequence[ReviewDecision]) -> Mapping[str, Reason]:
    """Return what says several lines of a rule at once, by the rule; one line has its own words."""
    found = {}
    for code, (said, key) in _TOGETHER.items():
        lines = [one for one in news if is_grown(one, code)][:_AT_MOST]
        if len(lines) > 1:
            facts: dict[str, Fact] = {"lines": f"letter_lines.{key}_{len(lines)}"}
            for number, one in enumerate(lines, 1):
                facts |= _line(one.reasons[0], number)
            found[code] = Reason(said, facts)
    return found


def is_grown(one: ReviewDecision, code: str) -> bool:
    """Whether a decision is one that may be said with others: a long step has its own words."""
    facts = one.reasons[0].facts if one.reasons else {}
    return one.code == code and (code == MORE_REPS or facts.get("sign") == _CLEAN)


def _line(reason: Reason, number: int) -> dict[str, Fact]:
    facts = reason.facts
    name = str(facts["exercise"])
    inside = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    said: dict[str, Fact] = {f"line_{number}": inside}
    if reason.code == MORE_WEIGHT:
        return {**said, f"now_{number}_kg": facts["load_kg"]}
    return {**said, f"reps_{number}": facts["reps"]}
