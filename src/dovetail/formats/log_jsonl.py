"""log.jsonl: one event a line; read strictly, resolved to what stands, written a line at a time.

The order of lines means nothing, save that of several corrections of one event the last line
wins: two logs may be merged by putting one behind the other. A line is never rewritten, so keys
and kinds this version does not know stay in the file, whatever is done with what was read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

from dovetail.domain.corrections import Line, standing
from dovetail.domain.errors import Place, Problem
from dovetail.domain.training_log import KINDS, Event, Unknown
from dovetail.formats import complaints
from dovetail.formats.document import document_fields, plain
from dovetail.formats.files import decoded
from dovetail.formats.log_checks import impossible
from dovetail.formats.reading import Reading

ENOUGH_PROBLEMS = 200
_NAMES: Mapping[type[Event], str] = {cls: kind for kind, cls in KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFile:
    """What a log says today: the events that stand, by day, and what could not be used."""

    events: tuple[Event, ...]
    lines: tuple[Event, ...] = ()
    """Every event, corrected ones and voids too, in the order of lines: what stood on an earlier
    day can be told from them only."""
    notes: tuple[Problem, ...] = ()
    """Told and not refused: kinds this version does not know, a last line cut short."""


def read_log(data: bytes, *, file: str | None = None) -> LogFile:
    """Read a whole log, or raise BadInput with every problem and its line."""
    whole, torn = _split(data)
    text = decoded(whole, file)
    reader = _LogReader()
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.isspace():
            reader.read(line, number)
    if torn:
        reader.read_torn(torn, text.count("\n") + 1)
    return reader.finish()


def event_line(event: Event) -> str:
    """Write an event as one line, without its newline; defaults are left out."""
    told = {}
    for field in document_fields(type(event)):
        value = getattr(event, field.attribute)
        if field.required or value != field.default:
            told[field.key] = plain(value)
    kind = event.kind if isinstance(event, Unknown) else _NAMES[type(event)]
    first = {"id": told.pop("id"), "on": told.pop("on"), "kind": kind}
    return json.dumps(
        {**first, **told, **event.extra},
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    )


def _split(data: bytes) -> tuple[bytes, bytes]:
    """Part the whole lines from what follows the last newline."""
    end = data.rfind(b"\n") + 1
    return data[:end], data[end:]


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


class _LogReader:
    """Goes through the lines once and collects events, notes and problems."""

    def __init__(self) -> None:
        self._reading = Reading(unknown="keep")
        self._lines: dict[str, Line] = {}
        self._raw: dict[str, Mapping[str, object]] = {}
        self._notes: list[Problem] = []

    def read(self, text: str, number: int) -> None:
        """Read one line."""
        try:
            data = _DECODER.decode(text)
        except (ValueError, RecursionError) as trouble:
            self._complain(_not_json(trouble), number)
            return
        if isinstance(data, dict):
            self._read_event(data, number)
        else:
            self._complain(complaints.wrong_type(data, "", "a table"), number)

    def read_torn(self, tail: bytes, number: int) -> None:
        """Read the last line if it is whole but for its newline, else leave it and say so."""
        try:
            text = tail.decode()
            _DECODER.decode(text)
        except (ValueError, RecursionError):
            problem = "The last line was cut short while it was written; it is left out."
            hint = "Log that event again, and remove the broken line."
            self._note("torn-line", problem, hint, number)
        else:
            if not text.isspace():
                self.read(text, number)

    def finish(self) -> LogFile:
        """Resolve the corrections and return what stands."""
        if not self._reading.problems:
            self._reading.problems.extend(self._corrections_to_nothing())
        self._reading.finish()
        return LogFile(
            events=standing(self._lines),
            lines=tuple(line.event for line in self._lines.values()),
            notes=tuple(self._notes),
        )

    def _read_event(self, data: dict[str, object], number: int) -> None:
        kind = data.get("kind")
        if not isinstance(kind, str):
            self._complain(_no_kind(data), number)
        elif kind not in KINDS:
            self._read_unknown(kind, data, number)
        else:
            rest = {key: value for key, value in data.items() if key != "kind"}
            self._keep(self._record(kind, rest, number), data, number)

    def _record(self, kind: str, rest: Mapping[str, object], number: int) -> Event | None:
        met = len(self._reading.problems)
        event = self._reading.record(KINDS[kind], rest, kind)
        problems = self._reading.problems[met:]
        if event is not None:
            problems += impossible(event, kind)
        if problems:
            del self._reading.problems[met:]
            for problem in problems:
                self._complain(problem, number)
        return None if problems else event

    def _read_unknown(self, kind: str, data: Mapping[str, object], number: int) -> None:
        problem = f"The kind {complaints.shown(kind)} is not known here; it is kept, not read."
        self._note("unknown-kind", problem, complaints.choice(kind, KINDS), number)
        self._keep(Reading(unknown="keep").record(Unknown, data), data, number)

    def _keep(self, event: Event | None, data: Mapping[str, object], number: int) -> None:
        if event is None:
            return
        before = self._lines.get(event.id)
        if before is None:
            self._lines[event.id] = Line(event, number)
            self._raw[event.id] = data
        elif self._raw[event.id] != data:
            self._complain(_two_contents(event.id, before.number), number)

    def _corrections_to_nothing(self) -> Iterable[Problem]:
        for line in self._lines.values():
            target = line.event.corrects
            if target is not None and (target not in self._lines or target == line.event.id):
                yield Problem(
                    code="corrects-nothing",
                    problem=f"There is no event {complaints.shown(target)} to correct.",
                    hint=f"Name the id of another event. {_nearest_id(target, self._lines)}",
                    place=Place(line=line.number, key="corrects"),
                )

    def _complain(self, problem: Problem, number: int) -> None:
        self._reading.report(replace(problem, place=replace(problem.place, line=number)))
        if len(self._reading.problems) >= ENOUGH_PROBLEMS:
            self._reading.finish()

    def _note(self, code: str, problem: str, hint: str, number: int) -> None:
        place = Place(line=number)
        self._notes.append(Problem(code=code, problem=problem, hint=hint, place=place))


def _not_json(trouble: Exception) -> Problem:
    what = trouble.msg if isinstance(trouble, json.JSONDecodeError) else "a value out of all bounds"
    return Problem(
        code="bad-json",
        problem=f"This line is not JSON: {what[:1].lower()}{what[1:]}.",
        hint='Write an event as {"id": "e1", "on": "2026-12-01", "kind": "note", "text": "…"}.',
    )


def _no_kind(data: Mapping[str, object]) -> Problem:
    if "kind" in data:
        return complaints.wrong_type(data["kind"], "kind", 'text such as "run"')
    return replace(complaints.missing_key("kind", ""), problem="This event has no kind.")


def _two_contents(event_id: str, first: int) -> Problem:
    shown = complaints.shown(event_id)
    return Problem(
        code="same-id",
        problem=f"The id {shown} stands on line {first} already, with other content.",
        hint=f'Give this event a new id; to change the first, add "corrects": {shown}.',
        place=Place(key="id"),
    )


def _nearest_id(target: str, known: Iterable[str]) -> str:
    meant = complaints.nearest(target, known)
    return f'Did you mean "{meant}"?' if meant else ""


__all__ = ["LogFile", "event_line", "read_log"]
