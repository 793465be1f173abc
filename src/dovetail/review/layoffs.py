"""Days without training, and what stood before them. Silence is "not done"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dovetail.domain.principles import Principles
from dovetail.domain.signals import Layoff
from dovetail.review.history import DAY, History
from dovetail.review.trainings import Training

LEAST_DAYS = 6
"""Fewer whole days off than this are no layoff (daniels-2014)."""
REFERENCE_DAYS, REFERENCE_WEEKS = 28, 4
LONGEST_DAYS = 30
"""The window of the longest run, as the single-session cap has it (frandsen-2025)."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """The last day of training before, whole days off, the day back; None while it lasts."""

    last: date
    days: int
    back: date | None


def days_since_training(history: History, on: date) -> int | None:
    """Return the whole days without training before a day; None when none was told before it.

    Training is a run, a lift, a race or other training: not mobility, not a self-test.
    """
    days = history.loaded_days(on - DAY)
    return (on - days[-1]).days - 1 if days else None


def layoff(history: History, on: date, principles: Principles) -> Layoff | None:
    """Return the last layoff whose way back is not done, or that lasts; None without any.

    A layoff has six whole days and more without training. Its way back takes as many days as
    were off, two weeks at least, after the longest ones a fixed number. A new one before the
    way back is done begins it again, and counts as the longer of both: a second break never
    allows more than the first. None too before any training was told.

    Source: daniels-2014.
    """
    found: _Gap | None = None
    for gap in _gaps(history, on):
        found = _after(found, gap, principles)
    if found is None or _is_done(found, on, principles):
        return None
    return _told(found, history)


def _gaps(history: History, on: date) -> Iterator[_Gap]:
    days = history.loaded_days(on)
    for last, back in pairwise(days):
        if (off := (back - last).days - 1) >= LEAST_DAYS:
            yield _Gap(last, off, back)
    if days and (off := (on - days[-1]).days - 1) >= LEAST_DAYS:
        yield _Gap(days[-1], off, None)


def _after(before: _Gap | None, gap: _Gap, principles: Principles) -> _Gap:
    """Return what a new gap amounts to after an earlier one."""
    if before is None or before.back is None or before.days <= gap.days:
        return gap
    is_done = (gap.last + DAY - before.back).days >= _way(before.days, principles)
    return gap if is_done else _Gap(before.last, before.days, gap.back)


def _way(days_off: int, principles: Principles) -> float:
    months = principles.number("days_off", "months")
    if days_off > months:
        return principles.number("days_off", "long_way")
    return max(days_off, principles.number("days_off", "least_way"))


def _is_done(gap: _Gap, on: date, principles: Principles) -> bool:
    return gap.back is not None and (on - gap.back).days >= _way(gap.days, principles)


def _told(gap: _Gap, history: History) -> Layoff:
    before = history.trained(gap.last - timedelta(days=LONGEST_DAYS - 1), gap.last)
    ends = [*history.trained(gap.last, gap.last)]
    if gap.back is not None:
        ends += history.trained(gap.back, gap.back)
    return Layoff(
        days_off=gap.days,
        back=gap.back,
        week_km=_week_km(history, gap.last),
        longest_km=max(_kilometres(before), default=None),
        events=tuple(name for one in ends if one.loads for name in one.ids),
    )


def _week_km(history: History, last: date) -> float | None:
    """Mean of the four weeks up to a day; None when the log began within them."""
    first = last - timedelta(days=REFERENCE_DAYS - 1)
    if history.began is None or history.began > first:
        return None
    return sum(_kilometres(history.trained(first, last))) / REFERENCE_WEEKS


def _kilometres(trainings: Sequence[Training]) -> list[float]:
    runs = (one for one in trainings if one.discipline in ("run", "race"))
    return [one.km for one in runs if one.km is not None]
