"""Heart rate zones, and when to leave heart rate alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import rounded

ZoneName = Literal["easy", "marathon", "threshold", "interval"]
Anchor = Literal["threshold", "reserve", "maximum", "age"]
BpmRange = tuple[int, int]  # the lower first
Fractions = Mapping[ZoneName, tuple[float, float]]

TEST_IS_GOOD_FOR_DAYS = 84
SHORTEST_BOUT_MIN = 3.0  # the heart needs longer than this to show the effort
TOO_WARM_ABOVE_C = 24.0
AGE_FORMULA_WITHIN_BPM = 11

OF_THRESHOLD: Fractions = {
    "easy": (0.72, 0.89),
    "marathon": (0.90, 0.94),
    "threshold": (0.95, 1.02),
    "interval": (1.03, 1.06),
}
OF_RESERVE: Fractions = {
    "easy": (0.56, 0.72),
    "marathon": (0.73, 0.83),
    "threshold": (0.82, 0.87),
    "interval": (0.95, 1.00),
}
OF_MAXIMUM: Fractions = {
    "easy": (0.65, 0.79),
    "marathon": (0.80, 0.90),
    "threshold": (0.88, 0.92),
    "interval": (0.98, 1.00),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartFacts:
    """What is known of somebody's heart; None is "not said".

    `threshold_bpm` is the mean of the last 20 min of a 30-min time trial run alone,
    `hr_max_bpm` a measured maximum.
    """

    threshold_bpm: float | None = None
    threshold_on: date | None = None
    hr_max_bpm: float | None = None
    hr_rest_bpm: float | None = None
    age_years: float | None = None
    takes_beta_blockers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRateZones:
    """Ranges [bpm] for steady running, what they hang on, and how far off they may be."""

    anchor: Anchor
    within_bpm: int  # 0 where measured
    bpm: Mapping[ZoneName, BpmRange]


def tanaka_hr_max_bpm(age_years: float) -> float:
    """Return the maximal heart rate [bpm] expected at an age, after Tanaka: 208 - 0.7 age.

    For adults, 18 to 90 years; a person's own may well lie 11 bpm off.

    Sources: tanaka-2001.

    >>> tanaka_hr_max_bpm(40)
    180.0
    """
    _check_age(age_years)
    return 208 - 0.7 * age_years


def nes_hr_max_bpm(age_years: float) -> float:
    """Return the maximal heart rate [bpm] expected at an age, after Nes: 211 - 0.64 age.

    For adults, 18 to 90 years; standard error 10.8 bpm.

    Sources: nes-2013.

    >>> round(nes_hr_max_bpm(40), 1)
    185.4
    """
    _check_age(age_years)
    return 211 - 0.64 * age_years


def karvonen_bpm(fraction: float, *, hr_rest_bpm: float, hr_max_bpm: float) -> float:
    """Return the heart rate [bpm] at a fraction (0 to 1) of heart rate reserve.

    The fraction stands for oxygen uptake *reserve*, not for maximal uptake.

    Sources: swain-1997.

    >>> karvonen_bpm(0.5, hr_rest_bpm=50, hr_max_bpm=190)
    120.0
    """
    if not 0 < hr_rest_bpm < hr_max_bpm:
        raise BadInput(
            Problem(
                code="heart-rates-out-of-order",
                problem=f"A resting heart rate of {hr_rest_bpm:g} bpm is not below a maximum "
                f"of {hr_max_bpm:g} bpm.",
                hint="Give both in beats a minute, the resting one lower.",
            )
        )
    return hr_rest_bpm + fraction * (hr_max_bpm - hr_rest_bpm)


def heart_rate_zones(
    facts: HeartFacts, on: date, *, temperature_c: float | None = None
) -> HeartRateZones | None:
    """Return the zones [bpm] by the best anchor known; None means: run by effort.

    In this order: a threshold test less than 12 weeks old; reserve of a measured maximum; a
    measured maximum alone; the maximum expected at the age, which may be 11 bpm off. A test
    without a date is taken as recent. None under beta-blockers, above 24 degrees, and when
    nothing is known. The fractions of reserve are those of maximal uptake less 3.5 ml/kg/min
    at rest, for a maximum of 50; others differ by 2 hundredths at most.

    Sources: friel, swain-1997, daniels-2014, tanaka-2001, nes-2013, dovetail.

    >>> ana = HeartFacts(hr_max_bpm=190, hr_rest_bpm=50)
    >>> heart_rate_zones(ana, date(2027, 1, 4)).bpm["easy"]
    (128, 151)
    """
    is_warm = temperature_c is not None and temperature_c > TOO_WARM_ABOVE_C
    if facts.takes_beta_blockers or is_warm:
        return None
    if facts.threshold_bpm is not None and _is_recent(facts.threshold_on, on):
        return _zones("threshold", OF_THRESHOLD, 0, facts.threshold_bpm)
    if facts.hr_max_bpm is not None and facts.hr_rest_bpm is not None:
        return _zones("reserve", OF_RESERVE, facts.hr_rest_bpm, facts.hr_max_bpm)
    if facts.hr_max_bpm is not None:
        return _zones("maximum", OF_MAXIMUM, 0, facts.hr_max_bpm)
    if facts.age_years is not None:
        return _zones("age", OF_MAXIMUM, 0, tanaka_hr_max_bpm(facts.age_years))
    return None


def bout_bpm(zones: HeartRateZones | None, name: ZoneName, *, bout_min: float) -> BpmRange | None:
    """Return the range [bpm] for a bout of so many minutes; None below 3 min, or unknown.

    Sources: dovetail.

    >>> ana = heart_rate_zones(HeartFacts(hr_max_bpm=190), date(2027, 1, 4))
    >>> bout_bpm(ana, "interval", bout_min=4), bout_bpm(ana, "interval", bout_min=2)
    ((186, 190), None)
    """
    if zones is None or bout_min < SHORTEST_BOUT_MIN:
        return None
    return zones.bpm[name]


def _zones(anchor: Anchor, fractions: Fractions, low_bpm: float, full_bpm: float) -> HeartRateZones:
    if low_bpm:
        karvonen_bpm(0, hr_rest_bpm=low_bpm, hr_max_bpm=full_bpm)  # speaks up when out of order

    def bpm(fraction: float) -> int:
        return int(rounded(low_bpm + fraction * (full_bpm - low_bpm)))

    return HeartRateZones(
        anchor=anchor,
        within_bpm=AGE_FORMULA_WITHIN_BPM if anchor == "age" else 0,
        bpm={name: (bpm(low), bpm(high)) for name, (low, high) in fractions.items()},
    )


def _is_recent(tested: date | None, on: date) -> bool:
    return tested is None or 0 <= (on - tested).days < TEST_IS_GOOD_FOR_DAYS


def _check_age(age_years: float) -> None:
    if not 18 <= age_years <= 90:
        raise BadInput(
            Problem(
                code="age-out-of-range",
                problem=f"No heart rate can be expected from an age of {age_years:g} years.",
                hint="The formulas hold from 18 to 90; measure the maximum, or run by effort.",
            )
        )
