"""Where: the sessions of one week into its slots, exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dovetail.planning.search import Search, SearchCut
from dovetail.planning.week_tables import DAYS, Cost, Path, Problem
from dovetail.rulebook.engines import judge, price
from dovetail.rulebook.shapes import TIE, Season, Slot, Visit

__all__ = ["Path", "Placed", "Problem", "SearchCut", "cost_of", "is_legal", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The best week, and whether the search was complete."""

    week: Path
    proven: bool
    price: Mapping[str, int] = field(default_factory=dict)
    """Amount by rule, of what the week still costs."""


def place(problem: Problem, like: Season = ()) -> Placed | None:
    """Return the cheapest legal week, or None when there is none.

    `like` is a week of the same shape, last week's for example: its days are tried first,
    which makes the search shorter and its result no other. None is only certain when the
    search was complete; a search that was cut and found nothing raises SearchCut, never
    says "impossible".
    """
    found = Search(problem).run(_echo(problem, like))
    if found is None:
        return None
    week, proven = found
    return Placed(week=week, proven=proven, price=cost_of(problem, week))


def _echo(problem: Problem, like: Season) -> Cost | None:
    """Return the price of the week placed as another one was, when that is legal."""
    left = list(problem.strains)
    week: list[tuple[Slot, Visit]] = list(problem.fixed)
    slots = {(slot.day, slot.start): slot for slot in problem.slots}
    for was, visit in like:
        mine = [next((one for one in left if one.kind == strain.kind), None) for strain in visit]
        found = tuple(strain for strain in mine if strain is not None)
        slot = slots.get((was.day, was.start))
        if len(set(map(id, found))) != len(found) or (found and slot is None):
            return None
        for strain in found:
            left.remove(strain)
        if found and slot is not None:
            week.append((slot, found))
    if left:
        return None
    walls, soft, ties = price(
        judge([*problem.before, *week], problem.rules, 0, DAYS - 1), problem.policy
    )
    return None if walls else (soft, ties)


def cost_of(problem: Problem, week: Path) -> dict[str, int]:
    """Return what a week costs by rule; ties are left out."""
    season = [*problem.before, *week]
    found = Counter[str]()
    for one in judge(season, problem.rules, 0, DAYS - 1):
        found[one.code] += one.amount
    return {code: found[code] for code in sorted(found) if problem.policy[code] not in (TIE, 0)}


def is_legal(problem: Problem, week: Path) -> bool:
    """Whether no wall is broken."""
    season = [*problem.before, *week]
    return price(judge(season, problem.rules, 0, DAYS - 1), problem.policy)[0] == 0
