"""AD305: a quality run that was cut short is not repeated, and the paces are held."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.session import Session
from dovetail.rulebook.morning_points import said_tired
from dovetail.rulebook.season_case import is_quality
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase
from dovetail.rulebook.weekly_orders import Voice, days_from

VOICE = Voice("AD305")


def decide(case: TrainingCase) -> Iterator[Order]:
    """Under four fifths of it done: race fitness counts for no more; the second time, one less.

    On a morning that somebody said was a tired one less was right, and it does not count; a
    device alone excuses nothing. It holds for four weeks.

    Source: dovetail.
    """
    number = case.principles.number
    cut = _cut_short(case)
    if not cut or case.race_fitness is None:
        return
    days = days_from(cut[-1].date, number("cut_short", "days"))
    fresh = case.now if case.is_whole else case.ended or case.now
    if cut[-1].date < fresh.starts:
        return
    again = len(cut) >= number("cut_short", "times")
    most = case.race_fitness - (number("cut_short", "fitness") if again else 0)
    facts: Facts = {
        "kind": f"kinds.{cut[-1].kind}",
        "runs": len(cut),
        "then": f"cut_short.{'again' if again else 'once'}",
    }
    done = cut[-1].done
    because = done.events if done and done.events else (cut[-1].id,)
    yield VOICE.says("race_fitness", Bound(most, facts=facts), days, because)


def _cut_short(case: TrainingCase) -> list[Session]:
    """Return the quality runs of up to four weeks of which too little was done, in order."""
    found = []
    for signals in (*reversed(case.before), case.now):
        week = case.week_of(signals.starts)
        partly = signals.adherence.partly if signals.adherence else ()
        tired = said_tired(signals.mornings, case.principles)
        for one in week.sessions if week else ():
            if one.id in partly and is_quality(one) and one.date not in tired:
                found.append(one)
    return found


RULE = Adaptation(
    "AD305",
    source="dovetail",
    decide=decide,
    principles=("cut_short", "readiness", "readiness_signals"),
)
