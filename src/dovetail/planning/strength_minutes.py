"""How long a strength session takes, and what gives way when the slot is short."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.prescription import Line
from dovetail.domain.template import Role

SECONDS_PER_REP = 4
SECONDS_PER_JUMP = 2
SECONDS_PER_STEP = 2
METRES_PER_SECOND = 2
SET_UP_S = 30
WARM_UP_SETS_S: Mapping[str, int] = {"barbell": 180, "dumbbells": 60, "kettlebell": 60}

REST_S: Mapping[str, Mapping[Role, int]] = {
    "stabilization": dict.fromkeys(
        ("article", "main", "upper_main", "upper", "accessory", "completion", "jump"), 30
    ),
    "strength_endurance": dict.fromkeys(
        ("article", "main", "upper_main", "upper", "accessory", "completion", "jump"), 20
    ),
    "maximal_strength": {
        "article": 30,
        "main": 90,
        "upper_main": 90,
        "upper": 0,
        "accessory": 60,
        "completion": 45,
        "jump": 60,
    },
    "power": {
        "article": 30,
        "main": 90,
        "upper_main": 90,
        "upper": 0,
        "accessory": 60,
        "completion": 45,
        "jump": 90,
    },
    "activation": {
        "article": 10,
        "main": 90,
        "upper_main": 90,
        "upper": 10,
        "accessory": 30,
        "completion": 10,
        "jump": 60,
    },
}
"""Rest after a set [s]; 0 means done in the rests of the main lifts."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A line and what it is in its session."""

    role: Role
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A session before its blocks are made: lines, and the minutes around them."""

    drafts: tuple[Draft, ...]
    prepare_min: int
    recover_min: int
    change_min: int
    rolls_first: bool
    heavy: bool
    cut: bool = False


def line_seconds(draft: Draft, *, heavy: bool) -> float:
    """Return the seconds of one line: work, rests between sets, set-up, warm-up sets.

    Source: dovetail.
    """
    line = draft.line
    sides = 2 if line.per_side else 1
    work = line.sets * _set_seconds(draft) * sides
    if line.rest_s == 0 and draft.role == "upper":
        return work
    rests = (line.sets - 1) * line.rest_s
    warm = 0
    if heavy and draft.role == "main":
        warm = max((WARM_UP_SETS_S.get(kit, 0) for kit in line.equipment), default=0)
    return work + rests + SET_UP_S + warm


def _set_seconds(draft: Draft) -> float:
    line = draft.line
    if line.seconds is not None:
        return (line.seconds[0] + line.seconds[1]) / 2
    if line.metres is not None:
        return line.metres / METRES_PER_SECOND
    if line.steps is not None:
        return line.steps * SECONDS_PER_STEP * 2
    if line.reps is None:
        return 0
    return (line.reps[0] + line.reps[1]) / 2 * _rep_seconds(draft)


def _rep_seconds(draft: Draft) -> int:
    if draft.line.tempo is not None:
        return sum(int(part) for part in draft.line.tempo.split("-"))
    return SECONDS_PER_JUMP if draft.role == "jump" else SECONDS_PER_REP


def minutes_of(parts: Parts) -> int:
    """Return the minutes of the whole session, preparing and recovering included."""
    lines = sum(line_seconds(draft, heavy=parts.heavy) for draft in parts.drafts)
    return math.ceil(parts.prepare_min + parts.recover_min + parts.change_min + lines / 60 - 1e-9)


def cut_to(parts: Parts, at_most_min: int) -> Parts:
    """Cut in the coach's order until the session fits, or nothing more may go.

    Recovery to its short form, activation only, completion lines, the upper line into the
    rests, accessories to two sets, the upper line, main lifts to two sets. One squat or
    hinge, one line on a single leg and one for the calf always stay.
    """
    for step in _STEPS:
        while minutes_of(parts) > at_most_min:
            shorter = step(parts)
            if shorter is None:
                break
            parts = replace(shorter, cut=True)
    return parts


def _short_recovery(parts: Parts) -> Parts | None:
    return replace(parts, recover_min=5) if parts.recover_min > 5 else None


def _only_activate(parts: Parts) -> Parts | None:
    if parts.prepare_min <= 4:
        return None
    return replace(parts, prepare_min=4, rolls_first=False)


def _drop_completion(parts: Parts) -> Parts | None:
    return _drop_last(parts, lambda draft: draft.role == "completion")


def _upper_into_rests(parts: Parts) -> Parts | None:
    return _change_one(
        parts,
        lambda draft: draft.role == "upper" and draft.line.rest_s > 0 and parts.heavy,
        lambda line: replace(line, rest_s=0),
    )


def _two_sets(roles: Sequence[Role]) -> Callable[[Parts], Parts | None]:
    def shorten(parts: Parts) -> Parts | None:
        return _change_one(
            parts,
            lambda draft: draft.role in roles and draft.line.sets > 2,
            lambda line: replace(line, sets=2, contacts=line.contacts * 2 // line.sets),
        )

    return shorten


def _drop_upper(parts: Parts) -> Parts | None:
    return _drop_last(parts, lambda draft: draft.role in ("upper", "jump"))


def _drop_more(parts: Parts) -> Parts | None:
    return _drop_last(parts, lambda draft: True)


def _no_preparation(parts: Parts) -> Parts | None:
    if not parts.prepare_min:
        return None
    return replace(parts, prepare_min=0, recover_min=min(parts.recover_min, 3))


def _one_set(parts: Parts) -> Parts | None:
    return _change_one(
        parts,
        lambda draft: draft.line.sets > 1,
        lambda line: replace(line, sets=1, contacts=line.contacts // line.sets),
    )


_STEPS: tuple[Callable[[Parts], Parts | None], ...] = (
    _short_recovery,
    _only_activate,
    _drop_completion,
    _upper_into_rests,
    _two_sets(("accessory", "completion", "article")),
    _drop_upper,
    _two_sets(("main", "upper_main", "jump", "upper")),
    _no_preparation,
    _drop_more,
    _one_set,
)


def _drop_last(parts: Parts, which: Callable[[Draft], bool]) -> Parts | None:
    for index in reversed(range(len(parts.drafts))):
        rest = parts.drafts[:index] + parts.drafts[index + 1 :]
        if which(parts.drafts[index]) and _whole(rest) >= _whole(parts.drafts) and rest:
            return replace(parts, drafts=rest)
    return None


def _whole(drafts: Sequence[Draft]) -> int:
    """Count which of the three that are never cut are there: legs, one leg, calf."""
    trained = {pattern for draft in drafts for pattern in draft.line.trains}
    groups = ({"squat", "hinge", "lunge"}, {"single_leg"}, {"calf"})
    return sum(bool(trained & group) for group in groups)


def _change_one(
    parts: Parts, which: Callable[[Draft], bool], change: Callable[[Line], Line]
) -> Parts | None:
    for index in reversed(range(len(parts.drafts))):
        draft = parts.drafts[index]
        if which(draft):
            changed = Draft(draft.role, change(draft.line))
            drafts = (*parts.drafts[:index], changed, *parts.drafts[index + 1 :])
            return replace(parts, drafts=drafts)
    return None
