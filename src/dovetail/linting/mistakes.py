"""What the mistakes say of a finished plan: patterns of a whole season."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dovetail.domain.calendar import week_name
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Finding, PlaceInPlan
from dovetail.linting.subject import Subject
from dovetail.rulebook.catalogue import MISTAKES
from dovetail.rulebook.season_case import SeasonCase
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.shapes import Mistake, Spot


def season_case(subject: Subject, exercises: Mapping[str, Exercise] | None) -> SeasonCase:
    """Return what the mistakes are asked about."""
    profile = subject.profile
    return SeasonCase(
        plan=subject.plan,
        runner=profile.runner,
        masters=profile.masters,
        history=profile.history,
        slots=profile.slots,
        exercises=exercises,
        held=subject.held,
    )


def mistake_findings(
    subject: Subject, exercises: Mapping[str, Exercise] | None = None
) -> Iterator[Finding]:
    """Yield every mistake at its place."""
    case = season_case(subject, exercises)
    for mistake in MISTAKES:
        for spot in mistake.found(case):
            yield _finding(mistake, spot)


def _finding(mistake: Mistake, spot: Spot) -> Finding:
    return Finding(
        code=mistake.code,
        severity=SEVERITY[mistake.code],
        place=PlaceInPlan(week=_name(spot.week), session=spot.session),
        amount=spot.amount,
        unit=mistake.unit,
        facts=spot.facts,
        sources=(mistake.source,),
    )


def _name(monday: date | None) -> str | None:
    return None if monday is None else week_name(monday)
