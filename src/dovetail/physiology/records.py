"""The fastest that people have run: a guard against mistyped race times."""

from __future__ import annotations

import math
from itertools import pairwise

# km and s; men's best marks on track and road, rounded down so that a new record still passes
FASTEST: tuple[tuple[float, float], ...] = (
    (0.1, 9.5),
    (0.4, 43.0),
    (0.8, 100.0),
    (1.5, 205.0),
    (1.609344, 222.0),
    (3.0, 435.0),
    (5.0, 752.0),
    (10.0, 1564.0),
    (21.0975, 3390.0),
    (42.195, 7140.0),
    (50.0, 9420.0),
    (100.0, 21600.0),
)


def faster_than_record(km: float, time_s: float) -> bool:
    """Say whether nobody has ever run this far [km] in so little time [s].

    Between two distances of the table the line is straight in the logarithms of distance and
    time, as records themselves nearly are; outside 0.1 to 100 km the speed of the nearest
    distance is the limit.

    Sources: world-athletics, riegel-1981.

    >>> faster_than_record(21.0975, 105), faster_than_record(21.0975, 3600)
    (True, False)
    """
    return time_s < fastest_s(km)


def fastest_s(km: float) -> float:
    """Return the time [s] that stands for the record over a distance [km above 0].

    Sources: world-athletics, riegel-1981.

    >>> round(fastest_s(10)), round(fastest_s(15))
    (1564, 2381)
    """
    for (shorter, quick), (longer, slow) in pairwise(FASTEST):
        if shorter <= km <= longer:
            share = math.log(km / shorter) / math.log(longer / shorter)
            return quick * math.pow(slow / quick, share)
    edge_km, edge_s = FASTEST[0] if km < FASTEST[0][0] else FASTEST[-1]
    return edge_s * km / edge_km
