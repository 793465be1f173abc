"""What follows from an athlete before any week is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dovetail.domain.athlete import Athlete, Level
from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Predicted
from dovetail.domain.prescription import PaceName
from dovetail.domain.principles import Principles
from dovetail.physiology.paces import (
    EASY_FASTER,
    EASY_SLOWER,
    FEEL_BELOW,
    PACE_NAMES,
    pace_at_fraction_s_per_km,
)
from dovetail.physiology.race_models import Race
from dovetail.physiology.race_time import Prediction, current_race_fitness, predictions
from dovetail.planning.capacity import Rooms
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.shapes import Slot

History = Literal["none", "some", "steady", "heavy"]
_LEVELS: tuple[Level, ...] = ("beginner", "intermediate", "advanced")
_EASY_WITHOUT_RACE_S_PER_KM: Mapping[Level, int] = {
    "beginner": 500,
    "intermediate": 420,
    "advanced": 345,
}
"""Only to estimate kilometres and minutes; nobody is asked to run them (dovetail)."""
_SLOWEST_EASY_S_PER_KM = 540
_SLOW_MARATHON_S = 4.5 * 3600
_FAST_MARATHON_S = 3.5 * 3600
_MARATHON_KM = 42
_START_MIN: Mapping[str, int] = {"am": 7 * 60, "pm": 18 * 60}
TWISTS_AND_ROLLING = frozenset(
    {
        "cable-rotation",
        "band-rotation",
        "band-chop",
        "medicine-ball-slam",
        "foam-roll-calves",
        "foam-roll-quads",
        "foam-roll-hip-flexors",
        "ball-roll",
    }
)
"""What a spine with little bone leaves out always: twists under load, and rolling (dovetail)."""
LOADED_BENDS = frozenset({"romanian-deadlift", "single-leg-rdl-loaded", "backpack-rdl"})
"""Until a physician has cleared heavy work (dovetail)."""
BONE_HISTORY_MONTHS = 24
WEIGHTS = frozenset({"barbell", "dumbbells"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Permissions:
    """What screening, age and level allow."""

    easy_only: bool = False
    """Easy running and stabilization, until a professional has cleared more."""
    no_increase: bool = False
    heavy: bool = True
    jumps: bool = True
    power: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The person as the planner sees them, fixed for the season."""

    athlete: Athlete
    principles: Principles
    today: date
    season_starts: date
    level: Level
    age: int
    masters: bool
    history: History
    permissions: Permissions
    runner: Runner
    race_fitness: float | None
    predictions: tuple[Prediction, ...]
    marathon_s_per_km: float | None
    """Marathon pace to train at, or None."""
    slots: tuple[Slot, ...]
    """The slots of a week, in time order."""
    budget: int
    rooms: Rooms | None = None
    """What the week's slots leave to each run; None until the structure is found."""
    reasons: tuple[Reason, ...] = ()

    @property
    def by_feel(self) -> bool:
        """Whether effort stands in place of pace."""
        return self.race_fitness is None or self.race_fitness < FEEL_BELOW

    @property
    def easy_s_per_km(self) -> float:
        """The middle of the easy pace, to turn kilometres into minutes."""
        return self.runner.easy_s_per_km

    @property
    def own_weight(self) -> bool:
        """Whether maximal strength is trained without a weight that can grow."""
        places = {None, *(self.athlete.availability.on(day).at for day in range(7))}
        owned = {tool for place in places for tool in self.athlete.equipment_at(place)}
        return not owned & WEIGHTS

    @property
    def lifts_twice(self) -> bool:
        """Whether each main lift is wanted twice a week: a switch for advanced runners."""
        return self.athlete.strength.each_lift_twice and self.level == "advanced"

    def lifting_once(self) -> Profile:
        """Return the same person without the switch."""
        strength = replace(self.athlete.strength, each_lift_twice=False)
        return replace(self, athlete=replace(self.athlete, strength=strength))

    @property
    def barred(self) -> frozenset[str]:
        """Exercises that osteoporosis leaves out; before clearance bending under load too."""
        if not self.athlete.health.screening.osteoporosis:
            return frozenset()
        return TWISTS_AND_ROLLING if self.permissions.heavy else TWISTS_AND_ROLLING | LOADED_BENDS

    @property
    def light_weights(self) -> bool:
        """Whether the heaviest dumbbells are too light for both legs, and all there is."""
        heaviest = self.athlete.strength.dumbbell_max_kg
        owned = self.athlete.equipment_at(None)
        if heaviest is None or "barbell" in owned or "dumbbells" not in owned:
            return False
        return heaviest <= self.principles.number("light_dumbbells")

    @property
    def long_slot_min(self) -> int:
        """The longest slot that the long run may have: on its day, where that is a must."""
        long = self.athlete.preferences.long_run
        day = WEEKDAYS.index(long.day)
        own = [slot.minutes for slot in self.slots if slot.weekday == day or not long.must]
        return max(own, default=0)

    def predicted(self, km: float) -> Predicted | None:
        """Return the prediction for a distance, when there is one."""
        for one in self.predictions:
            if abs(one.km - km) < 0.5:
                return Predicted(s=one.s, low_s=one.low_s, high_s=one.high_s, model=one.model)
        return None


