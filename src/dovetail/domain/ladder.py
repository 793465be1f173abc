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
