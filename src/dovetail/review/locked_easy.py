"""An easy run that somebody locked: another easy run of the week gives it its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dovetail.domain.session import Session

EASY = ("easy", "recovery", "strides", "run_walk")


def swapped(sessions: Iterable[Session], locked: Sequence[Session]) -> list[Session]:
    """Return a week's sessions so that each locked easy run stands where it stood.

    Easy runs have no day of their own when a week is placed. The one that stands there now takes
    the place and the name that are free. Where another kind of session stands there, or nothing
    has room, the locked run stays where the week has it.
    """
    found = list(sessions)
    for was in locked:
        mine = next((one for one in found if one.id == was.id), None)
        there = [one for one in found if (one.date, one.slot) == (was.date, was.slot)]
        runs = [one for one in there if one.kind in EASY and one.id != was.id]
        if mine is None or mine in there:
            continue
        if runs:
            other = runs[0]
            exchange = {
                other.id: replace(was, order=other.order),
                mine.id: replace(mine, id=other.id),
            }
            found = [exchange.get(one.id, one) for one in found]
        elif all(one.discipline == "rest" for one in there):
            found = [was if one.id == was.id else one for one in found]
    return found
