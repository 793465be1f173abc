"""The week's dose applied to one line: repetitions, seconds, contacts, band."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import Band, Range
from dovetail.domain.template import Amount, LineTemplate, Role
from dovetail.planning.strength_dose import Dose


def without_reserve(role: Role, exercise: Exercise, phase: str) -> bool:
    """Jumps, core, balance and activation end when form does, not by a count of what is left."""
    if phase == "activation" and role not in ("main", "upper_main", "accessory"):
        return True
    quiet = exercise.pattern in ("core", "anti_rotation", "balance", "mobility")
    return role == "jump" or (role == "completion" and quiet)


def reps_of(template: LineTemplate, amount: Amount, dose: Dose, phase: str) -> Range | None:
    """Return the repetitions of a line at the week's step; None where it counts otherwise."""
    if amount.reps is None:
        return None
    low, high = amount.reps
    special = template.alt and amount.reps != template.amount.reps
    if phase in ("maximal_strength", "power") and template.role in ("main", "upper_main"):
        if special or low > dose.heavy_reps:
            return low, high
        return float(dose.heavy_reps), float(dose.heavy_reps)
    if dose.pick == "low":
        floor = template.low if template.low is not None and not special else low
        return floor, floor
    return (high, high) if dose.pick == "high" else (low, high)


def seconds_of(amount: Amount, dose: Dose) -> Range | None:
    """Return the seconds of a held line at the week's step."""
    if amount.seconds is None:
        return None
    low, high = amount.seconds
    if dose.pick == "low":
        return low, low
    if dose.pick == "high":
        middle = min(high, low + 10) if dose.slow else high
        return middle, middle
    return low, high


def jump_amount(amount: Amount, share: float) -> Amount:
    """The article's drills in three steps: half, three quarters, whole."""
    sets = 2 if share <= 0.5 else 3
    small = share < 1.0
    reps, metres = amount.reps, amount.metres
    if reps is not None and reps[0] < 10:
        reps = (6.0, 6.0) if small else reps
    if metres is not None:
        metres = 15.0 if small else metres
    return replace(amount, sets=sets, reps=reps, metres=metres)


def contacts_of(exercise: Exercise, sets: int, reps: Range | None, amount: Amount) -> int:
    """Return the foot contacts of a line."""
    if not exercise.contacts_per_unit:
        return 0
    units = amount.metres if amount.metres is not None else (reps[1] if reps else 0)
    sides = 2 if exercise.per_side else 1
    return round(sets * units * sides * exercise.contacts_per_unit)


def band_of(phase: str, kit: Sequence[str]) -> Band | None:
    """Return how strong a band the phase asks for."""
    if "bands" not in kit:
        return None
    bands: Mapping[str, Band] = {
        "stabilization": "light",
        "strength_endurance": "medium",
        "activation": "light",
    }
    return bands.get(phase, "heavy")
