"""How fast: the paces, heart rates and efforts of the plan, from current race fitness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dovetail.domain.decision import Reason
from dovetail.domain.plan import PaceView
from dovetail.domain.prescription import PaceName, Range, Target
from dovetail.domain.units import rounded
from dovetail.physiology.heart_rate import HeartFacts, heart_rate_zones
from dovetail.physiology.paces import training_paces
from dovetail.planning.profile import Profile, pace_names

EFFORT: Mapping[PaceName, Range] = {
    "easy": (2.0, 4.0),
    "marathon": (5.0, 5.0),
    "half": (6.0, 6.0),
    "threshold": (6.0, 7.0),
    "10k": (7.0, 7.0),
    "5k": (8.0, 8.0),
    "interval": (8.0, 9.0),
    "repetition": (8.0, 9.0),
    "race": (7.0, 9.0),
}
_EASY_TIMES: Mapping[PaceName, float] = {
    "easy": 1.0,
    "marathon": 0.90,
    "half": 0.85,
    "threshold": 0.83,
    "10k": 0.82,
    "5k": 0.78,
    "interval": 0.76,
    "repetition": 0.70,
    "race": 0.85,
}
"""Pace as a share of easy pace [s/km], only to estimate distance by feel (dovetail)."""
_RACE_PACE: Mapping[str, PaceName] = {
    "5k": "5k",
    "10k": "10k",
    "half": "half",
    "marathon": "marathon",
}
_RACE_EFFORT: Mapping[str, Range] = {
    "5k": (8.0, 9.0),
    "10k": (7.0, 9.0),
    "half": (6.0, 8.0),
    "marathon": (5.0, 8.0),
    "ultra": (3.0, 6.0),
}
_HR_ZONE: Mapping[PaceName, str] = {
    "easy": "easy",
    "marathon": "marathon",
    "threshold": "threshold",
    "interval": "interval",
}
SHORTEST_BOUT_FOR_HR_MIN = 3.0


@dataclass(frozen=True, slots=True)
class Paces:
    """Every pace of the plan, and what a step at that pace is asked to be."""

    views: Mapping[PaceName, PaceView]
    easy_s_per_km: float

    def target(self, name: PaceName, *, bout_min: float | None = None) -> Target:
        """Return the target of a step; heart rate only where the bout is long enough."""
        view = self.views[name]
        long = bout_min is None or bout_min >= SHORTEST_BOUT_FOR_HR_MIN
        return Target(pace=name, s_per_km=view.s_per_km, hr=view.hr if long else None, rpe=view.rpe)

    def km_of(self, name: PaceName, minutes: float) -> float:
        """Estimate the distance of so many minutes [km], from the middle of the pace."""
        return minutes * 60 / self.middle_s_per_km(name)

    def minutes_of(self, name: PaceName, km: float) -> float:
        """Estimate the minutes of so many kilometres, from the middle of the pace."""
        return km * self.middle_s_per_km(name) / 60

    def middle_s_per_km(self, name: PaceName) -> float:
        """Return the middle of the pace, or its estimate for those who run by feel."""
        told = self.views[name].s_per_km
        if told is None:
            return self.easy_s_per_km * _EASY_TIMES[name]
        return self.easy_s_per_km if name == "easy" else (told[0] + told[1]) / 2


def paces_of(profile: Profile) -> Paces:
    """Return the paces to train at: current fitness, for all weeks, until a race says otherwise.

    Sources: daniels-2014, vickers-2016.
    """
    known = training_paces(profile.race_fitness, marathon_s_per_km=profile.marathon_s_per_km)
    bpm = _heart_rates(profile)
    views: dict[PaceName, PaceView] = {}
    for name in pace_names(profile):
        if name == "race":
            views[name] = _race(profile, views)
            continue
        pace = known[name]
        views[name] = PaceView(
            s_per_km=None if pace is None else (float(pace[0]), float(pace[1])),
            hr=bpm.get(name),
            rpe=EFFORT[name],
            reasons=(_reason(profile, name, known=pace is not None),),
        )
    return Paces(views, profile.easy_s_per_km)


def _race(profile: Profile, views: Mapping[PaceName, PaceView]) -> PaceView:
    """The pace of the goal: the goal time's where it is near what is predicted."""
    race = profile.athlete.goal.race
    effort = _RACE_EFFORT[race]
    name = _RACE_PACE.get(race)
    if name is None or profile.by_feel:
        return PaceView(rpe=effort, reasons=(Reason("AI061", {}, ("dovetail",)),))
    predicted = profile.predicted(profile.athlete.goal.distance_km or 0)
    goal, km = profile.athlete.goal.time, profile.athlete.goal.distance_km
    time_s = predicted.s if predicted else None
    if goal and predicted and predicted.low_s <= goal.s <= predicted.high_s:
        time_s = goal.s
    if time_s is None or km is None:
        return PaceView(s_per_km=views[name].s_per_km, rpe=effort, reasons=views[name].reasons)
    pace = rounded(time_s / km)
    reason = Reason("AI063", {"race": race, "time_s": time_s}, ("daniels-gilbert-1979",))
    return PaceView(s_per_km=(pace, pace), rpe=effort, reasons=(reason,))


def _reason(profile: Profile, name: PaceName, *, known: bool) -> Reason:
    if known and profile.race_fitness is not None:
        facts = {"pace": name, "race_fitness": profile.race_fitness}
        return Reason("AI060", facts, ("daniels-2014",))
    if name == "marathon" and not profile.by_feel:
        margin = profile.principles.number("marathon_margin")
        return Reason("AI062", {"margin_s_per_km": margin})
    return Reason("AI061", {}, ("dovetail",))


def _heart_rates(profile: Profile) -> Mapping[PaceName, Range]:
    heart = profile.athlete.heart
    if heart.max is None and heart.threshold is None:
        return {}
    zones = heart_rate_zones(
        HeartFacts(
            threshold_bpm=heart.threshold,
            hr_max_bpm=heart.max,
            hr_rest_bpm=heart.rest,
            age_years=profile.age,
        ),
        profile.today,
    )
    if zones is None:
        return {}
    found: dict[PaceName, Range] = {}
    for name, zone in _HR_ZONE.items():
        if zone in zones.bpm:
            low, high = zones.bpm[zone]  # type: ignore[index]
            found[name] = (float(low), float(high))
    return found
