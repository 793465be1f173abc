"""The key runs of a season as a whole: toward the race, several kinds, and none lost to a slot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest
from tests.people import first_day, likely_person
from tests.seasons import Season, runs_of, season_of_athlete

from dovetail.planning.key_run_review import KeyRunsOfSeason
from dovetail.planning.key_runs import key_runs
from dovetail.planning.volume import plan_volume

Person = tuple[int, int]
FAST_HALF: Person = (15, 20261124)
"""Advanced, a half marathon; power begins in the week after the race on the way."""
FOUR_HALF: Person = (17, 5)
"""The rows alone would hold threshold and intervals for six weeks."""
SMALL_WEEKS: Person = (147, 20261124)
"""A beginner whose weeks hold a long run and little else."""
SHORT_SLOTS: Person = (13, 901)
"""45, 70 and 140 minutes a week, five kilometres."""
LATE_LIFTS: Person = (146, 77)
"""57, a race three weeks before the half: lifting then leaves the key run no day."""
FIRST_HALF: Person = (1, 5)
"""A beginner's first half marathon."""


@cache
def season(person: Person) -> Season:
    outcome = season_of_athlete(likely_person(*person), first_day(*person))
    assert isinstance(outcome, Season)
    return outcome


def codes(person: Person) -> set[str]:
    return {finding.code for finding in season(person).findings}


def fast_minutes(of: Season) -> Mapping[str, float]:
    """Minutes of work in the key runs of the last five loading weeks, by kind of run."""
    found: dict[str, float] = {}
    for week in of.loading[-5:]:
        for run in runs_of(week):
            if run.key and run.kind != "long":
                found[run.kind] = found.get(run.kind, 0.0) + run.minutes
    return found


def review_of(of: Season) -> KeyRunsOfSeason:
    return KeyRunsOfSeason(
        profile=of.profile,
        frames=of.frames,
        structure=of.structure,
        recipes=of.library.templates.runs,
        paces=of.paces,
        volumes=plan_volume(of.profile, of.frames),
    )


def test_the_last_weeks_before_a_half_are_threshold_and_race_pace() -> None:
    minutes = fast_minutes(season(FAST_HALF))

    assert minutes["threshold"] + minutes["race_pace"] > minutes["interval"]
    assert "MS430" not in codes(FAST_HALF)


@pytest.mark.parametrize("person", [FAST_HALF, FOUR_HALF])
def test_the_review_changes_few_weeks_and_leaves_nothing_wrong(person: Person) -> None:
    of = season(person)
    rows = key_runs(of.profile, of.frames, of.structure)

    turned = review_of(of).reviewed()

    changed = [
        frame.number
        for frame, before, after in zip(of.frames, rows, turned, strict=True)
        if [key.recipe for key in before] != [key.recipe for key in after]
    ]
    assert 1 <= len(changed) <= 4
    assert codes(person).isdisjoint({"MS427", "MS428", "MS429", "MS430"})


def test_six_weeks_hold_three_kinds_of_faster_running() -> None:
    assert "MS429" not in codes(FOUR_HALF)


def test_a_small_week_holds_a_touch_of_race_effort_in_place_of_an_easy_run() -> None:
    of = season(SMALL_WEEKS)
    race_on = of.race_on
    assert race_on is not None

    paced = [one for one in of.sessions if one.kind == "race_pace"]

    assert (race_on - paced[0].date).days > 14
    assert any(4 <= (race_on - one.date).days <= 14 for one in paced)
    assert max(week.long_run_km for week in of.loading) >= 9


def test_a_key_run_is_shortened_before_it_is_left_out() -> None:
    of = season(SHORT_SLOTS)

    gone = [
        week.number
        for week in of.loading
        for reason in week.reasons
        if reason.facts.get("session") == "quality-1"
    ]

    assert gone == []
    assert "MS431" not in codes(SHORT_SLOTS)


def test_older_legs_meet_race_pace_before_the_race_on_the_way() -> None:
    of = season(LATE_LIFTS)
    race = next(one for one in of.sessions if one.kind == "tune_up")

    assert any(one.kind == "race_pace" and one.date < race.date for one in of.sessions)
    assert "MS431" not in codes(LATE_LIFTS)


def test_a_first_half_is_rehearsed_by_a_short_race() -> None:
    of = season(FIRST_HALF)
    race_on = of.race_on
    assert race_on is not None

    race = next(one for one in of.sessions if one.kind == "tune_up")

    assert race.km == 5
    assert 21 <= (race_on - race.date).days <= 42
