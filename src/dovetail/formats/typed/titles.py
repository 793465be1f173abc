"""What a title means: the sessions it asks for, or nothing where it is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import cast

from dovetail.domain.prescription import Range
from dovetail.domain.typed_plan import Meaning, TypedDiscipline, Unit
from dovetail.formats.typed.item import Item
from dovetail.formats.typed.items import items_of
from dovetail.formats.typed.lifts import lifting_of
from dovetail.formats.typed.run_steps import Unclear, amount_of
from dovetail.formats.typed.runs import run_of
from dovetail.formats.typed.segments import Segment, segments_of
from dovetail.formats.typed.units import in_minutes, unit_of
from dovetail.formats.typed.words import KM_OF_RACE

DASHES = frozenset("-–—")
LETTERS_AT_MOST = 400
"""A longer text is a letter, no title (dovetail)."""
RUNNING = frozenset(
    {"pace", "easy", "long", "steady", "run", "quality", "strides", "warm_up", "cool_down", "both",
     "float", "run_walk", "repeats", "ladder", "after"}
)  # fmt: skip
SURE = frozenset({"long", "run", "pace", "quality", "strides"})
"""Words that make a run of a title even beside a word that nobody knows."""
NOTES = frozenset({"-", ",", ".", "(", "with", ":", ";", ")", "?"})
JUST_HOW = frozenset({"easy", "hard", "steady", "pace"})
HOW = JUST_HOW | {"filler", "note"}


class NotUnderstood(Exception):
    """A piece of a title that could be anything."""


@dataclass(slots=True)
class Draft:
    """A session while its segments are gathered."""

    discipline: TypedDiscipline
    segments: list[Segment] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    optional: bool = False


def meanings_of(title: str, unit: Unit | None = None) -> tuple[Meaning, ...]:
    """Return what a title asks for, one meaning a session; bare numbers count in `unit`.

    A title that is not understood has one meaning, which knows no discipline.
    """
    stripped = title.strip()
    if stripped and set(stripped) <= DASHES:
        return (Meaning(discipline="rest"),)
    if len(stripped) > LETTERS_AT_MOST:
        return (Meaning(),)
    items = in_minutes(items_of(stripped))
    try:
        unit = unit_of(items, unit)
        _refuse_riddles(items)
        drafts = _drafts(segments_of(items))
        found = tuple(_meaning(one, unit) for one in drafts)
    except (NotUnderstood, Unclear):
        found = ()
    if not found:
        return (Meaning(unsure=tuple(one.text for one in items if one.sort == "unknown")),)
    return found


def _refuse_riddles(items: Sequence[Item]) -> None:
    """Raise NotUnderstood for nothing at all, for parts of a pace, and for "x 6" of what."""
    sorts = {one.sort for one in items}
    if "run_walk" in sorts and any(one.sort == "amount" and not one.unit for one in items):
        raise NotUnderstood
    if "walk" in sorts and sorts & {"after", "trailing"}:
        raise NotUnderstood
    for one, following in pairwise([*items, None]):
        if one is not None and one.sort == "amount" and one.high <= 0:
            raise NotUnderstood
        share = one is not None and one.sort == "note" and one.text.endswith("%")
        if share and following is not None and following.sort == "pace":
            raise NotUnderstood


# -- from segments to sessions ----------------------------------------------------------------


def _drafts(segments: Sequence[Segment]) -> list[Draft]:
    drafts: list[Draft] = []
    label: list[str] = []
    alternative = optional = False
    for segment in segments:
        optional = optional or "optional" in segment.sorts
        alternative = _is_alternative(segment, drafts, going_on=alternative)
        if alternative:
            _take_other(drafts[-1], segment)
        elif segment.says_nothing:
            label += _noted(segment, drafts)
        else:
            _place(segment, drafts)
    if sum(one.link == "(" and "daytime" in one.sorts for one in segments) > 0:
        raise NotUnderstood
    if label and drafts and drafts[0].discipline != "run":
        raise NotUnderstood
    for one in drafts:
        one.optional = one.optional or optional
    return drafts


def _is_alternative(segment: Segment, drafts: Sequence[Draft], *, going_on: bool) -> bool:
    if not drafts:
        return False
    if segment.link == "or":
        return True
    other = _discipline(segment, drafts[-1])
    if segment.link == "/" and other not in (None, drafts[-1].discipline):
        return "daytime" not in segment.sorts
    return going_on and segment.link not in ("+", ";")


def _take_other(draft: Draft, segment: Segment) -> None:
    """Of two ways the first stands; only an amount that serves both is taken over."""
    if segment.unknown:
        raise NotUnderstood
    draft.optional = True
    if _discipline(segment, draft) == draft.discipline:
        amounts = [item for item in segment.items if item.sort == "amount"]
        draft.segments.append(Segment("", amounts))


def _noted(segment: Segment, drafts: Sequence[Draft]) -> list[str]:
    """Words that tell nothing are a note behind a session, or a label before the first."""
    if segment.sorts & {"hard", "load"} and drafts and not segment.unknown:
        drafts[-1].segments.append(segment)
        return []
    if not segment.unknown:
        return []
    if drafts and segment.link in NOTES:
        drafts[-1].unsure += segment.unknown
        return []
    raise NotUnderstood


def _place(segment: Segment, drafts: list[Draft]) -> None:
    current = drafts[-1] if drafts else None
    discipline = _discipline(segment, current)
    if discipline is None:
        if current is None:
            raise NotUnderstood
        discipline = current.discipline
    anew = "daytime" in segment.sorts and current is not None and not _is_label(current)
    if current is not None and discipline == "race" and _is_length(current, segment):
        current.discipline = discipline
    if current is not None and segment.link == ":" and _is_label(current):
        current.discipline = discipline
    if current is None or current.discipline != discipline or anew:
        current = Draft(discipline)
        drafts.append(current)
    if discipline in ("strength", "mobility") and _tells_distance(segment):
        raise NotUnderstood
    if segment.unknown:
        current.unsure += _allowed(segment, discipline)
    current.segments.append(segment)


def _is_length(draft: Draft, race: Segment) -> bool:
    """Whether what stands before a race is its length: "13.1 - RACE"."""
    alone = draft.discipline == "run" and all(one.sorts == {"amount"} for one in draft.segments)
    return alone and race.link in ("-", ":", ",") and "amount" not in race.sorts


def _is_label(draft: Draft) -> bool:
    """Whether it only says how, and of what is told behind it: "Recovery: swim 30 min"."""
    said = {sort for one in draft.segments for sort in one.sorts}
    return draft.discipline == "run" and said <= HOW


def _tells_distance(segment: Segment) -> bool:
    """Whether a run hides in it: "5 mi easy strength"; carries are told in metres."""
    distances = [one for one in segment.items if one.sort == "amount" and one.unit in ("km", "mi")]
    return any(one.text != "metres" or "lift" not in segment.sorts for one in distances)


def _allowed(segment: Segment, discipline: TypedDiscipline) -> tuple[str, ...]:
    """Return the unknown words of a segment that may stand beside what is known."""
    items = segment.items
    at = [here for here, item in enumerate(items) if item.sort == "unknown"]
    if discipline == "race":
        named = all(items[here].text[:1].isupper() for here in at)
        if named and any(segment.values("race")) and items[-1].sort == "race":
            return segment.unknown
    if discipline == "strength" and ("times" in segment.sorts or "lift" in segment.sorts):
        return segment.unknown
    if discipline == "run" and "amount" in segment.sorts:
        placed = all(items[here - 1].sort in ("filler", "unknown") for here in at if here)
        last = all(item.sort in ("filler", "note", "unknown") for item in items[at[0] :])
        if at[0] > 0 and last and (placed or segment.sorts & SURE):
            return segment.unknown
    raise NotUnderstood


def _discipline(segment: Segment, current: Draft | None) -> TypedDiscipline | None:
    sorts = segment.sorts
    running = current is not None and current.discipline == "run"
    for sort in ("strength", "lift", "mobility", "other", "race"):
        if sort in sorts:
            return cast(TypedDiscipline, "strength" if sort == "lift" else sort)
    if "walk" in sorts:
        paused = running and current is not None and _is_repeated(current)
        return "run" if paused and segment.link != "+" else "other"
    if "rest" in sorts:
        return _of_rest(segment, current)
    if current is not None and sorts - {"filler", "note"} <= JUST_HOW:
        return None
    if sorts & RUNNING:
        return "run"
    if "times" in sorts:
        return current.discipline if current else _of_times(segment)
    return None if current or segment.unknown else "run"


def _of_rest(segment: Segment, current: Draft | None) -> TypedDiscipline | None:
    pause = (current is not None and _is_repeated(current)) or "amount" in segment.sorts
    if current is not None and current.discipline == "run" and segment.link not in ("or", "+"):
        return "run" if pause else "rest"
    if "amount" in segment.sorts:
        raise NotUnderstood
    return "rest"


def _is_repeated(draft: Draft) -> bool:
    """Whether it holds repetitions, or is a run with walking breaks."""
    return any(one.times > 1 or one.sorts & {"times", "run_walk"} for one in draft.segments)


def _of_times(segment: Segment) -> TypedDiscipline | None:
    """Repeats without a word are run, where they tell how far or how long."""
    return None if segment.unknown else "run"


# -- from sessions to meanings ----------------------------------------------------------------


def _meaning(draft: Draft, unit: Unit | None) -> Meaning:
    if draft.discipline == "run":
        found = run_of(draft.segments, unit)
    elif draft.discipline == "strength":
        found = lifting_of(draft.segments)
    elif draft.discipline == "rest":
        found = _resting(draft)
    else:
        found = _plain(draft, unit)
    return replace(found, optional=draft.optional, unsure=tuple(draft.unsure))


def _resting(draft: Draft) -> Meaning:
    known = {"rest", "filler", "note", "optional", "load", "easy", "within"}
    if any(not one.sorts <= known for one in draft.segments):
        raise NotUnderstood
    return Meaning(discipline="rest")


def _plain(draft: Draft, unit: Unit | None) -> Meaning:
    """A race, mobility or another sport: its length, as far as it is told."""
    km: Range | None = None
    minutes: Range | None = None
    for segment in draft.segments:
        if segment.sorts & {"times", "after"}:
            raise NotUnderstood
        for item in segment.items:
            told = item.unit or draft.discipline != "other"
            if item.sort == "amount" and told:
                one_km, one_minutes = amount_of(item, unit)
                km, minutes = km or one_km, minutes or one_minutes
            if item.sort == "race" and item.value in KM_OF_RACE:
                km = km or (KM_OF_RACE[item.value], KM_OF_RACE[item.value])
    return Meaning(discipline=draft.discipline, km=km, minutes=minutes, unit=unit)
