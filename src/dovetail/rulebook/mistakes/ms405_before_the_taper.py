"""MS405: the last week before the taper loads, and one before it as well."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.season_case import SeasonCase, in_week, is_loading
from dovetail.rulebook.shapes import Mistake, Spot


def found(case: SeasonCase) -> Iterator[Spot]:
    """A spot where low weeks stand in a row: a lighter one, then the taper."""
    wanted = case.principles.number("loading_before_taper")
    last = case.last_training
    if last is None:
        return
    before = [week for week in case.weeks if week.number <= last.number]
    if not any(week.lighter for week in before):
        return
    weeks = 0
    for week in reversed(before):
        if not is_loading(week):
            break
        weeks += 1
    if weeks < wanted:
        yield in_week(last, wanted - weeks, weeks=weeks)


RULE = Mistake(
    "MS405",
    source="dovetail",
    unit="weeks",
    found=found,
    principles=("loading_before_taper",),
)
