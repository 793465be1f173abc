"""Session templates: what a strength session is made of, before a person is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dovetail.domain.prescription import PaceName, Range
from dovetail.domain.session import RunKind

Role = Literal["article", "main", "upper_main", "upper", "accessory", "completion", "jump"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much of an exercise; what is None is as the line says."""

    sets: int | None = None
    reps: Range | None = None
    seconds: Range | None = None
    metres: float | None = None
    steps: int | None = None
    tempo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTemplate:
    """One line: exercises in order of preference, and the amount at the second step."""

    any: tuple[str, ...]
    novice: tuple[str, ...] = ()
    """Preferred by beginners."""
    unless_advanced: tuple[str, ...] = ()
    """Preferred below the advanced level."""
    light_weights: tuple[str, ...] = ()
    """Preferred where the heaviest dumbbells are too light for both legs."""
    apart_from: tuple[str, ...] = ()
    """Not chosen when the session already holds it."""
    role: Role
    amount: Amount
    low: float | None = None
    """Repetitions of the very first week, where they are fewer."""
    alt: Mapping[str, Amount] = field(default_factory=dict)
    optional: bool = False
    own_weight: bool = False
    """Only where there is no weight to lift: what the weight would have trained."""

    def amount_for(self, exercise: str) -> Amount:
        """Return the amount, with what a substitute does otherwise."""
        other = self.alt.get(exercise)
        if other is None:
            return self.amount
        measured = any(
            part is not None for part in (other.reps, other.seconds, other.metres, other.steps)
        )
        base = self.amount
        return Amount(
            sets=other.sets or base.sets,
            reps=other.reps if measured else base.reps,
            seconds=other.seconds if measured else base.seconds,
            metres=other.metres if measured else base.metres,
            steps=other.steps if measured else base.steps,
            tempo=other.tempo or base.tempo,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTemplate:
    """The lines of a session or of a block, in order."""

    lines: tuple[LineTemplate, ...]
    circuit: bool = False
    source: str = "dovetail"


@dataclass(frozen=True, slots=True)
class Bouts:
    """So many pieces of work, each so long [min or km], with so much easy running after [min]."""

    times: int
    work: float
    rest_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A running session of the library."""

    kind: RunKind
    code: str
    """The aim that tells its purpose."""
    pace: PaceName
    bouts: tuple[Bouts, ...]
    """How it grows over its appearances."""
    unit: Literal["min", "km"] = "min"
    warm_up_min: float = 12
    cool_down_min: float = 10
    quality: bool = True
    limit: str | None = None
    """The size limit that its work obeys."""
    between: PaceName | None = None
    """A pace in place of the easy running between two bouts, as far as the bout itself."""
    shape: Literal["alike", "sets", "ladder"] = "alike"
    """A ladder climbs minute by minute to its longest rung and down; sets are of eight."""
    effort: Range | None = None
    """Effort of 10 in place of the pace's own: hills and fartlek are run by feel."""


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates by group and name, such as `("maximal_strength", "a")`."""

    entries: Mapping[tuple[str, str], SessionTemplate]
    runs: Mapping[str, Recipe]

    def get(self, group: str, name: str) -> SessionTemplate:
        """Return one template."""
        return self.entries[group, name]
