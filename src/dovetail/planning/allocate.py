"""How the easy kilometres of a placed week are shared among its easy runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MEDIUM = 1.3
STEP_KM = 0.5
QUALITY_GROWS_KM = 4.0
"""Easy running that a key run takes at its ends at most (dovetail)."""
APART_FROM_KM = 8.0
APART_KM = 1.0
_HAIR = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One run that may grow: the lengths it can have [km], and how it weighs."""

    sizes: tuple[float, ...]
    """Rising; at least one."""
    weight: float = 1.0
    day: int = 0
    plain: bool = True
    """An easy run and nothing else: those of a week do not look all alike."""


def share_km(total_km: float, rooms: Sequence[Room]) -> tuple[float, ...]:
    """Share the kilometres: each at least its least, none above its most, one a little longer.

    The sum is at most the total, unless the least of all is already more. Sharing goes step
    by step to the run that is furthest below its weight.

    Source: dovetail.

    >>> share_km(16, [Room(sizes=(3, 4, 5)), Room(sizes=(3, 4, 5)), Room(sizes=(3, 4, 5, 6, 7))])
    (5, 5, 6)
    """
    at = [0] * len(rooms)
    _grow(rooms, at, total_km, careful=False)
    _unlike(rooms, at)
    _grow(rooms, at, total_km, careful=True)
    return tuple(room.sizes[i] for room, i in zip(rooms, at, strict=True))


def _grow(rooms: Sequence[Room], at: list[int], total_km: float, *, careful: bool) -> None:
    """Take steps while they fit; careful ones make no two runs alike."""
    while True:
        left = total_km - sum(room.sizes[i] for room, i in zip(rooms, at, strict=True))
        steps = sorted(
            (room.sizes[i] / room.weight, number)
            for number, (room, i) in enumerate(zip(rooms, at, strict=True))
            if i + 1 < len(room.sizes) and room.sizes[i + 1] - room.sizes[i] <= left + _HAIR
        )
        for _, number in steps:
            at[number] += 1
            if not careful or _alike(rooms, at) is None:
                break
            at[number] -= 1
        else:
            return


def _unlike(rooms: Sequence[Room], at: list[int]) -> None:
    """Take a step from one run to another until neighbours differ, and not all are equal."""
    for _ in range(2 * len(rooms)):
        alike = _alike(rooms, at)
        if alike is None:
            break
        down, up = alike
        at[down] -= 1
        if up is not None:
            at[up] += 1


def _alike(rooms: Sequence[Room], at: Sequence[int]) -> tuple[int, int | None] | None:
    """Return which run gives a step to which, where two are too much alike; None where none."""
    now = [room.sizes[i] for room, i in zip(rooms, at, strict=True)]
    plain = [number for number, room in enumerate(rooms) if room.plain]
    pairs = [
        (one, other)
        for one in plain
        for other in plain
        if rooms[other].day - rooms[one].day == 1
        and min(now[one], now[other]) > APART_FROM_KM
        and abs(now[one] - now[other]) < APART_KM
    ]
    if not pairs and len(plain) >= 3 and len({now[number] for number in plain}) == 1:
        pairs = [(plain[-1], plain[0])]
    for pair in pairs:
        shorter, longer = sorted(pair, key=lambda number: (now[number], -number))
        if at[shorter] > 0:
            grows = at[longer] + 1 < len(rooms[longer].sizes)
            freed = now[shorter] - rooms[shorter].sizes[at[shorter] - 1]
            even = grows and rooms[longer].sizes[at[longer] + 1] - now[longer] <= freed + _HAIR
            return shorter, longer if even else None
    return None
