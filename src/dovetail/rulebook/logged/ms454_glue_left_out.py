"""MS454: balance and core were left out of the lifting: they hold every stride together."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.log_window import WeekDone
from dovetail.rulebook.logged_work import loads, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Weeks in a row that lift, with too few of the sets of balance and core that were owed.

    What is owed is what the plan asks, so peak and taper owe less. Weeks without any lift are
    another mistake.
    """
    weeks = case.window.last(int(case.principles.number("glue_left_out", "weeks")))
    if not weeks or not all(_leaves_out(case, week) for week in weeks):
        return
    done, owed = sum(map(_done, weeks)), sum(map(_owed, weeks))
    yield spot(case, owed - done, sets=round(done), owed=owed)


def _leaves_out(case: LogCase, week: WeekDone) -> bool:
    unknown = any(one.glue_sets is None for one in week.lifts)
    if not loads(week) or unknown or not week.lifts:
        return False
    return _done(week) < case.principles.number("glue_left_out", "share") * _owed(week)


def _owed(week: WeekDone) -> int:
    return sum(week.asked_glue_sets[one.id] for one in week.owed)


def _done(week: WeekDone) -> float:
    return sum(one.glue_sets or 0.0 for one in week.lifts)


RULE = LogMistake("MS454", source="coach-t", unit="sets", see=see, principles=("glue_left_out",))
