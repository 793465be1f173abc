"""All that a review reads of a week, put together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.exercise import Exercise
from dovetail.domain.principles import Principles
from dovetail.domain.week_signals import WeekSignals
from dovetail.review.adherence import adherence, efforts
from dovetail.review.body_load import body_load
from dovetail.review.easy_pulses import easy_pulses
from dovetail.review.leg_counters import leg_counters
from dovetail.review.lines_done import lines_done
from dovetail.review.logged_week import WEEK_DAYS, LoggedWeek
from dovetail.review.readiness import Mornings, mean_sleep_h, readiness
from dovetail.review.results import races_done, tests_done
from dovetail.review.strength_trend import strength_trends


def week_signals(
    of: date,
    mornings: Mornings,
    *,
    exercises: Mapping[str, Exercise],
    principles: Principles,
) -> WeekSignals:
    """Return the signals of the week that holds a day, up to today or its Sunday.

    The week of a later day than today has nothing to tell: today's is told.
    """
    today = mornings.history.today
    starts = monday_of(min(of, today))
    week = LoggedWeek(
        starts=starts,
        until=min(starts + timedelta(days=WEEK_DAYS - 1), today),
        mornings=mornings,
        exercises=exercises,
        principles=principles,
    )
    return WeekSignals(
        starts=starts,
        until=week.until,
        adherence=adherence(week),
        efforts=efforts(week),
        pulses=easy_pulses(week),
        lines=lines_done(week),
        load=body_load(week),
        legs=leg_counters(week),
        mornings={day: readiness(mornings, day) for day in week.days()},
        sleep_h=mean_sleep_h(mornings.history, week.until),
        tests=tests_done(week),
        races=races_done(week),
        strength=strength_trends(week),
    )
