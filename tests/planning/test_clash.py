"""Impossible weeks: a clash without idle wishes, and ways out that truly plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import TODAY, likely_athletes
from tests.seasons import Season, season_of_athlete

from dovetail.application import make_plan as planning
from dovetail.content.library import read_library
from dovetail.domain.athlete import (
    Athlete,
    Availability,
    BoneStress,
    Day,
    Goal,
    Health,
    Preferences,
    PreferredDay,
    Running,
    Screening,
)
from dovetail.domain.errors import NoLegalPlan
from dovetail.planning import walk
from dovetail.planning.clash import clash_of
from dovetail.planning.second_thoughts import Loss, left_out

SHORT = Availability(tuesday=Day(am=15), thursday=Day(am=12))
WISHES = range(8)
Sets = frozenset[frozenset[int]]


def beginner(availability: Availability) -> Athlete:
    return Athlete(
        born=date(1990, 1, 1),
        level="beginner",
        goal=Goal(race="healthy"),
        running=Running(weekly_km=8, longest_km=4),
        availability=availability,
    )


def with_must(athlete: Athlete) -> Athlete:
    long_run = PreferredDay(day="sunday", must=True)
    return replace(athlete, preferences=Preferences(long_run=long_run))


def with_bone_history(athlete: Athlete) -> Athlete:
    bone = BoneStress(site="tibia", on=date(2026, 3, 20), cleared=date(2026, 6, 25))
    return replace(athlete, health=Health(screening=Screening(bone_stress_injury=bone)))


TWO_DAYS = Availability(tuesday=Day(am=60), thursday=Day(am=60))
IN_A_ROW = Availability(tuesday=Day(am=60), wednesday=Day(am=60))
REFUSED = {
    "slots too short": (
        beginner(SHORT),
        ["two runs a week", "runs of 20 minutes", "the time you gave"],
    ),
    "one day": (
        beginner(Availability(tuesday=Day(am=60))),
        ["two runs a week", "the time you gave"],
    ),
    "a must that has no slot": (
        with_must(beginner(TWO_DAYS)),
        ["the long run on Sunday", "the time you gave"],
    ),
    "bones that want a day between": (
        with_bone_history(beginner(IN_A_ROW)),
        ["two runs a week", "the time you gave", "no running on two days in a row"],
    ),
}


def refusal_of(athlete: Athlete) -> NoLegalPlan:
    with pytest.raises(NoLegalPlan) as caught:
        planning.make_plan(athlete, (), TODAY, library=read_library())
    return caught.value


# -- QuickXplain -------------------------------------------------------------------------


@given(st.frozensets(st.frozensets(st.sampled_from(WISHES), min_size=1), max_size=4))
def test_a_clash_is_impossible_and_nothing_in_it_is_idle(clashes: Sets) -> None:
    def possible(kept: Sequence[int]) -> bool:
        return not any(clash <= set(kept) for clash in clashes)

    found = clash_of(WISHES, possible)

    assert (found == ()) == (not clashes)
    assert not found or not possible(found)
    assert all(possible([one for one in found if one != gone]) for gone in found)


def test_wishes_that_stand_early_are_blamed_first() -> None:
    clashes = [{0, 1}, {1, 7}, {2, 3, 4}]

    assert clash_of(WISHES, lambda kept: not any(one <= set(kept) for one in clashes)) == (0, 1)


# -- what a runner hears -----------------------------------------------------------------


@pytest.mark.parametrize("who", REFUSED)
def test_the_clash_names_what_was_asked_for(who: str) -> None:
    athlete, words = REFUSED[who]

    said = [one.wish for one in refusal_of(athlete).clash]

    assert len(said) == len(words)
    assert all(one.startswith(word) for one, word in zip(said, words, strict=True))


def falsely_proven(athlete: Athlete) -> list[tuple[str, ...]]:
    """Ways out that do not plan, although they are said to."""
    refusal = refusal_of(athlete)
    offers = {offer.give_up: offer.athlete for offer in planning._offers(refusal, athlete)}
    assert refusal.ways_out
    return [
        way.give_up
        for way in refusal.ways_out
        if way.proven and not isinstance(season_of_athlete(offers[way.give_up]), Season)
    ]


@pytest.mark.parametrize("who", REFUSED)
def test_every_way_out_plans(who: str) -> None:
    assert falsely_proven(REFUSED[who][0]) == []


def test_a_way_out_that_nobody_tried_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    refused = REFUSED["slots too short"][0]
    plan = planning._planned

    def untried(athlete: Athlete, *rest: object) -> object:
        return plan(athlete, *rest) if athlete == refused else None  # type: ignore[arg-type]

    monkeypatch.setattr(planning, "_planned", untried)
    said = refusal_of(refused).ways_out
    monkeypatch.undo()
    offers = {
        offer.give_up: offer.athlete for offer in planning._offers(refusal_of(refused), refused)
    }

    assert any(not isinstance(season_of_athlete(offers[way.give_up]), Season) for way in said)


def test_a_way_out_does_not_give_up_more_than_one_that_is_known() -> None:
    for athlete, _ in REFUSED.values():
        kinds = [
            {words.split(":")[0] for words in way.give_up} for way in refusal_of(athlete).ways_out
        ]
        assert not any(one <= other for at, one in enumerate(kinds) for other in kinds[at + 1 :])


# -- across the seam ---------------------------------------------------------------------


NUMBER = 17
"""Whose season has a week that would leave something out."""


def missing(athlete: Athlete) -> Loss:
    """What the weeks leave out, and what their days do not hold."""
    season = season_of_athlete(athlete)
    assert isinstance(season, Season)
    return left_out(*season.plan.weeks)


def test_the_week_before_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    athlete = likely_athletes(NUMBER + 1, 5)[NUMBER]
    mended = missing(athlete)
    monkeypatch.setattr(walk, "late_choices", lambda _: ())

    assert mended.less_than(missing(athlete))
