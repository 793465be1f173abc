"""A race that two strength sessions a week would put out of reach is planned with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.golden.twelve import season_of
from tests.seasons import lifts_of, season_of_athlete

from dovetail.domain.errors import NoLegalPlan

EVA = season_of("too-few-weeks-half")


def test_the_race_is_planned_with_one_session_and_says_so() -> None:
    loading = [week for week in EVA.weeks if week.phase in ("base", "build", "peak")]

    assert {len(lifts_of(week)) for week in loading} == {1}
    assert "AI123" in {reason.code for reason in EVA.plan.goal.reasons}
    assert EVA.plan.goal.outlook == "finish_safely"
    assert EVA.athlete.preferences.strength_per_week == 2


def test_who_reaches_the_race_with_two_sessions_has_two() -> None:
    season = season_of("ana-half")

    assert "AI123" not in {reason.code for reason in season.plan.goal.reasons}
    assert max(len(lifts_of(week)) for week in season.weeks) == 2


def test_a_race_out_of_reach_all_the_same_is_refused_with_ways_out() -> None:
    goal = EVA.athlete.goal
    assert goal.date is not None
    sooner = replace(EVA.athlete, goal=replace(goal, date=goal.date - timedelta(weeks=5)))

    refusal = season_of_athlete(sooner, EVA.today)

    assert isinstance(refusal, NoLegalPlan)
    assert refusal.code == "race-out-of-reach"
    assert refusal.ways_out
    assert all(way.proven for way in refusal.ways_out)
