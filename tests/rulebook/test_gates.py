"""The daily gate: each rule alone, whole days, and every row of the evidence named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from tests.rulebook.gate_words import ease, gate_case, words_of
from tests.rulebook.rule_cases import (
    Case,
    Keys,
    every_case,
    named_cases,
    nudges,
    ours_with,
    tables,
    unread,
)

from dovetail.content.library import read_library, with_principles
from dovetail.domain.easing import REST, STOP, Ease
from dovetail.domain.errors import BadInput
from dovetail.explaining.sentences import Form
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.shapes import GateCase

HERE = Path(__file__).parent
FORMS: tuple[Form, ...] = ("short", "why", "if", "then")
CODES = {gate.code: gate for gate in GATES}
NEEDS_A_CLEARANCE = {"AD320", "AD324", "AD325", "AD330"}
DAYS = tables(HERE / "whole_days.toml")
CASES = named_cases(CODES)


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

    assert eased is None or unread(code, eased.facts, FORMS) == []


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
    return ((code, case) for code, _, case in every_case(CODES) if not case.get("silent"))


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


NUMBERS = nudges(name for gate in GATES for name in gate.principles)


@pytest.mark.parametrize(("name", "keys", "up"), NUMBERS)
def test_a_number_that_moves_a_little_changes_a_case(name: str, keys: Keys, up: int) -> None:
    principles = ours_with(name, keys, up)

    assert any(
        CODES[code].ease(gate_case(case, principles)) != CODES[code].ease(gate_case(case))
        for code, _, case in every_case(CODES)
        if name in CODES[code].principles
    )
