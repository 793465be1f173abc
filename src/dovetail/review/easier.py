"""A session on its way to being easier: what it was, what it is now, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.easing import NO_CAP_KM
from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import RunStep
from dovetail.domain.session import Session
from dovetail.domain.template import Templates
from dovetail.planning.paces import Paces, paces_of
from dovetail.planning.profile import Profile
from dovetail.planning.run_recipes import minutes_of
from dovetail.planning.strength import Gym

HAIR = 1e-6
WAS_MIN, WAS_KM = "was_min", "was_km"


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyShelf:
    """What an easier session is made from: the runner's paces, kit and numbers."""

    profile: Profile
    paces: Paces
    exercises: Mapping[str, Exercise]
    templates: Templates

    @classmethod
    def of(
        cls, profile: Profile, exercises: Mapping[str, Exercise], templates: Templates
    ) -> EasyShelf:
        """Return the shelf of a runner, with the paces of today."""
        paces = paces_of(profile)
        return cls(profile=profile, paces=paces, exercises=exercises, templates=templates)

    def number(self, key: str) -> float:
        """Return one of the numbers of easing."""
        return self.profile.principles.number("easing", key)

    @property
    def in_km(self) -> bool:
        """Whether easy runs are told in kilometres; by feel they are told in minutes."""
        return self.paces.views["easy"].s_per_km is not None

    @property
    def easy_min_per_km(self) -> float:
        """How long a kilometre of easy running takes [min]."""
        return self.paces.minutes_of("easy", 1.0)

    def min_per_km(self, step: RunStep) -> float:
        """How long a kilometre of a step takes [min]."""
        return minutes_of((replace(step, km=1.0, minutes=None, repeat=1),), self.paces)

    def gym_on(self, day: date) -> Gym:
        """Return what strength and mobility are made from, with the kit of the day's place."""
        place = self.profile.athlete.availability.on(day.weekday()).at
        return Gym(
            profile=self.profile,
            exercises=self.exercises,
            templates=self.templates,
            owned=self.profile.athlete.equipment_at(place),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Easier:
    """A session under ceilings.

    A share of a session is always of what it was before it was first eased: its reasons
    remember that, so that the same ceilings, asked again, take nothing more.
    """

    was: Session
    now: Session
    said: tuple[Reason, ...] = ()
    exchanged: bool = False
    """Another kind of session stands in its place; what it was for is no longer true."""

    @classmethod
    def of(cls, session: Session) -> Easier:
        """Begin with a session as it stands."""
        return cls(was=session, now=session)

    def to(self, *said: Reason, **parts: Any) -> Easier:
        """Change parts of the session, and say why."""
        return replace(self, now=replace(self.now, **parts), said=(*self.said, *said))

    def instead(self, reason: Reason, **parts: Any) -> Easier:
        """Put another kind of session in its place; of all that was said this alone stays."""
        return replace(self.to(**parts), said=(reason,), exchanged=True)

    def told(self, code: str) -> Reason | None:
        """Return what was said under a code, just now or when it was eased before."""
        every = (*self.said, *self.was.reasons)
        return next((one for one in every if one.code == code), None)

    @property
    def before_min(self) -> float:
        """The minutes that it had before it was first eased."""
        return self._before(WAS_MIN, self.was.minutes)

    @property
    def before_km(self) -> float:
        """The kilometres that it had before it was first eased; endless where nobody said."""
        return self._before(WAS_KM, NO_CAP_KM if self.was.km is None else self.was.km)

    @property
    def before(self) -> Facts:
        """What a reason says of how long it was."""
        told: Facts = {WAS_MIN: round(self.before_min)}
        return told if self.was.km is None else {**told, WAS_KM: self.before_km}

    def _before(self, key: str, now: float) -> float:
        every = (*self.said, *self.was.reasons)
        found = (one.facts[key] for one in every if key in one.facts)
        return next((float(one) for one in found if isinstance(one, int | float)), now)
