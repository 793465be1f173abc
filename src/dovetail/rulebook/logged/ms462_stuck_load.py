"""MS462: a load stays where it began, though every set says that it could move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dovetail.domain.log_window import LogWindow
from dovetail.domain.week_signals import LineDone
from dovetail.rulebook.logged_work import spot
from dovetail.rulebook.shapes import LogCase, LogMistake, Spot


def see(case: LogCase) -> Iterator[Spot]:
    """Exercises of the week on one load for three weeks, each time with much left in reserve."""
    number = case.principles.number
    for exercise, lines in _by_exercise(case.window).items():
        last = lines[-1]
        if last.on < case.window.week.starts or last.load_kg is None:
            continue
        row = _on_one_load(lines)
        days = (row[-1].on - row[0].on).days
        easy = [line for line in row if (line.rir_over or 0.0) >= number("stuck_load", "reserve")]
        known = all(line.rir_over is not None for line in row)
        if len(row) < number("stuck_load", "sessions") or days < number("stuck_load", "days"):
            continue
        if known and len(easy) == len(row):
            name = case.window.names.get(exercise, exercise)
            yield spot(case, len(row), exercise=name, load_kg=last.load_kg, times=len(row))


def _by_exercise(window: LogWindow) -> Mapping[str, list[LineDone]]:
    found: dict[str, list[LineDone]] = {}
    for week in window.weeks:
        for lift in week.lifts:
            for line in lift.lines:
                found.setdefault(line.exercise, []).append(line)
    return found


def _on_one_load(lines: list[LineDone]) -> list[LineDone]:
    """Return the last lines in a row that have the last one's load."""
    row = [lines[-1]]
    for line in reversed(lines[:-1]):
        if line.load_kg != lines[-1].load_kg:
            break
        row.insert(0, line)
    return row


RULE = LogMistake("MS462", source="acsm-2009", unit="times", see=see, principles=("stuck_load",))
