"""Those who start from nothing climb the ladder one step after the other."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from tests.golden.twelve import season_of
from tests.people import first_day, likely_person
from tests.seasons import Season, season_of_athlete

from dovetail.domain.ladder import LADDER
from dovetail.domain.session import Session

MINUTES = [repeats * (run + walk) for repeats, run, walk in LADDER]


def outings() -> list[int]:
    """The ladder's steps of a whole season, in the order of their days."""
    runs = [one for one in season_of("run-walk-5k").sessions if one.kind == "run_walk"]
    found = []
    for one in sorted(runs, key=lambda run: run.date):
        work = [step for step in one.steps if step.part != "warm_up"]
        amounts = (work[0].repeat, work[0].minutes, work[1].minutes if len(work) > 1 else 0)
        found.append(LADDER.index(amounts))
    return found


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
