"""A plan as plain text: weeks with their days, day by day or on one line, or a drawn table."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dovetail.domain.errors import BadInput
from dovetail.formats.typed.columns import Columns, columns_of
from dovetail.formats.typed.dates import MONTH, DateTold, read_dates, told_of
from dovetail.formats.typed.days import WEEKDAY, weekday_of
from dovetail.formats.typed.entries import Entry, Pages, calls_it_lighter, unclear_date

NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
_WEEK_WORD = re.compile(rf"week\s+({'|'.join(reversed(NUMBER_WORDS))})\b", re.I)
_WEEK = re.compile(r"(?:week|wk|w)\s*[#.]?\s*([0-9]{1,3})\b(?:\s*(?:of|/)\s*[0-9]+)?(.*)", re.I)
_BULLET = re.compile(r"^(?:[-*•–]\s+|#+\s*|\|)")
_DAY = re.compile(
    rf"(?:^|(?<=[·•|;,\t])|(?<=\s\s)|(?<=\s)(?=[a-z]+\.?:))\s*(?:[-*•]\s+)?"
    rf"({WEEKDAY})\b\.?\s*(?:[:=–—-]\s*)?",
    re.I,
)
_LETTERS = re.compile(r"(M|Tu|T|W|Th|F|Sa|Su|S)\s*[:=–—-]\s+(\S.*)")
_DAY_NUMBER = re.compile(r"day\s*[0-9]\s*[:=–—.-]?\s*", re.I)
_NAMED_DAY = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b\.?"
_MONTH_DAY = rf"{MONTH}\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b"
_ON = rf"(?:{WEEKDAY}\b[.,]?\s*)"
_PARTED = r"\s*[:=–—-]\s*(\S.*)"
_LOOSELY = r"(?:\s*[:=–—-]\s*|\s+)(\S.*)"
_NO_UNIT = r"(?!\s*(?:miles?|mi|km|k|m|marathons?|half|hours?|h|min)\b)"
_DATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"({_ON}?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\b{_LOOSELY}",
        rf"({_ON}?(?:{_NAMED_DAY}|{_MONTH_DAY}),?\s+[0-9]{{4}}){_LOOSELY}",
        rf"({_ON}?[0-9]{{1,2}}([/.])[0-9]{{1,2}}\2[0-9]{{4}}){_LOOSELY}",
        rf"({_ON}?[0-9]{{1,2}}\.[0-9]{{1,2}}\.){_LOOSELY}",
        rf"({_ON}?{_NAMED_DAY},?){_LOOSELY}",
        rf"({_ON}?{_MONTH_DAY}){_PARTED}",
        rf"({_ON}?[0-9]{{1,2}}/[0-9]{{1,2}}){_PARTED}",
        rf"({_ON}{_MONTH_DAY},?){_NO_UNIT}{_LOOSELY}",
        rf"({_ON}[0-9]{{1,2}}/[0-9]{{1,2}}){_NO_UNIT}{_LOOSELY}",
    )
)
"""Dates before a title, with a year or without; where a title could begin so, it is parted."""
_CELLS = re.compile(r"\s*\|\s*|\t+|\s{2,}")
_WEEK_CELL = re.compile(r"(?:week|wk|w)?\s*[0-9]{1,3}\b.{0,20}", re.I)
_RULE = re.compile(r"[\s|:+=_-]*")
_EDGES = " \t·•|;,"


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    entries: list[Entry] = field(default_factory=list)
    lighter: set[int] = field(default_factory=set)
    heading: list[str] = field(default_factory=list)
    week: int | None = None
    columns: Columns | None = None
    dates: dict[int, tuple[str, DateTold]] = field(default_factory=dict)
    """By the number of the entry."""


def read_text_plan(text: str, today: dt.date | None = None) -> Pages:
    """Read a plan that is written as text; raise BadInput where a date stays open.

    `today` tells the year of dates without one, where nothing in the file does.
    """
    reading = _Reading()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not (len(line.strip()) > 1 and _RULE.fullmatch(line)):
            _read_line(reading, line.strip(), number)
    read = read_dates([told for _, told in reading.dates.values()], today)
    problems = []
    for (at, (words, _)), date in zip(reading.dates.items(), read.dates, strict=True):
        if date is None:
            problems.append(unclear_date(reading.entries[at].line or 1, words))
        reading.entries[at] = replace(reading.entries[at], date=date)
    if problems:
        raise BadInput(*problems)
    return Pages(
        entries=tuple(reading.entries),
        lighter=frozenset(reading.lighter),
        heading="\n".join(reading.heading),
        years_by=read.years_by,
    )


def _read_line(reading: _Reading, line: str, number: int) -> None:
    cells = _cells(line)
    columns = columns_of(cells)
    if columns is not None and len(columns.weekdays) > 1:
        reading.columns = columns
        return
    cells = _without_week(reading, cells)
    if reading.columns is not None and _is_row(cells, reading.columns):
        _read_row(reading, cells, number)
        return
    bare = _in_figures(_BULLET.sub("", line).strip().strip("*_").strip())
    if match := _WEEK.match(bare):
        _open_week(reading, int(match[1]), match[2], number)
    elif dated := _dated(bare):
        words, told, title = dated
        reading.dates[len(reading.entries)] = words, told
        _add(reading, title, number)
    elif reading.week is not None and (lettered := _lettered(bare)):
        _add(reading, lettered[1], number, weekday=lettered[0])
    elif not _read_days(reading, bare, number):
        _read_rest(reading, bare, number)


def _in_figures(line: str) -> str:
    """Write "Week one" as "Week 1"."""
    match = _WEEK_WORD.match(line)
    if match is None:
        return line
    return f"Week {NUMBER_WORDS.index(match[1].lower()) + 1}{line[match.end() :]}"


def _open_week(reading: _Reading, week: int, rest: str, number: int) -> None:
    reading.week = week or 1
    rest = rest.strip().strip("*_").lstrip(":.-–— \t|").strip()
    if _DAY.search(rest):
        before = rest[: _DAY.search(rest).start()]  # type: ignore[union-attr]
        if calls_it_lighter(before):
            reading.lighter.add(reading.week)
        _read_days(reading, rest, number)
    elif calls_it_lighter(rest):
        reading.lighter.add(reading.week)


def _read_days(reading: _Reading, line: str, number: int) -> bool:
    """Read the weekdays of a line, each with its title; False where it names none."""
    found = list(_DAY.finditer(line))
    if not found or (found[0].start() > 0 and reading.week is None):
        return False
    if reading.week is None:
        reading.week = 1
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(line)
        title = line[match.end() : end].strip(_EDGES)
        if title:
            _add(reading, title, number, weekday=weekday_of(match[1]))
    return True


def _lettered(line: str) -> tuple[int | None, str] | None:
    """Read "Tu: 5 km easy"; T and S could be two days each, and stay without one."""
    match = _LETTERS.fullmatch(line)
    if match is None:
        return None
    return (None if match[1] in "TS" else weekday_of(match[1])), match[2]


def _read_rest(reading: _Reading, line: str, number: int) -> None:
    if reading.week is None:
        reading.heading.append(line)
        return
    title = _DAY_NUMBER.sub("", line, count=1) if _DAY_NUMBER.match(line) else line
    if title:
        _add(reading, title, number)


def _add(
    reading: _Reading,
    title: str,
    number: int,
    *,
    weekday: int | None = None,
) -> None:
    week = reading.week
    reading.entries.append(Entry(title=title, week=week, weekday=weekday, line=number))


def _dated(line: str) -> tuple[str, DateTold, str] | None:
    """Return a date before a title: its words, what it tells, and the title."""
    match = next((found for one in _DATES if (found := one.fullmatch(line))), None)
    told = told_of(match[1].strip(" ,")) if match else None
    return (match[1], told, match[match.lastindex or 1]) if match and told else None


# -- drawn tables -----------------------------------------------------------------------------


def _cells(line: str) -> list[str]:
    parts = _CELLS.split(line.strip().strip("|").strip()) if "|" not in line else None
    if parts is None:
        parts = [part.strip() for part in line.strip().strip("|").split("|")]
    return parts


def _without_week(reading: _Reading, cells: list[str]) -> list[str]:
    """Take the number of the week from a row that begins with it below no heading."""
    columns = reading.columns
    extra = columns is not None and len(cells) == columns.count + 1 and 0 in columns.weekdays
    if not extra or not _WEEK_CELL.fullmatch(cells[0]):
        return cells
    number = re.search(r"[0-9]+", cells[0])
    reading.week = int(number[0]) - 1 if number else reading.week
    return cells[1:]


def _is_row(cells: list[str], columns: Columns) -> bool:
    first = cells[0].strip()
    named = columns.at.get("week") == 0
    begins = bool(_WEEK_CELL.fullmatch(first))
    return len(cells) > 1 and (begins or not named)


def _read_row(reading: _Reading, cells: list[str], number: int) -> None:
    columns = reading.columns
    assert columns is not None
    told = re.search(r"[0-9]{1,3}", columns.cell(cells, "week"))
    reading.week = (int(told[0]) or 1) if told else (reading.week or 0) + 1
    if calls_it_lighter(columns.cell(cells, "week") + " " + columns.cell(cells, "focus")):
        reading.lighter.add(reading.week)
    for weekday, title in _row_days(cells, columns):
        _add(reading, title, number, weekday=weekday)


def _row_days(cells: list[str], columns: Columns) -> Iterator[tuple[int, str]]:
    for weekday, at in sorted(columns.weekdays.items()):
        if at < len(cells) and cells[at].strip():
            yield weekday, cells[at].strip()
