"""A week of a plan and the log of its days: what every weekly signal is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.exercise import Exercise
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.review.history import DAY, History
from dovetail.review.matching import Matched
from dovetail.review.readiness import Mornings
from dovetail.review.trainings import Training

WEEK_DAYS = 7
RECENT_DAYS = 28
"""Efforts and lines are told of four weeks: what comes once a week has come four times."""


@dataclass(frozen=True, kw_only=True)
class LoggedWeek:
    """Monday to a day of the same week, both included, as seen on the day of the history."""

    starts: date
    until: date
    mornings: Mornings
    exercises: Mapping[str, Exercise]
    principles: Principles

    @property
    def history(self) -> History:
        """What stands of the log."""
        return self.mornings.history

    @property
    def matched(self) -> Matched:
        """Sessions beside what was done of them."""
        return self.mornings.matched

    @property
    def is_known(self) -> bool:
        """Whether the log had begun; before that silence says nothing."""
        began = self.history.began
        return began is not None and began <= self.until

    def days(self) -> tuple[date, ...]:
        """Return the days of the week up to its last one."""
        return tuple(
            self.starts + back * DAY for back in range((self.until - self.starts).days + 1)
        )

    def trained(self) -> tuple[Training, ...]:
        """Return what was done on these days."""
        return self.history.trained(self.starts, self.until)

    def lately(self) -> tuple[Training, ...]:
        """Return what was done in the four weeks up to the last day."""
        return self.history.trained(self.until - timedelta(days=RECENT_DAYS - 1), self.until)

    def sessions(self) -> tuple[Session, ...]:
        """Return the sessions that these days ask, moves heard, without rest."""
        plan = self.mornings.plan
        every = [one for week in plan.weeks for one in week.sessions] if plan else []
        on = self.matched.days
        return tuple(
            one for one in every if one.id in on and self.starts <= on[one.id] <= self.until
        )
