"""The weekly rules: each alone, in words, and what holds for all of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.rulebook.test_gates import nudged, numbers_of
from tests.rulebook.week_words import orders_in_words, training_case

from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.decision import Reason
from dovetail.domain.principles import Principles
from dovetail.explaining.sentences import Form
from dovetail.explaining.speaker import Speaker
from dovetail.rulebook.adaptations import ADAPTATIONS
from dovetail.rulebook.gates import GATES

WORD_KEY = re.compile(r"\{|\b[a-z_]+\.[a-z_]+\b")
"""A slot, or a word that nobody looked up."""
HERE = Path(__file__).parent / "cases"
FORMS: tuple[Form, ...] = ("short", "why")
RULES = {rule.code: rule for rule in ADAPTATIONS}
Case = Mapping[str, Any]
OURS = read_library().principles


def every_case() -> Iterator[tuple[str, str, Case]]:
    for code in RULES:
        for name, case in tomllib.loads((HERE / f"{code}.toml").read_text("utf-8")).items():
            yield code, name, case


CASES = [pytest.param(code, case, id=f"{code}-{name}") for code, name, case in every_case()]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_weekly_rule_gives_the_orders_that_the_case_says(code: str, case: Case) -> None:
    asked = training_case(case)

    given = orders_in_words(RULES[code].decide(asked), asked)

    assert given == ([] if case.get("silent") else case["gives"])


@pytest.mark.parametrize(("code", "case"), CASES)
def test_an_order_can_be_read(code: str, case: Case) -> None:
    speaker = Speaker(read_sentences("en"))
    orders = RULES[code].decide(training_case(case))

    said = [
        speaker.reason(Reason(code, order.bound.facts), form) for order in orders for form in FORMS
    ]

    assert [text for text in said if not text or WORD_KEY.search(text)] == []


@pytest.mark.parametrize(("code", "case"), CASES)
def test_an_order_names_its_rule_and_what_it_leans_on(code: str, case: Case) -> None:
    orders = list(RULES[code].decide(training_case(case)))

    assert [order for order in orders if order.code != code or not order.because] == []
    assert [order for order in orders if order.source != RULES[code].source] == []
    assert [order for order in orders if order.first > order.last] == []
    assert len({(order.id, order.of, order.first) for order in orders}) == len(orders)


# -- the numbers -------------------------------------------------------------------------

ELSEWHERE = {name for gate in GATES for name in gate.principles} | {"calf_median"}
"""Numbers with edges in the cases of the daily gate, and a table of medians."""
NUMBERS = [
    pytest.param(name, keys, up, id=f"{name}-{'-'.join(map(str, keys))}{up:+d}")
    for name in sorted({name for rule in ADAPTATIONS for name in rule.principles} - ELSEWHERE)
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

    assert any(
        list(RULES[code].decide(training_case(case, principles)))
        != list(RULES[code].decide(training_case(case)))
        for code, _, case in every_case()
        if name in RULES[code].principles
    )
