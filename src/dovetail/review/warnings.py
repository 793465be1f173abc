"""What a check-in or the athlete file warns of: signs for a professional, energy, heat, a slump."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import fmean

from dovetail.domain.athlete import Athlete, Screening
from dovetail.domain.signals import EnergySign, Slump, Warned, Weather
from dovetail.domain.training_log import Checkin, Clearance, Race
from dovetail.domain.units import Duration
from dovetail.physiology.race_fitness import race_fitness
from dovetail.review.history import History

CLEARING = ("conditions", "illness")
CLEARANCE_HOLDS_DAYS = 365
"""What the athlete file says of a clearance holds so long (riebe-2015)."""
COMPARED_DAYS = 365
"""A race longer ago tells of another runner (dovetail)."""
MOOD_DAYS, MOOD_BASELINE_DAYS, MOOD_LEAST, MOOD_FALL = 14, 28, 3, 1.0
"""Mood has fallen by one of seven: two weeks against four before the fall (dovetail)."""


def warned(history: History, on: date) -> Warned:
    """Return the signs told and not cleared by a professional on their day or since."""
    cleared = _last_clearance(history, on)
    told = [
        one
        for one in history.of(Checkin)
        if one.signs and one.on <= on and (cleared is None or one.on > cleared)
    ]
    signs = dict.fromkeys(sign for one in told for sign in one.signs or ())
    return Warned(signs=tuple(signs), events=tuple(one.id for one in told))


def weather(history: History, on: date) -> Weather:
    """Return the heat that today's last check-in tells of [°C, %]; unavailable without."""
    heat = ("air_c", "humidity_pct", "wbgt_c")
    for one in reversed(history.checkins.get(on, ())):
        told = {key: getattr(one, key) for key in heat}
        if any(value is not None for value in told.values()):
            return Weather(**told, events=(one.id,))
    return Weather()


def energy(athlete: Athlete, history: History, on: date) -> tuple[EnergySign, ...]:
    """Return the signs of too little energy in the athlete file; none once it was cleared.

    Source: mountjoy-2023.
    """
    asked = athlete.health.screening
    told = athlete.health.cleared
    holds = told is not None and 0 <= (on - told).days <= CLEARANCE_HOLDS_DAYS
    return () if holds or _last_clearance(history, on) is not None else tuple(_signs(asked))


def _signs(asked: Screening) -> Iterator[EnergySign]:
    injury = asked.bone_stress_injury
    if injury is not None and injury.cleared is None:
        yield "bone_stress"
    told: dict[EnergySign, bool] = {
        "missed_periods": asked.reds.missed_periods_3,
        "weight_loss": asked.reds.weight_loss_5,
        "restrictive_eating": asked.reds.restrictive_eating,
        "low_libido": asked.reds.low_libido,
        "recurrent_illness": asked.reds.recurrent_illness,
        "fatigue": asked.reds.fatigue,
    }
    yield from (sign for sign, is_so in told.items() if is_so)


def slump(history: History, on: date) -> Slump | None:
    """Return the fall of race fitness against the best of the year before [%], and of mood.

    It begins with the first race after the best one. Unavailable under two races.

    Source: dovetail.
    """
    since = on - timedelta(days=COMPARED_DAYS)
    races = [one for one in _fitness(history) if since <= one[0] <= on]
    if len(races) < 2:
        return None
    best = max(fitness for _, fitness, _ in races[:-1])
    place = max(number for number, one in enumerate(races[:-1]) if one[1] == best)
    began, (_, now, event) = races[place + 1][0], races[-1]
    if now >= best:
        return None
    fell = _mood_fell(history, began, on)
    loss_pct = 100 * (1 - now / best)
    return Slump(days=(on - began).days, loss_pct=loss_pct, mood_fell=fell, events=(event,))


def _fitness(history: History) -> Iterator[tuple[date, float, str]]:
    for one in history.of(Race):
        time = Duration.parse(one.time)
        fitness = None if time is None else race_fitness(one.km, time.s)
        if fitness is not None:
            yield one.on, fitness, one.id


def _mood_fell(history: History, began: date, on: date) -> bool:
    now = _moods(history, on - timedelta(days=MOOD_DAYS - 1), on)
    before = _moods(history, began - timedelta(days=MOOD_BASELINE_DAYS), began - timedelta(days=1))
    if min(len(now), len(before)) < MOOD_LEAST:
        return False
    return fmean(before) - fmean(now) >= MOOD_FALL


def _moods(history: History, first: date, last: date) -> list[int]:
    told = (one for one in history.of(Checkin) if first <= one.on <= last)
    return [one.mood for one in told if one.mood is not None]


def _last_clearance(history: History, on: date) -> date | None:
    held = (
        word.on
        for word in history.of(Clearance)
        if word.what in CLEARING and word.on <= on <= (word.until or on)
    )
    return max(held, default=None)
