"""MS414: lighter weeks come every few weeks: not at once, not too seldom, not after the leap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import GRID_KM, LOADING, SeasonCase, in_week, is_loading
from dovetail.rulebook.shapes import Mistake, Spot

FEWEST_RISES = 3
STEP = 0.05
"""A rise up to so much of the week before is no step (coaching practice)."""
NO_ROOM = 4
"""Weeks among which none may be lighter: two at the start, two at the end (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots where lighter weeks stand too close, too far apart, or too early."""
    number, runner = case.principles.number, case.runner
    careful = (
        runner.level == "beginner"
        or runner.bone_history
        or runner.age >= number("lighter_gap", "careful_age")
    )
    least = number("lighter_gap", "least")
    most = number("lighter_gap", "most_careful" if careful else "most")
    first = number("lighter_gap", "first")
    for block in case.blocks():
        yield from _gaps(block, least, most)
        if block[0].number == 1:
            yield from (
                in_week(week, first - week.number, seen="seen.lighter_early")
                for week in block
                if week.lighter and week.number < first
            )
        yield from _leap(case, block)


def _gaps(block: Sequence[Week], least: float, most: float) -> Iterator[Spot]:
    gap, seen = 0, False
    room = sum(week.phase in LOADING for week in block) > NO_ROOM
    for week in block:
        if is_loading(week):
            gap += 1
            if gap > most and room:
                yield in_week(week, gap - most, seen="seen.lighter_late", weeks=gap)
        elif week.lighter and week.phase != "recovery":
            if seen and gap < least:
                yield in_week(week, least - gap, seen="seen.lighter_close", weeks=gap)
            gap, seen = 0, True


def _leap(case: SeasonCase, block: Sequence[Week]) -> Iterator[Spot]:
    """The biggest rise of all, just before a lighter week.

    A rise is what a week adds to the highest so far, the weeks before the season among them:
    back to where one was is none, and up to a twentieth is no step. Weeks beside a race are no
    measure.
    """
    unusual = case.on_ladder | case.near_a_race
    loading = [week for week in block if is_loading(week) and week.number not in unusual]
    usual = case.plan.athlete.running.weekly_km if block[0].number == 1 else 0.0
    rises = {
        week.number: week.run_km - max(usual, *(one.run_km for one in loading[:at]))
        for at, week in enumerate(loading)
        if at
    }
    if len(rises) < FEWEST_RISES:
        return
    biggest, second = sorted(rises.values(), reverse=True)[:2]
    for week, following in pairwise(block):
        leap = rises.get(week.number, 0.0)
        step = STEP * (week.run_km - leap)
        if following.lighter and leap == biggest > max(second + GRID_KM + 1, step):
            yield in_week(week, leap, seen="seen.lighter_after_leap")


RULE = Mistake("MS414", source="dovetail", unit="weeks", found=found, principles=("lighter_gap",))
