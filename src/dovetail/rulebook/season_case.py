"""What mistakes are asked about: a whole season, and what may be known of the runner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Fact
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Plan, Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.intensity import RACE_PACE_S, has_race_pace
from dovetail.rulebook.shapes import Slot, Spot

LOADING = ("base", "build", "peak")
HEAVY = ("maximal_strength", "power")
LONG_RACES = ("half", "marathon", "ultra")
WHOLE_LIFTS = ("lower", "full", "upper")
SAYS_WHY = frozenset({"AI002", "AI111", "AI112"})
"""Reasons by which a week says itself why it holds less than it would like."""
GRID_KM = 0.5
"""Runs are shown in half kilometres, so a week's share is met to one step."""
SMALL_KM = 10
"""Below this one run of twenty minutes is a quarter of the week, and shares say nothing."""
HAIR = 1e-6
THURSDAY = 3
WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class SeasonCase:
    """A plan, and who it is for."""

    plan: Plan
    runner: Runner
    masters: bool = False
    history: str = "none"
    """Which row of the least weeks of strength phases is the runner's."""
    slots: tuple[Slot, ...] = ()
    """The slots of a week; none: nobody knows."""
    exercises: Mapping[str, Exercise] | None = None

    held: frozenset[date] = frozenset()
    """The Mondays of weeks that health, absence or pain made what they are."""

    @property
    def principles(self) -> Principles:
        """The numbers in force."""
        return self.runner.principles

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The numbered weeks, without the part-week before them."""
        return tuple(week for week in self.plan.weeks if week.number > 0)

    @cached_property
    def loading(self) -> tuple[Week, ...]:
        """The weeks that are to load; one that life made smaller says nothing of the season."""
        return tuple(week for week in self.weeks if self.loads(week))

    def loads(self, week: Week) -> bool:
        """Whether a week is to load, and was left as it was to be."""
        return is_loading(week) and week.starts not in self.held

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """Every session in time order."""
        every = [one for week in self.plan.weeks for one in week.sessions]
        return tuple(sorted(every, key=lambda one: (one.date, one.slot, one.order)))

    @cached_property
    def open_days(self) -> frozenset[int]:
        """The weekdays with a slot; all of them where nobody knows."""
        return frozenset(slot.weekday for slot in self.slots) or frozenset(range(7))

    @cached_property
    def race_on(self) -> date | None:
        """The day of the goal's race."""
        return self.plan.goal.date

    @cached_property
    def on_ladder(self) -> frozenset[int]:
        """Weeks of the run-walk ladder, which counts minutes and not kilometres."""
        return frozenset(
            week.number for week in self.weeks if any(s.kind == "run_walk" for s in week.sessions)
        )

    @cached_property
    def near_a_race(self) -> frozenset[int]:
        """Weeks with a race on the way, and the weeks after them."""
        raced = [week.number for week in self.weeks if races(week)]
        return frozenset({*raced, *(number + 1 for number in raced)})

    @cached_property
    def last_training(self) -> Week | None:
        """The last week before the taper, or before race week where there is none."""
        before = [week for week in self.weeks if week.phase in LOADING]
        return before[-1] if before and self.race_on is not None else None

    def loading_before(self, week: Week) -> list[Week]:
        """Return the loading weeks before a week."""
        return [one for one in self.loading if one.number < week.number]

    def days_to_race(self, day: date) -> int | None:
        """Return how many days before the race a day is."""
        return None if self.race_on is None else (self.race_on - day).days

    def before_an_early_race(self, week: Week) -> bool:
        """Whether a race on Monday to Thursday follows, so that this is its race week."""
        following = week.starts + WEEK
        early = [one.date for one in self.sessions if one.discipline == "race"]
        return any(following <= day <= following + timedelta(THURSDAY) for day in early)

    def eases(self, week: Week) -> bool:
        """Whether a week falls for a race near it: the one with day −7, or before an early race.

        A goal race on Monday to Thursday has its race week before its own, and eases a week
        earlier.
        """
        if self.before_an_early_race(week):
            return True
        if self.race_on is None:
            return False
        days = 2 * WEEK.days if self.race_on.weekday() <= THURSDAY else WEEK.days
        return 0 <= (self.race_on - week.starts).days - WEEK.days < days

    def blocks(self) -> Iterator[tuple[Week, ...]]:
        """Yield the blocks of a season: each ends with its recovery weeks."""
        found: list[Week] = []
        for week in self.weeks:
            if found and found[-1].phase == "recovery" and week.phase != "recovery":
                yield tuple(found)
                found = []
            found.append(week)
        if found:
            yield tuple(found)


# -- spots -------------------------------------------------------------------------------


def in_week(week: Week, amount: float, **facts: Fact) -> Spot:
    """Return a spot in a week."""
    return Spot(round(amount, 2), week.starts, None, facts)


def in_session(session: Session, amount: float, **facts: Fact) -> Spot:
    """Return a spot in a session."""
    return Spot(round(amount, 2), monday_of(session.date), session.id, facts)


def in_season(amount: float, **facts: Fact) -> Spot:
    """Return a spot that is nowhere in particular."""
    return Spot(round(amount, 2), None, None, facts)


# -- weeks -------------------------------------------------------------------------------


def is_loading(week: Week) -> bool:
    """Whether the week is not lighter, taper, race, recovery or the part-week before week 1."""
    return week.phase in LOADING and not week.lighter and week.number > 0


def runs(week: Week) -> list[Session]:
    """Return the training runs of a week."""
    return [one for one in week.sessions if one.discipline == "run"]


def lifts(week: Week) -> list[Session]:
    """Return the strength sessions of a week."""
    return [one for one in week.sessions if one.discipline == "strength"]


def whole_lifts(week: Week) -> list[Session]:
    """Return the strength sessions that are more than core, activation or primer."""
    return [one for one in lifts(week) if one.kind in WHOLE_LIFTS]


def races(week: Week) -> bool:
    """Whether a week holds a race on the way to the goal."""
    return any(one.kind == "tune_up" for one in week.sessions)


def long_run(week: Week) -> Session | None:
    """Return the long run of a week."""
    return next((one for one in week.sessions if one.kind == "long"), None)


# -- sessions ----------------------------------------------------------------------------


def is_quality(session: Session) -> bool:
    """Whether a run is a quality run: a long run only with twenty minutes of race pace."""
    if session.discipline != "run" or not session.key:
        return False
    return session.kind != "long" or has_race_pace(session)


def quality_runs(week: Week) -> list[Session]:
    """Return the quality runs of a week, a long run with race pace among them."""
    return [one for one in runs(week) if is_quality(one)]


def minutes_by_pace(session: Session) -> Mapping[str, float]:
    """Return the minutes of work at each named pace; "" is work by effort."""
    mean_s = 60 * session.minutes / session.km if session.km else RACE_PACE_S
    found: dict[str, float] = {}
    for step in session.steps:
        if step.part not in ("work", "race"):
            continue
        told = step.target.s_per_km
        pace_s = (told[0] + told[1]) / 2 if told else mean_s
        minutes = step.minutes if step.minutes is not None else (step.km or 0.0) * pace_s / 60
        name = step.target.pace or ""
        found[name] = found.get(name, 0.0) + step.repeat * minutes
    return found


def longest(weeks: Sequence[Week]) -> float:
    """Return the longest long run of some weeks [km]."""
    return max((week.long_run_km for week in weeks), default=0.0)
