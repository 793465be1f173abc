"""MS408: the weeks after the race are for recovering from it."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.season_case import (
    GRID_KM,
    SeasonCase,
    in_season,
    in_session,
    in_week,
    is_quality,
)
from dovetail.rulebook.shapes import Mistake, Spot

SLACK = 0.05
"""A week of rounded runs may miss the share by so much (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks that are missing, and for running that comes back too soon."""
    if case.race_on is None or case.runner.race == "healthy" or not case.loading:
        return
    shares = case.principles.row("recovery_share", case.runner.race)
    after = [week for week in case.weeks if week.starts > case.race_on]
    if len(after) < len(shares):
        yield in_season(len(shares) - len(after), seen="seen.recovery_missing", weeks=len(shares))
    highest = sorted((week.run_km for week in case.loading), reverse=True)[:3]
    reference = sum(highest) / len(highest)
    for week, share in zip(after, shares, strict=False):
        top = (share + SLACK) * reference
        if week.run_km > top + GRID_KM:
            yield in_week(week, week.run_km - top, seen="seen.recovery_much", top_km=round(top, 1))
    yield from _too_soon(case)


def _too_soon(case: SeasonCase) -> Iterator[Spot]:
    number = case.principles.number
    older = case.runner.age >= number("days_off_after", "older_from")
    times = number("days_off_after", "older_times") if older else 1.0
    first_run = number("days_off_after", case.runner.race)
    first_fast = times * number("quality_after_race", case.runner.race)
    assert case.race_on is not None
    for one in case.sessions:
        days = (one.date - case.race_on).days
        if days <= 0 or one.discipline != "run":
            continue
        if days < first_run:
            yield in_session(one, first_run - days, seen="seen.recovery_run", days=first_run)
        elif is_quality(one) and days < first_fast:
            yield in_session(one, first_fast - days, seen="seen.recovery_fast", days=first_fast)


RULE = Mistake(
    "MS408",
    source="dovetail",
    unit="points",
    found=found,
    principles=("recovery_share", "days_off_after", "quality_after_race"),
)
