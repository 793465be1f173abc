"""The strength phases by rank, as an order counts them."""

from __future__ import annotations

from collections.abc import Sequence

from dovetail.domain.plan import StrengthPhase

RANKS: Sequence[StrengthPhase] = (
    "stabilization",
    "strength_endurance",
    "maximal_strength",
    "power",
)


def rank_of(phase: StrengthPhase | None) -> int | None:
    """Return 0 for stabilization up to 3 for power; None for what has no rank.

    >>> rank_of("maximal_strength"), rank_of("activation"), rank_of(None)
    (2, None, None)
    """
    return RANKS.index(phase) if phase in RANKS else None
