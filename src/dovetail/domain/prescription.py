"""What is asked of a session: run steps, and the blocks and lines of a strength session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dovetail.domain.decision import Reason

Range = tuple[float, float]
PaceName = Literal[
    "easy", "marathon", "half", "threshold", "10k", "5k", "interval", "repetition", "race"
]
RunPart = Literal["warm_up", "work", "recovery", "cool_down", "strides", "race"]
BlockPart = Literal["correct", "warm_up", "main", "core", "finish"]
LoadRule = Literal["find", "keep", "step"]
Band = Literal["light", "medium", "heavy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """How hard a run step is: a named pace, s/km, bpm and effort of 10, as far as known."""

    pace: PaceName | None = None
    s_per_km: Range | None = None
    hr: Range | None = None
    rpe: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStep:
    """A part of a run; neighbours with the same group are done in turn, `repeat` times.

    Exactly one of km and minutes is given.
    """

    part: RunPart
    km: float | None = None
    minutes: float | None = None
    group: int | None = None
    repeat: int = 1
    target: Target = Target()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One exercise of a strength session, such as "3 × 5, RIR 2, rest 90 s".

    Effort is kept as repetitions in reserve only. Exactly one of reps, seconds, metres and
    steps is given. `load_kg` is of one implement; None means bodyweight, a band, or a load
    that the athlete is to find (`load_rule` says which).
    """

    exercise: str
    name: str
    trains: tuple[str, ...]
    sets: int
    reps: Range | None = None
    seconds: Range | None = None
    metres: float | None = None
    steps: int | None = None
    per_side: bool = False
    tempo: str | None = None
    rest_s: int = 0
    rir: float | None = None
    load_kg: float | None = None
    load_rule: LoadRule | None = None
    implements: int = 0
    band: Band | None = None
    equipment: tuple[str, ...] = ()
    contacts: int = 0
    easier: str | None = None
    harder: str | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def pattern(self) -> str:
        """The main movement pattern."""
        return self.trains[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a strength session; in a circuit the lines are done in turn."""

    part: BlockPart
    lines: tuple[Line, ...]
    circuit: bool = False
    rounds: int = 1
