"""Pain courses: where they begin and end, and what is left of them on a day."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from tests.logs import day, event, hurt, random_events, seen

from dovetail.domain.signals import PainCourse
from dovetail.domain.training_log import Clearance, Event
from dovetail.review.history import history_of
from dovetail.review.pain_courses import pain_courses


def read(*events: Event, on: int) -> tuple[PainCourse, ...]:
    return pain_courses(seen(events, on), day(on))


def one(*events: Event, on: int) -> PainCourse:
    (course,) = read(*events, on=on)
    return course


def test_without_a_word_there_is_no_course() -> None:
    assert read(on=5) == ()
    assert read(hurt(0, 0), on=1) == ()


def test_a_course_ends_with_seven_whole_days_without_pain() -> None:
    assert len(read(hurt(0, 4), on=7)) == 1
    assert read(hurt(0, 4), on=8) == ()


def test_pain_after_seven_quiet_days_is_a_new_course() -> None:
    assert one(hurt(0, 4), hurt(7, 2), on=7).first == day(0)
    assert one(hurt(0, 4), hurt(8, 2), on=8).first == day(8)


def test_the_word_that_it_is_gone_is_what_is_left_and_ends_nothing_later() -> None:
    words = [hurt(0, 4), *(hurt(number, 0) for number in range(1, 10))]

    gone = one(*words, on=2)
    assert (gone.first, gone.last, gone.worst, gone.before) == (day(0), day(2), 0, 0)
    assert read(*words, on=8) == ()


def test_the_worst_of_during_and_after_on_the_last_day_and_on_the_one_before() -> None:
    course = one(hurt(0, 2, after=5), hurt(3, 4, after=1), hurt(3, 3), on=4)

    assert (course.last, course.worst, course.before) == (day(3), 4, 5)


def test_a_first_day_has_none_before() -> None:
    assert one(hurt(0, 2), on=0).before is None


def test_the_morning_after_the_last_day_or_todays() -> None:
    asked = hurt(0, 4, next_morning=3)

    assert one(asked, on=1).next_morning == 3
    assert one(asked, hurt(1, 1), on=1).next_morning == 3
    assert one(asked, hurt(1, 1, next_morning=0), on=2).next_morning == 0
    assert one(asked, hurt(1, 1), on=2).next_morning is None
    assert one(hurt(0, 4), on=1).next_morning is None


def test_days_in_a_row_with_three_and_more() -> None:
    row = [hurt(0, 5), hurt(2, 3), hurt(3, 2, after=3), hurt(4, 3)]

    assert one(*row, on=4).days_at_3 == 3
    assert one(*row, on=6).days_at_3 == 3
    assert one(*row, hurt(5, 2.5), on=5).days_at_3 == 0


def test_a_limp_is_that_of_the_last_day() -> None:
    assert one(hurt(0, 2, limp=True), on=1).limp
    assert not one(hurt(0, 2, limp=True), hurt(1, 1), on=1).limp


def test_bone_signs_stay_however_long_nobody_says_a_word() -> None:
    signs = hurt(0, 1, "shin", bone_signs=True)

    assert one(signs, on=40).bone_signs
    assert one(signs, hurt(1, 0, "shin"), on=40).bone_signs


def test_only_a_professional_takes_bone_signs_away_and_only_those_before() -> None:
    signs = hurt(3, 1, "shin", bone_signs=True)

    def cleared(number: int, what: str = "bone_stress", until: int | None = None) -> Event:
        end = None if until is None else day(until)
        return event(Clearance, number, what=what, professional="Dr. Sol", until=end)

    assert not one(signs, cleared(3), on=4).bone_signs
    assert not one(signs, cleared(4), on=4).bone_signs
    assert one(signs, cleared(2), on=4).bone_signs
    assert one(signs, cleared(4), on=3).bone_signs
    assert one(signs, cleared(4, "illness"), on=5).bone_signs
    assert one(signs, cleared(4, until=6), on=9).bone_signs
    assert read(signs, cleared(4), on=30) == ()
    assert one(signs, cleared(4), hurt(6, 1, "shin", bone_signs=True), on=30).bone_signs


def test_each_place_has_its_own_course() -> None:
    found = read(hurt(0, 4, "shin"), hurt(0, 2), hurt(1, 3, side="left"), on=1)

    assert [(course.site, course.worst) for course in found] == [("knee", 3), ("shin", 4)]


def test_the_right_side_hides_nothing_of_the_left() -> None:
    found = read(hurt(0, 6, side="left"), hurt(1, 1, side="right"), on=1)

    assert sorted(course.worst for course in found) == [1, 6]


def test_a_word_without_a_side_is_about_each() -> None:
    found = read(hurt(0, 6, side="left"), hurt(1, 1, side="right"), hurt(2, 2), on=2)

    assert [(course.worst, course.last) for course in found] == [(2, day(2))] * 2


def test_the_events_of_a_course_are_named_and_no_others() -> None:
    events = [hurt(-20, 3, id="old"), hurt(0, 3, id="a"), hurt(2, 2, id="b")]

    assert one(*events, on=3).events == ("a", "b")


@given(random_events(), st.integers(0, 10**6))
def test_the_order_of_lines_changes_nothing(events: tuple[Event, ...], seed: int) -> None:
    shuffled = [*events, *events]
    random.Random(seed).shuffle(shuffled)

    assert pain_courses(history_of(events, day(60)), day(60)) == pain_courses(
        history_of(shuffled, day(60)), day(60)
    )


@given(random_events(), st.integers(0, 70))
def test_a_course_is_told_in_order_and_of_no_later_day(events: tuple[Event, ...], on: int) -> None:
    for course in pain_courses(history_of(events, day(90)), day(on)):
        assert course.first <= course.last <= day(on)
        assert (day(on) - course.last).days <= 7 or course.bone_signs
        assert 0 <= course.days_at_3 <= (course.last - course.first).days + 1
        assert (course.days_at_3 > 0) == (course.worst >= 3)


@given(random_events(), st.integers(0, 60))
def test_more_pain_on_a_last_day_makes_no_course_milder(events: tuple[Event, ...], on: int) -> None:
    before = pain_courses(history_of(events, day(on)), day(on))
    worse = [*events, *(hurt(on, 10, site) for site in ("foot", "ankle", "achilles"))]

    after = pain_courses(history_of(worse, day(on)), day(on))

    assert {course.site for course in before} <= {course.site for course in after}
    assert all(course.worst == 10 and course.days_at_3 >= 1 for course in after)
    assert sum(course.bone_signs for course in before) <= sum(course.bone_signs for course in after)
