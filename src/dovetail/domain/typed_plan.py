"""A plan that somebody else typed, as far as it was understood: what it tells and nothing more.

None is "not said". Distances are in km whatever the plan was written in; where it gives a
range, both ends are kept. Weeks are counted from 1, weekdays from 0 (Monday).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from dovetail.domain.prescription import PaceName, Range, RunPart
from dovetail.domain.session import Kind

TypedDiscipline = Literal["run", "strength", "mobility", "rest", "race", "other"]
Unit = Literal["km", "mi"]
YearsBy = Literal["weekdays", "dates", "today"]
"""What tells the years of dates without one: their weekdays, other dates of the file, or today."""
ABOVE_EASY = frozenset({"work", "race"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPart:
    """A part of a run: so many times so many km or minutes, as far as they are told.

    `hard` is True of a part that is above easy without a pace by name ("fast", "hard").
    """

    part: RunPart
    times: int = 1
    km: float | None = None
    minutes: float | None = None
    pace: PaceName | None = None
    hard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLift:
    """One exercise; `exercise` is its key in the library, None where the name says too little."""

    name: str
    exercise: str | None = None
    sets: int | None = None
    reps: Range | None = None
    seconds: Range | None = None
    heavy_legs: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one title asks of one session."""

    discipline: TypedDiscipline | None = None
    kind: Kind | None = None
    km: Range | None = None
    minutes: Range | None = None
    unit: Unit | None = None
    intensity: PaceName | None = None
    parts: tuple[TypedPart, ...] = ()
    lifts: tuple[TypedLift, ...] = ()
    heavy_legs: bool | None = None
    optional: bool = False
    """Whether the plan leaves it to the runner ("rest or cross", "optional")."""
    unsure: tuple[str, ...] = ()
    """Words that were not known; the rest was understood."""

    @property
    def understood(self) -> bool:
        """Whether it is known what kind of training this is."""
        return self.discipline is not None

    @property
    def quality_km(self) -> float | None:
        """Distance above easy [km]; None where not told."""
        told = [one.times * one.km for one in self._work if one.km is not None]
        return sum(told) if told else None

    @property
    def quality_min(self) -> float | None:
        """Time above easy [min]; None where not told."""
        told = [one.times * one.minutes for one in self._work if one.minutes is not None]
        return sum(told) if told else None

    @property
    def reps(self) -> int | None:
        """How many repetitions of work; None where none are told."""
        return sum(one.times for one in self._work) or None

    @property
    def _work(self) -> tuple[TypedPart, ...]:
        return tuple(one for one in self.parts if one.part in ABOVE_EASY)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSession:
    """One session of a typed plan: where it stands, how it is typed, what it means."""

    title: str
    week: int
    weekday: int | None = None
    """None where the plan tells only the week."""
    date: dt.date | None = None
    """None in a plan without dates."""
    meaning: Meaning = Meaning()
    line: int | None = None
    """The line of the file; of a calendar the number of the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPlan:
    """A whole plan as somebody typed it, week after week and day after day."""

    sessions: tuple[TypedSession, ...]
    weeks: int
    """How many, from the first to the last that the plan names."""
    starts: dt.date | None = None
    """The Monday of week 1; None in a plan without dates."""
    lighter: frozenset[int] = field(default_factory=frozenset)
    """The weeks that the plan itself calls lighter."""
    beginner: bool = False
    """Whether it says that it is for beginners."""
    unit: Unit | None = None
    """What it is written in; None where it names no unit, or both as often."""
    years_by: YearsBy | None = None
    """None where every date has its year."""

    @property
    def race(self) -> TypedSession | None:
        """The last race, which a plan leads to."""
        races = [one for one in self.sessions if one.meaning.discipline == "race"]
        return races[-1] if races else None

    @property
    def race_on(self) -> dt.date | None:
        """The day of the race, where it is told."""
        return self.race.date if self.race else None

    @property
    def race_km(self) -> float | None:
        """The length of the race [km], where it is told."""
        race = self.race
        return race.meaning.km[1] if race and race.meaning.km else None

    @property
    def has_strength(self) -> bool:
        """Whether any strength training is asked."""
        return any(one.meaning.discipline == "strength" for one in self.sessions)

    @property
    def days_told(self) -> bool:
        """Whether every session that was understood has its day."""
        return all(one.weekday is not None for one in self.sessions if one.meaning.understood)

    @property
    def not_understood(self) -> tuple[TypedSession, ...]:
        """The entries that say nothing to us."""
        return tuple(one for one in self.sessions if not one.meaning.understood)

    def in_week(self, number: int) -> tuple[TypedSession, ...]:
        """Return the sessions of a week."""
        return tuple(one for one in self.sessions if one.week == number)
