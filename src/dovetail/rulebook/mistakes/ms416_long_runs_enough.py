"""MS416: enough long runs for the distance, and not four great ones in a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dovetail.rulebook.season_case import (
    GRID_KM,
    HAIR,
    SeasonCase,
    in_season,
    in_week,
    long_run,
    longest,
)
from dovetail.rulebook.shapes import Mistake, Spot

WEEKS_LEAST = 10
"""A shorter season has no room for more than it holds (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for too few long runs near the longest, and for too many without a break."""
    race, number = case.runner.race, case.principles.number
    if race not in ("half", "marathon"):
        return
    wanted = number("long_runs", race, case.runner.level)
    near, great = number("long_runs", "near"), number("long_runs", "great")
    in_a_row = number("long_runs", "in_a_row")
    weeks = [week for week in case.weeks if not _after(case.race_on, week.starts)]
    most = longest(weeks)
    enough = sum(week.long_run_km >= near * most - GRID_KM for week in weeks)
    if most and len(weeks) >= WEEKS_LEAST and enough < wanted:
        yield in_season(wanted - enough, seen="seen.long_few", runs=enough, wanted=wanted)
    row = 0
    for week in weeks:
        long = long_run(week)
        row = row + 1 if long and (long.km or 0.0) >= great * most - HAIR else 0
        if row > in_a_row:
            yield in_week(week, row - in_a_row, seen="seen.long_in_a_row", runs=row)


def _after(race_on: date | None, monday: date) -> bool:
    return race_on is not None and monday > race_on


RULE = Mistake("MS416", source="dovetail", unit="runs", found=found, principles=("long_runs",))
