"""What happened: the lines of log.jsonl as values.

Every event has an id, the day it is about and the day it was written. The last line that
corrects an event replaces it whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from dovetail.domain.exercise import Equipment
from dovetail.domain.fields import Between, Bpm, ClockTime, Effort, Item, Km, Minutes
from dovetail.domain.performed import PerformedSet, Side

Author = Literal["athlete", "coach", "import"]
PainSite = Literal[
    "foot",
    "ankle",
    "achilles",
    "calf",
    "shin",
    "knee",
    "hamstring",
    "quad",
    "hip",
    "groin",
    "back",
    "other",
]
Symptom = Literal["fever", "above_neck", "below_neck", "stomach", "chest", "other"]
Sign = Literal[
    "chest_pain", "fainting", "palpitations", "breathless", "numbness", "calf_swelling",
    "joint_locking", "joint_swelling", "heat_illness", "dark_urine", "pregnant",
]  # fmt: skip
"""What is for a professional whatever else the day is like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every line of the log may have, whatever its kind."""

    id: str
    on: date
    logged: date | None = None
    corrects: str | None = None
    by: Author = "athlete"
    source: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys this version does not know; they are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Event):
    """A run that was done."""

    minutes: Minutes
    start: ClockTime | None = None
    km: Km | None = None
    moving_min: Minutes | None = None
    rpe: Effort | None = None
    hr_mean: Bpm | None = None
    hr_max: Bpm | None = None
    ascent_m: Annotated[float, Between(0, 20000, "m")] | None = None
    surface: str | None = None
    session: str | None = None
    best: Mapping[str, float] = field(default_factory=dict)
    zones_min: tuple[Minutes, ...] = ()
    decoupling_pct: Annotated[float, Between(-100, 100, "%")] | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength(Event):
    """A strength session that was done."""

    minutes: Minutes
    rpe: Effort | None = None
    session: str | None = None
    sets: tuple[PerformedSet, ...] = ()
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mobility(Event):
    """Mobility work that was done."""

    minutes: Minutes
    rpe: Effort | None = None
    session: str | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Mobility):
    """Any other training that was done: a ride, a swim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkin(Event):
    """How somebody is this morning; on every item 7 is best."""

    sleep_h: Annotated[float, Between(0, 24, "h")] | None = None
    sleep: Item | None = None
    fatigue: Item | None = None
    stress: Item | None = None
    soreness: Item | None = None
    mood: Item | None = None
    rhr: Bpm | None = None
    hrv_ms: Annotated[float, Between(1, 400, "ms")] | None = None
    signs: tuple[Sign, ...] | None = None
    """Since yesterday, in training or out of it."""
    air_c: Annotated[float, Between(-50, 60, "°C")] | None = None
    """In the shade at the time of training, as the forecast has it."""
    humidity_pct: Annotated[float, Between(0, 100, "%")] | None = None
    wbgt_c: Annotated[float, Between(-50, 60, "°C")] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain(Event):
    """Where it hurts and how much, 0 to 10."""

    site: PainSite
    during: Effort
    side: Side | None = None
    after: Effort | None = None
    next_morning: Effort | None = None
    bone_signs: bool = False
    limp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness(Event):
    """An illness that started or ended."""

    status: Literal["started", "ended"]
    symptoms: tuple[Symptom, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Event):
    """A professional says that training may go on."""

    what: Literal["bone_stress", "illness", "conditions", "strength"]
    professional: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away(Event):
    """Days away, and what can be done there."""

    until: date
    why: Literal["travel", "work", "family", "other"] | None = None
    can: tuple[Equipment, ...] = ()
    minutes: Minutes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip(Event):
    """A session left out on purpose."""

    session: str
    why: Literal["tired", "ill", "pain", "work", "family", "weather", "other"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Event):
    """A session moved to DATE or DATE/SLOT."""

    session: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Test(Event):
    """A self-test: one value, or left and right."""

    test: str
    value: float | None = None
    left: float | None = None
    right: float | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Race(Event):
    """A race that was run; time is h:mm:ss."""

    km: Annotated[float, Between(0.4, 400, "km")]
    time: str
    session: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock(Event):
    """Keep a session, a week (its Monday) or a quantity as it is."""

    session: str | None = None
    week: date | None = None
    quantity: str | None = None
    until: date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Lock):
    """Take a lock back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuantity(Event):
    """A person's own number for a quantity, from a day until a day."""

    quantity: str
    value: float
    first: date = field(metadata={"name": "from"})
    until: date
    session: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockPhase(Event):
    """A coach opens a strength phase, or hops."""

    what: Literal["maximal_strength", "power", "hops"]
    until: date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute(Event):
    """A rule is asked to keep silent."""

    code: str
    until: date | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Event):
    """Yes or no to a proposed decision."""

    decision: str
    accept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Event):
    """Words."""

    text: str
    session: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Void(Event):
    """Takes the event it corrects back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Event):
    """A kind this version does not know: kept, reported, not read."""

    kind: str


KINDS: Mapping[str, type[Event]] = {
    "run": Run,
    "strength": Strength,
    "mobility": Mobility,
    "other": Other,
    "checkin": Checkin,
    "pain": Pain,
    "illness": Illness,
    "clearance": Clearance,
    "away": Away,
    "skip": Skip,
    "move": Move,
    "test": Test,
    "race": Race,
    "lock": Lock,
    "release": Release,
    "set": SetQuantity,
    "unlock": UnlockPhase,
    "mute": Mute,
    "answer": Answer,
    "note": Note,
    "void": Void,
}
