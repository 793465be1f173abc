"""The weights that somebody has: which one comes next, and which one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from dovetail.domain.athlete import Athlete
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded_down

HAIR = 1e-9
LEAST_STEP_KG = 0.25
"""No plate is smaller, and no plan says less."""
_MOST_KG = 1000.0


@dataclass(frozen=True, slots=True)
class Weights:
    """One number is the step from load to load; several are all the weights there are [kg]."""

    told: tuple[float, ...]
    most_kg: float = _MOST_KG

    def heavier(self, kg: float, least_share: float) -> float | None:
        """Return the next weight that is heavier by so much at least; None where there is none."""
        least = kg * (1 + least_share)
        if len(self.told) == 1:
            step = max(LEAST_STEP_KG, self.told[0])
            found: float | None = kg + max(1, ceil((least - kg) / step - HAIR)) * step
        else:
            found = min(
                (one for one in self.told if one >= least - HAIR and one > kg), default=None
            )
        return None if found is None or found > self.most_kg + HAIR else found

    def lighter(self, kg: float, share: float) -> float | None:
        """Return the heaviest weight of at most a share of a load; None where there is none."""
        wished = kg * share
        if len(self.told) == 1:
            return rounded_down(wished, max(LEAST_STEP_KG, self.told[0])) or None
        return max((one for one in self.told if one <= wished + HAIR), default=None)


def weights_for(equipment: Iterable[str], athlete: Athlete, principles: Principles) -> Weights:
    """Return the weights of the first kit of a line that has any.

    What the runner told goes first; else a usual step of the kit.

    Source: dovetail.
    """
    strength = athlete.strength
    told = {str(kit): steps for kit, steps in strength.steps.items()}
    kits = tuple(equipment)
    most = _MOST_KG
    if "dumbbells" in kits and strength.dumbbell_max_kg is not None:
        most = strength.dumbbell_max_kg
    for kit in kits:
        if kit in told:
            return Weights(told[kit], most)
    usual = principles.value("usual_steps")
    assert isinstance(usual, dict)
    kit = next((one for one in kits if one in usual), "other")
    return Weights((principles.number("usual_steps", kit),), most)
