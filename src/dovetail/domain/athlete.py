"""Who somebody is, what they train for and when they can: athlete.toml as values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from dovetail.domain.calendar import WEEKDAYS, Weekday, age_on
from dovetail.domain.exercise import EQUIPMENT, Equipment
from dovetail.domain.fields import Between, Bpm, ClockTime, DayMinutes, Kg
from dovetail.domain.units import Duration

Sex = Literal["female", "male", "unspecified"]
Level = Literal["beginner", "intermediate", "advanced"]
PolicyName = Literal["separate_days", "hard_days_hard", "article_week"]
RaceName = Literal["5k", "10k", "half", "marathon", "ultra", "healthy"]
Half = Literal["am", "pm"]
TrainedPhase = Literal["stabilization", "strength_endurance", "maximal_strength", "power"]
Unlock = Literal["maximal_strength", "power", "hops"]
Kit = Equipment | Literal["full_gym", "no_step", "no_backpack"]
ALWAYS: tuple[Equipment, ...] = ("step", "backpack")
"""There is one nearly everywhere; who has none says so."""

RACE_KM: Mapping[str, float] = {"5k": 5.0, "10k": 10.0, "half": 21.0975, "marathon": 42.195}


@dataclass(frozen=True, slots=True, kw_only=True)
class TuneUp:
    """A race on the way to the goal."""

    km: Annotated[float, Between(0.4, 400, "km")]
    date: dt.date
    effort: Literal["race", "training"] = "race"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The race that the season leads to, or healthy running without one."""

    race: RaceName
    date: dt.date | None = None
    time: Duration | None = None
    km: Annotated[float, Between(0.4, 400, "km")] | None = None
    start: dt.date | None = None
    start_time: ClockTime = "09:00"
    tune_up: tuple[TuneUp, ...] = ()
    run_walk: bool = False
    """Take walking breaks from the start where the longest run stays too short for the race."""

    @property
    def distance_km(self) -> float | None:
        """The race's length; None without a race."""
        return RACE_KM.get(self.race, self.km)


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceResult:
    """A race that was run."""

    km: Annotated[float, Between(0.4, 400, "km")]
    time: Duration
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """Where the running stands on the day `as_of` (default: the day of the first plan)."""

    weekly_km: Annotated[float, Between(0, 300, "km a week")]
    longest_km: Annotated[float, Between(0, 200, "km")]
    years: Annotated[float, Between(0, 90, "years")] = 0
    as_of: dt.date | None = None
    races: tuple[RaceResult, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthHistory:
    """Lifting so far, and what there is to lift with."""

    weeks_trained: Annotated[int, Between(0, 12, "of the last 12 weeks")] = 0
    equipment: tuple[Kit, ...] = ()
    steps: Mapping[Equipment, tuple[Kg, ...]] = field(default_factory=dict)
    """One number is the step from load to load; several are all the weights there are

    (an only weight stands twice, so that it is not taken for a step).
    """
    places: Mapping[str, tuple[Kit, ...]] = field(default_factory=dict)
    reached: TrainedPhase | None = None
    heavy_weeks: Annotated[int, Between(0, 12, "of the last 12 weeks")] = 0
    dumbbell_max_kg: Kg | None = None
    technique_checked: bool = False
    coach_unlock: tuple[Unlock, ...] = ()
    each_lift_twice: bool = False
    long_rest: bool = False
    """Three minutes between heavy sets, for those who lift near their limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The minutes of a day's two slots, and the place they are at."""

    am: DayMinutes = 0
    pm: DayMinutes = 0
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """The minutes of each weekday; a day left out is a rest day."""

    monday: Day = Day()
    tuesday: Day = Day()
    wednesday: Day = Day()
    thursday: Day = Day()
    friday: Day = Day()
    saturday: Day = Day()
    sunday: Day = Day()

    def on(self, weekday: int) -> Day:
        """Return the day; 0 is Monday."""
        found = getattr(self, WEEKDAYS[weekday])
        assert isinstance(found, Day)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class BoneStress:
    """A bone stress injury: where, when, and when a professional cleared it."""

    site: str = "unspecified"
    on: dt.date | None = None
    cleared: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """A known heart, metabolic or kidney disease, and when a professional cleared training."""

    yes: bool = True
    cleared_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyQuestions:
    """The questions that point to low energy availability (REDs)."""

    missed_periods_3: bool = False
    weight_loss_5: bool = False
    restrictive_eating: bool = False
    low_libido: bool = False
    recurrent_illness: bool = False
    fatigue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The compulsory questions before any plan."""

    conditions: Conditions | None = None
    symptoms: bool = False
    bone_stress_injury: BoneStress | None = None
    osteoporosis: bool = False
    pregnant: bool = False
    reds: EnergyQuestions = EnergyQuestions()
    lower_leg_pain_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Screening answers, and the day a professional cleared training."""

    screening: Screening = Screening()
    cleared: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferredDay:
    """A day one likes; `must` makes it a wish that can clash instead of a preference."""

    day: Weekday
    must: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Habits and wishes, the lowest in precedence."""

    long_run: PreferredDay = PreferredDay(day="sunday")
    strength_per_week: Annotated[int, Between(0, 3, "sessions")] = 2
    units: Literal["km", "mi"] = "km"
    language: Literal["en"] = "en"
    time: Half = "am"
    rest: tuple[Weekday, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Mass and height, when somebody wants them used."""

    mass_kg: Annotated[float, Between(20, 300, "kg")] | None = None
    height_cm: Annotated[float, Between(90, 250, "cm")] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heart:
    """Measured heart rates."""

    max: Bpm | None = None
    rest: Bpm | None = None
    threshold: Bpm | None = None


def kit_of(told: Iterable[str]) -> frozenset[str]:
    """Everything there is to train with where this was told of: a step and a backpack always.

    >>> sorted(kit_of(["bands", "no_step"]))
    ['backpack', 'bands']
    """
    words = set(told)
    owned = set(EQUIPMENT) if "full_gym" in words else {kit for kit in words if kit in EQUIPMENT}
    return frozenset(owned | {kit for kit in ALWAYS if f"no_{kit}" not in words})


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """One person, as they told us."""

    name: str = ""
    born: dt.date
    sex: Sex = "unspecified"
    level: Level
    policy: PolicyName = "separate_days"
    goal: Goal
    running: Running
    strength: StrengthHistory = StrengthHistory()
    availability: Availability
    health: Health = Health()
    preferences: Preferences = Preferences()
    body: Body = Body()
    heart: Heart = Heart()

    def age_on(self, day: dt.date) -> int:
        """Age in completed years on that day."""
        return age_on(self.born, day)

    def equipment_at(self, place: str | None) -> frozenset[str]:
        """Everything there is to train with at a place; None is the usual one."""
        named = self.strength.places.get(place, ()) if place else ()
        return kit_of(named or self.strength.equipment)
