"""The ways back: runs since, few days off, illness with fever or chest, injuries and tests."""

from __future__ import annotations

import pytest
from tests import plan_parts as parts
from tests.logs import day, event, hurt, ran, seen
from tests.review.weeks import plan_of

from dovetail.domain.signals import Comeback, IllnessCourse, Layoff, RunBack
from dovetail.domain.training_log import Clearance, Event, Illness
from dovetail.domain.training_log import Test as SelfTest
from dovetail.review.illness_courses import illness_course
from dovetail.review.ways_back import comebacks, few_days_off, with_return, with_runs


def injuries(*events: Event, on: int) -> tuple[Comeback, ...]:
    return comebacks(seen(events, on), day(on))


def ill(*events: Event, on: int) -> IllnessCourse | None:
    history = seen(events, on)
    return with_return(illness_course(history, day(on)), history, day(on))


def fell_ill(number: int, *symptoms: str) -> Event:
    return event(Illness, number, status="started", symptoms=symptoms)


def got_well(number: int) -> Event:
    return event(Illness, number, status="ended")


def cleared(number: int, what: str) -> Event:
    return event(Clearance, number, what=what, professional="physician")


# -- after an injury ---------------------------------------------------------------------


def test_six_days_without_a_run_and_clear_pain_are_a_way_back() -> None:
    (back,) = injuries(ran(0), hurt(1, 4), ran(7), on=8)

    assert (back.began, back.days_off, back.bone) == (day(7), 6, False)
    assert back.runs == (RunBack(on=day(7)),)


@pytest.mark.parametrize(
    "events",
    [(ran(0), hurt(1, 4), ran(6)), (ran(0), hurt(1, 2.5), ran(7)), (ran(0), ran(7))],
    ids=["five days", "little pain", "no pain"],
)
def test_fewer_days_or_little_pain_are_none(events: tuple[Event, ...]) -> None:
    assert injuries(*events, on=8) == ()


def test_a_limp_keeps_from_running_however_little_it_hurts() -> None:
    assert len(injuries(ran(0), hurt(1, 1, limp=True), ran(7), on=8)) == 1


def test_while_it_lasts_it_begins_today() -> None:
    (back,) = injuries(ran(0), hurt(1, 4), on=9)

    assert (back.began, back.days_off, back.runs) == (day(9), 8, ())


def test_a_cleared_bone_comes_back_however_few_the_days_were() -> None:
    (back,) = injuries(ran(0), cleared(3, "bone_stress"), ran(4), on=4)

    assert (back.began, back.days_off, back.bone) == (day(3), 3, True)


def test_another_clearance_is_none_for_a_bone() -> None:
    assert injuries(ran(0), cleared(3, "conditions"), ran(4), on=4) == ()


def test_a_run_tells_what_hurt_in_it_and_the_morning_after() -> None:
    events = (ran(0), hurt(1, 4), ran(7), hurt(7, 2, after=3, next_morning=1), ran(9))

    (back,) = injuries(*events, on=9)

    assert back.runs == (RunBack(on=day(7), worst=3, next_morning=1), RunBack(on=day(9)))


def test_the_last_of_each_test_counts_on_both_sides() -> None:
    tests = (
        event(SelfTest, 2, test="calf-raise", left=9, right=20),
        event(SelfTest, 5, test="calf-raise", left=18, right=20),
        event(SelfTest, 6, test="plank", value=50),
    )

    (back,) = injuries(ran(0), hurt(1, 4), *tests, ran(7), on=8)

    assert back.tests == {"calf_raise": (18, 20), "plank": (50, 50)}


def test_after_a_year_it_is_over() -> None:
    events = (ran(0), hurt(1, 4), ran(7))

    assert len(injuries(*events, on=7 + 365)) == 1
    assert injuries(*events, on=7 + 366) == ()


def test_pain_on_the_first_run_back_kept_nobody_from_running() -> None:
    assert injuries(ran(0), ran(7), hurt(7, 4), on=8) == ()
    assert len(injuries(ran(0), hurt(0, 4), ran(7), on=8)) == 1


# -- after an illness --------------------------------------------------------------------


def test_training_with_fever_counts_from_the_second_day_until_it_ended() -> None:
    fever = fell_ill(3, "fever")

    def trained(*events: Event) -> bool:
        found = ill(fever, *events, on=9)
        assert found is not None
        return found.trained_with_fever

    assert trained(ran(4))
    assert not trained(ran(3))
    assert not trained(got_well(6), ran(6))
    assert trained(got_well(6), ran(5))


def test_training_with_a_cold_is_no_training_with_fever() -> None:
    found = ill(fell_ill(3, "above_neck"), ran(4), on=5)

    assert found is not None
    assert not found.trained_with_fever


def test_easy_runs_since_it_ended_are_counted() -> None:
    runs = (ran(4, rpe=4), ran(6, rpe=5), ran(7), ran(8, rpe=3.5))

    found = ill(fell_ill(1, "stomach"), got_well(5), *runs, on=8)

    assert found is not None
    assert found.normal_runs == 2


def test_chest_trouble_of_an_earlier_illness_stays_until_cleared() -> None:
    events = (fell_ill(0, "chest"), got_well(3), fell_ill(40, "above_neck"))

    opened, closed = ill(*events, on=41), ill(*events, cleared(20, "illness"), on=41)

    assert opened is not None
    assert closed is not None
    assert opened.symptoms == ("above_neck", "chest")
    assert closed.symptoms == ("above_neck",)


# -- after days off ----------------------------------------------------------------------


def test_a_layoff_knows_the_runs_since() -> None:
    back = Layoff(days_off=60, back=day(5))

    found = with_runs(back, seen([ran(4), ran(5), ran(7)], 8), day(8))

    assert found is not None
    assert [run.on for run in found.runs] == [day(5), day(7)]


def test_of_few_days_off_those_that_were_asked_for_are_missed() -> None:
    asked = [parts.run(day(number), "easy-1") for number in (1, 2, 4, 5)]
    plan = plan_of(asked)
    history = seen([ran(0), ran(4)], 4)

    assert few_days_off(history, plan, day(4)) == Layoff(days_off=3, back=day(4), missed=2)
    assert few_days_off(history, None, day(4)) == Layoff(days_off=3, back=day(4))


def test_one_day_off_is_none_and_six_are_no_few() -> None:
    assert few_days_off(seen([ran(0), ran(2)], 2), None, day(2)) is None
    assert few_days_off(seen([ran(0), ran(7)], 7), None, day(7)) is None
    assert few_days_off(seen([], 7), None, day(7)) is None


def test_few_days_off_are_over_after_as_many() -> None:
    history = seen([ran(0), ran(4), ran(5), ran(6), ran(7)], 7)

    assert few_days_off(history, None, day(6)) is not None
    assert few_days_off(history, None, day(7)) is None
