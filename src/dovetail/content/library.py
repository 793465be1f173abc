"""The library: everything that decides, read once, with its fingerprint."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dovetail.content.exercises import read_exercises
from dovetail.content.principles import read_principles
from dovetail.content.tables import fingerprint
from dovetail.content.templates import read_templates
from dovetail.domain.exercise import Exercise
from dovetail.domain.principles import Principles
from dovetail.domain.template import Templates

_HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A work that a rule, a number or a formula leans on."""

    authors: str
    year: int | None = None
    title: str = ""
    where: str = ""
    doi: str = ""
    grade: str = "X"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagedLibrary:
    """The library that comes with the package."""

    exercises: Mapping[str, Exercise]
    templates: Templates
    principles: Principles
    fingerprint: str

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by key; read when somebody asks."""
        return read_sources()


@cache
def read_library() -> PackagedLibrary:
    """Read exercises, templates and principles, once."""
    exercises = read_exercises()
    return PackagedLibrary(
        exercises=exercises,
        templates=read_templates(exercises.keys()),
        principles=read_principles(),
        fingerprint=fingerprint(),
    )


def with_principles(library: PackagedLibrary, rows: Mapping[str, object]) -> PackagedLibrary:
    """Return the library with a coach's own numbers, from the tables of their file.

    Raises BadInput for what is unknown, of another shape, or out of range.
    """
    from dovetail.content.overrides import fingerprint_with, overridden  # few have such a file

    principles = overridden(rows, library.principles)
    return replace(
        library, principles=principles, fingerprint=fingerprint_with(principles.overrides)
    )


@cache
def read_sources() -> Mapping[str, Source]:
    """Read the bibliography, once."""
    rows = tomllib.loads((_HOME / "sources.toml").read_text("utf-8"))
    return {key: Source(**row) for key, row in rows.items()}
