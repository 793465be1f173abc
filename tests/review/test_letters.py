"""Letters of lived weeks: kept as text, short, in order, and every reason of them matters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from itertools import chain
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.logs import random_events
from tests.review.letter_weeks import LETTERS, _no_word_yet, _steady_week
from tests.review.lived import HERE, LIBRARY, WIDTH, Lived, stored, written

from dovetail.content.sentences import read_sentences
from dovetail.domain.plan import LetterPart, Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.letter_html import letter_html
from dovetail.formats.letter_page import LetterPage, letter_page
from dovetail.formats.letter_text import letter_text
from dovetail.formats.text_layout import GLUE
from dovetail.review.letter import letter_of
from dovetail.review.letter_ranks import RANKS

MOST_WORDS = 250
ORDER = ("gate", "did", "read", "changes", "stays", "week", "focus")
NEVER = re.compile(r"!|\b(?:great|well done|fail|lazy|should have|risk|must|only \d)\b", re.I)
Units = Literal["km", "mi"]


def letter(plan: Plan) -> tuple[LetterPart, ...]:
    assert plan.review is not None
    return plan.review.letter


def with_letter(plan: Plan, parts: tuple[LetterPart, ...]) -> Plan:
    assert plan.review is not None
    return replace(plan, review=replace(plan.review, letter=parts))


def page(plan: Plan, say: Speaker) -> LetterPage:
    found = letter_page(plan, say=say)
    assert found is not None
    return found


def codes(lived: Lived, part: str) -> list[str]:
    return [one.code for each in letter(lived.plan) if each.part == part for one in each.reasons]


# -- what is kept ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", LETTERS)
def test_the_letter_is_the_one_that_was_read(name: str) -> None:
    kept, now = stored(name).read_text("utf-8"), LETTERS[name].text

    changes = [*unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="")]

    assert not changes, "\n".join((*changes, "python -m tests.review.keep_letters; read it"))


def test_no_letter_is_kept_of_nobody() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(LETTERS)


def test_every_sentence_of_a_letter_has_its_rank_and_is_told_by_somebody() -> None:
    ranked = {code for rows in RANKS.values() for code, _ in rows if code.startswith("LE")}
    known = {code for code in read_sentences().tables if re.fullmatch(r"LE\d{3}", code)}
    told = {one.code for each in LETTERS.values() for p in letter(each.plan) for one in p.reasons}

    assert ranked == known
    assert ranked - told == set()
    assert all(why for rows in RANKS.values() for _, why in rows)


# -- what holds for all ----------------------------------------------------------------------


@pytest.mark.parametrize("units", ["km", "mi"])
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_short_in_any_unit(name: str, units: Units) -> None:
    lived = LETTERS[name]

    assert page(lived.plan, lived.say(units)).words <= MOST_WORDS


def complaints(plan: Plan, say: Speaker) -> Iterator[str]:
    parts = [one.part for one in letter(plan)]
    if parts != [one for one in ORDER if one in parts]:
        yield f"order: {parts}"
    if not {"did", "changes", "focus"} <= set(parts):
        yield f"missing: {parts}"
    whole = letter_text(plan, say=say, width=WIDTH)
    if NEVER.search(whole) or "{" in whole or "letter_" in whole:
        yield whole
    if page(plan, say).words > MOST_WORDS:
        yield f"{page(plan, say).words} words"
    for place, part in enumerate(letter(plan)):
        for one in range(len(part.reasons)):
            fewer = part.reasons[:one] + part.reasons[one + 1 :]
            less = (*letter(plan)[:place], replace(part, reasons=fewer), *letter(plan)[place + 1 :])
            if letter_text(with_letter(plan, less), say=say, width=WIDTH) == whole:
                yield f"says nothing: {part.reasons[one]}"


@pytest.mark.parametrize("name", LETTERS)
def test_every_reason_of_a_letter_changes_its_text(name: str) -> None:
    assert [*complaints(LETTERS[name].plan, LETTERS[name].say())] == []


@given(
    events=random_events(),
    who=st.sampled_from(("ana-half", "first-10k", "jonas", "clara", "dov", "marathon-masters")),
    weekday=st.integers(0, 6),
)
def test_any_log_gives_such_a_letter(events: tuple, who: str, weekday: int) -> None:  # type: ignore[type-arg]
    lived = Lived(who=who, number=10, events=events, weekday=weekday)

    for units in ("km", "mi"):
        assert [*complaints(lived.plan, lived.say(units))] == []
    assert letter_of(lived.case, LIBRARY.principles) == letter(lived.plan)


# -- what a coach would look for -------------------------------------------------------------


def test_health_opens_the_letter_and_the_rest_is_short() -> None:
    for name in ("fever", "achilles-stops", "bone-signs"):
        lived = LETTERS[name]

        assert [one.part for one in letter(lived.plan)] == ["gate", "did", "changes", "focus"]
        assert page(lived.plan, lived.say()).words < MOST_WORDS / 2


def test_silence_counts_as_not_done_and_is_not_blamed() -> None:
    assert "LE512" in codes(_no_word_yet(), "did")
    assert codes(_no_word_yet(), "focus") == ["LE594"]


def test_a_decision_is_asked_with_the_id_to_answer_by() -> None:
    asked = LETTERS["proposed-decision"]

    assert "AD309-e1" in asked.text
    assert codes(asked, "changes")[1] == "LE550"


def test_no_change_is_told_with_its_reason() -> None:
    assert codes(_steady_week(), "changes") == ["LE565"]


def test_a_question_is_never_told_without_what_it_asks() -> None:
    asks = LETTERS["proposed-decision"].decisions[0]
    many = tuple(replace(asks, id=f"AD309-{n}", of=f"run.{n}") for n in range(5))

    found = codes(replace(LETTERS["proposed-decision"], decisions=many), "changes")

    assert found[::2] == [asks.reasons[0].code] * len(found[::2])
    assert len(found) % 2 == 0


def test_what_was_told_late_changes_no_order() -> None:
    lived = LETTERS["late-entries"]
    turned = replace(lived, events=tuple(reversed(lived.events)), late=lived.late[::-1])

    assert turned.text == lived.text


# -- the page --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LETTERS)
def test_the_page_says_what_the_text_says_and_loads_nothing(name: str) -> None:
    lived = LETTERS[name]

    html = letter_html(lived.plan, say=lived.say()).replace(GLUE, " ")

    assert not re.search(r"<script|<link|src=|https?:|@import|url\(|style=|\son\w+=", html)
    parts = page(lived.plan, lived.say()).paragraphs
    for sentence in chain.from_iterable(one.sentences for one in parts):
        assert sentence.text.replace("'", "&#x27;") in html
        assert sentence.code in html


def test_a_page_is_red_only_where_a_gate_says_stop() -> None:
    red = {n for n, one in LETTERS.items() if 'class="state stop"' in _html(one)}

    assert red == {"bone-signs"}


def test_a_name_is_no_markup() -> None:
    lived = LETTERS["steady-week"]
    plan = replace(lived.plan, athlete=replace(lived.plan.athlete, name="<b>Ana"))

    assert "<b>" not in letter_html(plan, say=lived.say())


def test_without_a_review_there_is_no_letter() -> None:
    lived = LETTERS["steady-week"]
    plan = replace(lived.plan, review=None)

    assert letter_text(plan, say=lived.say(), width=WIDTH) == ""
    assert letter_html(plan, say=lived.say()) == ""


def test_no_line_is_wider_than_asked() -> None:
    lived = LETTERS["over-doing"]

    assert max(map(len, letter_text(lived.plan, say=lived.say(), width=44).splitlines())) <= 44


def _html(lived: Lived) -> str:
    return letter_html(lived.plan, say=lived.say())


def test_a_case_is_told_the_same_twice() -> None:
    lived = LETTERS["good-week-new-heavy-work"]

    assert written(lived.case) == written(lived.case)
