"""AD303: three runs of a kind two easier than planned, on good days, ask for a test."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean
from typing import get_args

from dovetail.domain.decision import Bound, Order
from dovetail.domain.session import Kind, RunKind
from dovetail.domain.week_signals import EffortTold
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_from

VOICE = Voice("AD303")
RUNS = frozenset(get_args(RunKind))


def decide(case: TrainingCase) -> Iterator[Order]:
    """The last three of one kind, all two under the lower end, and wellness not below usual.

    It proposes a test and changes no amount; without a check-in that says how one is, silence.

    Source: dovetail.
    """
    wellness = [one.wellness_z for one in case.now.mornings.values() if one.wellness_z is not None]
    if not wellness or fmean(wellness) < 0:
        return
    by_kind: dict[Kind, list[EffortTold]] = {}
    for told in case.now.efforts:
        by_kind.setdefault(told.kind, []).append(told)
    for kind, efforts in by_kind.items():
        easy = _easy(case, efforts)
        if kind not in RUNS or not easy:
            continue
        days = days_from(easy[-1].on, case.principles.number("easy_effort", "days"))
        if days[1] > case.today:
            bound = Bound(facts={"kind": f"kinds.{kind}", "runs": len(easy)})
            because = [event for one in easy for event in one.events or (one.session,)]
            yield VOICE.says("test.race_fitness", bound, days, because[::-1])


def _easy(case: TrainingCase, efforts: list[EffortTold]) -> list[EffortTold]:
    """Return the last ones of a kind, where all of them were so much easier."""
    number = case.principles.number
    last = efforts[-round(number("easy_effort", "runs")) :]
    under = number("easy_effort", "under")
    all_easy = len(last) == number("easy_effort", "runs") and all(
        -one.over >= under for one in last
    )
    return last if all_easy else []


RULE = Adaptation("AD303", source="dovetail", decide=decide, principles=("easy_effort",))
