"""AD315: a race tells anew what the paces are, whichever way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.units import rounded
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_of

VOICE = Voice("AD315", "daniels-gilbert-1979")
GRID = 0.1


def decide(case: TrainingCase) -> Iterator[Order]:
    """The last race of the week: at least what it shows; a slower one only says so.

    A slower race lowers no pace at once: hills, heat and a bad day hide fitness, and the
    older result ages by itself. Until the end of the plan, or the next race.

    Sources: daniels-gilbert-1979, dovetail.
    """
    races = [one for one in case.now.races if one.fitness is not None]
    if not races or not case.weeks:
        return
    last = max(races, key=lambda one: (one.on, one.fitness or 0.0))
    assert last.fitness is not None  # only such races are read
    shown = rounded(last.fitness, GRID)
    better = case.race_fitness is None or shown > case.race_fitness
    facts: Facts = {
        "km": last.km,
        "time_s": last.time_s,
        "race_fitness": shown,
        "way": f"new_result.{_way(shown, case.race_fitness)}",
    }
    bound = Bound(at_least=shown if better else None, facts=facts)
    days = last.on + timedelta(days=1), days_of(case.weeks[-1])[1]
    if days[0] <= days[1]:
        yield VOICE.says("race_fitness", bound, days, (last.event,))


def _way(shown: float, fitness: float | None) -> str:
    if fitness is None or shown > fitness:
        return "better"
    return "same" if shown == fitness else "not_better"


RULE = Adaptation("AD315", source="daniels-gilbert-1979", decide=decide)
