"""AD317: after a long run that was missed the next one takes no step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.domain.decision import Facts, Order
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.domain.week_signals import WeekSignals
from dovetail.rulebook.quality_minutes import next_of
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km

VOICE = Voice("AD317")
LATELY = timedelta(days=30)
"""So far back a long run still counts as one that the body knows (frandsen-2025)."""


def decide(case: TrainingCase) -> Iterator[Order]:
    """Missed or left out, and no long run since: the step comes with the long run after it.

    The next one is no longer than the missed one, or than the longest one done lately where that
    is more: a long run that was cut short for health, or stood in a lighter week, is no measure.

    Source: dovetail.
    """
    missed = _missed(case)
    coming = next_of(case.to_come(), "long")
    if missed is None or missed.km is None or coming is None or coming.km is None:
        return
    most = max(missed.km, _lately(case, coming.date))
    facts: Facts = {"missed_km": missed.km, "most_km": most}
    done = missed.done
    because = done.events if done and done.events else (missed.id,)
    bound = at_most_km(most, facts)
    yield VOICE.says("run.km", bound, (coming.date, coming.date), because, about=coming.id)


def _lately(case: TrainingCase, on: date) -> float:
    """Return the longest long run done within so many days before a day [km]; 0 without any."""
    done = [
        one.done.km or 0.0
        for week in case.weeks
        for one in week.sessions
        if one.kind == "long" and one.done is not None and on - LATELY <= one.date < on
    ]
    return max(done, default=0.0)


def _missed(case: TrainingCase) -> Session | None:
    """Return the last long run of the plan up to today, where it was lost and no race stood in."""
    found = None
    for signals in (*case.before[:1], case.now):
        week = case.week_of(signals.starts)
        for one in _long_runs(week, signals):
            lost = signals.adherence is not None and one.id in signals.adherence.keys_lost
            raced = any(race.on == one.date for race in signals.races)
            found = one if lost and not raced else None
    return found


def _long_runs(week: Week | None, signals: WeekSignals) -> list[Session]:
    """Return the long runs of a week of which something is known."""
    told = signals.adherence
    if week is None or told is None:
        return []
    known = {*told.done, *told.partly, *told.skipped, *told.missed}
    return [one for one in week.sessions if one.kind == "long" and one.id in known]


RULE = Adaptation("AD317", source="dovetail", decide=decide)
