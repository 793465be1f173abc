"""A plan as the rules are asked about it: one timeline, and every week with its case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import Plan, Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.planning.profile import Permissions, Profile, profile_of
from dovetail.planning.week_problem import habits_after, week_case, windows_in
from dovetail.rulebook.cases import DoneRun, known_runs
from dovetail.rulebook.held_weeks import held_weeks
from dovetail.rulebook.season_case import is_loading
from dovetail.rulebook.shapes import Season
from dovetail.rulebook.strains import Legs, season_of
from dovetail.rulebook.week_case import WeekCase

SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSubject:
    """A week, what stands before it, and what placement may know of it."""

    week: Week
    before: Season
    days: Season
    case: WeekCase
    weeks_in_phase: int
    loading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A whole plan, ready to be judged."""

    plan: Plan
    profile: Profile
    timeline: tuple[DoneRun, ...]
    weeks: tuple[WeekSubject, ...]
    held: frozenset[date] = frozenset()
    """The Mondays of weeks that life made what they are: no measure for others."""

    def is_over(self, week: Week) -> bool:
        """Whether a week of a plan that is lived is history: nobody is told of it."""
        review = self.plan.review
        return review is not None and week.starts + SUNDAY < review.on

    def week_of(self, day: date) -> WeekSubject | None:
        """Return the week that holds a day."""
        monday = monday_of(day)
        return next((one for one in self.weeks if one.week.starts == monday), None)


def subject_of(plan: Plan, principles: Principles, told: Profile | None = None) -> Subject:
    """Read a plan for judging: who it is for, what was run, week by week.

    `told` is what is known of the person where the plan is somebody else's; with no slots in
    it nobody knows how long the days are, and every visit fits.
    """
    profile = _profile(plan, told or _planned_for(plan, principles))
    return Subject(
        plan=plan,
        profile=profile,
        timeline=tuple(_timeline(plan)),
        weeks=tuple(_weeks(plan, profile)),
        held=held_weeks(plan),
    )


def _planned_for(plan: Plan, principles: Principles) -> Profile:
    return profile_of(
        plan.athlete, plan.made_on, plan.season_starts, principles=principles, may=Permissions()
    )


def _profile(plan: Plan, profile: Profile) -> Profile:
    weeks = [week for week in plan.weeks if week.number > 0 and week.phase != "recovery"]
    runs = max(
        (len(_runs(week)) + _holds_race(week) for week in weeks),
        default=profile.runner.runs_per_week,
    )
    return replace(profile, runner=replace(profile.runner, runs_per_week=runs))


def _holds_race(week: Week) -> bool:
    return any(one.discipline == "race" for one in week.sessions)


def _runs(week: Week) -> list[Session]:
    return [one for one in week.sessions if one.discipline == "run"]


def _timeline(plan: Plan) -> Iterator[DoneRun]:
    """The longest run so far, then what was run, or is planned."""
    yield from known_runs(plan.athlete.running.longest_km, plan.made_on, plan.season_starts)
    for week in plan.weeks:
        for one in week.sessions:
            km = one.km if one.done is None else one.done.km
            if one.discipline in ("run", "race") and km:
                yield DoneRun(on=one.date, km=km, race=one.discipline == "race")


def _weeks(plan: Plan, profile: Profile) -> Iterator[WeekSubject]:
    before: Season = ()
    habits: Mapping[str, int] = {}
    in_phase, phase, raced, heavy, back = 0, None, False, False, False
    availability = plan.athlete.availability if profile.slots else None
    for week in plan.weeks:
        again = back and week.phase != "recovery"  # the next block begins low again
        in_phase = in_phase + 1 if week.strength_phase == phase and not again else 1
        phase, back = week.strength_phase, week.phase == "recovery"
        heavy = heavy or phase == "maximal_strength"
        legs = Legs(
            principles=profile.principles,
            age=profile.age,
            masters=profile.masters,
            weeks_in_phase=in_phase,
        )
        days = season_of((week,), week.starts, legs, availability)
        windows = windows_in(profile, week.starts, week.phase, phase, was_heavy=heavy)
        yield WeekSubject(
            week=week,
            before=before,
            days=days,
            case=week_case(profile, habits=habits, windows=windows),
            weeks_in_phase=in_phase,
            loading=is_loading(week),
        )
        races = _races(week.sessions)
        unusual = raced or races or week.lighter
        habits = habits_after(habits, days, week.phase, unusual=unusual)
        before = tuple((replace(slot, day=slot.day - 7), visit) for slot, visit in days)
        raced = races


def _races(sessions: Iterable[Session]) -> bool:
    return any(one.kind == "tune_up" for one in sessions)
