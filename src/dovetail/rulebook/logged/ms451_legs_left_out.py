"""MS451: the legs were left out of what was lifted: running alone is not stimulus enough."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WeekDone
from dovetail.rulebook.logged_work import loads, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

WEEKS = 2


def see(case: LogCase) -> Iterator[Spot]:
    """Two weeks running with fewer leg sets than the least, or than half of those owed.

    Stabilization counts work sets, which it has, and not hard ones. Silent outside base, build
    and peak, and where no lift at all was done for so long that MS461 tells it.
    """
    weeks = case.window.last(WEEKS)
    if not weeks or not case.window.lifts_told or _tells_a_longer_gap(case):
        return
    if not all(_leaves_out(case, week) for week in weeks):
        return
    done, owed = sum(map(_done, weeks)), sum(map(_owed, weeks))
    yield spot(case, owed - done, sets=round(done), owed=owed)


def _leaves_out(case: LogCase, week: WeekDone) -> bool:
    unknown = any(one.leg_sets is None for one in week.lifts)
    if not loads(week) or unknown:
        return False
    owed, number = _owed(week), case.principles.number
    least = min(number("legs_left_out", "sets"), number("legs_left_out", "share") * owed)
    return _done(week) < least


def _tells_a_longer_gap(case: LogCase) -> bool:
    weeks = case.window.last(int(case.principles.number("no_strength")))
    return bool(weeks) and all(
        not week.lifts and any(one.discipline == "strength" for one in week.owed) for week in weeks
    )


def _owed(week: WeekDone) -> int:
    return sum(week.asked_leg_sets[one.id] for one in week.owed)


def _done(week: WeekDone) -> float:
    return sum(one.leg_sets or 0.0 for one in week.lifts)


RULE = LogMistake(
    "MS451",
    source="coach-t",
    unit="sets",
    see=see,
    principles=("legs_left_out", "no_strength"),
)
