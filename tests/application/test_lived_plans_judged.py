"""What `check` says of a plan that is lived: of what is to come, not of what life made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.application.test_review_plan import LIBRARY, as_asked, plan_of, reviewed

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Away, Event, Illness
from dovetail.linting.check import findings_of

DAY = timedelta(days=1)
NAMES = ("ana-half", "jonas", "marathon-masters", "clara")


def through_a_fever_and_a_trip(name: str) -> Plan:
    """Two weeks as asked, six days of fever, a week back, nine days away, one as asked."""
    plan = plan_of(name)
    monday = plan.weeks[0].starts if plan.weeks[0].number else plan.weeks[1].starts
    ill, well = monday + 14 * DAY, monday + 19 * DAY
    away, home = monday + 28 * DAY, monday + 36 * DAY
    log: list[Event] = [
        Illness(id="ill", on=ill, status="started", symptoms=("fever",)),
        Illness(id="well", on=well, status="ended"),
        Away(id="away", on=away, until=home, why="travel", minutes=30.0),
    ]
    for week in range(6):
        day = monday + week * 7 * DAY
        done = as_asked(plan, day, day + 6 * DAY)
        log += [one for one in done if not (ill <= one.on <= well or away <= one.on <= home)]
        plan = reviewed(plan, log, day + 6 * DAY)
    return plan


def errors(plan: Plan) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.code, one.place.week, one.place.session)
        for one in plan.findings
        if one.severity == "error"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_reviewed_through_a_fever_and_a_trip_has_no_error_ahead(name: str) -> None:
    assert errors(through_a_fever_and_a_trip(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_long_run_carries_a_week_to_come(name: str) -> None:
    plan = through_a_fever_and_a_trip(name)
    assert plan.review is not None

    for week in plan.weeks:
        if week.starts > plan.review.on and week.run_km and week.phase in ("base", "build"):
            assert week.long_run_km <= 0.6 * week.run_km, week.starts


def with_a_long_run_of_40_km(plan: Plan, week: int) -> Plan:
    changed = plan.weeks[week]
    longer = tuple(
        replace(one, km=40.0, minutes=260) if one.kind == "long" else one
        for one in changed.sessions
    )
    weeks = (replace(one, sessions=longer) if one is changed else one for one in plan.weeks)
    return replace(plan, weeks=tuple(weeks))


def too_long_in(plan: Plan) -> set[str | None]:
    found = findings_of(plan, LIBRARY.principles, LIBRARY.exercises)
    return {one.place.week for one in found if one.code == "LM101" and one.severity == "error"}


def test_what_is_over_is_no_news_and_what_is_to_come_is() -> None:
    plan = plan_of("ana-half")
    sunday = plan.weeks[1].starts + 6 * DAY
    now = reviewed(plan, list(as_asked(plan, plan.made_on, sunday)), sunday + DAY)
    past, ahead = (week_name(now.weeks[number].starts) for number in (1, 4))

    assert past in too_long_in(with_a_long_run_of_40_km(plan, 1))
    assert past not in too_long_in(with_a_long_run_of_40_km(now, 1))
    assert ahead in too_long_in(with_a_long_run_of_40_km(now, 4))


def test_a_lighter_week_that_life_held_is_never_too_little_and_may_be_too_much() -> None:
    plan = through_a_fever_and_a_trip("ana-half")
    assert plan.review is not None
    lighter = next(
        one for one in plan.weeks if one.lighter and one.starts > plan.review.on and one.run_km
    )
    held = replace(lighter, reasons=(Reason("AD318", {}), *lighter.reasons))

    def told(km: float) -> bool:
        weeks = (replace(held, run_km=km) if one is lighter else one for one in plan.weeks)
        now = replace(plan, weeks=tuple(weeks))
        return "LM113" in {
            one.code
            for one in findings_of(now, LIBRARY.principles, LIBRARY.exercises)
            if one.place.week == week_name(lighter.starts)
        }

    assert not told(1.0)
    assert told(3 * lighter.run_km)
