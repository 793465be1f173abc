"""What cannot be true of an event, though every single value may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, singledispatch

from dovetail.domain.errors import Place, Problem
from dovetail.domain.training_log import (
    Away,
    Checkin,
    Event,
    Lock,
    Move,
    Mute,
    Race,
    Run,
    SetQuantity,
    Strength,
    Test,
    UnlockPhase,
    Void,
)
from dovetail.domain.units import Duration
from dovetail.formats.complaints import bad_form, missing_key, unknown_word
from dovetail.formats.document import document_fields
from dovetail.physiology.records import faster_than_record
from dovetail.rulebook.gates import GATES

QUANTITIES = (
    "run.km",
    "run.minutes",
    "week.km",
    "week.minutes",
    "week.quality",
    "week.hard_sets",
    "week.contacts",
    "week.lifts",
    "line.load_kg",
    "line.sets",
    "line.reps",
    "phase.strength",
)
"""What a bound can name."""

_ZONES = 5
_TO = re.compile(r"(\d{4}-\d{2}-\d{2})(/(am|pm))?")


def impossible(event: Event, kind: str) -> list[Problem]:
    """Find everything that cannot be true of one event."""
    problems = list(_of_kind(event, kind))
    if not event.id:
        problems.append(bad_form("", f"{kind}.id", '"e1", unique in the log'))
    return problems


@singledispatch
def _of_kind(event: Event, kind: str) -> Iterator[Problem]:
    """Speak about one kind of event; most kinds leave nothing to say."""
    return iter(())


@_of_kind.register
def _(event: Run, kind: str) -> Iterator[Problem]:
    if event.zones_min and len(event.zones_min) != _ZONES:
        problem = f"{kind}.zones_min has {len(event.zones_min)} numbers."
        yield _problem("bad-zones", f"{kind}.zones_min", problem, f"Give {_ZONES}, zone 1 first.")


@_of_kind.register
def _(event: Strength, kind: str) -> Iterator[Problem]:
    for number, done in enumerate(event.sets, 1):
        amounts = (done.reps, done.seconds, done.metres)
        if sum(amount is not None for amount in amounts) != 1:
            key = f"{kind}.sets[{number}]"
            problem = "A set has one amount."
            yield _problem("one-amount", key, problem, "Give reps, seconds or metres.")


@_of_kind.register
def _(event: Checkin, kind: str) -> Iterator[Problem]:
    items = _checkin_items()
    if all(getattr(event, item) is None for item in items):
        hint = f"Give one of {', '.join(items)}."
        yield _problem("nothing-said", kind, "A check-in says at least one thing.", hint)


@_of_kind.register
def _(event: Away, kind: str) -> Iterator[Problem]:
    yield from _not_before(event.on, event.until, kind)


@_of_kind.register
def _(event: UnlockPhase, kind: str) -> Iterator[Problem]:
    yield from _not_before(event.on, event.until, kind)


@_of_kind.register
def _(event: SetQuantity, kind: str) -> Iterator[Problem]:
    yield from _quantity(event.quantity, kind)
    yield from _not_before(event.first, event.until, kind)


@_of_kind.register
def _(event: Lock, kind: str) -> Iterator[Problem]:
    told = [part for part in (event.session, event.week, event.quantity) if part is not None]
    if len(told) != 1:
        problem = f"A {kind} names one thing."
        yield _problem("one-thing", kind, problem, "Give exactly one: session, week or quantity.")
    if event.quantity is not None:
        yield from _quantity(event.quantity, kind)
    if event.week is not None and event.week.weekday() != 0:
        problem = f"{event.week} is not a Monday."
        hint = "A week is named by its Monday."
        yield _problem("not-a-monday", f"{kind}.week", problem, hint)
    yield from _not_before(event.on, event.until, kind)


@_of_kind.register
def _(event: Move, kind: str) -> Iterator[Problem]:
    match = _TO.fullmatch(event.to)
    if match is None or not _is_date(match[1]):
        yield bad_form(event.to, f"{kind}.to", '"2027-01-14" or "2027-01-14/pm"')


@_of_kind.register
def _(event: Mute, kind: str) -> Iterator[Problem]:
    if any(gate.code == event.code for gate in GATES):
        problem = f"{event.code} is a gate of the day, and no gate is muted."
        hint = "It falls silent with what it heard, or after a clearance by a professional."
        yield _problem("no-mute", f"{kind}.code", problem, hint)


@_of_kind.register
def _(event: Test, kind: str) -> Iterator[Problem]:
    both = event.left is not None and event.right is not None
    one_side = (event.left is None) != (event.right is None)
    if (event.value is not None) == both or one_side:
        hint = "Give value, or left and right."
        yield _problem("one-value", kind, "A test has one value, or one for each side.", hint)


@_of_kind.register
def _(event: Race, kind: str) -> Iterator[Problem]:
    time = Duration.parse(event.time)
    if time is None or time.s <= 0:
        yield bad_form(event.time, f"{kind}.time", '"1:58:00" or "52:00"')
    elif faster_than_record(event.km, time.s):
        problem = f"{time} for {event.km:g} km is faster than the world record."
        hint = 'Write hours, minutes and seconds, such as "1:58:00", and check the distance.'
        yield _problem("faster-than-record", f"{kind}.time", problem, hint)


@_of_kind.register
def _(event: Void, kind: str) -> Iterator[Problem]:
    if event.corrects is None:
        yield missing_key("corrects", kind)


@cache
def _checkin_items() -> tuple[str, ...]:
    shared = {field.key for field in document_fields(Event)}
    return tuple(field.key for field in document_fields(Checkin) if field.key not in shared)


def _quantity(quantity: str, kind: str) -> Iterator[Problem]:
    if quantity not in QUANTITIES:
        yield unknown_word(quantity, f"{kind}.quantity", QUANTITIES)


def _not_before(first: date, until: date | None, kind: str) -> Iterator[Problem]:
    if until is not None and until < first:
        problem = f"{until} is before {first}."
        yield _problem("ends-before-it-starts", f"{kind}.until", problem, "Check the two dates.")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _problem(code: str, key: str, problem: str, hint: str) -> Problem:
    return Problem(code=code, problem=problem, hint=hint, place=Place(key=key))
