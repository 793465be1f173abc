"""A week that would be turned upside down lets an easy run go, and keeps its days."""

from __future__ import annotations

from dovetail.domain.decision import Reason
from dovetail.planning.attempts import Attempts
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.place import Placed, SearchCut

STAYS = "PL227"
KEEPS_DAYS = "AI187"
UPSIDE_DOWN = 3
"""So many sessions on other days are another week (dovetail)."""
ONE, TWO = 1, 2


def calmer(
    brief: Brief, wanted: list[Wanted], found: Placed, attempt: Attempts
) -> tuple[Placed, list[Wanted], list[Reason]]:
    """Return the week as found, or without its least easy run where that keeps its days.

    A day that life has taken takes its easy run with it: what is missed is not made up, and the
    others are not chased through the week for its sake. In a new plan nothing stood, and nothing
    is asked.

    Source: coach-t (missed runs are never made up), dovetail (numbers).
    """
    if found.price.get(STAYS, 0) < UPSIDE_DOWN:
        return found, wanted, []
    easy = sorted((one for one in wanted if one.strain.kind == "easy"), key=lambda one: one.rank)
    if len(easy) < TWO:
        return found, wanted, []
    rest = [one for one in wanted if one is not easy[-1]]
    try:
        calm = attempt(rest)
    except SearchCut:
        calm = None
    if calm is None or calm.price.get(STAYS, 0) > ONE:
        return found, wanted, []
    return calm, rest, [Reason(KEEPS_DAYS, {"week": brief.frame.number})]
