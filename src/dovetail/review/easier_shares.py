"""What a share leaves of a run, in amounts that are shown and worth going out for."""

from __future__ import annotations

from dovetail.domain.units import rounded, rounded_up
from dovetail.review.easier import EasyShelf

FIVE_MIN_FROM, WHOLE_KM_FROM = 30, 12
HALF_KM = 0.5


def shared(
    share: float, minutes: float, km: float, shelf: EasyShelf, *, in_km: bool
) -> tuple[float, float]:
    """Return the minutes and kilometres that a share leaves of a run that had so many.

    It is rounded to the nearest that is shown, up or down, so that the shares of a week add up
    to the share of the week. No share leaves less than is worth going out for: a ceiling may.
    """
    if share <= 0 or share >= 1:
        return share * minutes, share * km
    least = min(minutes, shelf.number("least_run_min"))
    if in_km:
        exact = min(share * km, shelf.paces.km_of("easy", share * minutes))
        near = rounded(exact, HALF_KM if exact < WHOLE_KM_FROM else 1.0)
        return minutes, min(km, max(near, rounded_up(least / shelf.easy_min_per_km, HALF_KM)))
    exact = max(least, share * minutes)
    return min(minutes, rounded(exact, 5.0 if exact >= FIVE_MIN_FROM else 1.0)), km
