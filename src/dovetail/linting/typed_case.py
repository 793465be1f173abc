"""A typed plan as a plan that the rules can be asked about; what it does not tell stays open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from dovetail.domain.athlete import Athlete, Availability, Day, Goal, Level, Running
from dovetail.domain.calendar import WEEKDAYS, week_name
from dovetail.domain.plan import Content, GoalView, Plan, Week
from dovetail.domain.principles import Principles
from dovetail.linting.typed_weeks import Outline
from dovetail.planning.profile import Permissions, Profile, profile_of
from dovetail.rulebook.foreign import Told
from dovetail.rulebook.season_case import is_quality

NOBODY_IS = 30
"""Years: an age at which no rule of age speaks (dovetail)."""
ANY_YEARS = 3
"""Years of running that leave the level to kilometres and days (dovetail)."""
ANY_DAY = Day(am=600)
"""Room for everything: nobody told how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known beside the weeks: the frame, the words for the runner, the runner."""

    outline: Outline
    principles: Principles
    beginner: bool = False
    """The plan says that it is for beginners."""
    race_km: float | None = None
    days_told: bool = True
    """The plan says which day is which."""
    athlete: Athlete | None = None


def plan_of(weeks: Sequence[Week], known: Known) -> Plan:
    """Return the weeks as a plan, for the runner that is known, or for anybody."""
    outline = known.outline
    athlete = _athlete(weeks, known)
    return Plan(
        made_on=outline.first,
        season_starts=outline.first,
        committed_until=outline.first,
        version="",
        content=Content(fingerprint=""),
        language="en",
        units="km",
        policy=athlete.policy,
        athlete=athlete,
        goal=GoalView(
            race=athlete.goal.race, km=athlete.goal.km, date=outline.race_on, time_s=None
        ),
        race_fitness=None,
        paces={},
        weeks=tuple(weeks),
    )


def profile_for(plan: Plan, known: Known) -> Profile:
    """Return what rules may know of the runner; the slots of a stranger are not known."""
    profile = profile_of(
        plan.athlete,
        plan.made_on,
        plan.season_starts,
        principles=known.principles,
        may=Permissions(),
    )
    tapers = sum(week.phase == "taper" for week in plan.weeks)
    runner = replace(profile.runner, short_taper=tapers == 1)
    slots = profile.slots if known.athlete is not None else ()
    return replace(profile, runner=runner, slots=slots)


def told_of(plan: Plan) -> Told:
    """Return what a grade may ask."""
    race_on = plan.goal.date
    sessions = [one for week in plan.weeks for one in week.sessions]
    counts = [_runs(week) for week in plan.weeks if week.phase in ("base", "build")]
    return Told(
        race=None if race_on is None else plan.goal.race,
        runs=round(median(counts)) if counts else 0,
        paced=any(is_quality(one) for one in sessions),
        peak_km=max((week.run_km for week in plan.weeks), default=0.0),
        race_week=None if race_on is None else week_name(race_on),
        days_to_race={} if race_on is None else {s.id: (race_on - s.date).days for s in sessions},
    )


def _athlete(weeks: Sequence[Week], known: Known) -> Athlete:
    outline = known.outline
    someone = known.athlete or _anybody(weeks, known)
    goal = someone.goal
    if outline.race_on is not None and outline.race is not None:
        goal = Goal(race=outline.race, date=outline.race_on, km=known.race_km)
    elif known.athlete is None:
        goal = Goal(race="healthy")
    return replace(someone, goal=goal)


def _anybody(weeks: Sequence[Week], known: Known) -> Athlete:
    """A runner of whom only the plan is known: the first week is what they are used to."""
    first_km = weeks[0].run_km if weeks else 0.0
    runs = [one for one in weeks[0].sessions if one.discipline == "run"] if weeks else []
    longest_km = max((one.km or 0.0 for one in runs), default=0.0)
    level: Level = "beginner" if known.beginner else "advanced"
    born = date(known.outline.first.year - NOBODY_IS, 1, 1)
    return Athlete(
        born=born,
        level=level,
        goal=Goal(race="healthy"),
        running=Running(weekly_km=first_km, longest_km=longest_km, years=ANY_YEARS),
        availability=Availability(**dict.fromkeys(WEEKDAYS, ANY_DAY)),
    )


def _runs(week: Week) -> int:
    return sum(one.discipline == "run" for one in week.sessions)
