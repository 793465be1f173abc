"""All that the daily gate reads of a log, put together for one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dovetail.domain.principles import Principles
from dovetail.domain.signals import Readiness, Signals
from dovetail.review.history import DAY
from dovetail.review.illness_courses import illness_course
from dovetail.review.layoffs import days_since_training, layoff
from dovetail.review.pain_courses import pain_courses
from dovetail.review.readiness import Mornings, readiness

RED_DAYS = 3
"""Red mornings are counted over so many days (dovetail)."""


def signals_on(
    on: date,
    mornings: Mornings,
    *,
    is_red: Callable[[Readiness], bool],
    principles: Principles,
) -> Signals:
    """Return the signals of a day; what is red is a rule's word, not a signal's."""
    history = mornings.history
    today = readiness(mornings, on)
    days = [on - back * DAY for back in reversed(range(1, RED_DAYS))]
    found = {**{day: readiness(mornings, day) for day in days}, on: today}
    return Signals(
        on=on,
        readiness=today,
        pains=pain_courses(history, on),
        illness=illness_course(history, on),
        layoff=layoff(history, on, principles),
        days_since_training=days_since_training(history, on),
        reds=tuple(day for day, one in found.items() if is_red(one)),
    )
