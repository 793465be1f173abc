"""AD313: what was lifted stays, so that the plan can say its kilograms."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Facts, Order
from dovetail.rulebook.line_facts import exactly, line_days, name_of
from dovetail.rulebook.line_ladder import LADDER_NUMBERS, rungs
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD313", "dovetail")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Nothing more or less is due: the load last lifted in this strength phase.

    Peak, taper and lighter weeks keep the load. Within the range a repetition more is the
    runner's own.

    Source: dovetail.
    """
    for rung in rungs(case, "kept"):
        assert rung.load_kg is not None  # only a line with a load stands here
        facts: Facts = {"exercise": name_of(case, rung.asked), "load_kg": rung.load_kg}
        bound, about = exactly(rung.load_kg, facts), rung.done.exercise
        yield VOICE.says("line.load_kg", bound, line_days(rung), (rung.done.event,), about=about)


RULE = Adaptation("AD313", source="dovetail", decide=decide, principles=LADDER_NUMBERS)
