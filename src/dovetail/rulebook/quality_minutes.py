"""The fast minutes of a week, and which session is fast: what weekly rules take from."""

from __future__ import annotations

from collections.abc import Iterable

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.intensity import hard_min
from dovetail.rulebook.season_case import is_quality, quality_runs
from dovetail.rulebook.training_case import TrainingCase


def quality_min(case: TrainingCase, week: Week) -> float:
    """Return the minutes above easy of a week's quality runs."""
    return sum(hard_min(one, case.runner) for one in quality_runs(week))


def next_of(sessions: Iterable[Session], kind: str) -> Session | None:
    """Return the first session of a kind."""
    return next((one for one in sessions if one.kind == kind), None)


def next_quality(case: TrainingCase) -> Session | None:
    """Return the first quality run after today with minutes above easy."""
    fast = (one for one in case.to_come() if is_quality(one))
    return next((one for one in fast if hard_min(one, case.runner) > 0), None)
