"""Sound plans come away clean, and planted faults are found and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from tests.seasons import example
from tests.typed.faults import FAULTS, JUMPS, Planted
from tests.typed.grids import grid, names
from tests.typed.hearing import FIRST, heard, judged, week_number

from dovetail.application.check_typed import check_heard
from dovetail.content.library import read_library
from dovetail.domain.athlete import Athlete
from dovetail.domain.plan import Finding
from dovetail.linting.heard import Heard

SEEDS = range(2)
FOUND = 0.95
WITH_ERRORS = 0.1
Said = tuple[str, int | None, str]


@cache
def said_of_sound(name: str) -> frozenset[Said]:
    return frozenset(map(said, judged(grid(name)).findings))


def said(finding: Finding) -> Said:
    return finding.code, week_number(finding), finding.severity


def planted(kind: str) -> Iterator[tuple[str, Planted]]:
    """Yield every sound plan that the fault suits, with the fault."""
    for name in names():
        for seed in SEEDS:
            one = FAULTS[kind].plant(grid(name), Random(f"{name} {seed}"))
            if one is not None:
                yield name, one


def is_found(kind: str, name: str, fault: Planted) -> bool:
    """Whether the code of the fault speaks in its weeks, louder than in the sound plan."""
    new = {said(one) for one in judged(fault.plan).findings} - said_of_sound(name)
    return any(code in FAULTS[kind].codes and week in fault.weeks for code, week, _ in new)


def test_there_are_thirty_sound_plans_and_twelve_kinds_of_fault() -> None:
    assert len(names()) >= 30
    assert len(FAULTS) == 12


def test_at_most_one_sound_plan_in_ten_gets_an_error() -> None:
    with_errors = [name for name in names() if any(s == "error" for *_, s in said_of_sound(name))]

    assert len(with_errors) <= WITH_ERRORS * len(names()), with_errors


def test_a_sound_plan_hears_few_things() -> None:
    """One screen: a few kinds of warning at most, whatever the weeks they stand in."""
    kinds: Mapping[str, Counter[str]] = {
        name: Counter(severity for _, severity in {(code, s) for code, _, s in said_of_sound(name)})
        for name in names()
    }

    assert {name: count["warning"] for name, count in kinds.items() if count["warning"] > 3} == {}
    assert sum(count["warning"] for count in kinds.values()) <= 1.5 * len(kinds)


@pytest.mark.parametrize("kind", FAULTS)
def test_nineteen_of_twenty_faults_are_found_and_named(kind: str) -> None:
    every = list(planted(kind))
    missed = [name for name, fault in every if not is_found(kind, name, fault)]

    assert len(every) >= 10
    assert len(missed) <= (1 - FOUND) * len(every), missed


def test_a_plan_that_only_runs_hears_of_strength_once_and_as_advice() -> None:
    found = [one for one in judged(grid("marathon-novice-mi.csv")).findings if one.code == "MS433"]

    assert [(one.severity, one.place.week) for one in found] == [("advice", None)]


def test_a_plan_with_strength_is_not_asked_for_more() -> None:
    found = judged(grid("half-leg-day.ics")).findings

    assert "MS433" not in {one.code for one in found}


def test_an_error_is_not_told_twice() -> None:
    fault = FAULTS["spike"].plant(grid("marathon-five-days-dated-km.csv"), Random("0"))
    assert fault is not None

    codes = [
        code for code, week, _ in map(said, judged(fault.plan).findings) if week in fault.weeks
    ]

    assert "LM101" in codes
    assert not {"LM102", "LM104"} & set(codes)


# -- with an athlete -------------------------------------------------------------------------


def codes_for(name: str, athlete: Athlete) -> set[str]:
    return {one.code for one in judged(grid(name), athlete).findings}


def test_a_runner_of_little_is_told_that_the_plan_begins_above_them() -> None:
    ana = example("ana-half").athlete
    little = replace(ana, running=replace(ana.running, weekly_km=20.0, longest_km=8.0))

    assert "MS401" in codes_for("half-advanced-mi.txt", little)
    assert "MS401" not in {one.code for one in judged(grid("half-advanced-mi.txt")).findings}


def test_jumps_that_are_fine_for_somebody_are_told_to_a_beginner_of_any_plan() -> None:
    ana = example("ana-half").athlete
    plan = grid("half-strength-mi.txt")
    week = {**plan.weeks[2], "Fri": JUMPS}
    jumping = replace(plan, weeks=(*plan.weeks[:2], week, *plan.weeks[3:]))
    new = replace(ana, level="beginner")

    assert "MS438" not in {one.code for one in judged(jumping).findings if one.severity == "error"}
    assert "MS438" in {one.code for one in judged(jumping, new).findings if one.severity == "error"}


def test_a_plan_without_dates_ends_with_the_race_of_the_athlete() -> None:
    ana = example("ana-half").athlete

    plan = judged(grid("half-four-days-km.csv"), ana).plan

    assert plan.goal.date == ana.goal.date


def test_who_is_judged_by_a_plan_for_another_race_keeps_the_plans_own() -> None:
    ana = example("ana-half").athlete

    plan = judged(grid("10k-advanced-km.txt"), ana).plan

    assert plan.goal.race == plan.athlete.goal.race == "10k"


# -- what is not told is not asked -----------------------------------------------------------


def test_a_plan_that_does_not_say_which_day_is_which_is_not_asked_for_gaps() -> None:
    fault = FAULTS["heavy legs before intervals"].plant(grid("half-strength-mi.txt"), Random("0"))
    assert fault is not None
    plan = replace(heard(fault.plan), days_told=False)

    found = check_heard(plan, library=read_library(), today=FIRST).findings

    assert {one.code for one in judged(fault.plan).findings} >= {"PL203"}
    assert not {one.code for one in found if one.code.startswith("PL")}


def test_a_week_that_the_plan_calls_lighter_is_one() -> None:
    plan = heard(grid("half-novice-mi.csv"))
    named = replace(plan, lighter=frozenset({4, 8}))

    def rows(told: Heard) -> int:
        found = check_heard(told, library=read_library(), today=FIRST).findings
        return sum(one.code == "MS414" for one in found)

    assert rows(named) < rows(plan)
