"""AD366: after three weeks without strength lifting begins again one phase before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Bound, Facts, Order
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.strength_ranks import RANKS, rank_of
from dovetail.rulebook.strength_weeks import weeks_without_strength
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD366", "nasm-2022")


def decide(case: TrainingCase) -> Iterator[Order]:
    """For one week, after four weeks for two; stabilization has none before it.

    Sources: nasm-2022 (a phase before), dovetail (weeks).
    """
    number = case.principles.number
    weeks, ahead, ended = weeks_without_strength(case), case.ahead, case.ended
    if ahead is None or ended is None or weeks < number("lifts_missed", "long"):
        return
    lived = case.lived
    known = [rank_of(one.strength_phase) for one in (lived, ahead) if one is not None]
    ranks = [rank for rank in known if rank is not None]
    if rank_of(ahead.strength_phase) is None or min(ranks) == 0:
        return
    before = min(ranks) - 1
    long = weeks >= number("lifts_missed", "longest")
    back = 2 if long else 1
    facts: Facts = {"weeks": weeks, "back": back, "phase": RANKS[before]}
    days = ahead.starts, ahead.starts + timedelta(days=7 * back - 1)
    because = (week_name(ended.starts),)
    yield VOICE.says("phase.strength", Bound(before, facts=facts), days, because)


RULE = Adaptation("AD366", source="nasm-2022", decide=decide, principles=("lifts_missed",))
