"""How long a run may be beside others, for the rules that ask it alike."""

from __future__ import annotations

from dovetail.rulebook.cases import Runner


def second_longest_km(runner: Runner, long_km: float) -> float:
    """Return the most that any other run may be [km] beside a long run of so many.

    Three quarters of it, nine tenths while it is short; the shortest run that there is may
    stand beside any long run.

    Source: dovetail.
    """
    number = runner.principles.number
    short = long_km < number("second_longest", "short_below")
    share = number("second_longest", "short_share" if short else "share")
    shortest_km = 60 * number("shortest_run", runner.level) / runner.easy_s_per_km
    return max(share * long_km, shortest_km)
