"""How the easy kilometres of a placed week are shared among its easy runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dovetail.domain.units import rounded_down

STEP_KM = 0.5
MEDIUM = 1.3
STEPS_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class Room:
    """One easy run: the least and the most it can be [km], and how it weighs."""

    least_km: float
    most_km: float
    weight: float = 1.0


def share_km(total_km: float, rooms: Sequence[Room]) -> tuple[float, ...]:
    """Share the kilometres: each at least its least, none above its most, one a little longer.

    The sum is at most the total, unless the least of all is already more. Sharing goes in
    steps of half a kilometre to the run that is furthest below its weight.

    Source: dovetail.

    >>> share_km(16, [Room(3, 5), Room(3, 5), Room(3, 9, 1.3)])
    (5.0, 5.0, 6.0)
    """
    runs = [rounded_down(max(room.least_km, 0), STEP_KM) for room in rooms]
    for _ in range(STEPS_AT_MOST):
        if sum(runs) + STEP_KM > total_km + 1e-9:
            break
        open_runs = [i for i, room in enumerate(rooms) if runs[i] + STEP_KM <= room.most_km + 1e-9]
        if not open_runs:
            break
        shortest = min(open_runs, key=lambda i: (runs[i] / rooms[i].weight, i))
        runs[shortest] += STEP_KM
    return tuple(runs)
