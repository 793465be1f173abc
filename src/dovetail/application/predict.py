"""Use case: what races run so far say of race times and training paces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.prescription import PaceName
from dovetail.domain.units import Duration
from dovetail.physiology.paces import PaceRange, training_paces
from dovetail.physiology.race_fitness import MARATHON_KM, check_race
from dovetail.physiology.race_time import (
    Prediction,
    Race,
    current_race_fitness,
    predictions,
)

SLOWEST_S_PER_KM = 20 * 60  # slower is a walk with breaks, or a typing error
MOST_KM_A_WEEK = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The races run, the km of a typical week (None: not said), and today."""

    races: tuple[Race, ...]
    weekly_km: float | None = None
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Race times as far as the models hold, race fitness, and paces (None: by feel)."""

    predictions: tuple[Prediction, ...]
    race_fitness: float | None
    paces: Mapping[PaceName, PaceRange | None]


def predict(question: Question) -> Answer:
    """Answer with race times, race fitness and training paces.

    The marathon pace is that of the marathon's slower, advised time.
    """
    _check(question)
    seen = predictions(question.races, question.weekly_km, question.today)
    fitness = current_race_fitness(question.races, question.today)
    if not seen and fitness is None:
        raise BadInput(_nothing_to_say())
    marathon = next((each.s for each in seen if each.km == MARATHON_KM), None)
    pace = None if marathon is None else marathon / MARATHON_KM
    return Answer(
        predictions=seen,
        race_fitness=fitness,
        paces=training_paces(fitness, marathon_s_per_km=pace),
    )


def _check(question: Question) -> None:
    for race in question.races:
        _check_race(race)
    weekly_km = question.weekly_km
    if weekly_km is not None and not 0 <= weekly_km <= MOST_KM_A_WEEK:
        raise BadInput(
            Problem(
                code="weekly-km-out-of-range",
                problem=f"{weekly_km:g} km a week cannot be right.",
                hint=f"Give the km of a typical week, 0 to {MOST_KM_A_WEEK:g}.",
            )
        )


def _check_race(race: Race) -> None:
    check_race(race.km, race.time_s)
    if race.time_s > race.km * SLOWEST_S_PER_KM:
        raise BadInput(
            Problem(
                code="slower-than-a-walk",
                problem=f"{race.km:g} km in {Duration(round(race.time_s))} is slower than a walk.",
                hint="Write the time as h:mm:ss, as in 1:45:00, and check the distance.",
            )
        )


def _nothing_to_say() -> Problem:
    return Problem(
        code="no-usable-race",
        problem="These races say nothing of others: no model holds for them.",
        hint="Give a race of 1.5 km to the marathon that took at most four hours.",
    )
