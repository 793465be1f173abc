"""What is still asked about a plan that is lived: its past, and weeks that life held, are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of, week_name
from dovetail.domain.plan import Finding, Plan, Week
from dovetail.planning.beside_stood import NO_LONGER
from dovetail.rulebook.held_weeks import held_weeks

SUNDAY, DAY, WEEK_DAYS = timedelta(days=6), timedelta(days=1), 7
GAP = "MS433"
"""The one finding that looks back over weeks from the session that ends it."""
LIGHTER = "LM113"
"""It bounds a lighter week from above and from below."""
LONG_SHARE = "LM104"
"""What is left out beside a long run in hand leaves it a larger share."""
PATTERNS = "MS4"


def still_asked(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that somebody can still do something about.

    Of a plan without a review that is all of them. In one that is lived the days before the review
    are history: what went wrong there the log's own mistakes tell. Of a week that health, absence
    or pain held nobody says that it is too small or out of line; what is too much in it is told.

    Source: dovetail.
    """
    if plan.review is None:
        yield from findings
        return
    history = _History(plan, plan.review.on)
    yield from (one for one in findings if not history.explains(one))


def _is_too_much(finding: Finding) -> bool:
    top_km, amount = finding.facts.get("top_km"), finding.amount
    return isinstance(top_km, int | float) and amount > top_km


def _keeps_runs_short(week: Week) -> bool:
    """Whether a week holds less because none of its runs may be longer than it stood."""
    return any(reason.code == NO_LONGER for reason in week.reasons)


class _History:
    """The days of a plan that are over, and the weeks that were held."""

    def __init__(self, plan: Plan, on: date) -> None:
        self.on = on
        self.held = held_weeks(plan)
        self.race_week = monday_of(plan.goal.date) if plan.goal.date is not None else None
        self.small = {week.starts for week in plan.weeks if _keeps_runs_short(week)}
        self.days = {one.id: one.date for week in plan.weeks for one in week.sessions}
        self.mondays = {week_name(week.starts): week.starts for week in plan.weeks}

    def explains(self, finding: Finding) -> bool:
        """Whether a finding is about what is over, or about what life made of a week."""
        monday = self.mondays.get(finding.place.week or "")
        if monday is None:
            return self.race_week in self.held and finding.code.startswith(PATTERNS)
        day = self.days.get(finding.place.session or "", monday + SUNDAY)
        if day < self.on:
            return True
        if finding.code == LIGHTER:
            return monday in self.held | self.small and not _is_too_much(finding)
        if finding.code == LONG_SHARE:
            return monday in self.held
        weeks = self._weeks(finding, day)
        return finding.code.startswith(PATTERNS) and any(one in self.held for one in weeks)

    def _weeks(self, finding: Finding, day: date) -> Iterator[date]:
        """Yield the Mondays of the weeks that a finding looks at: its own, and the one before."""
        days = finding.facts.get("days") if finding.code == GAP else None
        back = int(days) if isinstance(days, int | float) else WEEK_DAYS
        yield from {monday_of(day - number * DAY) for number in range(back + 1)}