def profile_of(
    athlete: Athlete, today: date, season_starts: date, *, principles: Principles, may: Permissions
) -> Profile:
    """Read an athlete: age, effective level, race fitness, slots, history, budget."""
    age = athlete.age_on(season_starts)
    masters = age >= principles.number("masters_age")
    slots = slots_of(athlete)
    level, reasons = effective_level(athlete, len({slot.day for slot in slots}))
    races = tuple(Race(km=r.km, time_s=r.time.s, on=r.date) for r in athlete.running.races)
    fitness = current_race_fitness(races, today)
    predicted = predictions(races, max(athlete.running.weekly_km, 1.0), today)
    runner = Runner(
        principles=principles,
        level=level,
        race=athlete.goal.race,
        age=age,
        bone_history=bone_history(athlete, season_starts),
        bone_cleared_months=_months_cleared(athlete, season_starts),
        easy_s_per_km=_easy(fitness, level),
        runs_per_week=round(principles.number("runs_per_week", athlete.goal.race, level)),
        slow_finish=any(p.km > _MARATHON_KM and p.s >= _SLOW_MARATHON_S for p in predicted),
        fast_finish=any(p.km > _MARATHON_KM and p.s < _FAST_MARATHON_S for p in predicted),
        short_taper=_short_taper(athlete, principles, level) and not masters,
    )
    return Profile(
        athlete=athlete,
        principles=principles,
        today=today,
        season_starts=season_starts,
        level=level,
        age=age,
        masters=masters,
        history=_history(athlete),
        permissions=may,
        runner=runner,
        race_fitness=fitness,
        predictions=predicted,
        marathon_s_per_km=marathon_pace(athlete, predicted),
        slots=slots,
        budget=_budget(level, age, principles, masters=masters),
        reasons=reasons,
    )


def slots_of(athlete: Athlete) -> tuple[Slot, ...]:
    """Return the week's slots in time order; an empty half is no slot."""
    found = []
    for weekday in range(len(WEEKDAYS)):
        day = athlete.availability.on(weekday)
        found += [Slot(weekday, _START_MIN["am"], day.am)] if day.am else []
        found += [Slot(weekday, _START_MIN["pm"], day.pm)] if day.pm else []
    return tuple(found)


def _short_taper(athlete: Athlete, principles: Principles, level: Level) -> bool:
    """Two weeks of marathon taper do for a runner under 40 whose peak is small."""
    low, high = principles.row("peak_volume", "marathon", level)
    likely_km = max(athlete.running.weekly_km, min(low, high))
    return likely_km <= principles.number("short_marathon_taper")


def effective_level(athlete: Athlete, days: int) -> tuple[Level, tuple[Reason, ...]]:
    """Return the lower of the stated and the computed level, and say so when they differ."""
    running = athlete.running
    if running.years < 1 or running.weekly_km < 15:
        computed: Level = "beginner"
    elif running.years >= 3 and running.weekly_km >= 50 and days >= 5:
        computed = "advanced"
    else:
        computed = "intermediate"
    level = min(athlete.level, computed, key=_LEVELS.index)
    if level == athlete.level:
        return level, ()
    facts = {"stated": athlete.level, "level": level, "week_km": running.weekly_km}
    return level, (Reason("AI004", {**facts, "years": running.years}),)


def _history(athlete: Athlete) -> History:
    weeks = athlete.strength.weeks_trained
    if weeks >= 8:
        return "heavy" if athlete.strength.heavy_weeks >= 4 else "steady"
    return "some" if weeks >= 4 else "none"


def _budget(level: Level, age: int, principles: Principles, *, masters: bool) -> int:
    budget = principles.number("hard_units", level)
    if masters:
        budget = min(budget, principles.number("hard_units", "masters"))
    if age >= 60:
        budget = min(budget, principles.number("hard_units", "sixty"))
    return round(budget)


def bone_history(athlete: Athlete, on: date) -> bool:
    """Return whether a bone stress injury was cleared less than two years ago, or not at all."""
    injury = athlete.health.screening.bone_stress_injury
    if injury is None:
        return False
    months = _months_cleared(athlete, on)
    return months is None or months < BONE_HISTORY_MONTHS


def _months_cleared(athlete: Athlete, on: date) -> int | None:
    injury = athlete.health.screening.bone_stress_injury
    if injury is None or injury.cleared is None:
        return None
    return max(0, (on - injury.cleared).days // 30)


def _easy(fitness: float | None, level: Level) -> float:
    if fitness is None:
        return _EASY_WITHOUT_RACE_S_PER_KM[level]
    middle = (EASY_FASTER + EASY_SLOWER) / 2
    return min(_SLOWEST_EASY_S_PER_KM, pace_at_fraction_s_per_km(max(fitness, 25.0), middle))


def marathon_pace(athlete: Athlete, predicted: tuple[Prediction, ...]) -> float | None:
    """Goal pace when it lies between the two predictions, else the nearer of them."""
    marathon = next((p for p in predicted if p.km > 42 and p.km < 43), None)
    if marathon is None:
        return None
    both = [marathon.if_all_goes_right_s or marathon.s, marathon.runners_like_you_s or marathon.s]
    goal = athlete.goal.time if athlete.goal.race == "marathon" else None
    time_s = min(max(goal.s, min(both)), max(both)) if goal else marathon.s
    return time_s / marathon.km


def pace_names(profile: Profile) -> tuple[PaceName, ...]:
    """Return the paces that a plan shows, in order."""
    return (*PACE_NAMES, "race") if profile.athlete.goal.distance_km else PACE_NAMES
