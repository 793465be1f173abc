"""Health first: the gates that last longer than a morning, and what they mean in a word."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Reason
from dovetail.domain.easing import Ease
from dovetail.review.letter_facts import Told

DAYS_OWN = frozenset({"AD340", "AD343"})
"""Gates of a morning and of the weather: they speak on their day, not in a letter."""


def gate(told: Told) -> Iterator[Reason]:
    """Yield the gates that last longer than a morning, with what they mean in a word."""
    spoke = [reason for reason in told.case.gates if reason.code not in DAYS_OWN]
    if not spoke:
        return
    left = told.left
    spoke = [reason for reason in spoke if _counts(told.left_by[reason.code], left)]
    state = (left.stop, left.state == "rest", not left.runs, True)
    yield Reason(("LE500", "LE501", "LE502", "LE503")[state.index(True)])
    yield from spoke


def _counts(alone: Ease, left: Ease) -> bool:
    """Whether a gate takes most, or asks to see someone: what a milder one allows is no news."""
    return alone.refer or (alone.state, alone.runs) == (left.state, left.runs)
