"""Training paces from race fitness."""

from __future__ import annotations

from collections.abc import Mapping

from dovetail.domain.prescription import PaceName
from dovetail.domain.units import rounded
from dovetail.physiology.race_fitness import (
    HALF_KM,
    MARATHON_KM,
    MILE_KM,
    check_fitness,
    race_time_s,
    speed_m_per_min,
)

PaceRange = tuple[int, int]  # s/km, the faster first

PACE_NAMES: tuple[PaceName, ...] = (
    "easy",
    "marathon",
    "half",
    "threshold",
    "10k",
    "5k",
    "interval",
    "repetition",
)
FEEL_BELOW = 35.0  # race fitness: run by feel and run-walk below
EASY_FASTER, EASY_SLOWER = 0.70, 0.62  # fractions of race fitness
THRESHOLD = 0.88
INTERVAL = 0.975
MARATHON_MARGIN_S_PER_KM = 15  # less than this over easy is no pace of its own


def training_paces(
    fitness: float | None, *, marathon_s_per_km: float | None = None
) -> Mapping[PaceName, PaceRange | None]:
    """Return the paces to train at, each as (faster, slower) in whole s/km.

    Easy is a band; all others are single paces, both ends alike. `marathon_s_per_km` is the
    pace of the goal marathon, usually slower than the formula's, and is held to the formula's
    where it is faster. The marathon pace is None where it is less than 15 s/km faster than
    the fast end of easy: then there is nothing to practise, run steadily by effort 5 of 10.

    Valid for a race fitness of 35 to 90. Below 35, and for None, every pace is None: run by
    feel and walk in between. The order from easy to repetition always holds: easy > marathon
    > half > threshold > 10k > 5k >= interval > repetition, in s/km. Threshold is slower than
    10k because a 10 km takes less than an hour from a race fitness of 33 up. Two paces are held in
    order (our own default): threshold at least 1 s/km faster than half, which speaks from
    about 66 up, and interval no slower than 5k, from about 76 up.

    Sources: daniels-gilbert-1979, daniels-2014, dovetail.

    >>> paces = training_paces(50)
    >>> paces["easy"], paces["threshold"], paces["interval"]
    ((307, 338), (255, 255), (235, 235))
    """
    if fitness is None or fitness < FEEL_BELOW:
        return dict.fromkeys(PACE_NAMES)
    check_fitness(fitness)
    easy = _at(fitness, EASY_FASTER), _at(fitness, EASY_SLOWER)
    half = _race(fitness, HALF_KM)
    five = _race(fitness, 5)
    return {
        "easy": easy,
        "marathon": _marathon(fitness, marathon_s_per_km, easy_s_per_km=easy[0]),
        "half": (half, half),
        "threshold": _single(min(_at(fitness, THRESHOLD), half - 1)),
        "10k": _single(_race(fitness, 10)),
        "5k": _single(five),
        "interval": _single(min(_at(fitness, INTERVAL), five)),
        "repetition": _single(_race(fitness, MILE_KM)),
    }


def pace_at_fraction_s_per_km(fitness: float, fraction: float) -> float:
    """Return the pace [s/km] that costs a fraction of race fitness.

    Valid for a race fitness of 30 to 90 and the fractions of training, about 0.5 to 1.2.

    Sources: daniels-gilbert-1979.

    >>> round(pace_at_fraction_s_per_km(60, 0.88))
    220
    """
    check_fitness(fitness)
    return 60000 / speed_m_per_min(fraction * fitness)


def _marathon(fitness: float, asked: float | None, *, easy_s_per_km: int) -> PaceRange | None:
    pace = _race(fitness, MARATHON_KM)
    if asked is not None:
        pace = max(pace, int(rounded(asked)))
    return _single(pace) if easy_s_per_km - pace >= MARATHON_MARGIN_S_PER_KM else None


def _at(fitness: float, fraction: float) -> int:
    return int(rounded(pace_at_fraction_s_per_km(fitness, fraction)))


def _race(fitness: float, km: float) -> int:
    return int(rounded(race_time_s(fitness, km) / km))


def _single(pace: int) -> PaceRange:
    return (pace, pace)
