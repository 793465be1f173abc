"""The daily gate: each rule alone, whole days, and every row of the evidence named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from tests.rulebook.gate_words import ease, gate_case, words_of

from dovetail.content.library import read_library, with_principles
from dovetail.content.sentences import read_sentences
from dovetail.domain.decision import Reason
from dovetail.domain.easing import REST, STOP, Ease
from dovetail.domain.errors import BadInput
from dovetail.domain.principles import Principles, Value
from dovetail.explaining.sentences import Form
from dovetail.explaining.speaker import Speaker
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.shapes import GateCase

WORD_KEY = re.compile(r"\{|\b[a-z_]+\.[a-z_]+\b")
"""A slot, or a word that nobody looked up."""
HERE = Path(__file__).parent
FORMS: tuple[Form, ...] = ("short", "why", "if", "then")
CODES = {gate.code: gate for gate in GATES}
NEEDS_A_CLEARANCE = {"AD320", "AD324", "AD325", "AD330"}
Case = Mapping[str, Any]


def tables(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


DAYS = tables(HERE / "whole_days.toml")
CASES = [
    pytest.param(code, case, id=f"{code}-{name}")
    for code in CODES
    for name, case in tables(HERE / "cases" / f"{code}.toml").items()
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_gate_leaves_of_a_day_what_the_case_says(code: str, case: Case) -> None:
    eased = CODES[code].ease(gate_case(case))

    if case.get("silent"):
        assert eased is None
    else:
        assert eased is not None
        assert words_of(eased.left) == case["leaves"]
        assert eased.left == ease(case["leaves"])


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_gate_that_speaks_can_be_read(code: str, case: Case) -> None:
    eased = CODES[code].ease(gate_case(case))
    if eased is None:
        return
    speaker = Speaker(read_sentences("en"))
    reason = Reason(code, eased.facts)

    said = [speaker.reason(reason, form) for form in FORMS]

    assert [text for text in said if not text or WORD_KEY.search(text)] == []


@pytest.mark.parametrize("name", DAYS)
def test_a_whole_day_is_left_as_the_tightest_answers_say(name: str) -> None:
    case = DAYS[name]

    eased, reasons = gated(GATES, gate_case(case))

    assert words_of(eased.left) == case["leaves"]
    assert [reason.code for reason in reasons] == case["says"]


# -- who ranks before whom ---------------------------------------------------------------


def test_health_is_asked_before_readiness_and_readiness_before_progress() -> None:
    ranks = [1 if "AD340" <= code < "AD350" else 2 if code >= "AD350" else 0 for code in CODES]

    assert ranks == sorted(ranks)


def test_a_stop_is_said_only_by_health() -> None:
    stops = {code for code, case in _spoken() if ease(case["leaves"]) == STOP}
    rests = {code for code, case in _spoken() if ease(case["leaves"]) == REST}

    assert stops == {*NEEDS_A_CLEARANCE, "AD333"}
    assert rests == {"AD321", "AD323"}


def _spoken() -> Iterator[tuple[str, Case]]:
    return ((code, case) for code, case in _every_case() if not case.get("silent"))


def test_a_gate_sees_signals_and_numbers_and_nobody_to_override_it() -> None:
    assert {field.name for field in fields(GateCase)} == {"signals", "principles"}


@pytest.mark.parametrize(("name", "value"), [("pain_fine", 2.5), ("pain_most", 5.5)])
def test_a_coach_may_ask_for_less_pain_but_not_allow_more(name: str, value: float) -> None:
    with pytest.raises(BadInput, match="cannot be"):
        with_principles(read_library(), {name: {"value": value}})


def test_nothing_told_leaves_everything() -> None:
    eased, reasons = gated(GATES, gate_case({}))

    assert (eased.left, reasons) == (Ease(), ())


# -- the rows ----------------------------------------------------------------------------


def rows_named() -> Iterator[str]:
    files = [*(HERE / "cases").glob("*.toml"), HERE / "whole_days.toml"]
    for path in [*files, HERE.parent / "application" / "admission.toml"]:
        for case in tables(path).values():
            row = case.get("row", ())
            yield from [row] if isinstance(row, str) else row


def test_every_row_of_the_evidence_is_named_by_a_case_and_no_other() -> None:
    rows = {row for group in tables(HERE / "evidence_rows.toml").values() for row in group}

    assert set(rows_named()) == rows


# -- the numbers -------------------------------------------------------------------------


def numbers_of(value: Value, *keys: str | int) -> Iterator[tuple[str | int, ...]]:
    """Yield where the numbers of a principle stand."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from numbers_of(part, *keys, key)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from numbers_of(part, *keys, place)
    else:
        yield keys


def nudged(value: Value, keys: tuple[str | int, ...], up: int) -> Value:
    """Move one number by one, or by a tenth where it is no whole one."""
    if not keys:
        assert isinstance(value, int | float)
        return value + up if value == round(value) else round(value * (1 + up / 10), 4)
    head, *rest = keys
    if isinstance(value, Mapping):
        return {**value, str(head): nudged(value[str(head)], tuple(rest), up)}
    assert isinstance(value, tuple)
    return tuple(
        nudged(part, tuple(rest), up) if place == head else part for place, part in enumerate(value)
    )


OURS = read_library().principles
NUMBERS = [
    pytest.param(name, keys, up, id=f"{name}-{'-'.join(map(str, keys))}{up:+d}")
    for name in sorted({name for gate in GATES for name in gate.principles})
    for keys in numbers_of(OURS.entries[name].value)
    for up in (1, -1)
]


@pytest.mark.parametrize(("name", "keys", "up"), NUMBERS)
def test_a_number_that_moves_a_little_changes_a_case(
    name: str, keys: tuple[str | int, ...], up: int
) -> None:
    entry = OURS.entries[name]
    other = replace(entry, value=nudged(entry.value, keys, up))
    principles = Principles({**OURS.entries, name: other})
    asked = [(code, case) for code, case in _every_case() if name in CODES[code].principles]

    assert any(
        CODES[code].ease(gate_case(case, principles)) != CODES[code].ease(gate_case(case))
        for code, case in asked
    )


def _every_case() -> Iterator[tuple[str, Case]]:
    for one in CASES:
        code, case = one.values
        assert isinstance(code, str)
        assert isinstance(case, dict)
        yield code, case
