"""Which weeks are lighter: laid back from the taper, where gates and tune-up races want them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

GAPS = (2, 3, 4)
EARLIEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the choice of lighter weeks should serve."""

    gap: int
    """Loading weeks that the runner takes well between two lighter ones."""
    most: int
    """The most loading weeks in a row."""
    gate_1: int
    """The first week that may end stabilization; 0 when no lighter week is needed for it."""
    gate_2: int
    """The first week that may end strength endurance; 0 when nothing opens after it."""
    endurance_weeks: int = 0
    """The least weeks of strength endurance."""
    tune_up: int | None = None
    """A week that holds a race on the way."""


def choose_lighter_weeks(weeks: int, wishes: Wishes) -> tuple[int, ...]:
    """Return the lighter weeks (numbers from 1) of the weeks before the taper.

    Never in weeks 1 and 2, never one of the last two weeks; two to four loading weeks
    between. Among these the set that keeps to the gap, lets no strength phase wait and
    holds the tune-up race wins; fewer lighter weeks win a tie.

    Source: dovetail.

    >>> choose_lighter_weeks(14, Wishes(gap=3, most=4, gate_1=4, gate_2=8, tune_up=12))
    (4, 8, 12)
    """
    options = list(_sets(weeks, wishes.most))
    if not options:
        return ()
    return min(
        options,
        key=lambda chosen: (
            _misfit(chosen, weeks, wishes),
            len(chosen),
            [-week for week in chosen],
        ),
    )


def _sets(weeks: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield every set with legal gaps, from the taper backwards."""

    def earlier(last: int) -> Iterator[tuple[int, ...]]:
        if last - 1 <= most:
            yield (last,)
        for gap in GAPS:
            week = last - gap - 1
            if gap <= most and week >= EARLIEST:
                for rest in earlier(week):
                    yield (*rest, last)

    for trailing in GAPS:
        week = weeks - trailing
        if trailing <= most and week >= EARLIEST:
            yield from earlier(week)


def _misfit(chosen: Sequence[int], weeks: int, wishes: Wishes) -> float:
    edges = (0, *chosen, weeks + 1)
    gaps = [after - before - 1 for before, after in pairwise(edges)]
    uneven = sum(abs(gap - wishes.gap) for gap in gaps)
    waits = _waiting(chosen, weeks, wishes)
    missed = wishes.tune_up is not None and wishes.tune_up not in chosen
    return uneven + waits + 4 * missed


def _waiting(chosen: Sequence[int], weeks: int, wishes: Wishes) -> int:
    """Weeks that the strength phases wait for a lighter week to hold their gate."""
    end_1 = _next(chosen, wishes.gate_1) if wishes.gate_1 else 0
    waits = end_1 - wishes.gate_1
    gate_2 = max(wishes.gate_2, end_1 + wishes.endurance_weeks if end_1 else 0)
    if wishes.gate_2 and gate_2 < weeks:
        waits += _next(chosen, gate_2) - gate_2
    return waits


def _next(chosen: Sequence[int], week: int) -> int:
    return next((lighter for lighter in chosen if lighter >= week), week + 2)
