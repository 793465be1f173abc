"""Use case: every rule with its number, its source and its weight, for somebody who asks."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dovetail.application.ports import Form, Sentences, Source
from dovetail.domain.athlete import PolicyName
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.plan import Severity
from dovetail.domain.principles import Principle, Principles
from dovetail.rulebook.adaptations import ADAPTATIONS
from dovetail.rulebook.catalogue import LIMITS, MISTAKES, PLACEMENT
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.log_mistakes import EVERY_LOG_MISTAKE
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.shapes import (
    Adaptation,
    Gate,
    Limit,
    LogMistake,
    Mistake,
    Pair,
    PlacementRule,
    Span,
    Stay,
)
from dovetail.rulebook.week_case import WeekCase

Kind = Literal["aim", "limit", "placement", "mistake", "log_mistake", "gate", "adaptation"]
Rule = Limit | PlacementRule | Mistake | Gate | LogMistake | Adaptation
_AIM = re.compile(r"AI\d{3}")
_NO_SUCH_RULE = "`dovetail rules` lists all rules; a plan names the aims it follows."


class Work(Source, Protocol):
    """A source with all there is to say about it."""

    @property
    def year(self) -> int | None:
        """When it appeared."""
        ...

    @property
    def doi(self) -> str:
        """Where it is found."""
        ...

    @property
    def note(self) -> str:
        """What to know before quoting it."""
        ...


class Numbers(Protocol):
    """As much of a library as rules lean on."""

    @property
    def principles(self) -> Principles:
        """The numbers in force."""
        ...

    @property
    def sources(self) -> Mapping[str, Work]:
        """Every source by key."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a rule that bounds nothing looks at, and what it counts."""

    looks_at: Literal["stay", "pair", "span", "season", "log", "day", "week"]
    unit: str
    days: int | None = None
    """Of a pair how many dates it reaches, of a span how many dates in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """All there is to say about a rule, or about an aim; sentences still have their slots."""

    code: str
    kind: Kind
    what: str
    """One line; of an aim its short form."""
    of: str | None = None
    """The quantity that a limit bounds."""
    judged: Judged | None = None
    severity: Severity | None = None
    """How much it matters in a plan that is judged; None only orders weeks."""
    weights: Mapping[PolicyName, int | str | None] = field(default_factory=dict)
    """By policy: None is a wall, 0 is silence. Limits have none, they are walls."""
    numbers: tuple[Principle, ...] = ()
    theirs: frozenset[str] = frozenset()
    """The numbers that a coach has changed."""
    source: str | None = None
    works: Mapping[str, Work] = field(default_factory=dict)
    """What the rule and its numbers lean on, by key; the rule's own source first."""
    why: str
    fix: str | None = None
    purpose: str | None = None


def show_rules(numbers: Numbers, sentences: Sentences) -> tuple[ShownRule, ...]:
    """Return every rule, in the order of the catalogue."""
    case = WeekCase(principles=numbers.principles, budget=0, long_day=0)
    rules: list[tuple[Rule, str]] = [(limit, limit.bound.__module__) for limit in LIMITS]
    rules += [(make(case), make.__module__) for make in PLACEMENT]
    rules += [(mistake, mistake.found.__module__) for mistake in MISTAKES]
    rules += [(seen, seen.see.__module__) for seen in EVERY_LOG_MISTAKE]
    rules += [(gate, gate.ease.__module__) for gate in GATES]
    rules += [(rule, rule.decide.__module__) for rule in ADAPTATIONS]
    return tuple(_shown(rule, module, numbers, sentences) for rule, module in rules)


def show_rule(
    code: str, numbers: Numbers, sentences: Sentences, codes: Collection[str]
) -> ShownRule:
    """Return one rule or aim; `codes` are those that have sentences.

    Raises BadInput for a code that nothing has, with the nearest ones.
    """
    wanted = code.strip().upper()
    rules = {rule.code: rule for rule in show_rules(numbers, sentences)}
    if wanted in rules:
        return rules[wanted]
    aims = {known for known in codes if _AIM.fullmatch(known)}
    if wanted in aims:
        return _aim(wanted, sentences)
    raise _unknown(code, [*rules, *sorted(aims)])


def _shown(rule: Rule, module: str, numbers: Numbers, sentences: Sentences) -> ShownRule:
    principles = numbers.principles
    used = tuple(principles.entries[name] for name in rule.principles)
    keys = dict.fromkeys([rule.source, *(each.source for each in used)])
    placed = isinstance(rule, PlacementRule)
    return ShownRule(
        code=rule.code,
        kind=_kind(rule),
        what=what_of(module),
        of=rule.of if isinstance(rule, Limit) else None,
        judged=_judged(rule),
        severity=SEVERITY.get(rule.code),
        weights={name: weigh[rule.code] for name, weigh in POLICIES.items()} if placed else {},
        numbers=used,
        theirs=frozenset(rule.principles) & principles.overrides.keys(),
        source=rule.source,
        works={key: numbers.sources[key] for key in keys},
        why=sentences.template(rule.code, "why"),
        fix=_perhaps(sentences, rule.code, "fix"),
    )


def what_of(module: str) -> str:
    """Return what a rule says in one line: its module's docstring, without the code."""
    said = (sys.modules[module].__doc__ or "").strip().partition("\n")[0]
    what = said.partition(": ")[2]
    return what[:1].upper() + what[1:]


def _kind(rule: Rule) -> Kind:
    match rule:
        case Limit():
            return "limit"
        case Mistake():
            return "mistake"
        case LogMistake():
            return "log_mistake"
        case Gate():
            return "gate"
        case Adaptation():
            return "adaptation"
        case _:
            return "placement"


def _judged(rule: Rule) -> Judged | None:
    match rule:
        case Limit():
            return None
        case Gate():
            return Judged(looks_at="day", unit="")
        case Adaptation():
            return Judged(looks_at="week", unit="")
        case Mistake() | LogMistake():
            log = isinstance(rule, LogMistake)
            return Judged(looks_at="log" if log else "season", unit=rule.unit)
        case Stay():
            return Judged(looks_at="stay", unit=rule.unit)
        case Pair():
            return Judged(looks_at="pair", unit=rule.unit, days=rule.reach)
        case Span():
            return Judged(looks_at="span", unit=rule.unit, days=rule.dates)


def _aim(code: str, sentences: Sentences) -> ShownRule:
    return ShownRule(
        code=code,
        kind="aim",
        what=sentences.template(code, "short"),
        why=sentences.template(code, "why"),
        purpose=_perhaps(sentences, code, "purpose"),
    )


def _perhaps(sentences: Sentences, code: str, form: Form) -> str | None:
    try:
        return sentences.template(code, form)
    except KeyError:
        return None


def _unknown(code: str, known: Collection[str]) -> BadInput:
    from difflib import get_close_matches  # only mistakes need it

    meant = get_close_matches(code.strip().upper()[:10], known, n=3)
    first = f"Did you mean {' or '.join(meant)}? " if meant else ""
    return BadInput(
        Problem(
            code="no-such-rule",
            problem=f"There is no rule {code[:40]!r}.",
            hint=f"{first}{_NO_SUCH_RULE}",
        )
    )
