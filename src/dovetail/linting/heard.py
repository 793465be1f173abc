"""What was understood of a typed plan, as sessions of the house: the ear's side of judging."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.athlete import RACE_KM, Athlete, RaceName
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.linting.typed_case import Known
from dovetail.linting.typed_weeks import Outline

ULTRA_FROM_KM = 43.0
"""A race longer than a marathon that was measured a little long (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a plan asks: how it is typed, on which day, and what it means."""

    title: str
    weekday: int
    """0 is Monday."""
    session: Session
    """Its date and its id are not known yet."""
    km_told: bool = True
    """False where its kilometres are an estimate from its minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A typed plan, as far as it was understood."""

    weeks: tuple[tuple[Entry, ...], ...]
    first: date | None = None
    """The Monday of week 1; None where the plan has no dates."""
    lighter: frozenset[int] = frozenset()
    """The weeks, from 0, that the plan calls lighter."""
    beginner: bool = False
    """Whether it says that it is for beginners."""
    days_told: bool = True
    """Whether it says which day is which; else nobody asks for gaps and neighbours."""

    def sessions(self, first: date) -> list[list[Session]]:
        """Return the sessions of each week on their dates, the last race as the goal."""
        weeks = [
            [
                replace(one.session, date=first + timedelta(weeks=at, days=one.weekday))
                for one in week
            ]
            for at, week in enumerate(self.weeks)
        ]
        goal = _goal(weeks)
        every = [one for week in self.weeks for one in week]
        ladder = not any(one.session.kind == "run_walk" and one.km_told for one in every)
        return [[_settled(one, goal, ladder=ladder) for one in week] for week in weeks]


def _goal(weeks: Sequence[Sequence[Session]]) -> Session | None:
    races = [one for week in weeks for one in week if one.discipline == "race"]
    return max(races, key=lambda one: one.date, default=None)


def _settled(one: Session, goal: Session | None, *, ladder: bool) -> Session:
    """Tell races apart; walk/run by the kilometre is easy running, by the minute the ladder."""
    if one.discipline == "race":
        return replace(one, kind="goal" if one is goal else "tune_up")
    if one.kind == "run_walk" and not ladder:
        return replace(one, kind="easy")
    return one


def known_of(
    heard: Heard, first: date, principles: Principles, athlete: Athlete | None = None
) -> Known:
    """Return what is known beside the sessions."""
    goal = _goal(heard.sessions(first))
    km = goal.km if goal is not None else None
    race = race_of(km)
    outline = Outline(
        first=first,
        race=race,
        race_on=goal.date if goal is not None and race is not None else None,
        named_lighter=heard.lighter,
    )
    return Known(
        outline=outline,
        principles=principles,
        beginner=heard.beginner,
        race_km=km if race == "ultra" else None,
        days_told=heard.days_told,
        athlete=athlete,
    )


def race_of(km: float | None) -> RaceName | None:
    """Return the race whose rules fit a distance best: the nearest one by ratio.

    >>> race_of(8.0), race_of(15.0), race_of(50.0), race_of(None)
    ('10k', 'half', 'ultra', None)
    """
    if not km:
        return None
    if km > ULTRA_FROM_KM:
        return "ultra"
    return min(_NAMES, key=lambda name: abs(math.log(km / RACE_KM[name])))


_NAMES: tuple[RaceName, ...] = ("5k", "10k", "half", "marathon")
