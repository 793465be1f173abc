"""How a why travels: codes and facts, never prose. Sentences are made at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")
Fact = str | int | float | bool
Facts = Mapping[str, Fact]
"""Flat; a key ends in its unit (longest_km, gap_h, share_pct), so a speaker can say miles."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule or aim that spoke, with what it saw and what it leans on."""

    code: str
    facts: Facts = field(default_factory=dict)
    sources: tuple[str, ...] = ("dovetail",)


@dataclass(frozen=True, slots=True)
class Decision(Generic[T]):
    """The value chosen, the reasons for it (the tightest first), and who kept silent."""

    value: T
    reasons: tuple[Reason, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """At most or at least so much; limits, adaptations and coaches all speak in bounds."""

    at_most: float | None = None
    at_least: float | None = None
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """An absolute, dated bound that a decision or a person's hand gives.

    Never a share of what stands, so that asking twice changes nothing.
    """

    code: str
    of: str
    bound: Bound
    first: date
    last: date
    because: tuple[str, ...]
    source: str = "dovetail"
    about: str | None = None
    """What of it, where the quantity alone does not say: an exercise, or a session's id."""

    @property
    def id(self) -> str:
        """Name it by its rule and the first event it leans on: the same one is made only once."""
        parts = (self.code, *((self.about,) if self.about else ()), *self.because[:1])
        return "-".join(parts)
