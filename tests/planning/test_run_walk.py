"""Those who start from nothing climb the ladder one step after the other."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tests.golden.twelve import season_of
from tests.people import first_day, likely_person
from tests.seasons import Season, runs_of, season_of_athlete

from dovetail.domain.ladder import LADDER
from dovetail.domain.plan import Week
from dovetail.domain.session import Session

MINUTES = [repeats * (run + walk) for repeats, run, walk in LADDER]


def outings() -> list[int]:
    """The ladder's steps of a whole season, in the order of their days."""
    runs = [one for one in season_of("run-walk-5k").sessions if one.kind == "run_walk"]
    return [step_of(one) for one in sorted(runs, key=lambda run: run.date)]


def step_of(run: Session) -> int:
    """The place of an outing on the ladder."""
    work = [step for step in run.steps if step.part != "warm_up"]
    amounts = (work[0].repeat, work[0].minutes, work[1].minutes if len(work) > 1 else 0)
    return LADDER.index(amounts)


def ladder_weeks() -> list[Week]:
    season = season_of("run-walk-5k")
    return [week for week in season.weeks if week.number in season.on_ladder]


def test_no_outing_comes_before_an_easier_one() -> None:
    steps = outings()

    assert steps[0] == 0
    assert all(after - before in (0, 1) for before, after in pairwise(steps)), steps


def test_each_step_comes_twice_before_the_next() -> None:
    assert all(times >= 2 for times in Counter(outings()).values())


def test_an_outing_takes_its_own_minutes() -> None:
    runs = [one for one in season_of("run-walk-5k").sessions if one.kind == "run_walk"]

    for step, one in zip(outings(), sorted(runs, key=lambda run: run.date), strict=True):
        assert one.minutes == MINUTES[step] + 5


def test_a_race_on_the_ladder_is_no_measure_for_the_weeks_after_it() -> None:
    races_on_the_ladder = (117, 2320694576)
    season = season_of_athlete(likely_person(*races_on_the_ladder), first_day(*races_on_the_ladder))
    assert isinstance(season, Season)

    raced = [week.number for week in season.weeks if any(map(is_tune_up, week.sessions))]

    assert set(raced) & season.on_ladder
    assert "LM102" not in {finding.code for finding in season.findings}


def is_tune_up(session: Session) -> bool:
    return session.kind == "tune_up"


def test_a_lighter_week_has_one_outing_fewer_and_says_so() -> None:
    weeks = ladder_weeks()
    lighter = [week for week in weeks if week.lighter]

    assert lighter
    for week in weeks:
        assert len(runs_of(week)) == (2 if week.lighter else 3)
        assert week.lighter == ("AI178" in {reason.code for reason in week.reasons})


def test_week_and_outing_say_the_steps_that_they_hold() -> None:
    for week in ladder_weeks():
        steps = sorted({step_of(run) + 1 for run in runs_of(week)})
        said = {
            fact: value
            for reason in week.reasons
            for fact, value in reason.facts.items()
            if fact in ("first", "step")
        }
        last = steps == [len(LADDER)]

        assert sorted(said.values()) == ([] if last else steps), week.number
        for run in runs_of(week):
            walks = LADDER[step_of(run)][2] > 0
            assert run.reasons[0].code == ("AI042" if walks else "AI177")


def test_sprints_uphill_wait_for_six_weeks_of_running() -> None:
    """Whoever comes from the ladder begins to count after it."""
    season = season_of("run-walk-5k")
    on_ladder = len(ladder_weeks())
    hills = [
        week.number for week in season.weeks if any(run.kind == "hills" for run in week.sessions)
    ]

    assert hills
    assert min(hills) > on_ladder + 6


def test_the_first_strides_ever_are_the_first_size() -> None:
    season = season_of("run-walk-5k")
    strides = [
        step.repeat
        for week in season.weeks
        for run in runs_of(week)
        for step in run.steps
        if step.part == "strides"
    ]

    assert strides[0] == 4
