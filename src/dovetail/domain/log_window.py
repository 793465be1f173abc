"""What was done over some weeks, beside what was asked: a value that rules may read.

Nothing here is a judgement. None is *unavailable*, here as in every signal: a rule that reads it
keeps silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from dovetail.domain.athlete import Level
from dovetail.domain.plan import Week
from dovetail.domain.session import Session, Status
from dovetail.domain.signals import PainCourse, Readiness
from dovetail.domain.week_signals import LineDone

Discipline = Literal["run", "race", "strength", "other"]
WEEK_DAYS = 7
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone:
    """A run, a race, a lift or other training that was done, beside the session it answers to."""

    on: date
    discipline: Discipline
    minutes: float
    km: float | None = None
    rpe: float | None = None
    """As it was told, of 10."""
    asked: Session | None = None
    """None is off-plan."""
    load_au: float = 0.0
    lines: tuple[LineDone, ...] = ()
    leg_sets: float | None = 0.0
    """Work sets of the legs; None where nobody can say."""
    glue_sets: float | None = 0.0
    """Work sets of balance and core."""
    contacts: int = 0
    """Landings that were told."""
    heavy_lines: int = 0
    """Leg exercises of few repetitions, told with little in reserve."""
    status: Status | None = None
    """What came of the session it answers to."""
    events: tuple[str, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether it is a run or a race."""
        return self.discipline in ("run", "race")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDone:
    """A week, Monday to Sunday, up to the last day of its window."""

    starts: date
    is_over: bool
    """Its Sunday lies before today."""
    is_known: bool
    """The log had begun by its Monday, and tells something of it."""
    plan: Week | None = None
    """The week of the plan; None before and after the plan."""
    asked: tuple[Session, ...] = ()
    """Its sessions, moves heard, without rest."""
    work: tuple[WorkDone, ...] = ()
    """All that was done on its days, by day."""
    excused: frozenset[date] = frozenset()
    """Days ill, away, hurt or eased by a gate: what was left out on them is no mistake."""
    asked_leg_sets: Mapping[str, int] = field(default_factory=dict)
    """By session; so are the next."""
    asked_glue_sets: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    mornings: Mapping[date, Readiness] = field(default_factory=dict)
    reds: frozenset[date] = frozenset()
    """Days whose own readiness was red."""
    sleep_h: float | None = None
    """Mean of the nights told in seven days up to its last."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be judged."""
        return self.is_over and self.is_known

    @property
    def owed(self) -> tuple[Session, ...]:
        """The sessions that nothing excuses."""
        return tuple(one for one in self.asked if self.days[one.id] not in self.excused)

    @property
    def load_au(self) -> float:
        """The load of all that was done."""
        return sum(one.load_au for one in self.work)

    @property
    def asked_au(self) -> float:
        """The load that was asked."""
        return float(sum(one.training_load for one in self.asked))

    @property
    def lifts(self) -> tuple[WorkDone, ...]:
        """The strength that was done."""
        return tuple(one for one in self.work if one.discipline == "strength")

    @property
    def trained_on(self) -> frozenset[date]:
        """The days with a run, a lift, a race or other training."""
        return frozenset(one.on for one in self.work)

    @property
    def asked_on(self) -> frozenset[date]:
        """The days on which the plan itself has a run, a lift or a race, before any move."""
        return frozenset(one.date for one in self.asked if one.discipline not in _NO_LOAD)


_NO_LOAD = ("rest", "mobility", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteHeld:
    """A rule that somebody asked to keep silent."""

    code: str
    on: date
    until: date | None = None
    why: str | None = None
    by: str = "athlete"
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogWindow:
    """Eight weeks of a log beside their plan, up to a day; rules judge the last of them."""

    until: date
    weeks: tuple[WeekDone, ...]
    """The oldest first; the last one holds `until`."""
    level: Level
    age: int
    told_longest: tuple[date, float] | None = None
    """The athlete's own word for their longest run, and the day it was given."""
    races: tuple[date, ...] = ()
    """Race days of the plan."""
    met: frozenset[str] = frozenset()
    """Exercises that the plan has asked, or the log has told before the last week."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of exercises, by key."""
    hops_asked: int = 0
    """The most landings that the plan has asked of one session so far."""
    hops_unlocked: bool = False
    """A coach has opened hops or power."""
    lifts_told: bool = False
    """Whether lifts would be in this log: a watch that knows only runs says nothing of them."""
    pains: tuple[PainCourse, ...] = ()
    """The courses of these weeks."""
    mutes: tuple[MuteHeld, ...] = ()

    @property
    def week(self) -> WeekDone:
        """The week that is judged."""
        return self.weeks[-1]

    def work(self, days: int) -> tuple[WorkDone, ...]:
        """Return what was done in so many days up to the last."""
        return tuple(one for one in self._every() if (self.until - one.on).days < days)

    def last(self, count: int) -> tuple[WeekDone, ...]:
        """Return so many weeks up to the last, if all of them can be judged; else none."""
        found = self.weeks[-count:]
        whole = len(found) == count and all(one.is_whole for one in found)
        return found if whole else ()

    def on(self, day: date) -> tuple[WorkDone, ...]:
        """Return what was done on a day."""
        return tuple(one for one in self._every() if one.on == day)

    def _every(self) -> Iterator[WorkDone]:
        return (one for week in self.weeks for one in week.work)
