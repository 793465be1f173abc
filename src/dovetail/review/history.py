"""What stands of a log on a day: corrections and voids heard, nothing of the future."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar, cast

from dovetail.domain.corrections import Line, standing
from dovetail.domain.training_log import Away, Checkin, Event, Void
from dovetail.review.trainings import Training, trainings_of

E = TypeVar("E", bound=Event)
DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class History:
    """The events that stand on a day, by day and id; made once, then asked by every signal."""

    today: date
    events: tuple[Event, ...]

    @cached_property
    def trainings(self) -> tuple[Training, ...]:
        """All that was done, each thing once, by day."""
        return trainings_of(self.events)

    @cached_property
    def _loaded(self) -> tuple[date, ...]:
        return tuple(sorted({one.on for one in self.trainings if one.loads}))

    def loaded_days(self, until: date) -> tuple[date, ...]:
        """Return the days up to one, included, on which anything was done that loads."""
        return self._loaded[: bisect_right(self._loaded, until)]

    @cached_property
    def began(self) -> date | None:
        """The day of the first event; before it nothing is known, not even silence."""
        return self.events[0].on if self.events else None

    @cached_property
    def checkins(self) -> Mapping[date, Sequence[Checkin]]:
        """The check-ins of each day that has any."""
        found: dict[date, list[Checkin]] = {}
        for event in self.of(Checkin):
            found.setdefault(event.on, []).append(event)
        return found

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Return the events of a kind, and of no other, by day."""
        return cast("tuple[E, ...]", self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> Mapping[type[Event], tuple[Event, ...]]:
        found: dict[type[Event], list[Event]] = {}
        for event in self.events:
            found.setdefault(type(event), []).append(event)
        return {kind: tuple(events) for kind, events in found.items()}

    def trained(self, first: date, last: date) -> tuple[Training, ...]:
        """Return what was done from one day to another, both included."""
        start = bisect_left(self.trainings, first, key=_day_of)
        return self.trainings[start : bisect_right(self.trainings, last, key=_day_of)]

    def late_for(self, reviewed_on: date) -> tuple[Event, ...]:
        """Return what a review of that day could not know: about days before, written since."""
        return tuple(
            event for event in self.events if event.on < reviewed_on <= (event.logged or event.on)
        )


def history_of(events: Iterable[Event], today: date) -> History:
    """Return what stands on a day of all lines, or of events that stand already.

    An event about a later day, or written later, is not seen, and neither is a correction
    that is: what it corrects then stands. Days away are seen from the day they are told on.
    The same id twice counts once. The order of lines matters to nothing but which correction
    of one event is the last.
    """
    lines: dict[str, Line] = {}
    for number, event in enumerate(events):
        if _known_on(event) <= today:
            lines.setdefault(event.id, Line(event, number))
    return History(today=today, events=standing(lines))


def _known_on(event: Event) -> date:
    """Return the first day on which an event is seen."""
    written = event.logged or event.on
    return written if isinstance(event, Away | Void) else max(event.on, written)


def _day_of(training: Training) -> date:
    return training.on
