"""templates/*.toml as values, strictly read."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import fields
from typing import Any

from dovetail.content.tables import tables
from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.prescription import Range
from dovetail.domain.template import (
    Amount,
    Bouts,
    LineTemplate,
    Recipe,
    SessionTemplate,
    Templates,
)

STRENGTH = "templates/strength.toml"
RUNS = "templates/runs.toml"
_MEASURES = {"sets", "reps", "seconds", "metres", "steps", "tempo"}
_LINE = _MEASURES | {
    "any",
    "novice",
    "unless_advanced",
    "light_weights",
    "apart_from",
    "role",
    "low",
    "alt",
    "optional",
    "own_weight",
}
CHOICES = ("any", "novice", "unless_advanced", "light_weights")
_RECIPE = {field.name for field in fields(Recipe)}


def read_templates(exercises: Set[str]) -> Templates:
    """Read the sessions that Dovetail comes with."""
    return Templates(
        entries=sessions_of(tables()[STRENGTH], exercises, file=STRENGTH),
        runs=recipes_of(tables()[RUNS], file=RUNS),
    )


def sessions_of(
    table: Mapping[str, Any], exercises: Set[str], *, file: str
) -> dict[tuple[str, str], SessionTemplate]:
    """Turn a table into strength sessions; an unknown key or exercise names its place."""
    found = {}
    for group, named in table.items():
        for name, row in named.items():
            at = Place(file=file, key=f"{group}.{name}")
            found[group, name] = SessionTemplate(
                lines=tuple(_line(line, exercises, at) for line in row["lines"]),
                circuit=row.get("circuit", False),
                source=row.get("source", "dovetail"),
            )
    return found


def recipes_of(table: Mapping[str, Any], *, file: str) -> dict[str, Recipe]:
    """Turn a table into running sessions; an unknown key names its place."""
    found = {}
    for name, row in table.items():
        _refuse(set(row) - _RECIPE, "key", Place(file=file, key=name))
        told = dict(row)
        bouts = tuple(Bouts(*one) for one in told.pop("bouts"))
        effort = _range(told.pop("effort", None))
        found[name] = Recipe(bouts=bouts, effort=effort, **told)
    return found


def _line(row: Mapping[str, object], exercises: Set[str], at: Place) -> LineTemplate:
    _refuse(set(row) - _LINE, "key", at)
    alt = row.get("alt", {})
    assert isinstance(alt, dict)
    named = [
        *_names(row, "any"),
        *_names(row, "novice"),
        *_names(row, "unless_advanced"),
        *_names(row, "light_weights"),
    ]
    _refuse(set(named) - exercises, "exercise", at)
    _refuse(set(alt) - set(named), "substitute", at)
    return LineTemplate(
        any=_names(row, "any"),
        novice=_names(row, "novice"),
        unless_advanced=_names(row, "unless_advanced"),
        light_weights=_names(row, "light_weights"),
        apart_from=_names(row, "apart_from"),
        role=row["role"],  # type: ignore[arg-type]
        amount=_amount(row),
        low=row.get("low"),  # type: ignore[arg-type]
        alt={key: _amount(other) for key, other in alt.items()},
        optional=bool(row.get("optional", False)),
        own_weight=bool(row.get("own_weight", False)),
    )


def _refuse(wrong: Set[str], what: str, at: Place) -> None:
    if wrong:
        raise BadInput(
            Problem(
                code=f"template-{what}",
                problem=f"The template does not know the {what} {min(wrong)!r}.",
                hint="Check the spelling against the exercise library and the first template.",
                place=at,
            )
        )


def _names(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    told = row.get(key, ())
    assert isinstance(told, list | tuple)
    return tuple(str(name) for name in told)


def _amount(row: Mapping[str, object]) -> Amount:
    return Amount(
        sets=row.get("sets"),  # type: ignore[arg-type]
        reps=_range(row.get("reps")),
        seconds=_range(row.get("seconds")),
        metres=row.get("metres"),  # type: ignore[arg-type]
        steps=row.get("steps"),  # type: ignore[arg-type]
        tempo=row.get("tempo"),  # type: ignore[arg-type]
    )


def _range(told: object) -> Range | None:
    if not isinstance(told, list):
        return None
    low, high = told
    return float(low), float(high)
