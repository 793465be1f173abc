"""A session as placement sees it: one function for planner, linter and every question after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dovetail.domain.athlete import Availability
from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.rulebook.intensity import has_race_pace
from dovetail.rulebook.shapes import Season, Slot, Strain, Visit

START_MIN = {"am": 7 * 60, "pm": 18 * 60}
RACE_START_MIN = 9 * 60
WHOLE_DAY_MIN = 1440
LIFTS_WITH_LEGS = ("lower", "full")


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """What the runner's legs need, beyond what a session says of itself."""

    principles: Principles
    age: int
    masters: bool
    weeks_in_phase: int = 99
    """Which week of the strength phase it is."""

    @property
    def apart(self) -> int:
        """Dates between two sessions that lift with the legs."""
        older = self.age >= self.principles.number("legs_apart", "older_from")
        return round(self.principles.number("legs_apart", "older" if older else "usual"))

    @property
    def sore(self) -> bool:
        """Legs that want two dates before a key run."""
        new_weeks = self.principles.number("sore_legs", "new_weeks")
        return self.masters or self.weeks_in_phase <= new_weeks


def role_of(session: Session) -> str:
    """Return the role that its id names: `strength-a`, `quality-1`, `easy`.

    >>> from dovetail.rulebook.strains import role_name
    >>> role_name("2027-W02-quality-1"), role_name("2027-W02-easy-2")
    ('quality-1', 'easy')
    """
    return role_name(session.id)


def role_name(session_id: str) -> str:
    """Return the role in an id, without the number of an easy run."""
    role = session_id.split("-", 2)[2]
    return "easy" if role.startswith("easy-") else role


def strain_of(session: Session, legs: Legs) -> Strain:
    """Return all that placement may know of a session."""
    strength = session.discipline == "strength"
    lifts = 1 if strength and session.kind in LIFTS_WITH_LEGS else 0
    heavy = 2 if strength and session.heavy_legs else lifts
    race = session.discipline == "race"
    long = session.kind == "long"
    return Strain(
        kind=role_of(session),
        minutes=session.minutes,
        run=session.discipline == "run",
        key=session.key,
        quality=session.key
        and session.discipline == "run"
        and (not long or has_race_pace(session)),
        long=long,
        legs=heavy,
        strength=strength,
        apart=legs.apart,
        sore=bool(heavy) and legs.sore,
        fixed=race,
    )


def season_of(
    weeks: Iterable[Week], monday: date, legs: Legs, availability: Availability | None = None
) -> Season:
    """Return the visits of the weeks, days counted from a Monday.

    Without an availability nobody knows how long the slots are, and every visit fits.
    """
    found: dict[tuple[int, int], list[tuple[int, Strain]]] = {}
    for week in weeks:
        for session in week.sessions:
            if session.discipline in ("rest", "mobility"):
                continue
            start = RACE_START_MIN if session.discipline == "race" else START_MIN[session.slot]
            key = ((session.date - monday).days, start)
            found.setdefault(key, []).append((session.order, strain_of(session, legs)))
    return tuple(
        (Slot(day, start, _minutes(availability, day, start)), _visit(parts))
        for (day, start), parts in sorted(found.items())
    )


def _minutes(availability: Availability | None, day: int, start: int) -> int:
    if availability is None or start == RACE_START_MIN:
        return WHOLE_DAY_MIN
    slots = availability.on(day % 7)
    return slots.am if start == START_MIN["am"] else slots.pm


def _visit(parts: list[tuple[int, Strain]]) -> Visit:
    return tuple(strain for _, strain in sorted(parts, key=lambda part: part[0]))
