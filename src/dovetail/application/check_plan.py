"""Judge any plan by the planner's own rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dovetail.application.log_mistakes import ORDER, mistakes_in_log, muted_by_log
from dovetail.application.ports import Library, Published
from dovetail.domain.athlete import Athlete
from dovetail.domain.plan import Finding
from dovetail.linting.check import findings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dovetail.domain.training_log import Event


def check(
    subject: Published,
    *,
    athlete: Athlete | None = None,
    events: Sequence[Event] = (),
    on: date | None = None,
    library: Library,
) -> tuple[Finding, ...]:
    """Return what the rules find in a plan, worst first.

    `athlete` judges it for somebody else than it was made for. With the events of a log, and
    the day they are read on, the mistakes that they show stand beside those of the plan.
    """
    if athlete is not None:
        subject = replace(subject, athlete=athlete, policy=athlete.policy)
    found = findings_of(subject, library.principles, library.exercises)
    if not events or on is None:
        return found
    seen = mistakes_in_log(subject, events, on, library)
    every = (*muted_by_log(found, events, on), *seen)
    return tuple(sorted(every, key=lambda one: ORDER[one.severity]))
