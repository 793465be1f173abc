"""Repetitions, repetitions in reserve, and the heaviest single."""

from __future__ import annotations

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import rounded

# % of the heaviest single by repetitions to failure, from 1 up
# fmt: off
CHART = (
    100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6,
    76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.2,
)
# fmt: on
MOST_REPS = 10  # to failure; more says little about a single
TRUSTED_REPS = 6  # to failure; runners outdo the charts beyond


def percent_of_one_rep_max(reps: float, rir: float = 0) -> float | None:
    """Return the load [% of the heaviest single] that a set to this effort takes.

    The chart knows only repetitions to failure: those done plus those in reserve, in half
    steps, a half being the mean of its neighbours. Valid for 1 to 16 of them; None outside
    and between half steps; above 10 the charts of different coaches disagree. A label, not a
    prescription: runners do more repetitions at a load than the chart says.

    Sources: tuchscherer-2008, zourdos-2016, richens-2014.

    >>> percent_of_one_rep_max(5, 2), percent_of_one_rep_max(5, 1.5), percent_of_one_rep_max(20)
    (81.1, 82.4, None)
    """
    _check_set(reps, rir)
    halves = (reps + rir) * 2
    if halves != int(halves) or not 2 <= halves <= 2 * len(CHART):
        return None
    row, is_half = divmod(int(halves) - 2, 2)
    if not is_half:
        return CHART[row]
    return rounded((CHART[row] + CHART[row + 1]) / 2, 0.1)


def epley_kg(load_kg: float, reps: float) -> float:
    """Return Epley's estimate [kg] of the heaviest single from a set to failure.

    A single is its own maximum. Valid for 1 to 10 repetitions; more are read too high.

    Sources: epley-1985.

    >>> epley_kg(100, 6), epley_kg(100, 1)
    (120.0, 100.0)
    """
    return float(load_kg) if reps <= 1 else load_kg * (1 + reps / 30)


def brzycki_kg(load_kg: float, reps: float) -> float:
    """Return Brzycki's estimate [kg] of the heaviest single from a set to failure.

    Valid for 1 to 10 repetitions; at 10 it agrees with Epley's.

    Sources: brzycki-1993.

    >>> brzycki_kg(100, 1), round(brzycki_kg(100, 10), 1)
    (100.0, 133.3)
    """
    return load_kg * 36 / (37 - reps)


def estimated_one_rep_max_kg(load_kg: float, *, reps: float, rir: float = 0) -> float | None:
    """Estimate the heaviest single [kg] from one set, by Epley's formula.

    Repetitions in reserve are counted as done: five with two left is read as seven to
    failure. Valid for 1 to 10 to failure, None outside; trust it up to 6 (`TRUSTED_REPS`),
    beyond which it reads high for runners. Not for machines or bodyweight.

    Sources: epley-1985, zourdos-2016, richens-2014.

    >>> estimated_one_rep_max_kg(100, reps=5, rir=1)
    120.0
    >>> estimated_one_rep_max_kg(40, reps=20) is None
    True
    """
    _check_set(reps, rir)
    if not load_kg >= 0:
        raise BadInput(
            Problem(
                code="load-below-zero",
                problem=f"A load of {load_kg:g} kg cannot be lifted.",
                hint="Give the load in kg, 0 or more.",
            )
        )
    to_failure = reps + rir
    return epley_kg(load_kg, to_failure) if 1 <= to_failure <= MOST_REPS else None


def _check_set(reps: float, rir: float) -> None:
    if not (reps >= 1 and rir >= 0):
        raise BadInput(
            Problem(
                code="not-a-set",
                problem=f"{reps:g} repetitions with {rir:g} in reserve are not a set.",
                hint="Give 1 repetition or more, and 0 or more in reserve.",
            )
        )
