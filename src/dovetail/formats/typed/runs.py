"""A run from its steps: what kind it is, its length, its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from dovetail.domain.prescription import PaceName, Range, RunPart
from dovetail.domain.session import RunKind
from dovetail.domain.typed_plan import Meaning, TypedPart, Unit
from dovetail.formats.typed.run_steps import Step, Unclear, steps_of
from dovetail.formats.typed.segments import Segment

KINDS: dict[PaceName | None, RunKind] = {
    "threshold": "threshold",
    "marathon": "race_pace",
    "half": "race_pace",
    "race": "race_pace",
    "repetition": "repetition",
}
SAID_WHOLE = frozenset({"marathon", "half", "race", "5k", "10k"})
"""A run "at" one of these is at it from end to end; a tempo run may hold its warm-up."""
HAIR_KM = 0.11
"""As much as a rounded number may be off."""
REPEAT_AT_MOST_KM = 12
"""What is longer is no repetition: the number meant something else (dovetail)."""
INSIDE = frozenset({"with", "(", ":", "", ")", "/"})


def run_of(segments: list[Segment], unit: Unit | None) -> Meaning:
    """Return what a run asks."""
    steps = _paced(segments, steps_of(segments, unit))
    steps = _headed(steps)
    total, parts = _whole(steps) or _made_of(steps)
    _check(total, parts)
    pace = next((one.pace for one in steps if one.pace), None)
    return Meaning(
        discipline="run",
        kind=_kind(segments, steps),
        km=total.km if total else None,
        minutes=total.minutes if total else None,
        unit=_unit(segments, unit),
        intensity=next((one.pace for one in parts if one.pace), pace),
        parts=tuple(parts),
    )


def _paced(segments: Sequence[Segment], steps: list[Step]) -> list[Step]:
    """A pace in the heading ("Cruise intervals: 5 x 6 min") is that of the work."""
    heading = next((one.pace for one in steps if one.role == "word" and one.pace), None)
    if heading is None:
        return steps
    return [
        replace(one, pace=heading) if one.role == "work" and not one.pace and not one.hard else one
        for one in steps
    ]


def _headed(steps: list[Step]) -> list[Step]:
    """The first amount is the total where work stands inside of it: "tempo 8 mi w/ 4 at LT"."""
    told = [at for at, one in enumerate(steps) if one.told]
    if len(told) < 2:
        return steps
    first, second = steps[told[0]], steps[told[1]]
    if first.times == 1 and second.link in ("(", ":") and _adds_up(first, steps[told[0] + 1 :]):
        return [replace(one, role="total", whole=True) if one is first else one for one in steps]
    if first.role != "work" or first.times > 1 or second.role != "work":
        return steps
    if second.link in ("with", "(", ":") or second.within:
        return [replace(one, role="total") if one is first else one for one in steps]
    return steps


def _adds_up(first: Step, parts: Sequence[Step]) -> bool:
    """Whether the parts behind an amount are together just as long: "Tempo 7 (2 wu, 4 T, 1 cd)"."""
    counting = [one for one in parts if one.told and one.role != "recovery"]
    amounts = [
        (first.km, [(one.times, one.km) for one in counting]),
        (first.minutes, [(one.times, one.minutes) for one in counting]),
    ]
    for whole, pieces in amounts:
        if whole and len(pieces) > 1 and all(piece for _, piece in pieces):
            together = sum(times * piece[1] for times, piece in pieces if piece)
            return abs(together - whole[1]) <= HAIR_KM
    return False


def _whole(steps: list[Step]) -> tuple[Step, list[TypedPart]] | None:
    """A run of one amount: all of it is at its pace, where that is said."""
    told = [one for one in steps if one.told and one.role != "strides"]
    if len(told) != 1 or told[0].times > 1 or told[0].role not in ("total", "work"):
        return None
    one = told[0]
    parts = [part for step in steps if step is not one for part in _part(step)]
    if one.role == "work" and one.pace and (one.exact or one.pace in SAID_WHOLE):
        parts = [*_part(one), *parts]
    return one, parts


def _made_of(steps: list[Step]) -> tuple[Step | None, list[TypedPart]]:
    totals = [one for one in steps if one.role == "total"]
    total = next((one for one in totals if one.whole), next(iter(totals), None))
    others = [
        replace(one, role="easy") if one in totals else one for one in steps if one is not total
    ]
    if total is not None and _holds(total, others):
        kept = [one for one in others if one.role != "easy"]
        _check_sum(total, others)
        return total, [part for one in kept for part in _part(one)]
    return _sum(steps), [part for one in _with_ends(steps) for part in _part(one)]


def _holds(total: Step, others: Sequence[Step]) -> bool:
    """Whether the first amount is the length of the whole run, the rest inside of it."""
    counting = [one for one in others if one.role in ("work", "easy", "warm_up", "cool_down")]
    if not counting or total.whole:
        return True
    first = counting[0]
    if first.link in INSIDE or first.within:
        return True
    if total.exact and first.exact:
        return False
    return first.link != "+" and not total.gentle


def _check(total: Step | None, parts: Sequence[TypedPart]) -> None:
    """Work longer than the run that holds it was read wrongly."""
    for part in parts:
        if part.times > 1 and (part.km or 0) > REPEAT_AT_MOST_KM:
            raise Unclear(str(part.km))
        if total and total.km and part.km and part.times * part.km > total.km[1] + HAIR_KM:
            raise Unclear(str(part.km))
        longer = total and total.minutes and part.minutes
        if (
            longer
            and total
            and total.minutes
            and part.times * (part.minutes or 0) > total.minutes[1]
        ):
            raise Unclear(str(part.minutes))


def _check_sum(total: Step, others: Sequence[Step]) -> None:
    """Parts that are longer together than the run were read wrongly: "2k, 3k, 2k"."""
    inside = [one for one in others if one.role in ("work", "easy", "warm_up", "cool_down")]
    told = sum(one.times * one.km[0] for one in inside if one.km)
    if total.km and told > total.km[1] + HAIR_KM:
        raise Unclear(str(total.km))


def _sum(steps: Sequence[Step]) -> Step | None:
    """Add up a run that is told part by part, where no jog is left open."""
    counting = [one for one in steps if one.role not in ("word", "strides")]
    if len(counting) < 2 or any(one.times > 1 or one.broken or not one.told for one in counting):
        return None
    if all(one.km for one in counting):
        return Step("total", "", km=_added([one.km for one in counting]))
    if all(one.minutes for one in counting):
        return Step("total", "", minutes=_added([one.minutes for one in counting]))
    return None


def _added(ranges: Sequence[Range | None]) -> Range:
    told = [one for one in ranges if one is not None]
    return sum(one[0] for one in told), sum(one[1] for one in told)


def _with_ends(steps: Sequence[Step]) -> list[Step]:
    """Easy running before the work warms up, after it cools down."""
    worked = False
    found = []
    for one in steps:
        worked = worked or one.role == "work"
        easy = one.role in ("easy", "total")
        found.append(replace(one, role="cool_down" if worked else "warm_up") if easy else one)
    return found


def _part(one: Step) -> list[TypedPart]:
    if one.role in ("word", "total", "easy"):
        return []
    return [
        TypedPart(
            part=cast(RunPart, one.role),
            times=one.times,
            km=_middle(one.km),
            minutes=_middle(one.minutes),
            pace=one.pace,
            hard=one.hard,
        )
    ]


def _middle(told: Range | None) -> float | None:
    return None if told is None else (told[0] + told[1]) / 2


def _unit(segments: Sequence[Segment], unit: Unit | None) -> Unit | None:
    for segment in segments:
        for item in segment.items:
            if item.sort == "repeats" or item.unit in ("mi", "m?"):
                return "mi"
            if item.sort == "amount" and item.unit == "km" and item.text != "metres":
                return "km"
    return unit


# -- the kind ---------------------------------------------------------------------------------


def _kind(segments: Sequence[Segment], steps: Sequence[Step]) -> RunKind | None:
    sorts = {sort for one in segments for sort in one.sorts}
    quality = {value for one in segments for value in one.values("quality")}
    work = [one for one in steps if one.role == "work"]
    hard = quality or any(one.pace or one.hard for one in work)
    if "run_walk" in sorts or ("walk" in sorts and not hard):
        return "run_walk"
    repeated = any(one.times > 1 for one in work)
    if "hills" in quality and repeated and _calls_the_hills_long(segments):
        return "hills"
    if "long" in sorts:
        return "long"
    if "hills" in quality and (work or "easy" not in sorts):
        return "hills"
    if work:
        return KINDS.get(work[0].pace, "interval") if work[0].pace else "interval"
    pace = next((one.pace for one in steps if one.pace), None)
    if pace is not None:
        return KINDS.get(pace, "interval")
    return "interval" if "interval" in quality else _quiet_kind(segments, sorts, quality)


def _calls_the_hills_long(segments: Sequence[Segment]) -> bool:
    """Whether "long" is said of the hills: "long hills 6 x 2 min"."""
    pairs = (pair for one in segments for pair in pairwise(one.items))
    return any(one.text == "long" and hill.value == "hills" for one, hill in pairs)


def _quiet_kind(segments: Sequence[Segment], sorts: set[str], quality: set[str]) -> RunKind | None:
    if "strides" in sorts:
        return "strides"
    if quality - {"hills"}:
        return "interval"
    easy = {value for one in segments for value in one.values("easy")}
    if "recovery" in easy:
        return "recovery"
    return "easy" if easy else None
