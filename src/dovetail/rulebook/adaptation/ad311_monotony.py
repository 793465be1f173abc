"""AD311: days that are all alike, with tired mornings among them, ask for one session less."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.morning_points import tired_mornings
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_of, events_of

VOICE = Voice("AD311", "foster-1998")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Monotony over 2 and three tired mornings: the session that is kept last goes.

    A run goes by none of its minutes, a lift by one fewer. Where only key sessions are left,
    none goes.

    Sources: foster-1998 (monotony), dovetail.
    """
    number = case.principles.number
    ended, ahead = case.ended, case.ahead
    if ended is None or ahead is None or ended.load is None or ended.load.monotony is None:
        return
    tired = tired_mornings(ended.mornings, case.principles)
    if ended.load.monotony <= number("monotony_limit", "most"):
        return
    gone = _last(ahead)
    if len(tired) < number("monotony_limit", "mornings") or gone is None:
        return
    facts: Facts = {"monotony": round(ended.load.monotony, 1), "mornings": len(tired)}
    because = events_of(ended)
    if gone.discipline == "run":
        days, bound = (gone.date, gone.date), Bound(0.0, facts=facts)
        yield VOICE.says("run.minutes", bound, days, because, about=gone.id)
    else:
        lifts = sum(one.discipline == "strength" for one in ahead.sessions)
        yield VOICE.says("week.lifts", Bound(lifts - 1, facts=facts), days_of(ahead), because)


def _last(week: Week) -> Session | None:
    """Return the session that is given up first: no key one, and none of a locked one."""
    free = [
        one
        for one in week.sessions
        if one.discipline in ("run", "strength") and not one.key and one.locked is None
    ]
    return max(free, key=lambda one: (one.priority, one.date), default=None)


RULE = Adaptation(
    "AD311",
    source="foster-1998",
    decide=decide,
    principles=("monotony_limit", "readiness", "readiness_signals"),
)
