"""MS402: nothing is new at the end: no exercise, no kind of run, no strength phase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from dovetail.domain.session import Session
from dovetail.rulebook.season_case import SeasonCase, in_session, in_week
from dovetail.rulebook.shapes import Mistake, Spot

PHASES = ("stabilization", "strength_endurance", "maximal_strength", "power")


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for what is met first in the last days before the race."""
    number = case.principles.number
    last_days = number("nothing_new")
    least = number(
        "last_new_phase", "marathon" if case.runner.race in ("marathon", "ultra") else "other"
    )
    race_on = case.race_on
    if race_on is None:
        return
    since = race_on - timedelta(days=last_days)
    if case.weeks and case.weeks[0].starts < since:
        yield from _sessions(case, since, race_on)
    for before, week in pairwise(case.weeks):
        days = (race_on - week.starts).days
        new = week.strength_phase in PHASES and before.strength_phase not in (
            None,
            week.strength_phase,
        )
        if new and 0 < days < least:
            yield in_week(week, least - days, seen="seen.new_phase", days=days)


def _sessions(case: SeasonCase, since: date, race_on: date) -> Iterator[Spot]:
    before = [one for one in case.sessions if one.date < since]
    lines = {line.exercise for one in before for line in one.lines()}
    kinds = {"easy", "long"} | {_kind(one) for one in before if one.discipline == "run"}
    if any(_at_race_pace(one) for one in before):
        kinds.add("race_pace")
    for one in case.sessions:
        if not since <= one.date < race_on:
            continue
        new = {line.exercise for line in one.lines() if line.pattern != "mobility"} - lines
        if new:
            yield in_session(one, len(new), seen="seen.new_exercise")
        if one.discipline == "run" and _kind(one) not in kinds:
            yield in_session(one, 1, seen="seen.new_run")


def _kind(run: Session) -> str:
    """A recovery run is an easy run, and a shakeout is one with strides."""
    return "easy" if run.kind in ("recovery", "strides") else run.kind


def _at_race_pace(session: Session) -> bool:
    return session.discipline == "race" or any(step.target.pace == "race" for step in session.steps)


RULE = Mistake(
    "MS402",
    source="dovetail",
    unit="days",
    found=found,
    principles=("nothing_new", "last_new_phase"),
)
