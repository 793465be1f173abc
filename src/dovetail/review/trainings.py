"""What was done, each thing once: a watch and a person may both have written it down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from dovetail.domain.performed import PerformedSet
from dovetail.domain.training_log import (
    Event,
    Mobility,
    Other,
    Race,
    Run,
    Strength,
    Test,
)
from dovetail.domain.units import Duration

T = TypeVar("T")
Did = Literal["run", "strength", "mobility", "other", "race", "test"]
Record = Run | Strength | Mobility | Race
"""The kinds of event that tell of one training; tests of a day are one together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One thing that was done, with all that its events say of it."""

    on: date
    discipline: Did
    ids: tuple[str, ...]
    """Its events, the one that is believed first."""
    minutes: float
    km: float | None = None
    rpe: float | None = None
    session: str | None = None
    sets: tuple[PerformedSet, ...] = ()

    @property
    def loads(self) -> bool:
        """Whether it is a run, a lift or other training: not mobility, not a self-test."""
        return self.discipline not in ("mobility", "test")


def trainings_of(events: Iterable[Event]) -> tuple[Training, ...]:
    """Return what was done, by day and id.

    Events that are the same by `same_as`, at first or second hand, count once: a race before
    a run, what a person wrote before what a device did. What the first leaves unsaid is taken
    from the others.
    """
    every = tuple(events)
    records = {event.id: event for event in every if isinstance(event, Record)}
    done = [*map(_joined, _groups(records)), *_tested(every)]
    return tuple(sorted(done, key=lambda one: (one.on, one.ids)))


def _groups(records: Mapping[str, Record]) -> Iterator[Sequence[Record]]:
    """Put together what is the same, however the links run."""
    group = {name: name for name in records}

    def first(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for name, record in records.items():
        other = record.same_as if isinstance(record, Run | Strength) else None
        if other is not None and other in records:
            low, high = sorted((first(name), first(other)))
            group[high] = low
    together: dict[str, list[Record]] = {}
    for name, record in records.items():
        together.setdefault(first(name), []).append(record)
    yield from together.values()


def _joined(records: Sequence[Record]) -> Training:
    ranked = sorted(records, key=_believed)
    best = ranked[0]
    kms, efforts, sessions = zip(*map(_told, ranked), strict=True)
    return Training(
        on=best.on,
        discipline=_discipline(best),
        ids=tuple(record.id for record in ranked),
        minutes=_minutes(best),
        km=_first(kms),
        rpe=_first(efforts),
        session=_first(sessions),
        sets=next((one.sets for one in ranked if isinstance(one, Strength) and one.sets), ()),
    )


def _first(told: Iterable[T | None]) -> T | None:
    return next((one for one in told if one is not None), None)


def _believed(record: Record) -> tuple[bool, bool, str]:
    measured = record.by == "import" or record.source is not None
    return not isinstance(record, Race), measured, record.id


def _told(record: Record) -> tuple[float | None, float | None, str | None]:
    km = record.km if isinstance(record, Run | Race) else None
    rpe = None if isinstance(record, Race) else record.rpe
    return km, rpe, record.session


def _discipline(record: Record) -> Did:
    if isinstance(record, Race):
        return "race"
    if isinstance(record, Run):
        return "run"
    if isinstance(record, Strength):
        return "strength"
    return "other" if isinstance(record, Other) else "mobility"


def _minutes(record: Record) -> float:
    if not isinstance(record, Race):
        return record.minutes
    time = Duration.parse(record.time)
    return 0.0 if time is None else time.s / 60


def _tested(events: Iterable[Event]) -> Iterator[Training]:
    """The self-tests of a day, together: they answer to one session."""
    days: dict[date, list[str]] = {}
    for event in events:
        if isinstance(event, Test):
            days.setdefault(event.on, []).append(event.id)
    for day, names in days.items():
        yield Training(on=day, discipline="test", ids=tuple(sorted(names)), minutes=0.0)
