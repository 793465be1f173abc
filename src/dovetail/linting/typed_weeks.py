"""The weeks of a typed plan as the rules know weeks: which load, which are lighter, which taper.

A typed plan seldom says so; its kilometres do (all numbers: dovetail).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.athlete import RaceName
from dovetail.domain.plan import RunPhase, Week
from dovetail.domain.session import Session

TAPER_WEEKS: Mapping[str, tuple[int, int]] = {"half": (1, 1), "marathon": (1, 2), "ultra": (1, 2)}
"""Weeks before race week that ought to taper, at least and at most; a short race has none."""
NEAR_PEAK = 0.93
"""Of the biggest week: from here on a week is still one of the big ones."""
LIGHTER = 0.9
"""Of the last full week: a week up to here is a lighter one, where the next one is bigger."""
LIGHTER_LONG = 0.8
"""Of its long run: a week up to here is a lighter one if it does not run more."""
BASE_PART = 3
"""One part in so many of the weeks that load is the base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a typed plan tells of its frame."""

    first: date
    """The Monday of week 1."""
    race: RaceName | None = None
    race_on: date | None = None
    named_lighter: frozenset[int] = frozenset()
    """The weeks, from 0, that the plan itself calls lighter."""


def weeks_of(parts: Sequence[tuple[Session, ...]], outline: Outline) -> tuple[Week, ...]:
    """Return the weeks of a typed plan, with their phases."""
    km = [sum(one.km or 0.0 for one in week if one.discipline == "run") for week in parts]
    raced = [_raced_km(week) for week in parts]
    race_week = _index(outline)
    last = len(parts) if race_week is None else race_week
    taper = last - _taper_weeks(km[:last], outline)
    whole = [own + race for own, race in zip(km, raced, strict=True)]
    longs = [_long_km(week) for week in parts]
    lighter = _lighter(whole[:taper], longs, outline.named_lighter)
    return tuple(
        _week(
            sessions,
            number=place + 1,
            starts=outline.first + timedelta(weeks=place),
            phase=_phase(place, taper, race_week),
            lighter=place in lighter,
        )
        for place, sessions in enumerate(parts)
    )


def _week(
    sessions: tuple[Session, ...], *, number: int, starts: date, phase: RunPhase, lighter: bool
) -> Week:
    runs = [one for one in sessions if one.discipline == "run"]
    return Week(
        number=number,
        starts=starts,
        phase=phase,
        strength_phase=None,
        lighter=lighter,
        minutes=sum(one.minutes for one in sessions),
        run_km=round(sum(one.km or 0.0 for one in runs), 2),
        long_run_km=_long_km(sessions),
        training_load=0,
        reasons=(),
        sessions=sessions,
    )


def _index(outline: Outline) -> int | None:
    if outline.race_on is None:
        return None
    return (outline.race_on - outline.first).days // 7


def _long_km(week: Sequence[Session]) -> float:
    return max((one.km or 0.0 for one in week if one.kind == "long"), default=0.0)


def _raced_km(week: Sequence[Session]) -> float:
    """A race on the way is training too, when weeks are compared."""
    return sum(one.km or 0.0 for one in week if one.kind == "tune_up")


def _taper_weeks(km: Sequence[float], outline: Outline) -> int:
    """Count the weeks after the last big one; where there are none, those that ought to be."""
    least, most = TAPER_WEEKS.get(outline.race or "", (0, 0))
    if outline.race_on is None or not km:
        return 0
    big = max(place for place, one in enumerate(km) if one >= NEAR_PEAK * max(km))
    return min(len(km) - 1, max(least, min(most, len(km) - 1 - big)))


def _lighter(km: Sequence[float], longs: Sequence[float], named: frozenset[int]) -> frozenset[int]:
    """Find the dips: less running than the last full week, or a long run that steps back."""
    found: set[int] = set()
    full = 0
    for place, one in enumerate(km):
        following = km[place + 1] if place + 1 < len(km) else one + 1
        shorter = longs[place] < longs[full] or not longs[full]
        dips = one <= LIGHTER * km[full] and following > one and shorter
        steps_back = one <= km[full] and 0 < longs[place] <= LIGHTER_LONG * longs[full]
        if place in named or dips or steps_back:
            found.add(place)
        else:
            full = place
    return frozenset(found)


def _phase(place: int, taper: int, race_week: int | None) -> RunPhase:
    if race_week is not None and place >= race_week:
        return "race" if place == race_week else "recovery"
    if place >= taper:
        return "taper"
    return "base" if place < taper // BASE_PART else "build"
