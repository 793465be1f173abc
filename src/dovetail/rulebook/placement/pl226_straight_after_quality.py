"""PL226: strength rather not straight after a quality run, without a break."""

from __future__ import annotations

from itertools import pairwise

from dovetail.rulebook.shapes import Slot, Stay, Visit
from dovetail.rulebook.week_case import WeekCase


def times(visit: Visit, _: Slot) -> int:
    """1 when leg strength follows a quality run in the same visit."""
    return sum(first.quality and then.strength and then.legs > 0 for first, then in pairwise(visit))


def rule(_: WeekCase) -> Stay:
    """Return the rule for a week."""
    return Stay("PL226", source="dovetail", unit="times", amount=times)
