"""Illness from its first day to the first day without symptoms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from dovetail.domain.signals import IllnessCourse
from dovetail.domain.training_log import Clearance, Illness, Symptom
from dovetail.review.history import History

BACK_DAYS = 7
"""Ill again within so many days is the same illness, not done with (dovetail)."""


@dataclass(slots=True, kw_only=True)
class _Course:
    """An illness while its days are gone through."""

    started: date
    words: list[Illness] = field(default_factory=list)
    ended: date | None = None
    started_again: date | None = None
    """The last day on which it was said to start."""


def illness_course(history: History, on: date) -> IllnessCourse | None:
    """Return the illness that lasts on a day, or the last one that ended; None without any.

    It lasts from the day it started until the day an end is told; nothing told is no end. Ill
    again within seven days is the same illness. An end without a start is an illness of one
    day. On a day with both, somebody who was ill still is. A clearance counts that was given
    on or after the last start, as long as it holds.

    Source: schwellnus-2022 (what symptoms mean), dovetail (days).
    """
    return next(reversed(illness_courses(history, on)), None)


def illness_courses(history: History, on: date) -> tuple[IllnessCourse, ...]:
    """Return every illness up to a day, in order, each as `illness_course` tells it."""
    found: list[_Course] = []
    for day, words in groupby((one for one in history.of(Illness) if one.on <= on), key=_day_of):
        course = _after(found[-1] if found else None, day, list(words))
        if not found or course is not found[-1]:
            found.append(course)
    return tuple(_told(course, history, on) for course in found)


def _told(course: _Course, history: History, on: date) -> IllnessCourse:
    return IllnessCourse(
        started=course.started,
        ended=course.ended,
        symptoms=_symptoms(course.words),
        cleared=_cleared(history, course.started_again or course.started, on),
        events=tuple(word.id for word in course.words),
    )


def _day_of(word: Illness) -> date:
    return word.on


def _after(course: _Course | None, day: date, words: Sequence[Illness]) -> _Course:
    told = {word.status for word in words}
    was_ill = course is not None and course.ended is None
    if course is None or (course.ended is not None and (day - course.ended).days > BACK_DAYS):
        course = _Course(started=day)
    if "started" in told:
        course.started_again = day
    still_ill = "ended" not in told or (was_ill and "started" in told)
    course.ended = None if still_ill else day
    course.words.extend(words)
    return course


def _symptoms(words: Sequence[Illness]) -> tuple[Symptom, ...]:
    """Return what was told; a start without symptoms beside others is none of those."""
    found = dict.fromkeys(_each_symptom(words))
    unsaid = any(word.status == "started" and not word.symptoms for word in words)
    return (*found, "other") if found and unsaid and "other" not in found else tuple(found)


def _each_symptom(words: Iterable[Illness]) -> Iterator[Symptom]:
    for word in words:
        yield from word.symptoms


def _cleared(history: History, since: date, on: date) -> date | None:
    held = (
        word.on
        for word in history.of(Clearance)
        if word.what == "illness" and since <= word.on <= on <= (word.until or on)
    )
    return max(held, default=None)
