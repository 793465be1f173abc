"""The numbers a coach may set, each with its unit, range, source and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = float | str | tuple["Value", ...] | Mapping[str, "Value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """One number (or small table of numbers) and all there is to say about it."""

    name: str
    value: Value
    unit: str
    source: str
    why: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Principles:
    """All principles in force, and which of them a coach has changed."""

    entries: Mapping[str, Principle]
    overrides: Mapping[str, Value] = field(default_factory=dict)

    def number(self, name: str, *keys: str) -> float:
        """Return the number; keys walk into a table, from the outside in."""
        found = self.value(name, *keys)
        assert isinstance(found, int | float), name
        return found

    def row(self, name: str, *keys: str) -> tuple[float, ...]:
        """Return a list of numbers."""
        found = self.value(name, *keys)
        assert isinstance(found, tuple), name
        return tuple(part for part in found if isinstance(part, int | float))

    def value(self, name: str, *keys: str) -> Value:
        """Return whatever the principle holds at those keys."""
        found = self.entries[name].value
        for key in keys:
            assert isinstance(found, Mapping), name
            found = found[key]
        return found
