"""What the use cases ask of the world outside: Protocols, given as arguments, never globals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from dovetail.domain.athlete import Athlete
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Plan
from dovetail.domain.principles import Principles
from dovetail.domain.template import Templates
from dovetail.explaining.sentences import Form, Sentences

if TYPE_CHECKING:
    from dovetail.domain.training_log import Event

__all__ = [
    "Athletes",
    "Form",
    "Library",
    "Plans",
    "Published",
    "Sentences",
    "Source",
    "TrainingLog",
]

Published = Plan
"""Plan, findings and review together: all codes and facts, no prose."""


class Source(Protocol):
    """A work that a rule, a number or a formula leans on."""

    @property
    def authors(self) -> str:
        """Who wrote it."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def where(self) -> str:
        """Where it appeared."""
        ...

    @property
    def grade(self) -> str:
        """How strong it is: A meta-analysis … D coaching practice, X our own default."""
        ...


class Library(Protocol):
    """The content that decides: exercises, numbers, sources, and what they are as a whole."""

    @property
    def templates(self) -> Templates:
        """Every session template."""
        ...

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """Every exercise by key."""
        ...

    @property
    def principles(self) -> Principles:
        """The numbers in force."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by key."""
        ...

    @property
    def fingerprint(self) -> str:
        """16 hex digits of the effective content."""
        ...


class Athletes(Protocol):
    """One athlete, kept somewhere."""

    def get(self) -> Athlete:
        """Return the athlete."""
        ...

    def put(self, athlete: Athlete) -> None:
        """Keep the athlete."""
        ...


class TrainingLog(Protocol):
    """What one athlete logged; nothing in it is ever changed or lost."""

    def events(self) -> Iterable[Event]:
        """Return every event."""
        ...

    def append(self, event: Event) -> None:
        """Add one event."""
        ...


class Plans(Protocol):
    """The plans of one athlete."""

    def standing(self) -> Published | None:
        """Return the plan that stands, or None."""
        ...

    def keep(self, published: Published) -> None:
        """Let a plan stand from now on."""
        ...
