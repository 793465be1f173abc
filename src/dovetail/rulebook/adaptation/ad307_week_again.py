"""AD307: after a week of which most was done, but not all, the next one is no bigger."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Order
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of, events_of
from dovetail.rulebook.weeks_done import week_done

VOICE = Voice("AD307")


def decide(case: TrainingCase) -> Iterator[Order]:
    """From 70 to 90 % of the load: at most the kilometres that the week itself had asked.

    Source: dovetail.
    """
    done = week_done(case)
    number = case.principles.number
    if done is None:
        return
    if not number("week_done", "little") <= done.share < number("week_done", "most"):
        return
    facts = {"share_pct": round(100 * done.share), "week_km": done.repeat_km}
    bound = at_most_km(done.repeat_km, facts)
    yield VOICE.says("week.km", bound, days_of(done.ahead), events_of(done.signals))


RULE = Adaptation("AD307", source="dovetail", decide=decide, principles=("week_done",))
