"""MS445: sessions build on one another: what is lifted comes back, or nothing grows."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import SeasonCase, in_week, whole_lifts
from dovetail.rulebook.shapes import Mistake, Spot

WEEKS_BACK = 3
"""One session a week is A and B in turn, so that each comes back within three weeks."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks of which less than half was met in the weeks before, in the same phase."""
    least = case.principles.number("sessions_return")
    for place, week in enumerate(case.weeks):
        met = [one for one in case.weeks[max(0, place - WEEKS_BACK) : place] if _same(one, week)]
        now = _exercises(week)
        if len(met) < WEEKS_BACK or not now or week not in case.loading:
            continue
        known = set().union(*(_exercises(one) | _forms(one) for one in met))
        share = len(now & known) / len(now)
        if share < least:
            yield in_week(week, len(now - known), share_pct=round(100 * share))


def _same(one: Week, other: Week) -> bool:
    return one.strength_phase == other.strength_phase


def _exercises(week: Week) -> set[str]:
    return {line.exercise for lift in whole_lifts(week) for line in lift.working_lines()}


def _forms(week: Week) -> set[str]:
    """The easier and harder forms of what a week lifts: a step up the ladder is no new line."""
    lines = [line for lift in whole_lifts(week) for line in lift.working_lines()]
    return {form for line in lines for form in (line.easier, line.harder) if form}


RULE = Mistake(
    "MS445", source="coach-t", unit="times", found=found, principles=("sessions_return",)
)
