"""What every part of a letter asks of its case, and how it names a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Fact, Facts
from dovetail.domain.easing import Ease, joined
from dovetail.domain.plan import Plan, Week
from dovetail.domain.principles import Principles
from dovetail.domain.run_parts import Part, work_of
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.domain.week_signals import Adherence, EffortTold, LineDone, RaceDone, WeekSignals
from dovetail.review.letter_case import LetterCase
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.shapes import GateCase

_EASY = frozenset({"easy", "recovery", "strides", "run_walk"})
_BY_THE_CLOCK_S = 120
LIGHT_WORDS = 3
"""So many words a letter has for a lighter week, and as many for how to keep it light."""
_NOTHING = Adherence(asked_au=0, done_au=0)


@dataclass(frozen=True, kw_only=True)
class Told:
    """A case, and what several parts of its letter want to know."""

    case: LetterCase
    principles: Principles

    @property
    def week(self) -> WeekSignals:
        """The signals of the reviewed week."""
        return self.case.week

    @property
    def adherence(self) -> Adherence:
        """What was done of what was asked; nothing of nothing where no session is over."""
        return self.week.adherence or _NOTHING

    def number(self, key: str) -> float:
        """Return one of the letter's own numbers."""
        return self.principles.number("letter", key)

    @cached_property
    def sessions(self) -> dict[str, Session]:
        """The sessions of the plan as it stands now, by id."""
        return {one.id: one for one in sessions_of(self.case.plan)}

    @cached_property
    def stood(self) -> dict[str, Session]:
        """The sessions of the plan that stood, by id."""
        return {one.id: one for one in sessions_of(self.case.standing)}

    @cached_property
    def reviewed(self) -> Week | None:
        """The reviewed week, as it stands now."""
        return week_of(self.case.plan, self.week.starts)

    @cached_property
    def ahead(self) -> Week | None:
        """The week that holds tomorrow: on a Sunday the next one, on other days this one."""
        return week_of(self.case.plan, monday_of(self.tomorrow))

    @property
    def tomorrow(self) -> date:
        """The first day that is wholly to come."""
        return self.case.today + timedelta(days=1)

    @property
    def is_midweek(self) -> bool:
        """Whether some of the reviewed week is still to come."""
        return self.ahead is not None and self.ahead.starts == self.week.starts

    @cached_property
    def left_by(self) -> dict[str, Ease]:
        """What each gate that spoke leaves of today."""
        spoke = {reason.code for reason in self.case.gates}
        asked = GateCase(signals=self.case.signals, principles=self.principles)
        eased = {gate.code: gate.ease(asked) for gate in GATES if gate.code in spoke}
        return {code: one.left for code, one in eased.items() if one is not None}

    @cached_property
    def left(self) -> Ease:
        """What they leave together."""
        return joined(*self.left_by.values())

    @property
    def rests(self) -> bool:
        """Whether health leaves no running: then the letter is short."""
        return self.left.stop or not self.left.runs

    @cached_property
    def efforts(self) -> tuple[EffortTold, ...]:
        """The efforts of the reviewed week."""
        return tuple(one for one in self.week.efforts if self.in_week(one.on))

    @cached_property
    def too_hard(self) -> tuple[EffortTold, ...]:
        """Its easy runs that felt harder than easy."""
        over = self.number("effort_over")
        return tuple(one for one in self.efforts if one.kind in _EASY and one.over >= over)

    @cached_property
    def lines(self) -> tuple[LineDone, ...]:
        """Its exercises, as they were done."""
        return tuple(one for one in self.week.lines if self.in_week(one.on))

    @cached_property
    def broken(self) -> LineDone | None:
        """The exercise whose form went most often; of two the later one."""
        broke = [one for one in self.lines if one.broke]
        return max(broke, key=lambda one: (one.broke / one.sets, one.on), default=None)

    @cached_property
    def short_nights(self) -> int:
        """Its nights with less sleep than the letter's line."""
        nights = (one.sleep_h for one in self.week.mornings.values())
        return sum(night is not None and night < self.number("sleep_h") for night in nights)

    @property
    def sleeps_badly(self) -> bool:
        """Whether so many nights were short that a letter says so."""
        return self.short_nights >= self.number("short_nights")

    @property
    def did_something(self) -> bool:
        """Whether anything was done of the plan, or beside it."""
        return bool(self.adherence.done or self.adherence.partly or self.adherence.off_plan_au)

    @property
    def did_much_more(self) -> bool:
        """Whether it was much more than asked; of the few kilometres after a race nothing is."""
        week = self.reviewed
        if week is not None and self.is_after_the_race(week):
            return False
        return (self.adherence.share or 0.0) >= self.number("much_more")

    @cached_property
    def lost(self) -> tuple[Session, ...]:
        """Sessions left out, said or not, in order; what a race stood in for is none."""
        ids = (*self.adherence.skipped, *self.adherence.missed)
        raced = {race.on for race in self.week.races}
        found = (self.sessions[one] for one in ids if one in self.sessions)
        return in_order(one for one in found if one.discipline != "run" or one.date not in raced)

    @cached_property
    def goal_race(self) -> RaceDone | None:
        """The race that the season led to, where the reviewed week holds it."""
        goal_on = self.case.plan.athlete.goal.date
        return next((one for one in self.week.races if one.on == goal_on), None)

    def is_after_the_race(self, week: Week) -> bool:
        """Whether a week follows the goal's race: a season without one has nothing to get over."""
        goal_on = self.case.plan.athlete.goal.date
        return week.phase == "recovery" and goal_on is not None and goal_on < week.starts

    @property
    def is_free(self) -> bool:
        """Whether the reviewed week asked for no training at all, on purpose."""
        week = self.reviewed
        asked = () if week is None else week.sessions
        return week is not None and all(one.discipline in ("rest", "mobility") for one in asked)

    @cached_property
    def ill(self) -> tuple[Session, ...]:
        """The sessions that were left out in the days of an illness."""
        course = self.case.signals.illness
        if course is None:
            return ()
        until = course.ended or self.case.today
        return tuple(one for one in self.lost if course.started <= one.date <= until)

    def in_week(self, day: date) -> bool:
        """Whether a day is one of the reviewed week."""
        return self.week.starts <= day <= self.week.until

    def name_of(self, exercise: str) -> str:
        """Name an exercise as the plan does."""
        lines = (line for one in self.stood.values() for line in one.lines())
        name = next((line.name for line in lines if line.exercise == exercise), None)
        return name or exercise.replace("-", " ")


