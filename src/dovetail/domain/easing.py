"""How much of a day is left: what the daily gate allows, as ceilings that can be joined.

Two of them together are the tighter one in every part, so that one more reason to ease can
never allow more than there was without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Literal

from dovetail.domain.ladder import LADDER

GateState = Literal["go", "easier", "rest", "stop"]
QualityLeft = Literal["asked", "less", "easy", "none"]
Fastest = Literal["any", "threshold", "strides", "easy"]
LiftLeft = Literal["asked", "less", "light", "none"]

STATES: tuple[GateState, ...] = ("go", "easier", "rest", "stop")
QUALITIES: tuple[QualityLeft, ...] = ("asked", "less", "easy", "none")
FASTEST: tuple[Fastest, ...] = ("any", "threshold", "strides", "easy")
LIFTS: tuple[LiftLeft, ...] = ("asked", "less", "light", "none")
NO_CAP_MIN = 1440.0
NO_CAP_KM = 1000.0
NO_CAP_DAYS = 365
NO_BREAKS = len(LADDER) + 1
"""Beyond the last rung of the walk-run ladder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ease:
    """The ceilings of one day. The default allows all that is asked."""

    quality: QualityLeft = "asked"
    """Faster running: as asked, with fewer repetitions, as an easy run, or none."""
    fastest: Fastest = "any"
    """The fastest kind that is left of it."""
    easy_share: float = 1.0
    """Of the minutes and kilometres of easy and recovery runs, 0 to 1."""
    long_share: float = 1.0
    """The same of the long run."""
    run_min: float = NO_CAP_MIN
    """A run takes at most so many minutes."""
    run_km: float = NO_CAP_KM
    """A run is at most so long."""
    days_apart: int = 1
    """Dates from one planned run to the next at least; of two nearer ones the later goes, so
    that a run more or less in the log changes nothing of the days to come."""
    rung: int = NO_BREAKS
    """The run is this rung of the walk-run ladder, 1 the lowest. A lower one is gentler, though
    it may take some minutes more, of walking."""
    lift: LiftLeft = "asked"
    """Strength: as asked, a set less and a repetition more in reserve, light, or none."""
    hops: bool = True
    """Hops and jumps may stand."""
    heavy_legs: bool = True
    """Leg lines keep their sets and their reserve."""
    grow: bool = True
    """Amounts may rise."""
    refer: bool = False
    """See someone; what is left of the day may be done meanwhile."""
    stop: bool = False
    """See someone before training on."""

    @property
    def runs(self) -> bool:
        """Whether any running is left."""
        return self.run_min > 0 and self.run_km > 0 and self.easy_share > 0

    @property
    def state(self) -> GateState:
        """Say it in one word: stop means see someone, rest that nothing of it is left."""
        if self.stop:
            return "stop"
        if not self.runs and self.lift == "none":
            return "rest"
        return "go" if self == Ease() else "easier"

    def __and__(self, other: Ease) -> Ease:
        """Return the tighter of both, part by part."""
        return Ease(
            quality=max(self.quality, other.quality, key=QUALITIES.index),
            fastest=max(self.fastest, other.fastest, key=FASTEST.index),
            easy_share=min(self.easy_share, other.easy_share),
            long_share=min(self.long_share, other.long_share),
            run_min=min(self.run_min, other.run_min),
            run_km=min(self.run_km, other.run_km),
            days_apart=max(self.days_apart, other.days_apart),
            rung=min(self.rung, other.rung),
            lift=max(self.lift, other.lift, key=LIFTS.index),
            hops=self.hops and other.hops,
            heavy_legs=self.heavy_legs and other.heavy_legs,
            grow=self.grow and other.grow,
            refer=self.refer or other.refer,
            stop=self.stop or other.stop,
        )

    def __le__(self, other: Ease) -> bool:
        """Whether this allows no more than the other, in any part."""
        return self & other == self


ALL_ASKED = Ease()
NO_RUNNING = Ease(
    quality="none", fastest="easy", easy_share=0.0, long_share=0.0, run_min=0.0, run_km=0.0,
    days_apart=NO_CAP_DAYS, rung=1, hops=False, heavy_legs=False, grow=False,
)  # fmt: skip
REST = NO_RUNNING & Ease(lift="none")
STOP = REST & Ease(stop=True, refer=True)


def joined(*parts: Ease) -> Ease:
    """Join the ceilings of several reasons; none leave everything as asked."""
    return reduce(Ease.__and__, parts, Ease())
