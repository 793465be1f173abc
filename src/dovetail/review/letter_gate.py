"""Health first: the gates that last longer than a morning, and what they mean in a word."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Reason
from dovetail.domain.easing import Ease, joined
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
    spoke = _that_take(told, spoke)
    state = (left.stop, left.state == "rest", not left.runs, True)
    yield Reason(("LE500", "LE501", "LE502", "LE503")[state.index(True)])
    yield from spoke


def _that_take(told: Told, spoke: list[Reason]) -> list[Reason]:
    """Leave out, from the last on, what takes nothing that the others do not take already."""
    for reason in reversed(spoke):
        others = [told.left_by[one.code] for one in spoke if one != reason]
        own = told.left_by[reason.code]
        if not own.refer and others and joined(*others) <= own:
            spoke = [one for one in spoke if one != reason]
    return spoke


def _counts(alone: Ease, left: Ease) -> bool:
    """Whether a gate takes most, or asks to see someone: what a milder one allows is no news."""
    return alone.refer or (alone.state, alone.runs) == (left.state, left.runs)
