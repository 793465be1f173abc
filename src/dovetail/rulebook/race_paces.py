"""Which paces belong to a race, for all who ask how near to it the fast running comes."""

from __future__ import annotations

from collections.abc import Mapping

SPECIFIC: Mapping[str, frozenset[str]] = {
    "5k": frozenset({"race", "5k", "interval"}),
    "10k": frozenset({"race", "10k", "threshold"}),
    "half": frozenset({"race", "half", "threshold"}),
    "marathon": frozenset({"race", "marathon", "threshold"}),
    "ultra": frozenset({"race", "marathon", "threshold"}),
}
"""Paces that belong to a race, besides its own."""
BY_EFFORT: Mapping[str, str] = {
    "race_pace": "race",
    "threshold": "threshold",
    "interval": "interval",
    "long": "race",
}
"""What work by effort stands for, by the kind of run."""
