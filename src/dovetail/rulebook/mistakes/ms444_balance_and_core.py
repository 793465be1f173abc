"""MS444: balance and core are trained every week: they hold every stride together."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import LOADING, SeasonCase, in_week, lifts
from dovetail.rulebook.shapes import Mistake, Spot

CORE = {"core", "anti_rotation"}


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks in a row that lift, and leave balance or core out."""
    most = case.principles.number("glue", "weeks")
    row = 0
    for week in case.weeks:
        row = row + 1 if _leaves_out(case, week) else 0
        if row >= most:
            yield in_week(week, row, weeks=row)


def _leaves_out(case: SeasonCase, week: Week) -> bool:
    usual = week.phase in LOADING and week.number not in case.near_a_race
    trained = {one for lift in lifts(week) for line in lift.lines() for one in line.trains}
    return usual and bool(lifts(week)) and not ("balance" in trained and CORE & trained)


RULE = Mistake("MS444", source="coach-t", unit="weeks", found=found, principles=("glue",))
