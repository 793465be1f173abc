"""Whole seasons for properties: random people, each planned once a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests import people

from dovetail import content
from dovetail.application.admit import admit
from dovetail.application.make_plan import make_plan, permissions
from dovetail.content.library import PackagedLibrary, read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.athlete import Athlete
from dovetail.domain.errors import DovetailError, NoLegalPlan, Referral
from dovetail.domain.plan import Finding, Plan, Week
from dovetail.domain.session import Session
from dovetail.explaining.speaker import Speaker
from dovetail.formats import plan_json
from dovetail.formats.athlete_toml import read_athlete
from dovetail.linting.check import findings_of
from dovetail.planning.frame import WeekFrame, frame_season
from dovetail.planning.paces import Paces, paces_of
from dovetail.planning.profile import Profile, profile_of
from dovetail.planning.season import start_of
from dovetail.planning.structure import Structure, structure_of

STARTS_MIN = {"am": 7 * 60, "pm": 18 * 60}
CHANGE_MIN = 3
CRASHES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""A bug of ours, where it is counted instead of raised."""
EXAMPLES = Path(content.__file__).parent / "examples"
TODAY_OF_EXAMPLES = date(2026, 11, 30)


@dataclass(frozen=True)
class Season:
    """A season that was planned, and what the planner knew of the runner."""

    athlete: Athlete
    today: date
    plan: Plan

    @property
    def library(self) -> PackagedLibrary:
        return read_library()

    @cached_property
    def _fitted(self) -> tuple[Profile, Structure]:
        may = permissions(admit(self.athlete, self.today))
        starts = start_of(self.athlete, self.today)
        profile = profile_of(
            self.athlete, self.today, starts, principles=self.library.principles, may=may
        )
        structure = structure_of(profile)
        assert structure is not None
        return structure.fitted(profile), structure

    @property
    def profile(self) -> Profile:
        return self._fitted[0]

    @property
    def structure(self) -> Structure:
        return self._fitted[1]

    @cached_property
    def frames(self) -> tuple[WeekFrame, ...]:
        return frame_season(self.profile)

    @cached_property
    def paces(self) -> Paces:
        return paces_of(self.profile)

    @cached_property
    def say(self) -> Speaker:
        return Speaker(
            read_sentences(self.plan.language), units=self.plan.units, level=self.athlete.level
        )

    @cached_property
    def text(self) -> str:
        """The season as plan.json."""
        return plan_json.write(self.plan, say=self.say)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All that the rules find, what a first plan does not show included."""
        return findings_of(self.plan, self.library.principles, self.library.exercises)

    @property
    def bone(self) -> bool:
        return self.profile.runner.bone_history

    @property
    def race_on(self) -> date | None:
        return self.athlete.goal.date

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The numbered weeks, without the part-week before them."""
        return tuple(week for week in self.plan.weeks if week.number > 0)

    @cached_property
    def loading(self) -> tuple[Week, ...]:
        return tuple(week for week in self.weeks if is_loading(week))

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for week in self.plan.weeks for session in week.sessions)

    def starts_at(self, session: Session) -> datetime:
        """When a session starts: its slot, after whatever stands before it in the chain."""
        if session.discipline == "race":
            return datetime.combine(session.date, datetime.min.time()) + timedelta(hours=9)
        start = datetime.combine(session.date, datetime.min.time())
        start += timedelta(minutes=STARTS_MIN[session.slot])
        for other in self.sessions:
            before = (other.date, other.slot) == (session.date, session.slot)
            if before and other.order < session.order and other.discipline != "rest":
                start += timedelta(minutes=other.minutes + CHANGE_MIN)
        return start

    def ends_at(self, session: Session) -> datetime:
        return self.starts_at(session) + timedelta(minutes=session.minutes)

    def reference_km(self, week: Week) -> float:
        """The highest of the last three loading weeks before a week; a ladder's weeks count."""
        before = [
            one.run_km
            for one in self.weeks
            if one.number < week.number and (is_loading(one) or one.number in self.on_ladder)
        ]
        return max([self.athlete.running.weekly_km, *before][-3:])

    @property
    def on_ladder(self) -> frozenset[int]:
        """Weeks of the run-walk ladder, which counts minutes and not kilometres."""
        return frozenset(
            week.number
            for week in self.plan.weeks
            if any(session.kind == "run_walk" for session in week.sessions)
        )


def is_loading(week: Week) -> bool:
    return not week.lighter and week.phase in ("base", "build", "peak") and week.number > 0


def runs_of(week: Week) -> list[Session]:
    return [session for session in week.sessions if session.discipline == "run"]


def lifts_of(week: Week) -> list[Session]:
    return [session for session in week.sessions if session.discipline == "strength"]


Outcome = Season | DovetailError


def season_of_athlete(athlete: Athlete, today: date = people.TODAY) -> Outcome:
    """Plan; a refusal is an outcome, a crash is not."""
    try:
        return Season(athlete, today, make_plan(athlete, (), today, library=read_library()))
    except (NoLegalPlan, Referral) as refusal:
        return refusal


def draw(strategy: st.SearchStrategy[Athlete], count: int, number: int) -> tuple[Athlete, ...]:
    """Draw so many people from a strategy, the same ones for the same seed."""
    found: list[Athlete] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        phases=(Phase.generate,),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(athlete: Athlete) -> None:
        found.append(athlete)

    collect()
    return tuple(found[:count])


def plannable() -> st.SearchStrategy[Athlete]:
    """People of whom nearly all should get a plan: adults, healthy, with days to train on."""
    return people.athletes(ages=(14, 80), healthy=True, days_at_least=3)


def anybody() -> st.SearchStrategy[Athlete]:
    return people.athletes()


@cache
def example(name: str) -> Season:
    """Plan one of the examples on the Monday that its season starts."""
    today = TODAY_OF_EXAMPLES
    text = (EXAMPLES / f"{name}.toml").read_text("utf-8")
    outcome = season_of_athlete(read_athlete(text, today=today), today)
    assert isinstance(outcome, Season)
    return outcome


def dates_of(season: Season) -> Iterator[date]:
    """Every date from the first day of the plan to the last."""
    first = max(season.today, season.plan.weeks[0].starts)
    last = season.plan.weeks[-1].starts + timedelta(days=6)
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
