"""What holds for every letter of a year: short, each change with its reason, no idle word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.review.year_lived import WIDTH, speaker

from dovetail.domain.plan import LetterPart, Plan
from dovetail.formats.letter_page import letter_page
from dovetail.formats.letter_text import letter_text

MOST_WORDS = 250
OF_SESSIONS = frozenset({"LE555", "LE556", "LE557", "LE558", "LE559", "LE569"})
"""Changes of a session: their reason stands beside them in the difference."""
BY_THEMSELVES = re.compile(r"(?:AD|AI|LM|PL)\d{3}|LE5(?:05|5[0-4]|6[0-8]|74|75)")
"""A rule's own words, an answer to one, a person's number, or a sentence that says why."""


def wrong_with(plan: Plan) -> Iterator[str]:
    """Yield what does not hold of the letter of a plan, in words."""
    say = speaker(plan)
    page = letter_page(plan, say=say)
    if plan.review is None or page is None:
        yield "there is no letter"
        return
    if page.words >= MOST_WORDS:
        yield f"{page.words} words"
    yield from _without_reason(plan)
    whole = letter_text(plan, say=say, width=WIDTH)
    for place, part in enumerate(plan.review.letter):
        for number, reason in enumerate(part.reasons):
            if letter_text(_less(plan, place, number), say=say, width=WIDTH) == whole:
                yield f"says nothing: {reason}"


def _without_reason(plan: Plan) -> Iterator[str]:
    assert plan.review is not None
    changed = [one for one in plan.review.difference if one.change != "kept"]
    yield from (f"{one.session} changed without a reason" for one in changed if not one.reasons)
    yield from (f"{one.id} was decided without" for one in plan.review.decisions if not one.reasons)
    for code in _codes(plan.review.letter, "changes"):
        if code not in OF_SESSIONS and not BY_THEMSELVES.fullmatch(code):
            yield f"{code} tells a change and no reason"


def _codes(letter: tuple[LetterPart, ...], part: str) -> list[str]:
    return [one.code for each in letter if each.part == part for one in each.reasons]


def _less(plan: Plan, place: int, number: int) -> Plan:
    """The plan whose letter has one reason less."""
    assert plan.review is not None
    letter = list(plan.review.letter)
    reasons = letter[place].reasons
    letter[place] = replace(letter[place], reasons=reasons[:number] + reasons[number + 1 :])
    return replace(plan, review=replace(plan.review, letter=tuple(letter)))
