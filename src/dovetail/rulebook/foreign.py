"""How much a finding matters in a plan that somebody else wrote: the one visible table.

Our own plans answer for every rule. A plan from a book was made for many, tells a part of what
it knows, and has brought people to their races: there an error is what harms, a warning what
wastes, advice the rest. A rule that is not listed asks for what such a plan does not tell, or
for a habit of ours, and is silent. Reasons stand in docs/judging.md (all numbers: dovetail).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dovetail.domain.plan import Finding, Severity
from dovetail.rulebook.shapes import WALL

Asks = Literal["plan", "athlete"]
LONG_RACES = frozenset({"marathon", "ultra"})
SMALL_JUMP_KM = 3.3
"""Two miles: the step in which published long runs grow."""
TINY_JUMP_KM = 1.6
SPIKE, BIG_SPIKE = 1.3, 1.6
"""Shares of the longest run of 30 days."""
RAMP_STEEP, RAMP_ALARM, ALARM_KM = 1.2, 1.3, 8.0
"""Shares of the reference week, and what an alarm is at least [km]."""
A_LITTLE, CLEARLY_OVER, FAR_OVER = 1.05, 1.15, 1.3
"""Shares of a limit."""
NOTHING_LEFT = 0.4
"""Of the least that a week of the taper runs: so much less is next to nothing."""
SHORT_RUN_KM = 2.0
"""So little is not worth a word about race week."""
FEW_RUNS = 3
ROW_TOO_LONG, SMALL_WEEK_KM = 6, 25.0
MONTH_DAYS, WEEKS_3_DAYS = 28, 18
RACE_WEEK_DAYS = 7
MUCH_KM = 75.0
NEAR_DAYS = 10

SHADOWS: Mapping[str, tuple[str, ...]] = {
    "LM101": ("LM102", "LM104", "LM105"),
    "PL216": ("PL205", "LM112"),
    "MS438": ("LM108",),
}
"""What an error says besides in its week: the same thing once more, and one fix mends both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a typed plan tells, and a grade may ask."""

    race: str | None
    runs: int
    """Runs of a usual week."""
    peak_km: float
    paced: bool = True
    """Whether any run of it is a hard one."""
    race_week: str | None = None
    """The name of the week of the goal's race."""
    days_to_race: Mapping[str, int] = field(default_factory=dict)
    """Days before the race, by session."""


Weighs = Callable[[Finding, Told], Severity | None]


@dataclass(frozen=True, slots=True)
class Grade:
    """What a finding weighs: always the same, or by how much and where."""

    weighs: Severity | Weighs
    asks: Asks = "plan"
    """Whether it is asked of the plan alone, or only with an athlete."""


def graded(finding: Finding, told: Told, *, known: bool) -> Severity | None:
    """Return what a finding weighs in a typed plan; None is silence.

    `known` is whether the athlete is.
    """
    seen = finding.facts.get("seen")
    grade = GRADES.get(f"{finding.code} {seen}", GRADES.get(finding.code))
    if grade is WALL or (grade.asks == "athlete" and not known):
        return None
    return grade.weighs if isinstance(grade.weighs, str) else grade.weighs(finding, told)


def _over(finding: Finding, fact: str) -> float:
    value, limit = finding.facts.get("value", finding.amount), finding.facts.get(fact, 0)
    return float(value) / float(limit) if limit else 0.0


def _spike(finding: Finding, _: Told) -> Severity | None:
    longest, ratio = float(finding.facts["longest_km"]), _over(finding, "longest_km")
    more_km = float(finding.facts["value"]) - longest
    if ratio >= SPIKE and more_km > SMALL_JUMP_KM:
        return "error"
    if ratio >= BIG_SPIKE and more_km > TINY_JUMP_KM:
        return "error"
    return "advice" if ratio > CLEARLY_OVER and more_km > TINY_JUMP_KM else None


def _ramp(finding: Finding, _: Told) -> Severity | None:
    ratio = _over(finding, "reference_km")
    more_km = float(finding.facts["value"]) - float(finding.facts["reference_km"])
    if ratio >= RAMP_ALARM and more_km >= ALARM_KM:
        return "error"
    return "warning" if ratio >= RAMP_STEEP and more_km >= ALARM_KM / 2 else None


def _share(finding: Finding, told: Told) -> Severity | None:
    if told.runs <= FEW_RUNS:
        return "advice"
    return "warning" if _over(finding, "top_km") >= CLEARLY_OVER else "advice"


def _second(finding: Finding, _: Told) -> Severity | None:
    return "advice" if _over(finding, "top_km") >= FAR_OVER else None


def _race_week(finding: Finding, _: Told) -> Severity | None:
    ratio = _over(finding, "top_km")
    more_km = float(finding.facts["value"]) - float(finding.facts["top_km"])
    if ratio < A_LITTLE or more_km < SHORT_RUN_KM:
        return None
    return "error" if ratio >= FAR_OVER else "warning" if ratio >= CLEARLY_OVER else "advice"


def _taper(finding: Finding, told: Told) -> Severity | None:
    ratio = _over(finding, "top_km")
    if ratio < A_LITTLE:
        return None
    if ratio >= FAR_OVER:
        return "error" if told.race in LONG_RACES else "warning"
    return "warning" if ratio >= CLEARLY_OVER else "advice"


