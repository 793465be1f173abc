"""The Speaker: the one place where codes and facts become sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dovetail.domain.athlete import Level
from dovetail.domain.decision import Fact, Facts, Reason
from dovetail.domain.plan import Finding, LetterPart
from dovetail.domain.prescription import Line, RunStep
from dovetail.domain.session import Session
from dovetail.explaining.measures import Measures
from dovetail.explaining.run_words import RunWords
from dovetail.explaining.sentences import Form, Sentences
from dovetail.explaining.titles import Titles

Saying = Callable[[Facts], str]
_SLOT = re.compile(r"\{(\w+)(?::(number|word))?(?:\|([^|{}]*)\|([^|{}]*))?\}")
_BEGINNER: Mapping[Form, Form] = {
    "short": "short_beginner",
    "why": "why_beginner",
    "fix": "fix_beginner",
    "purpose": "purpose_beginner",
}


class MissingFact(KeyError):
    """A template has a slot for a fact that the reason does not carry: a bug of ours."""

    def __init__(self, code: str, form: str, slot: str) -> None:
        super().__init__(f"{code} {form}: no fact {slot!r}")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says reasons, findings and sessions in one language, unit and level.

    In a template `{longest_km}` is the value with its unit, `{load_kg:number}` the bare
    number, `{days|day|days}` a count with its noun, and `{days:word|day|days}` the same in
    words. A word of the vocabulary that stands for a fact may have slots of its own, for the
    other facts.
    """

    sentences: Sentences
    language: str = field(default="en", kw_only=True)
    units: Literal["km", "mi"] = field(default="km", kw_only=True)
    level: Level = field(default="intermediate", kw_only=True)
    measures: Measures = field(init=False, repr=False)
    titles: Titles = field(init=False, repr=False)
    runs: RunWords = field(init=False, repr=False)
    _known: dict[tuple[str, Form], Saying] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        measures = Measures(self.sentences, self.units, self.beginner)
        object.__setattr__(self, "measures", measures)
        object.__setattr__(self, "titles", Titles(measures))
        object.__setattr__(self, "runs", RunWords(measures))

    @property
    def beginner(self) -> bool:
        """Whether the reader is spared paces, shares and the words of the gym."""
        return self.level == "beginner"

    def reason(self, reason: Reason, form: Form = "why") -> str:
        """Say a reason."""
        return self._saying(reason.code, form)(reason.facts)

    def finding(self, finding: Finding) -> str:
        """Say what a rule found."""
        return self._saying(finding.code, "why")(_facts_of(finding))

    def saw(self, finding: Finding) -> str:
        """Say what is there in the plan, where a code has words for it; else what it found."""
        form: Form = "saw" if self._has(finding.code, "saw") else "why"
        return self._saying(finding.code, form)(_facts_of(finding))

    def matters(self, finding: Finding) -> str | None:
        """Say why it matters, where what was seen does not say so itself."""
        if not self._has(finding.code, "matters"):
            return None
        return self._saying(finding.code, "matters")(_facts_of(finding))

    def fix(self, finding: Finding) -> str:
        """Say what to do about a finding."""
        return self._saying(finding.code, "fix")(_facts_of(finding))

    def rule(self, code: str) -> str:
        """Name a rule."""
        return self.sentences.template(code, "title")

    def title(self, session: Session) -> str:
        """Name a session in at most 40 characters."""
        return self.titles.title(session)

    def purpose(self, session: Session) -> str:
        """Say in one sentence what a session is for."""
        return self.purpose_of(session.reasons)

    def purpose_of(self, reasons: tuple[Reason, ...]) -> str:
        """Say what the first aim wants; without an aim, why the first reason spoke."""
        aim = self.aim_of(reasons)
        if aim is not None:
            return self.reason(aim, "purpose")
        return self.reason(reasons[0]) if reasons else ""

    def aim_of(self, reasons: tuple[Reason, ...]) -> Reason | None:
        """Return the first aim that has a purpose to tell."""
        aims = (reason for reason in reasons if reason.code.startswith("AI"))
        return next((aim for aim in aims if self._has(aim.code, "purpose")), None)

    def step_note(self, session: Session, step: RunStep) -> str | None:
        """Say how to run a step, where its numbers do not say it."""
        return self.runs.note(session, step)

    def line_note(self, line: Line) -> str | None:
        """Say how a load comes about that the plan cannot know."""
        if line.load_rule is None:
            return None
        if line.load_rule == "find" and line.rir is not None:
            left = self.measures.count(line.rir)
            return self.phrase("notes.find_left", left=left)
        return self.phrase(f"notes.{line.load_rule}")

    def letter(self, part: LetterPart) -> str:
        """Say one part of the letter."""
        return " ".join(self.reason(reason) for reason in part.reasons)

    def word(self, key: str) -> str:
        """Say a word of the vocabulary."""
        return self.sentences.word(key)

    def phrase(self, key: str, **slots: str) -> str:
        """Say a phrase whose slots are already words."""
        return self.sentences.word(key).format(**slots)

    def _has(self, code: str, form: Form) -> bool:
        try:
            self._saying(code, form)
        except KeyError:
            return False
        return True

    def _saying(self, code: str, form: Form) -> Saying:
        saying = self._known.get((code, form))
        if saying is None:
            saying = self._prepared(code, form)
            self._known[code, form] = saying
        return saying

    def _prepared(self, code: str, form: Form) -> Saying:
        template = self._template(code, form)
        measures = self.measures

        def say(facts: Facts) -> str:
            def filled(match: re.Match[str]) -> str:
                return _slot(measures, facts, match)

            try:
                text = _SLOT.sub(filled, template)
            except _NoFact as missing:
                raise MissingFact(code, form, missing.slot) from None
            return text[:1].upper() + text[1:]

        return say

    def _template(self, code: str, form: Form) -> str:
        plainer = _BEGINNER.get(form)
        if self.beginner and plainer is not None:
            try:
                return self.sentences.template(code, plainer)
            except KeyError:
                pass  # most sentences suit everybody
        return self.sentences.template(code, form)


class _NoFact(Exception):
    def __init__(self, slot: str) -> None:
        super().__init__(slot)
        self.slot = slot


def _slot(measures: Measures, facts: Facts, match: re.Match[str]) -> str:
    key, bare, one, many = match.groups()
    if key not in facts:
        raise _NoFact(key)
    fact = facts[key]
    in_words = bare == "word" and isinstance(fact, int | float)
    text = measures.count(fact) if in_words else measures.fact(key, fact)  # type: ignore[arg-type]
    said = _SLOT.sub(lambda inner: _slot(measures, facts, inner), text)
    if bare == "number":
        return said.split(" ")[0]
    if one is None:
        return said
    return f"{said} {one if facts[key] == 1 else many}"


def _facts_of(finding: Finding) -> Facts:
    """The facts, and the value that was judged with its unit."""
    facts: dict[str, Fact] = {"amount": finding.amount, **finding.facts}
    if "value" in facts:
        facts[f"value_{finding.unit}"] = facts["value"]
    return facts
