"""Every change of a review names what moved it: a rule, a limit, a week before it, a neighbour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.application.test_review_plan import as_asked, plan_of, reviewed, sessions_of

from dovetail.content.sentences import read_sentences
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.explaining.speaker import Speaker
from dovetail.review.causes import BUILDS_ON, FITNESS, PHASE, PLANNED_AGAIN, Causes
from dovetail.review.neighbours import GONE, MOVED, SHARED

SAY = Speaker(read_sentences("en"), units="km", level="intermediate")
WEEK, DAY = timedelta(days=7), timedelta(days=1)


def causes(stood: Plan, now: Plan) -> Causes:
    return Causes(stood=stood, now=now, today=stood.made_on, decisions=(), lived=())


def with_sessions(plan: Plan, *changed: Session, without: str = "") -> Plan:
    by = {one.id: one for one in changed}
    weeks = []
    for week in plan.weeks:
        kept = (by.get(one.id, one) for one in week.sessions if one.id != without)
        sessions = tuple(kept)
        km = round(sum(one.km or 0.0 for one in sessions if one.discipline == "run"), 1)
        weeks.append(replace(week, sessions=sessions, run_km=km))
    return replace(plan, weeks=tuple(weeks))


def test_strength_moves_because_a_key_run_moved_to_its_day() -> None:
    plan = plan_of()
    was = sessions_of(plan)
    key, lift = was["2026-W52-quality-1"], was["2026-W52-strength-b"]
    moved = replace(lift, date=lift.date + DAY)
    now = with_sessions(plan, replace(key, date=lift.date), moved)

    (why,) = causes(plan, now).of((lift, moved), "moved")

    assert why.code == MOVED
    assert "makes room for the" in SAY.reason(why)


def test_a_run_has_the_place_of_one_that_leaves() -> None:
    plan = plan_of()
    was = sessions_of(plan)
    first, last = was["2026-W52-easy-1"], was["2026-W52-easy-2"]
    moved = replace(first, date=last.date, slot=last.slot)

    (why,) = causes(plan, with_sessions(plan, moved, without=last.id)).of((first, moved), "moved")

    assert why.code == GONE


def test_a_shorter_run_in_a_week_as_long_as_before_names_the_longer_one() -> None:
    plan = plan_of()
    was = sessions_of(plan)
    first, last = was["2026-W52-easy-1"], was["2026-W52-easy-2"]
    shorter = replace(first, km=(first.km or 0) - 1)
    now = with_sessions(plan, shorter, replace(last, km=(last.km or 0) + 1))

    (why,) = causes(plan, now).of((first, shorter), "easier")

    assert why.code == SHARED
    assert why.facts["other_day"] == last.date.isoformat()


def test_a_later_week_builds_on_the_one_that_changed() -> None:
    plan = plan_of()
    was = sessions_of(plan)
    here, later = was["2026-W52-long"], was["2027-W01-long"]
    now = with_sessions(plan, replace(here, km=5.0), replace(later, km=8.0))

    why, *_ = causes(plan, now).of((later, replace(later, km=8.0)), "easier")

    assert why.code == BUILDS_ON
    assert why.facts["builds_on"] == "2026-12-21"


def test_the_same_run_at_other_paces_names_the_race_fitness() -> None:
    plan = plan_of()
    key = sessions_of(plan)["2026-W52-quality-1"]
    now = replace(plan, race_fitness=(plan.race_fitness or 0.0) + 2)

    (why,) = causes(plan, now).of((key, replace(key, minutes=key.minutes - 1)), "easier")

    assert why.code == FITNESS


def test_another_strength_phase_is_the_reason_of_its_sessions() -> None:
    plan = plan_of()
    lift = sessions_of(plan)["2027-W04-strength-a"]
    weeks = (replace(one, strength_phase="stabilization") for one in plan.weeks)
    now = replace(plan, weeks=tuple(weeks))

    why, *_ = causes(plan, now).of((lift, replace(lift, minutes=20)), "easier")

    assert why.code == PHASE


@pytest.mark.parametrize("name", ["ana-half", "first-10k", "clara", "dov"])
@pytest.mark.parametrize("days", [0, 1])
def test_few_changes_of_a_bad_week_have_no_nearer_reason(name: str, days: int) -> None:
    plan = plan_of(name)
    monday = plan.season_starts + 2 * WEEK
    log = list(as_asked(plan, plan.made_on, monday + days * DAY))
    now = reviewed(plan, log, monday + 6 * DAY)

    assert now.review is not None
    changes = [one for one in now.review.difference if one.change != "kept"]
    vague = [one for one in changes if one.reasons[0].code == PLANNED_AGAIN]
    assert changes
    assert len(vague) <= 0.02 * len(changes)
    assert all(SAY.reason(reason) for one in changes for reason in one.reasons)
