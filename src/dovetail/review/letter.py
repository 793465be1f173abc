"""The letter of a review: parts in a fixed order, each a few reasons that a coach would pick."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dovetail.domain.decision import Reason
from dovetail.domain.plan import LetterPart
from dovetail.domain.principles import Principles
from dovetail.review.letter_ahead import ahead, stays
from dovetail.review.letter_case import LetterCase
from dovetail.review.letter_changes import changes
from dovetail.review.letter_did import did
from dovetail.review.letter_facts import Told
from dovetail.review.letter_focus import focus
from dovetail.review.letter_gate import gate
from dovetail.review.letter_ranks import PartName, rank
from dovetail.review.letter_read import read

MOST: Mapping[PartName, int] = {
    "gate": 3, "did": 3, "read": 3, "changes": 4, "stays": 2, "week": 3, "focus": 1,
}  # fmt: skip
MOST_RESTING: Mapping[PartName, int] = {"gate": 3, "did": 1, "changes": 2, "focus": 1}
"""While health leaves no running: the gate, a sentence on the week, and what follows."""
GIVES_WAY: tuple[PartName, ...] = ("stays", "week", "read", "did", "changes", "week", "read")
"""Where the sentences of rules are long, one of ours gives way, in this order (dovetail)."""
LONG_RULES = 1
"""So many sentences of rules have room without one of ours giving way (dovetail)."""
KEY_RUNS, KEY_FOCUS = frozenset({"LE581", "LE588"}), "LE599"
QUESTION = "LE550"
"""It belongs to the reason before it: both are told, or neither."""


_PARTS: Mapping[PartName, Callable[[Told], Iterator[Reason]]] = {
    "gate": gate,
    "did": did,
    "read": read,
    "changes": changes,
    "stays": stays,
    "week": ahead,
    "focus": focus,
}


def letter_of(case: LetterCase, principles: Principles) -> tuple[LetterPart, ...]:
    """Return the letter, as codes and facts: parts with nothing to say are left out.

    What you did is always there, and what changes, or why nothing does. Where a gate leaves
    no running the letter is the gate, what was done, what changes and one focus.
    """
    told = Told(case=case, principles=principles)
    found = _found(told)
    room = _room(found, MOST_RESTING if told.rests else MOST)
    chosen = {part: _chosen(part, found[part], most) for part, most in room.items()}
    return tuple(LetterPart(part=part, reasons=some) for part, some in chosen.items() if some)


def _found(told: Told) -> dict[PartName, tuple[Reason, ...]]:
    """Return all that may be told; a run that is the focus is not told before it."""
    found = {part: tuple(say(told)) for part, say in _PARTS.items()}
    (one,) = _chosen("focus", found["focus"], 1)
    if one.code == KEY_FOCUS:
        day = one.facts["day"]
        week = (
            each for each in found["week"] if each.code not in KEY_RUNS or each.facts["day"] != day
        )
        found["week"] = tuple(week)
    return found


def _chosen(part: PartName, found: Sequence[Reason], most: int) -> tuple[Reason, ...]:
    """Take the first of a part by the table, and tell them in the order of reading."""
    if part == "changes":
        cut = most - 1 if any(one.code == QUESTION for one in found[most : most + 1]) else most
        return tuple(found[:cut])
    once = tuple(_without_doubles(found))
    first = sorted(range(len(once)), key=lambda place: (rank(part, once[place].code), place))
    return tuple(once[place] for place in sorted(first[:most]))


def _without_doubles(found: Iterable[Reason]) -> Iterator[Reason]:
    said: list[Reason] = []
    for reason in found:
        if reason not in said:
            said.append(reason)
            yield reason


def _room(
    found: Mapping[PartName, Sequence[Reason]], most: Mapping[PartName, int]
) -> dict[PartName, int]:
    """Return how many each part may tell: long sentences of rules take the place of ours."""
    room = {part: min(number, len(found[part])) for part, number in most.items()}
    long = sum(
        not reason.code.startswith("LE") for part in room for reason in found[part][: room[part]]
    )
    for part in GIVES_WAY[: max(0, long - LONG_RULES)]:
        if room.get(part, 0) > 1:
            room[part] -= 1
    return room
