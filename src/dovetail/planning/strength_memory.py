"""What earlier weeks lifted: whether a load may stay, and which lifts are still fresh."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dovetail.domain.plan import Week
from dovetail.domain.prescription import Line, Range

Amounts = tuple[Range | None, float | None]
"""Repetitions, and how many are left in reserve."""
FRESH_WEEKS = 3
"""A lift that rested longer is not done heavy again just before a race (dovetail)."""


def limits_lifted(weeks: Sequence[Week]) -> Mapping[str, float]:
    """Return, by exercise, the repetitions to the limit of its last week that loaded.

    Five with two left are seven. Where a week has a lift twice, the heavier one counts; a
    lighter week keeps the load and asks for less, so it tells nothing.
    """
    found: dict[str, float] = {}
    for week in weeks:
        if week.lighter:
            continue
        here: dict[str, float] = {}
        for line in _trained(week):
            limit = limit_of(line)
            if limit is not None:
                here[line.exercise] = min(limit, here.get(line.exercise, limit))
        found |= here
    return found


def amounts_waiting(weeks: Sequence[Week]) -> Mapping[str, Amounts]:
    """Return, by exercise, what was done last of all that the last full week did not hold.

    Who lifts once a week has A and B by turns, so that a lift waits for two weeks.
    """
    found: dict[str, Amounts] = {}
    latest: set[str] = set()
    for week in weeks:
        if week.lighter:
            continue
        here = {line.exercise: (line.reps, line.rir) for line in _trained(week)}
        found |= here
        latest = set(here)
    return {key: amounts for key, amounts in found.items() if key not in latest}


def limit_of(line: Line) -> float | None:
    """Return the repetitions that would end a loaded set; None for all other lines."""
    if line.load_rule is None or line.reps is None or line.rir is None:
        return None
    return line.reps[0] + line.rir


def lifted_lately(weeks: Sequence[Week]) -> frozenset[str]:
    """Return what the sessions of the last weeks trained."""
    return frozenset(line.exercise for week in weeks[-FRESH_WEEKS:] for line in _trained(week))


def _trained(week: Week) -> Iterator[Line]:
    for session in week.sessions:
        for block in session.blocks:
            if block.part in ("main", "core"):
                yield from block.lines
