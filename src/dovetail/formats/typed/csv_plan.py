"""A plan as a table: one session a row, or one week a row with a column for each day."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence

from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.prescription import Range
from dovetail.domain.typed_plan import Unit
from dovetail.formats.typed.columns import Columns, columns_of
from dovetail.formats.typed.dates import DatesRead, read_dates, told_of
from dovetail.formats.typed.days import weekday_of
from dovetail.formats.typed.entries import Entry, Pages, calls_it_lighter, unclear_date
from dovetail.formats.typed.items import items_of
from dovetail.formats.typed.run_steps import Unclear, amount_of

DELIMITERS = (",", ";", "\t", "|")
HEADER_WITHIN = 15
"""So many rows of introduction may stand above the headings (dovetail)."""
FIELD_AT_MOST = 10_000
Row = tuple[int, list[str]]


def read_csv(text: str, today: dt.date | None = None) -> Pages:
    """Read a table; raise BadInput with the line where it is torn or makes no sense.

    `today` tells the year of dates without one, where nothing in the file does.
    """
    best = max((_rows_if(text, sign) for sign in DELIMITERS), key=_fits)
    rows, torn = best
    found = _header(rows)
    if found is None:
        raise torn or _no_header()
    if torn is not None:
        raise torn
    at, columns = found
    above = " ".join(cell for _, row in rows[:at] for cell in row)
    heading = f"{above} {columns.unit or ''}"
    body = [row for row in rows[at + 1 :] if any(cell.strip() for cell in row[1])]
    if columns.weekdays:
        return _grid(body, columns, heading, today)
    return _list(body, columns, heading, today)


def looks_like_a_table(text: str) -> bool:
    """Whether a text has the headings of a table among its first lines."""
    return any(_header(_rows_if(text, sign)[0]) is not None for sign in DELIMITERS)


def _fits(read: tuple[list[Row], BadInput | None]) -> int:
    found = _header(read[0])
    return -1 if found is None else found[1].count


def _rows_if(text: str, delimiter: str) -> tuple[list[Row], BadInput | None]:
    """Return the rows, and what is wrong where they end too early."""
    csv.field_size_limit(FIELD_AT_MOST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return rows, None
        except csv.Error as trouble:
            return rows, _torn(line, trouble)
        rows.append((line, row))
        line = reader.line_num + 1


def _header(rows: Sequence[Row]) -> tuple[int, Columns] | None:
    for at, (_, row) in enumerate(rows[:HEADER_WITHIN]):
        columns = columns_of(row)
        if columns is not None:
            return at, columns
    return None


# -- one week a row ---------------------------------------------------------------------------


def _grid(rows: Sequence[Row], columns: Columns, heading: str, today: dt.date | None) -> Pages:
    entries: list[Entry] = []
    lighter = set()
    problems: list[Problem] = []
    dates = _dates(rows, columns, today)
    number = 0
    for (line, row), monday in zip(rows, dates.dates, strict=True):
        if opened := _opens_week(row):
            number = opened - 1
            continue
        again = columns_of(row)
        if again is not None and again.weekdays:
            continue
        number += 1
        if any(cell.strip() for cell in row[columns.count :]):
            problems.append(_too_wide(line, len(row), columns.count))
        week = _week(columns.cell(row, "week")) or number
        if calls_it_lighter(f"{columns.cell(row, 'week')} {columns.cell(row, 'focus')}"):
            lighter.add(week)
        entries += _days(row, columns, line, week, monday)
    if problems:
        raise BadInput(*problems)
    return Pages(
        entries=tuple(entries),
        lighter=frozenset(lighter),
        heading=heading,
        years_by=dates.years_by,
    )


def _dates(rows: Sequence[Row], columns: Columns, today: dt.date | None) -> DatesRead:
    """Read the dates of all rows together; a column of weekdays helps to tell the year."""
    told = (
        told_of(columns.cell(row, "date"), weekday_of(columns.cell(row, "day"))) for _, row in rows
    )
    return read_dates(list(told), today)


def _opens_week(row: Sequence[str]) -> int | None:
    """Return the number of a row that says nothing but "Week 2"."""
    told = [cell.strip() for cell in row if cell.strip()]
    alone = re.fullmatch(r"(?:week|wk)\s*#?\s*([0-9]{1,3})", told[0], re.I)
    return int(alone[1]) or None if alone and len(told) == 1 else None


def _days(
    row: Sequence[str], columns: Columns, line: int, week: int, monday: dt.date | None
) -> Iterator[Entry]:
    for weekday, at in sorted(columns.weekdays.items()):
        title = row[at].strip() if at < len(row) else ""
        if title:
            date = _day_of(monday, weekday)
            yield Entry(title=title, week=week, weekday=weekday, date=date, line=line)


def _day_of(monday: dt.date | None, weekday: int) -> dt.date | None:
    if monday is None or monday > dt.date.max - dt.timedelta(days=14):
        return None
    return monday + dt.timedelta(days=(weekday - monday.weekday()) % 7)


def _week(text: str) -> int | None:
    number = re.search(r"[0-9]{1,3}", text)
    return int(number[0]) or None if number else None


# -- one session a row ------------------------------------------------------------------------


def _list(rows: Sequence[Row], columns: Columns, heading: str, today: dt.date | None) -> Pages:
    dates = _dates(rows, columns, today)
    entries: list[Entry] = []
    problems: list[Problem] = []
    lighter = set()
    week: int | None = None
    for (line, row), date in zip(rows, dates.dates, strict=True):
        told = columns.cell(row, "week")
        week = _week(told) or week
        if week and calls_it_lighter(f"{told} {columns.cell(row, 'focus')}"):
            lighter.add(week)
        if date is None and columns.cell(row, "date"):
            problems.append(unclear_date(line, columns.cell(row, "date")))
        elif date is None and week is None:
            problems.append(_no_day(line))
        entry = _entry(row, columns, line)
        if entry is not None:
            weekday = weekday_of(columns.cell(row, "day"))
            entries.append(_placed(entry, week, weekday, date))
    if problems:
        raise BadInput(*problems)
    return Pages(
        entries=tuple(entries),
        lighter=frozenset(lighter),
        heading=heading,
        years_by=dates.years_by,
    )


def _placed(entry: Entry, week: int | None, weekday: int | None, date: dt.date | None) -> Entry:
    return Entry(
        title=entry.title,
        week=week,
        weekday=weekday,
        date=date,
        line=entry.line,
        more=entry.more,
        km=entry.km,
        minutes=entry.minutes,
    )


def _entry(row: Sequence[str], columns: Columns, line: int) -> Entry | None:
    distance, duration = columns.cell(row, "distance"), columns.cell(row, "duration")
    sort, more = columns.cell(row, "type"), columns.cell(row, "more")
    title = columns.cell(row, "title")
    named = title or sort or more or " ".join(part for part in (distance, duration) if part)
    if not named:
        return None
    more = sort if title and sort and not more else more if title or sort else ""
    return Entry(
        title=named,
        line=line,
        more=more,
        km=_length(distance, columns.unit),
        minutes=_minutes(duration, columns.minutes),
    )


def _length(text: str, unit: Unit | None) -> Range | None:
    amounts = [item for item in items_of(text) if item.sort == "amount"]
    if len(amounts) != 1:
        return None
    try:
        return _above_zero(amount_of(amounts[0], unit)[0])
    except Unclear:
        return None


def _minutes(text: str, factor: float) -> Range | None:
    if clock := re.fullmatch(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?", text):
        hours, minutes = int(clock[1]), int(clock[2])
        told = hours * 60.0 + minutes + int(clock[3] or 0) / 60
        return _above_zero((told, told))
    amounts = [item for item in items_of(text) if item.sort == "amount"]
    if len(amounts) != 1 or amounts[0].unit not in ("", "min"):
        return None
    factor = 1.0 if amounts[0].unit else factor
    return _above_zero((amounts[0].low * factor, amounts[0].high * factor))


def _above_zero(told: Range | None) -> Range | None:
    return told if told and told[0] > 0 else None


# -- what is wrong ----------------------------------------------------------------------------


def _problem(code: str, problem: str, hint: str, line: int | None) -> Problem:
    return Problem(code=code, problem=problem, hint=hint, place=Place(line=line))


def _torn(line: int, trouble: csv.Error) -> BadInput:
    problem = f"The table is torn in the row that begins here: {trouble}."
    hint = 'Close the quotation mark; a mark inside of a cell is written twice ("").'
    return BadInput(_problem("torn-table", problem, hint, line))


def _no_header() -> BadInput:
    hint = (
        "Let the first row be date,session or week,day,session or week,mon,tue,wed,thu,fri,sat,sun."
    )
    problem = "No row names the columns of a plan."
    return BadInput(_problem("no-columns", problem, hint, 1))


def _too_wide(line: int, cells: int, columns: int) -> Problem:
    problem = f"This row has {cells} cells for {columns} columns."
    return _problem("too-many-cells", problem, "Put a title that holds a comma in quotes.", line)


def _no_day(line: int) -> Problem:
    hint = "Fill in the date, as 2027-04-06, or the number of the week."
    return _problem("no-day", "This row has neither a date nor a week.", hint, line)
