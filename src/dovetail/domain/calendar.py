"""Dates as training sees them: weeks run Monday to Sunday, and a week has an ISO name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, get_args

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


def monday_of(day: date) -> date:
    """Return the Monday of the week that holds the day."""
    return day - timedelta(days=day.weekday())


def last_committed(today: date) -> date:
    """Return the Sunday of the week in hand; on a Sunday that of the next one.

    >>> last_committed(date(2026, 12, 5)), last_committed(date(2026, 12, 6))
    (datetime.date(2026, 12, 6), datetime.date(2026, 12, 13))
    """
    return monday_of(today + timedelta(days=1)) + timedelta(days=6)


def season_start(today: date) -> date:
    """Return the Monday of week 1: today if it is a Monday, else the next one."""
    return monday_of(today + timedelta(days=6))


def week_name(day: date) -> str:
    """Return the ISO name of the week that holds the day.

    >>> week_name(date(2027, 1, 11)), week_name(date(2027, 1, 1))
    ('2027-W02', '2026-W53')
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def age_on(born: date, day: date) -> int:
    """Return the age in completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
