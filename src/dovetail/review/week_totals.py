"""A week whose sessions have changed in place, counted anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Legs, Week
from dovetail.domain.session import Session
from dovetail.rulebook.intensity import hard_sets


def with_sessions(
    week: Week, sessions: Iterable[Session], exercises: Mapping[str, Exercise]
) -> Week:
    """Return a week with other sessions, its sums those of what it holds now."""
    ordered = tuple(sorted(sessions, key=lambda one: (one.date, one.slot, one.order, one.priority)))
    if ordered == week.sessions:
        return week
    runs = [one for one in ordered if one.discipline == "run"]
    lifts = [one for one in ordered if one.discipline == "strength"]
    return replace(
        week,
        strength_phase=week.strength_phase if lifts else None,
        minutes=sum(one.minutes for one in ordered),
        run_km=round(sum(one.km or 0.0 for one in runs), 1),
        long_run_km=max((one.km or 0.0 for one in runs), default=0.0),
        training_load=sum(one.training_load for one in ordered),
        legs=Legs(
            hard_sets=sum(hard_sets(one, exercises) for one in lifts),
            contacts=sum(one.contacts for one in lifts),
        ),
        sessions=ordered,
    )
