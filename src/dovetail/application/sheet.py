"""The sheet of one session: what is asked, joined with what the library knows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dovetail.application.places import no_such_place, session_ids
from dovetail.application.ports import Library, Published
from dovetail.domain.exercise import Exercise
from dovetail.domain.plan import Week
from dovetail.domain.prescription import Block, Line
from dovetail.domain.session import Session

HOLDS_GATE_TESTS = "AI070"
_LIFT_REST_S = 90


@dataclass(frozen=True, slots=True)
class Swap:
    """Another exercise in place of the one asked, with the kit it is done with."""

    exercise: Exercise
    kit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line with its exercise; None is an exercise that the library does not hold."""

    line: Line
    exercise: Exercise | None = None
    too_hard: Swap | None = None
    too_easy: Swap | None = None
    without_kit: Swap | None = None
    warm_up_sets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBlock:
    """A block with the lines of the sheet in place of its own."""

    block: Block
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A session ready to be done, and the one that it follows in the same visit.

    `tests` are those of the gate that it holds.
    """

    session: Session
    before: Session | None = None
    blocks: tuple[SheetBlock, ...] = ()
    tests: tuple[str, ...] = ()


def sheet(published: Published, session_id: str, *, library: Library) -> Sheet:
    """Return the sheet of a session of a plan."""
    for week in published.weeks:
        for session in week.sessions:
            if session.id == session_id:
                return _sheet_of(published, week, session, library)
    raise no_such_place(session_id, session_ids(published))


def _sheet_of(published: Published, week: Week, session: Session, library: Library) -> Sheet:
    athlete = published.athlete
    place = athlete.availability.on(session.date.weekday()).at
    joined = _Joined(library.exercises, athlete.equipment_at(place))
    heavy = any(block.part == "warm_up" for block in session.blocks)
    tested = any(reason.code == HOLDS_GATE_TESTS for reason in session.reasons)
    return Sheet(
        session=session,
        before=_before(week, session),
        blocks=tuple(joined.block(block, heavy=heavy) for block in session.blocks),
        tests=week.gate.needs if tested and week.gate is not None else (),
    )


def _before(week: Week, session: Session) -> Session | None:
    visit = (session.date, session.slot, session.order - 1)
    return next((one for one in week.sessions if (one.date, one.slot, one.order) == visit), None)


@dataclass(frozen=True, slots=True)
class _Joined:
    """Joins lines with the library, for somebody with this kit."""

    exercises: Mapping[str, Exercise]
    owned: frozenset[str]

    def block(self, block: Block, *, heavy: bool) -> SheetBlock:
        return SheetBlock(
            block=block,
            lines=tuple(self.line(line, heavy=heavy) for line in block.lines),
        )

    def line(self, line: Line, *, heavy: bool) -> SheetLine:
        exercise = self.exercises.get(line.exercise)
        if exercise is None:
            return SheetLine(line=line)
        loaded = line.load_rule is not None or line.load_kg is not None
        return SheetLine(
            line=line,
            exercise=exercise,
            too_hard=self._first(exercise.easier, lambda one: one.easier, self.owned),
            too_easy=self._harder(exercise),
            without_kit=self._without(exercise, line),
            warm_up_sets=heavy and loaded and line.rest_s >= _LIFT_REST_S,
        )

    def _harder(self, exercise: Exercise) -> Swap | None:
        """Take the next step up; never a jump: landings grow by the plan, not by feel."""
        up = self._first(exercise.harder, lambda one: one.harder, self.owned)
        return None if up is None or up.exercise.contacts_per_unit else up

    def _without(self, exercise: Exercise, line: Line) -> Swap | None:
        """Take the same with another kit or none, or else the way down the ladder."""
        if not line.equipment:
            return None
        left = self.owned.difference(line.equipment)
        return self._first(exercise.key, lambda one: one.without, left)

    def _first(
        self, key: str | None, step: Callable[[Exercise], str | None], owned: frozenset[str]
    ) -> Swap | None:
        """Follow a ladder to the first exercise that the kit allows."""
        while key is not None:
            exercise = self.exercises[key]
            kit = exercise.kit_for(owned)
            if kit is not None:
                return Swap(exercise, kit)
            key = step(exercise)
        return None
