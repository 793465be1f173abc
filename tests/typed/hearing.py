"""The sound plans as the judge hears them: written as people mail them, and read."""

from __future__ import annotations

from datetime import date

from tests.typed.grids import Grid

from dovetail.application.check_typed import Judgement, check_typed
from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import Finding
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.typed.door import typed_of
from dovetail.linting.heard import Heard
from dovetail.linting.typed_entries import heard_of

FIRST = date(2027, 1, 4)


def judged(plan: Grid, athlete: Athlete | None = None) -> Judgement:
    """Return what the rules find in a sound or faulty plan."""
    return check_typed(mailed(plan), athlete=athlete, library=read_library(), today=FIRST)


def heard(plan: Grid) -> Heard:
    """Return what a plan asks, week by week."""
    return heard_of(mailed(plan), read_library().exercises)


def mailed(plan: Grid) -> TypedPlan:
    """Return a plan as it is read from a text without dates."""
    return typed_of(plan.text(), suffix=".txt")


def week_number(finding: Finding) -> int | None:
    """Return the week of a finding, counted from 1; None for the whole season."""
    if finding.place.week is None:
        return None
    year, week = finding.place.week.split("-W")
    return (date.fromisocalendar(int(year), int(week), 1) - monday_of(FIRST)).days // 7 + 1
