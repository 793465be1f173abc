"""MS461: weeks went by without strength: what was built begins to go."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WeekDone
from dovetail.rulebook.logged_work import loads, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Three weeks in a row that owe strength and have none."""
    least = int(case.principles.number("no_strength"))
    if not case.window.lifts_told or not case.window.last(least):
        return
    row = 0
    for week in reversed(case.window.weeks):
        if not (week.is_whole and _is_without(week)):
            break
        row += 1
    if row >= least:
        yield spot(case, row, weeks=row)


def _is_without(week: WeekDone) -> bool:
    owes = any(one.discipline == "strength" for one in week.owed)
    return loads(week) and owes and not week.lifts


RULE = LogMistake("MS461", source="dovetail", unit="weeks", see=see, principles=("no_strength",))
