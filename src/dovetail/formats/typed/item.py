"""One thing that a title says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a title says.

    Sorts: those of `words.WORDS`, and amount (low–high `unit`; "" is a bare number), times,
    ladder, clock, lift, at, unknown, joint.
    """

    sort: str
    value: str = ""
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    ladder: tuple[float, ...] = ()
    text: str = ""
