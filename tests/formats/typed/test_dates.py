"""Dates without a year: read where weekdays, neighbours or today make them certain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.content.sentences import read_sentences
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.typed_plan import TypedPlan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.typed.door import typed_of
from dovetail.formats.typed.summary import facts, paragraphs

TODAY = dt.date(2026, 11, 29)
SHORT = st.sampled_from(
    ("{0:%a} {0.day} {0:%b}", "{0:%a}, {0:%B} {0.day}", "{0:%a} {0.day}/{0.month}")
)


def jan(day: int) -> dt.date:
    return dt.date(2027, 1, day)


def read(*lines: str, today: dt.date | None = TODAY) -> TypedPlan:
    return typed_of("\n".join(lines), suffix=".txt", today=today)


def table(*dates: str, today: dt.date | None = TODAY) -> TypedPlan:
    rows = "".join(f'"{date}",5 km easy\n' for date in dates)
    return typed_of(f"date,session\n{rows}", suffix=".csv", today=today)


def days(plan: TypedPlan) -> list[str]:
    return [str(one.date) for one in plan.sessions]


def wrong(*lines: str, today: dt.date | None = TODAY) -> Sequence[Problem]:
    with pytest.raises(BadInput) as caught:
        read(*lines, today=today)
    return caught.value.problems


@pytest.mark.parametrize(
    "line",
    [
        "Mon 4 Jan: 5 km easy",
        "Monday, 4th January - 5 km easy",
        "Mon 4 Jan 5 km easy",
        "- Mon 4 Jan: 5 km easy",
        "Mon Jan 4: 5 km easy",
        "Mon, Jan 4 5 km easy",
        "4 January 5 km easy",
        "Jan 4th: 5 km easy",
        "Mon 4/1: 5 km easy",
        "Mon 1/4 5 km easy",
        "4.1. 5 km easy",
        "Mon 4.1.: 5 km easy",
        "4 Jan 2027: 5 km easy",
        "4.1.2027 5 km easy",
    ],
)
def test_a_day_before_a_title_is_read_as_people_write_it(line: str) -> None:
    (session,) = read(line).sessions

    assert (str(session.date), session.title) == ("2027-01-04", "5 km easy")


def test_weekdays_tell_the_year_and_the_way_round() -> None:
    plan = read("Mon 1/12: 5 km", "Wed 3/12: 5 km", "Fri 2/1: 5 km", today=dt.date(2025, 11, 1))

    assert days(plan) == ["2025-12-01", "2025-12-03", "2026-01-02"]
    assert plan.years_by == "weekdays"


def test_a_turn_of_the_year_is_followed() -> None:
    plan = read("Tue 29 Dec: 5 km", "Thu 31 Dec: 5 km", "Sat 2 Jan: 8 km")

    assert days(plan) == ["2026-12-29", "2026-12-31", "2027-01-02"]
    assert plan.years_by == "weekdays"


def test_a_dated_line_tells_the_year_of_those_beside_it() -> None:
    plan = read("29 Dec: 5 km", "2 January 2019: 6 km", "5 Jan: 7 km")

    assert days(plan) == ["2018-12-29", "2019-01-02", "2019-01-05"]
    assert plan.years_by == "dates"


@pytest.mark.parametrize(
    ("today", "first"),
    [("2026-11-29", "2027-01-04"), ("2027-01-05", "2027-01-04"), ("2027-02-01", "2028-01-04")],
)
def test_without_any_weekday_the_next_of_them_is_meant(today: str, first: str) -> None:
    plan = read("4 Jan: 5 km", "6 Jan: 6 km", today=dt.date.fromisoformat(today))

    assert days(plan)[0] == first
    assert plan.years_by == "today"


def test_days_that_go_on_tell_which_number_is_the_month() -> None:
    assert days(table("1/4", "1/6", "1/8", "1/10")) == [
        *("2027-01-04", "2027-01-06", "2027-01-08", "2027-01-10"),
    ]
    assert days(table("4/1", "6/1", "8/1")) == ["2027-01-04", "2027-01-06", "2027-01-08"]
    assert days(table("4/6/2027", "4/8/2027"))[0] == "2027-04-06"


def test_a_column_of_weekdays_helps() -> None:
    plan = typed_of("date,day,session\n6/7,Tue,5 km\n", suffix=".csv", today=TODAY)

    assert days(plan) == ["2027-07-06"]


def test_what_could_be_two_days_is_asked_for_with_its_line() -> None:
    (problem,) = wrong("Plan", "4/6: 5 km easy")

    assert (problem.code, problem.place.line) == ("unclear-date", 2)
    assert "2027-04-06" in (problem.hint or "")


def test_a_weekday_that_is_on_no_such_day_is_asked_for() -> None:
    (problem,) = wrong("2027-01-04: 5 km", "Tue 6 Jan: 5 km")

    assert (problem.code, problem.place.line) == ("unclear-date", 2)
    assert "'Tue 6 Jan'" in problem.problem


def test_one_slip_of_a_weekday_is_told_and_no_other_line() -> None:
    lines = [f"{day:%a} {day.day} {day:%b}: 5 km" for day in map(jan, range(4, 24, 2))]
    lines[6] = lines[6].replace("Sat", "Sun")

    (problem,) = wrong(*lines)

    assert problem.place.line == 7
    assert "not on that weekday" in problem.problem


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "no date"),
        ("2027-04-31", "no date"),
        ("4/6", "change places"),
        ("4/6/2027", "change places"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(text: str, why: str) -> None:
    with pytest.raises(BadInput) as caught:
        table(text)

    assert why in caught.value.problems[0].problem


def test_without_a_today_a_year_is_not_guessed() -> None:
    assert wrong("4 Jan: 5 km", today=None)[0].code == "unclear-date"


@pytest.mark.parametrize(
    "line", ["Wed 1/2 marathon", "Sat 3/4 mile repeats", "Mar 4 x 800 m", "Mon 5-6 miles easy"]
)
def test_a_title_that_begins_like_a_date_is_none(line: str) -> None:
    assert read("Week 1", line).starts is None


def test_it_is_said_how_the_years_were_read() -> None:
    said = {
        plan.years_by: " ".join(paragraphs(plan, Speaker(read_sentences())))
        for plan in (
            read("Mon 4 Jan: 5 km", "Wed 6 Jan: 5 km"),
            read("2027-01-04: 5 km", "Wed 6 Jan: 5 km"),
            read("4 Jan: 5 km", "6 Jan: 5 km"),
            read("2027-01-04: 5 km"),
        )
    }

    assert "by their weekdays" in said["weekdays"]
    assert "by those beside them" in said["dates"]
    assert "from today" in said["today"]
    assert "no year" not in said[None]
    assert facts(read("4 Jan: 5 km"))["understood"]["years_by"] == "today"  # type: ignore[index]


@given(
    first=st.dates(dt.date(2026, 6, 1), dt.date(2028, 6, 1)),
    steps=st.lists(st.integers(1, 7), min_size=3, max_size=30),
    shape=SHORT,
)
def test_a_plan_with_weekdays_is_read_as_it_was_meant(
    first: dt.date, steps: Sequence[int], shape: str
) -> None:
    meant = [first]
    for step in steps:
        meant.append(meant[-1] + dt.timedelta(days=step))

    plan = read(*(f"{shape.format(one)}: 5 km easy" for one in meant))

    assert days(plan) == [str(one) for one in meant]
