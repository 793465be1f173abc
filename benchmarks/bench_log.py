"""How long a log of ten years takes to read, against one of a year and against plain JSON.

Reading lines is measured apart from what a review does with them; every day of ten years is
there: a check-in a day, four runs and two lifts a week, a little pain.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from statistics import median

import pytest
from tests import six_people

from dovetail.content.library import read_library
from dovetail.domain.training_log import Event
from dovetail.formats.log_jsonl import read_log
from dovetail.review.history import history_of
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on
from dovetail.review.week_signals import week_signals

ROUNDS = 5
YEAR, YEARS = 365, 10
LIBRARY = read_library()
PLAN = six_people.season_of("ana-half").plan
TODAY = PLAN.weeks[8].starts + timedelta(days=6)
SET = {"exercise": "goblet-squat", "reps": 8, "load_kg": 16, "rir": 3, "form": "clean"}


def lines(days: int) -> Iterator[str]:
    for number in range(days):
        on = TODAY - timedelta(days=number)
        yield told(on, "checkin", sleep_h=7, sleep=5, fatigue=5, soreness=5, mood=6, rhr=50)
        if on.weekday() in (1, 3, 5, 6):
            yield told(on, "run", minutes=40 + number % 30, km=8, rpe=4, hr_mean=140)
        if on.weekday() in (0, 4):
            yield told(on, "strength", minutes=45, rpe=6, sets=[SET] * 15)
        if number % 40 < 3:
            yield told(on, "pain", site="knee", during=2)


def told(on: date, kind: str, **said: object) -> str:
    return json.dumps({"id": f"{on}-{kind}", "on": on.isoformat(), "kind": kind, **said})


def review(events: tuple[Event, ...]) -> None:
    """All that a review reads of a log on one day."""
    history = history_of(events, TODAY)
    sessions = [one for week in PLAN.weeks for one in week.sessions]
    matched = match(sessions, history, LIBRARY.principles)
    mornings = Mornings(history=history, matched=matched, plan=PLAN)
    numbers = LIBRARY.principles
    signals_on(TODAY, mornings, is_red=lambda today: False, principles=numbers)
    week_signals(TODAY, mornings, exercises=LIBRARY.exercises, principles=numbers)


def parsed(data: bytes) -> None:
    for line in data.splitlines():
        json.loads(line)


def seconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def test_ten_years(capsys: pytest.CaptureFixture[str]) -> None:
    year, ten = ("\n".join([*lines(days), ""]).encode() for days in (YEAR, YEARS * YEAR))
    year_events, ten_events = read_log(year).events, read_log(ten).events
    work: list[Callable[[], object]] = [
        partial(parsed, ten),
        partial(read_log, year),
        partial(read_log, ten),
        partial(review, year_events),
        partial(review, ten_events),
    ]

    # Interleaved, so that a busy moment of the machine falls on all of them.
    rounds = [[seconds(ask) for ask in work] for _ in range(ROUNDS)]
    plain, read_one, read_ten, one, all_ten = (median(times) for times in zip(*rounds, strict=True))

    with capsys.disabled():
        print(f"\n\n{len(ten_events)} events of ten years, {len(ten) / 1e6:.1f} MB; medians")
        print(f"{'':<10}{'ten years':>12}{'× plain JSON':>14}{'10 : 1 years':>14}")
        for name, took, less in (("lines", read_ten, read_one), ("signals", all_ten, one)):
            ratios = f"{took / plain:>14.1f}{took / less:>14.1f}"
            print(f"{name:<10}{1000 * took:>9.0f} ms{ratios}")
