"""What the placement rules of one week may know besides the sessions and the slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dovetail.domain.principles import Principles


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCase:
    """The week's frame: budget, wishes and habits. Built by one function for all users."""

    principles: Principles
    budget: int
    """Hard units in any seven days."""
    long_day: int
    """The weekday the athlete likes for the long run; 0 is Monday."""
    long_must: bool = False
    rest_days: frozenset[int] = frozenset()
    habits: Mapping[str, int] = field(default_factory=dict)
    """Kind of session to its usual weekday; empty where the week is free of habit."""
    stood: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Kind of session to the weekdays on which it stood in the plan before."""
    no_running_in_a_row: bool = False
    both_halves: bool = False
    """Some day of the week has a morning and an evening slot."""
    windows: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Kind of session to the first and last weekday that suit it, before a race."""
