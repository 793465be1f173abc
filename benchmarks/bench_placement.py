"""How long a week takes to place, against CP-SAT on the same weeks in the same run.

The ratio is the number to look at: both fall on the same machine, in the same minute. Prices
are compared as well, so that no speed is bought with a worse week.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import TypeVar

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from tests.oracle.both import judged
from tests.oracle.cp_sat import Best, best_week
from tests.oracle.weeks import week

from dovetail import content
from dovetail.application.make_plan import make_plan
from dovetail.content.library import read_library
from dovetail.formats.athlete_toml import read_athlete
from dovetail.planning import attempts
from dovetail.planning.place import Placed, SearchCut, place
from dovetail.planning.week_tables import Problem
from dovetail.rulebook.shapes import Season

WEEKS = {6: 24, 8: 24, 10: 8, 12: 4}
"""Sessions to how many weeks are placed; a week of twelve may take seconds."""
IN_A_ROW = 24
EXAMPLES = Path(content.__file__).parent / "examples"
TODAY = date(2026, 11, 30)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    weeks: int
    ours_ms: float
    worst_ms: float
    theirs_ms: float
    unproven: int


@pytest.fixture(scope="module")
def table(pytestconfig: pytest.Config) -> Iterator[list[Row]]:
    """Collect the rows, and print them when all are measured."""
    rows: list[Row] = []
    yield rows
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(f"\n\n{'placement, medians':<32}{'weeks':>6}{'ours':>10}{'worst':>10}", end="")
        print(f"{'CP-SAT':>10}{'ratio':>7}{'unproven':>10}")
        for row in rows:
            print(
                f"{row.what:<32}{row.weeks:>6}{row.ours_ms:>7.1f} ms{row.worst_ms:>7.0f} ms"
                f"{row.theirs_ms:>7.1f} ms{row.ours_ms / row.theirs_ms:>7.2f}{row.unproven:>10}"
            )


def placed(problem: Problem, like: Season = ()) -> Placed | str | None:
    """Place; a search that was cut is an answer too."""
    try:
        return place(problem, like=like)
    except SearchCut:
        return "cut"


def check(problem: Problem, ours: Placed | str | None, theirs: Best | None) -> int:
    """Compare the prices where ours is proven; count where it is not."""
    if isinstance(ours, str) or (ours is not None and not ours.proven):
        return 1
    their_price = judged(problem, theirs.week if theirs else None)
    assert judged(problem, ours.week if ours else None) == their_price
    return 0


@pytest.mark.parametrize("sessions", WEEKS)
@pytest.mark.parametrize("double", [False, True], ids=["one slot a day", "two slots a day"])
def test_a_week(
    benchmark: BenchmarkFixture, table: list[Row], sessions: int, *, double: bool
) -> None:
    invented = [week(number, sessions, double=double) for number in range(WEEKS[sessions])]
    placed(invented[0])
    answers: list[Placed | str | None] = []
    left = iter(invented)

    def next_week() -> tuple[tuple[Problem], dict[str, object]]:
        return (next(left),), {}

    def place_it(problem: Problem) -> None:
        answers.append(placed(problem))

    ours_ms = _measured(benchmark, place_it, setup=next_week, rounds=len(invented))
    theirs = [_timed(partial(best_week, problem)) for problem in invented]

    slots = "two slots" if double else "one slot"
    table.append(
        Row(
            what=f"{sessions} sessions, {slots} a day",
            weeks=len(invented),
            ours_ms=median(ours_ms),
            worst_ms=max(ours_ms),
            theirs_ms=1000 * median(seconds for _, seconds in theirs),
            unproven=sum(map(check, invented, answers, [found for found, _ in theirs])),
        )
    )


@pytest.mark.parametrize("name", ["ana-half", "first-10k", "marathon-masters"])
def test_weeks_in_a_row(
    benchmark: BenchmarkFixture, table: list[Row], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked = list(islice(cycle(_weeks_of(name, monkeypatch)), IN_A_ROW))

    answers: list[Placed | str | None] = []

    def place_all() -> None:
        answers[:] = [placed(problem, like) for problem, like in asked]

    ours_ms = _measured(benchmark, place_all, rounds=7, warmup_rounds=1)
    theirs, theirs_s = _timed(lambda: [best_week(problem) for problem, _ in asked])

    table.append(
        Row(
            what=f"{IN_A_ROW} weeks of {name}",
            weeks=IN_A_ROW,
            ours_ms=median(ours_ms),
            worst_ms=max(ours_ms),
            theirs_ms=1000 * theirs_s,
            unproven=sum(map(check, [problem for problem, _ in asked], answers, theirs)),
        )
    )


def _weeks_of(name: str, monkeypatch: pytest.MonkeyPatch) -> Sequence[tuple[Problem, Season]]:
    """The weeks that the planner places for an example, each with its seam."""
    asked: list[tuple[Problem, Season]] = []

    def listening(problem: Problem, like: Season = ()) -> Placed | None:
        asked.append((problem, like))
        return place(problem, like=like)

    with monkeypatch.context() as patch:
        patch.setattr(attempts, "place", listening)
        text = (EXAMPLES / f"{name}.toml").read_text("utf-8")
        make_plan(read_athlete(text, today=TODAY), (), TODAY, library=read_library())
    return asked


def _measured(benchmark: BenchmarkFixture, ask: Callable[..., None], **how: object) -> list[float]:
    """Milliseconds of each round."""
    benchmark.pedantic(ask, **how)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    return [1000 * seconds for seconds in benchmark.stats.stats.data]


def _timed(ask: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    return ask(), time.perf_counter() - start
