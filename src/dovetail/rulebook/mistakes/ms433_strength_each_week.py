"""MS433: strength stands in every week: two sessions, then fewer, never none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dovetail.rulebook.season_case import SeasonCase, in_session, in_week, lifts
from dovetail.rulebook.shapes import Mistake, Spot

ONE_FOR_THE_RACE = "AI123"
FEW_DAYS = 3
"""On so few days even a chain may find no second place (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks with too few sessions, and for long times without one."""
    number = case.principles.number
    asked = case.plan.athlete.preferences.strength_per_week
    usual = max((len(lifts(week)) for week in case.loading), default=0)
    days = len({slot.weekday for slot in case.slots})
    if usual < 2 and asked >= 2 and 0 < days <= FEW_DAYS:
        asked = usual
    if any(reason.code == ONE_FOR_THE_RACE for reason in case.plan.goal.reasons):
        asked = 1
    if not asked:
        return
    peak = "peak_masters" if case.masters else "peak"
    rows = {"base": "full", "build": "full", "peak": peak, "taper": "taper"}
    for week in case.weeks:
        if week.phase not in rows:
            continue
        wanted = min(asked, number("strength_sessions", rows[week.phase]))
        fewer = case.near_a_race | {number - 1 for number in case.near_a_race}
        missing = wanted - (week.number in fewer) - len(lifts(week))
        if missing > 0:
            yield in_week(week, missing, seen="seen.few_lifts", wanted=wanted)
    yield from _gaps(case, number("strength_sessions", "gap_days"))


def _gaps(case: SeasonCase, most: float) -> Iterator[Spot]:
    lifting = [one for one in case.sessions if one.discipline == "strength"]
    for before, after in pairwise(lifting):
        days = (after.date - before.date).days
        left = case.days_to_race(after.date)
        if days > most and (left is None or left > 7):
            yield in_session(after, days - most, seen="seen.strength_gap", days=days)


RULE = Mistake(
    "MS433", source="dovetail", unit="points", found=found, principles=("strength_sessions",)
)
