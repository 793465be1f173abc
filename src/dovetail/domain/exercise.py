"""An exercise: a movement one can prescribe, with the way down and the way up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Pattern = Literal[
    "squat",
    "hinge",
    "lunge",
    "single_leg",
    "calf",
    "push",
    "pull",
    "anti_rotation",
    "core",
    "balance",
    "jump",
    "carry",
    "mobility",
]
Equipment = Literal[
    "bands",
    "dumbbells",
    "kettlebell",
    "barbell",
    "rack",
    "bench",
    "box",
    "step",
    "cable",
    "machine",
    "medicine_ball",
    "pull_up_bar",
    "bosu",
    "sled",
    "foam_roller",
    "backpack",
]
Muscle = Literal[
    "quadriceps",
    "glutes",
    "hamstrings",
    "adductors",
    "hip abductors",
    "hip flexors",
    "calves",
    "soleus",
    "shins",
    "feet",
    "trunk",
    "obliques",
    "lower back",
    "upper back",
    "lats",
    "chest",
    "shoulders",
    "triceps",
    "biceps",
    "grip",
    "diaphragm",
]
Measure = Literal["reps", "seconds", "metres", "steps"]
Tires = Literal["none", "some", "heavy"]

PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
EQUIPMENT: tuple[Equipment, ...] = get_args(Equipment)
MUSCLES: tuple[Muscle, ...] = get_args(Muscle)
MEASURES: tuple[Measure, ...] = get_args(Measure)
TIRES: tuple[Tires, ...] = get_args(Tires)

LOWER_PATTERNS = frozenset({"squat", "hinge", "lunge", "single_leg", "calf", "jump"})
COMES_IN_PAIRS = "dumbbells"
WITHOUT_KILOGRAMS = frozenset({"bands"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A movement one can prescribe.

    `needs` lists alternative kits, the best one first: all of one kit is needed together.
    No kits at all is bodyweight; an empty kit at the end means that load is welcome but
    not needed. A wall, a chair and the floor are always there and never listed.

    `tires` is what placement sees of the legs. `contacts_per_unit` counts landings per
    repetition (per side where `per_side`) or per metre; both feet together are one.
    `implements` is how many weights are held at most, a pair where the kit is a pair.
    `without` is the next exercise down the equipment ladder.
    """

    key: str
    name: str
    pattern: Pattern
    trains: tuple[Pattern, ...]
    needs: tuple[tuple[Equipment, ...], ...]
    muscles_prime: tuple[Muscle, ...]
    muscles_helping: tuple[Muscle, ...]
    measure: Measure
    per_side: bool
    tires: Tires
    contacts_per_unit: float
    loadable: bool
    implements: int
    cues: tuple[str, ...]
    faults: tuple[tuple[str, str], ...]
    easier: str | None
    harder: str | None
    without: str | None
    warnings: tuple[str, ...]
    fit_category: str | None
    fit_name: str | None

    @property
    def lower(self) -> bool:
        """Whether the legs do the work: a lower pattern, or balance on one leg."""
        on_one_leg = self.pattern == "balance" and "single_leg" in self.trains
        return self.pattern in LOWER_PATTERNS or on_one_leg

    def kit_for(self, owned: frozenset[str]) -> tuple[str, ...] | None:
        """Choose the best kit that is owned: () is bodyweight, None is not possible."""
        if not self.needs:
            return ()
        return next((kit for kit in self.needs if owned.issuperset(kit)), None)

    def implements_for(self, kit: tuple[str, ...]) -> int:
        """Count the weights held with this kit: dumbbells come in pairs, the rest alone."""
        if WITHOUT_KILOGRAMS.issuperset(kit):
            return 0
        return self.implements if COMES_IN_PAIRS in kit else min(self.implements, 1)
