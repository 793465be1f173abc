"""How a morning is, against the runner's own last 28 days."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from statistics import fmean, median, stdev

from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.signals import Readiness
from dovetail.domain.training_log import Checkin
from dovetail.review.history import DAY, History
from dovetail.review.matching import Matched

ITEMS = ("sleep", "fatigue", "stress", "soreness", "mood")
WORST = 1
BASELINE_DAYS = 28
LEAST_READINGS = 10
"""Days with a reading that a baseline needs (dovetail, after hooper-1995)."""
SUM_ITEMS, SUM_SPREAD, ITEM_SPREAD = 4, 1.5, 0.5
"""A sum of so many items and more varies by at least so much; below that so much an item."""
HRV_DAYS, HRV_LEAST = 7, 3
RHR_DAYS = 3
SLEEP_DAYS, SLEEP_LEAST = 7, 3
SORE_DAYS, SORE_SESSIONS = 2, 2

Reading = Callable[[Checkin], float | None]


@dataclass(frozen=True, kw_only=True)
class Mornings:
    """What the readiness of a day is made of: the log, and the plan it is held against."""

    history: History
    matched: Matched = field(default_factory=Matched)
    plan: Plan | None = None
    known: dict[date, Readiness] = field(default_factory=dict, compare=False, repr=False)
    """What was asked before: a review asks about the same days again and again."""

    @cached_property
    def items(self) -> Mapping[date, Mapping[str, int]]:
        """What was told of each morning that anything was told of."""
        return {day: _items(told) for day, told in self.history.checkins.items()}


def readiness(mornings: Mornings, on: date) -> Readiness:
    """Return the readiness of a day, asked once; see `_read`."""
    if on not in mornings.known:
        mornings.known[on] = _read(mornings, on)
    return mornings.known[on]


def _read(mornings: Mornings, on: date) -> Readiness:
    """Return the readiness of a day; what is not there is None, and changes nothing else.

    Baselines are the 28 days before the first of the days that are compared, so a rise never
    hides itself. Of several words of a day the worst counts, of device readings the mean.

    Sources: dovetail (numbers), saw-2016, nuuttila-2022.
    """
    history = mornings.history
    today = mornings.items.get(on, {})
    effort, effort_ids = _effort_over(mornings, on - DAY)
    readings = [*_told(history, on, 2), *_told(history, on, HRV_DAYS, _hrv)]
    readings += _told(history, on, RHR_DAYS, _rhr)
    return Readiness(
        wellness_z=_wellness_z(mornings, on),
        worst_item=next((item for item in ITEMS if today.get(item) == WORST), None),
        soreness=today.get("soreness"),
        fatigue=today.get("fatigue"),
        sleep_h=_slept(history, on),
        sleep_before_h=_slept(history, on - DAY),
        hrv_z=_hrv_z(history, on),
        rhr_rise_bpm=_rhr_rise(history, on),
        effort_over=effort,
        new_phase_soreness=_phase_is_new(mornings, on),
        events=tuple(dict.fromkeys((*(one.id for one in readings), *effort_ids))),
    )


def mean_sleep_h(history: History, on: date) -> float | None:
    """Return the mean of the nights told in the seven days up to one [h].

    Unavailable under three nights, as HRV is.

    Source: johnston-2020 (short nights over time), dovetail.
    """
    nights = [_slept(history, day) for day in _last_days(on, SLEEP_DAYS)]
    told = [hours for hours in nights if hours is not None]
    return fmean(told) if len(told) >= SLEEP_LEAST else None


def _items(checkins: Iterable[Checkin]) -> Mapping[str, int]:
    """Return the items told on a day, the worst word of several."""
    found: dict[str, int] = {}
    for checkin in checkins:
        for item in ITEMS:
            told = getattr(checkin, item)
            if told is not None:
                found[item] = min(told, found.get(item, told))
    return found


def _wellness_z(mornings: Mornings, on: date) -> float | None:
    """Sum of the items told, less the mean of the same, in standard deviations of that sum.

    Items with fewer than ten days in the baseline are left out on both sides.
    """
    if on not in mornings.items:
        return None
    today = mornings.items[on]
    before = [mornings.items[day] for day in _days_before(on) if day in mornings.items]
    known = [item for item in today if sum(item in told for told in before) >= LEAST_READINGS]
    sums = [sum(told[item] for item in known) for told in before if told.keys() >= set(known)]
    if not known or len(sums) < LEAST_READINGS:
        return None
    floor = SUM_SPREAD if len(known) >= SUM_ITEMS else ITEM_SPREAD * len(known)
    return (sum(today[item] for item in known) - fmean(sums)) / max(floor, stdev(sums))


def _hrv_z(history: History, on: date) -> float | None:
    """Mean of ln HRV over seven days, less that of the baseline, in its standard deviations."""
    week = _values(history, _last_days(on, HRV_DAYS), _hrv)
    if len(week) < HRV_LEAST:
        return None
    before = _values(history, _days_before(on - (HRV_DAYS - 1) * DAY), _hrv)
    if len(before) < LEAST_READINGS:
        return None
    spread = stdev(before)
    return (fmean(week) - fmean(before)) / spread if spread > 0 else None


def _rhr_rise(history: History, on: date) -> float | None:
    """Mean of three days less the median of the baseline [bpm]."""
    now = _values(history, _last_days(on, RHR_DAYS), _rhr)
    if not now:
        return None
    before = _values(history, _days_before(on - (RHR_DAYS - 1) * DAY), _rhr)
    if len(before) < LEAST_READINGS:
        return None
    return fmean(now) - median(before)


def _slept(history: History, on: date) -> float | None:
    nights = (one.sleep_h for one in history.checkins.get(on, ()))
    return min((hours for hours in nights if hours is not None), default=None)


def _hrv(checkin: Checkin) -> float | None:
    return None if checkin.hrv_ms is None else math.log(checkin.hrv_ms)


def _rhr(checkin: Checkin) -> float | None:
    return checkin.rhr


def _values(history: History, days: Iterable[date], reading: Reading) -> list[float]:
    """Return one value for each day that has one."""
    found = ([reading(one) for one in history.checkins.get(day, ())] for day in days)
    told = ([value for value in values if value is not None] for values in found)
    return [fmean(values) for values in told if values]


def _last_days(on: date, days: int) -> Sequence[date]:
    """So many days up to one, it included."""
    return [on - timedelta(days=back) for back in reversed(range(days))]


def _days_before(first: date) -> Sequence[date]:
    return _last_days(first - DAY, BASELINE_DAYS)


def _told(
    history: History, on: date, days: int, reading: Reading = lambda checkin: 0.0
) -> Iterator[Checkin]:
    """Yield the check-ins of the last days that tell a reading; without one, all."""
    for day in _last_days(on, days):
        yield from (one for one in history.checkins.get(day, ()) if reading(one) is not None)


def _effort_over(mornings: Mornings, on: date) -> tuple[float | None, tuple[str, ...]]:
    """Effort above the upper end of what was asked, of the session most above it; and its ids."""
    found = []
    for training in mornings.history.trained(on, on):
        session = mornings.matched.session_of(training)
        if session is not None and session.rpe is not None and training.rpe is not None:
            found.append((training.rpe - session.rpe[1], training.ids))
    return max(found, default=(None, ()))


def _phase_is_new(mornings: Mornings, on: date) -> bool:
    """Whether one of the first two sessions of a strength phase was done in the two days before."""
    recent = mornings.history.trained(on - SORE_DAYS * DAY, on - DAY)
    answered = (mornings.matched.session_of(training) for training in recent)
    new = {one.id for one in _first_of_phases(mornings)}
    return any(one is not None and one.id in new for one in answered)


def _first_of_phases(mornings: Mornings) -> Iterator[Session]:
    """Yield the first sessions done of each strength phase."""
    phase, count = None, 0
    for week in mornings.plan.weeks if mornings.plan else ():
        if week.strength_phase is None:
            continue
        if week.strength_phase != phase:
            phase, count = week.strength_phase, 0
        for session in week.sessions:
            is_done = session.id in mornings.matched.pairs
            if is_done and session.kind in ("lower", "full", "upper") and count < SORE_SESSIONS:
                count += 1
                yield session
