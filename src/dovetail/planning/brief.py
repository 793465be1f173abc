"""What one week is planned from: everything its runs and lifts may ask about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dovetail.domain.athlete import kit_of
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Range, RunStep
from dovetail.domain.session import Kind, Session
from dovetail.domain.template import Recipe
from dovetail.planning.frame import WeekFrame
from dovetail.planning.key_run_story import KeyRun
from dovetail.planning.orders import NO_ORDERS, Orders
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile
from dovetail.planning.strength import Gym
from dovetail.planning.strength_less import Ceiling, Lifted
from dovetail.planning.strength_session import StrengthSession
from dovetail.planning.structure import Structure
from dovetail.planning.week_volume import Volume
from dovetail.rulebook.shapes import Strain
from dovetail.rulebook.strains import Legs

FAST_LONG = "fast_long"
"""Among kinds of run: a long run with twenty minutes and more of race pace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One session that the week asks for."""

    role: str
    kind: Kind
    strain: Strain
    reason: Reason
    rank: int
    rpe: Range
    steps: tuple[RunStep, ...] = ()
    km: float | None = None
    strength: StrengthSession | None = None
    own_min: int | None = None
    """Minutes of a key run by itself, where its strain asks for more of the slot."""
    recipe: tuple[str, str, int, Ceiling | None] | None = None
    """Template group, name, minutes and dose, to build it again with another place's kit."""
    locked: bool = False
    """Whether somebody holds it as it is: it neither grows nor gives way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One week, with the person, the season around it, and the library."""

    profile: Profile
    structure: Structure
    gym: Gym
    paces: Paces
    recipes: Mapping[str, Recipe]
    frames: Sequence[WeekFrame]
    frame: WeekFrame
    volume: Volume
    volumes: Sequence[Volume]
    """Of all weeks."""
    keys: Sequence[KeyRun]
    back_on: date
    """The first day that may hold training: later than Monday only after a race."""
    held_min: int | None = None
    """Minutes of running that the slots were found to hold, where that is less than hoped."""
    hard_most_min: float | None = None
    """Minutes above easy left to the key runs, where the week was found to hold too many."""
    leg_sets: int | None = None
    """The most sets for the legs, in a week that lifts less; None is as many as the dose says."""
    lifted: Mapping[str, Lifted] = field(default_factory=dict)
    """By role: what the sessions of the last full week held, in a week that is to be lighter."""
    run_kinds: frozenset[str] = frozenset()
    """The kinds of run that the weeks before have held, a fast long run among them."""
    stood: Week | None = None
    """The week as it stood in the plan before; None in a new one."""
    locked: Mapping[str, Session] = field(default_factory=dict)
    """By role: the sessions that somebody has locked, as they stand."""
    orders: Orders = NO_ORDERS
    """Bounds from outside the rulebook."""
    away_min: int | None = None
    """The least minutes of a day away that holds any; None at home."""
    most_km: Mapping[str, float] = field(default_factory=dict)
    """By role: the most of a run [km], in a week that holds less than it stood with."""
    kept_free: frozenset[tuple[str, int]] = frozenset()
    """Kinds of session and days where they would be in the way of the week after."""

    def is_new(self, kind: Kind, weekday: int) -> bool:
        """Whether a kind of run would be met for the first time shortly before the race."""
        race_on = self.profile.athlete.goal.date
        if race_on is None or self.frame.starts > race_on or not self.run_kinds:
            return False
        days = (race_on - self.frame.starts).days - weekday
        near = days <= self.profile.principles.number("nothing_new")
        return near and kind not in self.run_kinds

    @property
    def run_minutes(self) -> float:
        """The week's running [min]: what quality is measured by."""
        hoped = self.paces.minutes_of("easy", self.volume.km.value)
        return hoped if self.held_min is None else min(hoped, self.held_min)

    @property
    def hard_left_min(self) -> float | None:
        """Minutes above easy left to the key runs; None where nothing bounds them."""
        told = (self.hard_most_min, self.orders.most("week.quality", self.frame.starts))
        return min((one for one in told if one is not None), default=None)

    @property
    def legs(self) -> Legs:
        """What the legs of this runner need this week."""
        return Legs(
            principles=self.profile.principles,
            age=self.profile.age,
            masters=self.profile.masters,
            weeks_in_phase=self.frame.weeks_in_phase,
        )

    def owned_on(self, weekday: int) -> frozenset[str]:
        """What there is to lift with on a day: at its place, or where the person is away to."""
        on = self.frame.starts + timedelta(days=weekday)
        away = (one.bound.facts.get("can") for one in self.orders.of("day.minutes", on, on))
        told = next((can for can in away if isinstance(can, str) and can), None)
        athlete = self.profile.athlete
        if told is not None:
            return kit_of(told.split())
        return athlete.equipment_at(athlete.availability.on(weekday).at)

    @property
    def shortest_min(self) -> int:
        """The shortest run worth going out for; away from home what a day there holds."""
        usual = round(self.profile.principles.number("shortest_run", self.profile.level))
        return usual if self.away_min is None else min(usual, self.away_min)
