"""A strict reader from plain data to the frozen dataclasses, driven by their type hints.

It collects every problem and never stops at the first:

    reading = Reading(unknown="refuse")
    goal = reading.record(Goal, data["goal"], "goal")   # None when something was wrong
    reading.report(problem)                             # one's own findings join the list
    reading.finish()                                    # raises BadInput if there were any

or, in one step, `read_record(Goal, data)`.

Dates are dates or "2027-01-11", a Duration is "1:58:00", tuples are lists, Mappings and
dataclasses are tables. A whole number will do for a float, true and false never are numbers,
NaN and infinity never pass. `field(metadata={"name": "from"})` gives a key another name.
Places are dotted keys; items of a list are counted from 1, as lines are: `races[2].km`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from dovetail.domain.fields import Between, Matching
from dovetail.domain.units import Duration
from dovetail.formats import complaints
from dovetail.formats.document import EXTRA, document_fields
from dovetail.formats.simple_values import BROKEN, SIMPLE, Findings, anything

T = TypeVar("T")
Unknown = Literal["refuse", "ignore", "keep"]


class Reading(Findings):
    """One pass over one document, with all the problems met."""

    def __init__(self, *, unknown: Unknown = "refuse") -> None:
        super().__init__()
        self.unknown = unknown

    def record(self, cls: type[T], data: object, at: str = "") -> T | None:
        """Read one dataclass; None when anything in it was wrong."""
        value = reader_of(cast(Any, cls))(self, data, at)
        return None if value is BROKEN else cast(T, value)


def read_record(cls: type[T], data: object, *, unknown: Unknown = "refuse", at: str = "") -> T:
    """Read one dataclass, or raise BadInput with all the problems."""
    reading = Reading(unknown=unknown)
    record = reading.record(cls, data, at)
    reading.finish()
    assert record is not None
    return record


Reader = Callable[[Reading, object, str], object]


@cache
def reader_of(hint: Any) -> Reader:
    """Build the reader of a type hint, once."""
    if get_origin(hint) is Annotated:
        return _annotated(*get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return _one_of(get_args(hint))
    if get_origin(hint) is Literal:
        return _words(get_args(hint))
    if get_origin(hint) is tuple:
        return _list(get_args(hint))
    if isinstance(get_origin(hint), type) and issubclass(get_origin(hint), Mapping):
        return _table(*get_args(hint))
    if is_dataclass(hint) and hint is not Duration:
        return _record(cast(type, hint))
    return SIMPLE.get(hint, anything)


@dataclass(frozen=True, slots=True)
class _Spec:
    """What the reader of a dataclass needs at hand."""

    readers: Mapping[str, tuple[str, Reader]]
    required: tuple[str, ...]
    keeps: bool


@cache
def _spec(cls: type) -> _Spec:
    fields = document_fields(cls)
    return _Spec(
        readers={field.key: (field.attribute, reader_of(field.hint)) for field in fields},
        required=tuple(field.key for field in fields if field.required),
        keeps=EXTRA in getattr(cls, "__dataclass_fields__", {}),
    )


def _record(cls: type) -> Reader:
    def read(reading: Reading, data: object, at: str) -> object:
        if not isinstance(data, dict):
            return reading.report(complaints.wrong_type(data, at, "a table"))
        spec = _spec(cls)
        values: dict[str, object] = {}
        unknown: dict[str, object] = {}
        for key, part in data.items():
            if (field := spec.readers.get(key)) is None:
                unknown[key] = part
            else:
                values[field[0]] = field[1](reading, part, f"{at}.{key}" if at else key)
        known = _all_known(reading, spec, unknown, at)
        there = _all_there(reading, spec, data, at)
        if not known or not there or BROKEN in values.values():
            return BROKEN
        if unknown and spec.keeps and reading.unknown == "keep":
            values[EXTRA] = unknown
        return cls(**values)

    return read


def _all_known(reading: Reading, spec: _Spec, unknown: Mapping[str, object], at: str) -> bool:
    if reading.unknown != "refuse":
        return True
    for key in unknown:
        reading.report(complaints.unknown_key(key, at, spec.readers))
    return not unknown


def _all_there(reading: Reading, spec: _Spec, data: Mapping[str, object], at: str) -> bool:
    missing = [key for key in spec.required if key not in data]
    for key in missing:
        reading.report(complaints.missing_key(key, at))
    return not missing


def _annotated(hint: Any, *marks: object) -> Reader:
    read = reader_of(hint)
    for mark in marks:
        if isinstance(mark, Between):
            read = _within(read, mark)
        elif isinstance(mark, Matching):
            read = _formed(read, mark)
    return read


def _within(read: Reader, between: Between) -> Reader:
    low, high = between.low, between.high

    def read_within(reading: Reading, data: object, at: str) -> object:
        value = read(reading, data, at)
        if isinstance(value, int | float) and not low <= value <= high:
            return reading.report(complaints.out_of_range(value, at, between))
        return value

    return read_within


def _formed(read: Reader, matching: Matching) -> Reader:
    pattern = re.compile(matching.pattern)

    def read_formed(reading: Reading, data: object, at: str) -> object:
        value = read(reading, data, at)
        if isinstance(value, str) and pattern.fullmatch(value) is None:
            return reading.report(complaints.bad_form(value, at, f'"{matching.like}"'))
        return value

    return read_formed


def _words(words: tuple[str, ...]) -> Reader:
    known = frozenset(words)

    def read(reading: Reading, data: object, at: str) -> object:
        if not isinstance(data, str):
            return reading.report(complaints.wrong_type(data, at, f'text such as "{words[0]}"'))
        if data not in known:
            return reading.report(complaints.unknown_word(data, at, words))
        return data

    return read


def _list(hints: tuple[Any, ...]) -> Reader:
    endless = hints[-1] is Ellipsis
    readers = tuple(reader_of(hint) for hint in hints if hint is not Ellipsis)

    def read(reading: Reading, data: object, at: str) -> object:
        if not isinstance(data, list | tuple):
            return reading.report(complaints.wrong_type(data, at, "a list"))
        if not endless and len(data) != len(readers):
            return reading.report(complaints.wrong_type(data, at, f"a list of {len(readers)}"))
        each = readers * len(data) if endless else readers
        parts = tuple(
            read_part(reading, part, f"{at}[{number}]")
            for number, (read_part, part) in enumerate(zip(each, data, strict=True), 1)
        )
        return BROKEN if BROKEN in parts else parts

    return read


def _table(key_hint: Any, value_hint: Any) -> Reader:
    read_key, read_value = reader_of(key_hint), reader_of(value_hint)

    def read(reading: Reading, data: object, at: str) -> object:
        if not isinstance(data, dict):
            return reading.report(complaints.wrong_type(data, at, "a table"))
        parts = {
            read_key(reading, key, f"{at}.{key}"): read_value(reading, part, f"{at}.{key}")
            for key, part in data.items()
        }
        return BROKEN if BROKEN in parts or BROKEN in parts.values() else parts

    return read


def _one_of(hints: tuple[Any, ...]) -> Reader:
    words = tuple(word for hint in hints if get_origin(hint) is Literal for word in get_args(hint))
    others = [hint for hint in hints if hint is not NoneType and get_origin(hint) is not Literal]
    readers = [(_takes(hint), reader_of(hint)) for hint in others]
    if words:
        readers.insert(0, ((str,), _words(words)))
    return _by_kind(readers, empty=NoneType in hints)


def _by_kind(readers: list[tuple[tuple[type, ...], Reader]], *, empty: bool) -> Reader:
    by_kind: dict[type, Reader] = {}
    for rank in (0, 1):  # what a hint says first wins over what it would also take
        for kinds, reader in readers:
            for kind in kinds[rank : rank + 1]:
                by_kind.setdefault(kind, reader)
    usual = readers[0][1]

    def read(reading: Reading, data: object, at: str) -> object:
        if data is None and empty:
            return None
        return by_kind.get(type(data), usual)(reading, data, at)

    return read


def _takes(hint: Any) -> tuple[type, ...]:
    """Return the kinds of plain data that a hint reads, the closest first."""
    if get_origin(hint) is Annotated:
        return _takes(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return (list, tuple)
    closest: dict[Any, tuple[type, ...]] = {
        int: (int, float),
        float: (float, int),
        date: (date, str),
        Duration: (str,),
        str: (str,),
        bool: (bool,),
    }
    return closest.get(hint, (dict,))
