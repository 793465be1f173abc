"""MS409: the numbers of a week are the sums of its sessions, and stand on their grid."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import GRID_KM, SeasonCase, in_session, in_week, runs
from dovetail.rulebook.shapes import Mistake, Spot

CLOSE_KM = 0.05
HAIR = 1e-6


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for sums that do not agree, and for kilometres that nobody would write.

    What is planned in minutes says its kilometres as an estimate.
    """
    for week in case.plan.weeks:
        for seen, told, summed in _sums(week):
            if abs(told - summed) >= CLOSE_KM:
                yield in_week(
                    week, abs(told - summed), seen=seen, told=told, summed=round(summed, 1)
                )
        for run in runs(week):
            steps = (run.km or 0.0) / GRID_KM
            if any(step.km for step in run.steps) and abs(steps - round(steps)) > HAIR:
                yield in_session(run, 1, seen="seen.off_grid", run_km=run.km or 0.0)


def _sums(week: Week) -> Iterator[tuple[str, float, float]]:
    km = [run.km or 0.0 for run in runs(week)]
    yield "seen.sum_km", week.run_km, sum(km)
    if week.long_run_km:
        yield "seen.sum_long", week.long_run_km, max(km, default=0.0)
    yield "seen.sum_minutes", week.minutes, sum(one.minutes for one in week.sessions)
    yield "seen.sum_load", week.training_load, sum(one.training_load for one in week.sessions)
    yield "seen.sum_contacts", week.legs.contacts, sum(one.contacts for one in week.sessions)


RULE = Mistake("MS409", source="dovetail", unit="times", found=found)
