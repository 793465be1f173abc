"""What the weekly rules are asked: a week that was lived, and the weeks that stand ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.signals import Signals
from dovetail.domain.training_log import Away
from dovetail.domain.week_signals import WeekSignals

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
    exercises: dict[str, Exercise]
    principles: Principles

    @property
    def is_whole(self) -> bool:
        """Whether the reviewed week is over, or ends today."""
        return self.now.until == self.now.starts + timedelta(days=WEEK_DAYS - 1)

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
