"""One invented week asked of both solvers, and many of them on all the cores there are."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Literal, TypeVar

from tests.oracle.cp_sat import best_week
from tests.oracle.weeks import shuffled, week

from dovetail.planning.place import SearchCut, place
from dovetail.planning.week_tables import DAYS, Path, Problem
from dovetail.rulebook.engines import judge, price
from dovetail.rulebook.shapes import Price

Verdict = Literal["equal", "both impossible", "different", "unproven", "cut"]
Place = tuple[int, int]
"""The number and the size of an invented week."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the two made of a week."""

    number: int
    sessions: int
    verdict: Verdict
    ours: Price | None
    theirs: Price | None
    ours_s: float
    theirs_s: float


def judged(problem: Problem, found: Path | None) -> Price | None:
    """What the rules themselves say of a week, from scratch."""
    if found is None:
        return None
    return price(judge([*problem.before, *found], problem.rules, 0, DAYS - 1), problem.policy)


def meet(where: Place) -> Meeting:
    """Ask both for the best week; both answers are priced by `judge`."""
    problem = week(*where)
    ours, ours_s = _timed(lambda: _ours(problem))
    theirs, theirs_s = _timed(lambda: best_week(problem))
    their_price = judged(problem, theirs.week if theirs else None)
    assert theirs is None or their_price == (0, *theirs.cost), "the tables are not the rules"
    verdict, our_price = _verdict(problem, ours, their_price)
    return Meeting(
        number=where[0],
        sessions=where[1],
        verdict=verdict,
        ours=our_price,
        theirs=their_price,
        ours_s=ours_s,
        theirs_s=theirs_s,
    )


def _ours(problem: Problem) -> tuple[Path | None, bool] | None:
    """Our week and whether it is proven; None when the search was cut."""
    try:
        found = place(problem)
    except SearchCut:
        return None
    return (found.week, found.proven) if found else (None, True)


def _verdict(
    problem: Problem, ours: tuple[Path | None, bool] | None, theirs: Price | None
) -> tuple[Verdict, Price | None]:
    if ours is None:
        return "cut", None
    found, proven = ours
    mine = judged(problem, found)
    if mine != theirs:
        honest = not proven and mine is not None and theirs is not None and theirs < mine
        return ("unproven" if honest else "different"), mine
    return ("equal" if mine else "both impossible"), mine


def stays_the_same(where: Place) -> bool:
    """Whether a week is placed alike with its sessions, slots and rules in another order."""
    problem = week(*where)
    plain, mixed = _ours(problem), _ours(shuffled(problem, where[0]))
    return plain == mixed


def on_all_cores(ask: Callable[[Place], T], places: Iterable[Place]) -> Iterator[T]:
    """Ask about every week in processes of their own, in order."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fresh) as pool:
        yield from pool.map(ask, places, chunksize=10)


def _timed(ask: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    answer = ask()
    return answer, time.perf_counter() - start
