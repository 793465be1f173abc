"""Mistakes seen in a log: each rule alone, on both sides of its numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.rulebook.log_words import log_case

from dovetail.content.sentences import read_sentences
from dovetail.domain.decision import Reason
from dovetail.explaining.sentences import Form
from dovetail.explaining.speaker import Speaker
from dovetail.rulebook.log_mistakes import EVERY_LOG_MISTAKE

HERE = Path(__file__).parent / "cases"
RULES = {rule.code: rule for rule in EVERY_LOG_MISTAKE}
FORMS: tuple[Form, ...] = ("short", "why", "fix")
Case = Mapping[str, Any]
CASES = [
    pytest.param(code, case, id=f"{code}-{name}")
    for code in RULES
    for name, case in tomllib.loads((HERE / f"{code}.toml").read_text("utf-8")).items()
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
    speaker = Speaker(read_sentences("en"))
    for spot in RULES[code].see(log_case(case)):
        facts = {"amount": spot.amount, **spot.facts}

        said = [speaker.reason(Reason(code, facts), form) for form in FORMS]

        assert [text for text in said if not text or "{" in text] == []
