"""A plan that is lived: what a review keeps, eases and plans again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests import six_people

from dovetail.application.review_plan import review_plan
from dovetail.content.library import read_library
from dovetail.domain import training_log
from dovetail.domain.plan import Plan, Week
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Away,
    Event,
    Illness,
    Lock,
    Move,
    Mute,
    Pain,
    Race,
    Run,
    SetQuantity,
    Skip,
    Strength,
    Void,
)

LIBRARY = read_library()
DAY = timedelta(days=1)
SUNDAY_1 = date(2026, 12, 6)
PASSED = 90.0
AWAY = Away(
    id="away", on=date(2026, 12, 8), logged=SUNDAY_1, until=date(2026, 12, 10), why="travel"
)


def plan_of(name: str = "ana-half") -> Plan:
    return six_people.season_of(name).plan


def sessions_of(plan: Plan) -> dict[str, Session]:
    return {one.id: one for week in plan.weeks for one in week.sessions}


def week_of(plan: Plan, monday: date) -> Week:
    return next(week for week in plan.weeks if week.starts == monday)


def as_asked(plan: Plan, first: date, last: date) -> Iterator[Event]:
    """Everything that a plan asks between two days, done as it is asked."""
    for week in plan.weeks:
        gate_on = week.starts + timedelta(days=5)
        if week.gate is not None and first <= gate_on <= last:
            for need in week.gate.needs:
                yield training_log.Test(
                    id=f"t-{need}-{gate_on}", on=gate_on, test=need, value=PASSED
                )
        for one in week.sessions:
            if not first <= one.date <= last:
                continue
            effort = None if one.rpe is None else sum(one.rpe) / 2
            if one.discipline == "run":
                yield Run(id=f"r-{one.id}", on=one.date, minutes=one.minutes, km=one.km, rpe=effort)
            elif one.discipline == "strength":
                yield Strength(id=f"s-{one.id}", on=one.date, minutes=one.minutes, rpe=effort)


def reviewed(plan: Plan, log: list[Event], on: date) -> Plan:
    return review_plan(plan.athlete, log, on, standing=plan, library=LIBRARY)


def changed(plan: Plan) -> list[str]:
    assert plan.review is not None
    return [one.session for one in plan.review.difference if one.change != "kept"]


@pytest.mark.parametrize("name", ["ana-half", "first-10k", "clara"])
def test_a_life_lived_as_it_is_asked_changes_nothing(name: str) -> None:
    plan = plan_of(name)
    log: list[Event] = []
    day, last = plan.made_on, plan.made_on - timedelta(days=1)
    for _ in range(7 * 7):
        if day.weekday() == 6:
            log += as_asked(plan, last + timedelta(days=1), day)
            plan, last = reviewed(plan, log, day), day
            assert changed(plan) == []
        day += timedelta(days=1)


def test_what_is_past_keeps_what_was_asked_beside_what_came_of_it() -> None:
    plan = plan_of()
    log = list(as_asked(plan, plan.made_on, date(2026, 12, 2)))
    now = reviewed(plan, log, SUNDAY_1)
    asked, found = sessions_of(plan), sessions_of(now)

    past = [one for one in found.values() if one.date < SUNDAY_1 and one.discipline != "rest"]

    assert {one.done.status for one in past if one.done} == {"done", "missed"}
    assert all((one.minutes, one.km) == (asked[one.id].minutes, asked[one.id].km) for one in past)
    assert all(one.state == "past" for one in past)


def test_asked_twice_on_a_day_it_changes_nothing_and_says_the_same() -> None:
    plan = plan_of()
    log = list(as_asked(plan, plan.made_on, date(2026, 12, 3)))
    now = reviewed(plan, log, SUNDAY_1)

    assert reviewed(now, log, SUNDAY_1) == now


def test_a_line_written_later_is_not_seen_before() -> None:
    plan = plan_of()
    log = list(as_asked(plan, plan.made_on, SUNDAY_1))
    late = Illness(id="late", on=date(2026, 12, 3), logged=date(2026, 12, 9), status="started")

    assert reviewed(plan, [*log, late], SUNDAY_1) == reviewed(plan, log, SUNDAY_1)


def test_the_week_in_hand_is_committed_and_the_next_one_open() -> None:
    now = reviewed(plan_of(), [], date(2026, 12, 3))

    assert now.committed_until == SUNDAY_1
    ahead = [one for one in sessions_of(now).values() if one.date > date(2026, 12, 3)]
    assert {one.state for one in ahead if one.date <= SUNDAY_1} == {"committed"}
    assert {one.state for one in ahead if one.date > SUNDAY_1} == {"open"}


def test_fever_takes_the_days_that_are_lost_even_if_it_ended_tomorrow() -> None:
    plan = plan_of()
    thursday = date(2026, 12, 3)
    log: list[Event] = list(as_asked(plan, plan.made_on, date(2026, 12, 1)))
    log.append(Illness(id="ill", on=date(2026, 12, 2), status="started", symptoms=("fever",)))
    now = reviewed(plan, log, thursday)

    today = [one for one in sessions_of(now).values() if one.date == thursday]
    assert [one.kind for one in today] == ["rest"]
    assert week_of(now, date(2026, 11, 30)).run_km < week_of(plan, date(2026, 11, 30)).run_km


def test_a_locked_session_keeps_day_and_amounts_and_says_who_holds_it() -> None:
    plan = plan_of()
    name = "2026-W51-quality-1"
    lock = Lock(id="lock", on=SUNDAY_1, session=name)
    now = reviewed(plan, [*as_asked(plan, plan.made_on, date(2026, 12, 2)), lock], SUNDAY_1)
    was, held = sessions_of(plan)[name], sessions_of(now)[name]

    assert (held.date, held.minutes, held.km) == (was.date, was.minutes, was.km)
    assert held.locked == "lock"


def test_a_coach_sets_the_kilometres_of_a_week() -> None:
    plan = plan_of()
    monday = date(2026, 12, 7)
    hand = SetQuantity(
        id="set", on=SUNDAY_1, by="coach", quantity="week.km", value=18.0,
        first=monday, until=monday + timedelta(days=6),
    )  # fmt: skip
    now = reviewed(plan, [*as_asked(plan, plan.made_on, SUNDAY_1), hand], SUNDAY_1)

    assert week_of(now, monday).run_km <= 18.0
    assert "AD300" in {reason.code for reason in week_of(now, monday).reasons}


def test_a_move_is_heard_within_its_week() -> None:
    plan = plan_of()
    name = next(one.id for one in plan.weeks[0].sessions if one.date == date(2026, 12, 2))
    move = Move(id="move", on=date(2026, 12, 1), session=name, to="2026-12-04")
    now = reviewed(plan, [move], date(2026, 12, 1))

    assert sessions_of(now)[name].date == date(2026, 12, 4)


@pytest.mark.parametrize(("why", "moves"), [("work", "moves"), ("tired", "stays")])
def test_a_key_run_without_time_takes_the_place_of_a_later_easy_run(
    why: str, moves: str
) -> None:  # fmt: skip
    plan = plan_of()
    for week in plan.weeks:
        keys = [one for one in week.sessions if one.key and one.kind != "long"]
        easy = [one for one in week.sessions if one.kind == "easy"]
        for key in keys:
            later = [one for one in easy if 0 < (one.date - key.date).days <= 2]
            if not later or week.starts <= SUNDAY_1:
                continue
            told = Skip(id="skip", on=key.date, session=key.id, why=why)  # type: ignore[arg-type]
            standing = replace(plan, committed_until=week.starts + timedelta(days=6))
            log = [*as_asked(plan, plan.made_on, key.date - timedelta(days=1)), told]
            now = reviewed(standing, log, key.date)
            moved = sessions_of(now)[key.id]
            if moved.date != key.date:
                assert moves == "moves"
                assert moved.date in {one.date for one in later}
                assert "AD368" in {reason.code for reason in moved.reasons}
                return
    assert moves == "stays"


def test_a_long_run_without_time_stays_in_the_past_where_the_next_day_is_ill() -> None:
    plan, tried = plan_of("jonas"), 0
    for week in plan.weeks[1:8]:
        [*longs] = [one for one in week.sessions if one.kind == "long"]
        day = longs[0].date if longs else week.starts
        easy = [one for one in week.sessions if one.date == day - timedelta(days=1)]
        if not longs or not easy or easy[0].kind not in ("easy", "recovery"):
            continue
        key = replace(longs[0], date=easy[0].date, slot=easy[0].slot, order=easy[0].order)
        later = replace(easy[0], date=day, slot=longs[0].slot, order=longs[0].order)
        other = [one for one in week.sessions if one.id not in (key.id, later.id)]
        weeks = [
            replace(each, sessions=(*other, key, later)) if each is week else each
            for each in plan.weeks
        ]
        standing = replace(plan, weeks=tuple(weeks), committed_until=week.starts + 6 * DAY)
        told = Skip(id="skip", on=key.date, session=key.id, why="work")
        ill = Illness(id="ill", on=day, status="started", symptoms=("fever",))
        log = [*as_asked(standing, plan.made_on, key.date - timedelta(days=1)), told, ill]

        now = sessions_of(reviewed(standing, log, day))[key.id]

        assert (now.date, now.km) == (key.date, key.km)
        tried += 1
    assert tried


def test_of_two_bounds_on_a_week_the_letter_tells_the_one_that_counts() -> None:
    plan = plan_of()
    log = [
        replace(one, rpe=(one.rpe or 0.0) + 1) if isinstance(one, Run) else one
        for one in as_asked(plan, plan.made_on, SUNDAY_1)
    ]
    log.append(Pain(id="pain", on=SUNDAY_1, site="achilles", during=3, after=2))

    review = reviewed(plan, log, SUNDAY_1).review
    assert review is not None
    bounds = {
        one.code: one.at_most
        for one in review.decisions
        if one.of == "week.km" and one.first > SUNDAY_1 and one.at_most is not None
    }
    told = {reason.code for part in review.letter for reason in part.reasons} & bounds.keys()

    assert len(set(bounds.values())) > 1
    assert told == {min(bounds, key=lambda code: bounds[code] or 0.0)}


def test_days_away_leave_no_session_on_them() -> None:
    plan = plan_of()
    log: list[Event] = list(as_asked(plan, plan.made_on, SUNDAY_1))
    log.append(
        Away(
            id="away", on=date(2026, 12, 8), logged=SUNDAY_1, until=date(2026, 12, 10), why="travel"
        )
    )
    now = reviewed(plan, log, SUNDAY_1)

    away = [
        one
        for one in sessions_of(now).values()
        if date(2026, 12, 8) <= one.date <= date(2026, 12, 10)
    ]
    assert {one.discipline for one in away} == {"rest"}


def test_a_race_sets_the_paces_of_the_weeks_to_come() -> None:
    plan = plan_of()
    race = Race(id="race", on=SUNDAY_1, km=10.0, time="0:46:00")
    now = reviewed(plan, [*as_asked(plan, plan.made_on, date(2026, 12, 5)), race], SUNDAY_1)

    assert now.race_fitness is not None
    assert plan.race_fitness is not None
    assert now.race_fitness > plan.race_fitness


def test_a_decision_falls_with_the_event_it_leans_on() -> None:
    plan = plan_of()
    log: list[Event] = [*as_asked(plan, plan.made_on, SUNDAY_1), AWAY]
    first = reviewed(plan, log, SUNDAY_1)
    monday = date(2026, 12, 7)
    log.append(Void(id="void", on=AWAY.on, logged=monday, corrects="away"))
    then = reviewed(first, log, monday)

    assert first.review is not None
    assert then.review is not None
    assert "away" in {event for one in first.review.decisions for event in one.because}
    assert "away" not in {event for one in then.review.decisions for event in one.because}


def test_a_muted_rule_is_kept_and_says_so() -> None:
    plan = plan_of()
    mute = Mute(id="mute", on=SUNDAY_1, code="MS440", why="we know")
    now = reviewed(plan, [mute], SUNDAY_1)

    assert all(one.muted is not None for one in now.findings if one.code == "MS440")


def test_every_change_has_a_reason() -> None:
    now = reviewed(plan_of(), [], SUNDAY_1)

    assert now.review is not None
    assert changed(now) != []
    assert all(one.reasons for one in now.review.difference if one.change != "kept")
