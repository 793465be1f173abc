"""Weeks that the six people live, and the letters that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Literal

from tests import six_people
from tests.logs import done_as_asked
from tests.seasons import Season

from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.plan import Finding, Plan, Review, ReviewDecision, SessionChange, Week
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Run, Strength
from dovetail.explaining.speaker import Speaker
from dovetail.formats.letter_text import letter_text
from dovetail.review.done import outcomes, with_outcomes
from dovetail.review.history import history_of
from dovetail.review.letter import letter_of
from dovetail.review.letter_case import LetterCase
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on
from dovetail.review.week_signals import week_signals
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.morning_points import is_red
from dovetail.rulebook.shapes import GateCase

HERE = Path(__file__).parent / "letters"
WIDTH = 76
LIBRARY = read_library()
Changed = Callable[[Plan], Plan]


@dataclass(frozen=True, kw_only=True)
class Lived:
    """A week of one of the six, with all that was logged up to the day of the letter."""

    who: str
    number: int
    events: tuple[Event, ...] = ()
    weekday: int = 6
    """The day of the letter; 6 is Sunday."""
    decisions: tuple[ReviewDecision, ...] = ()
    known: tuple[ReviewDecision, ...] = ()
    """Decisions of the last review."""
    difference: tuple[SessionChange, ...] = ()
    changed: Changed = field(default=lambda plan: plan)
    """What the review made of the plan."""
    standing: Changed = field(default=lambda plan: plan)
    findings: tuple[Finding, ...] = ()
    late: tuple[Event, ...] = ()

    @property
    def season(self) -> Season:
        return six_people.season_of(self.who)

    @cached_property
    def stood(self) -> Plan:
        plan = self.standing(self.season.plan)
        review = Review(on=self.monday - timedelta(days=1), since=plan.made_on)
        return replace(plan, review=replace(review, decisions=self.known))

    @property
    def monday(self) -> date:
        return next(one.starts for one in self.season.plan.weeks if one.number == self.number)

    @property
    def today(self) -> date:
        return self.monday + timedelta(days=self.weekday)

    @cached_property
    def case(self) -> LetterCase:
        principles = LIBRARY.principles
        history = history_of((*self.events, *self.late), self.today)
        every = [one for week in self.stood.weeks for one in week.sessions]
        matched = match(every, history, principles)
        mornings = Mornings(history=history, matched=matched, plan=self.stood)
        red = partial(is_red, principles=principles)
        signals = signals_on(self.today, mornings, is_red=red, principles=principles)
        found = outcomes(every, matched, self.today, principles)
        return LetterCase(
            today=self.today,
            standing=self.stood,
            plan=self.changed(with_outcomes(self.stood, found)),
            week=week_signals(
                self.monday, mornings, exercises=LIBRARY.exercises, principles=principles
            ),
            signals=signals,
            gates=gated(GATES, GateCase(signals=signals, principles=principles))[1],
            outcomes=found,
            decisions=self.decisions,
            difference=self.difference,
            findings=self.findings,
            late=self.late,
        )

    @cached_property
    def plan(self) -> Plan:
        """The plan with its letter."""
        return written(self.case)

    def say(self, units: Literal["km", "mi"] = "km") -> Speaker:
        return Speaker(read_sentences("en"), units=units, level=self.season.athlete.level)

    @property
    def text(self) -> str:
        return letter_text(self.plan, say=self.say(), width=WIDTH)


def written(case: LetterCase) -> Plan:
    """The plan of a case, with the letter that belongs to it."""
    letter = letter_of(case, LIBRARY.principles)
    review = Review(on=case.today, since=case.standing.made_on, letter=letter)
    return replace(case.plan, review=review)


# -- a log ------------------------------------------------------------------------------------


def weeks_of(who: str, *numbers: int) -> tuple[Week, ...]:
    return tuple(one for one in six_people.season_of(who).plan.weeks if one.number in numbers)


def sessions_of(who: str, number: int) -> dict[str, Session]:
    """The sessions of a week by their role: long, quality-1, strength-a."""
    (week,) = weeks_of(who, number)
    return {one.id.split("-", 2)[2]: one for one in week.sessions}


def asked(
    who: str,
    *numbers: int,
    without: Iterable[str] = (),
    felt: Mapping[str, float] | None = None,
    sets: Mapping[str, Any] | None = None,
) -> tuple[Event, ...]:
    """Weeks done as asked, but for the roles left out, and with other efforts where told."""
    found: list[Event] = []
    gone, felt = set(without), felt or {}
    for week in weeks_of(who, *numbers):
        for session in week.sessions:
            role = session.id.split("-", 2)[2]
            if role in gone and week.number == numbers[-1]:
                continue
            for event in done_as_asked((session,)):
                told = felt.get(role) if week.number == numbers[-1] else None
                found.append(_felt(event, told, sets or {}))
    return tuple(found)


def _felt(event: Event, told: float | None, sets: Mapping[str, Any]) -> Event:
    if isinstance(event, Strength):
        done = tuple(
            replace(one, **{"form": "clean", **sets.get(one.exercise, {})}) for one in event.sets
        )
        event = replace(event, sets=done)
    if told is not None and isinstance(event, Run | Strength):
        return replace(event, rpe=told)
    return event


def at(who: str, number: int, weekday: int) -> date:
    (week,) = weeks_of(who, number)
    return week.starts + timedelta(days=weekday)


def stored(name: str) -> Path:
    return HERE / f"{name}.txt"


def names(of: Mapping[str, Lived]) -> Sequence[str]:
    return tuple(sorted(of))
