"""Weekdays and dates, as people write them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

_NAMES = (
    "mon monday m",
    "tue tues tuesday tu",
    "wed weds wednesday w",
    "thu thur thurs thursday th",
    "fri friday f",
    "sat saturday sa",
    "sun sunday su",
)
WEEKDAY_OF: Mapping[str, int] = {
    name: at for at, names in enumerate(_NAMES) for name in names.split()
}
NAMED_OUT = sorted((name for name in WEEKDAY_OF if len(name) > 2), key=len, reverse=True)
"""Names of weekdays that are no single letters, the longest first."""
LETTERS = ("m", "t", "w", "t", "f", "s", "s")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ .-]*([A-Za-z]{3,9})[ .,-]*([0-9]{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})[ .]*([0-9]{1,2})(?:st|nd|rd|th)?[ .,]*([0-9]{4})")


def weekday_of(text: str) -> int | None:
    """Return the weekday that a word names, 0 for Monday."""
    return WEEKDAY_OF.get(text.strip().strip(".:").lower())


def month_comes_first(texts: Iterable[str]) -> bool | None:
    """Tell from all dates of a file which way round 4/6/2027 is; None where none tells."""
    found = [match for text in texts if (match := _NUMBERS.fullmatch(_bare(text)))]
    if any(match[2] == "." or int(match[1]) > 12 for match in found):
        return False
    return True if any(int(match[3]) > 12 for match in found) else None


def date_of(text: str, *, month_first: bool | None = None) -> dt.date | None:
    """Read a date; None where it is none, or where day and month could change places.

    >>> date_of("Tue 6 April 2027"), date_of("4/6/2027"), date_of("4/6/2027", month_first=True)
    (datetime.date(2027, 4, 6), None, datetime.date(2027, 4, 6))
    """
    bare = _bare(text)
    if match := _ISO.fullmatch(bare):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(bare):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        if month_first is None and one != other:
            return None
        return _date(year, one, other) if month_first else _date(year, other, one)
    if match := _DAY_FIRST.fullmatch(bare):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(bare):
        return _date(int(match[3]), _month(match[1]), int(match[2]))
    return None


def _bare(text: str) -> str:
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if rest and weekday_of(first.rstrip(",")) is not None else text.strip()


def _month(name: str) -> int:
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
