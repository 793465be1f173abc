"""MS423: the rest day is the same weekday most weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from dovetail.rulebook.season_case import LOADING, SeasonCase, in_season, races
from dovetail.rulebook.shapes import Mistake, Spot

DAYS = 7
TRAINS = ("run", "strength", "race", "test")


def found(case: SeasonCase) -> Iterator[Spot]:
    """A spot where no weekday is free often enough."""
    share = case.principles.number("steady_days", "rest")
    weeks = [week for week in case.weeks if week.phase in LOADING and not races(week)]
    free = Counter[int]()
    for week in weeks:
        busy = {one.date for one in week.sessions if one.discipline in TRAINS}
        free.update(day for day in range(DAYS) if week.starts + timedelta(days=day) not in busy)
    steadiest = max(free.values(), default=0)
    if weeks and steadiest < share * len(weeks):
        yield in_season(len(weeks) - steadiest, weeks=len(weeks), same=steadiest)


RULE = Mistake("MS423", source="dovetail", unit="weeks", found=found, principles=("steady_days",))
