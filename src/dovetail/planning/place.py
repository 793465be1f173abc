"""Where: the sessions of one week into its slots, exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dovetail.planning.search import Search, SearchCut
from dovetail.planning.week_tables import DAYS, Cost, Path, Problem
from dovetail.rulebook.engines import judge, price
from dovetail.rulebook.shapes import TIE, Broken, Season, Slot, Visit

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
    known = _echo(problem, like)
    try:
        found = Search(problem).run(known.cost if known else None)
    except SearchCut:
        if known is None:
            raise
        return Placed(week=known.week, proven=False, price=_amounts(problem, known.said))
    if found is None:
        return None
    if known and found.cost == known.cost:
        return Placed(week=known.week, proven=found.proven, price=_amounts(problem, known.said))
    return Placed(week=found.week, proven=found.proven, price=cost_of(problem, found.week))


@dataclass(frozen=True, slots=True)
class _Echo:
    """A week placed as another one was: legal, but not known to be the best."""

    week: Path
    cost: Cost
    said: list[Broken]


def _echo(problem: Problem, like: Season) -> _Echo | None:
    """Place the week as another one was; None when that is not possible or not legal."""
    left = list(problem.strains)
    week: list[tuple[Slot, Visit]] = list(problem.fixed)
    slots = {(slot.day, slot.start): slot for slot in problem.slots}
    for was, visit in like:
        mine = [next((one for one in left if one.kind == strain.kind), None) for strain in visit]
        found = tuple(strain for strain in mine if strain is not None)
        slot = slots.get((was.day, was.start))
        if not found:
            continue
        if slot is None or len(set(found)) != len(found):
            return None
        for strain in found:
            left.remove(strain)
        week.append((slot, found))
    if left:
        return None
    path = tuple(sorted(week, key=lambda stay: (stay[0].day, stay[0].start)))
    said = judge([*problem.before, *path], problem.rules, 0, DAYS - 1)
    walls, soft, ties = price(said, problem.policy)
    return None if walls else _Echo(path, (soft, ties), said)


def cost_of(problem: Problem, week: Path) -> dict[str, int]:
    """Return what a week costs by rule; ties are left out."""
    return _amounts(problem, judge([*problem.before, *week], problem.rules, 0, DAYS - 1))


def _amounts(problem: Problem, said: Iterable[Broken]) -> dict[str, int]:
    found = Counter[str]()
    for one in said:
        found[one.code] += one.amount
    return {code: found[code] for code in sorted(found) if problem.policy[code] not in (TIE, 0)}


def is_legal(problem: Problem, week: Path) -> bool:
    """Whether no wall is broken."""
    season = [*problem.before, *week]
    return price(judge(season, problem.rules, 0, DAYS - 1), problem.policy)[0] == 0
