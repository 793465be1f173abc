"""MS439: every line can be done with what is there, and every session ends in recovery."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import (
    WHOLE_LIFTS,
    SeasonCase,
    in_session,
    is_quality,
)
from dovetail.rulebook.shapes import Mistake, Spot

RECOVERS = ("roll", "stretch", "breath")


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for kit that is not there, recovery left out, and stretching before fast running."""
    athlete = case.plan.athlete
    for one in case.sessions:
        owned = athlete.equipment_at(athlete.availability.on(one.date.weekday()).at)
        wants = [line for line in one.lines() if not _possible(case, line, owned)]
        if wants:
            yield in_session(one, len(wants), seen="seen.no_kit", exercise=wants[0].exercise)
        whole = one.discipline == "strength" and one.kind in WHOLE_LIFTS
        if whole and not _recovers(one, rolls=not athlete.health.screening.osteoporosis):
            yield in_session(one, 1, seen="seen.no_recovery")
        if one.discipline == "strength" and _stretches(one) and _quality_follows(case, one):
            yield in_session(one, 1, seen="seen.stretch_first")


def _possible(case: SeasonCase, line: Line, owned: frozenset[str]) -> bool:
    exercise = (case.exercises or {}).get(line.exercise)
    known = exercise is None or exercise.kit_for(owned) is not None
    return known and owned.issuperset(line.equipment)


def _recovers(session: Session, *, rolls: bool) -> bool:
    """Whether it ends with rolling, stretches and breath; fragile bones are not rolled."""
    last = session.blocks[-1] if session.blocks else None
    if last is None or last.part != "finish":
        return False
    keys = [line.exercise for line in last.lines]
    words = RECOVERS if rolls else RECOVERS[1:]
    return all(any(word in key for key in keys) for word in words)


def _stretches(session: Session) -> bool:
    return any("stretch" in line.exercise for line in session.lines())


def _quality_follows(case: SeasonCase, session: Session) -> bool:
    """Whether a quality run stands later in the same visit."""
    return any(
        is_quality(other)
        for other in case.sessions
        if (other.date, other.slot) == (session.date, session.slot) and other.order > session.order
    )


RULE = Mistake("MS439", source="coach-t", unit="times", found=found)
