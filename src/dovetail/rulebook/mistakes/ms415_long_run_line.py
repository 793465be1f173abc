"""MS415: the long run grows in steps until the peak, and never falls back far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import (
    GRID_KM,
    LONG_RACES,
    SeasonCase,
    in_week,
    long_run,
    races,
    runs,
)
from dovetail.rulebook.shapes import Mistake, Spot

NEARLY = 0.92
"""A long run this near its slot or its time has no room for a step (dovetail)."""
FEWEST = 4


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots where the long run stands still with room to grow, or falls back."""
    number = case.principles.number
    share, least = number("long_run_line", "rises"), number("long_run_line", "least")
    for block in case.blocks():
        loading = [week for week in block if case.loads(week) and week.number not in case.on_ladder]
        yield from _falls(case, loading, least)
        growing = [week for week in loading if week.phase != "peak" and not races(week)]
        if len(growing) < FEWEST or case.runner.race == "healthy":
            continue
        highest, steps = growing[0].long_run_km, 0
        for before, week in pairwise(growing):
            twice = case.runner.bone_history and week.long_run_km == before.long_run_km
            steps += week.long_run_km > highest or twice or _bound(case, week)
            highest = max(highest, week.long_run_km)
        wanted = share * (len(growing) - 1)
        if steps < wanted - 0.5:
            yield in_week(growing[-1], wanted - steps, seen="seen.long_still", weeks=len(growing))


def _falls(case: SeasonCase, loading: Sequence[Week], least: float) -> Iterator[Spot]:
    for before, week in pairwise(loading):
        if week.number in case.near_a_race or case.eases(week) or not week.long_run_km:
            continue
        low = least * before.long_run_km
        if week.long_run_km < low - GRID_KM:
            facts = {"long_km": week.long_run_km, "before_km": before.long_run_km}
            yield in_week(week, low - week.long_run_km, seen="seen.long_falls", **facts)


def _bound(case: SeasonCase, week: Week) -> bool:
    """Whether slot, time, share or the race's own peak leaves the long run no step."""
    run, runner, number = long_run(week), case.runner, case.principles.number
    if run is None or not run.km:
        return False
    slots = [slot.minutes for slot in case.slots if slot.weekday == run.date.weekday()]
    rooms = [*slots[:1], number("long_time", runner.race, runner.level)]
    return (
        run.minutes >= NEARLY * min(rooms)
        or run.km >= NEARLY * number("peak_long", runner.race, runner.level)
        or _share_binds(case, week, run)
    )


def _share_binds(case: SeasonCase, week: Week, run: Session) -> bool:
    race = case.runner.race if case.runner.race in LONG_RACES else "other"
    share = case.principles.number("long_share", race, str(min(6, max(3, len(runs(week))))))
    return 100 * (run.km or 0.0) >= NEARLY * share * week.run_km


RULE = Mistake(
    "MS415",
    source="dovetail",
    unit="points",
    found=found,
    principles=("long_run_line", "long_time", "long_share", "peak_long"),
)
