"""Strength away from home is made for what is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from tests.application.test_review_plan import as_asked, plan_of, reviewed, week_of

from dovetail.domain.exercise import Equipment
from dovetail.domain.training_log import Away, Event

DAY = timedelta(days=1)
AT_HAND = {"step", "backpack"}


def kit_of_a_week_away(name: str, why: str, can: Sequence[Equipment]) -> set[str]:
    """What the strength sessions of a week of forty minutes a day need."""
    plan = plan_of(name)
    week, today = plan.weeks[6], plan.weeks[4].starts + 6 * DAY
    log: list[Event] = list(as_asked(plan, plan.made_on, today))
    away = Away(
        id="away", on=week.starts, logged=today, until=week.starts + 6 * DAY,
        why=why, can=tuple(can), minutes=40.0,  # type: ignore[arg-type]
    )  # fmt: skip
    now = week_of(reviewed(plan, [*log, away], today), week.starts)
    lines = [line for one in now.sessions for line in one.working_lines()]
    assert lines
    return {tool for line in lines for tool in line.equipment}


@pytest.mark.parametrize("name", ["ana-half", "jonas", "marathon-masters"])
def test_on_a_journey_there_is_what_was_told_and_else_nothing(name: str) -> None:
    assert kit_of_a_week_away(name, "travel", ()) <= AT_HAND
    assert kit_of_a_week_away(name, "travel", ("bands",)) <= AT_HAND | {"bands"}


def test_who_is_away_only_by_the_clock_lifts_with_what_is_at_home() -> None:
    assert kit_of_a_week_away("ana-half", "work", ()) - AT_HAND - {"bands"}
