"""The columns of a typed table: what their headings may be called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dovetail.domain.typed_plan import Unit
from dovetail.formats.typed.days import LETTERS, weekday_of
from dovetail.formats.typed.entries import unit_in

HEADINGS: Mapping[str, str] = {
    "date": "date, day and date, start date",
    "week": "week, wk, week number, week no, w, weeks, #",
    "day": "day, weekday, day of week, dow",
    "title": "session, workout, title, activity, run, training, exercise, summary, subject, name,"
    " what, plan",
    "type": "type, sport, kind, category, discipline",
    "more": "description, details, detail, notes, note, comment, comments, instructions",
    "distance": "distance, dist, length, km, kms, kilometers, kilometres, mi, miles, mileage",
    "duration": "duration, time, minutes, min, mins, hours",
    "focus": "focus, phase, theme, block",
}
BEFORE = re.compile(r"^(?:planned|plan|target|coach|workout|session|total) (?=\w)")
"""Words before a heading that change nothing: "planned distance", "coach notes"."""
COLUMN_OF = {name: key for key, names in HEADINGS.items() for name in names.split(", ")}
MINUTES_OF = {"hours": 60.0, "minutes": 1.0, "min": 1.0, "mins": 1.0}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each thing stands in a row."""

    at: Mapping[str, int]
    weekdays: Mapping[int, int] = field(default_factory=dict)
    """Column by weekday, in a table with one week a row."""
    unit: Unit | None = None
    minutes: float = 1.0
    """What a bare number under the duration counts [min]."""
    count: int = 0

    def cell(self, row: Sequence[str], key: str) -> str:
        """Return the text of a row under a heading; "" where there is none."""
        at = self.at.get(key, len(row))
        return row[at].strip() if at < len(row) else ""


def columns_of(header: Sequence[str]) -> Columns | None:
    """Read a heading row; None where it is none that a plan has."""
    names = [_plain(name) for name in header]
    at: dict[str, int] = {}
    for here, name in enumerate(names):
        key = COLUMN_OF.get(name) or COLUMN_OF.get(BEFORE.sub("", name))
        if key is not None:
            at.setdefault(key, here)
    weekdays = _weekdays(names)
    distance = header[at["distance"]] if "distance" in at else ""
    duration = names[at["duration"]] if "duration" in at else ""
    found = Columns(
        at=at,
        weekdays=weekdays,
        unit=unit_in(distance) or unit_in(" ".join(header)),
        minutes=MINUTES_OF.get(duration, 1.0),
        count=len(header),
    )
    return found if _is_plan(found) else None


def _is_plan(found: Columns) -> bool:
    if len(found.weekdays) > 1 or (found.weekdays and "week" in found.at):
        return True
    told = found.at.keys() & {"title", "distance", "duration", "type", "more"}
    return bool(told) and bool(found.at.keys() & {"date", "week", "day"})


def _weekdays(names: Sequence[str]) -> dict[int, int]:
    letters = [at for at, name in enumerate(names) if len(name) == 1 and name in LETTERS]
    if tuple(names[at] for at in letters) == LETTERS:
        return dict(enumerate(letters))
    found: dict[int, int] = {}
    for at, name in enumerate(names):
        weekday = weekday_of(name) if len(name) > 1 else None
        if weekday is not None:
            found.setdefault(weekday, at)
    return found


def _plain(name: str) -> str:
    """A heading without its unit in brackets, its dots and its capitals."""
    return re.sub(r"[\s._-]+", " ", re.sub(r"\(.*?\)|\[.*?\]", "", name)).strip().lower()
