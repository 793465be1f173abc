"""AD310: pain, form that broke twice, or too little reserve makes a line a tenth lighter."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.week_signals import LineDone
from dovetail.rulebook.line_facts import line_days, name_of
from dovetail.rulebook.line_ladder import LADDER_NUMBERS, rungs
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD310", "acsm-2009")


def decide(case: TrainingCase) -> Iterator[Order]:
    """At most nine tenths of the load last lifted, as the weights allow; else a set less.

    Pain over 2, form that broke in two sets, or two less in reserve than was asked.

    Sources: acsm-2009, dovetail (amounts).
    """
    for rung in rungs(case, "less"):
        done, kg = rung.done, rung.load_kg
        facts: Facts = {"exercise": name_of(case, rung.asked), "sign": _sign(case, done)}
        if kg is not None and done.load_kg is not None:
            how: Facts = {"how": "line_less.kg", "was_kg": done.load_kg, "load_kg": kg}
            of, bound = "line.load_kg", Bound(kg, facts={**facts, **how})
        else:
            sets = max(1, rung.asked.sets - 1)
            of = "line.sets"
            bound = Bound(sets, facts={**facts, "how": "line_less.sets", "sets": sets})
        yield VOICE.says(of, bound, line_days(rung), (done.event,), about=done.exercise)


def _sign(case: TrainingCase, done: LineDone) -> str:
    if done.pain is not None and done.pain > case.principles.number("pain_fine"):
        return "line_less.pain"
    if done.broke >= case.principles.number("line_less", "broke"):
        return "line_less.broke"
    return "line_less.hard"


RULE = Adaptation("AD310", source="acsm-2009", decide=decide, principles=LADDER_NUMBERS)
