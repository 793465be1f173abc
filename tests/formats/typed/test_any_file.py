"""Whatever stands in a file: it is a plan, or it is said what is wrong; and twice the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.typed.grids import PLANS, names

from dovetail.domain.errors import BadInput
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.typed.door import is_typed, read_typed, typed_of

SUFFIXES = st.sampled_from((".csv", ".txt", ".ics", ""))
TORN = st.one_of(
    st.sampled_from(['"', ",", "\n", "|", ":", ";", "Week 9", "9" * 20, "12:", "x", "-", "\x85"]),
    st.text(max_size=3),
)
ROWS = st.lists(
    st.sampled_from(
        [
            "Week 1",
            "week,mon,tue",
            "date,session",
            "1,rest,5 km",
            "2027-04-06,6 x 800 m",
            "Mon: 5 km",
            "Tue - rest · Wed 8 km",
            "| Week | Mon |",
            "| 2 | 10 km |",
            '"torn',
            "Week 999",
            "9999-12-31,5",
            "0001-01-01: 5 km",
            "Mon 4 Jan: 5 km",
            "12/1: 6 km",
            "4/13 - 7 km",
            "29 Feb 8 km",
            "  ",
            "Kayak",
            "12 mi w/ 8 at MP",
            ";;;",
            "\t",
        ]
    ),
    max_size=8,
)
PROPERTIES = st.lists(
    st.sampled_from(
        [
            "DTSTART;VALUE=DATE:20270706",
            "DTSTART:20270706T100000Z",
            "DTSTART:nonsense",
            "SUMMARY:5 km",
            "SUMMARY:",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "RRULE:FREQ=SECONDLY",
            "RRULE:FREQ=WEEKLY;UNTIL=x",
            "RRULE:FREQ=YEARLY;BYDAY=-60MO;COUNT=9",
            "EXDATE:20270706T100000Z",
            "EXDATE:202713T060000",
            "RDATE;TZID=Nowhere/Land:2027",
            "RDATE;VALUE=DATE:20270709",
            "RECURRENCE-ID;VALUE=DATE:20270713",
            "STATUS:CANCELLED",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "DTSTART;VALUE=DATE:99991231",
            "DTSTART;TZID=Nowhere/Land:20270706T100000",
            "UID:1",
            "RRULE:",
            "DURATION:PT1H",
            "DESCRIPTION:6 x 800 m",
            "DTSTART;VALUE=PERIOD:20270706T100000/PT1H",
        ]
    ),
    max_size=9,
)


def answer(text: str, suffix: str) -> TypedPlan | str:
    try:
        return typed_of(text, suffix=suffix, today=dt.date(2027, 1, 1))
    except BadInput as error:
        return error.code


@given(st.text(max_size=300), SUFFIXES)
def test_any_text_is_answered(text: str, suffix: str) -> None:
    assert answer(text, suffix) == answer(text, suffix)


@given(ROWS, SUFFIXES)
def test_any_rows_are_answered(rows: list[str], suffix: str) -> None:
    text = "\n".join(rows)
    assert answer(text, suffix) == answer(text, suffix)


@given(PROPERTIES)
def test_any_calendar_is_answered(properties: list[str]) -> None:
    pytest.importorskip("icalendar")
    body = "\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", *properties, "END:VEVENT", "END:VCALENDAR"]
    )
    assert answer(body, ".ics") == answer(body, ".ics")


@given(st.sampled_from(names()), st.lists(st.tuples(st.integers(0, 3000), TORN), max_size=9))
def test_any_damaged_plan_is_answered(name: str, damage: list[tuple[int, str]]) -> None:
    text = (PLANS / name).read_text("utf-8")[:3000]
    for at, piece in damage:
        text = text[:at] + piece + text[at + len(piece) + at % 5 :]
    suffix = Path(name).suffix
    assert answer(text, suffix) == answer(text, suffix)


def test_the_content_decides_where_the_name_says_nothing() -> None:
    assert typed_of("week,mon\n1,5 km\n", suffix=".dat").weeks == 1
    assert typed_of("week,mon,tue\n1,5 km,rest\n", suffix=".dat").weeks == 1
    assert typed_of("Week 1\nMon: 5 km\n", suffix="").weeks == 1


def test_an_empty_file_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"")

    with pytest.raises(BadInput) as caught:
        read_typed(path)

    assert caught.value.code == "empty-file"
    assert caught.value.problems[0].place.file == str(path)


def test_a_byte_order_mark_of_a_spreadsheet_is_no_column(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes("\ufeffweek,mon,tue\r\n1,5 km,rest\r\n".encode())

    assert len(read_typed(path).sessions) == 2


def test_a_plan_of_our_own_is_not_taken_for_a_typed_one(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ours.write_text('{"schema": 1}', "utf-8")
    theirs.write_text("Week 1", "utf-8")

    assert not is_typed(Path("plan.json"))
    assert (is_typed(ours), is_typed(theirs)) == (False, True)
    assert all(is_typed(Path(f"18-weeks{suffix}")) for suffix in (".ics", ".CSV", ".txt", ".md"))
