"""How fast the heart beat on easy runs, against easy runs of the same pace before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from dovetail.domain.session import Session
from dovetail.domain.training_log import Run
from dovetail.domain.week_signals import PulseTold
from dovetail.review.logged_week import RECENT_DAYS, LoggedWeek
from dovetail.review.trainings import Training

EASY = ("easy", "recovery", "long")
SAME_PACE = 0.05
"""A pace so near is the same one (dovetail)."""
LEAST_RUNS = 3
"""Fewer to compare with say nothing (dovetail)."""
FLAT_M_PER_KM, COOL_C = 10.0, 20.0
"""Hills and heat raise the pulse by themselves (dovetail)."""


@dataclass(frozen=True, slots=True)
class _Easy:
    """One easy run, flat and cool as far as anybody knows."""

    run: Run
    session: Session

    @property
    def s_per_km(self) -> float | None:
        """Return its pace; None where a minute or a kilometre is missing."""
        run = self.run
        return 60 * run.minutes / run.km if run.km and run.minutes else None


def easy_pulses(week: LoggedWeek) -> tuple[PulseTold, ...]:
    """Return the pulse of each easy run of four weeks that tells one, the oldest first.

    Units: beats a minute above the median of the easy runs of the 28 days before it at a pace
    within 5 %, three at least; drift in %. Runs with more than 10 m of climbing a km, or on a
    day of 20 °C and more, are not among them. A device's word alone: it may ask for less.

    Source: dovetail.
    """
    first = week.until - timedelta(days=2 * RECENT_DAYS - 1)
    every = list(_easy_runs(week, first))
    since = week.until - timedelta(days=RECENT_DAYS - 1)
    return tuple(
        PulseTold(
            session=one.session.id,
            on=one.run.on,
            rise_bpm=_rise(one, every),
            drift_pct=one.run.decoupling_pct,
            event=one.run.id,
        )
        for one in every
        if one.run.on >= since
    )


def _easy_runs(week: LoggedWeek, first: date) -> Iterator[_Easy]:
    runs = {event.id: event for event in week.history.of(Run)}
    for training in week.history.trained(first, week.until):
        session = week.matched.session_of(training)
        if session is None or session.kind not in EASY:
            continue
        run = _told(training, runs)
        if run is not None and _is_flat(run) and not _is_warm(week, run.on):
            yield _Easy(run, session)


def _told(training: Training, runs: dict[str, Run]) -> Run | None:
    """Return the event of a training that tells a pulse or a drift."""
    events = (runs[name] for name in training.ids if name in runs)
    return next(
        (one for one in events if one.hr_mean is not None or one.decoupling_pct is not None), None
    )


def _is_flat(run: Run) -> bool:
    return not run.ascent_m or not run.km or run.ascent_m / run.km <= FLAT_M_PER_KM


def _is_warm(week: LoggedWeek, on: date) -> bool:
    told = [one.air_c for one in week.history.checkins.get(on, ()) if one.air_c is not None]
    return bool(told) and max(told) >= COOL_C


def _rise(now: _Easy, every: Sequence[_Easy]) -> float | None:
    if now.run.hr_mean is None or now.s_per_km is None:
        return None
    since = now.run.on - timedelta(days=RECENT_DAYS)
    before = [
        one.run.hr_mean
        for one in every
        if one.run.hr_mean is not None
        and since <= one.run.on < now.run.on
        and _is_same_pace(one, now)
    ]
    return now.run.hr_mean - median(before) if len(before) >= LEAST_RUNS else None


def _is_same_pace(one: _Easy, now: _Easy) -> bool:
    if one.s_per_km is None or now.s_per_km is None:
        return False
    return abs(one.s_per_km / now.s_per_km - 1) <= SAME_PACE
