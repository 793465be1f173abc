"""The first week back after days off, as `today` asks it day by day: the bands of before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from tests.golden.twelve import TWELVE, season_of
from tests.logs import done_as_asked
from tests.people import first_day, likely_person
from tests.seasons import season_of_athlete

from dovetail.application.today import today_of
from dovetail.content.library import read_library
from dovetail.domain.errors import DovetailError
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.training_log import Event, Run

A_DAY = timedelta(days=1)
WEEKS = 8
"""Weeks trained as asked before the days off."""
HALF, THIRD, LADDER = (0.35, 0.55), (0.25, 0.40), (0.10, 0.34)
"""After 6 to 28 days off, after 29 to 56, and with walking breaks after more."""
FIRST_KM = 5.0
"""The longest first run after a month (evidence D.5)."""
LEAST_MIN = 8
LONG_ENOUGH = tuple(name for name in TWELVE if name not in ("busy-10k", "too-few-weeks-half"))
"""Their seasons have a week to come back to after eight trained and one off."""
SOME = ("ana-half", "long-way-marathon", "marathon-masters", "marathon-sub-3", "two-races-half")


@dataclass(frozen=True)
class Back:
    """A first week back: what was asked, what the plan had, and what was run before [km]."""

    asked: tuple[tuple[Session, Session], ...]
    planned_km: float
    before_km: float
    days_off: int

    @property
    def km(self) -> float:
        return sum(now.km or 0.0 for _, now in self.asked)

    @property
    def minutes(self) -> int:
        return sum(now.minutes for _, now in self.asked)

    @property
    def band(self) -> tuple[float, float]:
        low, high = HALF if self.days_off <= 28 else THIRD if self.days_off <= 56 else LADDER
        return low * self.before_km, high * self.before_km

    @property
    def is_right(self) -> bool:
        """Whether it lies in its band, or where the runner's own week cannot.

        A week that was planned below it stays as planned. Who runs so little that a share is no
        run at all goes out for eight minutes. And a first run that was to be the long one is cut
        to five kilometres.
        """
        low, high = self.band
        if self.days_off > 28 and any(was.kind == "long" for was, _ in self.asked[:1]):
            low -= max(0.0, (self.asked[0][0].km or 0.0) * low / self.planned_km - FIRST_KM)
        low = min(low, self.planned_km)
        short = any(now.minutes <= LEAST_MIN for _, now in self.asked)
        return low - 0.05 <= self.km <= high + (0.1 * self.before_km if short else 0.05)


def back_after(plan: Plan, off: int) -> Back:
    """Train as asked, do nothing for so many days, and then a week as it is asked."""
    sessions = [one for week in plan.weeks for one in week.sessions]
    stop = plan.weeks[0].starts + 7 * WEEKS * A_DAY
    done = [one for one in sessions if one.date < stop]
    last = max(one.date for one in done if one.discipline in ("run", "strength", "race"))
    log: list[Event] = [*done_as_asked(done)]
    asked, days_off = [], 0
    for number in range(7):
        on = last + (off + 1 + number) * A_DAY
        today = today_of(plan, log, on, library=read_library())
        days_off = today.signals.layoff.days_off if today.signals.layoff else days_off
        for one in today.asked:
            if one.now is not None and one.now.discipline == "run":
                km = one.now.km or 0.0
                log.append(Run(id=f"back-{number}", on=on, minutes=one.now.minutes, km=km))
                asked.append((one.was, one.now))
    return Back(
        asked=tuple(asked),
        planned_km=run_between(sessions, last + (off + 1) * A_DAY, 7),
        before_km=run_between(sessions, last - 27 * A_DAY, 28) / 4,
        days_off=days_off,
    )


def run_between(sessions: list[Session], first: date, days: int) -> float:
    within = range(first.toordinal(), first.toordinal() + days)
    runs = (one for one in sessions if one.discipline == "run")
    return sum(one.km or 0.0 for one in runs if one.date.toordinal() in within)


def races_in(plan: Plan, off: int) -> bool:
    """Whether a race lies in the first week back, or the plan ends before it does."""
    first = plan.weeks[0].starts + (7 * WEEKS + off - 3) * A_DAY
    races = (one.date for week in plan.weeks for one in week.sessions if one.discipline == "race")
    return any(first <= day < first + 14 * A_DAY for day in races)


def weeks_back(plan: Plan, offs: tuple[int, ...]) -> Iterator[Back]:
    last = plan.weeks[-1].starts - (7 * WEEKS + 14) * A_DAY
    for off in offs:
        if plan.weeks[0].starts + off * A_DAY <= last and not races_in(plan, off):
            yield back_after(plan, off)


@pytest.mark.parametrize("name", LONG_ENOUGH)
def test_the_first_week_back_is_a_half_or_a_third_of_before(name: str) -> None:
    found = [*weeks_back(season_of(name).plan, (6, 10, 20, 27, 29, 36, 44, 55))]

    assert found
    assert [(one.days_off, one.km, one.before_km) for one in found if not one.is_right] == []


@pytest.mark.parametrize("number", [3, 4, 12, 17, 24])
def test_so_it_is_for_anybody(number: int) -> None:
    season = season_of_athlete(likely_person(number, 31), first_day(number, 31))
    assert not isinstance(season, DovetailError)
    found = [*weeks_back(season.plan, (6, 13, 27, 33, 47))]

    assert found
    assert [(one.days_off, one.km, one.before_km) for one in found if not one.is_right] == []


@pytest.mark.parametrize("name", SOME)
def test_after_longer_there_are_outings_of_the_ladder_with_a_day_between(name: str) -> None:
    plan = season_of(name).plan
    for back in weeks_back(plan, (58, 65, 72)):
        days = [now.date for _, now in back.asked]

        assert {now.kind for _, now in back.asked} == {"run_walk"}
        assert 2 <= len(days) <= 4
        assert all((later - day).days >= 2 for day, later in pairwise(days))
        assert max(now.minutes for _, now in back.asked) >= 19
        assert back.is_right


@pytest.mark.parametrize("name", SOME)
def test_a_day_more_off_never_asks_for_more(name: str) -> None:
    """At the edges of the bands, in the same week of the plan: minutes and kilometres."""
    plan = season_of(name).plan
    for edge in (28, 56):
        less, more = ([*weeks_back(plan, (off,))] for off in (edge - 3, edge + 4))
        for one, other in zip(less, more, strict=False):
            before = one.before_km
            assert other.km / before <= one.km / before
            assert other.minutes <= one.minutes


@pytest.mark.parametrize("off", [7, 20, 33])
def test_no_run_of_the_first_week_is_as_long_as_it_was_planned(off: int) -> None:
    back = back_after(season_of("marathon-sub-3").plan, off)

    assert all((now.km or 0.0) <= 0.75 * (was.km or 0.0) for was, now in back.asked)
