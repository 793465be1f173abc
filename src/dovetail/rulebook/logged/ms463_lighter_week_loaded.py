"""MS463: a lighter week was done like any other: what was built had no time to settle."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.logged_work import loads_fully, spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot

BEFORE = 3


def see(case: LogCase) -> Iterator[Spot]:
    """Lighter weeks with nearly the load of the full weeks before, and more than was asked."""
    window, week, number = case.window, case.window.week, case.principles.number
    if not week.is_known or week.plan is None or not week.plan.lighter:
        return
    full = [one.load_au for one in window.weeks if one.is_whole and loads_fully(one)][-BEFORE:]
    usual = sum(full) / len(full) if full else 0.0
    if not usual or not week.asked_au:
        return
    more = week.load_au > number("lighter_loaded", "asked") * week.asked_au
    if more and week.load_au > number("lighter_loaded", "usual") * usual:
        share = 100 * week.load_au / usual
        yield spot(case, share, share_pct=round(share))


RULE = LogMistake("MS463", source="dovetail", unit="%", see=see, principles=("lighter_loaded",))