def sessions_of(plan: Plan) -> Iterator[Session]:
    """Yield every session of a plan."""
    for week in plan.weeks:
        yield from week.sessions


def turn_of(told: Told, week: Week) -> int:
    """Return which of the words for a lighter week is due: 1, 2 or 3, one after the other."""
    light = [one.starts for one in told.case.plan.weeks if one.lighter]
    return 1 + light.index(week.starts) % LIGHT_WORDS


def week_of(plan: Plan, monday: date) -> Week | None:
    """Return the week of a plan that starts on a Monday."""
    return next((week for week in plan.weeks if week.starts == monday), None)


def in_order(sessions: Iterator[Session]) -> tuple[Session, ...]:
    """Sort sessions by day, half and order."""
    return tuple(sorted(sessions, key=lambda one: (one.date, one.slot, one.order)))


def noun(session: Session) -> str:
    """Return the word for a session: an easy run, intervals, strength."""
    return f"letter_sessions.{session.kind}"


def named(session: Session) -> Facts:
    """Name a session: its day, its noun, and with it the amount that says most."""
    amount, facts = amount_of(session)
    plain = f"letter_named.{amount}" if amount else noun(session)
    return {"what": plain, "noun": noun(session), "day": session.date.isoformat(), **facts}


OTHER_LENGTH, HALF_KM = 0.1, 0.5
"""A run that is a tenth longer or shorter than asked is named by what was run (dovetail)."""


def as_done(session: Session) -> Session:
    """Return a run with the length it was given, where that is clearly another than was asked."""
    done = session.done
    if done is None or not done.km or not session.km or session.discipline != "run":
        return session
    if abs(done.km / session.km - 1) < OTHER_LENGTH:
        return session
    minutes = session.minutes if done.minutes is None else round(done.minutes)
    return replace(session, km=rounded(done.km, HALF_KM), minutes=minutes)


def amount_of(session: Session) -> tuple[str, Facts]:
    """Return how an amount is said, as the end of a word's key, and the facts of it."""
    work = work_of(session)
    if session.discipline == "run" and len(work) == 1 and session.kind not in ("easy", "long"):
        return _work(work[0])
    if session.discipline != "run":
        return "", {}
    in_km = any(step.km is not None for step in session.steps) or not session.steps
    if in_km and session.km is not None:
        return "km", {"session_km": session.km}
    return "min", {"session_min": session.minutes}


def _work(part: Part) -> tuple[str, Facts]:
    """Say the work as the plan does: 5 × 3 min."""
    unit, each = _each(part)
    if part.repeat == 1:
        return f"once_{unit}", {f"rep_{unit}": each}
    return f"times_{unit}", {"reps": part.repeat, f"rep_{unit}": each}


def _each(part: Part) -> tuple[str, Fact]:
    step = part.main
    if step.km is not None:
        return ("km", step.km) if step.km >= 1 else ("m", round(step.km * 1000))
    seconds = round((step.minutes or 0) * 60)
    if (seconds % 60 == 0 and seconds > _BY_THE_CLOCK_S) or seconds in (60, _BY_THE_CLOCK_S):
        return "min", seconds // 60
    return "s", seconds


def counted(sessions: Sequence[Session], discipline: str) -> tuple[Session, ...]:
    """Return the sessions of a discipline."""
    return tuple(one for one in sessions if one.discipline == discipline)
