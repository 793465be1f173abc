"""AD312: two weeks of slower results and lower mood ask for a week of recovery."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.signals import Slump
from dovetail.domain.units import rounded_down
from dovetail.rulebook.quality_minutes import quality_min
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of

VOICE = Voice("AD312")


def decide(case: TrainingCase) -> Iterator[Order]:
    """A loss of 3 % and mood down for two weeks: 40 % less, one week; beyond four see someone.

    It is the week after the one in which the two are full; the daily gate speaks after four.

    Source: dovetail.
    """
    number = case.principles.number
    slump, ahead = case.signals.slump, case.ahead
    if slump is None or ahead is None or not slump.mood_fell:
        return
    if slump.loss_pct < number("slump", "loss_pct"):
        return
    if slump.days < number("slump_week", "days") or ahead.starts != _recovers_on(case, slump):
        return
    share = number("slump_week", "share")
    facts: Facts = {
        "loss_pct": round(slump.loss_pct),
        "less_pct": round(100 * (1 - share)),
        "week_km": share * ahead.run_km,
    }
    days, because = days_of(ahead), slump.events
    yield VOICE.says("week.km", at_most_km(share * ahead.run_km, facts), days, because)
    fast = rounded_down(share * quality_min(case, ahead))
    yield VOICE.says("week.quality", Bound(fast, facts=facts), days, because)
    sets = rounded_down(share * ahead.legs.hard_sets)
    yield VOICE.says("week.hard_sets", Bound(sets, facts=facts), days, because)


def _recovers_on(case: TrainingCase, slump: Slump) -> date:
    """Return the Monday of that week, whenever it is asked."""
    began = case.today - timedelta(days=slump.days)
    full = began + timedelta(days=round(case.principles.number("slump_week", "days")))
    return monday_of(full) + timedelta(days=7)


RULE = Adaptation("AD312", source="dovetail", decide=decide, principles=("slump", "slump_week"))
