"""Dates as people write them, with a year or without: read only where one reading is certain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dovetail.domain.typed_plan import YearsBy
from dovetail.formats.typed.days import WEEKDAY, weekday_of

GAP_DAYS = 14
"""A plan says something at least so often: a longer gap turns day and month round (dovetail)."""
YEARS_AROUND = (-1, 0, 1, 2)
"""Years beside today's that a plan may begin in: no day of the week comes twice (dovetail)."""
SLIP_AMONG = range(5, 401)
"""One weekday that is wrong is a slip among so many dates (dovetail)."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    *("january", "february", "march", "april", "june", "july", "august", "september", "sept"),
    *("october", "november", "december"),
)
MONTH = f"(?:{'|'.join((*_NAMES, *_MONTHS))})"
"""The name of a month, short or whole."""
_BEFORE = re.compile(rf"{WEEKDAY}\b[.,]?\s*", re.I)
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4})?)?")
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(
    rf"{_DAY}[ .-]*(?:of )?(?P<month>{MONTH})\b[ .,-]*(?P<year>[0-9]{{4}})?", re.I
)
_MONTH_FIRST = re.compile(rf"(?P<month>{MONTH})[ .]*{_DAY}(?:[ .,]+(?P<year>[0-9]{{4}}))?,?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTold:
    """A date as it is typed: what it leaves open is None, and what may be turned round says so."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    may_turn: bool = False
    """Day and month could change places; `month` is the first number."""

    def on(self, year: int, *, month_first: bool) -> dt.date | None:
        """Return its day in a year; None where there is no such day, or another weekday."""
        turned = self.may_turn and not month_first
        month, day = (self.day, self.month) if turned else (self.month, self.day)
        try:
            found = dt.date(self.year or year, month, day)
        except ValueError:
            return None
        wrong = self.year is None and self.weekday not in (None, found.weekday())
        return None if wrong else found


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesRead:
    """The dates of a file, in its order: None where none is told, or none is certain."""

    dates: tuple[dt.date | None, ...]
    years_by: YearsBy | None = None
    """What told the years, where the file does not."""


def told_of(text: str, weekday: int | None = None) -> DateTold | None:
    """Read what a text tells of a date; None where it is none.

    >>> told_of("Mon 4 Jan"), told_of("soon")
    (DateTold(month=1, day=4, year=None, weekday=0, may_turn=False), None)
    """
    bare = text.strip()
    if match := _BEFORE.match(bare):
        weekday, bare = weekday_of(match[0].strip(" .,")), bare[match.end() :]
    if match := _ISO.fullmatch(bare):
        return DateTold(month=int(match[2]), day=int(match[3]), year=int(match[1]))
    if match := _NUMBERS.fullmatch(bare):
        one, other, year = int(match[1]), int(match[3]), int(match[4]) if match[4] else None
        told = DateTold(month=one, day=other, year=year, weekday=weekday, may_turn=True)
        dotted = match[2] == "."
        return replace(told, month=other, day=one, may_turn=False) if dotted else told
    if match := _DAY_FIRST.fullmatch(bare) or _MONTH_FIRST.fullmatch(bare):
        named = match.groupdict()
        return DateTold(
            month=_MONTHS.index(named["month"][:3].lower()) + 1,
            day=int(named["day"]),
            year=int(named["year"]) if named["year"] else None,
            weekday=weekday,
        )
    return None


def read_dates(told: Sequence[DateTold | None], today: dt.date | None) -> DatesRead:
    """Return the dates that are certain: by weekdays, by dated neighbours, then by today.

    Of two ways round the one is certain that keeps weekdays and months, or else the only one
    without gaps of more than a fortnight. Source: dovetail.
    """
    known = [one for one in told if one is not None and _can_be(one)]
    found = iter(_certain(known, today) or _but_for_a_slip(known, today) or map(_sure, known))
    placed = tuple(next(found) if one is not None and _can_be(one) else None for one in told)
    return DatesRead(dates=placed, years_by=_years_by(known) if any(placed) else None)


def why_open(text: str) -> str:
    """Say what keeps a date from being certain."""
    told = told_of(text)
    if told is None or not _can_be(told):
        return "is no date"
    if told.weekday is not None and told.year is None:
        return "is not on that weekday in any year that the dates beside it, or today, allow"
    if told.may_turn:
        return "could be two days, since day and month could change places"
    return "could be in more than one year"


