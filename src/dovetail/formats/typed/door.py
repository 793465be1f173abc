"""The one door for plans that others typed: picks the reader by the name and the content."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dovetail.domain.errors import BadInput, Place, Problem, in_file
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.files import PLAN_AT_MOST, read_bytes
from dovetail.formats.typed.csv_plan import looks_like_a_table, read_csv
from dovetail.formats.typed.encodings import text_of
from dovetail.formats.typed.entries import Pages, plan_of
from dovetail.formats.typed.ics_plan import read_ics
from dovetail.formats.typed.text_plan import read_text_plan

MB = 1_000_000
TYPED_AT_MOST = 4 * MB
CALENDAR = "BEGIN:VCALENDAR"
TABLES = frozenset({".csv", ".tsv"})
CALENDARS = frozenset({".ics", ".ical"})
TEXTS = frozenset({".txt", ".md", ".text"})


def is_typed(path: Path) -> bool:
    """Whether a file is a plan that somebody typed: by its name, else by its content."""
    suffix = path.suffix.lower()
    if suffix in TABLES | TEXTS | CALENDARS:
        return True
    if suffix == ".json":
        return False
    text = text_of(read_bytes(path, most=PLAN_AT_MOST), str(path))
    return not text.lstrip().startswith("{")


def read_typed(path: Path, today: dt.date | None = None) -> TypedPlan:
    """Read a calendar, a table or a text; an error names the file.

    `today` tells the year of dates without one, where nothing in the file does.
    """
    text = text_of(read_bytes(path, most=TYPED_AT_MOST), str(path))
    try:
        return typed_of(text, suffix=path.suffix.lower(), today=today)
    except BadInput as error:
        raise in_file(error, str(path)) from None


def typed_of(text: str, *, suffix: str = "", today: dt.date | None = None) -> TypedPlan:
    """Read a plan from a text; `suffix` tells what it should be, its content decides."""
    if not text.strip():
        problem = Problem(
            code="empty-file",
            problem="This file is empty.",
            hint="Save or export the plan again.",
            place=Place(),
        )
        raise BadInput(problem)
    return plan_of(_pages(text, suffix, today))


def _pages(text: str, suffix: str, today: dt.date | None) -> Pages:
    if suffix in CALENDARS or text.lstrip()[: len(CALENDAR)].upper() == CALENDAR:
        return read_ics(text)
    if suffix in TABLES:
        return read_csv(text, today)
    if suffix not in TEXTS and looks_like_a_table(text):
        return read_csv(text, today)
    return read_text_plan(text, today)
