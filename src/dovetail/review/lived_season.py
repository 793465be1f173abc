"""A season that is lived: what is copied of it, what is eased in place, and what goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import Plan, ReviewDecision, Week
from dovetail.domain.session import Session
from dovetail.domain.training_log import Away
from dovetail.planning.beside_stood import held_down
from dovetail.planning.orders import Orders
from dovetail.planning.standing import Standing, began_on, runs_ahead
from dovetail.review.causes import Causes
from dovetail.review.easier import EasyShelf
from dovetail.review.easing import eased, eased_day, rest_on
from dovetail.review.exempt import free_weeks, watched_weeks
from dovetail.review.hands import Hands
from dovetail.review.history import DAY, History
from dovetail.review.later_keys import with_later_keys
from dovetail.review.left import ALL_LEFT, Left
from dovetail.review.line_orders import with_lines
from dovetail.review.matching import Matched
from dovetail.review.real_window import within_cap, within_share
from dovetail.review.results import race_results
from dovetail.review.week_orders import left_by_orders, left_of_run
from dovetail.review.week_totals import with_sessions
from dovetail.rulebook.cases import DoneRun, known_runs

WEEK_DAYS = 7


@dataclass(frozen=True, kw_only=True)
class LivedSeason:
    """The plan that stands with what was done of it, and all that bounds it from here on."""

    plan: Plan
    """As it stood; its sessions carry what came of them."""
    history: History
    matched: Matched
    hands: Hands
    orders: Orders
    ahead: Mapping[date, Left]
    """What gates leave of the days to come."""
    shelf: EasyShelf
    allowed: frozenset[date] = frozenset()
    """The Mondays of weeks that somebody let change by more than a review may."""

    @property
    def today(self) -> date:
        """The day of the review."""
        return self.history.today

    def standing(self) -> Standing:
        """Return what the planner goes on from."""
        kept = tuple(self._kept())
        ends = max((week.starts + timedelta(days=WEEK_DAYS) for week in kept), default=None)
        return Standing(
            began=began_on(self.plan),
            starts=self.plan.season_starts,
            open_from=ends or min(week.starts for week in self.plan.weeks),
            kept=kept,
            stood={week.starts: week for week in self.plan.weeks},
            lived=self.runs,
            until=self.today - DAY,
            orders=self.orders,
            races=race_results(self.history, began_on(self.plan)),
            held_down=frozenset(week.starts for week in kept if held_down(week)),
            trips=frozenset(self._trips()),
            free=self.allowed | free_weeks(self.plan, kept, self.today, self.orders),
            watched=watched_weeks(self.ahead),
            pins=self.hands.pins,
            held=frozenset(self.hands.locked),
            ease=self.open_week,
        )

    def _trips(self) -> Iterator[date]:
        """Yield the Mondays of the weeks that hold days away."""
        for away in self.history.of(Away):
            monday = monday_of(away.on)
            while monday <= away.until:
                yield monday
                monday += timedelta(days=WEEK_DAYS)

    @cached_property
    def runs(self) -> tuple[DoneRun, ...]:
        """What was run since the season was first planned, races among it."""
        began = began_on(self.plan)
        return tuple(
            DoneRun(on=one.on, km=one.km, race=one.discipline == "race")
            for one in self.history.trained(began, self.today)
            if one.discipline in ("run", "race") and one.km
        )

    def causes(self, now: Plan, decisions: Sequence[ReviewDecision]) -> Causes:
        """Return what may have changed this plan into another."""
        return Causes(
            stood=self.plan, now=now, today=self.today, decisions=decisions, lived=self.runs
        )

    # -- weeks that are copied ---------------------------------------------------------------

    def _kept(self) -> Iterator[Week]:
        """Yield the weeks that began before today or are committed, eased from today on."""
        before = list(self.runs)
        for week in self.plan.weeks:
            if self._has_begun(week):
                copied = self._copied(week, before)
                before += runs_ahead(copied, self.today - DAY)
                yield copied

    def _has_begun(self, week: Week) -> bool:
        """Whether a week is behind, in hand, committed, or something of it was done."""
        in_hand = week.starts < self.today or week.starts <= self.plan.committed_until
        return in_hand or any(one.done is not None for one in week.sessions)

    def _copied(self, week: Week, before: Sequence[DoneRun]) -> Week:
        if week.starts + timedelta(days=WEEK_DAYS) <= self.today:
            return week
        sessions = [self._moved(week, one) for one in week.sessions]
        here = replace(week, sessions=tuple(sessions))
        less = frozenset(day for day, left in self.ahead.items() if left.ease != ALL_LEFT.ease)
        now = with_later_keys(here, self._before(week), self.history, self.shelf.profile, less)
        eased_week = self._eased(now, list(now.sessions), committed=True)
        return self._told(week, eased_week, (*self._told_longest(), *before))

    def _before(self, week: Week) -> Week | None:
        earlier = [one for one in self.plan.weeks if one.starts < week.starts]
        return earlier[-1] if earlier else None

    def _moved(self, week: Week, session: Session) -> Session:
        """Hear a move within the week; a session never leaves its week."""
        day = self.matched.days.get(session.id, session.date)
        here = week.starts <= day < week.starts + timedelta(days=WEEK_DAYS)
        if day == session.date or not here or session.done is not None:
            return session
        return replace(session, date=day)

    # -- weeks that are planned again ---------------------------------------------------------

    def open_week(self, week: Week, before: Sequence[DoneRun]) -> Week:
        """Return a week that was planned again under gates and hands: amounts may only shrink.

        `before` are the runs of all weeks before it, done and asked.
        """
        stood = next((one for one in self.plan.weeks if one.starts == week.starts), None)
        if stood is not None and week.starts in self.hands.weeks:
            event = self.hands.weeks[week.starts]
            held = tuple(replace(one, locked=event) for one in stood.sessions)
            week = replace(stood, sessions=held)
        sessions = list(self._held(stood, week.sessions))
        eased_week = within_share(
            list(self._eased(week, sessions, committed=False)), week, self.shelf
        )
        return self._told(week, eased_week, (*self._told_longest(), *before))

    def _told_longest(self) -> tuple[DoneRun, ...]:
        running, began = self.plan.athlete.running, began_on(self.plan)
        return known_runs(running.longest_km, began, self.plan.season_starts)

    def _held(self, stood: Week | None, sessions: Sequence[Session]) -> Iterator[Session]:
        """Yield the sessions; what somebody has locked keeps day, slot and amounts."""
        was = {} if stood is None else {one.id: one for one in stood.sessions}
        locked = {name: event for name, event in self.hands.locked.items() if name in was}
        for one in sessions:
            event = locked.get(one.id)
            if event is None:
                yield one
                continue
            held = replace(was[one.id], locked=event)
            place = (held.date, held.slot)
            taken = any((other.date, other.slot) == place for other in sessions if other is not one)
            yield replace(held, slot=one.slot, order=one.order) if taken else held

    # -- both -----------------------------------------------------------------------------------

    def _eased(
        self, week: Week, sessions: Sequence[Session], *, committed: bool
    ) -> Iterator[Session]:
        days = sorted({one.date for one in sessions})
        done_km = sum(
            run.km for run in self.runs if week.starts <= run.on < self.today and not run.race
        )
        for day in days:
            here = [one for one in sessions if one.date == day]
            if day < self.today:
                yield from here
                continue
            left = self.ahead.get(day, ALL_LEFT)
            if committed:
                left &= left_by_orders(week, day, self.orders, self.shelf.profile.runner, done_km)
            yield from self._day(here, left, committed=committed)

    def _day(self, here: Sequence[Session], left: Left, *, committed: bool) -> Iterator[Session]:
        """Ease what is still to come of a day; what somebody locked gives way to gates only."""
        yield from (one for one in here if one.done is not None)
        ahead = [one for one in here if one.done is None]
        if not ahead:
            return
        gates = self.ahead.get(ahead[0].date, ALL_LEFT)
        by_hand = [one for one in ahead if one.locked is not None]
        own = (self._own(one, committed=committed) for one in ahead if one.locked is None)
        free = [one for one in own if one is not None]
        yield from eased_day(by_hand, gates.ease, self.shelf, gates.reasons)
        yield from eased_day(free, left.ease, self.shelf, left.reasons)

    def _own(self, session: Session, *, committed: bool) -> Session | None:
        """Return a session under what decisions say of it alone."""
        session = with_lines(session, self.orders, may_rise=not committed)
        left = left_of_run(session, self.orders)
        if session.discipline != "run" or not left.reasons:
            return session
        return eased(session, left.ease, self.shelf, left.reasons)

    def _told(self, week: Week, sessions: Iterable[Session], before: Sequence[DoneRun]) -> Week:
        ordered = sorted(sessions, key=lambda one: (one.date, one.slot, one.order))
        tidy = _with_rest_days(week, list(within_cap(ordered, before, self.shelf)))
        return with_sessions(week, tidy, self.shelf.exercises)


def _with_rest_days(week: Week, sessions: Sequence[Session]) -> Iterator[Session]:
    """Yield the sessions with one of rest on every day without any other, and on no other day."""
    first = min((one.date for one in week.sessions), default=week.starts)
    for number in range(WEEK_DAYS):
        day = week.starts + timedelta(days=number)
        here = [one for one in sessions if one.date == day]
        training = [one for one in here if one.discipline != "rest"]
        if training or day < first:
            yield from training
            continue
        resting = [one for one in here if one.discipline == "rest"]
        yield resting[0] if resting else rest_on(day)
