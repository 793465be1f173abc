"""What a reader of files hands on: titles with their place; and the plan that they make."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from dovetail.domain.calendar import monday_of
from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.prescription import Range
from dovetail.domain.typed_plan import Meaning, TypedPlan, TypedSession, Unit, YearsBy
from dovetail.formats.typed.dates import why_open
from dovetail.formats.typed.items import items_of
from dovetail.formats.typed.titles import meanings_of

WEEKS_AT_MOST = 120
"""A longer plan is a slip of the pen in a date or a number (dovetail)."""
DISTANCES = frozenset({"run", "race", "other"})
_LIGHTER = re.compile(
    r"\b(?:de-?load|lighter|light week|easy week|down week|cut-?back|step-?back|recovery week"
    r"|rest week|recovery)\b",
    re.I,
)
_BEGINNER = re.compile(r"\b(?:novice|beginners?|first|couch|newbies?)\b", re.I)
_UNIT = re.compile(r"\b(?:(km|kilomet\w+|kms)|(miles?|mi))\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cell, line or event: its text, and where it stands in the plan and in the file."""

    title: str
    week: int | None = None
    weekday: int | None = None
    date: dt.date | None = None
    line: int | None = None
    more: str = ""
    """A description, asked only for what the title leaves open."""
    km: Range | None = None
    minutes: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Everything that a reader found in a file."""

    entries: tuple[Entry, ...]
    lighter: frozenset[int] = frozenset()
    heading: str = ""
    """Its title and introduction: may name the unit, and whom it is for."""
    years_by: YearsBy | None = None


def calls_it_lighter(text: str) -> bool:
    """Whether a heading of a week calls it a lighter one."""
    return bool(_LIGHTER.search(text))


def unit_in(text: str) -> Unit | None:
    """Return the unit that a heading names, where it names one only."""
    found = {"km" if match[1] else "mi" for match in _UNIT.finditer(text)}
    return cast(Unit, found.pop()) if len(found) == 1 else None


def plan_of(pages: Pages) -> TypedPlan:
    """Return the plan that entries make; raise BadInput where there is nothing to read."""
    if not pages.entries:
        raise BadInput(
            Problem(
                code="nothing-to-read",
                problem="No week and no day was found in this file.",
                hint='Write weeks and days, such as "Week 1" and below it "Mon: 5 km easy".',
            )
        )
    dated = [one.date for one in pages.entries if one.date is not None]
    starts = monday_of(min(dated)) if dated else None
    unit = unit_in(pages.heading) or _unit_of(pages.entries)
    sessions = tuple(one for entry in pages.entries for one in _sessions(entry, starts, unit))
    weeks = max(one.week for one in sessions)
    if weeks > WEEKS_AT_MOST:
        raise _too_long(weeks, max(sessions, key=lambda one: one.week).line)
    return TypedPlan(
        sessions=tuple(sorted(sessions, key=_order)),
        weeks=weeks,
        starts=starts,
        lighter=pages.lighter,
        beginner=bool(_BEGINNER.search(pages.heading)),
        unit=unit,
        years_by=pages.years_by,
    )


def unclear_date(line: int, text: str) -> Problem:
    """Return what is wrong with a date that cannot be read, or be read in two ways."""
    problem = f"{text!r} {why_open(text)}."
    hint = "Write it as 2027-04-06."
    return Problem(code="unclear-date", problem=problem, hint=hint, place=Place(line=line))


def _order(one: TypedSession) -> tuple[int, int]:
    return one.week, 7 if one.weekday is None else one.weekday


def _too_long(weeks: int, line: int | None) -> BadInput:
    return BadInput(
        Problem(
            code="too-many-weeks",
            problem=f"This plan would last {weeks} weeks.",
            hint="Check the years of its dates and the numbers of its weeks.",
            place=Place(line=line),
        )
    )


def _unit_of(entries: Iterable[Entry]) -> Unit | None:
    """Return the unit most of the plan is written in; None where it names none."""
    named = Counter(
        item.unit
        for entry in entries
        for item in items_of(entry.title)
        if item.sort == "amount" and item.unit in ("km", "mi") and item.text != "metres"
    )
    if not named or len(set(named.values())) < len(named):
        return None
    return cast(Unit, named.most_common(1)[0][0])


def _sessions(entry: Entry, starts: dt.date | None, unit: Unit | None) -> Iterator[TypedSession]:
    week, weekday = entry.week, entry.weekday
    if entry.date is not None and starts is not None:
        week = (entry.date - starts).days // 7 + 1
        weekday = entry.date.weekday()
    for meaning in _meanings(entry, unit):
        yield TypedSession(
            title=entry.title,
            week=week or 1,
            weekday=weekday,
            date=entry.date,
            meaning=meaning,
            line=entry.line,
        )


def _meanings(entry: Entry, unit: Unit | None) -> Sequence[Meaning]:
    found = meanings_of(entry.title, unit)
    described = meanings_of(entry.more, unit) if entry.more else ()
    if not found[0].understood and described and described[0].understood:
        found = described
    first = found[0]
    if described and described[0].discipline == first.discipline:
        first = _completed(first, described[0])
    if first.discipline in DISTANCES:
        first = replace(first, km=entry.km or first.km)
    if first.understood and entry.minutes:
        first = replace(first, minutes=entry.minutes)
    return first, *found[1:]


def _completed(first: Meaning, more: Meaning) -> Meaning:
    """Take from a description what the title leaves open."""
    if first.parts or first.lifts:
        return replace(first, km=first.km or more.km, minutes=first.minutes or more.minutes)
    return replace(
        first,
        kind=more.kind if more.parts or first.kind is None else first.kind,
        km=first.km or more.km,
        minutes=first.minutes or more.minutes,
        intensity=more.intensity or first.intensity,
        parts=more.parts,
        lifts=more.lifts,
        heavy_legs=first.heavy_legs if more.heavy_legs is None else more.heavy_legs,
    )
