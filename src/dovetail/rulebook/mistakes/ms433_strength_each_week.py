"""MS433: strength stands in every week: two sessions, then fewer, never none."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.lifting_gaps import long_gaps
from dovetail.rulebook.season_case import SeasonCase, in_season, in_session, in_week, lifts
from dovetail.rulebook.shapes import Mistake, Spot

ONE_FOR_THE_RACE = "AI123"
LEFT_OUT = ("AI017", "AI087")
"""Reasons by which a week says that something found no place."""
FEW_DAYS = 3
"""On so few days even a chain may find no second place (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks with too few sessions, and for long times without one."""
    asked = case.plan.athlete.preferences.strength_per_week
    usual = max((len(lifts(week)) for week in case.loading), default=0)
    days = len({slot.weekday for slot in case.slots})
    if usual < 2 and asked >= 2 and 0 < days <= FEW_DAYS:
        asked = usual
    if any(reason.code == ONE_FOR_THE_RACE for reason in case.plan.goal.reasons):
        asked = 1
    if not asked:
        return
    if any(lifts(week) for week in case.weeks):
        yield from _few(case, asked, days)
        for after, days, most in long_gaps(case.sessions, case.race_on, case.principles):
            yield in_session(after, days - most, seen="seen.strength_gap", days=days)
    else:
        yield in_season(1, seen="seen.no_strength")


def _few(case: SeasonCase, asked: int, days: int) -> Iterator[Spot]:
    """Weeks that hold fewer sessions than their place in the season asks for."""
    number = case.principles.number
    peak = "peak_masters" if case.masters else "peak"
    rows = {"base": "full", "build": "full", "peak": peak, "taper": "taper"}
    for week in case.weeks:
        if week.phase not in rows:
            continue
        wanted = min(asked, number("strength_sessions", rows[week.phase]))
        if 0 < days <= FEW_DAYS and any(reason.code in LEFT_OUT for reason in week.reasons):
            wanted = min(wanted, 1)
        fewer = case.near_a_race | {number - 1 for number in case.near_a_race}
        missing = wanted - (week.number in fewer) - len(lifts(week))
        if missing > 0:
            yield in_week(week, missing, seen="seen.few_lifts", wanted=wanted)


RULE = Mistake(
    "MS433", source="dovetail", unit="points", found=found, principles=("strength_sessions",)
)
