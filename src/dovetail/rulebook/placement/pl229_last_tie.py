"""PL229: of two equal weeks, the one with higher-ranked sessions earlier: the last rule.

Within one visit the run comes first: it is the warm-up.
"""

from __future__ import annotations

from dovetail.rulebook.shapes import Slot, Stay, Strain, Visit
from dovetail.rulebook.week_case import WeekCase

_RANK = (
    "long",
    "quality-1",
    "quality-2",
    "strength-a",
    "strength-b",
    "easy",
    "primer",
    "core",
)
_DAY_MIN = 1441


def rank(strain: Strain) -> int:
    """A number for every distinct strain, so that no two sessions tie."""
    order = _RANK.index(strain.kind) if strain.kind in _RANK else len(_RANK)
    return (len(_RANK) - order + 1) * _DAY_MIN + strain.minutes


def lateness(visit: Visit, slot: Slot) -> int:
    """Rank times place in the week and in the visit, summed; a lift wants the last place."""
    place = slot.weekday * 2 + (slot.start >= 720)
    return sum(
        rank(strain) * (2 * (place + 1) + (len(visit) - 1 - index if strain.strength else index))
        for index, strain in enumerate(visit)
        if not strain.fixed
    )


def rule(_: WeekCase) -> Stay:
    """Return the rule for a week."""
    return Stay("PL229", source="dovetail", unit="points", amount=lateness)
