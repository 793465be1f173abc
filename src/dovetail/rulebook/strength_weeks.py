"""How many weeks in a row went by without any strength, of those that asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.domain.week_signals import WeekSignals
from dovetail.rulebook.training_case import TrainingCase


def weeks_without_strength(case: TrainingCase) -> int:
    """Count them back from the last whole week.

    A week that asked for none is neither one more nor the end of them. Something lifted since,
    in the week in hand, ends them all; what a log did not yet know of counts as not there.

    Source: dovetail.
    """
    if not case.is_whole and _lifted(case.now):
        return 0
    count = 0
    for signals in _weeks_back(case):
        if _lifted(signals):
            break
        count += _asked(case.week_of(signals.starts))
    return count


def _weeks_back(case: TrainingCase) -> Iterator[WeekSignals]:
    """Yield the weeks of which the log knows, the last one first."""
    if case.ended is not None:
        every = (case.ended, *case.earlier)
        yield from (one for one in every if one.load is not None)


def _lifted(signals: WeekSignals) -> bool:
    return signals.load is not None and signals.load.of.get("strength", 0.0) > 0


def _asked(week: Week | None) -> bool:
    sessions = week.sessions if week else ()
    return any(one.discipline == "strength" and one.kind != "core" for one in sessions)
