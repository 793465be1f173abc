"""Long times without strength: days from one session to the next, those beside a race left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from dovetail.domain.calendar import monday_of
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session

RACE_DAYS = 7
"""Before and after a race: there strength has days of its own (dovetail)."""
Gap = tuple[Session, int, float]
"""The session after it, its days, and the most that they may be."""


def long_gaps(
    sessions: Sequence[Session], race_on: date | None, principles: Principles
) -> Iterator[Gap]:
    """Yield the gaps that are too long, in order.

    A week on both sides of a race counts for nothing: legs are fresh, then empty. Where both
    weeks lift on one day, that day may move within the week.

    Source: dovetail.
    """
    twice, once = (
        principles.number("strength_sessions", key) for key in ("gap_days", "gap_days_once")
    )
    lifting = [one for one in sessions if one.discipline == "strength"]
    held = Counter(map(monday_of, {one.date for one in lifting}))
    races = [one.date.toordinal() for one in sessions if one.discipline == "race"]
    races += [race_on.toordinal()] if race_on is not None else []
    rested = {race + day for race in races for day in range(-RACE_DAYS, RACE_DAYS + 1)}
    for before, after in pairwise(lifting):
        days = sum(
            day not in rested
            for day in range(before.date.toordinal() + 1, after.date.toordinal() + 1)
        )
        weeks = {monday_of(one.date) for one in (before, after)}
        most = once if all(held[week] == 1 for week in weeks) else twice
        if days > most:
            yield after, days, most
