"""A race that two strength sessions a week would put out of reach is planned with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dovetail.domain.athlete import Athlete
from dovetail.domain.decision import Reason
from dovetail.domain.errors import NoLegalPlan
from dovetail.planning.feasibility import OUT_OF_REACH
from dovetail.planning.profile import Permissions
from dovetail.planning.season import SeasonPlan, plan_season
from dovetail.planning.standing import Standing
from dovetail.planning.walk import Shelf

ONE_LIFT = "AI123"
TWICE = 2


def plan_within_reach(
    athlete: Athlete,
    today: date,
    shelf: Shelf,
    may: Permissions,
    standing: Standing | None = None,
) -> SeasonPlan:
    """Plan a season; with one strength session a week where two leave too little running.

    The goal then says so. Raises NoLegalPlan when no week can be placed, or the race is out of
    reach all the same.
    """
    try:
        return plan_season(athlete, today, shelf, may, standing)
    except NoLegalPlan as refusal:
        if refusal.code != OUT_OF_REACH or athlete.preferences.strength_per_week < TWICE:
            raise
        found = _with_one_lift(athlete, today, shelf, may, standing)
        if found is None:
            raise
        return found


def _with_one_lift(
    athlete: Athlete,
    today: date,
    shelf: Shelf,
    may: Permissions,
    standing: Standing | None,
) -> SeasonPlan | None:
    once = replace(athlete, preferences=replace(athlete.preferences, strength_per_week=1))
    try:
        found = plan_season(once, today, shelf, may, standing)
    except NoLegalPlan:
        return None
    goal = replace(found.goal, reasons=(Reason(ONE_LIFT), *found.goal.reasons))
    return replace(found, goal=goal, profile=replace(found.profile, athlete=athlete))
