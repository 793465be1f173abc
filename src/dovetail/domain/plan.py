"""One season for one runner: the plan document as values, codes and facts, no prose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dovetail.domain.athlete import Athlete, PolicyName, RaceName
from dovetail.domain.decision import Facts, Reason
from dovetail.domain.prescription import PaceName, Range
from dovetail.domain.principles import Value
from dovetail.domain.session import Session

RunPhase = Literal["base", "build", "peak", "taper", "race", "recovery"]
StrengthPhase = Literal[
    "stabilization", "strength_endurance", "maximal_strength", "power", "activation"
]
Outlook = Literal["likely", "ambitious", "unsupported", "finish_safely"]
Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What opens the next strength phase, and whether it is open."""

    opens: StrengthPhase
    state: Literal["open", "assumed", "shut"]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """The mechanical counters of a week: hard sets of the legs, foot contacts."""

    hard_sets: int = 0
    contacts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Whether no better week exists, and what this one still costs by rule."""

    proven: bool = True
    price: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Monday to Sunday; number 0 is the part-week before week 1."""

    number: int
    starts: dt.date
    phase: RunPhase
    strength_phase: StrengthPhase | None
    gate: Gate | None = None
    lighter: bool = False
    minutes: int
    run_km: float
    long_run_km: float
    training_load: int
    legs: Legs = Legs()
    placement: Placement = Placement()
    reasons: tuple[Reason, ...]
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """A race time with the range that covers four runners in five."""

    s: int
    low_s: int
    high_s: int
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """The goal, and what can be said of it today."""

    race: RaceName
    km: float | None
    date: dt.date | None
    time_s: int | None
    predicted: Predicted | None = None
    outlook: Outlook | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceView:
    """A named pace: [faster, slower] s/km, bpm and effort, as far as known."""

    s_per_km: Range | None = None
    hr: Range | None = None
    rpe: Range
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Which content decided: its fingerprint, and the principles a coach changed."""

    fingerprint: str
    overrides: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInPlan:
    """A week, a session, a line (counted from 1): as near as it is known."""

    week: str | None = None
    session: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted:
    """Why somebody asked a rule to keep silent here."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule says about a place in a plan."""

    code: str
    severity: Severity
    place: PlaceInPlan = PlaceInPlan()
    amount: float
    unit: str
    facts: Facts = field(default_factory=dict)
    sources: tuple[str, ...] = ("dovetail",)
    muted: Muted | None = None


Change = Literal["kept", "moved", "easier", "harder", "dropped", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDecision:
    """A dated bound that a review decided, and where it stands."""

    id: str
    code: str
    of: str
    about: str | None = None
    """The exercise, or the session's id, where the quantity alone does not say."""
    at_most: float | None = None
    at_least: float | None = None
    first: dt.date
    last: dt.date
    because: tuple[str, ...] = ()
    state: Literal["applied", "proposed", "accepted", "declined"] = "applied"
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange:
    """How one session differs from the plan that stood."""

    session: str
    change: Change
    was: str | None = field(default=None, metadata={"name": "from"})
    now: str | None = field(default=None, metadata={"name": "to"})
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPart:
    """One part of the letter; its text is said at the edge."""

    part: Literal["gate", "did", "read", "changes", "stays", "week", "focus"]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a review read, decided and changed."""

    on: dt.date
    since: dt.date
    seen: str = ""
    """A digest of all that was read: the same again on the same day changes nothing."""
    signals: Mapping[str, float | None] = field(default_factory=dict)
    decisions: tuple[ReviewDecision, ...] = ()
    difference: tuple[SessionChange, ...] = ()
    letter: tuple[LetterPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole season, ready to be written."""

    made_on: dt.date
    season_starts: dt.date
    committed_until: dt.date
    version: str
    content: Content
    language: str
    units: Literal["km", "mi"]
    policy: PolicyName
    athlete: Athlete
    goal: GoalView
    race_fitness: float | None
    paces: Mapping[PaceName, PaceView]
    weeks: tuple[Week, ...]
    findings: tuple[Finding, ...] = ()
    review: Review | None = None
