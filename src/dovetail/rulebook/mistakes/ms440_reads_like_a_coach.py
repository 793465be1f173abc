"""MS440: a plan reads as if somebody thought: nothing twice, a why for all, steady weekdays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from statistics import mean

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import (
    LOADING,
    WHOLE_LIFTS,
    SeasonCase,
    in_season,
    in_session,
    in_week,
    is_quality,
)
from dovetail.rulebook.shapes import Mistake, Spot

STEADY: Mapping[str, Callable[[Session], bool]] = {
    "long": lambda one: one.kind == "long",
    "quality": lambda one: is_quality(one) and one.kind != "long",
    "strength": lambda one: one.discipline == "strength" and one.kind in WHOLE_LIFTS,
}
"""What keeps its weekdays; what is rarer moves with the week."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for what is told twice, told without a why, or wanders about the week."""
    for week in case.plan.weeks:
        twice = Counter(_content(one) for one in week.sessions if one.key or one.blocks)
        for one in week.sessions:
            if (one.key or one.blocks) and twice.pop(_content(one), 0) > 1:
                yield in_session(one, 1, seen="seen.twice")
            if not one.reasons:
                yield in_session(one, 1, seen="seen.no_why")
        if not week.reasons:
            yield in_week(week, 1, seen="seen.no_why")
    for before, week in pairwise(case.weeks):
        if week.phase != "recovery" and _whole(before) == _whole(week):
            yield in_week(week, 1, seen="seen.same_week")
    yield from _wanders(case)


def _content(session: Session) -> tuple[object, ...]:
    """What is asked, without the reasons."""
    lines = [
        (line.exercise, line.sets, line.reps, line.seconds, line.tempo, line.rir)
        for line in session.lines()
    ]
    return (session.discipline, session.kind, session.km, session.steps, tuple(lines))


def _whole(week: Week) -> list[tuple[object, ...]]:
    return [(one.date.weekday(), *_content(one)) for one in week.sessions]


def _wanders(case: SeasonCase) -> Iterator[Spot]:
    """Each kind has as many weekdays as it has sessions in a usual week."""
    share = case.principles.number("steady_days", "session")
    usual = [week for week in case.weeks if week.phase in LOADING]
    weeks = [week for week in usual if week.number not in case.near_a_race]
    for kind, belongs in STEADY.items():
        by_week = [[one.date.weekday() for one in week.sessions if belongs(one)] for week in weeks]
        days = Counter(day for some in by_week for day in some)
        places = max(1, round(mean(map(len, by_week)))) if by_week else 1
        same = sum(times for _, times in days.most_common(places))
        if days.total() > 2 and same < share * days.total():
            yield in_season(days.total() - same, seen="seen.wanders", session=f"wander.{kind}")


RULE = Mistake("MS440", source="dovetail", unit="times", found=found, principles=("steady_days",))
