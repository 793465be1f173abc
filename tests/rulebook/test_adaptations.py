"""The weekly rules: each alone, in words, and what holds for all of them."""

from __future__ import annotations

import pytest
from tests.rulebook.rule_cases import Case, Keys, every_case, named_cases, nudges, ours_with, unread
from tests.rulebook.week_words import orders_in_words, training_case

from dovetail.explaining.sentences import Form
from dovetail.rulebook.adaptations import ADAPTATIONS
from dovetail.rulebook.gates import GATES

FORMS: tuple[Form, ...] = ("short", "why")
RULES = {rule.code: rule for rule in ADAPTATIONS}
CASES = named_cases(RULES)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_weekly_rule_gives_the_orders_that_the_case_says(code: str, case: Case) -> None:
    asked = training_case(case)

    given = orders_in_words(RULES[code].decide(asked), asked)

    assert given == ([] if case.get("silent") else case["gives"])


@pytest.mark.parametrize(("code", "case"), CASES)
def test_an_order_can_be_read(code: str, case: Case) -> None:
    orders = RULES[code].decide(training_case(case))

    assert [text for order in orders for text in unread(code, order.bound.facts, FORMS)] == []


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
NUMBERS = nudges({name for rule in ADAPTATIONS for name in rule.principles} - ELSEWHERE)


@pytest.mark.parametrize(("name", "keys", "up"), NUMBERS)
def test_a_number_that_moves_a_little_changes_a_case(name: str, keys: Keys, up: int) -> None:
    principles = ours_with(name, keys, up)

    assert any(
        list(RULES[code].decide(training_case(case, principles)))
        != list(RULES[code].decide(training_case(case)))
        for code, _, case in every_case(RULES)
        if name in RULES[code].principles
    )
