"""AD301: a run that was two harder than planned makes the next one of its kind a tenth less."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.session import Session
from dovetail.domain.units import rounded_down
from dovetail.domain.week_signals import EffortTold
from dovetail.rulebook.intensity import hard_min
from dovetail.rulebook.quality_minutes import next_of, quality_min
from dovetail.rulebook.season_case import is_quality
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, at_most_km, days_of

VOICE = Voice("AD301")


def decide(case: TrainingCase) -> Iterator[Order]:
    """The last run of a kind, two above the upper end of its effort: once, and only the next one.

    Of a fast run its work is shortened, of any other its length. Lifts have reserve instead.

    Source: dovetail.
    """
    last = {one.kind: one for one in case.now.efforts}
    for told in last.values():
        if told.over < case.principles.number("hard_effort", "over"):
            continue
        coming = next_of((one for one in case.to_come() if one.date > told.on), told.kind)
        if coming is not None and coming.discipline == "run":
            yield _less(case, told, coming)


def _less(case: TrainingCase, told: EffortTold, coming: Session) -> Order:
    week = case.week_of(coming.date)
    assert week is not None  # a session to come stands in a week of the plan
    less = 1 - case.principles.number("hard_effort", "next")
    facts: Facts = {
        "kind": f"kinds.{told.kind}",
        "told": told.told,
        "most": told.asked[1],
        "less_pct": round(100 * less),
    }
    fast = hard_min(coming, case.runner) if is_quality(coming) else 0.0
    because = told.events or (told.session,)
    if fast:
        most = rounded_down(quality_min(case, week) - less * fast)
        return VOICE.says("week.quality", Bound(most, facts=facts), days_of(week), because)
    days = (coming.date, coming.date)
    if coming.km is None:
        bound = Bound(rounded_down((1 - less) * coming.minutes), facts=facts)
        return VOICE.says("run.minutes", bound, days, because, about=coming.id)
    bound = at_most_km((1 - less) * coming.km, facts)
    return VOICE.says("run.km", bound, days, because, about=coming.id)


RULE = Adaptation("AD301", source="dovetail", decide=decide, principles=("hard_effort",))