def _too_low(finding: Finding, _: Told) -> Severity | None:
    return "advice" if finding.amount > NOTHING_LEFT * float(finding.facts["least_km"]) else None


def _intensity(finding: Finding, _: Told) -> Severity | None:
    return "warning" if _over(finding, "top_min") >= FAR_OVER else "advice"


def _contacts(finding: Finding, _: Told) -> Severity | None:
    return "error" if _over(finding, "contacts") >= FAR_OVER else "warning"


def _longest(finding: Finding, told: Told) -> Severity | None:
    """Too near the race it tires; too far from it it is forgotten."""
    if float(finding.facts["days"]) >= float(finding.facts["first"]):
        return "advice"
    if told.race in LONG_RACES:
        return "error" if float(finding.facts["days"]) <= NEAR_DAYS else "warning"
    return "warning" if told.race == "half" else "advice"


def _late_lighter(finding: Finding, told: Told) -> Severity | None:
    if told.peak_km < SMALL_WEEK_KM or float(finding.facts["weeks"]) < ROW_TOO_LONG:
        return "advice"
    return "warning"


def _gap(finding: Finding, _: Told) -> Severity | None:
    days = float(finding.facts["days"])
    return "warning" if days >= MONTH_DAYS else "advice" if days > WEEKS_3_DAYS else None


def _new_lift(finding: Finding, told: Told) -> Severity | None:
    days = told.days_to_race.get(finding.place.session or "", RACE_WEEK_DAYS)
    return "error" if days < RACE_WEEK_DAYS else "warning"


def _near_the_race(finding: Finding, told: Told) -> Severity | None:
    """Lifts near the race are MS407's; what follows a race on the way is the plan's own affair."""
    if finding.place.week != told.race_week or "strength" in str(finding.facts.get("about")):
        return None
    return "warning" if finding.amount > 1 else "advice"


def _pace_tried(_: Finding, told: Told) -> Severity | None:
    return "advice" if told.paced else None


def _rest_day(_: Finding, told: Told) -> Severity | None:
    return "advice" if told.peak_km >= MUCH_KM else "warning"


def _budget(finding: Finding, _: Told) -> Severity | None:
    return "error" if finding.amount > 1 else "warning"


GRADES: Mapping[str, Grade] = {
    "LM101": Grade(_spike),
    "LM109": Grade("error", asks="athlete"),
    "LM102": Grade(_ramp),
    "LM111": Grade("warning", asks="athlete"),
    "LM103": Grade("warning", asks="athlete"),
    "LM104": Grade(_share),
    "LM105": Grade(_second),
    "LM106": Grade(_race_week),
    "LM107": Grade("advice", asks="athlete"),
    "LM112": Grade(_intensity),
    "LM114": Grade(_taper),
    "LM108": Grade(_contacts),
    "PL201": Grade("warning", asks="athlete"),
    "PL203": Grade("error"),
    "PL204": Grade("warning"),
    "PL205": Grade("warning"),
    "PL206": Grade(_rest_day),
    "PL211": Grade("advice", asks="athlete"),
    "PL212": Grade("warning"),
    "PL213": Grade("advice"),
    "PL214": Grade("advice", asks="athlete"),
    "PL215": Grade("warning", asks="athlete"),
    "PL216": Grade(_budget),
    "PL220": Grade("advice"),
    "PL221": Grade(_near_the_race),
    "PL222": Grade("error", asks="athlete"),
    "MS401 seen.first_more": Grade("warning", asks="athlete"),
    "MS401 seen.first_long": Grade("warning", asks="athlete"),
    "MS401 seen.first_fast": Grade("advice", asks="athlete"),
    "MS402 seen.new_exercise": Grade(_new_lift),
    "MS402 seen.new_run": Grade("advice"),
    "MS404 seen.taper_rises": Grade("warning"),
    "MS404 seen.taper_too_low": Grade(_too_low),
    "MS404 seen.taper_few_runs": Grade("advice"),
    "MS404 seen.taper_no_touch": Grade("advice"),
    "MS406": Grade(_longest),
    "MS407 seen.late_lift": Grade("error"),
    "MS407 seen.late_primer": Grade("advice"),
    "MS407 seen.second_lift": Grade("advice"),
    "MS407 seen.quiet_day": Grade("advice"),
    "MS408 seen.recovery_run": Grade("warning"),
    "MS408 seen.recovery_fast": Grade("warning"),
    "MS408 seen.recovery_much": Grade("advice"),
    "MS414 seen.lighter_late": Grade(_late_lighter),
    "MS415 seen.long_still": Grade("advice"),
    "MS416 seen.long_few": Grade("advice"),
    "MS428 seen.beginner_intervals": Grade("advice", asks="athlete"),
    "MS430 seen.not_specific": Grade("advice"),
    "MS431 seen.no_race_pace": Grade(_pace_tried),
    "MS433 seen.strength_gap": Grade(_gap),
    "MS433 seen.no_strength": Grade("advice"),
    "MS438 seen.jumps_barred": Grade("error"),
    "MS438 seen.jumps_rise": Grade("warning"),
}
"""By code, or by code and what it has seen."""
