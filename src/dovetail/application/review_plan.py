"""Review a plan: what was done is read, decided on, and the weeks to come are planned again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from dovetail.application.admit import Admission, admit
from dovetail.application.days_ahead import left_ahead
from dovetail.application.log_mistakes import mistakes_seen
from dovetail.application.make_plan import judged, permissions, plan_of
from dovetail.application.ports import Library
from dovetail.application.seen import digest_of
from dovetail.application.today import Today
from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import last_committed
from dovetail.domain.plan import Finding, Plan, Review, ReviewDecision
from dovetail.domain.session import Done
from dovetail.domain.training_log import Away, Event, Skip, UnlockPhase
from dovetail.domain.week_signals import WeekSignals
from dovetail.physiology.race_models import Race
from dovetail.physiology.race_time import current_race_fitness
from dovetail.planning.orders import Orders
from dovetail.planning.profile import Profile, profile_of
from dovetail.planning.season import SeasonPlan
from dovetail.planning.standing import began_on
from dovetail.planning.walk import Shelf
from dovetail.planning.within_reach import plan_within_reach
from dovetail.review.decisions import (
    decided,
    let_go,
    orders_in_force,
    to_tell,
    with_edges,
    with_edges_of,
)
from dovetail.review.difference import difference
from dovetail.review.done import outcomes, with_outcomes, with_states
from dovetail.review.easier import EasyShelf
from dovetail.review.hands import Hands, hands_of
from dovetail.review.history import History, history_of
from dovetail.review.later_keys import still_to_come
from dovetail.review.left import Left
from dovetail.review.letter import letter_of
from dovetail.review.letter_case import LetterCase
from dovetail.review.lived_season import LivedSeason
from dovetail.review.matching import Matched, match
from dovetail.review.mutes import muted
from dovetail.review.named_values import named_values
from dovetail.review.readiness import Mornings
from dovetail.review.results import last_tests, race_results
from dovetail.review.week_signals import week_signals
from dovetail.rulebook.adaptations import WHOLE, orders_of
from dovetail.rulebook.training_case import TrainingCase

WEEK = timedelta(days=7)
WEEKS_BEFORE = 3
DAYS_OFF, LITTLE_DONE = "AD350", "AD306"
"""After days off a week of which little was done is an absence, and no question."""


def review_plan(
    athlete: Athlete,
    events: Iterable[Event],
    today: date,
    *,
    standing: Plan,
    library: Library,
) -> Plan:
    """Return the plan as it stands after a review: the same function as a new plan, going on.

    What is past is copied with what was done; what is committed may only be eased, in place; the
    rest is planned again with the decisions of this review among its bounds. It reads only
    events that are about and were written on days up to today. Asked twice on the same day with
    the same log it changes nothing.

    Raises Referral where a professional has to answer first, and NoLegalPlan where what changed
    in the athlete leaves no plan; then the plan that stood goes on standing.
    """
    told = tuple(events)
    history = history_of(told, today)
    seen = digest_of(athlete, history.events, library)
    before = standing.review
    if before is not None and before.on == today and before.seen == seen:
        return standing
    taken_back = {one.id for one in told} - {one.id for one in history.events}
    return _Reviewing(athlete, history, standing, library, taken_back).reviewed(seen)


@dataclass(frozen=True)
class _Reviewing:
    """One review, each step asked once."""

    athlete: Athlete
    history: History
    standing: Plan
    library: Library
    taken_back: Set[str]
    """Events that stand no more, or not yet."""

    @property
    def today(self) -> date:
        return self.history.today

    @cached_property
    def stood(self) -> Plan:
        """The plan that stood, for the person as they are now."""
        return replace(self.standing, athlete=self.athlete)

    @cached_property
    def matched(self) -> Matched:
        sessions = [one for week in self.standing.weeks for one in week.sessions]
        return match(sessions, self.history, self.library.principles)

    @cached_property
    def mornings(self) -> Mornings:
        return Mornings(history=self.history, matched=self.matched, plan=self.stood)

    @cached_property
    def hands(self) -> Hands:
        return hands_of(self.standing, self.history, self.matched)

    @cached_property
    def outcomes(self) -> Mapping[str, Done]:
        """What came of each session that is over."""
        sessions = [one for week in self.standing.weeks for one in week.sessions]
        found = outcomes(sessions, self.matched, self.today, self.library.principles)
        return still_to_come(self.standing, found, self.today)

    @cached_property
    def admission(self) -> Admission:
        """What the person may do; a lived season is not refused what screening asked before."""
        return admit(self.athlete, began_on(self.standing))

    def week_before(self, weeks: int) -> WeekSignals:
        """Return the signals of the reviewed week, or of one so many weeks before it."""
        return week_signals(
            self.today - weeks * WEEK,
            self.mornings,
            exercises=self.library.exercises,
            principles=self.library.principles,
        )

    def reviewed(self, seen: str) -> Plan:
        """Return the whole reviewed plan."""
        day, ahead = left_ahead(self.stood, self.history.events, self.today, library=self.library)
        week = self.week_before(0)
        decisions = self._decisions(week, day)
        lived = self._lived(decisions, ahead)
        season = self._season(lived)
        now = self._plan(season, lived)
        decisions = with_edges_of(now.weeks, decisions, self.today)
        changes = difference(lived.causes(now, decisions), season.profile.runner)
        letter = letter_of(
            LetterCase(
                today=self.today,
                standing=self.stood,
                plan=now,
                week=week,
                signals=day.signals,
                gates=day.reasons,
                outcomes=self.outcomes,
                decisions=to_tell(decisions, self._known, self.today),
                difference=changes,
                findings=self._mistakes(now),
                late=self.history.late_for(self.standing.made_on),
            ),
            self.library.principles,
        )
        review = Review(
            on=self.today,
            since=self._since,
            seen=seen,
            signals=named_values(day.signals, week),
            decisions=decisions,
            difference=changes,
            letter=letter,
        )
        return self._judged(replace(now, review=review))

    def _mistakes(self, now: Plan) -> tuple[Finding, ...]:
        """Return the mistakes that the log shows, the worst first; muted ones are not told."""
        found = mistakes_seen(now, self.mornings, self.library)
        return tuple(one for one in found if one.muted is None)

    @property
    def _known(self) -> Sequence[ReviewDecision]:
        """The decisions of the last review; a second one of a day tells all again."""
        before = self.standing.review
        return () if before is None or before.on == self.today else before.decisions

    @property
    def _since(self) -> date:
        """The day of the plan that stood; a second review of a day is of the same one."""
        before = self.standing.review
        again = before is not None and before.on == self.today
        return before.since if before is not None and again else self.standing.made_on

    def _decisions(self, week: WeekSignals, day: Today) -> tuple[ReviewDecision, ...]:
        """Return the decisions in force, with those of this review."""
        orders = orders_of(self._case(week, day))
        before = self.standing.review
        found = decided(
            orders,
            () if before is None else before.decisions,
            self.hands.answers,
            taken_back=self.taken_back,
            today=self.today,
        )
        weeks = {one.starts: one for one in self.standing.weeks}
        off = any(reason.code == DAYS_OFF for reason in day.reasons)
        whole = WHOLE | {LITTLE_DONE} if off else WHOLE
        return with_edges(found, weeks, whole, self.library.principles)

    def _case(self, week: WeekSignals, day: Today) -> TrainingCase:
        told = (*self.athlete.running.races, *race_results(self.history, began_on(self.standing)))
        races = [Race(km=one.km, time_s=one.time.s, on=one.date) for one in told]
        return TrainingCase(
            today=self.today,
            now=week,
            before=[self.week_before(weeks) for weeks in range(1, WEEKS_BEFORE + 1)],
            signals=day.signals,
            weeks=self.standing.weeks,
            away=self.history.of(Away),
            exercises=self.library.exercises,
            principles=self.library.principles,
            athlete=self.athlete,
            runner=self._profile.runner,
            race_fitness=current_race_fitness(races, self.today),
            tests=last_tests(self.history),
            unlocks=self.history.of(UnlockPhase),
            skipped_because={
                one.session: one.why for one in self.history.of(Skip) if one.why is not None
            },
        )

    def _lived(
        self, decisions: Sequence[ReviewDecision], ahead: Mapping[date, Left]
    ) -> LivedSeason:
        return LivedSeason(
            plan=with_outcomes(self.stood, self.outcomes),
            history=self.history,
            matched=self.matched,
            hands=self.hands,
            orders=Orders((*orders_in_force(decisions), *self.hands.orders)),
            ahead=ahead,
            allowed=let_go(decisions),
            shelf=EasyShelf.of(self._profile, self.library.exercises, self.library.templates),
        )

    @cached_property
    def _profile(self) -> Profile:
        return profile_of(
            self._planned_for,
            self.today,
            self.standing.season_starts,
            principles=self.library.principles,
            may=permissions(self.admission),
        )

    @cached_property
    def _planned_for(self) -> Athlete:
        """The person with what a coach has opened for them."""
        strength = self.athlete.strength
        opened = tuple(dict.fromkeys((*strength.coach_unlock, *self.hands.unlocked)))
        return replace(self.athlete, strength=replace(strength, coach_unlock=opened))

    def _season(self, lived: LivedSeason) -> SeasonPlan:
        shelf = Shelf(
            exercises=self.library.exercises,
            templates=self.library.templates,
            principles=self.library.principles,
        )
        may = permissions(self.admission)
        return plan_within_reach(self._planned_for, self.today, shelf, may, lived.standing())

    def _plan(self, season: SeasonPlan, lived: LivedSeason) -> Plan:
        """Write the document: what is past says so, the week in hand is committed."""
        season = replace(season, committed_until=last_committed(self.today))
        plan = plan_of(self.athlete, self.today, season, self.library, self.admission)
        began = began_on(self.standing)
        running = replace(plan.athlete.running, as_of=self.athlete.running.as_of or began)
        athlete = replace(plan.athlete, running=running)
        return replace(plan, weeks=tuple(with_states(plan.weeks, self.today)), athlete=athlete)

    def _judged(self, plan: Plan) -> Plan:
        """Let the linter read what is still to come, and leave out what people have muted."""
        plan = judged(plan, self.library)
        return replace(plan, findings=tuple(muted(plan.findings, self.hands.mutes, self.today)))
