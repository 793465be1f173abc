"""What somebody has locked stands, and the week is planned around it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.application.test_review_plan import as_asked, plan_of, reviewed, sessions_of

from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Away, Event, Lock, Skip

DAY = timedelta(days=1)
NAMES = ("ana-half", "first-10k", "jonas", "marathon-masters")
CHANGE_MIN = 3


def too_full(plan: Plan, today: date) -> list[tuple[date, str, int]]:
    """The slots ahead that hold more minutes than they have."""
    held = defaultdict[tuple[date, str], list[int]](list)
    for one in sessions_of(plan).values():
        if one.date > today and one.discipline in ("run", "strength"):
            held[one.date, one.slot].append(one.minutes)
    found = []
    for (day, slot), minutes in held.items():
        own = plan.athlete.availability.on(day.weekday())
        taken = sum(minutes) + CHANGE_MIN * (len(minutes) - 1)
        if taken > (own.am if slot == "am" else own.pm):
            found.append((day, slot, taken))
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["easy", "long", "strength"])
def test_a_lock_keeps_its_day_whatever_a_day_away_does_to_the_week(name: str, kind: str) -> None:
    """The day after it is gone: what stood there finds another place, the locked session none."""
    plan = plan_of(name)
    today = plan.weeks[0].starts + 6 * DAY
    done = list(as_asked(plan, plan.made_on, today))
    week = next(one for one in plan.weeks[2:] if not one.lighter)
    for was in week.sessions:
        if kind not in (was.kind, was.discipline) or was.discipline == "rest":
            continue
        lock = Lock(id="lock", on=today, by="coach", session=was.id, why="as agreed")
        gone = was.date + (DAY if was.date.weekday() < 6 else -DAY)
        away = Away(id="away", on=gone, until=gone, why="work", logged=today)
        now = reviewed(plan, [*done, lock, away], today)
        held = sessions_of(now)[was.id]

        assert (held.date, held.minutes, held.km) == (was.date, was.minutes, was.km), was.id
        assert held.locked == "lock"
        assert too_full(now, today) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_locked_easy_run_stays_in_a_week_that_holds_fewer(name: str) -> None:
    plan = plan_of(name)
    week = plan.weeks[1]
    today = plan.weeks[0].starts + 6 * DAY
    for was in (one for one in week.sessions if one.kind in ("easy", "recovery")):
        log: list[Event] = [Lock(id="lock", on=today, session=was.id)]
        now = reviewed(plan, log, today)
        held = sessions_of(now)[was.id]

        assert week.run_km > sum(one.run_km for one in now.weeks if one.starts == week.starts)
        assert held.locked == "lock"
        assert held.date == was.date


@pytest.mark.parametrize("name", NAMES)
def test_the_sums_of_a_week_are_those_of_its_runs_after_a_key_run_took_a_later_day(
    name: str,
) -> None:
    """On a day that holds a lift as well, the lift stays and no rest is added."""
    plan, moved = plan_of(name), 0
    for week in plan.weeks[1:10]:
        for key in (one for one in week.sessions if one.key and one.discipline == "run"):
            standing = replace(plan, committed_until=week.starts + 6 * DAY)
            skip = Skip(id="skip", on=key.date, session=key.id, why="work")
            log = [*as_asked(plan, plan.made_on, key.date - DAY), skip]
            now = next(
                one for one in reviewed(standing, log, key.date).weeks if one.starts == week.starts
            )
            runs = [one for one in now.sessions if one.discipline == "run"]
            moved += any("AD368" in {why.code for why in one.reasons} for one in runs)

            assert now.run_km == pytest.approx(sum(one.km or 0.0 for one in runs))
            assert now.minutes == sum(one.minutes for one in now.sessions)
    assert moved or name == "first-10k"
