"""MS460: jumps were done before their gate, or far more of them than the plan has come to."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.rulebook.logged_work import spot_of
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Lifts with more landings than the plan has asked of any session so far, and some.

    A coach who has opened the jumps is obeyed.
    """
    window = case.window
    if window.hops_unlocked:
        return
    spare = case.principles.number("early_jumps")
    for lift in window.week.lifts:
        over = lift.contacts - window.hops_asked - spare
        if over > 0:
            yield spot_of(case, lift, over, contacts=lift.contacts, most=window.hops_asked)


RULE = LogMistake("MS460", source="coach-t", unit="contacts", see=see, principles=("early_jumps",))
