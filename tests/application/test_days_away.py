"""Ten days away with half an hour a day: the usual days go on, shorter."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.application.test_review_plan import as_asked, plan_of, reviewed, week_of

from dovetail.domain.training_log import Away

HALF_HOUR, TEN_DAYS = 30, timedelta(days=9)


@pytest.mark.parametrize(
    ("name", "runs"), [("first-10k", 2), ("ana-half", 3), ("jonas", 5), ("dov", 2)]
)
def test_a_week_away_holds_short_runs_and_strength_on_its_days(name: str, runs: int) -> None:
    plan = plan_of(name)
    today = plan.season_starts + timedelta(days=20)
    monday = today + timedelta(days=1)
    away = Away(
        id="away", on=monday, logged=today, until=monday + TEN_DAYS, why="travel",
        minutes=float(HALF_HOUR),
    )  # fmt: skip
    week = week_of(reviewed(plan, [*as_asked(plan, plan.made_on, today), away], today), monday)

    days = {one.date for one in week_of(plan, monday).sessions if one.discipline != "rest"}
    asked = [one for one in week.sessions if one.discipline in ("run", "strength")]
    assert sum(one.discipline == "run" for one in asked) >= runs
    assert any(one.discipline == "strength" for one in asked)
    assert all(one.minutes <= HALF_HOUR for one in asked)
    assert {one.date for one in asked} <= days
    assert not any(one.kind == "long" for one in asked)
