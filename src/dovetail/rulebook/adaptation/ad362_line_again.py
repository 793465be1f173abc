"""AD362: a line whose form broke in a set, or that fell short, keeps its load."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Facts, Order
from dovetail.rulebook.line_facts import exactly, line_days, name_of
from dovetail.rulebook.line_ladder import LADDER_NUMBERS, rungs
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD362", "dovetail")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Form broke in one set, or repetitions under the range: the load last lifted, once more.

    Source: dovetail.
    """
    for rung in rungs(case, "same"):
        assert rung.load_kg is not None  # only a line with a load stands here
        facts: Facts = {
            "exercise": name_of(case, rung.asked),
            "load_kg": rung.load_kg,
            "sign": f"line_again.{'form' if rung.done.broke else 'reps'}",
        }
        bound, about = exactly(rung.load_kg, facts), rung.done.exercise
        yield VOICE.says("line.load_kg", bound, line_days(rung), (rung.done.event,), about=about)


RULE = Adaptation("AD362", source="dovetail", decide=decide, principles=LADDER_NUMBERS)
