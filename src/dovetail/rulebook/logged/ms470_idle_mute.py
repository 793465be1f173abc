"""MS470: a mute has nothing left to keep silent: its rule would not have spoken for weeks."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.logged_work import spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Mutes given four weeks ago and more, whose rule has been silent in all of them."""
    for mute in case.window.mutes:
        days = (case.window.until - mute.on).days
        if days >= case.principles.number("idle_mute") and mute.code not in case.spoke:
            yield spot(case, days, rule=mute.code, days=days)


RULE = LogMistake("MS470", source="dovetail", unit="days", see=see, principles=("idle_mute",))
