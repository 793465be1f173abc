"""Add one event to a log file: validated at the door, nothing that stands there is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dovetail.domain.errors import BadInput, Place, Problem, in_file
from dovetail.formats.files import LOG_AT_MOST, append_text, read_bytes, write_text
from dovetail.formats.log_jsonl import LogFile, read_log

TORN = "torn"
"""The kind under which a line that was cut short is kept: no reader reads it, nobody loses it."""


_KEPT = Problem(
    code="torn-line",
    problem="The last line was cut short while it was written; it is kept, and not read.",
    hint="Log that event again.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What was written, and what there is to say about what stood there."""

    id: str
    notes: tuple[Problem, ...]


def add_event(path: Path, told: Mapping[str, object], *, on: date) -> Added:
    """Write an event behind all others, or raise BadInput and leave the file as it is.

    `told` is the event as the document has it, without what is given here: its id, its day
    where it names none, the day it was written. A last line that was cut short is kept as an
    event of the kind "torn" and told about.
    """
    data = read_bytes(path, most=LOG_AT_MOST) if path.exists() else b""
    stands = _read(data, path)
    cut = _cut_short(data, stands)
    kept = data[: data.rfind(b"\n") + 1] if cut else data
    ids = {str(_id_of(line)) for line in kept.split(b"\n")}
    day = told.get("on", on.isoformat())
    late = {} if day == on.isoformat() else {"logged": on.isoformat()}
    event = {"id": _new_id(f"{day}-{told['kind']}", ids), "on": day, **told, **late}
    lines = [json.dumps(event, ensure_ascii=False, separators=(",", ":"), allow_nan=False)]
    if cut:
        lines.insert(0, _torn(data[len(kept) :], ids, on))
    ended = not kept or kept.endswith(b"\n")
    text = ("" if ended else "\n") + "".join(f"{line}\n" for line in lines)
    _read_new(kept + text.encode(), path, old=kept.count(b"\n") + (not ended) + bool(cut))
    if cut:
        write_text(path, kept.decode() + text)
    else:
        append_text(path, text)
    return Added(
        id=str(event["id"]), notes=stands.notes if not cut else (_KEPT, *stands.notes[:-1])
    )


def _read(data: bytes, path: Path) -> LogFile:
    try:
        return read_log(data)
    except BadInput as error:
        raise in_file(error, str(path)) from None


def _read_new(data: bytes, path: Path, *, old: int) -> None:
    """Read the log as it will be; what is wrong with the new line has no place in the file."""
    try:
        _read(data, path)
    except BadInput as error:
        raise BadInput(
            *(
                replace(problem, place=Place(key=problem.place.key))
                if (problem.place.line or 0) > old
                else problem
                for problem in error.problems
            )
        ) from None


def _cut_short(data: bytes, log: LogFile) -> bool:
    return not data.endswith(b"\n") and any(note.code == "torn-line" for note in log.notes)


def _torn(tail: bytes, ids: Iterable[str], on: date) -> str:
    day = on.isoformat()
    name = _new_id(f"{day}-{TORN}", ids)
    text = tail.decode(errors="backslashreplace")
    return json.dumps({"id": name, "on": day, "kind": TORN, "text": text}, ensure_ascii=False)


def _id_of(line: bytes) -> object:
    data = json.loads(line) if line.strip() else {}
    return data.get("id")


def _new_id(stem: str, ids: Iterable[str]) -> str:
    taken = set(ids)
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
