"""What the weekly rules are asked: a week that was lived, and the weeks that stand ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import monday_of
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.domain.signals import Signals
from dovetail.domain.training_log import Away, UnlockPhase
from dovetail.domain.week_signals import TestDone, WeekSignals
from dovetail.rulebook.cases import Runner

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCase:
    """One review: what was done and told, and what the standing plan asks from here on."""

    today: date
    now: WeekSignals
    """The week that is reviewed: on a Sunday the one that ends, on other days the one in hand."""
    before: Sequence[WeekSignals] = ()
    """The signals of up to three weeks before it, the last one first."""
    signals: Signals
    """What the gates of today read."""
    weeks: Sequence[Week]
    """The plan as it stands, every week."""
    away: Sequence[Away] = ()
    """Days away that are told of, past and to come."""
    exercises: Mapping[str, Exercise]
    principles: Principles
    athlete: Athlete
    runner: Runner
    """What limits know of the runner: the age that holds for the season, and what is above easy."""
    race_fitness: float | None = None
    """What the paces of the standing plan come from, before any order; None is by feel."""
    tests: Mapping[str, TestDone] = field(default_factory=dict)
    """The last self-test of each name, however long ago."""
    unlocks: Sequence[UnlockPhase] = ()
    """Strength phases that a coach has opened."""
    skipped_because: Mapping[str, str] = field(default_factory=dict)
    """Why a session was left out, by its id, where somebody said."""

    @property
    def is_whole(self) -> bool:
        """Whether the reviewed week is over, or ends today."""
        return self.now.until == self.now.starts + timedelta(days=WEEK_DAYS - 1)

    @property
    def ended(self) -> WeekSignals | None:
        """The last week that is over or ends today; None where none is known."""
        return self.now if self.is_whole else next(iter(self.before), None)

    @property
    def earlier(self) -> Sequence[WeekSignals]:
        """The weeks before the ended one, the last one first."""
        return self.before if self.is_whole else self.before[1:]

    @property
    def lived(self) -> Week | None:
        """The ended week as it stands in the plan."""
        return None if self.ended is None else self._week_at(self.ended.starts)

    @property
    def ahead(self) -> Week | None:
        """The week after the ended one: the next one on a Sunday, else the one in hand."""
        if self.ended is None:
            return None
        return self._week_at(self.ended.starts + timedelta(days=WEEK_DAYS))

    def week_of(self, day: date) -> Week | None:
        """Return the week of the plan that holds a day."""
        return self._week_at(monday_of(day))

    def to_come(self) -> Iterator[Session]:
        """Yield the sessions after today, in order."""
        for week in self.weeks:
            yield from (one for one in week.sessions if one.date > self.today)

    @property
    def reviewed(self) -> Week | None:
        """The reviewed week as it stands in the plan."""
        return self._week_at(self.now.starts)

    @property
    def following(self) -> Week | None:
        """The week after the reviewed one, as it stands."""
        return self._week_at(self.now.starts + timedelta(days=WEEK_DAYS))

    def _week_at(self, monday: date) -> Week | None:
        return next((week for week in self.weeks if week.starts == monday), None)
