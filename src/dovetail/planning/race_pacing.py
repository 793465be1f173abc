"""How a race is run: held back, at goal pace, and by what is left; its marks and its plan B."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import Range, RunStep, Target
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded, rounded_down
from dovetail.planning.feasibility import Reach

Length = Literal["5k", "10k", "half", "marathon", "ultra"]
MILE_KM = 1.609344
_LENGTHS: tuple[tuple[float, Length], ...] = (
    (7.0, "5k"),
    (15.0, "10k"),
    (30.0, "half"),
    (45.0, "marathon"),
)
_PACE_STEP = 0.01
"""Seconds per km that a split is kept to, so that a marathon's add up to its time (dovetail)."""
_HARDEST = 9.0
_SAME_MARK_KM = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race with its aim; without a time it is run by effort, in one piece to finish safely."""

    principles: Principles
    km: float
    rpe: Range
    target: Target
    time_s: float | None = None
    reach: Reach = "normal"
    miles: bool = False
    """Whether the course is read in miles."""

    @property
    def length(self) -> Length:
        """The usual distance that it is nearest to in kind."""
        return next((name for most, name in _LENGTHS if self.km <= most), "ultra")

    @property
    def parts_km(self) -> tuple[float, ...]:
        """Where the parts of the race end [km]: held back, at goal, the work, what is left."""
        ends = () if self.reach != "normal" else self.principles.row("race_parts", self.length)
        told = (self.on_course(end) for end in ends)
        return (*(end for end in told if end < self.km), self.km)

    def on_course(self, km: float) -> float:
        """Return the mark that a runner finds there: in miles the nearest whole one [km]."""
        return max(1.0, rounded(km / MILE_KM)) * MILE_KM if self.miles else km

    @property
    def early_s_per_km(self) -> Range:
        """The pace of the first part, a little slower than the goal's [s/km]."""
        low, high = self.principles.row("race_early", self.length)
        goal = rounded_down((self.time_s or 0.0) / self.km)
        return (goal + low, goal + high)

    @property
    def hold_s_per_km(self) -> float:
        """The pace that brings the rest of the race home in its time [s/km]."""
        first = self.parts_km[0]
        left = (self.time_s or 0.0) - first * sum(self.early_s_per_km) / 2
        return left / (self.km - first) if self.km > first else sum(self.early_s_per_km) / 2

    def at_s(self, km: float) -> float:
        """Return the time on the clock at a mark [s]."""
        first = min(km, self.parts_km[0])
        return first * sum(self.early_s_per_km) / 2 + (km - first) * self.hold_s_per_km


def race_steps(race: Race) -> tuple[RunStep, ...]:
    """Start a little slower, hold, and let the end be what is left."""
    ends = race.parts_km
    if len(ends) == 1:
        return (RunStep(part="race", km=rounded(race.km, 0.0001), target=race.target),)
    targets = tuple(_targets(race, len(ends)))
    return tuple(
        RunStep(part="race", km=rounded(end - start, 0.0001), target=target)
        for (start, end), target in zip(pairwise((0.0, *ends)), targets, strict=True)
    )


def _targets(race: Race, parts: int) -> Iterator[Target]:
    """Yield how hard each part is; the last one is by effort alone."""
    low, high = race.rpe
    if race.time_s is None:
        middle = (low + high) / 2
        efforts = [(low, low), (low, middle), (middle, high)][: parts - 1]
        efforts.append((high, max(high, _HARDEST)))
        yield from (Target(rpe=effort) for effort in efforts)
        return
    pace, hold = race.target.pace, rounded(race.hold_s_per_km, _PACE_STEP)
    yield Target(pace=pace, s_per_km=race.early_s_per_km, rpe=race.rpe)
    for _ in range(parts - 2):
        yield Target(pace=pace, s_per_km=(hold, hold), rpe=race.rpe)
    yield Target(rpe=(high, max(high, _HARDEST)))


def mark_reasons(race: Race) -> Iterator[Reason]:
    """Yield the time on the clock at each mark of the course, the finish last."""
    if race.time_s is None:
        return
    each = MILE_KM if race.miles else 1.0
    marks = race.principles.row("race_marks", "miles" if race.miles else "km", race.length)
    on_course = (mark * each for mark in marks)
    inner = [mark for mark in on_course if mark < race.km - _SAME_MARK_KM]
    for mark in (*inner, race.km):
        facts = {"mark_km": rounded(mark, 0.0001), "mark_time_s": rounded(race.at_s(mark))}
        yield Reason("AI097", facts)


def plan_b(race: Race) -> Reason:
    """Say when the goal is let go, and what is run in its place.

    Who is to finish safely walks from the start. Source: dovetail.
    """
    check = race.on_course(race.principles.number("race_check", race.length))
    if check >= race.km:
        check = race.km / 2
    if race.time_s is None:
        row = "walking" if race.reach == "walking" else "safely"
        every, walked = race.principles.row("race_walk_breaks", row)
        facts = {"check_km": check, "every_min": every, "walk_min": walked}
        return Reason("AI098" if race.reach == "normal" else "AI071", facts)
    late, ease, early = (
        race.principles.number("race_plan_b", key) / 100 for key in ("late", "ease", "early")
    )
    slow = race.hold_s_per_km * (1 + ease)
    check_s = race.at_s(check) * (1 + late)
    first = race.parts_km[0]
    return Reason(
        "AI057",
        {
            "check_km": check,
            "check_time_s": rounded(check_s),
            "ease_s_per_km": rounded(slow),
            "b_time_s": rounded(check_s + (race.km - check) * slow, 60 if race.km > 25 else 10),
            "first_km": first,
            "early_time_s": rounded(first * race.time_s / race.km * (1 - early)),
        },
    )


def heat_rule(race: Race, *, marathon_s: float | None) -> Reason:
    """Say what a warm day costs: slower runners lose more.

    The classes are our own. Sources: mantzios-2022, ely-2007, dovetail.
    """
    asked = race.principles
    from_c, stop_c, air_c = asked.row("race_heat", "wbgt_and_air")
    limits = asked.row("race_heat", "marathon_min")
    shares = asked.row("race_heat", "pct")
    slow = sum(marathon_s is None or marathon_s >= limit * 60 for limit in limits)
    facts: dict[str, float] = {
        "from_c": from_c,
        "air_c": air_c,
        "stop_c": stop_c,
        "heat_pct": shares[slow],
    }
    sources = ("mantzios-2022", "ely-2007")
    if race.time_s is None:
        return Reason("AI068", facts, sources)
    step_c = asked.number("race_heat", "said_for")
    facts["at_c"] = from_c + step_c
    facts["later_s"] = rounded(race.time_s * shares[slow] / 100 * step_c, 5)
    return Reason("AI099", facts, sources)
