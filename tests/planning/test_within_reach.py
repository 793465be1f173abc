"""A race that two strength sessions a week would put out of reach is planned with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.golden.twelve import season_of
from tests.seasons import Season, lifts_of, season_of_athlete

from dovetail.cli.plan import speaker_of
from dovetail.domain.athlete import Athlete
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
    refusal = season_of_athlete(_too_soon(), EVA.today)

    assert isinstance(refusal, NoLegalPlan)
    assert refusal.code == "race-out-of-reach"
    assert refusal.ways_out
    assert all(way.proven for way in refusal.ways_out)


def test_the_ways_out_are_a_later_date_a_shorter_race_and_walking_breaks() -> None:
    refusal = season_of_athlete(_too_soon(), EVA.today)

    assert isinstance(refusal, NoLegalPlan)
    kinds = [way.give_up[0].split(":")[0] for way in refusal.ways_out]
    assert kinds == ["the date", "the distance", "running all of it"]


def test_who_takes_walking_breaks_is_planned_and_told_of_the_cut_off() -> None:
    athlete = _too_soon()
    season = season_of_athlete(
        replace(athlete, goal=replace(athlete.goal, run_walk=True)), EVA.today
    )

    assert isinstance(season, Season)
    warned = next(reason for reason in season.plan.goal.reasons if reason.code == "AI179")
    race = next(one for one in season.sessions if one.kind == "goal")
    assert season.plan.goal.outlook == "finish_safely"
    assert "cut-off" in speaker_of(season.plan).reason(warned)
    assert race.minutes * 60 >= float(warned.facts["course_s"]) > 2 * 3600
    assert not season.plan.findings


def test_walking_breaks_make_no_race_of_nothing() -> None:
    athlete = _too_soon()
    goal = replace(athlete.goal, run_walk=True, race="marathon")

    refusal = season_of_athlete(replace(athlete, goal=goal), EVA.today)

    assert isinstance(refusal, NoLegalPlan)
    assert all("run_walk" not in way.give_up[0] for way in refusal.ways_out)


def _too_soon() -> Athlete:
    goal = EVA.athlete.goal
    assert goal.date is not None
    return replace(EVA.athlete, goal=replace(goal, date=goal.date - timedelta(weeks=5)))
