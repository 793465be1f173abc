"""The weekly rules, in the order in which they are told: health, absence, readiness, progress."""

from __future__ import annotations

from dovetail.rulebook.shapes import Adaptation

ADAPTATIONS: tuple[Adaptation, ...] = ()
WHOLE: frozenset[str] = frozenset()
"""Rules about health, absence and pain: what they decide applies whole."""
