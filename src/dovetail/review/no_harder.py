"""What easier means: a partial order over sessions, in amounts that nobody can argue about."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.rulebook.cases import Runner
from dovetail.rulebook.intensity import HARD_RESERVE, hard_min, of_the_legs

HAIR = 1e-6


def no_harder(new: Session | None, old: Session | None, runner: Runner) -> bool:
    """Whether a session asks no more than another, in any part; none asks nothing at all.

    Minutes, kilometres, minutes above easy, sets of work, of the legs and near the limit,
    loads, foot contacts; no exercise is done that was not, save moving and recovering.
    """
    if new is None or new.discipline == "rest":
        return True
    if old is None or old.discipline == "rest":
        return False
    return not harder_in(new, old, runner)


def harder_in(new: Session, old: Session, runner: Runner) -> tuple[str, ...]:
    """Name the amounts of which a session asks more than another."""
    mine, other = dict(_amounts(new, runner)), dict(_amounts(old, runner))
    found = [name for name, amount in mine.items() if amount > other.get(name, 0.0) + HAIR]
    lines = {line.exercise: line for line in old.working_lines()}
    for line in new.working_lines():
        if line.exercise not in lines or not _no_harder(line, lines[line.exercise]):
            found.append(line.exercise)
    return tuple(found)


def _amounts(session: Session, runner: Runner) -> Iterator[tuple[str, float]]:
    lines = tuple(session.working_lines())
    yield "minutes", session.minutes
    yield "km", session.km or 0.0
    yield "hard_min", hard_min(session, runner)
    yield "sets", sum(line.sets for line in lines)
    yield "leg_sets", sum(line.sets for line in lines if of_the_legs(line.trains))
    yield "hard_sets", sum(line.sets for line in lines if _is_hard(line))
    yield "contacts", session.contacts
    yield "hard_unit", float(session.hard_unit)
    yield "heavy_legs", float(session.heavy_legs)


def _is_hard(line: Line) -> bool:
    return line.rir is not None and line.rir <= HARD_RESERVE


def _no_harder(new: Line, old: Line) -> bool:
    """Whether a line asks no more sets, no less reserve, and no more load."""
    reserve = old.rir is None or (new.rir is not None and new.rir >= old.rir)
    load = new.load_kg is None or (old.load_kg is not None and new.load_kg <= old.load_kg + HAIR)
    step = new.load_rule != "step" or old.load_rule == "step"
    return new.sets <= old.sets and reserve and load and step
