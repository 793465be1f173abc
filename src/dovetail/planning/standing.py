"""What a season goes on from: the weeks that stand, what was lived, and the bounds since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dovetail.domain.athlete import RaceResult
from dovetail.domain.calendar import week_name
from dovetail.domain.plan import Plan, Week
from dovetail.domain.session import Session
from dovetail.planning.locked import held_kind
from dovetail.planning.orders import NO_ORDERS, Orders
from dovetail.rulebook.cases import DoneRun
from dovetail.rulebook.held_weeks import COUNTS, is_held

WEEK_DAYS = 7
EASY = "easy"
"""Easy runs have no day of their own: whatever one of them keeps, another takes."""
STEPS = 0.9
"""A week of which less was done is followed by no step (dovetail)."""
BANKS = 1.1
"""So much of what a week asked counts for those after it, however much was done (dovetail)."""


def began_on(plan: Plan) -> date:
    """Return the day the season was first planned: the first day that it has anything to say of."""
    return min(session.date for week in plan.weeks for session in week.sessions)


def as_it_is(week: Week, before: Sequence[DoneRun]) -> Week:
    """Leave a week as it was placed, whatever was run before it."""
    return week


def runs_ahead(week: Week, until: date) -> tuple[DoneRun, ...]:
    """Return the runs that a week still asks for after a day."""
    return tuple(
        DoneRun(on=one.date, km=one.km, race=one.discipline == "race")
        for one in week.sessions
        if one.discipline in ("run", "race") and one.km and one.date > until and one.done is None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A season that is lived: it is planned from its first open week on."""

    began: date
    """The day it was first planned."""
    starts: date
    """The Monday of week 1."""
    open_from: date
    """The Monday of the first week that is planned again."""
    kept: tuple[Week, ...]
    """The weeks that are copied: past ones, and the one in hand."""
    stood: Mapping[date, Week] = field(default_factory=dict)
    """All weeks as they stood, by their Mondays."""
    lived: tuple[DoneRun, ...] = ()
    """What was run so far, off-plan too."""
    until: date
    """The last day of which something may have been done already; later ones are as asked."""
    orders: Orders = NO_ORDERS
    races: tuple[RaceResult, ...] = ()
    """Races and self-tests that were run since; they say what paces are trained at now."""
    held_down: frozenset[date] = frozenset()
    """The Mondays of weeks in which gates took something: no measure for others."""
    trips: frozenset[date] = frozenset()
    """The Mondays of weeks with days away."""
    free: frozenset[date] = frozenset()
    """The Mondays of weeks that may change by more than a review may change by itself."""
    watched: frozenset[date] = frozenset()
    """The Mondays of weeks in which illness or pain is still watched: they hold no run more."""
    pins: Mapping[str, date] = field(default_factory=dict)
    """The day that somebody holds a session on, by its id."""
    held: frozenset[str] = frozenset()
    """The ids of sessions that somebody has locked."""
    ease: Callable[[Week, Sequence[DoneRun]], Week] = as_it_is
    """What gates and hands leave of a week that has been placed; amounts only shrink."""

    def kept_free(self, monday: date) -> frozenset[tuple[str, int]]:
        """Return the kinds of session and weekdays that are forbidden, for those held on a day."""
        name, easy = week_name(monday), f"{EASY}-"
        roles = {
            one.removeprefix(f"{name}-"): on
            for one, on in self.pins.items()
            if one.startswith(name)
        }
        held = self.locked(monday)
        return frozenset(
            (held_kind(role), weekday)
            for role, on in roles.items()
            if role in held or not role.startswith(easy)
            for weekday in range(WEEK_DAYS)
            if weekday != on.weekday()
        )

    def locked(self, monday: date) -> dict[str, Session]:
        """Return the sessions of a week that somebody has locked, as they stand, by role."""
        week = self.stood.get(monday)
        return {
            one.id.split("-", 2)[2]: one
            for one in (() if week is None else week.sessions)
            if one.id in self.held
        }

    def timeline(self) -> tuple[DoneRun, ...]:
        """Return the runs so far, and those that the kept weeks still ask for."""
        asked = (run for week in self.kept for run in runs_ahead(week, self.until))
        return tuple(sorted((*self.lived, *asked), key=lambda run: run.on))

    def counted(self, week: Week) -> Week:
        """Return a kept week as it counts for those after it: what was done, and what is asked.

        A week of which a little was missed counts as it was asked: nobody climbs down for it. What
        was done beyond a little more than was asked is banked, and lifts no week after it.
        """
        km, long_km = self._done_km(week)
        if week.run_km and km >= COUNTS * week.run_km:
            km = min(max(km, week.run_km), round(BANKS * week.run_km, 1))
        if week.long_run_km and km >= COUNTS * week.run_km:
            long_km = min(max(long_km, week.long_run_km), round(BANKS * week.long_run_km, 1))
        return replace(week, run_km=km, long_run_km=long_km)

    def _done_km(self, week: Week) -> tuple[float, float]:
        """Return what was run of a week and is still asked of it, and the longest run [km]."""
        last = week.starts + timedelta(days=WEEK_DAYS - 1)
        done = [run for run in self.lived if week.starts <= run.on <= last]
        runs = [run.km for run in (*done, *runs_ahead(week, self.until)) if not run.race]
        return round(sum(runs), 1), max(runs, default=0.0)

    def frees(self, weeks: Sequence[Week]) -> bool:
        """Whether the last of some weeks may change by more than a review may by itself.

        What health takes of an open one frees those that follow.
        """
        planned = (week for week in weeks if week.starts >= self.open_from)
        return weeks[-1].starts in self.free or any(map(is_held, planned))

    def is_measure(self, week: Week, last_km: float) -> bool:
        """Whether so much of a kept week was run that others may be measured by it.

        `last_km` is the last loading week that was one [km]: a week that gates or days away made
        smaller is none, however faithfully it was run.
        """
        km, _ = self._done_km(week)
        return km >= COUNTS * week.run_km and not self.is_made_small(week, km, last_km)

    def lets_step(self, week: Week, last_km: float) -> bool:
        """Whether the week after a kept one may take a step: all of it was done, or nearly."""
        km, _ = self._done_km(week)
        return km >= STEPS * week.run_km and not self.is_made_small(week, km, last_km)

    def is_made_small(self, week: Week, km: float, last_km: float) -> bool:
        """Whether gates or days away made a week smaller than the last one that was a measure."""
        return self.is_cut(week) and km < STEPS * last_km

    def is_cut(self, week: Week) -> bool:
        """Whether gates or days away took something of a week."""
        return week.starts in self.held_down | self.trips


def leaves_a_measure(standing: Standing | None, placed: Week, week: Week, last_km: float) -> bool:
    """Whether gates and days away leave so much of a week ahead that others may build on it."""
    if standing is None:
        return True
    enough = week.run_km >= COUNTS * placed.run_km
    return enough and not standing.is_made_small(week, week.run_km, last_km)
