"""How a weekly rule speaks: in orders that name it, with their days and what they lean on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.plan import Week
from dovetail.domain.units import rounded_down
from dovetail.domain.week_signals import WeekSignals

KM_GRID = 0.1
Days = tuple[date, date]
"""The first and the last day of an order."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A rule's code and source, which its orders carry."""

    code: str
    source: str = "dovetail"

    def says(
        self, of: str, bound: Bound, days: Days, because: Sequence[str], *, about: str | None = None
    ) -> Order:
        """Give an order of this rule."""
        return Order(
            code=self.code,
            of=of,
            bound=bound,
            first=days[0],
            last=days[1],
            because=tuple(because),
            source=self.source,
            about=about,
        )


def days_of(week: Week) -> Days:
    """Return the Monday and the Sunday of a week."""
    return week.starts, week.starts + timedelta(days=6)


def days_from(day: date, count: float) -> Days:
    """Return the days after a day, so many of them."""
    return day + timedelta(days=1), day + timedelta(days=round(count))


def events_of(signals: WeekSignals) -> tuple[str, ...]:
    """Return what a week's adherence leans on; a silent week leans on its own name."""
    told = signals.adherence.events if signals.adherence else ()
    return told or (week_name(signals.starts),)


def at_most_km(km: float, facts: Facts) -> Bound:
    """Return a ceiling in kilometres, on the grid of a plan and never above."""
    return Bound(at_most=rounded_down(max(0.0, km), KM_GRID), facts=facts)
