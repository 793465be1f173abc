"""Mistakes seen in a log: each rule alone, on both sides of its numbers."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from tests.rulebook.log_words import log_case
from tests.rulebook.rule_cases import Case, Keys, every_case, named_cases, nudges, ours_with, unread

from dovetail.explaining.sentences import Form
from dovetail.rulebook.log_mistakes import EVERY_LOG_MISTAKE
from dovetail.rulebook.shapes import LogCase

RULES = {rule.code: rule for rule in EVERY_LOG_MISTAKE}
FORMS: tuple[Form, ...] = ("short", "why", "fix")
CASES = named_cases(RULES)
ELSEWHERE = {("monotony_limit", ("mornings",))}
"""A number of a weekly rule, whose other number the rule about too much asks as well."""
NUMBERS = [
    one
    for one in nudges(name for rule in EVERY_LOG_MISTAKE for name in rule.principles)
    if one.values[:2] not in ELSEWHERE
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_mistake_of_a_log_is_seen_where_the_case_has_it(code: str, case: Case) -> None:
    spots = list(RULES[code].see(log_case(case)))

    if case.get("silent"):
        assert spots == []
    else:
        assert max(spot.amount for spot in spots) == pytest.approx(case["amount"])


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_mistake_that_is_seen_can_be_read(code: str, case: Case) -> None:
    spots = RULES[code].see(log_case(case))

    told = ({"amount": spot.amount, **spot.facts} for spot in spots)
    assert [text for facts in told for text in unread(code, facts, FORMS)] == []


@pytest.mark.parametrize(("name", "keys", "up"), NUMBERS)
def test_a_number_that_moves_a_little_changes_a_case(name: str, keys: Keys, up: int) -> None:
    principles = ours_with(name, keys, up)

    assert any(
        list(RULES[code].see(replace(case, principles=principles))) != list(RULES[code].see(case))
        for code, case in _read_once()
        if name in RULES[code].principles
    )


@cache
def _read_once() -> tuple[tuple[str, LogCase], ...]:
    """Return every case as a rule is asked it: what was done does not hang on a rule's numbers."""
    return tuple((code, log_case(case)) for code, _, case in every_case(RULES))
