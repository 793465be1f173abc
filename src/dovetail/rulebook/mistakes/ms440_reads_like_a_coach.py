"""MS440: a plan reads as if somebody thought: nothing twice, a why for all, steady weekdays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, permutations

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import (
    HEAVY,
    SAYS_WHY,
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
TWO_A_WEEK = 2


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
        if week.phase != "recovery" and _whole(before) == _whole(week) and _can_move(week):
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


def _can_move(week: Week) -> bool:
    """Whether a week holds more than easy runs at the most that its days or its limits hold."""
    moves = any(one.discipline == "strength" or is_quality(one) for one in week.sessions)
    return moves or not any(reason.code in SAYS_WHY for reason in week.reasons)


def _wanders(case: SeasonCase) -> Iterator[Spot]:
    """A week's sessions stand on the kind's usual weekdays, as many as the week holds.

    A session that has outgrown the slots of its usual day has to stand on another: usual are
    the days that most sessions keep or have outgrown.
    A lighter week is free, and so are weeks beside a race. Heavy lifting asks for days of
    its own, so the weekdays are counted before it and from it on.
    """
    share = case.principles.number("steady_days", "session")
    weeks = [week for week in case.weeks if case.loads(week)]
    weeks = [week for week in weeks if week.number not in case.near_a_race]
    parts = [[week for week in weeks if _heavy(week) is heavy] for heavy in (False, True)]
    for kind, belongs in STEADY.items():
        total = same = 0
        for part in parts:
            by_week = [_longest_by_day(week, belongs) for week in part]
            total += sum(map(len, by_week))
            same += max(
                sum(_at_home(case, days, usual[: len(days)]) for days in by_week)
                for usual in _usual(case, by_week)
            )
        if total > 2 and same < share * total:
            yield in_season(total - same, seen="seen.wanders", session=f"wander.{kind}")


def _usual(case: SeasonCase, by_week: Sequence[Mapping[int, int]]) -> Iterator[tuple[int, ...]]:
    """Yield weekdays in an order in which they may be usual: any two, then those most stood on."""
    stood = chain.from_iterable(_fitting(case, days) for days in by_week)
    often = tuple(day for day, _ in Counter(stood).most_common())
    for first in permutations(often, min(TWO_A_WEEK, len(often))):
        yield (*first, *(day for day in often if day not in first))


def _longest_by_day(week: Week, belongs: Callable[[Session], bool]) -> dict[int, int]:
    """The minutes of the sessions of a kind by weekday; of two on a day those of the longer."""
    found: dict[int, int] = {}
    for one in week.sessions:
        if belongs(one):
            day = one.date.weekday()
            found[day] = max(found.get(day, 0), one.minutes)
    return found


def _fitting(case: SeasonCase, days: Mapping[int, int]) -> Iterator[int]:
    """Yield the days whose slots hold what stands there: others are nobody's usual days."""
    for day, minutes in days.items():
        rooms = [slot.minutes for slot in case.slots if slot.weekday == day]
        if not case.slots or minutes <= max(rooms, default=0):
            yield day


def _at_home(case: SeasonCase, days: Mapping[int, int], usual: Sequence[int]) -> int:
    """Count the sessions on their usual days, and those that no slot of these would hold."""
    free = {day for day in usual if day not in days}
    rooms = [slot.minutes for slot in case.slots if slot.weekday in free]
    return sum(
        day in usual or (bool(rooms) and minutes > max(rooms)) for day, minutes in days.items()
    )


def _heavy(week: Week) -> bool:
    return week.strength_phase in HEAVY


RULE = Mistake("MS440", source="dovetail", unit="times", found=found, principles=("steady_days",))
