"""A plan as a calendar: its events on their local dates, repeated ones unfolded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.formats.typed.entries import Entry, Pages

if TYPE_CHECKING:
    from icalendar import Calendar

DAYS_AT_MOST = 800
"""So many days of one repeated event are unfolded at most (dovetail)."""
EVERY = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
INSTALL = "Install it: pip install 'dovetail[ics]'"


def read_ics(text: str) -> Pages:
    """Read a calendar; raise BadInput where it is none, or where nothing can read it."""
    calendar = _calendar(text)
    events = list(enumerate(calendar.walk("VEVENT"), 1))
    if not events:
        raise _bad(
            "no-events", "This calendar holds no events.", "Export it again with its events."
        )
    single = [day for _, event in events if (day := _start(event)) and "RRULE" not in event]
    moved = {(str(event.get("UID")), day) for _, event in events if (day := _moved(event))}
    entries: list[Entry] = []
    for number, event in events:
        if str(event.get("STATUS", "")).upper() != "CANCELLED":
            entries += _entries(number, event, moved, max(single, default=None))
    heading = str(calendar.get("X-WR-CALNAME", ""))
    return Pages(entries=tuple(sorted(entries, key=_by_date)), heading=heading)


def _by_date(entry: Entry) -> dt.date:
    assert entry.date is not None
    return entry.date


def _calendar(text: str) -> Calendar:
    try:
        from icalendar import Calendar
    except ImportError:
        problem = "Reading calendars needs the library icalendar, which is not installed."
        raise _bad("needs-icalendar", problem, INSTALL) from None
    try:
        found = Calendar.from_ical(text)
    except (ValueError, LookupError, TypeError, AttributeError) as trouble:
        problem = f"This is no calendar that can be read: {str(trouble)[:120]}"
        raise _bad("no-calendar", problem, "Export it again as .ics (iCalendar).") from None
    if found.name == "VCALENDAR":
        return found
    hint = "Export it again as .ics (iCalendar)."
    raise _bad("no-calendar", "This file does not begin as a calendar does.", hint)


def _entries(
    number: int, event: Any, moved: set[tuple[str, dt.date]], until: dt.date | None
) -> Iterator[Entry]:
    start = _start(event)
    title = " ".join(str(event.get("SUMMARY", "")).split())
    if not title:
        return
    if start is None:
        problem = f"Event {number} ({title[:40]!r}) has no day that can be read."
        raise _bad("no-day", problem, "Give it a day in the calendar.", number)
    more = " ".join(str(event.get("DESCRIPTION", "")).split())
    for day in _days(number, event, start, until):
        replaced = "RECURRENCE-ID" not in event and (str(event.get("UID")), day) in moved
        if not replaced:
            yield Entry(title=title, more=more, date=day, line=number)


def _start(event: Any) -> dt.date | None:
    """Return the date as it is written, whatever the time and its zone."""
    return _date(event.get("DTSTART"))


def _moved(event: Any) -> dt.date | None:
    """Return the day of a repeated event that this one replaces."""
    return _date(event.get("RECURRENCE-ID"))


def _date(value: Any) -> dt.date | None:
    """Return the date of a value; None where there is none, or none that can be read."""
    from icalendar.error import BrokenCalendarProperty

    value = value[0] if isinstance(value, list) else value
    try:
        told = getattr(value, "dt", None)
    except BrokenCalendarProperty:
        return None
    if isinstance(told, dt.datetime):
        return told.date()
    return told if isinstance(told, dt.date) else None


# -- repeated events --------------------------------------------------------------------------


def _days(number: int, event: Any, start: dt.date, until: dt.date | None) -> Sequence[dt.date]:
    rule = event.get("RRULE")
    if rule is None:
        return (start, *_listed(number, event, "RDATE"))
    without = set(_listed(number, event, "EXDATE"))
    rules = rule if isinstance(rule, list) else [rule]
    days = {day for one in rules for day in _repeated(number, one, start, until)}
    return sorted({*days, *_listed(number, event, "RDATE")} - without)


def _repeated(number: int, rule: Any, start: dt.date, until: dt.date | None) -> list[dt.date]:
    from dateutil.rrule import rrulestr

    text = _rule_text(number, rule)
    bounded = "COUNT=" in text or "UNTIL=" in text
    if not bounded and until is None:
        problem = f"Event {number} is repeated without an end."
        raise _bad("endless-event", problem, "Give it a last day in the calendar.", number)
    begin = dt.datetime.combine(start, dt.time())
    end = dt.datetime.combine(until, dt.time()) if until is not None else None
    found: list[dt.date] = []
    try:
        for day in rrulestr(text, dtstart=begin):
            if (not bounded and end and day > end) or len(found) >= DAYS_AT_MOST:
                break
            found.append(day.date())
    except (ValueError, OverflowError):
        raise _unclear_repeat(number) from None
    return found


def _unclear_repeat(number: int) -> BadInput:
    problem = f"How event {number} is repeated cannot be read."
    return _bad("unclear-repeat", problem, "Repeat it by the week or by the day.", number)


def _rule_text(number: int, rule: Any) -> str:
    """Return the rule with its last day as a date: times of day are not read."""
    parts = []
    readable = isinstance(rule, dict)
    told = rule.to_ical() if readable else b""
    for part in told.decode().split(";"):
        name, _, value = part.partition("=")
        if name == "FREQ" and value not in EVERY:
            raise _unclear_repeat(number)
        if name == "UNTIL":
            value = f"{value[:8]}T235959"
        if not name.startswith(("BYHOUR", "BYMINUTE", "BYSECOND")):
            parts.append(f"{name}={value}")
    if not any(part.startswith("FREQ=") for part in parts):
        raise _unclear_repeat(number)
    return ";".join(parts)


def _listed(number: int, event: Any, name: str) -> list[dt.date]:
    from icalendar.error import BrokenCalendarProperty

    values = event.get(name)
    if values is None:
        return []
    lists = values if isinstance(values, list) else [values]
    try:
        told = [value for one in lists for value in getattr(one, "dts", [])]
    except BrokenCalendarProperty:
        raise _unclear_repeat(number) from None
    return [day for value in told if (day := _date(value)) is not None]


def _bad(code: str, problem: str, hint: str, number: int | None = None) -> BadInput:
    key = f"event {number}" if number is not None else None
    return BadInput(Problem(code=code, problem=problem, hint=hint, place=Place(key=key)))
