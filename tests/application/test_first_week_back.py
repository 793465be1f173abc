"""The first week back after days off, as `today` asks it day by day: about half of before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.golden.twelve import season_of
from tests.logs import done_as_asked

from dovetail.application.today import today_of
from dovetail.content.library import read_library
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Run

A_DAY = timedelta(days=1)
WEEKS = 8
"""Weeks trained as asked before the days off."""


def sessions_of(plan: Plan) -> list[Session]:
    return [one for week in plan.weeks for one in week.sessions]


def ran_before(plan: Plan, first: date) -> float:
    """The mean of the four weeks before the days off [km]."""
    weeks = range((first - 28 * A_DAY).toordinal(), first.toordinal())
    return (
        sum(
            one.km or 0.0
            for one in sessions_of(plan)
            if one.discipline == "run" and one.date.toordinal() in weeks
        )
        / 4
    )


def asked_back(plan: Plan, off: int) -> Iterator[float]:
    """Yield the kilometres of each run of the first week back, each done as it was asked."""
    first = plan.weeks[0].starts + 7 * WEEKS * A_DAY
    log: list[Event] = [*done_as_asked(one for one in sessions_of(plan) if one.date < first)]
    for number in range(7):
        on = first + (off + number) * A_DAY
        for asked in today_of(plan, log, on, library=read_library()).asked:
            if asked.now is not None and asked.now.discipline == "run":
                km = asked.now.km or 0.0
                log.append(Run(id=f"back-{number}", on=on, minutes=asked.now.minutes, km=km))
                yield km


@pytest.mark.parametrize("off", [7, 13, 20])
@pytest.mark.parametrize(
    "name", ["ana-half", "at-16-5k", "at-68-10k", "long-way-marathon", "marathon-sub-3"]
)
def test_after_one_to_four_weeks_off_the_first_week_is_about_half(name: str, off: int) -> None:
    plan = season_of(name).plan
    before = ran_before(plan, plan.weeks[0].starts + 7 * WEEKS * A_DAY)

    assert 0.34 <= sum(asked_back(plan, off)) / before <= 0.55


@pytest.mark.parametrize("name", ["ana-half", "marathon-masters", "marathon-sub-3"])
def test_after_longer_the_first_week_is_about_a_third(name: str) -> None:
    plan = season_of(name).plan
    before = ran_before(plan, plan.weeks[0].starts + 7 * WEEKS * A_DAY)

    assert 0.2 <= sum(asked_back(plan, 33)) / before <= 0.4


@pytest.mark.parametrize("off", [7, 20, 33])
def test_no_run_of_the_first_week_is_as_long_as_it_was_planned(off: int) -> None:
    plan = season_of("marathon-sub-3").plan
    first = plan.weeks[0].starts + (7 * WEEKS + off) * A_DAY
    longest = max(
        one.km or 0.0
        for one in sessions_of(plan)
        if one.discipline == "run" and first <= one.date < first + 7 * A_DAY
    )

    assert max(asked_back(plan, off)) <= longest / 2 + 0.5
