"""The segments of a run as steps: what each is for, how often, how long and how fast."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, cast

from dovetail.domain.prescription import PaceName, Range
from dovetail.domain.typed_plan import Unit
from dovetail.formats.typed.item import Item
from dovetail.formats.typed.segments import Segment

MILE_KM = 1.609344
PARKRUN_KM = 5.0
METRES_FROM = 100
"""A bare number after "x" from here on counts metres (dovetail)."""
LONGEST_BARE, LONGEST_BARE_TEMPO = 65, 15
"""A bare number above may be minutes: it stays open (dovetail)."""
JOG_AT_MOST_KM, JOG_AT_MOST_MIN = 1.7, 6.0
"""What is longer is no jog between repetitions (dovetail)."""
PAUSE_AT_MOST_KM, PAUSE_AT_MOST_MIN = 0.8, 4.0
"""What is longer, and only follows repetitions, may be a cool-down (dovetail)."""
SECONDS_FROM = 10
"""A bare number behind "MP +" from here on may be seconds beside the pace (dovetail)."""
LONGEST_BARE_EASY = 25
"""A bare number of easy running above may be minutes (dovetail)."""
LONGEST_BARE_END, LONGEST_BARE_WORK = 6, 12
"""The same for a warm-up or a cool-down, and for repetitions together (dovetail)."""
STRIDES_AT_MOST = 20
"""Of more one number means seconds or metres (dovetail)."""
Role = Literal["total", "easy", "work", "recovery", "warm_up", "cool_down", "strides", "word"]


class Unclear(Exception):
    """A number that could mean more than one thing."""


@dataclass(frozen=True, slots=True)
class Step:
    """A segment as part of a run."""

    role: Role
    link: str
    times: int = 1
    km: Range | None = None
    minutes: Range | None = None
    pace: PaceName | None = None
    hard: bool = False
    within: bool = False
    gentle: bool = False
    exact: bool = False
    broken: bool = False
    """Whether a pause follows that is not told."""
    whole: bool = False
    """Whether it says that it is the total: "(10 km total)"."""

    @property
    def told(self) -> bool:
        """Whether an amount is told."""
        return self.km is not None or self.minutes is not None


def steps_of(segments: list[Segment], unit: Unit | None) -> list[Step]:
    """Return the steps of a run."""
    steps: list[Step] = []
    for segment in segments:
        if (
            segment.link == "/"
            and steps
            and steps[-1].role == "total"
            and "amount" in segment.sorts
        ):
            raise Unclear("/")
        if segment.link == "in":
            raise Unclear("in")
        steps += _steps(segment, steps, unit)
    return steps


def _steps(segment: Segment, before: list[Step], unit: Unit | None) -> list[Step]:
    sorts = segment.sorts
    step = _measured(segment, unit)
    if "both" in sorts:
        return [replace(step, role="warm_up"), replace(step, role="cool_down")]
    if "ladder" in sorts:
        return _rungs(segment, step, unit)
    if _shifts_pace(segment, step, before):
        return [replace(step, minutes=None)]
    return [replace(step, role=_role(segment, step, before))]


def _role(segment: Segment, step: Step, before: list[Step]) -> Role:
    sorts = segment.sorts
    for sort in ("warm_up", "cool_down", "strides"):
        if sort in sorts:
            return cast(Role, sort)
    if step.whole and step.told and step.times == 1:
        return "total"
    if _rests(segment, step, before):
        return "recovery"
    if sorts & {"times", "repeats", "after"} or (segment.times > 1 and step.told):
        return "work"
    if not step.told:
        return "word"
    if step.pace or step.hard:
        return "work"
    return "easy" if any(one.told for one in before) else "total"


def _shifts_pace(segment: Segment, step: Step, before: list[Step]) -> bool:
    """Whether it is the "+ 10 s" of "marathon pace + 10 s"; of "MP + 10" nobody can tell."""
    if not segment.sorts <= {"amount", "note", "filler"}:
        return False
    amount = segment.first("amount")
    bare = amount is not None and not amount.unit and amount.low >= SECONDS_FROM
    if bare and before and before[-1].pace is not None and segment.link == "+":
        raise Unclear("+")
    return step.minutes is not None and step.minutes[1] < 1


def _rests(segment: Segment, step: Step, before: list[Step]) -> bool:
    """Whether a segment is the jog between the repetitions before it."""
    if "between" in segment.values("filler") and any(one.role == "work" for one in before):
        return True
    if segment.link == "(" and {"up", "uphill"} & {item.text for item in segment.items}:
        raise Unclear("up")
    last = next((one for one in reversed(before) if one.role != "word"), None)
    if last is not None and last.role == "recovery" and segment.link == "/":
        raise Unclear("/")
    if last is None or last.role != "work" or segment.sorts & {"times", "repeats", "pace"}:
        return False
    repeated = last.times > 1 or segment.times > 1
    short = (step.km or (0, 0))[1] <= JOG_AT_MOST_KM and (step.minutes or (0, 0))[
        1
    ] <= JOG_AT_MOST_MIN
    if segment.sorts & {"rest", "float", "walk"} or set(segment.values("easy")) & {
        "jog",
        "recovery",
    }:
        return repeated and short and (segment.link != "+" or segment.times > 1)
    if "easy" in segment.sorts:
        return repeated and short and step.told and segment.link != "+"
    plain = not segment.sorts & {"hard", "quality", "run", "long", "steady"}
    apart = segment.times == 1 or segment.times < last.times
    linked = segment.link in ("/", "(", "with") or (
        segment.link in (",", ")", "") and apart and _is_a_pause(step)
    )
    return repeated and short and plain and step.told and linked


def _is_a_pause(step: Step) -> bool:
    """Whether an amount behind repetitions is too short to cool down."""
    return (step.km or (0, 0))[1] <= PAUSE_AT_MOST_KM and (
        (step.minutes or (0, 0))[1] <= PAUSE_AT_MOST_MIN
    )


def _rungs(segment: Segment, step: Step, unit: Unit | None) -> list[Step]:
    ladder = segment.first("ladder")
    assert ladder is not None
    found: list[Step] = []
    for rung in ladder.ladder:
        if not ladder.unit and rung < METRES_FROM:
            raise Unclear(ladder.text)
        each = Item("amount", low=rung, high=rung, unit="km" if ladder.unit in ("m", "m?") else "")
        if ladder.unit in ("m", "m?"):
            each = replace(each, low=rung / 1000, high=rung / 1000)
        elif ladder.unit:
            each = replace(each, unit=ladder.unit)
        km, minutes = amount_of(each, unit, repeated=True)
        link = "," if found else segment.link
        found.append(
            replace(step, role="work", link=link, times=segment.times, km=km, minutes=minutes)
        )
    return [replace(one, broken=True) for one in found]


# -- amounts ----------------------------------------------------------------------------------


def _measured(segment: Segment, unit: Unit | None) -> Step:
    times, repeated = _times(segment, unit)
    repeated = repeated or "float" in segment.sorts or "jog" in segment.values("easy")
    km = minutes = None
    tempo = "threshold" in segment.values("pace")
    for item in segment.items:
        if item.sort == "amount":
            _refuse_what_may_be_minutes(segment, item, times)
            one_km, one_minutes = amount_of(item, unit, repeated=repeated, tempo=tempo)
            km, minutes = km or one_km, minutes or one_minutes
        if item.sort == "repeats":
            km = (MILE_KM, MILE_KM)
    if km is None and minutes is None and "parkrun" in segment.values("run"):
        km = (PARKRUN_KM, PARKRUN_KM)
    paces = _paces(segment)
    at = [item for item in segment.items if item.sort == "at" or item.value == "at"]
    return Step(
        role="word",
        link=segment.link,
        times=times,
        km=km,
        minutes=minutes,
        pace=cast(PaceName, paces[-1]) if paces else None,
        hard="hard" in segment.sorts,
        within="within" in segment.sorts,
        gentle="easy" in segment.sorts,
        exact=bool(at),
        whole="total" in segment.values("filler"),
    )


def _refuse_what_may_be_minutes(segment: Segment, item: Item, times: int) -> None:
    """Raise Unclear for bare numbers that hardly anybody means as a distance."""
    if item.unit or item.high >= METRES_FROM:
        return
    sorts = segment.sorts
    gentle = "easy" in sorts and "long" not in sorts and item.high > LONGEST_BARE_EASY
    ends = sorts & {"warm_up", "cool_down"} and item.high > LONGEST_BARE_END
    worked = times > 1 and times * item.high > LONGEST_BARE_WORK
    turns = "on" in {one.text for one in segment.items if one.sort == "hard"}
    if gentle or ends or worked or turns or "rest" in sorts:
        raise Unclear(item.text)


def _paces(segment: Segment) -> list[str]:
    """Return the paces that are named; "easy pace" and "long run pace" name none."""
    gentle = segment.sorts & {"easy", "long", "steady"}
    named = [item for item in segment.items if item.sort == "pace"]
    return [item.value for item in named if not (gentle and item.text == "pace")]


def _times(segment: Segment, unit: Unit | None) -> tuple[int, bool]:
    found = [item for item in segment.items if item.sort in ("times", "repeats", "after")]
    times = segment.times
    counted = "amount" in segment.sorts or segment.sorts & {"quality", "strides"}
    if "after" in segment.sorts and ("walk" in segment.sorts or not counted):
        raise Unclear("x")
    for item in found:
        if unit and item.value == "hills":
            raise Unclear(item.text)
        if item.low != int(item.low) or not 0 < item.low < METRES_FROM:
            raise Unclear(item.text)
        times *= int(item.low)
    if "strides" in segment.sorts and times > STRIDES_AT_MOST:
        raise Unclear("strides")
    return times, bool(found) or segment.times > 1


def amount_of(
    item: Item, unit: Unit | None, *, repeated: bool = False, tempo: bool = False
) -> tuple[Range | None, Range | None]:
    """Return km and minutes of an amount; a bare number counts the unit of the plan."""
    said = item.unit
    if said == "min":
        return None, (item.low, item.high)
    if said == "m?":
        if unit != "mi":
            raise Unclear(item.text)
        said = "mi"
    if not said:
        said, item = _bare(item, unit, repeated=repeated, tempo=tempo)
    factor = MILE_KM if said == "mi" else 1.0
    return (item.low * factor, item.high * factor), None


def _bare(item: Item, unit: Unit | None, *, repeated: bool, tempo: bool) -> tuple[str, Item]:
    if repeated and item.low >= METRES_FROM:
        return "km", replace(item, low=item.low / 1000, high=item.high / 1000)
    if unit is None or item.high > (LONGEST_BARE_TEMPO if tempo else LONGEST_BARE):
        raise Unclear(item.text)
    return unit, item
