"""The exercise library: TOML text in, exercises out; nothing half right gets through."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from dovetail.content.tables import in_folder
from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.exercise import (
    EQUIPMENT,
    MEASURES,
    MUSCLES,
    PATTERNS,
    TIRES,
    Equipment,
    Exercise,
    Pattern,
)

FOLDER = Path(__file__).parent / "exercises"
LADDERS = ("easier", "harder", "without")
MUST_SAY = frozenset(
    {"name", "pattern", "trains", "needs", "muscles", "measure", "tires", "cues", "faults"}
)
MAY_SAY = frozenset(
    {"per_side", "contacts_per_unit", "loadable", "implements", "warnings", "fit", *LADDERS}
)
CUES = range(3, 6)
FAULTS = range(2, 3)
IMPLEMENTS = range(3)

T = TypeVar("T")


def read_exercises() -> dict[str, Exercise]:
    """Read the library that comes with the package."""
    return exercises_of(in_folder(FOLDER.name))


def load_exercises(text_by_file: Mapping[str, str]) -> dict[str, Exercise]:
    """Turn the text of some files into exercises by key, or say what is wrong and where."""
    return exercises_of({file: _table(file, text) for file, text in text_by_file.items()})


def exercises_of(table_by_file: Mapping[str, Mapping[str, object]]) -> dict[str, Exercise]:
    """Turn the tables of some files into exercises by key, or say what is wrong and where."""
    library: dict[str, Exercise] = {}
    file_of: dict[str, str] = {}
    for file, table in table_by_file.items():
        for row in _rows(file, table):
            if row.key in library:
                row.refuse("exercise-twice", f"It already stands in {file_of[row.key]}.")
            library[row.key] = _exercise(row)
            file_of[row.key] = file
    for ladder in LADDERS:
        _check_ladder(library, file_of, ladder)
    return library


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One exercise as it was written, which knows its place and is read value by value."""

    file: str
    key: str
    values: Mapping[str, object]

    def refuse(self, code: str, problem: str, field: str = "", hint: str = "") -> NoReturn:
        key = ".".join(part for part in (self.key, field) if part)
        place = Place(file=self.file, key=key)
        raise BadInput(
            Problem(code=code, problem=problem, hint=hint or f"Change {key}.", place=place)
        )

    def wrong_type(self, field: str, expected: str) -> NoReturn:
        self.refuse("exercise-wrong-type", f"This must be {expected}.", field)

    def only(self, must: frozenset[str], may: frozenset[str] = frozenset()) -> None:
        for missing in sorted(must - self.values.keys()):
            self.refuse("exercise-missing-key", "This is missing.", missing)
        for unknown in sorted(self.values.keys() - must - may):
            hint = f"Known: {', '.join(sorted(must | may))}."
            self.refuse("exercise-unknown-key", "No such key.", unknown, hint)

    def text(self, field: str) -> str:
        value = self.values[field]
        if not isinstance(value, str) or not value:
            self.wrong_type(field, "text")
        return value

    def text_or_none(self, field: str) -> str | None:
        return self.text(field) if field in self.values else None

    def flag(self, field: str) -> bool:
        value = self.values.get(field, False)
        if not isinstance(value, bool):
            self.wrong_type(field, "true or false")
        return value

    def number(self, field: str) -> float:
        value = self.values.get(field, 0)
        # TOML's true is an int to Python.
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong_type(field, "a number")
        if not 0 <= value < float("inf"):
            self.wrong_type(field, "a number from 0 up")
        return value

    def choice(self, field: str, choices: tuple[T, ...]) -> T:
        return self.one_of(self.values[field], field, choices)

    def one_of(self, value: object, field: str, choices: tuple[T, ...]) -> T:
        if value in choices:
            return choices[choices.index(value)]
        hint = f"Choose from: {', '.join(map(str, choices))}."
        return self.refuse("exercise-unknown-value", f"No such value: {value!r}.", field, hint)

    def items(self, field: str) -> list[object]:
        value = self.values.get(field, [])
        if not isinstance(value, list):
            self.wrong_type(field, "a list")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        items = self.items(field)
        texts = tuple(item for item in items if isinstance(item, str) and item)
        if len(texts) < len(items):
            self.wrong_type(field, "a list of texts")
        return texts

    def choices(self, field: str, choices: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(self.one_of(item, field, choices) for item in self.items(field))

    def inner(self, field: str, value: object) -> _Row:
        if not isinstance(value, dict):
            self.wrong_type(field, "a table")
        return _Row(file=self.file, key=f"{self.key}.{field}", values=value)


def _table(file: str, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise BadInput(
            Problem(
                code="exercise-not-toml",
                problem=f"This cannot be read as TOML: {error}.",
                hint="Correct the line; a key may stand only once.",
                place=Place(file=file, line=int(line[1]) if line else None),
            )
        ) from error


def _rows(file: str, document: Mapping[str, object]) -> Iterator[_Row]:
    top = _Row(file=file, key="", values=document)
    for key, values in document.items():
        if not isinstance(values, dict):
            top.wrong_type(key, "a table")
        yield _Row(file=file, key=key, values=values)


def _exercise(row: _Row) -> Exercise:
    row.only(MUST_SAY, MAY_SAY)
    muscles = row.inner("muscles", row.values["muscles"])
    muscles.only(frozenset({"prime", "helping"}))
    fit_category, fit_name = _fit(row)
    return Exercise(
        key=row.key,
        name=row.text("name"),
        pattern=row.choice("pattern", PATTERNS),
        trains=_trains(row),
        needs=_needs(row),
        muscles_prime=muscles.choices("prime", MUSCLES),
        muscles_helping=muscles.choices("helping", MUSCLES),
        measure=row.choice("measure", MEASURES),
        per_side=row.flag("per_side"),
        tires=row.choice("tires", TIRES),
        contacts_per_unit=row.number("contacts_per_unit"),
        loadable=row.flag("loadable"),
        implements=_implements(row),
        cues=_counted(row, "cues", row.texts("cues"), CUES),
        faults=_counted(row, "faults", _faults(row), FAULTS),
        easier=row.text_or_none("easier"),
        harder=row.text_or_none("harder"),
        without=_without(row),
        warnings=row.texts("warnings"),
        fit_category=fit_category,
        fit_name=fit_name,
    )


def _trains(row: _Row) -> tuple[Pattern, ...]:
    trains = row.choices("trains", PATTERNS)
    if trains[:1] != (row.values["pattern"],):
        row.refuse("exercise-main-pattern", "The main pattern must stand first.", "trains")
    return trains


def _needs(row: _Row) -> tuple[tuple[Equipment, ...], ...]:
    kits: list[tuple[Equipment, ...]] = []
    for kit in row.items("needs"):
        if not isinstance(kit, list):
            row.wrong_type("needs", "a list of kits, each a list")
        kits.append(tuple(row.one_of(item, "needs", EQUIPMENT) for item in kit))
    return tuple(kits)


def _implements(row: _Row) -> int:
    implements = row.number("implements")
    if implements not in IMPLEMENTS:
        row.wrong_type("implements", "0, 1 or 2")
    return int(implements)


def _faults(row: _Row) -> tuple[tuple[str, str], ...]:
    pairs: list[tuple[str, str]] = []
    for pair in row.items("faults"):
        match pair:
            case [str(fault), str(fix)]:
                pairs.append((fault, fix))
            case _:
                row.wrong_type("faults", "a list of pairs, each [fault, fix]")
    return tuple(pairs)


def _without(row: _Row) -> str | None:
    without = row.text_or_none("without")
    if row.values["needs"] and without is None:
        row.refuse("exercise-needs-kit", "Say what to do without the kit.", "without")
    return without


def _fit(row: _Row) -> tuple[str | None, str | None]:
    if "fit" not in row.values:
        return None, None
    fit = row.inner("fit", row.values["fit"])
    fit.only(frozenset({"category", "name"}))
    return fit.text("category"), fit.text("name")


def _counted(row: _Row, field: str, items: tuple[T, ...], allowed: range) -> tuple[T, ...]:
    if len(items) not in allowed:
        how_many = f"{allowed[0]} to {allowed[-1]}" if len(allowed) > 1 else f"{allowed[0]}"
        row.refuse("exercise-wrong-count", f"Write {how_many}, not {len(items)}.", field)
    return items


def _check_ladder(library: Mapping[str, Exercise], file_of: Mapping[str, str], ladder: str) -> None:
    step = {key: getattr(exercise, ladder) for key, exercise in library.items()}
    ends: set[str | None] = {None}
    for start in step:
        seen: list[str] = []
        at: str | None = start
        while at not in ends:
            if at in seen:
                _refuse_step(seen[-1], file_of, ladder, f"This leads back to {at!r}.")
            if at not in step:
                _refuse_step(seen[-1], file_of, ladder, f"There is no exercise {at!r}.")
            seen.append(at)
            at = step[at]
        ends.update(seen)


def _refuse_step(key: str, file_of: Mapping[str, str], ladder: str, problem: str) -> NoReturn:
    row = _Row(file=file_of[key], key=key, values={})
    row.refuse("exercise-bad-ladder", problem, ladder, "Name another exercise, or none.")
