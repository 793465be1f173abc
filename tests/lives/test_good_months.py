"""A good month changes nothing that it need not."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from tests.lives.lives import live

from dovetail.domain.plan import Plan, Week
from dovetail.domain.session import Session

SEED, PEOPLE, WEEKS = 20261124, 12, 5
SUNDAY = timedelta(days=6)


def next_week(plan: Plan, today: date) -> Week | None:
    return next((week for week in plan.weeks if week.starts > today), None)


def trained(plan: Plan, after: date) -> dict[str, Session]:
    return {
        one.id: one
        for week in plan.weeks
        for one in week.sessions
        if one.date > after and one.discipline in ("run", "strength")
    }


@pytest.mark.parametrize("number", range(PEOPLE))
def test_after_a_good_week_the_plan_stays_where_it_stood(number: int) -> None:
    """At least nine of ten open sessions keep their day, and the next week its kilometres."""
    lived = live(number, SEED, weeks=WEEKS, good_only=True)
    if lived is None:
        return
    assert lived.reviews >= WEEKS - 1
    for (_, stood), (today, now) in pairwise(lived.plans):
        if now.review is None:
            continue
        was, is_now = trained(stood, today), trained(now, today)
        kept = sum(name in is_now and is_now[name].date == one.date for name, one in was.items())
        assert kept >= 0.9 * len(was), today
        ahead = next_week(now, today)
        before = next_week(stood, today)
        if ahead is not None and before is not None and before.run_km:
            assert 0.9 * before.run_km <= ahead.run_km <= 1.1 * before.run_km, today
