"""What a rule is: small records. Nothing here knows a rule by name.

Placement rules answer with an amount in their own unit; 0 is silence. They see a gap, never
two clock times, and a weekday, never a day number: so one table serves the whole season.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dovetail.domain.decision import Bound, Facts
from dovetail.domain.principles import Principles

if TYPE_CHECKING:
    from dovetail.domain.decision import Order
    from dovetail.domain.easing import Ease
    from dovetail.domain.log_window import LogWindow
    from dovetail.domain.signals import Signals
    from dovetail.rulebook.training_case import TrainingCase

WALL = None
"""In a policy: forbidden, not priced."""
TIE = "tie"
"""In a policy: asked last, when all else is equal."""
CHANGE_MIN = 3
"""Minutes from one part of a chain to the next."""


@dataclass(frozen=True, slots=True)
class Limit:
    """LM1xx: asks a case how much of a quantity may be; None is nothing to say."""

    code: str
    source: str
    of: str
    bound: Callable[..., Bound | None]
    principles: tuple[str, ...] = field(default=(), kw_only=True)
    """The numbers it asks, or that reach it through its case; so for every shape below."""


@dataclass(frozen=True, slots=True)
class Strain:
    """All that placement may know of a session; equal strains are interchangeable."""

    kind: str
    minutes: int
    run: bool = False
    key: bool = False
    quality: bool = False
    long: bool = False
    legs: int = 0
    """0 none, 1 some, 2 heavy or plyometric."""
    strength: bool = False
    apart: int = 2
    """Dates until the legs may lift again."""
    sore: bool = False
    """Legs that want two dates before a key run: a new phase, or age 40 and over."""
    fixed: bool = False
    """A race, which has its own day and stands outside availability."""
    asked: bool = False
    """The one that somebody asks about; no rule looks at it."""

    @property
    def hard(self) -> bool:
        """Quality, a long run, heavy legs or a race: one hard unit."""
        return self.quality or self.long or self.legs == 2 or self.fixed


@dataclass(frozen=True, slots=True)
class Slot:
    """A time to train: days since the Monday of the week in hand, start and length in minutes."""

    day: int
    start: int
    minutes: int

    @property
    def weekday(self) -> int:
        """0 is Monday."""
        return self.day % 7


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two sessions of different visits, the earlier first."""

    dates: int
    free_min: int
    """From the end of the one to the start of the other."""


Visit = tuple[Strain, ...]
"""What one slot holds, in order: a run, a lift, or a chain of both."""
Season = Sequence[tuple[Slot, Visit]]


@dataclass(frozen=True, slots=True)
class Stay:
    """PL2xx on one visit in one slot."""

    code: str
    source: str
    unit: str
    amount: Callable[[Visit, Slot], int]
    principles: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Pair:
    """PL2xx on two sessions of different visits; silent beyond its reach in dates."""

    code: str
    source: str
    unit: str
    reach: int
    amount: Callable[[Strain, Strain, Gap], int]
    principles: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Span:
    """PL2xx on dates in a row, each boiled down to one small number."""

    code: str
    source: str
    unit: str
    dates: int
    mark: Callable[[Visit], int]
    amount: Callable[[tuple[int, ...]], int]
    principles: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a mistake shows; neither week nor session is the season as a whole."""

    amount: float
    week: date | None = None
    """The Monday of the week."""
    session: str | None = None
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mistake:
    """MS4xx: a pattern of a season, found in a plan that is there; judged, never solved."""

    code: str
    source: str
    unit: str
    found: Callable[..., Iterator[Spot]]
    """Asks a season case; no spot is silence."""
    principles: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class LogMistake:
    """MS45x and on: a pattern of what was done; it judges the last week of a window.

    No log, or a week of which too little is known: silence.
    """

    code: str
    source: str
    unit: str
    see: Callable[[LogCase], Iterator[Spot]]
    principles: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCase:
    """What a mistake of the log is asked: the window, and the numbers in force."""

    window: LogWindow
    principles: Principles
    spoke: frozenset[str] = frozenset()
    """The rules that have spoken within these weeks; only those that come last may read it."""


@dataclass(frozen=True, slots=True)
class Gate:
    """AD3xx: what the signals of a day leave of it; None is nothing to say.

    `ease` answers with the ceilings, the facts of its sentence, and the ids of the events it
    leans on. What it allows may only shrink as a signal gets worse.
    """

    code: str
    source: str
    ease: Callable[[GateCase], Eased | None]
    principles: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Eased:
    """What a gate leaves, and why."""

    left: Ease
    facts: Facts = field(default_factory=dict)
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GateCase:
    """What a gate rule is asked: the signals of a day, and the numbers in force."""

    signals: Signals
    principles: Principles


@dataclass(frozen=True, slots=True)
class Adaptation:
    """AD3xx: what the signals of a week change in the weeks to come; no order is silence.

    `decide` answers with absolute, dated bounds. It reads what stood, so that the same signals
    against a plan that has changed since would give other numbers: whoever asks keeps an order
    that was given once, by its id, instead of the new one.
    """

    code: str
    source: str
    decide: Callable[[TrainingCase], Iterator[Order]]
    principles: tuple[str, ...] = field(default=(), kw_only=True)


PlacementRule = Stay | Pair | Span
Policy = Mapping[str, int | str | None]
Price = tuple[int, int, int]
"""Amount at the walls, price, ties: compared in this order."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that spoke, where it became true: the later place."""

    code: str
    amount: int
    day: int
    about: tuple[str, ...]


def sessions(season: Season) -> Iterator[tuple[Strain, Slot, int]]:
    """Yield each session with its slot and the minute of the day it ends, in time order."""
    for slot, visit in sorted(season, key=lambda stay: (stay[0].day, stay[0].start)):
        end = slot.start - CHANGE_MIN
        for strain in visit:
            end += CHANGE_MIN + strain.minutes
            yield strain, slot, end
