"""Mistakes seen in whole logs: none where a plan was done, each where it was planted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.golden.twelve import TWELVE
from tests.golden.twelve import season_of as golden
from tests.logs import done_as_asked
from tests.seasons import Season
from tests.six_people import SIX, season_of

from dovetail.application.log_mistakes import mistakes_in_log, mistakes_seen
from dovetail.application.today import today_of
from dovetail.content.library import read_library
from dovetail.domain.calendar import week_name
from dovetail.domain.performed import PerformedSet
from dovetail.domain.plan import Finding, Plan, Week
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Mute, Pain, Race, Run, Strength
from dovetail.review.history import history_of
from dovetail.review.readiness import Mornings

LIBRARY = read_library()
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
Log = dict[str, Event]
"""Events by the session that they answer to, or by a name of their own."""


def done(season: Season) -> Log:
    """A log that does the plan: races in the middle of what they are planned to take."""
    log: Log = {one.id.removeprefix("done-"): one for one in done_as_asked(season.sessions)}
    for one in season.sessions:
        if one.discipline == "race" and one.km:
            time = f"{one.minutes // 60}:{one.minutes % 60:02}:00"
            log[one.id] = Race(id=f"done-{one.id}", on=one.date, km=one.km, time=time)
    return log


def seen(plan: Plan, events: Iterable[Event], on: date) -> Sequence[Finding]:
    return mistakes_seen(plan, Mornings(history=history_of(events, on)), LIBRARY)


def found(plan: Plan, log: Log, on: date | None = None) -> Sequence[Finding]:
    last = plan.weeks[-1].starts + WEEK
    return mistakes_in_log(plan, log.values(), on or last, LIBRARY)


@pytest.mark.parametrize("name", TWELVE)
def test_who_does_the_plan_makes_no_mistake_in_any_week(name: str) -> None:
    season = golden(name)

    assert [(one.code, one.place.week) for one in found(season.plan, done(season))] == []


@pytest.mark.parametrize("name", SIX)
def test_who_does_the_plan_hears_of_no_mistake_on_any_day(name: str) -> None:
    season = season_of(name)
    log = done(season)
    days = (
        season.plan.weeks[0].starts + number * DAY
        for number in range(0, 7 * len(season.plan.weeks), 3)
    )

    assert [(day, one.code) for day in days for one in seen(season.plan, log.values(), day)] == []


@pytest.mark.parametrize("name", SIX)
def test_a_lift_told_without_its_sets_is_no_mistake(name: str) -> None:
    season = season_of(name)
    told = done_as_asked(season.sessions, sets=False)

    assert [one.code for one in found(season.plan, {one.id: one for one in told})] == []


def test_without_a_log_nothing_is_found() -> None:
    plan = season_of("ana-half").plan

    assert found(plan, {}) == ()


# -- planted ---------------------------------------------------------------------------------

Plant = Callable[[Log, Sequence[Week]], None]


def legs_left_out(log: Log, weeks: Sequence[Week]) -> None:
    """Two weeks of lifts with the arms and the core alone."""
    for one in _sessions(weeks[-2:]):
        lift = log.get(one.id)
        if isinstance(lift, Strength):
            legs = {key for key, exercise in LIBRARY.exercises.items() if exercise.lower}
            log[one.id] = replace(
                lift, sets=tuple(each for each in lift.sets if each.exercise not in legs)
            )


def strength_left_out(log: Log, weeks: Sequence[Week]) -> None:
    """Three weeks without a lift."""
    for one in _sessions(weeks[-3:]):
        if one.discipline == "strength":
            log.pop(one.id, None)


def leap(log: Log, weeks: Sequence[Week]) -> None:
    """One run half as long again as the long run of its week."""
    long = max(_runs(weeks[-1]), key=lambda one: one.km or 0.0)
    run = log[long.id]
    assert isinstance(run, Run)
    log[long.id] = replace(run, km=1.5 * (long.km or 0.0) + 2, minutes=1.5 * long.minutes)


def easy_runs_raced(log: Log, weeks: Sequence[Week]) -> None:
    """Two weeks in which no easy run was easy."""
    for one in _sessions(weeks[-2:]):
        run = log.get(one.id)
        if isinstance(run, Run) and one.kind in ("easy", "recovery", "strides", "long"):
            log[one.id] = replace(run, rpe=6.0)


def pain_run_through(log: Log, weeks: Sequence[Week]) -> None:
    """A knee that hurts a little more with each run of the week."""
    for number, run in enumerate(_runs(weeks[-1])):
        log[f"hurt-{number}"] = Pain(
            id=f"hurt-{number}", on=run.date, site="knee", during=float(1 + number)
        )


def jumps(log: Log, weeks: Sequence[Week]) -> None:
    """Two hundred hops on the side."""
    hops = tuple(PerformedSet(exercise="pogo-hop", reps=20) for _ in range(10))
    on = weeks[-1].starts + 4 * DAY
    log["hops"] = Strength(id="hops", on=on, minutes=20, sets=hops)


PLANTED: Mapping[str, Plant] = {
    "MS451": legs_left_out,
    "MS461": strength_left_out,
    "MS457": leap,
    "MS456": easy_runs_raced,
    "MS464": pain_run_through,
    "MS460": jumps,
}


def _sessions(weeks: Sequence[Week]) -> list[Session]:
    return [one for week in weeks for one in week.sessions]


def _runs(week: Week) -> list[Session]:
    return [one for one in week.sessions if one.discipline == "run"]


def place(plan: Plan) -> int:
    """A place in the season behind four weeks of base and build, before race week."""
    return next(
        number
        for number, week in enumerate(plan.weeks)
        if week.number >= 5 and not week.lighter and week.phase in ("base", "build")
    )


@pytest.mark.parametrize("name", SIX)
@pytest.mark.parametrize("code", PLANTED)
def test_a_planted_mistake_is_found_in_its_week(code: str, name: str) -> None:
    season = season_of(name)
    log, here = done(season), place(season.plan)
    week = season.plan.weeks[here]

    PLANTED[code](log, season.plan.weeks[: here + 1])

    seen = found(season.plan, log, week.starts + WEEK)
    assert week_name(week.starts) in {one.place.week for one in seen if one.code == code}
    assert {one.place.week for one in seen} <= {
        week_name(one.starts) for one in season.plan.weeks[here - 2 : here + 1]
    }


# -- muted, and told in a line ---------------------------------------------------------------


def raced_easy_runs() -> tuple[Plan, Log, date]:
    season = season_of("ana-half")
    log, here = done(season), place(season.plan)
    easy_runs_raced(log, season.plan.weeks[: here + 1])
    return season.plan, log, season.plan.weeks[here].starts + WEEK


def test_what_somebody_muted_is_told_and_muted_and_not_said_in_a_day() -> None:
    plan, log, on = raced_easy_runs()
    mute = Mute(id="mute", on=on - DAY, code="MS456", why="I like it")
    told = [*log.values(), mute]

    [easy] = [one for one in seen(plan, told, on) if one.code == "MS456"]

    assert easy.muted is not None
    assert easy.muted.because == "I like it"
    assert today_of(plan, told, on, library=LIBRARY).mistakes == ()


def test_a_mute_that_has_run_out_mutes_nothing() -> None:
    plan, log, on = raced_easy_runs()
    mute = Mute(id="mute", on=on - 3 * DAY, until=on - DAY, code="MS456")

    told = seen(plan, [*log.values(), mute], on)

    assert [one.muted for one in told] == [None]


def test_a_day_says_the_mistake_that_stands() -> None:
    plan, log, on = raced_easy_runs()

    assert [one.code for one in today_of(plan, log.values(), on, library=LIBRARY).mistakes] == [
        "MS456"
    ]


def test_what_the_pain_gate_tells_is_not_told_twice() -> None:
    season = season_of("ana-half")
    log, here = done(season), place(season.plan)
    pain_run_through(log, season.plan.weeks[: here + 1])
    on = season.plan.weeks[here].starts + WEEK

    today = today_of(season.plan, log.values(), on, library=LIBRARY)

    assert "MS464" in {one.code for one in seen(season.plan, log.values(), on)}
    assert today.said
    assert today.mistakes == ()
