"""Pain by place, from the first day to the last: what is left of each course today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dovetail.domain.performed import Side
from dovetail.domain.signals import PainCourse, PainDay
from dovetail.domain.training_log import Clearance, Pain, PainSite
from dovetail.review.history import DAY, History

QUIET_DAYS = 7
"""So many whole days without pain end a course (dovetail)."""
CLEARLY = 3.0
"""From here on pain is more than safe, of 10 (silbernagel-2007)."""
SIDES: tuple[Side, ...] = ("left", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """What was told of one place on one day, the worst of several words."""

    on: date
    worst: float
    next_morning: float | None
    bone_signs: bool
    limp: bool
    ids: tuple[str, ...]

    @property
    def hurts(self) -> bool:
        """Whether there is any pain or sign in it: 0 is the word that it is gone."""
        told = self.worst, self.next_morning or 0.0
        return max(told) > 0 or self.bone_signs or self.limp


def pain_courses(history: History, on: date) -> tuple[PainCourse, ...]:
    """Return the courses that are not over on a day, by place; unavailable is no course.

    A place is a site, and a side where sides are told; a word without a side, or about both,
    is about each. Unit: 0 to 10. A course ends with seven whole days without pain, but never
    while there are bone signs that no professional has cleared since. It needs no device.

    Source: silbernagel-2007 (scale), dovetail (days).
    """
    told = [pain for pain in history.of(Pain) if pain.on <= on]
    cleared = _cleared(history, on)
    found = (_last_course(days, on, cleared) for days in _places(told))
    courses = (_told(site, course, on, cleared) for site, course in found if course)
    return tuple(sorted(courses, key=lambda one: (one.site, one.first, one.events)))


def _places(told: Sequence[Pain]) -> Iterator[tuple[PainSite, tuple[_Day, ...]]]:
    sites: dict[PainSite, list[Pain]] = {}
    for pain in told:
        sites.setdefault(pain.site, []).append(pain)
    for site, pains in sites.items():
        sides = [side for side in SIDES if any(pain.side == side for pain in pains)]
        if not sides:
            yield site, _days(pains)
        for side in sides:
            other = SIDES[1 - SIDES.index(side)]
            yield site, _days(pain for pain in pains if pain.side != other)


def _days(pains: Iterable[Pain]) -> tuple[_Day, ...]:
    by_day: dict[date, list[Pain]] = {}
    for pain in pains:
        by_day.setdefault(pain.on, []).append(pain)
    return tuple(_day(on, told) for on, told in sorted(by_day.items()))


def _day(on: date, told: Sequence[Pain]) -> _Day:
    return _Day(
        on=on,
        worst=max(max(pain.during, pain.after or 0.0) for pain in told),
        next_morning=max(
            (pain.next_morning for pain in told if pain.next_morning is not None), default=None
        ),
        bone_signs=any(pain.bone_signs for pain in told),
        limp=any(pain.limp for pain in told),
        ids=tuple(pain.id for pain in told),
    )


def _last_course(
    place: tuple[PainSite, tuple[_Day, ...]], on: date, cleared: date | None
) -> tuple[PainSite, tuple[_Day, ...]]:
    """Return the days of the last course, or none where it is over."""
    site, days = place
    course: list[_Day] = []
    for day in days:
        if _is_over(course, day.on, cleared):
            course = []
        if course or day.hurts:
            course.append(day)
    return site, () if _is_over(course, on, cleared) else tuple(course)


def _is_over(course: Sequence[_Day], on: date, cleared: date | None) -> bool:
    hurting = [day.on for day in course if day.hurts]
    if not hurting or _has_signs(course, cleared):
        return False
    return (on - hurting[-1]).days > QUIET_DAYS


def _has_signs(course: Iterable[_Day], cleared: date | None) -> bool:
    """Whether a bone sign was told that nobody has cleared on its day or since."""
    return any(day.bone_signs and (cleared is None or cleared < day.on) for day in course)


def _cleared(history: History, on: date) -> date | None:
    """Return the last day that a professional cleared a bone, as long as it holds."""
    words = history.of(Clearance)
    held = (
        word.on
        for word in words
        if word.what == "bone_stress" and word.on <= on <= (word.until or on)
    )
    return max(held, default=None)


def _told(site: PainSite, course: Sequence[_Day], on: date, cleared: date | None) -> PainCourse:
    last = course[-1]
    mornings = _mornings(course)
    return PainCourse(
        site=site,
        first=course[0].on,
        last=last.on,
        worst=last.worst,
        next_morning=mornings.get(last.on + DAY, mornings.get(on)),
        before=course[-2].worst if len(course) > 1 else None,
        days_at_3=_days_in_a_row(course),
        bone_signs=_has_signs(course, cleared),
        limp=last.limp,
        days=tuple(_plainly(day) for day in course),
        events=tuple(name for day in course for name in day.ids),
    )


def _plainly(day: _Day) -> PainDay:
    return PainDay(on=day.on, worst=day.worst, next_morning=day.next_morning, limp=day.limp)


def _mornings(course: Iterable[_Day]) -> Mapping[date, float]:
    return {day.on + DAY: day.next_morning for day in course if day.next_morning is not None}


def _days_in_a_row(course: Sequence[_Day]) -> int:
    count = 0
    for day in reversed(course):
        if day.worst < CLEARLY or day.on != course[-1].on - count * DAY:
            break
        count += 1
    return count
