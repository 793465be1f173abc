"""What hills cost a runner."""

from __future__ import annotations

STEEPEST = 0.45  # rise over run, the steepest that was measured
STEEPEST_FOR_PACE = 0.30
LEAST_FACTOR_DOWNHILL = 0.85
_FLAT_COST = 3.6


def running_cost_j_per_kg_m(grade: float) -> float | None:
    """Return the energy [J per kg and m] of running on a grade (rise over run).

    Measured on ten mountain runners on a treadmill, from -0.45 to +0.45; None outside. It is
    energy, not the strain that a steep descent puts on muscles.

    Sources: minetti-2002.

    >>> running_cost_j_per_kg_m(0), running_cost_j_per_kg_m(0.5) is None
    (3.6, True)
    """
    if not -STEEPEST <= grade <= STEEPEST:
        return None
    i = grade
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + _FLAT_COST


def energy_factor(grade: float) -> float | None:
    """Return the energy of running on a grade (rise over run) as a multiple of the flat.

    Valid from -0.45 to +0.45; None outside.

    Sources: minetti-2002.

    >>> round(energy_factor(0.10), 3)
    1.658
    """
    cost = running_cost_j_per_kg_m(grade)
    return None if cost is None else cost / _FLAT_COST


def pace_factor(grade: float) -> float:
    """Return what to multiply a speed on a grade (rise over run) by for the flat one.

    For advice on pace, so it is careful: grades are taken as -0.30 to +0.30 at most, and
    downhill never counts for less than 0.85, since nobody can use what a steep descent
    saves. Average the grade over 20 to 50 m first.

    Sources: minetti-2002, dovetail.

    >>> round(pace_factor(0.05), 3), pace_factor(-0.20)
    (1.301, 0.85)
    """
    factor = energy_factor(min(STEEPEST_FOR_PACE, max(-STEEPEST_FOR_PACE, grade)))
    assert factor is not None  # the clamp lies inside what was measured
    return max(LEAST_FACTOR_DOWNHILL, factor) if grade < 0 else factor
