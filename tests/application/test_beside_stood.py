"""A week of the next plan beside the one that stood: less of it lengthens nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.application.test_review_plan import as_asked, changed, plan_of, reviewed, sessions_of

from dovetail.domain.decision import Reason
from dovetail.domain.plan import Plan
from dovetail.planning.beside_stood import FREE, NO_LONGER, NO_MORE, Beside, holds_after
from dovetail.rulebook.gates import GATES

GATE_CODES = {gate.code for gate in GATES}
WEEK = timedelta(days=7)


def grown(stood: Plan, now: Plan, today: date) -> list[str]:
    """Runs of weeks to come that are longer than they stood, in weeks that hold less."""
    was, weeks = sessions_of(stood), {week.starts: week for week in stood.weeks}
    return [
        one.id
        for week in now.weeks
        if week.starts > today and week.run_km < weeks[week.starts].run_km
        for one in week.sessions
        if one.discipline == "run" and one.id in was
        if (one.km or 0.0) > (was[one.id].km or 0.0) + 0.1
        if not GATE_CODES & {reason.code for reason in was[one.id].reasons}
    ]


@pytest.mark.parametrize("name", ["ana-half", "first-10k", "clara", "dov"])
@pytest.mark.parametrize("silent", range(2, 8))
def test_after_a_week_of_silence_no_run_grows_where_the_week_shrinks(
    name: str, silent: int
) -> None:
    plan = plan_of(name)
    monday = plan.season_starts + (silent - 1) * WEEK
    today = monday + timedelta(days=6)
    log = list(as_asked(plan, plan.made_on, monday - timedelta(days=1)))

    assert grown(plan, reviewed(plan, log, today), today) == []


def test_a_run_held_down_stays_so_while_nothing_happens() -> None:
    plan = plan_of("ana-half")
    monday = plan.season_starts
    today = monday + timedelta(days=6)
    log = list(as_asked(plan, plan.made_on, monday + timedelta(days=2)))
    now = reviewed(plan, log, today)
    held = [one for one in now.weeks if NO_LONGER in {reason.code for reason in one.reasons}]

    again = reviewed(now, log, today + timedelta(days=1))

    assert held
    assert not {one.id for week in held for one in week.sessions} & set(changed(again))


def test_while_an_illness_is_watched_a_week_holds_no_run_more_than_it_stood_with() -> None:
    week = plan_of("ana-half").weeks[2]
    runs = [one for one in week.sessions if one.discipline == "run"]
    stood = replace(week, sessions=tuple(one for one in week.sessions if one != runs[0]))
    watched, free = Beside(stood=stood, watched=True), Beside(stood=stood)

    assert holds_after(free, week, FREE).most_runs is None
    assert holds_after(watched, week, FREE).most_runs == len(runs) - 1


def test_what_kept_a_watched_week_from_more_is_found_again_in_what_it_says() -> None:
    """Where it came out with a run less still, it is not held to that."""
    week = plan_of("ana-half").weeks[2]
    runs = [one for one in week.sessions if one.discipline == "run"]
    left = tuple(one for one in week.sessions if one not in runs[:2])
    said = Reason(NO_MORE, {"runs": len(runs) - 1})
    stood = replace(week, sessions=left, reasons=(said, *week.reasons))

    assert holds_after(Beside(stood=stood, watched=True), week, FREE).most_runs == len(runs) - 1
