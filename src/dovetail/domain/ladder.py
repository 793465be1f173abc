"""The walk-run ladder: how running begins, and how it comes back."""

from __future__ import annotations

LADDER: tuple[tuple[int, float, float], ...] = (
    (8, 1, 2),
    (8, 2, 2),
    (6, 3, 2),
    (6, 4, 1),
    (4, 6, 1),
    (2, 10, 1),
    (1, 20, 0),
    (1, 27, 0),
)
"""Repeats, minutes running, minutes walking; two clean outings before the next rung."""
LONGEST_RUNG_MIN = max(repeats * (run + walk) for repeats, run, walk in LADDER)
"""No rung takes longer, walking counted too."""
WALK_FIRST_MIN = 5.0
"""Every outing begins with so much walking [min], which no cap on running counts."""

LEAST_OUTING_MIN = WALK_FIRST_MIN + 8.0
"""No share of a run leaves an outing less than this [min] (dovetail)."""


def rung_minutes(rung: int) -> float:
    """Return how long a rung takes [min], the walking between counted too; 1 is the lowest rung.

    >>> rung_minutes(1), rung_minutes(8)
    (24, 27)
    """
    repeats, run, walk = LADDER[rung - 1]
    return repeats * (run + walk)
