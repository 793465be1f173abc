"""AD363: a line done clean, with reserve to spare, takes the next weight."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.rulebook.line_facts import exactly, line_days, name_of
from dovetail.rulebook.line_ladder import LADDER_NUMBERS, rungs
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD363", "acsm-2009")


def decide(case: TrainingCase) -> Iterator[Order]:
    """All sets clean, at the top of the range with the reserve asked, or two to spare twice.

    The next weight that is 2 to 10 % more, of the arms 5. Where there is none so near, only
    after repetitions have grown, and then from the bottom of the range again.

    Sources: acsm-2009 (2 to 10 %), halperin-2022 (one more of new lifters), dovetail.
    """
    for rung in rungs(case, "load"):
        assert rung.load_kg is not None  # only a line with a load stands here
        assert rung.done.load_kg is not None
        facts: Facts = {
            "exercise": name_of(case, rung.asked),
            "was_kg": rung.done.load_kg,
            "load_kg": rung.load_kg,
            "sign": f"line_more.{'load' if rung.reps is None else 'long_step'}",
        }
        days, because, about = line_days(rung), (rung.done.event,), rung.done.exercise
        bound = exactly(rung.load_kg, facts)
        yield VOICE.says("line.load_kg", bound, days, because, about=about)
        if rung.reps is not None:
            bound = Bound(rung.reps, facts=facts)
            yield VOICE.says("line.reps", bound, days, because, about=about)


RULE = Adaptation("AD363", source="acsm-2009", decide=decide, principles=LADDER_NUMBERS)
