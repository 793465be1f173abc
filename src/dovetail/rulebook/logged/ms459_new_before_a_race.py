"""MS459: an exercise was new in the week of a race."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.logged_work import spot_of
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Lifts of the days before a race with an exercise that neither plan nor log has met."""
    window = case.window
    days = case.principles.number("new_before_race")
    for lift in window.week.lifts:
        before = [(race - lift.on).days for race in window.races if race > lift.on]
        left = min(before, default=None)
        new = sorted({line.exercise for line in lift.lines} - window.met)
        if new and left is not None and left <= days:
            name = window.names.get(new[0], new[0])
            yield spot_of(case, lift, len(new), exercise=name, days=left)


RULE = LogMistake(
    "MS459", source="dovetail", unit="times", see=see, principles=("new_before_race",)
)
