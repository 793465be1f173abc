"""AD318: days away hold what can be done there, and nothing is made up afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.training_log import Away
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice

VOICE = Voice("AD318", "athlete")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Each day at most the minutes that were told; none where neither these nor kit were.

    `can` names the kit that is there, in the athlete file's words; on a journey of which nothing
    is told there is none.

    Source: athlete.
    """
    for away in case.away:
        if away.until > case.today:
            yield VOICE.says("day.minutes", _bound(away), (away.on, away.until), (away.id,))


def _bound(away: Away) -> Bound:
    facts: Facts = {
        "until_date": away.until.isoformat(),
        "days": (away.until - away.on).days + 1,
        "can": " ".join(away.can) or ("nothing" if away.why == "travel" else ""),
        "there": f"away.{'some' if away.can and away.minutes is None else 'none'}",
    }
    if not away.minutes:
        only_kit = away.minutes is None and away.can
        return Bound(None if only_kit else 0.0, facts=facts)
    return Bound(away.minutes, facts={**facts, "day_min": away.minutes, "there": "away.minutes"})


RULE = Adaptation("AD318", source="athlete", decide=decide)
