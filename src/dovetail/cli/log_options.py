"""The options of `dovetail log`, one for each key of an event, made from the event's own fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from dovetail.cli.arguments import Arguments, parse_date
from dovetail.cli.log_sets import sets_in
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.fields import Between
from dovetail.domain.performed import PerformedSet
from dovetail.domain.training_log import KINDS, Event
from dovetail.formats.document import DocumentField, document_fields

SHARED = ("id", "corrects", "by", "source")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)")
YES, NO = ("yes", "y", "true"), ("no", "n", "false")


def own_fields(kind: str) -> tuple[DocumentField, ...]:
    """Return the keys that only this kind of event has, the needed ones first."""
    shared = {field.key for field in document_fields(Event)}
    own = [field for field in document_fields(KINDS[kind]) if field.key not in shared]
    return tuple(sorted(own, key=lambda field: not field.required))


def option_of(field: DocumentField) -> str:
    """Return the option of a key.

    >>> [option_of(field) for field in own_fields("checkin")][:2]
    ['--sleep-h', '--sleep']
    """
    return "--set" if is_sets(field) else f"--{field.key.replace('_', '-')}"


def add_options(parser: Arguments, kind: str) -> None:
    """Let a parser take the keys of a kind."""
    for field in own_fields(kind):
        flag = "store_true" if _bare(field.hint) is bool and not field.required else None
        more: dict[str, Any] = {"action": flag} if flag else {"metavar": _metavar(field)}
        if is_sets(field):
            more["action"] = "append"
        needed = " (needed)" if field.required else ""
        help_text = f"{_values(field)}{needed}".strip().replace("%", "%%") or "if it is so"
        parser.add_argument(option_of(field), dest=f"own_{field.key}", help=help_text, **more)


def told_by(options: object, kind: str, *, today: date) -> dict[str, object]:
    """Read what the options say, as the document has it; what is not said is left out."""
    told: dict[str, object] = {"kind": kind}
    for field in own_fields(kind):
        said = getattr(options, f"own_{field.key}")
        if said not in (None, False):
            told[field.key] = value_of(field, said, today=today)
    for key in SHARED:
        if (said := getattr(options, key)) is not None:
            told[key] = said
    return told


def value_of(field: DocumentField, said: object, *, today: date) -> object:
    """Turn the words of one option into what the document has in that place."""
    if isinstance(said, bool):
        return said
    if is_sets(field):
        lines = said if isinstance(said, list) else [said]
        return [one for line in lines for one in sets_in(str(line))]
    text = str(said).strip()
    read = _READERS.get(_sort(field.hint), str)
    return day_in(text, today=today).isoformat() if read is parse_date else read(text)


def day_in(text: str, *, today: date) -> date:
    """Read a day: a date, today or yesterday."""
    ago = {"today": 0, "yesterday": 1}.get(text)
    return parse_date(text) if ago is None else today - timedelta(ago)


def is_sets(field: DocumentField) -> bool:
    """Whether a key holds the sets of a strength session."""
    return get_origin(field.hint) is tuple and get_args(field.hint)[0] is PerformedSet


def _bare(hint: Any) -> Any:
    """Return what a hint is without None, and without its marks."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _sort(hint: Any) -> Any:
    bare = _bare(hint)
    if get_origin(bare) is tuple:
        part = _sort(get_args(bare)[0])
        return (part if part in (int, float) else str,)
    return Mapping if get_origin(bare) is Mapping else bare


def _number(text: str) -> object:
    """Read a number; minutes may be a clock time, and what is neither is left to the reader."""
    if (clock := _CLOCK.fullmatch(text)) is not None:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return round(60 * hours + minutes + seconds / 60, 2) if seconds else 60 * hours + minutes
    if not _NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def _yes_or_no(text: str) -> bool:
    if text.lower() not in YES + NO:
        raise _bad(f"{text!r} is neither yes nor no.", "Write yes or no.")
    return text.lower() in YES


def _listed(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: [read(part) for part in re.split(r"[,\s]+", text) if part]


def _pairs(text: str) -> object:
    pairs = [part.partition("=") for part in re.split(r"[,\s]+", text) if part]
    if any(not name or not value for name, _, value in pairs):
        raise _bad(f"{text!r} has no name=number.", "Write metres and seconds, as in 5000=1500.")
    return {name: _number(value) for name, _, value in pairs}


_READERS: Mapping[Any, Callable[[str], Any]] = {
    int: _number,
    float: _number,
    bool: _yes_or_no,
    date: parse_date,
    Mapping: _pairs,
    (str,): _listed(str),
    (float,): _listed(_number),
    (int,): _listed(_number),
}


def _metavar(field: DocumentField) -> str:
    if is_sets(field):
        return "'NAME 3x8 20kg rir 2'"
    words = _words(field.hint)
    return "WORD" if words else "VALUE"


def _values(field: DocumentField) -> str:
    return ", ".join([*_words(field.hint), *_range(field.hint)])


def _words(hint: Any) -> Iterator[str] | list[str]:
    bare = _bare(hint)
    if get_origin(bare) is tuple:
        bare = _bare(get_args(bare)[0])
    return [str(word) for word in get_args(bare)] if get_origin(bare) is Literal else []


def _range(hint: Any) -> Iterator[str]:
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    for part in parts:
        for mark in get_args(part)[1:] if get_origin(part) is Annotated else ():
            if isinstance(mark, Between):
                yield f"{mark.low:g} to {mark.high:g} {mark.unit}".strip()


def _bad(problem: str, hint: str) -> BadInput:
    return BadInput(Problem(code="bad-value", problem=problem, hint=hint))
