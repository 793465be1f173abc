"""The hours before a race: the warm-up, and everything by the clock, back from the start."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import RunStep, Target
from dovetail.domain.principles import Principles

Morning = Literal["short", "long"]
WarmUpName = Literal["short", "short_beginner", "half_fast", "half", "marathon_fast", "marathon"]
_DAY_MIN = 24 * 60
_STRIDE_MIN = 1 / 3
_BETWEEN_MIN = 1.0
NOON_MIN = 12 * 60
WALKING = (1.0, 2.0)
EASY = (2.0, 3.0)
_STRIDES = (7.0, 8.0)
_SHORT_MOST_KM = 15.0
_HALF_MOST_KM = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUp:
    """What is done before the start, and how many minutes before it that begins."""

    before_min: float
    walk_min: float
    jog_min: float
    drills_before_min: float
    strides: int
    strides_before_min: float

    @property
    def minutes(self) -> float:
        """Minutes of walking, jogging and strides."""
        return sum(step.repeat * (step.minutes or 0.0) for step in self.steps())

    @property
    def ends_before_min(self) -> int:
        """Whole minutes before the start at which nothing of it is left to do."""
        if not self.strides:
            return math.floor(self.before_min - self.minutes)
        return math.floor(self.strides_before_min - self.strides * (_STRIDE_MIN + _BETWEEN_MIN))

    def steps(self) -> tuple[RunStep, ...]:
        """Write the warm-up as steps of the session."""
        walk = (RunStep(part="warm_up", minutes=self.walk_min, target=Target(rpe=WALKING)),)
        jog = (RunStep(part="warm_up", minutes=self.jog_min, target=Target(rpe=EASY)),)
        steps = (walk if self.walk_min else ()) + (jog if self.jog_min else ())
        if not self.strides:
            return steps
        stride = RunStep(
            part="strides",
            minutes=_STRIDE_MIN,
            group=1,
            repeat=self.strides,
            target=Target(rpe=_STRIDES),
        )
        between = RunStep(
            part="recovery",
            minutes=_BETWEEN_MIN,
            group=1,
            repeat=self.strides,
            target=Target(rpe=WALKING),
        )
        return (*steps, stride, between)


def warm_up_for(
    principles: Principles, km: float, time_s: float | None, *, beginner: bool
) -> WarmUp:
    """Return the warm-up: the shorter the race and the faster the runner, the more of it."""
    name = _warm_up_name(principles, km, time_s, beginner=beginner)
    before, walk, jog, drills, strides, at = principles.row("race_warm_up", name)
    return WarmUp(
        before_min=before,
        walk_min=walk,
        jog_min=jog,
        drills_before_min=drills,
        strides=round(strides),
        strides_before_min=at,
    )


def _warm_up_name(
    principles: Principles, km: float, time_s: float | None, *, beginner: bool
) -> WarmUpName:
    if km <= _SHORT_MOST_KM:
        return "short_beginner" if beginner else "short"
    half = km <= _HALF_MOST_KM
    most = principles.number("race_warm_up_fast", "half" if half else "marathon")
    fast = time_s is not None and time_s < most * 60 and not beginner
    if half:
        return "half_fast" if fast else "half"
    return "marathon_fast" if fast else "marathon"


def morning_reasons(
    principles: Principles, start: str, km: float, warm_up: WarmUp
) -> tuple[Reason, Reason]:
    """Say the evening before and the hours before the start by the clock."""
    morning: Morning = "short" if km <= _SHORT_MOST_KM else "long"

    def before(key: str) -> float:
        return principles.number("race_clock", morning, key)

    times: dict[str, str] = {
        "start_time": start,
        "meal_time": _clock(start, before("meal")),
        "there_time": _clock(start, before("there")),
        "warm_up_time": _clock(start, warm_up.before_min),
        "line_time": _clock(start, min(before("line"), warm_up.ends_before_min)),
    }
    if _minutes(start) < NOON_MIN:
        times["up_time"] = _clock(start, before("up"))
    if warm_up.drills_before_min:
        times["drills_time"] = _clock(start, warm_up.drills_before_min)
    if warm_up.strides:
        times["strides_time"] = _clock(start, warm_up.strides_before_min)
    return Reason("AI090", _evening(principles, start, before("dinner"))), Reason("AI053", times)


def _evening(principles: Principles, start: str, before_min: float) -> Mapping[str, str]:
    """An early start asks for an early dinner; none is so early or late that it is not dinner."""
    earliest, latest = principles.row("race_eve", "dinner")
    dinner = min(max(_minutes(start) - before_min + _DAY_MIN, earliest), latest)
    kit = dinner - principles.number("race_eve", "kit")
    return {"kit_time": _written(kit), "dinner_time": _written(dinner)}


def _clock(start: str, before_min: float) -> str:
    return _written(_minutes(start) - before_min)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _written(minutes: float) -> str:
    hours, rest = divmod(round(minutes) % _DAY_MIN, 60)
    return f"{hours:02}:{rest:02}"
