"""Running every other day: which planned runs keep their day, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dovetail.domain.ladder import LEAST_OUTING_MIN
from dovetail.domain.session import Session


def runs_beside(
    sessions: Iterable[Session], days_apart: int, on: date
) -> tuple[Session, ...] | None:
    """Return the planned runs that a run of this day stands for too; None where it is too near.

    Counted through the whole plan, so that each day gives the same answer: of two runs nearer
    than so many days the later goes, and the one before it has its share of the way back. A run
    too short for any outing keeps no other one away.
    """
    if days_apart <= 1:
        return ()
    runs = [one for one in sessions if one.discipline == "run" and one.minutes >= LEAST_OUTING_MIN]
    kept = _kept(sorted({one.date for one in runs}), days_apart)
    if on not in kept:
        return None if any(one.date == on for one in runs) else ()
    until = min((day for day in kept if day > on), default=date.max)
    return tuple(one for one in runs if on < one.date < until and one.date not in kept)


def _kept(days: Sequence[date], days_apart: int) -> list[date]:
    kept: list[date] = []
    for day in days:
        if not kept or (day - kept[-1]).days >= days_apart:
            kept.append(day)
    return kept
