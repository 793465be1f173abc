"""MS412: full weeks rise or hold; they do not zig-zag."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import (
    GRID_KM,
    SAYS_WHY,
    SMALL_KM,
    SeasonCase,
    in_week,
)
from dovetail.rulebook.shapes import Mistake, Spot

SMALLEST_STEP_KM = 1.0
FLAT = 0.02
"""A week that is so little below the one before holds (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots where a full week falls far, climbs too fast, or weeks fall too often.

    Weeks of a race on the way, after one, and before one that stands early in its week are no
    measure for others. A week whose days bind says so: there a key run may stand in the place of
    a longer easy one.
    """
    number = case.principles.number
    most_falls, deepest = number("zig_zag", "falls"), number("zig_zag", "fall")
    for block in case.blocks():
        falls: list[Week] = []
        unusual = case.on_ladder | case.near_a_race
        usual = [week for week in block if case.loads(week) and week.number not in unusual]
        loading = [week for week in usual if not case.before_an_early_race(week)]
        for before, week in pairwise(loading):
            if case.eases(week) or before.run_km < SMALL_KM:
                continue
            change = week.run_km / before.run_km - 1
            facts = {"week_km": week.run_km, "before_km": before.run_km}
            bound = any(reason.code in SAYS_WHY for reason in week.reasons)
            if not bound and week.run_km < before.run_km - max(GRID_KM, FLAT * before.run_km):
                falls.append(week)
            if not bound and week.run_km < (1 - deepest) * before.run_km - GRID_KM:
                yield in_week(week, -100 * change, seen="seen.falls_far", **facts)
            elif week.run_km > before.run_km + _rise_km(case, before.run_km) + GRID_KM:
                yield in_week(week, 100 * change, seen="seen.climbs_fast", **facts)
        if len(falls) > most_falls:
            yield in_week(falls[-1], len(falls) - most_falls, seen="seen.falls_often")


def _rise_km(case: SeasonCase, before_km: float) -> float:
    number = case.principles.number
    small = before_km < number("zig_zag", "small_below")
    share = number("zig_zag", "small_rise" if small else "rise")
    return max(SMALLEST_STEP_KM, share * before_km)


RULE = Mistake("MS412", source="dovetail", unit="%", found=found, principles=("zig_zag",))
