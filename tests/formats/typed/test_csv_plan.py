"""Tables that people keep their plans in, and what is wrong with torn ones."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.formats.typed.titles_told import told

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.typed.door import typed_of


def read(text: str) -> TypedPlan:
    return typed_of(text, suffix=".csv")


def wrong(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read(text)
    return caught.value.problems


def lines(plan: TypedPlan) -> list[tuple[int, int | None, str]]:
    return [(one.week, one.weekday, told([one.meaning])) for one in plan.sessions]


def test_a_week_a_row() -> None:
    plan = read("Week,Mon,Tue,Sun\n1,Rest,5 km easy,10 km long\n2,,6 km easy + strength,12 km\n")

    assert plan.starts is None
    assert lines(plan) == [
        (1, 0, "rest"),
        (1, 1, "run easy 5km"),
        (1, 6, "run long 10km"),
        (2, 1, "run easy 6km"),
        (2, 1, "strength -"),
        (2, 6, "run - 12km"),
    ]


def test_weekdays_by_their_letters_and_a_week_called_lighter() -> None:
    plan = read("wk,M,T,W,T,F,S,S\n1,,5 mi,,,,,8 mi\n2 (cutback),,4,,,,,6\n")

    assert plan.lighter == {2}
    assert lines(plan)[2:] == [(2, 1, "run - 6.44km"), (2, 6, "run - 9.66km")]


def test_a_session_a_row_with_dates_and_distances() -> None:
    plan = read(
        "Date;Type;Distance (mi);Notes\n"
        "2027-04-06;Easy run;5;\n"
        "2027-04-08;Intervals;7;6 x 800 m w/ 400 m jog\n"
        "2027-04-12;Long run;10-12;\n"
    )

    assert plan.starts == dt.date(2027, 4, 5)
    assert plan.unit == "mi"
    assert lines(plan) == [
        (1, 1, "run easy 8.05km"),
        (1, 3, "run interval 11.27km 6x0.8km r0.4km"),
        (2, 0, "run long 16.09-19.31km"),
    ]


def test_headings_that_come_again_each_week_are_no_weeks() -> None:
    plan = read("Week 1,,\nMon,Tue,Wed\nRest,5 km,\nWeek 2,,\nMon,Tue,Wed\n,6 km,Rest\n")

    assert plan.weeks == 2
    assert lines(plan)[1:] == [(1, 1, "run - 5km"), (2, 1, "run - 6km"), (2, 2, "rest")]


def test_headings_of_training_diaries() -> None:
    plan = read(
        "Date,Workout Type,Title,Planned Distance (mi),Planned Time,Coach Notes\n"
        "2027-04-13,Run,Easy,5,0:45,\n"
        '2027-04-15,Run,Intervals,6,,"2 mi wu, 4x800 @ 5K, 1 mi cd"\n'
    )

    assert [line for _, _, line in lines(plan)] == [
        "run easy 8.05km 45min",
        "run interval 9.66km wu3.22km 4x0.8km@5k cd1.61km",
    ]


def test_a_week_and_a_day() -> None:
    plan = read("week,day,session,minutes\n1,Tue,Easy run,45\n,Thu,Tempo,30\n2,Tue,Easy run,1:10\n")

    assert lines(plan) == [
        (1, 1, "run easy 45min"),
        (1, 3, "run threshold 30min @threshold"),
        (2, 1, "run easy 70min"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_usual_sign_stands_between_columns(sign: str) -> None:
    plan = read(sign.join(("week", "day", "session")) + "\n" + sign.join(("1", "Mon", "5 km")))

    assert lines(plan) == [(1, 0, "run - 5km")]


def test_a_title_above_the_headings_tells_the_unit_and_for_whom() -> None:
    plan = read("Novice half marathon (miles)\n\nWeek,Tue,Sun\n1,3,5\n")

    assert plan.beginner
    assert lines(plan)[0] == (1, 1, "run - 4.83km")


def test_a_number_without_any_unit_is_not_understood() -> None:
    plan = read("Week,Tue,Sun\n1,3,5 easy\n")

    assert len(plan.not_understood) == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("06 Apr 2027", dt.date(2027, 4, 6)),
        ("April 6, 2027", dt.date(2027, 4, 6)),
        ("Tue 2027/4/6", dt.date(2027, 4, 6)),
        ("6.4.2027", dt.date(2027, 4, 6)),
    ],
)
def test_dates_as_people_write_them(written: str, meant: dt.date) -> None:
    assert read(f'date,session\n"{written}",5 km easy\n').sessions[0].date == meant


def test_other_dates_tell_which_way_round_a_date_is() -> None:
    american = read("date,session\n4/6/2027,5 km\n4/13/2027,6 km\n")

    assert american.sessions[0].date == dt.date(2027, 4, 6)


def test_a_date_that_could_be_two_days_is_asked_for_with_its_line() -> None:
    (problem,) = wrong("date,session\n4/6/2027,5 km\n")

    assert (problem.code, problem.place.line) == ("unclear-date", 2)
    assert "2027-04-06" in problem.hint


def test_every_bad_date_is_told_at_once() -> None:
    problems = wrong("date,session\nsoon,5 km\n2027-04-31,5 km\n,6 km\n")

    assert [(one.code, one.place.line) for one in problems] == [
        ("unclear-date", 2),
        ("unclear-date", 3),
        ("no-day", 4),
    ]


def test_a_torn_table_says_where_it_is_torn() -> None:
    (problem,) = wrong('week,day,session\n1,Mon,5 km\n1,Tue,"6 km\n1,Wed,rest\n')

    assert (problem.code, problem.place.line) == ("torn-table", 3)
    assert "quotation mark" in problem.hint


def test_a_title_torn_by_its_comma_is_told() -> None:
    (problem,) = wrong("week,mon,tue\n1,rest,5 km easy, 4 strides\n")

    assert (problem.code, problem.place.line) == ("too-many-cells", 2)


def test_a_table_of_something_else_says_which_columns_a_plan_has() -> None:
    (problem,) = wrong("name,price\nshoes,120\n")

    assert problem.code == "no-columns"
    assert "week,day,session" in problem.hint


def test_headings_without_rows_are_no_plan() -> None:
    assert wrong("date,session\n")[0].code == "nothing-to-read"


def test_a_slip_in_a_year_is_no_plan_of_a_thousand_weeks() -> None:
    (problem,) = wrong("date,session\n2027-04-06,5 km\n2072-04-06,5 km\n")

    assert (problem.code, problem.place.line) == ("too-many-weeks", 3)
