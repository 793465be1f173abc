"""MS436: strength moves: no main line stands still for four weeks, and heavy stays heavy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import (
    SeasonCase,
    in_session,
    whole_lifts,
)
from dovetail.rulebook.shapes import Mistake, Spot

LEGS = ("squat", "hinge", "lunge", "single_leg")
ACCESSORY = "lunge"
"""Beside the key lifts: a split squat is lighter, and rests less."""
HEAVY_REPS, HEAVY_RIR = 6, 3


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for lines that are the same as weeks ago, and for heavy work that is not."""
    weeks = round(case.principles.number("heavy_work", "moves_within"))
    for block in case.blocks():
        yield from _in_block(case, block, weeks)


def _in_block(case: SeasonCase, block: Sequence[Week], weeks: int) -> Iterator[Spot]:
    """After a race everything begins low again, so only weeks of one block are compared."""
    by_start = {week.starts: week for week in block}
    for week in block:
        if not case.loads(week) or week.phase == "peak":
            continue
        if week.strength_phase == "maximal_strength":
            yield from _heavy(case, week)
        earlier = by_start.get(week.starts - timedelta(weeks=weeks))
        if (
            earlier is None
            or not case.loads(earlier)
            or earlier.strength_phase != week.strength_phase
        ):
            continue
        then = {line.exercise: line for lift in whole_lifts(earlier) for line in _legs(lift)}
        heavier = _heavier(one for one in block if earlier.starts < one.starts <= week.starts)
        for lift in whole_lifts(week):
            for line in _legs(lift):
                if line.exercise not in heavier and _same(line, then.get(line.exercise)):
                    seen = "seen.stands_still"
                    yield in_session(lift, 1, seen=seen, exercise=line.name, weeks=weeks)


def _legs(lift: Session) -> Iterator[Line]:
    return (line for line in lift.working_lines() if line.pattern in LEGS)


def _heavier(weeks: Iterable[Week]) -> set[str]:
    """Exercises that took a step of load: what is lifted then is more, at the same repetitions."""
    lines = (line for week in weeks for lift in whole_lifts(week) for line in _legs(lift))
    return {line.exercise for line in lines if line.load_rule in ("step", "find")}


def _same(line: Line, then: Line | None) -> bool:
    """Whether sets, repetitions, steps, tempo, effort and load are what they were."""
    if then is None:
        return False

    def told(one: Line) -> tuple[object, ...]:
        amount = (one.sets, one.reps, one.seconds, one.steps)
        return (*amount, one.tempo, one.rir, one.load_kg, one.band)

    return told(line) == told(then)


def _heavy(case: SeasonCase, week: Week) -> Iterator[Spot]:
    number = case.principles.number
    low, high = case.principles.row("heavy_work", "reps")
    rests = {number("rest_between_sets", key) for key in ("maximal_strength", "long_rest")}
    for lift in whole_lifts(week):
        for line in _legs(lift):
            if line.pattern == ACCESSORY:
                continue
            if line.rir is not None and line.rir < number("heavy_work", "rir"):
                yield in_session(lift, 1, seen="seen.no_reserve")
            if not _is_heavy(line) or line.reps is None:
                continue
            if line.reps[0] < low or line.reps[1] > high:
                yield in_session(lift, 1, seen="seen.heavy_reps")
            if line.rest_s and line.rest_s not in rests:
                yield in_session(lift, 1, seen="seen.heavy_rest", rest_s=line.rest_s)


def _is_heavy(line: Line) -> bool:
    few = line.reps is not None and line.reps[1] <= HEAVY_REPS
    return few and line.rir is not None and line.rir <= HEAVY_RIR and line.load_rule is not None


RULE = Mistake(
    "MS436",
    source="coach-t",
    unit="times",
    found=found,
    principles=("heavy_work", "rest_between_sets"),
)
