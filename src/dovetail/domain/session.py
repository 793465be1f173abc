"""One training occasion: what is asked, why, and what was done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dovetail.domain.athlete import Half
from dovetail.domain.decision import Reason
from dovetail.domain.performed import PerformedSet
from dovetail.domain.prescription import Block, Line, Range, RunStep

Discipline = Literal["run", "strength", "mobility", "rest", "race", "test"]
RunKind = Literal[
    "easy",
    "recovery",
    "long",
    "strides",
    "hills",
    "threshold",
    "interval",
    "repetition",
    "race_pace",
    "run_walk",
]
StrengthKind = Literal["lower", "full", "upper", "core", "activation", "primer"]
RaceKind = Literal["goal", "tune_up"]
TestKind = Literal["race_fitness", "movement"]
Kind = RunKind | StrengthKind | RaceKind | TestKind | Literal["mobility", "rest"]
State = Literal["past", "committed", "open"]
Status = Literal["done", "partly", "skipped", "missed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a session that lies in the past."""

    status: Status
    events: tuple[str, ...] = ()
    minutes: float | None = None
    km: float | None = None
    rpe: float | None = None
    sets: tuple[PerformedSet, ...] = ()
    asked_sets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One training occasion, in one slot of one day.

    Its title, its purpose sentence and the notes of its steps and lines are not kept: they
    are said at the edge, from kind, steps and reasons.
    """

    id: str
    date: dt.date
    slot: Half
    order: int = 1
    discipline: Discipline
    kind: Kind
    minutes: int
    km: float | None = None
    rpe: Range | None = None
    key: bool = False
    hard_unit: bool = False
    heavy_legs: bool = False
    priority: int = 1
    state: State = "open"
    locked: str | None = None
    steps: tuple[RunStep, ...] = ()
    blocks: tuple[Block, ...] = ()
    reasons: tuple[Reason, ...]
    done: Done | None = None

    def lines(self) -> Iterator[Line]:
        """Yield every line of every block, in order."""
        for block in self.blocks:
            yield from block.lines

    def working_lines(self) -> Iterator[Line]:
        """Yield the lines of the work, without preparing and recovering."""
        for block in self.blocks:
            if block.part in ("main", "core"):
                yield from block.lines

    @property
    def contacts(self) -> int:
        """Foot contacts of all hops and jumps."""
        return sum(line.contacts for line in self.lines())

    @property
    def training_load(self) -> int:
        """Planned session-RPE load [au]: minutes × the middle of the effort range."""
        if self.rpe is None:
            return 0
        return int(self.minutes * (self.rpe[0] + self.rpe[1]) / 2 + 0.5)
