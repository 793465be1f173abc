"""MS432: paces stand in order, and none is told that nobody should run by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dovetail.physiology.paces import PACE_NAMES
from dovetail.rulebook.season_case import SeasonCase, in_season
from dovetail.rulebook.shapes import Mistake, Spot

MAY_BE_EQUAL = ("5k", "interval")
TEN_KM = 10


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for a faster pace that is no faster, and for paces told to those who run by feel."""
    number = case.principles.number
    told = {
        name: (sum(view.s_per_km) / 2, view.s_per_km)
        for name in PACE_NAMES
        if (view := case.plan.paces.get(name)) is not None and view.s_per_km is not None
    }
    fitness = case.plan.race_fitness
    if told and (fitness is None or fitness < number("pace_order", "fitness")):
        yield in_season(len(told), seen="seen.paces_by_feel")
    slowest_10k_s = 60 * number("pace_order", "ten_km_min") / TEN_KM
    for slow, fast in pairwise(name for name in PACE_NAMES if name in told):
        if "10k" in (slow, fast) and told["10k"][0] > slowest_10k_s:
            continue
        by = told[fast][0] - told[slow][0]
        if by > 0 or (by == 0 and (slow, fast) != MAY_BE_EQUAL):
            yield in_season(max(by, 1), seen="seen.paces_order", slow=slow, fast=fast)
    if "marathon" in told and "easy" in told and _trains_marathon_pace(case):
        margin = told["easy"][1][0] - told["marathon"][0]
        if margin < number("marathon_margin"):
            yield in_season(number("marathon_margin") - margin, seen="seen.marathon_is_easy")


def _trains_marathon_pace(case: SeasonCase) -> bool:
    return any(
        step.target.pace == "marathon"
        for one in case.sessions
        if one.discipline == "run"
        for step in one.steps
    )


RULE = Mistake(
    "MS432",
    source="daniels-2014",
    unit="s/km",
    found=found,
    principles=("pace_order", "marathon_margin"),
)
