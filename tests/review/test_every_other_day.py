"""Running every other day: which runs keep their day, and which they stand for."""

from __future__ import annotations

from tests import plan_parts as parts
from tests.logs import day

from dovetail.review.every_other_day import runs_beside

PLAN = [parts.run(day(number), f"easy-{number}") for number in (1, 2, 4, 5, 6, 8)]


def beside(number: int, days_apart: int = 2) -> list[int] | None:
    found = runs_beside(PLAN, days_apart, day(number))
    return None if found is None else [(one.date - day(0)).days for one in found]


def test_of_two_runs_too_near_the_later_goes_and_the_one_before_stands_for_it() -> None:
    assert [beside(number) for number in (1, 2, 4, 5, 6, 8)] == [[2], None, [5], None, [], []]


def test_a_sunday_keeps_the_monday_after_it_away() -> None:
    over = [parts.run(day(number), f"easy-{number}") for number in (6, 7, 9)]

    assert [runs_beside(over, 2, day(number)) is None for number in (6, 7, 9)] == [
        False,
        True,
        False,
    ]


def test_every_day_may_be_one_for_who_needs_no_day_between() -> None:
    assert [beside(number, days_apart=1) for number in (1, 2, 4)] == [[], [], []]


def test_a_run_too_short_for_an_outing_keeps_none_away() -> None:
    short = parts.run(day(1), "easy-1", minutes=10)

    assert runs_beside([short, *PLAN[1:]], 2, day(2)) == ()


def test_a_day_without_a_run_is_not_too_near_to_any() -> None:
    assert beside(3) == []
