"""MS434: strength phases come in order, take their weeks, and are for those they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import HEAVY, SeasonCase, in_week
from dovetail.rulebook.shapes import Mistake, Spot

PHASES = ("stabilization", "strength_endurance", "maximal_strength", "power")
GROWN_UP = 18
CREDIT_WEEKS = 4
SHORT_SEASON_WEEKS = 12


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for phases that come back, come too soon, or come to the wrong person."""
    young, new = case.runner.age < GROWN_UP, case.runner.level == "beginner"
    unlocked = () if young else case.plan.athlete.strength.coach_unlock
    for block in case.blocks():
        yield from _order(block)
    for week in case.weeks:
        if (young or new) and week.strength_phase in HEAVY and week.strength_phase not in unlocked:
            yield in_week(week, 1, seen="seen.heavy_too_new")
    first = next((week for week in case.weeks if week.strength_phase == "maximal_strength"), None)
    first_block = next(case.blocks(), ())
    least = _least_weeks(case)
    if first is not None and first in first_block and first.number - 1 < least:
        seen = "seen.heavy_too_soon"
        yield in_week(first, least - first.number + 1, seen=seen, weeks=first.number - 1)


def _order(block: Sequence[Week]) -> Iterator[Spot]:
    highest = -1
    for week in block:
        if week.phase == "recovery" or week.strength_phase not in PHASES:
            continue
        now = PHASES.index(week.strength_phase)
        if highest < 0 < now and week.phase == "base":
            yield in_week(week, now, seen="seen.phase_begins")
        if now < highest:
            yield in_week(week, highest - now, seen="seen.phase_returns")
        highest = max(highest, now)


def _least_weeks(case: SeasonCase) -> float:
    """The weeks of stabilization and strength endurance that go before heavy work."""
    least = sum(case.principles.row("strength_weeks", case.history))
    weeks = sum(week.phase != "recovery" for week in case.weeks)
    least -= case.history == "some" and weeks < SHORT_SEASON_WEEKS
    masters = case.principles.number("strength_weeks_masters")
    trained = min(CREDIT_WEEKS, case.plan.athlete.strength.weeks_trained)
    return max(least, masters - trained) if case.masters else least


RULE = Mistake(
    "MS434",
    source="nasm-2022",
    unit="weeks",
    found=found,
    principles=("strength_weeks", "strength_weeks_masters"),
)
