"""The season: every week in order, each seeing the one before it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import monday_of, season_start
from dovetail.domain.decision import Decision, Reason
from dovetail.domain.errors import NoLegalPlan, Wish
from dovetail.domain.errors import Problem as Said
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import GoalView, Week
from dovetail.domain.principles import Principles
from dovetail.domain.template import Templates
from dovetail.planning.brief import Brief
from dovetail.planning.feasibility import check_reach
from dovetail.planning.frame import WeekFrame, frame_season
from dovetail.planning.key_runs import KeyRun, key_runs
from dovetail.planning.outlook import goal_view
from dovetail.planning.paces import Paces, paces_of
from dovetail.planning.placing import Seam
from dovetail.planning.profile import Permissions, Profile, profile_of
from dovetail.planning.run_walk import needs_ladder
from dovetail.planning.strength import Gym
from dovetail.planning.structure import Structure, structure_of
from dovetail.planning.volume import Volume, VolumeLine, plan_volume
from dovetail.planning.week import next_seam, plan_week
from dovetail.rulebook.cases import known_runs
from dovetail.rulebook.shapes import Season
from dovetail.rulebook.strains import Legs, season_of

ALL_ALLOWED = Permissions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What the planner takes from the library."""

    exercises: Mapping[str, Exercise]
    templates: Templates
    principles: Principles


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonPlan:
    """Everything that was decided, before a document is made of it."""

    profile: Profile
    paces: Paces
    goal: GoalView
    weeks: tuple[Week, ...]
    committed_until: date


def plan_season(
    athlete: Athlete, today: date, shelf: Shelf, may: Permissions = ALL_ALLOWED
) -> SeasonPlan:
    """Plan a new season from today.

    Raises NoLegalPlan when no week can be placed or the race is out of reach.
    """
    starts = start_of(athlete, today)
    profile = profile_of(athlete, today, starts, principles=shelf.principles, may=may)
    structure = structure_of(profile)
    if structure is None:
        raise _no_room(profile)
    profile = replace(profile, runner=replace(profile.runner, runs_per_week=structure.runs))
    frames = frame_season(profile)
    volumes = plan_volume(profile, frames)
    finish_safely = check_reach(profile, frames, volumes)
    paces = paces_of(profile)
    plan = _Weeks(profile, structure, shelf, paces, frames, volumes)
    return SeasonPlan(
        profile=profile,
        paces=paces,
        goal=goal_view(profile, frames, finish_safely=finish_safely, structure=structure),
        weeks=tuple(plan.all(today)),
        committed_until=monday_of(today + timedelta(days=1)) + timedelta(days=6),
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


@dataclass(frozen=True, slots=True)
class _Weeks:
    """The weeks, planned one after the other."""

    profile: Profile
    structure: Structure
    shelf: Shelf
    paces: Paces
    frames: Sequence[WeekFrame]
    volumes: Sequence[Volume]

    def all(self, today: date) -> list[Week]:
        """Plan week 0, where there is one, and every week after it."""
        longest = self.profile.athlete.running.longest_km
        known = known_runs(longest, today, self.profile.season_starts)
        seam = Seam(before=(), habits=self.structure.home, timeline=known)
        line = VolumeLine.begin(self.profile, self.frames)
        weeks: list[Week] = []
        stub = self._week_0(today)
        if stub is not None:
            weeks.append(plan_week(stub, seam, first_day=today))
            seam = next_seam(stub, seam, weeks[-1], self._placed(weeks[-1], stub))
        for frame, keys in zip(self.frames, key_runs(self.profile, self.frames), strict=True):
            wish = self._wishes(frame, line.next(frame), keys)
            week = plan_week(wish, seam, first_day=today)
            weeks.append(week)
            line.remember(frame, week.run_km, _long_km(week, ladder=bool(wish.volume.ladder)))
            seam = next_seam(wish, seam, week, self._placed(week, wish))
        return weeks

    def _back_on(self, frame: WeekFrame) -> date:
        """The first day of running after the goal race; any day in all other weeks."""
        race_on = self.profile.athlete.goal.date
        if frame.recovery is None or race_on is None:
            return frame.starts
        number = self.profile.principles.number
        days = number("days_off_after", self.profile.athlete.goal.race)
        if self.profile.age >= number("days_off_after", "older_from"):
            days *= number("days_off_after", "older_times")
        return race_on + timedelta(days=math.ceil(days))

    def _wishes(self, frame: WeekFrame, volume: Volume, keys: Sequence[KeyRun]) -> Brief:
        return Brief(
            profile=self.profile,
            structure=self.structure,
            gym=Gym(
                profile=self.profile,
                exercises=self.shelf.exercises,
                templates=self.shelf.templates,
                owned=self.profile.athlete.equipment_at(None),
            ),
            paces=self.paces,
            recipes=self.shelf.templates.runs,
            frames=self.frames,
            frame=frame,
            volume=volume,
            volumes=self.volumes,
            keys=keys,
            back_on=self._back_on(frame),
        )

    def _week_0(self, today: date) -> Brief | None:
        """The days before week 1: easy running up to the daily mean, nothing that tires."""
        if today >= self.profile.season_starts:
            return None
        monday = monday_of(today)
        days = (monday + timedelta(days=6) - today).days + 1
        km = self.profile.athlete.running.weekly_km * days / 7
        reason = Reason("AI016", {"days": days})
        if needs_ladder(self.profile.athlete.running):
            km = 0.0
        frame = WeekFrame(number=0, starts=monday, phase="base")
        volume = Volume(km=Decision(km, (reason,)), long_km=Decision(0.0))
        return self._wishes(frame, volume, ())

    def _placed(self, week: Week, wish: Brief) -> Season:
        legs = Legs(
            principles=self.profile.principles,
            age=self.profile.age,
            masters=self.profile.masters,
            weeks_in_phase=wish.frame.weeks_in_phase,
        )
        return season_of((week,), week.starts, legs, self.profile.athlete.availability)


def _long_km(week: Week, *, ladder: bool) -> float:
    """Return the long run of a week; on the ladder every outing is one."""
    kind = "run_walk" if ladder else "long"
    return max((one.km or 0.0 for one in week.sessions if one.kind == kind), default=0.0)


def _no_room(profile: Profile) -> NoLegalPlan:
    slots = sorted({slot.minutes for slot in profile.slots})
    return NoLegalPlan(
        Said(
            code="no-legal-week",
            problem="No week with two runs and a rest day fits the days you gave.",
            hint="Give two days of 30 minutes or more, with a free day in the week.",
        ),
        clash=[
            Wish(wish="two runs a week", why="less is no training"),
            Wish(wish="one rest day in seven", why="PL206"),
            Wish(wish=f"slots of {', '.join(map(str, slots))} minutes", why="availability"),
        ],
    )
