"""AD364: where the next weight is too long a step, repetitions come first."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.rulebook.line_facts import exactly, line_days, name_of
from dovetail.rulebook.line_ladder import LADDER_NUMBERS, rungs
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD364", "acsm-2009")


def decide(case: TrainingCase) -> Iterator[Order]:
    """More is due and the next weight is over 10 %, of the arms 5: one repetition more.

    Up to eighteen, in heavy work up to eight, with the load last lifted.

    Sources: acsm-2009 (2 to 10 %), dovetail.
    """
    for rung in rungs(case, "reps"):
        assert rung.load_kg is not None  # only a line with a load stands here
        assert rung.reps is not None
        facts: Facts = {
            "exercise": name_of(case, rung.asked),
            "load_kg": rung.load_kg,
            "reps": rung.reps,
        }
        days, because, about = line_days(rung), (rung.done.event,), rung.done.exercise
        bound = exactly(rung.load_kg, facts)
        yield VOICE.says("line.load_kg", bound, days, because, about=about)
        bound = Bound(at_least=rung.reps, facts=facts)
        yield VOICE.says("line.reps", bound, days, because, about=about)


RULE = Adaptation("AD364", source="acsm-2009", decide=decide, principles=LADDER_NUMBERS)
