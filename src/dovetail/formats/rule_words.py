"""Rules in words: what they count, what they weigh, their numbers and their sources.

Terminal and Markdown say the same with these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dovetail.application.show_rules import Judged, ShownRule, Work
from dovetail.domain.athlete import PolicyName
from dovetail.domain.principles import Principle, Value
from dovetail.rulebook.shapes import WALL

POLICY_NAMES: Mapping[PolicyName, str] = {
    "separate_days": "separate days",
    "hard_days_hard": "hard days hard",
    "article_week": "article week",
}
GRADES: Mapping[str, str] = {
    "A": "meta-analysis or systematic review",
    "B": "trial or large cohort",
    "C": "guideline or consensus",
    "D": "coaching practice",
    "X": "our own default",
}
LIMITS_TITLE = "Limits: how much"
PLACEMENT_TITLE = "Placement: which day, and how far apart"
MISTAKES_TITLE = "Mistakes: patterns of a whole season"
LOG_MISTAKES_TITLE = "Mistakes seen in a log, beside its plan"
GATES_TITLE = "The daily gate: what today's signals leave"
ADAPTATIONS_TITLE = "Each week: what the log changes in the plan"
SEVERITIES: Mapping[str, str] = {
    "error": "error: it harms",
    "warning": "warning: it wastes",
    "advice": "advice, for a quiet hour",
}
IN_THE_TABLE_AT_MOST = 8
"""A table of more numbers than this is counted, not shown."""

_SLOT = re.compile(r"\{(\w+?)(?::\w+)?(?:\|[^|{}]*\|([^|{}]*))?\}")
_SEEN = ": {seen}."
_UNITS = {"s_per_km": "/km", "km": "km", "min": "min", "h": "h", "pct": "%", "kg": "kg", "s": "s"}
_COUNTS: Mapping[str, str] = {
    "h": "hours short",
    "min": "minutes too long",
    "days": "days off",
    "units": "units too many",
    "times": "how often",
    "points": "how far off",
    "weeks": "weeks off",
    "runs": "runs missing",
    "sets": "sets off",
    "contacts": "landings too many",
    "km": "kilometres too far",
    "%": "per cent off",
    "s/km": "seconds per kilometre off",
}


def without_facts(template: str) -> str:
    """Say a sentence while nobody knows its facts.

    >>> without_facts("Of {week_km} it is {top_km:number}: {days|day|days} off, {amount} h short.")
    'Of … km it is …: … days off, … h short.'

    A sentence that ends in what was seen ends before it.

    >>> without_facts("Strength is kept by coming back to it: {seen}.")
    'Strength is kept by coming back to it.'
    """
    return _SLOT.sub(_left_open, template.replace(_SEEN, "."))


def _left_open(slot: re.Match[str]) -> str:
    key, many = slot.groups()
    if many is not None:
        return f"… {many}"
    if ":" in slot[0]:
        return "…"
    unit = next((unit for end, unit in _UNITS.items() if key.endswith(f"_{end}")), "")
    return f"… {unit}".rstrip()


_BY_SIGNALS = {
    "day": "Looks at the signals of a day; no signal, no word.",
    "week": "Looks at a week that is over; gives an order for the days after it.",
}


def counts(judged: Judged) -> str:
    """Say what a placement rule or a mistake looks at, and what it counts."""
    days = judged.days or 0
    match judged.looks_at:
        case "stay":
            looks_at = "what one slot holds"
        case "pair" if days == 0:
            looks_at = "two sessions of one day, in different slots"
        case "pair":
            looks_at = f"two sessions in different slots, up to {_days(days)} apart"
        case "day" | "week" as when:
            return _BY_SIGNALS[when]
        case "season":
            return f"Looks at a whole season that is planned; counts {_counted(judged.unit)}."
        case "log":
            return f"Looks at a week of the log beside its plan; counts {_counted(judged.unit)}."
        case "span":
            looks_at = "one day" if days == 1 else f"{days} days in a row"
    return f"Looks at {looks_at}; counts {_counted(judged.unit)}."


def _counted(unit: str) -> str:
    return _COUNTS.get(unit, unit)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def weight(value: int | str | None) -> str:
    """Say what a rule weighs under a policy.

    >>> [weight(value) for value in (WALL, 30, "tie", 0)]
    ['wall', '30', 'tie', '-']
    """
    if value is WALL:
        return "wall"
    return "-" if value == 0 else str(value)


def weights(rule: ShownRule) -> str:
    """Say what a rule weighs under every policy."""
    said = {POLICY_NAMES[name]: weight(value) for name, value in rule.weights.items()}
    if len(set(said.values())) == 1:
        return f"{next(iter(said.values()))} under every policy"
    return ", ".join(f"{word} under {name}" for name, word in said.items())


def number(value: float | str) -> str:
    """Write a number, or a word as it is."""
    return value if isinstance(value, str) else f"{value:.10g}"


def value_in_a_line(value: Value) -> str:
    """Write a value in one line, keys before their numbers.

    >>> value_in_a_line({"half": (30.0, 40.0), "share": 1.1})
    'half 30–40, share 1.1'
    """
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {value_in_a_line(part)}" for key, part in value.items())
    if isinstance(value, tuple):
        return "–".join(value_in_a_line(part) for part in value)
    return number(value)


def rows_of_value(value: Value, at: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield a row for every innermost table: where it stands, and its numbers.

    >>> list(rows_of_value({"half": {"beginner": 18.0, "advanced": 25.0}}))
    [('half', 'beginner 18, advanced 25')]
    """
    if isinstance(value, Mapping) and any(isinstance(part, Mapping) for part in value.values()):
        for key, part in value.items():
            yield from rows_of_value(part, (*at, key))
    else:
        yield " ".join(at), value_in_a_line(value)


def how_many(value: Value) -> int:
    """Count the numbers in a value."""
    if isinstance(value, Mapping):
        return sum(how_many(part) for part in value.values())
    return sum(how_many(part) for part in value) if isinstance(value, tuple) else 1


def in_short(principle: Principle, *, theirs: bool = False) -> str:
    """Name a principle with its value and unit, where they fit into a table."""
    value, unit = principle.value, principle.unit
    if how_many(value) > IN_THE_TABLE_AT_MOST:
        said = f"{principle.name} {how_many(value)} numbers ({unit})"
    elif isinstance(value, Mapping):
        said = f"{principle.name} {value_in_a_line(value)} ({unit})"
    else:
        said = f"{principle.name} {value_in_a_line(value)} {unit}"
    return f"{said}, yours" if theirs else said


def numbers_in_short(rule: ShownRule) -> str:
    """Name every number of a rule in one line."""
    return "; ".join(in_short(each, theirs=each.name in rule.theirs) for each in rule.numbers)


def range_of(principle: Principle) -> str | None:
    """Say between what a number makes sense, where that is known."""
    if principle.low is None or principle.high is None:
        return None
    return f"from {number(principle.low)} to {number(principle.high)}"


def cited(work: Work) -> str:
    """Write a source out: who, when, what, where."""
    who = f"{work.authors} ({work.year})" if work.year else work.authors
    doi = f"doi:{work.doi}" if work.doi else ""
    rest = ", ".join(part.rstrip(".") for part in (work.title, work.where, doi) if part)
    return f"{who.rstrip('.')}. {rest}." if rest else f"{who.rstrip('.')}."


def graded(work: Work) -> str:
    """Say how strong a source is, and what to know before quoting it."""
    grade = f"Grade {work.grade}: {GRADES.get(work.grade, 'not graded')}."
    return f"{grade} {work.note}".strip()
