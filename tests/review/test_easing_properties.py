"""Easier is a partial order: every golden session, under ceilings drawn at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.twelve import season_of
from tests.review.eases import SEASONS, SIMPLE, asked, eases, shelf_of

from dovetail.domain.decision import Reason
from dovetail.domain.easing import NO_BREAKS, Ease
from dovetail.domain.ladder import WALK_FIRST_MIN
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Target
from dovetail.domain.session import Session
from dovetail.formats import plan_json
from dovetail.planning.run_recipes import km_of, minutes_of
from dovetail.planning.strength_session import MANY_CONTACTS
from dovetail.review.easing import eased, eased_day
from dovetail.review.no_harder import no_harder
from dovetail.rulebook.intensity import of_the_legs

BECAUSE = (Reason("AD340", {"points": 3, "worst": "readiness.sleep"}),)
ROUNDING_MIN, ROUNDING_KM = 2.0, 0.55

EASED = settings(max_examples=20, deadline=None)


def every() -> Iterator[tuple[str, Session]]:
    return ((name, session) for name in SEASONS for session in asked(name))


def called(name: str, session: Session) -> str:
    return f"{name} {session.id} ({session.kind})"


def under(name: str, session: Session, left: Ease) -> Session | None:
    return eased(session, left, shelf_of(name), BECAUSE)


def amounts_agree(name: str, session: Session) -> bool:
    """Whether minutes and kilometres are those of the steps, but for their rounding."""
    paces = shelf_of(name).paces
    minutes = abs(session.minutes - minutes_of(session.steps, paces)) <= ROUNDING_MIN
    if session.kind == "run_walk":
        return minutes
    return minutes and abs((session.km or 0) - km_of(session.steps, paces)) <= ROUNDING_KM


@EASED
@given(eases())
def test_nothing_gets_harder(left: Ease) -> None:
    harder = [
        called(name, session)
        for name, session in every()
        if not no_harder(under(name, session, left), session, season_of(name).profile.runner)
    ]

    assert harder == []


@EASED
@given(eases(), eases())
def test_lower_ceilings_leave_no_more(one: Ease, other: Ease) -> None:
    lower = one & other
    breaks = one.rung != lower.rung

    more = [
        called(name, session)
        for name, session in every()
        if not (breaks and session.discipline == "run")
        and not no_harder(
            under(name, session, lower),
            under(name, session, one),
            season_of(name).profile.runner,
        )
    ]

    assert more == []


@EASED
@given(eases(), st.integers(1, NO_BREAKS - 1))
def test_walking_breaks_take_the_place_of_nothing_that_is_gone(left: Ease, rung: int) -> None:
    there = [
        called(name, session)
        for name, session in every()
        if session.discipline == "run"
        and under(name, session, replace(left, rung=NO_BREAKS)) is None
        and under(name, session, replace(left, rung=rung)) is not None
    ]

    assert there == []


@EASED
@given(eases())
def test_the_same_ceilings_twice_take_nothing_more(left: Ease) -> None:
    once = [(name, under(name, session, left)) for name, session in every()]

    changed = [
        called(name, session)
        for name, session in once
        if session is not None and under(name, session, left) is not session
    ]

    assert changed == []


def test_no_ceilings_change_nothing() -> None:
    changed = [
        called(name, session)
        for name, session in every()
        if under(name, session, Ease()) is not session
    ]

    assert changed == []


@EASED
@given(eases())
def test_what_is_left_is_a_whole_session(left: Ease) -> None:
    wrong = [
        called(name, found)
        for name, session in every()
        if (found := under(name, session, left)) is not None and found is not session
        if not is_whole(name, found)
    ]

    assert wrong == []


def is_whole(name: str, session: Session) -> bool:
    """Whether its amounts agree, it has a name, and everything it says can be said."""
    say = season_of(name).say
    said = all(say.reason(reason) for reason in session.reasons) and say.purpose(session)
    if session.discipline == "run":
        steps = all((step.km or step.minutes or 0) > 0 for step in session.steps)
        return bool(said) and bool(say.title(session)) and steps and amounts_agree(name, session)
    circuits = [block for block in session.blocks if block.circuit]
    rounds = all(line.sets == block.rounds for block in circuits for line in block.lines)
    return bool(said) and bool(say.title(session)) and rounds


@EASED
@given(eases())
def test_no_run_is_longer_than_its_ceilings(left: Ease) -> None:
    too_long = [
        called(name, session)
        for name, session in every()
        if session.discipline == "run" and (found := under(name, session, left)) is not None
        if found.minutes - walk_min(found) > left.run_min or (found.km or 0) > left.run_km + 1e-6
    ]

    assert too_long == []


def walk_min(session: Session) -> float:
    """The walk before an outing is no running."""
    return WALK_FIRST_MIN if session.kind == "run_walk" else 0


@EASED
@given(eases())
def test_what_is_barred_is_gone(left: Ease) -> None:
    there = [
        called(name, session)
        for name, session in every()
        if (found := under(name, session, left)) is not None and session.discipline != "race"
        if (not left.hops and found.contacts)
        or (not left.heavy_legs and found.heavy_legs and found.contacts <= MANY_CONTACTS)
        or (not left.grow and any(line.load_rule == "step" for line in found.lines()))
        or (left.quality in ("easy", "none") and any(is_fast(step.target) for step in found.steps))
    ]

    assert there == []


def is_fast(target: Target) -> bool:
    return target.pace not in (None, "easy") or (target.rpe or (0, 0))[0] >= 5


@EASED
@given(eases())
def test_light_leaves_no_line_for_the_legs(left: Ease) -> None:
    light = left & Ease(lift="light")

    there = [
        called(name, session)
        for name, session in every()
        if session.discipline == "strength" and session.kind != "activation"
        if (found := under(name, session, light)) is not None
        if found.minutes > 20 or any(of_the_legs(line.trains) for line in found.working_lines())
    ]

    assert there == []


@EASED
@given(eases())
def test_a_race_stays_whole_or_goes(left: Ease) -> None:
    cut = [
        called(name, session)
        for name, session in every()
        if session.discipline == "race" and (found := under(name, session, left)) is not None
        if (found.steps, found.minutes, found.km) != (session.steps, session.minutes, session.km)
        or not left.runs
    ]

    assert cut == []


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(SEASONS), eases())
def test_every_day_keeps_its_why(name: str, left: Ease) -> None:
    days = {session.date for session in season_of(name).sessions}
    for day in sorted(days)[::5]:
        was = [session for session in season_of(name).sessions if session.date == day]
        now = eased_day(was, left, shelf_of(name), BECAUSE)

        assert now, day
        assert all(session.reasons for session in now)
        for slot in ("am", "pm"):
            orders = [one.order for one in now if one.slot == slot and one.discipline != "rest"]
            assert sorted(orders) == list(range(1, len(orders) + 1))


@pytest.mark.parametrize("name", ["ana-half", "run-walk-5k", "marathon-sub-3"])
@pytest.mark.parametrize("left", SIMPLE)
def test_a_plan_that_was_kept_and_read_again_is_not_eased_twice(name: str, left: Ease) -> None:
    season = season_of(name)
    weeks = [replace(week, sessions=eased_week(name, week, left)) for week in season.plan.weeks]
    text = plan_json.write(replace(season.plan, weeks=tuple(weeks)), say=season.say)
    again = plan_json.read(text)

    assert plan_json.write(again, say=season.say) == text
    assert [eased_week(name, week, left) for week in again.weeks] == [
        week.sessions for week in again.weeks
    ]


def eased_week(name: str, week: Week, left: Ease) -> tuple[Session, ...]:
    found = (under(name, session, left) for session in week.sessions)
    return tuple(session for session in found if session is not None)
