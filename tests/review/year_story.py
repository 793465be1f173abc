"""A year of somebody's running as a coach would tell it: habits, stretches of life, tests."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dovetail.domain.training_log import Event
from dovetail.formats.log_jsonl import read_log

YEARS = Path(__file__).parent / "years"
STORIES, READINGS = YEARS / "stories", YEARS / "readings"
NAMES = tuple(sorted(path.stem for path in STORIES.glob("*.toml")))


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Some days that were not like the others, and what was done and told in them."""

    what: str
    """The life event in words; it stands above the letter of its week."""
    first: date
    until: date
    does: str = "as asked"
    """`nothing` is silence, `skips` says why; otherwise the plan is followed."""
    why: str | None = None
    only: tuple[str, ...] = ()
    """The kinds and disciplines that it is about; all where none is named."""
    share: float = 1.0
    felt: float = 0.0
    """Added to the effort of every session."""
    minutes: float | None = None
    """No session is longer."""
    late_days: int = 0
    """What was done is written down so many days later."""
    form: Mapping[str, str] = field(default_factory=dict)
    """By exercise, where it is not clean."""
    morning: Mapping[str, Sequence[float]] = field(default_factory=dict)
    """Check-in values, a day after the other."""
    tells: tuple[Mapping[str, Any], ...] = ()
    """Lines of the log, written in the morning of their day, or of the day `told`."""
    evening: tuple[Mapping[str, Any], ...] = ()
    """The same, written at its end."""

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.until

    def is_about(self, kind: str, discipline: str) -> bool:
        """Whether it says something of a session."""
        return not self.only or kind in self.only or discipline in self.only


@dataclass(frozen=True, kw_only=True)
class Story:
    """Who, how they usually do things, and what happened in the year."""

    who: str
    habits: Mapping[str, Any]
    stretches: tuple[Stretch, ...]
    tests: Mapping[str, Sequence[Mapping[str, Any]]]
    """By test, the values that are reached one after another."""
    lifts: Mapping[str, float]
    """The weight each lift begins with [kg], where the plan lets it be found."""
    after: tuple[Mapping[str, Any], ...]
    """What the athlete's file says of running and lifting as each later season begins."""

    def of(self, day: date) -> Iterator[Stretch]:
        """Yield the stretches that a day lies in."""
        return (one for one in self.stretches if one.holds(day))

    def said(self, first: date, until: date) -> Iterator[str]:
        """Yield the life events that begin between two days."""
        return (one.what for one in self.stretches if first <= one.first <= until)


@cache
def story_of(name: str) -> Story:
    """Read the story of one of the years."""
    told = tomllib.loads((STORIES / f"{name}.toml").read_text("utf-8"))
    return Story(
        who=name,
        habits=told["habits"],
        stretches=tuple(map(_stretch, told["stretch"])),
        tests=told.get("tests", {}),
        lifts=told.get("lifts", {}),
        after=tuple(told["after"]),
    )


def _stretch(told: dict[str, Any]) -> Stretch:
    lists = {key: tuple(told.pop(key, ())) for key in ("only", "tells", "evening")}
    whole: dict[str, Any] = {"first": told.pop("from"), **told, **lists}
    return Stretch(**whole)


def log_line(told: Mapping[str, Any], day: date) -> Event:
    """Read one line as the program reads a log, with the day as its default."""
    whole = {"id": f"{told['kind']}-{day}", "on": day, "logged": day, **told}
    whole.pop("told", None)
    (event,) = read_log((json.dumps(whole, default=str) + "\n").encode()).lines
    return event
