"""Which events stand, once every correction has been heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.training_log import Event, Void


class Line(NamedTuple):
    """An event and the line it stands on, counted from 1."""

    event: Event
    number: int


def standing(lines: Mapping[str, Line]) -> tuple[Event, ...]:
    """Return the events that stand, by day and id: the order of lines leaves no trace.

    An event and everything that corrects it, at first or second hand, is one story. What
    stands is its end that nothing corrects; of several ends the one on the last line. A void
    at the end takes the whole story back. The first event of a story may be out of sight.
    """
    corrected = {line.event.corrects for line in lines.values()}
    ends: dict[str, Line] = {}
    for line in lines.values():
        start = _start(line, lines)
        if line.event.id in corrected:
            continue
        if start not in ends or ends[start].number < line.number:
            ends[start] = line
    return tuple(sorted(_events(ends), key=lambda event: (event.on, event.id)))


def _events(ends: Mapping[str, Line]) -> Iterator[Event]:
    return (line.event for line in ends.values() if not isinstance(line.event, Void))


def _start(line: Line, lines: Mapping[str, Line]) -> str:
    seen = {line.event.id}
    at = line
    while (before := at.event.corrects) is not None:
        if before in seen:
            raise BadInput(_circle(line))
        if before not in lines:
            return before
        seen.add(before)
        at = lines[before]
    return at.event.id


def _circle(line: Line) -> Problem:
    return Problem(
        code="corrections-in-a-circle",
        problem="Events correct one another in a circle.",
        hint="One of them must be the first, without corrects.",
        place=Place(line=line.number, key="corrects"),
    )
