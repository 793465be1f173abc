"""How long a whole season takes to plan, against work that stays the same.

Three yardsticks, each in the same run: the season's own document serialised ten times, a loop
of plain Python that never changes, and the same runner's season of 24 weeks beside one of 30.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from statistics import median

import pytest
from tests.golden.twelve import TWELVE, season_of
from tests.seasons import Season, season_of_athlete

from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import season_start

TIMES_SERIALISED = 10
ROUNDS = 5
SHORT, LONG = 24, 30
LOOP = 1_000_000
"""Turns of the plain loop: about a tenth of a second on a machine of 2026."""


def loop() -> int:
    """Work that no change of ours makes faster or slower."""
    total = 0
    for number in range(LOOP):
        total = (31 * total + number) % 1_000_003
    return total


def seconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def with_weeks(season: Season, weeks: int) -> Athlete | None:
    """The same runner with so many weeks to the race; None without a race."""
    goal = season.athlete.goal
    if goal.date is None:
        return None
    first = season_start(season.today)
    sunday: date = first + timedelta(weeks=weeks, days=-1)
    return replace(season.athlete, goal=replace(goal, date=sunday, tune_up=()))


def serialised(season: Season) -> None:
    document = json.loads(season.text)
    for _ in range(TIMES_SERIALISED):
        json.dumps(document)


def test_seasons(capsys: pytest.CaptureFixture[str]) -> None:
    rows, growth = [], []
    for name in TWELVE:
        season = season_of(name)
        short, long = (with_weeks(season, weeks) for weeks in (SHORT, LONG))
        if short is None or long is None:
            continue
        plan = [partial(season_of_athlete, athlete, season.today) for athlete in (short, long)]
        outcome = plan[0]()
        if not isinstance(outcome, Season) or not isinstance(plan[1](), Season):
            continue

        # Interleaved, so that a busy moment of the machine falls on all of them.
        work: list[Callable[[], object]] = [*plan, partial(serialised, outcome), loop]
        rounds = [[seconds(ask) for ask in work] for _ in range(ROUNDS)]
        took = [median(times) for times in zip(*rounds, strict=True)]

        rows.append((name, took))
        growth.append(took[1] / took[0])

    with capsys.disabled():
        print(
            f"\n\n{'24 weeks, medians':<22}{'plan':>9}{'× document':>12}{'× loop':>9}{'30 : 24':>9}"
        )
        for name, (plan_s, long_s, document_s, loop_s) in rows:
            print(
                f"{name:<22}{1000 * plan_s:>6.0f} ms{plan_s / document_s:>12.1f}"
                f"{plan_s / loop_s:>9.1f}{long_s / plan_s:>9.2f}"
            )
        print(f"30 weeks against 24: median {median(growth):.2f}, worst {max(growth):.2f}")
