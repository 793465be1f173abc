"""Where the estimated heaviest single of each exercise stands, and which way it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, linear_regression

from dovetail.domain.exercise import Exercise
from dovetail.domain.performed import PerformedSet
from dovetail.domain.week_signals import StrengthTrend
from dovetail.physiology.one_rep_max import TRUSTED_REPS, estimated_one_rep_max_kg
from dovetail.review.logged_week import WEEK_DAYS, LoggedWeek

WINDOW_DAYS = 56
"""Eight weeks: as long as a strength phase with what led to it (dovetail)."""
LEAST_SESSIONS, LEAST_DAYS = 4, 14
"""Fewer sessions, or closer together, are a day's form and not a trend (dovetail)."""


@dataclass(frozen=True, slots=True)
class _Best:
    """The best estimate of one day."""

    on: date
    kg: float
    is_trusted: bool


def strength_trends(week: LoggedWeek) -> tuple[StrengthTrend, ...]:
    """Return the trend of each exercise with a load, by its key.

    Units: kg of one implement, % a week. Window: the 56 days up to the last day of the week.
    Each day counts by its best set that was clean enough, told its reserve, and is within
    reach of the formula; the change is the straight line through the days, against their mean,
    unavailable under four days or two weeks. Not for bodyweight, bands and machines. It reads
    high for runners where a set is far from failure (`trusted`): good for the trend only.

    Sources: epley-1985, zourdos-2016, richens-2014, dovetail.
    """
    found: dict[str, dict[date, _Best]] = {}
    for exercise, best in _estimates(week):
        days = found.setdefault(exercise, {})
        if best.on not in days or days[best.on].kg < best.kg:
            days[best.on] = best
    return tuple(_trend(name, tuple(days.values())) for name, days in sorted(found.items()))


def _estimates(week: LoggedWeek) -> Iterator[tuple[str, _Best]]:
    first = week.until - timedelta(days=WINDOW_DAYS - 1)
    for training in week.history.trained(first, week.until):
        for one in training.sets:
            kg = _estimate(one, week.exercises)
            if kg is not None and one.reps is not None and one.rir is not None:
                trusted = one.reps + one.rir <= TRUSTED_REPS
                yield one.exercise, _Best(training.on, kg, trusted)


def _estimate(one: PerformedSet, exercises: Mapping[str, Exercise]) -> float | None:
    what = exercises.get(one.exercise)
    if (
        what is None
        or not what.loadable
        or "machine" in {kit for kits in what.needs for kit in kits}
    ):
        return None
    if not one.load_kg or not one.reps or one.rir is None or one.form == "broke":
        return None
    return estimated_one_rep_max_kg(one.load_kg, reps=one.reps, rir=one.rir)


def _trend(exercise: str, days: Sequence[_Best]) -> StrengthTrend:
    return StrengthTrend(
        exercise=exercise,
        on=days[-1].on,
        latest_kg=days[-1].kg,
        sessions=len(days),
        trusted=all(day.is_trusted for day in days),
        change_pct_per_week=_change(days),
    )


def _change(days: Sequence[_Best]) -> float | None:
    times = [(day.on - days[0].on).days / WEEK_DAYS for day in days]
    if len(days) < LEAST_SESSIONS or times[-1] * WEEK_DAYS < LEAST_DAYS:
        return None
    kgs = [day.kg for day in days]
    return 100 * linear_regression(times, kgs).slope / fmean(kgs)
