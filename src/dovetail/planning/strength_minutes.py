"""How long a strength session takes: its lines, their rests, and the minutes around them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dovetail.domain.prescription import Line
from dovetail.domain.principles import Principles
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
        "upper": 0,
        "accessory": 60,
        "completion": 45,
        "jump": 60,
    },
    "power": {
        "article": 30,
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
"""Rest after a set [s]; 0 means done in the rests of the main lifts.

What the main lifts of the heavy phases rest is the principle `rest_between_sets`.
"""
LIFTS: tuple[Role, ...] = ("main", "upper_main")
AFTER_RUN_REST_S = 10
ACTIVATE_MIN = 4
SHORT_RECOVERY_MIN = 5
LEAST_RECOVERY_MIN = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A line and what it is in its session."""

    role: Role
    line: Line
    place: int = 0
    """Where it stands in the whole session, before anything is cut."""
    quicker: Line | None = None
    """The same line in less time, for where its own would cost the session a set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A session before its blocks are made: lines, and the minutes around them."""

    drafts: tuple[Draft, ...]
    prepare_min: int
    more_min: int = 0
    """Easy movement before the rest of preparing, for masters; part of `prepare_min`."""
    recover_min: int
    change_min: int
    rolls_first: bool
    heavy: bool
    own_weight: bool = False
    """Heavy work has no lighter sets of its own lift to warm up with."""
    circuit: bool = False
    after_run: bool = False
    """Short, and straight after an easy run: nothing to prepare, stretches to end with."""
    cut: bool = False
    dropped: tuple[Draft, ...] = ()
    """Lines that gave way, the first to go first."""

    @property
    def jumps(self) -> bool:
        """Whether anything lands."""
        return any(one.line.contacts for one in self.drafts)

    @property
    def warms_up(self) -> bool:
        """Heavy work and jumps begin with movement, never straight after stretching."""
        return self.heavy or self.jumps

    @property
    def keeps_warm_up(self) -> bool:
        """Jumps, and heavy work without lighter sets: lines give way before the warm-up."""
        return self.jumps or (self.heavy and self.own_weight)

    @property
    def rounds(self) -> int:
        """The most sets of a line that is no jump."""
        return max((one.line.sets for one in self.drafts if one.role != "jump"), default=1)


def rest_of(phase: str, role: Role, principles: Principles, *, long: bool) -> int:
    """Return the rest after a set [s]; `long` is the athlete's choice for the main lifts.

    Source: coach-t (90 s), dovetail.
    """
    if role == "jump":
        return REST_S["power"][role]
    if role in LIFTS and phase in ("maximal_strength", "power"):
        return round(principles.number("rest_between_sets", "long_rest" if long else phase))
    return REST_S[phase][role]


def with_sets(line: Line, most: int) -> Line:
    """Return the line with at most so many sets, and the foot contacts of those."""
    if line.sets <= most:
        return line
    return replace(line, sets=most, contacts=line.contacts * most // line.sets)


def rested(drafts: Sequence[Draft], rest_s: int) -> tuple[Draft, ...]:
    """Return the lines with another rest after each set [s]."""
    return tuple(replace(one, line=replace(one.line, rest_s=rest_s)) for one in drafts)


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
        return line.steps * SECONDS_PER_STEP
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
