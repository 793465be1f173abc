"""MS420: beginners have an easy day after every hard one; so has everyone after a double one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.rulebook.season_case import SeasonCase, in_session
from dovetail.rulebook.shapes import Mistake, Spot

DAY = timedelta(days=1)
DAYS = 7


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for hard days side by side, where the days given could keep them apart."""
    most = case.principles.number("hard_days_in_a_row", case.runner.level)
    hard = Counter(one.date for one in case.sessions if one.hard_unit)
    together = case.plan.policy == "hard_days_hard"
    for one in case.sessions:
        if not one.hard_unit or hard[one.date - DAY] == 0:
            continue
        if most < 2 and _could_be_apart(case, hard, one.date):
            yield in_session(one, 1, seen="seen.hard_side_by_side")
        elif together and hard[one.date - DAY] > 1 and one.discipline != "race":
            yield in_session(one, 1, seen="seen.hard_after_double")


def _could_be_apart(case: SeasonCase, hard: Counter[date], day: date) -> bool:
    """Whether the runner's weekdays have room for as many hard days with one between them."""
    wanted = sum(hard[day - back * DAY] > 0 for back in range(DAYS))
    return _apart(sorted(case.open_days)) >= wanted


def _apart(days: list[int]) -> int:
    """Count the most weekdays of which no two are neighbours; Sunday is Monday's neighbour."""
    best = 0
    for chosen in range(1 << len(days)):
        picked = [day for place, day in enumerate(days) if chosen >> place & 1]
        if not any((day + 1) % DAYS in picked for day in picked):
            best = max(best, len(picked))
    return best


RULE = Mistake(
    "MS420", source="dovetail", unit="times", found=found, principles=("hard_days_in_a_row",)
)
