"""Judge any plan by the planner's own rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dovetail.application.ports import Library, Published
from dovetail.domain.athlete import Athlete
from dovetail.domain.plan import Finding
from dovetail.linting.check import findings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dovetail.domain.training_log import Event


def check(
    subject: Published,
    *,
    athlete: Athlete | None = None,
    events: Sequence[Event] = (),
    library: Library,
) -> tuple[Finding, ...]:
    """Return what the rules find in a plan, worst first.

    `athlete` judges it for somebody else than it was made for. Events are not read yet:
    what was done comes with the log.
    """
    if athlete is not None:
        subject = replace(subject, athlete=athlete, policy=athlete.policy)
    return findings_of(subject, library.principles, library.exercises)
