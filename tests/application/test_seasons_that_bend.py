"""What a fever and a trip leave of a season: dented where they were, and the line goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests import six_people
from tests.application.test_review_plan import as_asked, reviewed, week_of

from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Away, Event, Illness, Run

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
AFTER = 5
"""The way back from a week off is over by then [weeks]."""
NAMES = ("ana-half", "marathon-masters", "jonas")


def lived(name: str, story: list[Event]) -> tuple[Plan, list[Plan]]:
    """The plan as it began, and after each of seven Sundays of doing what it asks."""
    first = plan = six_people.season_of(name).plan
    log, found, day = list(story), [], plan.weeks[0].starts
    [ill, well] = [one.on for one in story if isinstance(one, Illness)]
    for _ in range(7):
        sunday = day + 6 * DAY
        log += [one for one in as_asked(plan, day, sunday) if not ill <= one.on <= well]
        plan = reviewed(plan, log, sunday)
        found.append(plan)
        day += WEEK
    return first, found


def story(monday: date, *, trip: bool) -> list[Event]:
    """A fever from the Thursday of week 2 to the Tuesday after; then a trip of nine days."""
    ill_on, well_on = monday + 10 * DAY, monday + 15 * DAY
    ill = Illness(id="ill", on=ill_on, status="started", symptoms=("fever",))
    well = Illness(id="well", on=well_on, status="ended")
    away = Away(
        id="away", on=monday + 20 * DAY, until=monday + 28 * DAY, why="travel", minutes=30.0
    )
    return [ill, well, *([away] if trip else [])]


@pytest.mark.parametrize("trip", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_fever_and_a_trip_bend_a_season_and_do_not_break_it(name: str, *, trip: bool) -> None:
    """Neither while it lasts, nor after: the weeks far ahead stay near what they were to be."""
    monday = six_people.season_of(name).plan.weeks[0].starts
    first, plans = lived(name, story(monday, trip=trip))
    for plan in plans:
        for week in plan.weeks:
            number = (week.starts - monday).days // 7
            if number < AFTER or week.phase in ("race", "recovery"):
                continue
            stood = week_of(first, week.starts)
            assert week.run_km >= 0.7 * stood.run_km, (plan.made_on, week.starts)
            if stood.long_run_km and week.long_run_km:
                assert week.long_run_km >= 0.6 * stood.long_run_km, (plan.made_on, week.starts)


@pytest.mark.parametrize("name", NAMES)
def test_a_week_away_is_no_measure_for_the_weeks_after_it(name: str) -> None:
    """Nine days with half an hour each, done as asked: then the line goes on where it was."""
    monday = six_people.season_of(name).plan.weeks[0].starts
    away = Away(
        id="away", on=monday + 13 * DAY, until=monday + 21 * DAY, why="travel", minutes=30.0
    )
    first = plan = six_people.season_of(name).plan
    log: list[Event] = [away]
    for week in range(4):
        day = monday + week * WEEK
        log += as_asked(plan, day, day + 6 * DAY)
        plan = reviewed(plan, log, day + 6 * DAY)
        for ahead in plan.weeks[5:]:
            if ahead.phase not in ("race", "recovery"):
                assert ahead.run_km >= 0.8 * week_of(first, ahead.starts).run_km, ahead.starts


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("days", [2, 3])
def test_doing_less_again_never_makes_the_next_full_week_harder(name: str, days: int) -> None:
    """A week of which little was run, then one that ends on its second or third day.

    A lighter week follows, which builds on nothing of its own.
    """
    plan = six_people.season_of(name).plan
    monday, log = plan.weeks[0].starts, list[Event]()
    for week, share in enumerate((1.0, 0.5, 1.0)):
        day = monday + week * WEEK
        last = day + (6 if week < 2 else days - 1) * DAY
        for one in as_asked(plan, day, last):
            if isinstance(one, Run):
                km = None if one.km is None else round(share * one.km, 1)
                log.append(replace(one, minutes=share * one.minutes, km=km))
        stood, plan = plan, reviewed(plan, log, day + 6 * DAY)
    ahead = next(week for week in plan.weeks[3:] if not week.lighter)
    assert ahead.run_km <= 1.1 * week_of(stood, ahead.starts).run_km + 0.5
