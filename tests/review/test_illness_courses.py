"""Illness courses: started, ended, started again, cleared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.logs import day, event, random_events, seen

from dovetail.domain.signals import IllnessCourse
from dovetail.domain.training_log import Clearance, Event, Illness
from dovetail.review.history import history_of
from dovetail.review.illness_courses import illness_course


def ill(number: int, *symptoms: str, **said: object) -> Illness:
    return event(Illness, number, status="started", symptoms=symptoms, **said)


def well(number: int, **said: object) -> Illness:
    return event(Illness, number, status="ended", **said)


def cleared(number: int, what: str = "illness", until: int | None = None) -> Event:
    end = None if until is None else day(until)
    return event(Clearance, number, what=what, professional="Dr. Sol", until=end)


def read(*events: Event, on: int) -> IllnessCourse:
    course = illness_course(seen(events, on), day(on))
    assert course is not None
    return course


def test_without_a_word_there_is_no_illness() -> None:
    assert illness_course(seen([], 5), day(5)) is None


def test_silence_does_not_end_an_illness() -> None:
    course = read(ill(0, "fever"), on=30)

    assert (course.started, course.ended, course.days_ill(day(30))) == (day(0), None, 30)


def test_it_ends_on_the_first_day_without_symptoms() -> None:
    course = read(ill(0, "fever"), well(4), on=9)

    assert (course.ended, course.days_ill(day(9))) == (day(4), 4)


def test_the_end_is_not_known_before_its_day() -> None:
    assert read(ill(0, "fever"), well(4), on=3).ended is None


def test_all_symptoms_told_during_it_are_kept_once_each() -> None:
    course = read(ill(0, "above_neck"), ill(2, "fever", "above_neck"), well(4), on=4)

    assert sorted(course.symptoms) == ["above_neck", "fever"]
    assert len(course.events) == 3


def test_ill_again_within_seven_days_is_the_same_illness() -> None:
    first = (ill(0, "fever"), well(3))

    again = read(*first, ill(10, "above_neck"), on=10)
    assert (again.started, again.ended, again.symptoms) == (day(0), None, ("fever", "above_neck"))
    anew = read(*first, ill(11, "above_neck"), on=11)
    assert (anew.started, anew.symptoms) == (day(11), ("above_neck",))


def test_a_later_end_is_the_end() -> None:
    assert read(ill(0), well(3), well(5), on=9).ended == day(5)


def test_an_end_without_a_start_is_an_illness_of_one_day() -> None:
    course = read(well(3), on=9)

    assert (course.started, course.ended, course.days_ill(day(9))) == (day(3), day(3), 1)


def test_who_was_ill_and_says_both_on_one_day_still_is() -> None:
    assert read(ill(0), well(3), ill(3), on=3).ended is None
    assert read(well(3), ill(3), on=3).ended == day(3)


def test_a_clearance_counts_on_or_after_the_last_start() -> None:
    assert read(ill(3, "chest"), cleared(3), on=5).cleared == day(3)
    assert read(ill(3, "chest"), cleared(2), on=5).cleared is None
    assert read(ill(3, "chest"), cleared(4, "bone_stress"), on=5).cleared is None
    assert read(ill(3, "chest"), cleared(4), ill(6, "chest"), on=7).cleared is None
    assert read(ill(3, "chest"), cleared(4, until=6), on=7).cleared is None
    assert read(ill(3, "chest"), cleared(4, until=6), on=6).cleared == day(4)


@given(random_events(), st.integers(0, 60))
def test_who_says_today_that_an_illness_starts_is_ill(events: tuple[Event, ...], on: int) -> None:
    others = [one for one in events if not (isinstance(one, Illness) and one.on == day(on))]

    course = illness_course(history_of([*others, ill(on, "fever")], day(on)), day(on))

    assert course is not None
    assert course.ended is None
    assert "fever" in course.symptoms


@given(random_events(), st.integers(0, 70))
def test_an_end_is_not_before_its_start(events: tuple[Event, ...], on: int) -> None:
    course = illness_course(history_of(events, day(90)), day(on))

    assert course is None or course.started <= (course.ended or day(on)) <= day(on)


def test_a_second_start_without_a_word_is_no_cold() -> None:
    """What nobody described may be anything: it must not hide behind a cold told before."""
    assert read(ill(0, "above_neck"), ill(3), on=5).symptoms == ("above_neck", "other")
    assert read(ill(0), on=5).symptoms == ()
