"""The short ways to write athlete.toml, turned into the one full form and back.

A day may be one number (one slot, at preferences.time); long_run may be a weekday;
conditions and bone_stress_injury may be true or false; a load step may be one number.
What is neither short nor full is left for the strict reader to complain about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.errors import Problem


@dataclass(slots=True)
class Full:
    """The full form, and how the places that were short are called in the file."""

    data: dict[str, object]
    short: dict[str, str] = field(default_factory=dict)

    def as_written(self, problem: Problem) -> Problem:
        """Name a place as the file has it: `availability.monday`, not `…monday.am`."""
        full = problem.place.key or ""
        short = self.short.get(full)
        if short is None:
            return problem
        place = replace(problem.place, key=short)
        return replace(problem, place=place, problem=problem.problem.replace(full, short))


def in_full(document: Mapping[str, object]) -> Full:
    """Write every short form out; the document itself stays as it is."""
    full = Full(dict(document))
    _days(full)
    _long_run(full)
    _screening(full)
    _steps(full)
    return full


def _days(full: Full) -> None:
    half = _table(full.data.get("preferences")).get("time", "am")
    slot = half if half in ("am", "pm") else "am"
    days = full.data.get("availability")
    if not isinstance(days, dict):
        return
    full.data["availability"] = days = dict(days)
    for day in WEEKDAYS:
        if _is_number(days.get(day)):
            days[day] = {str(slot): days[day]}
            full.short[f"availability.{day}.{slot}"] = f"availability.{day}"


def _long_run(full: Full) -> None:
    preferences = _table(full.data.get("preferences"))
    if isinstance(preferences.get("long_run"), str):
        full.data["preferences"] = {**preferences, "long_run": {"day": preferences["long_run"]}}
        full.short["preferences.long_run.day"] = "preferences.long_run"


def _screening(full: Full) -> None:
    health = _table(full.data.get("health"))
    if not isinstance(health.get("screening"), dict):
        return
    screening = dict(_table(health["screening"]))
    for key in ("conditions", "bone_stress_injury"):
        if isinstance(screening.get(key), bool):
            screening[key] = {} if screening[key] else None
    full.data["health"] = {**health, "screening": screening}


def _steps(full: Full) -> None:
    strength = _table(full.data.get("strength"))
    if not isinstance(strength.get("steps"), dict):
        return
    steps = dict(_table(strength["steps"]))
    for kit, told in steps.items():
        if _is_number(told):
            steps[kit] = [told]
            full.short[f"strength.steps.{kit}[1]"] = f"strength.steps.{kit}"
        elif isinstance(told, list) and len(told) == 1:
            steps[kit] = told * 2  # one number alone is a step; the only weight stands twice
    full.data["strength"] = {**strength, "steps": steps}


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
