"""Calendars of others: events on the dates as written, repeated ones unfolded."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from dovetail.domain.errors import BadInput
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.typed.door import typed_of

pytest.importorskip("icalendar")


def calendar(*events: str, name: str = "Plan") -> str:
    body = "".join(
        f"BEGIN:VEVENT\nUID:{at}@x\n{one}\nEND:VEVENT\n" for at, one in enumerate(events)
    )
    return (
        f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\nX-WR-CALNAME:{name}\n{body}END:VCALENDAR\n"
    )


def read(*events: str, name: str = "Plan") -> TypedPlan:
    return typed_of(calendar(*events, name=name), suffix=".ics")


def dates(plan: TypedPlan) -> list[str]:
    return [one.date.isoformat() for one in plan.sessions if one.date]


def refused(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        typed_of(text, suffix=".ics")
    return caught.value


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART;VALUE=DATE:20270706",
        "DTSTART:20270706T233000",
        "DTSTART:20270706T233000Z",
        "DTSTART;TZID=America/New_York:20270706T233000",
    ],
)
def test_a_session_stands_on_the_date_as_it_is_written(start: str) -> None:
    plan = read(f"{start}\nSUMMARY:5 km easy")

    assert dates(plan) == ["2027-07-06"]
    assert plan.starts == dt.date(2027, 7, 5)


def test_a_repeated_event_is_a_session_each_time() -> None:
    weekly = (
        "DTSTART;TZID=Europe/Berlin:20270706T180000\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH\n"
        "EXDATE;TZID=Europe/Berlin:20270708T180000\nSUMMARY:Strength"
    )

    assert dates(read(weekly)) == ["2027-07-06", "2027-07-13", "2027-07-15"]


def test_a_last_day_belongs_to_the_repeats() -> None:
    daily = "DTSTART:20270706T180000\nRRULE:FREQ=DAILY;UNTIL=20270708T060000Z\nSUMMARY:Core"

    assert dates(read(daily)) == ["2027-07-06", "2027-07-07", "2027-07-08"]


def test_an_endless_repeat_ends_with_the_plan() -> None:
    weekly = "DTSTART;VALUE=DATE:20270706\nRRULE:FREQ=WEEKLY\nSUMMARY:Strength"
    race = "DTSTART;VALUE=DATE:20270725\nSUMMARY:Half marathon"

    assert dates(read(weekly, race)) == ["2027-07-06", "2027-07-13", "2027-07-20", "2027-07-25"]


def test_an_endless_repeat_alone_is_refused() -> None:
    error = refused(calendar("DTSTART;VALUE=DATE:20270706\nRRULE:FREQ=WEEKLY\nSUMMARY:Strength"))

    assert error.code == "endless-event"
    assert "last day" in error.problems[0].hint


def test_a_moved_repeat_stands_on_its_new_day_only() -> None:
    text = calendar(
        "DTSTART;VALUE=DATE:20270706\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:5 km",
        "DTSTART;VALUE=DATE:20270714\nRECURRENCE-ID;VALUE=DATE:20270713\nSUMMARY:6 km",
    ).replace("UID:1@x", "UID:0@x")

    plan = typed_of(text, suffix=".ics")

    assert [(one.title, str(one.date)) for one in plan.sessions] == [
        ("5 km", "2027-07-06"),
        ("6 km", "2027-07-14"),
    ]


def test_a_day_left_out_that_is_no_day_is_told_with_its_event() -> None:
    weekly = "DTSTART;VALUE=DATE:20270706\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:5 km"
    error = refused(calendar(f"{weekly}\nEXDATE:202713T060000"))

    assert error.code == "unclear-repeat"
    assert error.problems[0].place.key == "event 1"


def test_a_cancelled_event_is_gone() -> None:
    plan = read(
        "DTSTART;VALUE=DATE:20270706\nSUMMARY:5 km",
        "DTSTART;VALUE=DATE:20270707\nSTATUS:CANCELLED\nSUMMARY:6 km",
    )

    assert dates(plan) == ["2027-07-06"]


def test_a_description_tells_what_the_title_leaves_open() -> None:
    plan = read(
        "DTSTART;VALUE=DATE:20270706\nSUMMARY:Intervals\nDESCRIPTION:6 x 800 m\\, 2 min jog"
    )

    assert plan.sessions[0].meaning.reps == 6


def test_the_rest_of_somebodys_life_is_not_understood() -> None:
    plan = read(
        "DTSTART;VALUE=DATE:20270706\nSUMMARY:5 km easy",
        "DTSTART:20270706T090000\nSUMMARY:Budget meeting",
    )

    assert [one.title for one in plan.not_understood] == ["Budget meeting"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "no-events"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "no-calendar"),
        ("hello\n", "no-calendar"),
        (calendar("DTSTART;VALUE=DATE,DATE:20270706\nSUMMARY:5 km"), "no-calendar"),
        ("", "empty-file"),
    ],
)
def test_what_is_no_calendar_is_refused(text: str, code: str) -> None:
    assert refused(text).code == code


def test_without_the_library_the_way_to_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)

    error = refused(calendar("DTSTART;VALUE=DATE:20270706\nSUMMARY:5 km"))

    assert error.code == "needs-icalendar"
    assert "pip install 'dovetail[ics]'" in error.problems[0].hint
