"""MS426: hard and easy days differ; a week of equal days tires without training."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from statistics import mean, pstdev

from dovetail.rulebook.season_case import SeasonCase, in_week
from dovetail.rulebook.shapes import Mistake, Spot

DAYS = 7
MOST_TOLD = 10.0
"""Equal days have no spread at all; more than this says no more (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for loading weeks whose daily load hardly varies; rest days count as nothing."""
    most = case.principles.number("monotony")
    for week in case.loading:
        loads = [
            sum(
                one.training_load
                for one in week.sessions
                if one.date == week.starts + timedelta(days=day)
            )
            for day in range(DAYS)
        ]
        spread, middle = pstdev(loads), mean(loads)
        monotony = min(MOST_TOLD, middle / spread) if spread else MOST_TOLD * (middle > 0)
        if monotony >= most:
            yield in_week(week, monotony, monotony=round(monotony, 2))


RULE = Mistake("MS426", source="foster-1998", unit="times", found=found, principles=("monotony",))
