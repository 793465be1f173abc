"""Sound and faulty plans as files: read by the reader, judged by the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from tests.typed.faults import FAULTS, Planted
from tests.typed.grids import PLANS, Grid, grid, names
from tests.typed.hearing import FIRST, week_number

from dovetail.application.check_typed import check_typed
from dovetail.content.library import read_library
from dovetail.domain.plan import Finding
from dovetail.domain.typed_plan import TypedPlan
from dovetail.formats.typed.door import read_typed, typed_of

FOUND = 0.95
UNDERSTOOD = 0.95
Said = tuple[str, int | None, str]


def said(plan: TypedPlan) -> frozenset[Said]:
    findings = check_typed(plan, library=read_library(), today=FIRST).findings
    return frozenset((one.code, _week(one, plan), one.severity) for one in findings)


def _week(finding: Finding, plan: TypedPlan) -> int | None:
    return week_number(finding) if plan.starts is None else None


def mailed(plan: Grid) -> TypedPlan:
    return typed_of(plan.text(), suffix=".txt")


@cache
def said_of_sound(name: str) -> frozenset[Said]:
    return said(mailed(grid(name)))


def planted(kind: str) -> Iterator[tuple[str, Planted]]:
    for name in names():
        one = FAULTS[kind].plant(grid(name), Random(f"{name} read"))
        if one is not None:
            yield name, one


def is_found(kind: str, name: str, fault: Planted) -> bool:
    new = said(mailed(fault.plan)) - said_of_sound(name)
    return any(code in FAULTS[kind].codes and week in fault.weeks for code, week, _ in new)


@pytest.mark.parametrize("name", names())
def test_a_sound_plan_is_understood_and_harms_nobody(name: str) -> None:
    plan = read_typed(PLANS / name)
    severities = Counter(severity for _, _, severity in said(plan))

    assert len(plan.not_understood) <= (1 - UNDERSTOOD) * len(plan.sessions)
    assert severities["error"] == 0


@pytest.mark.parametrize("name", names())
def test_a_file_holds_the_weeks_that_its_author_wrote(name: str) -> None:
    assert read_typed(PLANS / name).weeks == len(grid(name).weeks)


@pytest.mark.parametrize("kind", FAULTS)
def test_a_planted_fault_is_found_through_the_reader(kind: str) -> None:
    every = list(planted(kind))
    missed = [name for name, fault in every if not is_found(kind, name, fault)]

    assert len(missed) <= (1 - FOUND) * len(every), missed