def _certain(known: Sequence[DateTold], today: dt.date | None) -> Sequence[dt.date] | None:
    """Return the only reading of all dates; None where there is none, or more than one."""
    found = (_in_order(known, today, month_first=order) for order in _orders(known))
    kept = {tuple(dates) for dates in found if dates is not None}
    if len(kept) > 1:
        kept = {dates for dates in kept if _is_steady(dates)}
    return kept.pop() if len(kept) == 1 else None


def _but_for_a_slip(
    known: Sequence[DateTold], today: dt.date | None
) -> Sequence[dt.date | None] | None:
    """Return the reading in which one weekday only is wrong: that date alone stays open."""
    for at, one in enumerate(known if len(known) in SLIP_AMONG else ()):
        if one.weekday is not None and one.year is None:
            other = replace(one, weekday=None)
            dates = _certain([*known[:at], other, *known[at + 1 :]], today)
            if dates is not None:
                return [*dates[:at], None, *dates[at + 1 :]]
    return None


def _can_be(one: DateTold) -> bool:
    """Whether a date is a day of some year at all, whatever the weekday."""
    plain = replace(one, weekday=None)
    return any(plain.on(2028, month_first=order) for order in (True, False))


def _sure(one: DateTold) -> dt.date | None:
    """Return a date that needs no neighbour."""
    if one.year is None:
        return None
    both = {one.on(one.year, month_first=order) for order in (True, False)} - {None}
    return both.pop() if len(both) == 1 else None


def _orders(known: Iterable[DateTold]) -> tuple[bool, ...]:
    """Return the ways round that every date of a file allows."""
    turning = [one for one in known if one.may_turn]
    if not turning:
        return (True,)
    return tuple(
        order
        for order in (False, True)
        if all(replace(one, weekday=None).on(2028, month_first=order) for one in turning)
    )


def _in_order(
    known: Sequence[DateTold], today: dt.date | None, *, month_first: bool
) -> Sequence[dt.date] | None:
    """Return every date, the years told by neighbours or by today; None where one cannot be."""
    if any(one.year is not None for one in known):
        return _from_neighbours(known, month_first=month_first)
    if today is None or not known:
        return None
    first, *rest = known
    tried = []
    for year in (today.year + more for more in YEARS_AROUND):
        start = first.on(year, month_first=month_first)
        dates = None if start is None else _onwards(start, rest, month_first=month_first)
        if dates is not None:
            tried.append(dates)
    ahead = [dates for dates in tried if max(dates) >= today]
    return next(iter([*ahead, *reversed(tried)]), None)


def _from_neighbours(known: Sequence[DateTold], *, month_first: bool) -> Sequence[dt.date] | None:
    at = next(number for number, one in enumerate(known) if one.year is not None)
    start = known[at].on(0, month_first=month_first)
    if start is None:
        return None
    after = _onwards(start, known[at + 1 :], month_first=month_first)
    before = _onwards(start, list(reversed(known[:at])), month_first=month_first)
    if after is None or before is None:
        return None
    return [*reversed(before[1:]), *after]


def _onwards(
    start: dt.date, rest: Sequence[DateTold], *, month_first: bool
) -> list[dt.date] | None:
    """Return a date and those that follow it, each in the year that puts it nearest."""
    found = [start]
    for one in rest:
        last, plain = found[-1], replace(one, weekday=None)
        years = (last.year + more for more in (-1, 0, 1) if 0 < last.year + more < dt.MAXYEAR)
        days = [day for year in years if (day := plain.on(year, month_first=month_first))]
        if not days:
            return None
        nearest = min(days, key=lambda day: _apart(day, last))
        if one.on(nearest.year, month_first=month_first) is None:
            return None
        found.append(nearest)
    return found


def _apart(one: dt.date, other: dt.date) -> int:
    return abs((one - other).days)


def _is_steady(dates: Sequence[dt.date]) -> bool:
    ordered = sorted(dates)
    return all((later - earlier).days <= GAP_DAYS for earlier, later in pairwise(ordered))


def _years_by(known: Sequence[DateTold]) -> YearsBy | None:
    open_years = [one for one in known if one.year is None]
    if not open_years:
        return None
    if len(open_years) < len(known):
        return "dates"
    return "weekdays" if any(one.weekday is not None for one in open_years) else "today"
