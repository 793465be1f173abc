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
from dovetail.review.warnings import energy, slump, warned, weather
from dovetail.review.ways_back import comebacks, few_days_off, with_plan, with_return, with_runs

RED_DAYS = 5
"""Red mornings are counted over so many days (dovetail)."""


def signals_on(
    on: date,
    mornings: Mornings,
    *,
    is_red: Callable[[Readiness], bool],
    principles: Principles,
) -> Signals:
    """Return the signals of a day; what is red is a rule's word, not a signal's."""
    history, plan = mornings.history, mornings.plan
    today = readiness(mornings, on)
    days = [on - back * DAY for back in reversed(range(1, RED_DAYS))]
    found = {**{day: readiness(mornings, day) for day in days}, on: today}
    return Signals(
        on=on,
        readiness=today,
        pains=pain_courses(history, on),
        illness=with_return(illness_course(history, on), history, on),
        layoff=with_plan(with_runs(layoff(history, on, principles), history, on), plan, on)
        or few_days_off(history, plan, on),
        comebacks=comebacks(history, on),
        warned=warned(history, on),
        energy=() if plan is None else energy(plan.athlete, history, on),
        slump=slump(history, on),
        weather=weather(history, on),
        days_since_training=days_since_training(history, on),
        reds=tuple(day for day, one in found.items() if is_red(one)),
    )
