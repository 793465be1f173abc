"""How much of a week was done, and what the weeks after it may take from that."""

from __future__ import annotations

from dataclasses import dataclass

from dovetail.domain.plan import Week
from dovetail.domain.week_signals import WeekSignals
from dovetail.rulebook.training_case import TrainingCase

LOADS = ("base", "build", "peak")
LOOKED_BACK = 3
"""Weeks that count when a lighter one is repeated, as for the ramp (dovetail)."""


@dataclass(frozen=True, slots=True)
class WeekDone:
    """A week that is over, its plan, and the week after it."""

    share: float
    """Of the load asked."""
    signals: WeekSignals
    plan: Week
    ahead: Week
    repeat_km: float
    """What a repeat of it asks; after a lighter week that of the weeks before it [km]."""


def week_done(case: TrainingCase) -> WeekDone | None:
    """Return the last week that is over; None where nothing was asked of it, or nothing follows.

    A week that an illness has taken tells nothing: the way back from it says what comes next.

    Source: dovetail.
    """
    if case.signals.illness is not None:
        return None
    ended, lived, ahead = case.ended, case.lived, case.ahead
    if ended is None or lived is None or ahead is None or ended.adherence is None:
        return None
    share = ended.adherence.share
    if share is None:
        return None
    return WeekDone(share, ended, lived, ahead, _repeat_km(case, lived))


def little_before(case: TrainingCase, little: float) -> bool:
    """Whether the week before the last one that is over had little done too."""
    before = next(iter(case.earlier), None)
    if before is None or before.adherence is None:
        return False
    share = before.adherence.share
    return share is not None and share < little


def done_km(done: WeekDone) -> float:
    """Return the kilometres of a week; where no run told any, the share of those asked."""
    legs = done.signals.legs
    if legs is None or legs.km is None:
        return done.share * done.plan.run_km
    return legs.km


def _repeat_km(case: TrainingCase, lived: Week) -> float:
    if _loads(lived):
        return lived.run_km
    before = [week for week in case.weeks if week.starts <= lived.starts][-LOOKED_BACK:]
    return max([lived.run_km, *(week.run_km for week in before if _loads(week))])


def _loads(week: Week) -> bool:
    return week.phase in LOADS and not week.lighter
