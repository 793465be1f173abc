"""Matching: each event and each session once, in the order of the contract."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import plan_parts as parts
from tests.logs import day, event, lifted, ran, random_events, seen

from dovetail.content.library import read_library
from dovetail.domain.performed import PerformedSet
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Mobility, Move, Other, Race, Skip
from dovetail.domain.training_log import Test as SelfTest
from dovetail.review.done import outcomes
from dovetail.review.history import history_of
from dovetail.review.matching import Matched, match

OURS = read_library().principles
EASY = parts.run(day(1), "easy-1", minutes=40)
LONG = parts.long_run(day(6), 12)
LIFT = parts.strength(day(2), "a", phase="stabilization", block=parts.circuit())
WEEK = (EASY, LIFT, LONG, parts.rest(day(3)))


def matched(sessions: Sequence[Session], *events: Event, today: int = 20) -> Matched:
    return match(sessions, seen(events, today), OURS)


def pairs(found: Matched) -> dict[str, str]:
    return {name: pair.training.ids[0] for name, pair in found.pairs.items()}


def off_plan(found: Matched) -> list[str]:
    return [one.ids[0] for one in found.off_plan]


def statuses(sessions: Sequence[Session], *events: Event, today: int = 20) -> dict[str, str]:
    history = seen(events, today)
    found = outcomes(sessions, match(sessions, history, OURS), history.today, OURS)
    return {name.partition("W01-")[2]: done.status for name, done in found.items()}


# -- the order -------------------------------------------------------------------------------


def test_a_named_session_is_taken_before_a_nearer_one_of_the_same_day() -> None:
    named = ran(1, 80, id="named", session=EASY.id)
    unnamed = ran(1, 40, id="unnamed")

    found = matched(WEEK, unnamed, named)

    assert pairs(found) == {EASY.id: "named"}
    assert off_plan(found) == ["unnamed"]


def test_a_name_holds_on_another_day_and_for_another_discipline() -> None:
    ride = event(Other, 4, id="ride", minutes=60, session=LONG.id)

    assert pairs(matched(WEEK, ride)) == {LONG.id: "ride"}


def test_of_two_that_name_a_session_the_nearer_in_minutes_is_it_and_the_other_is_off_plan() -> None:
    long, short = ran(1, 38, id="b", session=EASY.id), ran(1, 10, id="a", session=EASY.id)
    tomorrow = parts.run(day(2), "easy-2", minutes=10)

    found = matched((EASY, tomorrow), short, long)

    assert pairs(found) == {EASY.id: "b"}
    assert off_plan(found) == ["a"]


def test_the_name_of_a_session_that_is_not_there_is_no_name() -> None:
    assert pairs(matched(WEEK, ran(1, 40, id="a", session="2020-W01-easy-1"))) == {EASY.id: "a"}


def test_on_one_day_the_smallest_difference_in_minutes_goes_first() -> None:
    other = parts.run(day(1), "easy-2", minutes=60)

    found = matched((EASY, other), ran(1, 58, id="a"), ran(1, 50, id="b"))

    assert pairs(found) == {EASY.id: "b", other.id: "a"}


def test_the_same_day_goes_before_the_day_after_however_near_in_minutes() -> None:
    tomorrow = parts.run(day(2), "easy-2", minutes=90)

    assert pairs(matched((EASY, tomorrow), ran(1, 90, id="a"))) == {EASY.id: "a"}


def test_another_discipline_of_the_same_day_is_no_match() -> None:
    found = matched(WEEK, lifted(1, 40, id="a"), event(Mobility, 6, id="b", minutes=80))

    assert pairs(found) == {LIFT.id: "a"}
    assert off_plan(found) == ["b"]


def test_a_day_apart_is_a_match_up_to_two_fifths_of_the_minutes() -> None:
    assert pairs(matched((EASY,), ran(0, 24, id="a"))) == {EASY.id: "a"}
    assert pairs(matched((EASY,), ran(2, 56, id="a"))) == {EASY.id: "a"}
    assert pairs(matched((EASY,), ran(2, 56.5, id="a"))) == {}
    assert pairs(matched((EASY,), ran(0, 23.5, id="a"))) == {}


def test_two_days_apart_is_no_match() -> None:
    assert pairs(matched((EASY,), ran(3, 40))) == {}


def test_tomorrows_session_done_today_is_matched_and_no_later_one() -> None:
    tomorrow = parts.run(day(6), "easy-2", minutes=40)

    assert pairs(matched((tomorrow,), ran(5, 40, id="a"), today=5)) == {tomorrow.id: "a"}


def test_a_moved_session_is_looked_for_where_it_was_moved_to() -> None:
    move = event(Move, 0, session=EASY.id, to="2027-01-08/pm")

    assert pairs(matched((EASY,), move, ran(4, 40, id="a"))) == {EASY.id: "a"}
    assert pairs(matched((EASY,), move, ran(1, 40, id="a"))) == {}


def test_a_session_left_out_on_purpose_is_matched_by_name_only() -> None:
    skip = event(Skip, 1, id="skip", session=EASY.id)

    assert off_plan(matched(WEEK, skip, ran(1, 40, id="a"))) == ["a"]
    assert matched(WEEK, skip).skipped == {EASY.id: ("skip",)}
    both = matched(WEEK, skip, ran(1, 40, id="a", session=EASY.id))
    assert (pairs(both), both.skipped) == ({EASY.id: "a"}, {})


def test_a_race_logged_as_a_run_is_the_race_of_its_day_but_not_before_the_race_itself() -> None:
    race = parts.race(day(6))

    assert pairs(matched((race,), ran(6, 120, id="run"))) == {race.id: "run"}
    raced = event(Race, 6, id="race", km=21.1, time="1:40:00")
    found = matched((race,), ran(6, 118, id="run"), raced)
    assert pairs(found) == {race.id: "race"}
    assert off_plan(found) == ["run"]


@pytest.mark.parametrize(
    "trial", [ran(3, 25, id="trial"), event(Race, 3, id="trial", km=5.0, time="25:00")]
)
def test_a_time_trial_may_be_logged_as_a_race_or_as_a_run(trial: Event) -> None:
    session = parts.run(day(3), "test", discipline="test", kind="race_fitness", minutes=45)

    assert pairs(matched((session,), trial)) == {session.id: "trial"}
    movement = parts.run(day(3), "test", discipline="test", kind="movement", minutes=20)
    assert pairs(matched((movement,), trial)) == {}


def test_an_easy_run_on_the_eve_is_never_the_race() -> None:
    race = parts.race(day(6))

    assert pairs(matched((race,), ran(5, 110))) == {}


def test_self_tests_of_a_day_are_the_test_session() -> None:
    session = parts.run(day(3), "test", discipline="test", kind="movement", minutes=20)
    tests = [event(SelfTest, 3, test="plank", value=60), event(SelfTest, 3, test="calf", value=20)]

    assert list(matched((session,), *tests).pairs) == [session.id]
    assert statuses((session,), *tests) == {"test": "done"}


def test_what_was_done_before_the_plan_began_is_not_off_plan() -> None:
    assert off_plan(matched(WEEK, ran(-5, id="old"), ran(4, id="new"))) == ["new"]


# -- what came of it -------------------------------------------------------------------------


def test_silence_is_not_done() -> None:
    assert statuses(WEEK) == {"easy-1": "missed", "strength-a": "missed", "long": "missed"}


def test_today_is_not_missed_before_it_is_over() -> None:
    assert statuses((LONG,), today=6) == {}
    assert statuses((LONG,), today=7) == {"long": "missed"}


def test_a_session_moved_into_the_future_is_not_missed() -> None:
    assert statuses((EASY,), event(Move, 0, session=EASY.id, to="2027-01-08"), today=3) == {}


def test_a_fifth_short_is_done_and_more_is_partly() -> None:
    assert statuses((EASY,), ran(1, 32)) == {"easy-1": "done"}
    assert statuses((EASY,), ran(1, 31.9, km=3)) == {"easy-1": "partly"}


def test_all_the_kilometres_in_less_time_are_the_whole_run() -> None:
    assert statuses((EASY,), ran(1, 26, km=5.0)) == {"easy-1": "done"}


def test_sets_count_where_they_were_told() -> None:
    one = PerformedSet(exercise="goblet-squat", reps=10)

    def done(count: int) -> Event:
        return lifted(2, sets=(one,) * count)

    assert statuses((LIFT,), lifted(2)) == {"strength-a": "done"}
    assert statuses((LIFT,), done(12)) == {"strength-a": "done"}
    around = PerformedSet(exercise="calf-roll", seconds=60)
    assert statuses((LIFT,), lifted(2, sets=(around,) * 12)) == {"strength-a": "partly"}
    assert statuses((LIFT,), done(11)) == {"strength-a": "partly"}


def test_said_to_be_left_out_is_skipped() -> None:
    assert statuses((EASY,), event(Skip, 1, session=EASY.id)) == {"easy-1": "skipped"}


# -- properties ------------------------------------------------------------------------------

PLAN = (
    parts.rest(day(0)),
    *WEEK,
    parts.threshold(day(4)),
    parts.strength(day(5), "b", phase="stabilization", block=parts.heavy()),
    *(parts.run(day(number), f"easy-{number}", minutes=30 + number) for number in range(7, 50, 2)),
    *(parts.long_run(day(number), 10 + number / 7) for number in range(13, 50, 7)),
)
NAMES = tuple(one.id for one in PLAN if one.discipline != "rest")


@given(random_events(NAMES))
def test_each_event_and_each_session_is_matched_at_most_once(events: tuple[Event, ...]) -> None:
    history = history_of(events, day(60))
    found = match(PLAN, history, OURS)
    done = [name for pair in found.pairs.values() for name in pair.training.ids]
    left = [name for one in found.off_plan for name in one.ids]

    assert len(done) == len(set(done))
    assert not set(done) & set(left)
    assert {*done, *left} == {name for one in history.trainings for name in one.ids}


@given(random_events(NAMES))
def test_every_pair_is_one_that_the_order_allows(events: tuple[Event, ...]) -> None:
    found = match(PLAN, history_of(events, day(60)), OURS)

    for session, training in found.pairs.values():
        if training.session in NAMES:
            assert training.session == session.id
            continue
        apart = abs((training.on - session.date).days)
        assert training.discipline == session.discipline
        assert apart <= 1
        assert not apart or abs(training.minutes - session.minutes) <= 0.4 * session.minutes


@given(random_events(NAMES))
def test_nothing_stays_alone_beside_its_like_of_the_same_day(events: tuple[Event, ...]) -> None:
    found = match(PLAN, history_of(events, day(60)), OURS)
    alone = [one for one in PLAN if one.id not in found.pairs]
    free = [one for one in found.off_plan if one.session not in NAMES]

    assert not {(one.date, one.discipline) for one in alone} & {
        (one.on, one.discipline) for one in free
    }


@given(random_events(NAMES), st.integers(0, 10**6))
def test_the_order_of_lines_and_sessions_changes_nothing(
    events: tuple[Event, ...], seed: int
) -> None:
    chance = random.Random(seed)
    lines, sessions = [*events, *events[:5]], list(PLAN)
    chance.shuffle(lines)
    chance.shuffle(sessions)

    first = match(PLAN, history_of(events, day(60)), OURS)
    second = match(sessions, history_of(lines, day(60)), OURS)

    assert (first.pairs, first.off_plan) == (second.pairs, second.off_plan)


@given(random_events(NAMES))
def test_every_past_session_has_an_outcome_and_no_rest_has(events: tuple[Event, ...]) -> None:
    history = history_of(events, day(60))

    found = outcomes(PLAN, match(PLAN, history, OURS), history.today, OURS)

    assert set(found) == set(NAMES)
