"""What comes back into a strength session that was cut, and what makes room for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dovetail.domain.template import Role
from dovetail.planning.strength_minutes import (
    ACTIVATE_MIN,
    SHORT_RECOVERY_MIN,
    Draft,
    Parts,
    minutes_of,
    with_sets,
)

FEW_SETS = 2
WANTED = ("pull", "push", "core")
"""What comes back first, in this order."""
NEEDED = frozenset({*WANTED, "anti_rotation", "balance"})
GIVES: tuple[Role, ...] = ("upper", "completion", "accessory", "article")
"""Whose second set makes room for a line that the session would lack, in this order."""
SETS_GIVEN = 2
"""For one such line (dovetail)."""


def refilled(parts: Parts, at_most_min: int) -> Parts:
    """Take dropped lines back, in their places, while there is room: one set, then a second.

    A pull, a push or core that the session lacks comes first, then what was dropped last;
    nobody jumps cold.
    """
    warm = parts.prepare_min > ACTIVATE_MIN
    left = [one for one in reversed(parts.dropped) if warm or one.role != "jump"]
    back: list[Draft] = []
    while left:
        gone = min(left, key=_wish(parts))
        left.remove(gone)
        fuller = put_back(parts, gone, sets=1)
        if _fits(fuller, at_most_min):
            parts = fuller
            back.append(gone)
    for gone in back:
        fuller = put_back(parts, gone, sets=min(FEW_SETS, parts.rounds))
        if minutes_of(fuller) <= at_most_min:
            parts = fuller
    return recovering_longer(_completed(parts, at_most_min), at_most_min)


def _completed(parts: Parts, at_most_min: int) -> Parts:
    """Give second sets for one set of what the session would not train at all."""
    inside = {one.place for one in parts.drafts}
    left = [one for one in parts.dropped if one.place not in inside and one.role != "jump"]
    for gone in sorted(left, key=_wish(parts)):
        if NEEDED.intersection(gone.line.trains) <= _trained(parts):
            continue
        fuller: Parts | None = put_back(parts, gone, sets=1)
        for _ in range(SETS_GIVEN):
            if fuller is not None and minutes_of(fuller) > at_most_min:
                fuller = _second_set_less(fuller)
        if fuller is not None and _fits(fuller, at_most_min):
            parts = fuller
    return parts


def _fits(parts: Parts, at_most_min: int) -> bool:
    """Whether there is room, and more lines share a circuit's rounds than stand after it."""
    lines = [one for one in parts.drafts if one.role != "jump"]
    inside = sum(one.line.sets == parts.rounds for one in lines)
    whole = not parts.circuit or 2 * inside > len(lines)
    return whole and minutes_of(parts) <= at_most_min


def _second_set_less(parts: Parts) -> Parts | None:
    for role in GIVES:
        able = [one for one in parts.drafts if one.role == role and one.line.sets >= FEW_SETS]
        if able:
            gives = max(able, key=lambda one: (one.line.sets, one.place))
            return put_back(parts, gives, sets=gives.line.sets - 1)
    return None


def _trained(parts: Parts) -> set[str]:
    return {pattern for one in parts.drafts for pattern in one.line.trains}


def recovering_longer(parts: Parts, at_most_min: int) -> Parts:
    """Recover in five minutes again where there is room and nothing was rolled before."""
    if parts.rolls_first or parts.after_run:
        return parts
    longer = replace(parts, recover_min=max(parts.recover_min, SHORT_RECOVERY_MIN))
    return longer if minutes_of(longer) <= at_most_min else parts


def _wish(parts: Parts) -> Callable[[Draft], int]:
    """How much a line is wanted back: 0 is most."""
    trained = _trained(parts)

    def place(draft: Draft) -> int:
        lacking = (
            at for at, one in enumerate(WANTED) if one in draft.line.trains and one not in trained
        )
        return next(lacking, len(WANTED))

    return place


def put_back(parts: Parts, draft: Draft, *, sets: int) -> Parts:
    """Put a dropped line where it stood, with so many of its sets."""
    others = (one for one in parts.drafts if one.place != draft.place)
    back = replace(draft, line=with_sets(draft.line, sets))
    return replace(parts, drafts=tuple(sorted((*others, back), key=lambda one: one.place)))
