"""Plans as people mail them: weeks with their days, and tables drawn by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.formats.typed.titles_told import told

from dovetail.domain.errors import BadInput
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.typed.door import typed_of


def read(text: str) -> TypedPlan:
    return typed_of(text, suffix=".txt")


def lines(plan: TypedPlan) -> list[tuple[int, int | None, str]]:
    return [(one.week, one.weekday, told([one.meaning])) for one in plan.sessions]


TWO_DAYS = [(1, 0, "rest"), (1, 1, "run easy 6km"), (2, 1, "run easy 7km")]


@pytest.mark.parametrize(
    "text",
    [
        "Week 1: Mon rest · Tue 6 km easy\nWeek 2: Tue 7 km easy\n",
        "WEEK 1\nMonday - rest\nTuesday: 6 km easy\n\nWEEK 2\nTues. 7 km easy\n",
        "## Week 1\n- Mon: rest\n- Tue: 6 km easy\n## Week 2\n* Tue = 7 km easy\n",
        "Wk 1 of 2\nMon rest; Tue 6 km easy\nWk 2 of 2\nTue 7 km easy\n",
        "| Week | Mon | Tue |\n|---|---|---|\n| 1 | rest | 6 km easy |\n| 2 | | 7 km easy |\n",
        "Mon   Tue\nrest   6 km easy\nrest   7 km easy\n",
        "W1 | Mon: rest | Tue: 6 km easy\nW2 | Tue: 7 km easy",
        "    Mon   Tue\n1   rest   6 km easy\n2   rest   7 km easy\n",
        "Week 1 Mon: rest Tue: 6 km easy\nWeek 2 Tue: 7 km easy\n",
        "WEEK ONE\nMon rest\nTue 6 km easy\nWEEK TWO\nTue 7 km easy\n",
        "Week 1\nM: rest\nTu: 6 km easy\nWeek 2\nTu: 7 km easy\n",
    ],
)
def test_weeks_as_people_write_them(text: str) -> None:
    assert [one for one in lines(read(text)) if one != (2, 0, "rest")] == TWO_DAYS


def test_lines_that_name_no_day_stay_without_one() -> None:
    plan = read("Week 1\n5 km easy\n6 x 400 m\nDay 3: long run 10 km\n")

    assert not plan.days_told
    assert lines(plan) == [
        (1, None, "run easy 5km"),
        (1, None, "run interval 6x0.4km"),
        (1, None, "run long 10km"),
    ]


def test_a_letter_that_two_days_share_names_no_day() -> None:
    plan = read("Week 1\nT: 5 km easy\nW: 6 km easy\n")

    assert lines(plan) == [(1, 2, "run easy 6km"), (1, None, "run easy 5km")]


def test_a_remark_without_a_day_leaves_the_days_told() -> None:
    assert read("Week 1\nTue: 5 km easy\nGood luck\n").days_told


def test_dated_lines_have_their_dates() -> None:
    plan = read("2027-04-06: 5 km easy\nSun 11 April 2027 - long run 10 km\n")

    assert [one.date for one in plan.sessions] == [dt.date(2027, 4, 6), dt.date(2027, 4, 11)]
    assert plan.starts == dt.date(2027, 4, 5)


def test_the_introduction_is_no_session_but_tells_the_unit() -> None:
    plan = read("First half marathon, all in miles.\nHave fun!\n\nWeek 1\nTue: 3\nSun: 5 easy\n")

    assert plan.beginner
    assert lines(plan) == [(1, 1, "run - 4.83km"), (1, 6, "run easy 8.05km")]


def test_weeks_called_lighter_are_remembered() -> None:
    plan = read("Week 1\nTue: 5 km\nWeek 2 (deload)\nTue: 4 km\nWeek 3 - cutback week\nTue: 4 km\n")

    assert plan.lighter == {2, 3}


def test_what_is_not_understood_keeps_its_words_and_its_line() -> None:
    plan = read("Week 1\nMon: dentist\nTue: 5 km\n")

    assert [(one.title, one.line) for one in plan.not_understood] == [("dentist", 2)]


def test_a_letter_without_weeks_is_no_plan() -> None:
    with pytest.raises(BadInput) as caught:
        read("Dear Ana,\nrun more.\n")

    assert caught.value.code == "nothing-to-read"
    assert "Week 1" in caught.value.problems[0].hint
