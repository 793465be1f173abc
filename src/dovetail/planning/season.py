"""The season: every week in order, each seeing the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import last_committed, monday_of, season_start
from dovetail.domain.plan import GoalView, Week
from dovetail.planning.clash import impossible_season
from dovetail.planning.feasibility import reach_reasons
from dovetail.planning.fitness_now import fitness_now
from dovetail.planning.frame import frame_season
from dovetail.planning.outlook import goal_view
from dovetail.planning.paces import Paces, paces_of
from dovetail.planning.phase_orders import frames_under
from dovetail.planning.profile import Permissions, Profile, profile_of
from dovetail.planning.standing import Standing
from dovetail.planning.structure import least_week, structure_of
from dovetail.planning.volume import plan_volume
from dovetail.planning.walk import Shelf, Weeks

ALL_ALLOWED = Permissions()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPlan:
    """Everything that was decided, before a document is made of it."""

    profile: Profile
    paces: Paces
    goal: GoalView
    weeks: tuple[Week, ...]
    committed_until: date


def plan_season(
    athlete: Athlete,
    today: date,
    shelf: Shelf,
    may: Permissions = ALL_ALLOWED,
    standing: Standing | None = None,
) -> SeasonPlan:
    """Plan a new season from today, or the open weeks of one that stands.

    The frame of a standing season is that of the day it began, under the same inputs: so what
    nothing has changed since comes out as it stood.

    Raises NoLegalPlan when no week can be placed or the race is out of reach.
    """
    today = today if standing is None else standing.began
    starts = start_of(athlete, today) if standing is None else standing.starts
    profile = profile_of(athlete, today, starts, principles=shelf.principles, may=may)
    structure = structure_of(profile)
    if structure is None:
        raise impossible_season(profile, least_week(profile))
    profile = structure.fitted(profile)
    frames = frame_season(profile)
    if standing is not None:
        checked = profile.athlete.strength.technique_checked
        frames = frames_under(
            frames, standing.orders, standing.open_from, technique_checked=checked
        )
    volumes = plan_volume(profile, frames)
    reach = reach_reasons(profile, frames, volumes)
    fit = profile if standing is None else fitness_now(profile, standing)
    paces = paces_of(fit)
    plan = Weeks(profile, structure, shelf, paces, frames, volumes, fit, standing)
    return SeasonPlan(
        profile=fit,
        paces=paces,
        goal=goal_view(fit, frames, reach=reach, structure=structure),
        weeks=tuple(plan.all(today)),
        committed_until=last_committed(today),
    )


def start_of(athlete: Athlete, today: date) -> date:
    """Return the Monday of week 1: the goal's own, today's, or the next one."""
    told = athlete.goal.start
    if told is not None and told >= monday_of(today):
        return told
    following = season_start(today)
    if athlete.goal.date is not None and athlete.goal.date < following:
        return monday_of(today)
    return following
