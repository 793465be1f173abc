"""MS441: the legs are lifted with: running alone is not stimulus enough."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dovetail.domain.plan import Week
from dovetail.rulebook.intensity import lower_sets
from dovetail.rulebook.season_case import LOADING, SeasonCase, in_week
from dovetail.rulebook.shapes import Mistake, Spot


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for two weeks running with next to nothing for the legs; a wish for none is obeyed."""
    least = case.principles.number("legs_least", "sets")
    if not case.plan.athlete.preferences.strength_per_week:
        return

    def skips(week: Week) -> bool:
        usual = week.phase in LOADING and week.number not in case.near_a_race
        return usual and lower_sets(week) < least

    for before, week in pairwise(case.weeks):
        if skips(before) and skips(week):
            yield in_week(week, least - lower_sets(week), sets=lower_sets(week), least=least)


RULE = Mistake("MS441", source="coach-t", unit="sets", found=found, principles=("legs_least",))
