"""How long a review takes, against planning the same open weeks, and what many leave in memory.

The plan has sixteen weeks and a year of log behind it; half of its weeks are lived.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

import pytest
from tests import six_people
from tests.lives.living import DAY, Life
from tests.people import first_day, likely_person

from dovetail.application.make_plan import make_plan
from dovetail.application.review_plan import review_plan
from dovetail.content.library import read_library
from dovetail.domain.errors import DovetailError
from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Event, Note, Run

ROUNDS = 7
LIBRARY = read_library()
FEW, MANY = 100, 1000


def lived(name: str = "ana-half") -> tuple[Plan, list[Event], date]:
    """A plan after eight weeks of a good life, with a year of runs before it."""
    plan = six_people.season_of(name).plan
    began = plan.made_on
    log: list[Event] = [
        Run(id=f"before-{n}", on=began - (n + 1) * 2 * DAY, minutes=50, km=8.5, rpe=4)
        for n in range(180)
    ]
    life = Life(random.Random(name), good_only=True, log=log)
    day = began
    while day < began + timedelta(weeks=8):
        life.live(plan, day)
        if day.weekday() == 6:
            plan = review_plan(plan.athlete, life.log, day, standing=plan, library=LIBRARY)
        day += DAY
    return plan, life.log, day


def seconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


@pytest.mark.parametrize("changed", [True, False], ids=["log-changed", "log-as-it-was"])
def test_a_review_against_planning_its_open_weeks(
    benchmark: object,
    changed: bool,  # noqa: FBT001
) -> None:
    plan, log, today = lived()
    reviewed = review_plan(plan.athlete, log, today, standing=plan, library=LIBRARY)
    more = [*log, Note(id="note", on=today, text="A word more.")] if changed else log
    standing = reviewed

    def review() -> object:
        return review_plan(plan.athlete, more, today, standing=standing, library=LIBRARY)

    def plan_open() -> object:
        return make_plan(plan.athlete, (), plan.season_starts, library=LIBRARY)

    whole = median(seconds(plan_open) for _ in range(ROUNDS))
    weeks = [week for week in plan.weeks if week.number]
    share = sum(week.starts >= today for week in weeks) / len(weeks)
    took = median(seconds(review) for _ in range(ROUNDS))
    benchmark.extra_info["times_open_weeks"] = round(took / (share * whole), 2)  # type: ignore[attr-defined]
    benchmark.pedantic(review, rounds=ROUNDS)  # type: ignore[attr-defined]


def test_memory_after_a_thousand_athletes(benchmark: object) -> None:
    peaks: dict[int, int] = {}

    def people() -> None:
        for number in range(MANY):
            if number in (FEW, MANY - 1):
                peaks[number] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            on = first_day(number, 1)
            try:
                plan = make_plan(likely_person(number, 1), (), on, library=LIBRARY)
                review_plan(plan.athlete, (), on + 6 * DAY, standing=plan, library=LIBRARY)
            except DovetailError:
                continue

    benchmark.pedantic(people, rounds=1)  # type: ignore[attr-defined]
    few, many = (peaks[number] for number in sorted(peaks))
    benchmark.extra_info["peak_after_many"] = round(many / few, 2)  # type: ignore[attr-defined]
