"""athlete.toml: read strictly, with line numbers; written in one canonical form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from dovetail.domain.athlete import (
    Athlete,
    Availability,
    Goal,
    Health,
    Heart,
    Running,
    StrengthHistory,
)
from dovetail.domain.errors import BadInput
from dovetail.formats.athlete_checks import Parts, impossible
from dovetail.formats.athlete_shorthand import in_full
from dovetail.formats.athlete_writing import write_athlete
from dovetail.formats.document import Plain, plain
from dovetail.formats.reading import Reading, Unknown, read_record
from dovetail.formats.toml_places import parsed, placed

T = TypeVar("T")


def read_athlete(text: str, *, today: date, since: date | None = None) -> Athlete:
    """Read athlete.toml, or raise BadInput with every problem and its line.

    Races must lie after `since` (default: today). Whoever has a standing plan passes the day
    before its season, so that a tune-up or a goal that has been run is no mistake.
    """
    document = parsed(text)
    try:
        return athlete_from_document(document, today=today, since=since)
    except BadInput as error:
        raise placed(error, text) from None


def athlete_from_document(
    document: Mapping[str, object], *, today: date, since: date | None = None
) -> Athlete:
    """Read an athlete from plain data as athlete.toml has it, short forms and all."""
    full = in_full(document)
    reading = Reading()
    athlete = reading.record(Athlete, full.data)
    parts = _parts(full.data) if athlete is None else _all_parts(athlete)
    known = {problem.place.key for problem in reading.problems}
    for problem in impossible(parts, today=today, since=since or today):
        if problem.place.key not in known:
            reading.report(problem)
    reading.problems = [full.as_written(problem) for problem in reading.problems]
    reading.finish()
    assert athlete is not None
    return athlete


def athlete_data(athlete: Athlete) -> Plain:
    """Return the whole document with defaults filled, as plan.json holds it.

    Everything is in its full form: a day is {am, pm, at}, a load step a list of one number,
    "not said" is null. `athlete_from_data(athlete_data(x)) == x`.
    """
    return plain(athlete)


def athlete_from_data(data: object, *, unknown: Unknown = "ignore", at: str = "") -> Athlete:
    """Read the full form back; no day is asked for, since it was judged when it was made."""
    return read_record(Athlete, data, unknown=unknown, at=at)


def _parts(data: Mapping[str, object]) -> Parts:
    """Read what can be read on its own, so that one mistake does not hide another."""
    born = data.get("born")
    return Parts(
        born=born if isinstance(born, date) and not isinstance(born, datetime) else None,
        goal=_part(Goal, data.get("goal")),
        running=_part(Running, data.get("running")),
        strength=_part(StrengthHistory, data.get("strength", {})),
        availability=_part(Availability, data.get("availability")),
        health=_part(Health, data.get("health", {})),
        heart=_part(Heart, data.get("heart", {})),
    )


def _part(cls: type[T], data: object) -> T | None:
    return Reading(unknown="ignore").record(cls, data)


def _all_parts(athlete: Athlete) -> Parts:
    return Parts(
        born=athlete.born,
        goal=athlete.goal,
        running=athlete.running,
        strength=athlete.strength,
        availability=athlete.availability,
        health=athlete.health,
        heart=athlete.heart,
    )


__all__ = [
    "athlete_data",
    "athlete_from_data",
    "athlete_from_document",
    "read_athlete",
    "write_athlete",
]
