"""Readers of single values: text, numbers, dates and times."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import Duration
from dovetail.formats import complaints

BROKEN: Final = object()
"""What a reader answers with when it has reported a problem."""


class Findings:
    """The problems met so far in one document."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def report(self, problem: Problem) -> object:
        """Note a problem, and answer with the mark of a value that could not be read."""
        self.problems.append(problem)
        return BROKEN

    def finish(self) -> None:
        """Raise everything that was wrong."""
        if self.problems:
            raise BadInput(*self.problems)


def _bool(found: Findings, data: object, at: str) -> object:
    if isinstance(data, bool):
        return data
    return found.report(complaints.wrong_type(data, at, "true or false"))


def _int(found: Findings, data: object, at: str) -> object:
    if isinstance(data, float) and data.is_integer():
        return int(data)
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    return found.report(complaints.wrong_type(data, at, "a whole number"))


def _float(found: Findings, data: object, at: str) -> object:
    if isinstance(data, bool) or not isinstance(data, int | float):
        return found.report(complaints.wrong_type(data, at, "a number"))
    try:
        value = float(data)
    except OverflowError:
        value = math.inf
    if math.isfinite(value):
        return value
    return found.report(complaints.bad_form(data, at, "12.5, a finite number"))


def _text(found: Findings, data: object, at: str) -> object:
    if not isinstance(data, str):
        return found.report(complaints.wrong_type(data, at, "text"))
    if not data.isascii() and any("\ud800" <= sign <= "\udfff" for sign in data):
        return found.report(
            complaints.bad_form("half a character", at, "text, in whole characters")
        )
    return data


_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _date(found: Findings, data: object, at: str) -> object:
    if isinstance(data, date) and not isinstance(data, datetime):
        return data
    if not isinstance(data, str):
        return found.report(complaints.wrong_type(data, at, "a date such as 2027-03-14"))
    try:
        return date.fromisoformat(data if _ISO_DATE.fullmatch(data) else "")
    except ValueError:
        return found.report(complaints.bad_form(data, at, "2027-03-14, a day that exists"))


def _duration(found: Findings, data: object, at: str) -> object:
    if not isinstance(data, str):
        return found.report(complaints.wrong_type(data, at, 'text such as "1:58:00"'))
    duration = Duration.parse(data)
    if duration is None or duration.s <= 0:
        return found.report(complaints.bad_form(data, at, '"1:58:00" or "52:00"'))
    return duration


def anything(found: Findings, data: object, at: str) -> object:
    """Take data as it is, lists as tuples: for hints that say everything, or themselves."""
    if isinstance(data, list):
        return tuple(anything(found, part, at) for part in data)
    if isinstance(data, dict):
        return {key: anything(found, part, at) for key, part in data.items()}
    return data


SIMPLE: Mapping[Any, Callable[[Findings, object, str], object]] = {
    bool: _bool,
    int: _int,
    float: _float,
    str: _text,
    date: _date,
    Duration: _duration,
}
