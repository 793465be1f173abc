"""Which days of a painful place ask for what: the bands of the pain-monitoring model.

Sources: silbernagel-2007 (bands), dovetail (days).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dovetail.domain.principles import Principles
from dovetail.domain.signals import PainCourse, PainDay

ONE_DAY = timedelta(1)


def felt(pain: PainCourse, principles: Principles) -> tuple[date, ...]:
    """Return the days told on which it hurt more than is fine, in training or the morning after."""
    fine = principles.number("pain_fine")
    return tuple(
        day.on for day in pain.told if day.worst > fine or (day.next_morning or 0.0) > fine
    )


def stopping(pain: PainCourse, principles: Principles) -> tuple[date, ...]:
    """Return the days told that stop running, in order."""
    found = {day.on for day in pain.told if _is_too_much(day, principles)}
    return tuple(sorted(found | set(_in_a_row(pain, principles))))


def _is_too_much(day: PainDay, principles: Principles) -> bool:
    most, fine = (principles.number(key) for key in ("pain_most", "pain_fine"))
    return day.worst > most or day.limp or (day.next_morning or 0.0) > fine


def _in_a_row(pain: PainCourse, principles: Principles) -> Iterator[date]:
    """Yield the days that close so many days in a row on which it was clearly felt."""
    days = principles.number("pain", "days")
    if pain.days_at_3 >= days:
        yield pain.last
    row, before = 0, None
    for day in pain.told:
        goes_on = before is not None and day.on - before <= ONE_DAY
        row = (row if goes_on else 0) + 1 if day.worst >= principles.number("pain", "felt") else 0
        before = day.on
        if row >= days:
            yield day.on
