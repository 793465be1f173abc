"""One ladder for each line: form first, then reserve, then load.

The first rung that fits holds: too much, the same again, more, or what was lifted. A load is
always one that was logged, or a weight beside it; never a share of what a plan says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line
from dovetail.domain.week_signals import LineDone
from dovetail.rulebook.strength_weeks import weeks_without_strength
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weights import Weights, weights_for

RISES = ("base", "build")
"""Peak and taper keep the load."""
HEAVY = ("maximal_strength", "power")
NEW_LIFTER_WEEKS = 8
"""Of the last twelve; with fewer the reserve that somebody reads is a guess (dovetail)."""
LADDER_NUMBERS = (
    "pain_fine", "line_less", "line_more", "line_reps", "hard_effort", "lifts_missed",
    "usual_steps",
)  # fmt: skip
"""What every rung asks, since the first one that fits holds."""
RungName = Literal["less", "same", "load", "reps", "kept"]


@dataclass(frozen=True, slots=True)
class Rung:
    """Where a line stands on its ladder, and the load of its next week."""

    name: RungName
    done: LineDone
    asked: Line
    """The line as the coming week has it."""
    week: Week
    load_kg: float | None = None
    """None where there is no lighter weight, or none at all."""
    reps: float | None = None
    """At least so many, of more repetitions; at most so many, of a long step of load."""


def rungs(case: TrainingCase, name: RungName) -> Iterator[Rung]:
    """Yield the lines of the week ahead that stand on a rung, by what was done of them last.

    Silent after two weeks without strength. In a week that has begun only less is said.

    Sources: acsm-2009 (steps), halperin-2022 (reserve of new lifters), dovetail.
    """
    week = case.ahead
    if week is None or weeks_without_strength(case) >= case.principles.number("lifts_missed", "of"):
        return
    asked = {line.exercise: line for one in week.sessions for line in one.working_lines()}
    found: dict[str, list[LineDone]] = {}
    for done in case.now.lines:
        found.setdefault(done.exercise, []).append(done)
    for exercise, lines in found.items():
        if exercise in asked:
            rung = _rung(case, week, asked[exercise], lines)
            if rung is not None and rung.name == name:
                yield rung


def _rung(case: TrainingCase, week: Week, asked: Line, lines: Sequence[LineDone]) -> Rung | None:
    done = lines[-1]
    weights = weights_for(asked.equipment, case.athlete, case.principles)
    if _is_too_much(case, done):
        share = case.principles.number("line_less", "load")
        kg = None if done.load_kg is None else weights.lighter(done.load_kg, share)
        return Rung("less", done, asked, week, kg)
    if not done.load_kg or done.on >= week.starts or not _is_same_phase(case, week, done):
        return None
    if done.broke or _is_under_the_range(done):
        return Rung("same", done, asked, week, done.load_kg)
    if week.phase in RISES and not week.lighter and _is_more_due(case, lines):
        return _more(case, Rung("kept", done, asked, week, done.load_kg), weights)
    return Rung("kept", done, asked, week, done.load_kg)


def _is_too_much(case: TrainingCase, done: LineDone) -> bool:
    """Pain, form that broke twice, or two less in reserve than asked.

    Where no set told its reserve, the effort of the whole session stands in for it.
    """
    number = case.principles.number
    if done.pain is not None and done.pain > number("pain_fine"):
        return True
    if done.broke >= number("line_less", "broke"):
        return True
    if done.rir_over is not None:
        return -done.rir_over >= number("line_less", "reserve")
    told = next((one for one in case.now.efforts if one.session == done.session), None)
    return told is not None and told.over >= number("hard_effort", "over")


def _is_under_the_range(done: LineDone) -> bool:
    if done.asked_reps is None or done.least_reps is None:
        return False
    return done.least_reps < done.asked_reps[0]


def _is_same_phase(case: TrainingCase, week: Week, done: LineDone) -> bool:
    """A new phase asks for other repetitions: its load is found, not kept."""
    then = case.week_of(done.on)
    return then is None or then.strength_phase == week.strength_phase


def _is_more_due(case: TrainingCase, lines: Sequence[LineDone]) -> bool:
    """All clean, and at the top of the range with the reserve asked; or twice with two to spare."""
    number = case.principles.number
    biased = number("line_more", "new_lifter") if _is_new_lifter(case) else 0.0
    done = lines[-1]
    if not _is_clean(done) or done.rir_over is None:
        return False
    if _is_at_the_top(done) and done.rir_over >= biased:
        return True
    spare = number("line_more", "reserve") - biased
    last = lines[-round(number("line_more", "times")) :]
    return len(last) == number("line_more", "times") and all(
        _is_clean(one) and one.rir_over is not None and one.rir_over >= spare for one in last
    )


def _is_clean(done: LineDone) -> bool:
    return done.broke == 0 and done.clean >= done.sets


def _is_at_the_top(done: LineDone) -> bool:
    if done.asked_reps is None or done.least_reps is None:
        return False
    return done.least_reps >= done.asked_reps[1]


def _is_new_lifter(case: TrainingCase) -> bool:
    return case.athlete.strength.weeks_trained < NEW_LIFTER_WEEKS


def _more(case: TrainingCase, kept: Rung, weights: Weights) -> Rung:
    """Take the next weight; where it is too long a step, repetitions come first."""
    number, done = case.principles.number, kept.done
    assert done.load_kg is not None
    heavier = weights.heavier(done.load_kg, number("line_more", "least"))
    legs = case.exercises[done.exercise].lower if done.exercise in case.exercises else True
    most = number("line_more", "legs" if legs else "arms")
    if heavier is not None and heavier <= done.load_kg * (1 + most):
        return Rung("load", done, kept.asked, kept.week, heavier)
    phase = kept.week.strength_phase or ""
    if done.least_reps is None or done.asked_reps is None:
        return kept
    if done.least_reps < number("line_reps", "heavy" if phase in HEAVY else "light"):
        return Rung("reps", done, kept.asked, kept.week, done.load_kg, done.least_reps + 1)
    if heavier is None:
        return kept
    return Rung("load", done, kept.asked, kept.week, heavier, done.asked_reps[0])
