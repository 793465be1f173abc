"""Which of the things done answers to which session: each once, in one order, or off-plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from dovetail.domain.athlete import Half
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.domain.training_log import Move, Skip
from dovetail.review.history import DAY, History
from dovetail.review.trainings import Did, Training

STANDS_FOR: Mapping[str, tuple[Did, ...]] = {"race": ("run",), "race_fitness": ("race", "run")}
"""By discipline or kind of session: what people also log it as, on its own day."""


class Cost(NamedTuple):
    """How far a training is from a session; the least is matched first."""

    another: bool
    """Of another discipline, that may stand for it."""
    minutes: float
    day: date
    session: str
    event: str


class Pair(NamedTuple):
    """A session and what was done of it."""

    session: Session
    training: Training


@dataclass(frozen=True, kw_only=True)
class Matched:
    """A plan's sessions beside what was done of them."""

    pairs: Mapping[str, Pair] = field(default_factory=dict)
    """By session id."""
    off_plan: tuple[Training, ...] = ()
    """Done within the days of the plan, and asked by no session: it counts all the same."""
    skipped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Sessions that somebody left out and said so, with the ids of those events."""
    days: Mapping[str, date] = field(default_factory=dict)
    """The day each session is on, moves heard."""

    @cached_property
    def answered(self) -> Mapping[str, Session]:
        """Sessions by the first event of what was done of them."""
        return {pair.training.ids[0]: pair.session for pair in self.pairs.values()}

    def session_of(self, training: Training) -> Session | None:
        """Return the session that a training answers to."""
        return self.answered.get(training.ids[0])


def match(sessions: Iterable[Session], history: History, principles: Principles) -> Matched:
    """Match sessions and trainings, each at most once, in this order.

    First the session that a training names, whatever it is. Then the same day and discipline,
    the smallest difference in minutes first. Then the day before or after, the same
    discipline, and no more minutes apart than a share of those asked. What names a session of
    the plan answers to no other; what is left is off-plan. A session left out on purpose is
    matched by name only.

    Source: dovetail.
    """
    every = tuple(sessions)
    asked = {one.id: one for one in every if one.discipline != "rest"}
    days = {**{name: one.date for name, one in asked.items()}, **_moved(asked, history)}
    skipped = _skipped(asked, history)
    began = min((one.date for one in every), default=history.today)
    seen = _seen(asked, began, history)
    matching = _Matching(asked, days, seen)
    matching.by_name()
    matching.set_aside(skipped)
    matching.by_cost(_same_day)
    near = principles.number("matching", "near")
    matching.by_cost(lambda pair, day: _day_apart(pair, day, near))
    return Matched(
        pairs=dict(sorted(matching.pairs.items())),
        off_plan=tuple(one for one in matching.left() if one.on >= began),
        skipped={name: ids for name, ids in skipped.items() if name not in matching.pairs},
        days=days,
    )


class _Matching:
    """Trainings and sessions that are still alone, and the pairs so far."""

    def __init__(
        self, asked: Mapping[str, Session], days: Mapping[str, date], seen: Sequence[Training]
    ) -> None:
        self._days = days
        self._seen = seen
        self._sessions = dict(asked)
        self._named = [one for one in seen if one.session in asked]
        self._alone = {one.ids[0]: one for one in seen if one.session not in asked}
        self.pairs: dict[str, Pair] = {}

    def by_name(self) -> None:
        """Give each session the training that names it, the nearest in minutes of several."""
        pairs = [Pair(self._sessions[one.session], one) for one in self._named if one.session]
        self._take(
            (_cost(pair, self._days[pair.session.id], another=False), pair) for pair in pairs
        )

    def set_aside(self, names: Iterable[str]) -> None:
        """Let nothing that does not name them answer to these sessions."""
        for name in names:
            self._sessions.pop(name, None)

    def by_cost(self, cost: Callable[[Pair, date], Cost | None]) -> None:
        """Pair what is alone, the cheapest pair first; None is no pair."""
        by_day: dict[date, list[Session]] = {}
        for session in self._sessions.values():
            by_day.setdefault(self._days[session.id], []).append(session)
        self._take(
            (priced, pair)
            for training in self._alone.values()
            for day in (training.on - DAY, training.on, training.on + DAY)
            for pair in (Pair(session, training) for session in by_day.get(day, ()))
            if (priced := cost(pair, day)) is not None
        )

    def left(self) -> Iterator[Training]:
        """Yield what answers to no session, by day."""
        taken = {pair.training.ids[0] for pair in self.pairs.values()}
        return (one for one in self._seen if one.ids[0] not in taken)

    def _take(self, found: Iterable[tuple[Cost, Pair]]) -> None:
        taken: set[str] = set()
        for cost, pair in sorted(found, key=lambda one: one[0]):
            if cost.session not in self._sessions or cost.event in taken:
                continue
            self.pairs[cost.session] = pair
            taken.add(cost.event)
            del self._sessions[cost.session]
            self._alone.pop(cost.event, None)


def _same_day(pair: Pair, day: date) -> Cost | None:
    session, training = pair
    if training.on != day:
        return None
    if training.discipline == session.discipline:
        return _cost(pair, day, another=False)
    others = STANDS_FOR.get(session.kind) or STANDS_FOR.get(session.discipline, ())
    return _cost(pair, day, another=True) if training.discipline in others else None


def _day_apart(pair: Pair, day: date, near: float) -> Cost | None:
    session, training = pair
    if training.on == day or training.discipline != session.discipline:
        return None
    cost = _cost(pair, day, another=False)
    return cost if cost.minutes <= near * session.minutes else None


def _cost(pair: Pair, day: date, *, another: bool) -> Cost:
    session, training = pair
    apart = abs(training.minutes - session.minutes)
    return Cost(another, apart, day, session.id, training.ids[0])


def _seen(asked: Mapping[str, Session], began: date, history: History) -> tuple[Training, ...]:
    """What may answer to a session: from the day before the first on, or by its name."""
    return tuple(one for one in history.trainings if one.on >= began - DAY or one.session in asked)


def _moved(asked: Mapping[str, Session], history: History) -> dict[str, date]:
    moves = (move for move in history.of(Move) if move.session in asked)
    return {move.session: moved_to(move)[0] for move in moves}


def moved_to(move: Move) -> tuple[date, Half | None]:
    """Return the day that a session moved to, and its half; None is the one it had.

    >>> moved_to(Move(id="m", on=date(2027, 1, 12), session="s", to="2027-01-14/pm"))
    (datetime.date(2027, 1, 14), 'pm')
    """
    day, _, half = move.to.partition("/")
    return date.fromisoformat(day), "am" if half == "am" else "pm" if half == "pm" else None


def _skipped(asked: Mapping[str, Session], history: History) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for skip in history.of(Skip):
        if skip.session in asked:
            found[skip.session] = (*found.get(skip.session, ()), skip.id)
    return found
