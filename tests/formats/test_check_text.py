"""The report of a check: one screen, worst first, one entry for each mistake."""

from __future__ import annotations

import json
from random import Random

import pytest
from tests.typed.faults import FAULTS
from tests.typed.grids import Grid, grid, names
from tests.typed.hearing import judged

from dovetail.application.check_typed import Judgement
from dovetail.content.sentences import read_sentences
from dovetail.explaining.speaker import Speaker
from dovetail.formats.check_text import Judged, check_json, check_text
from dovetail.formats.typed_check_text import in_rows, of_typed

SCREEN = 40
"""Lines of a window that nobody scrolls."""
WIDTH = 88


def told(plan: Grid) -> tuple[Judgement, Judged, Speaker]:
    say = Speaker(read_sentences(), units="mi" if plan.unit == "mi" else "km")
    found = judged(plan)
    return found, of_typed(found.plan, found.titles, ("18 weeks.",), say), say


def report(plan: Grid) -> str:
    found, head, say = told(plan)
    return check_text(head, found.findings, say=say, width=WIDTH)


def with_fault(kind: str, name: str) -> Grid:
    fault = FAULTS[kind].plant(grid(name), Random("0"))
    assert fault is not None
    return fault.plan


@pytest.mark.parametrize("name", names())
def test_a_sound_plan_fits_on_one_screen(name: str) -> None:
    lines = report(grid(name)).splitlines()

    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= WIDTH


def test_the_report_begins_with_what_was_understood_and_the_worst_comes_first() -> None:
    said = report(with_fault("maximal strength in race week", "half-novice-mi.csv"))

    assert said.startswith("18 weeks.")
    assert said.index("MS407") < said.index("warning") < said.index("advice")


def test_a_mistake_is_told_once_with_the_weeks_that_hold_it() -> None:
    said = report(grid("half-novice-mi.csv"))

    assert said.count("MS414") == 1
    assert "MS414  weeks 4–10" in said


def test_an_entry_says_what_stands_there_what_it_saw_why_it_matters_and_a_fix() -> None:
    said = " ".join(report(with_fault("spike", "marathon-masters-strength-km.csv")).split())

    assert "km long run" in said
    assert "the longest run of the 30 days before" in said
    assert "running injuries begin" in said
    assert "Fix: Shorten this run to" in said


def test_a_plan_in_miles_is_told_in_miles() -> None:
    said = report(with_fault("spike", "marathon-novice-mi.csv"))

    assert " mi after " in said
    assert " km" not in said


def test_json_names_week_day_and_what_stands_there() -> None:
    found, head, say = told(with_fault("spike", "marathon-novice-mi.csv"))

    document = json.loads(check_json(head, found.findings, say=say))

    worst = document["findings"][0]
    assert (worst["code"], worst["severity"]) == ("LM101", "error")
    assert worst["place"]["day"] == "saturday"
    assert worst["place"]["title"].endswith("long run")
    assert worst["matters"]


def test_weeks_in_a_row_are_one_row() -> None:
    assert in_rows([4]) == ["4"]
    assert in_rows([1, 2, 4, 5, 6, 9]) == ["1–2", "4–6", "9"]
