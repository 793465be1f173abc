"""Lines of strength that take the next step: said together where there are several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dovetail.domain.decision import Fact, Reason
from dovetail.domain.plan import ReviewDecision

MORE_WEIGHT, MORE_REPS = "AD363", "AD364"
_CLEAN = "line_more.load"
_TOGETHER: Mapping[str, tuple[str, str]] = {
    MORE_WEIGHT: ("LE574", "weight"),
    MORE_REPS: ("LE575", "reps"),
}
NAMED = 3
"""So many lines have their name in one sentence; of the others it says how many they are."""


def together(news: Sequence[ReviewDecision]) -> Iterator[tuple[str, Reason]]:
    """Yield what says several lines of a rule at once, by the rule; one line has its own words."""
    for code, (said, key) in _TOGETHER.items():
        lines = {one.about: one.reasons[0] for one in news if is_grown(one, code)}
        if len(lines) > 1:
            yield code, Reason(said, _lines(key, sorted(lines.values(), key=_first)))


def is_grown(one: ReviewDecision, code: str) -> bool:
    """Whether a decision is one that may be said with others: a long step has its own words."""
    facts = one.reasons[0].facts if one.reasons else {}
    return one.code == code and (code == MORE_REPS or facts.get("sign") == _CLEAN)


def _first(reason: Reason) -> tuple[float, str]:
    """Sort the heaviest first: it is what a session is for."""
    load = reason.facts.get("load_kg")
    return -(load if isinstance(load, int | float) else 0), str(reason.facts["exercise"])


def _lines(key: str, lines: Sequence[Reason]) -> dict[str, Fact]:
    shown, others = lines[:NAMED], len(lines) - NAMED
    how = f"{key}_more" if others > 0 else f"{key}_{len(shown)}"
    facts: dict[str, Fact] = {"lines": f"letter_lines.{how}", "others": max(others, 0)}
    for number, one in enumerate(shown, 1):
        facts[f"line_{number}"] = one.facts["exercise"]
        if one.code == MORE_WEIGHT:
            facts[f"now_{number}_kg"] = one.facts["load_kg"]
        else:
            facts[f"reps_{number}"] = one.facts["reps"]
    return facts
