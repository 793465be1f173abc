"""The letter."""

from __future__ import annotations

from dovetail.domain.plan import LetterPart
from dovetail.review.letter_case import LetterCase


def letter_of(case: LetterCase) -> tuple[LetterPart, ...]:
    """Return the letter's parts."""
    return ()
