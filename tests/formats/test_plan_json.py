"""plan.json: the contract's keys in order, one session a line, and the same bytes again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import plans

from dovetail.cli.plan import speaker_of
from dovetail.domain.decision import Fact
from dovetail.domain.errors import BadInput
from dovetail.domain.plan import Plan
from dovetail.formats import plan_json

SAY = plans.speaker()
PLANS = {
    "a season": plans.plan(),
    "a beginner's": plans.beginner_plan(4),
    "a reviewed one": plans.reviewed_plan(),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_writing_what_was_read_gives_the_same_bytes(plan: Plan) -> None:
    text = plan_json.write(plan, say=SAY)

    assert plan_json.write(plan_json.read(text), say=SAY) == text


def test_what_lies_on_the_grids_comes_back_as_it_was() -> None:
    whole = plans.reviewed_plan()
    easy = replace(whole.weeks[0].sessions[0], km=5.0)
    plan = replace(whole, weeks=(replace(whole.weeks[0], sessions=(easy,)),))

    assert plan_json.read(plan_json.write(plan, say=SAY)) == plan


@given(
    km=st.floats(0, 100),
    minutes=st.integers(0, 400),
    rpe=st.tuples(st.floats(0, 10), st.floats(0, 10)),
    fact=st.floats(-1e6, 1e6) | st.integers(-1000, 1000) | st.booleans() | st.text(),
)
def test_any_numbers_are_written_once_and_for_all(
    km: float, minutes: int, rpe: tuple[float, float], fact: Fact
) -> None:
    whole = plans.plan(1)
    reason = replace(whole.weeks[0].reasons[0], facts={"week_number": 1, "thing": fact})
    run = replace(whole.weeks[0].sessions[0], km=km, minutes=minutes, rpe=rpe, reasons=(reason,))
    week = replace(whole.weeks[0], run_km=km, sessions=(run,))

    text = plan_json.write(replace(whole, weeks=(week,)), say=SAY)

    assert plan_json.write(plan_json.read(text), say=SAY) == text


KEYS = {
    "document": "schema made_on season_starts committed_until version content language units"
    " policy athlete goal race_fitness paces weeks findings review",
    "goal": "race km date time_s predicted outlook reasons",
    "week": "number starts phase strength_phase gate lighter minutes run_km long_run_km"
    " training_load legs placement reasons sessions",
    "session": "id date slot order discipline kind title purpose minutes km rpe key hard_unit"
    " heavy_legs priority state locked steps blocks reasons done",
    "step": "part group repeat km minutes target note",
    "block": "part circuit rounds lines",
    "line": "exercise name pattern trains sets reps seconds metres steps per_side tempo rest_s"
    " rir load_kg load_rule implements band equipment contacts note easier harder reasons",
    "reason": "code text facts sources",
    "finding": "code severity place amount unit text facts sources fix muted",
    "done": "status events minutes km rpe sets asked_sets",
    "decision": "id code of about at_most at_least first last because state reasons",
    "change": "session change from to reasons",
    "letter": "part text reasons",
}


def parts(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "document", data
    yield "goal", data["goal"]
    for week in data["weeks"]:
        yield "week", week
        for session in week["sessions"]:
            yield "session", session
            yield from (("reason", each) for each in session["reasons"])
            yield from (("step", step) for step in session["steps"])
            if session["done"]:
                yield "done", session["done"]
            for block in session["blocks"]:
                yield "block", block
                yield from (("line", line) for line in block["lines"])
    yield from (("finding", each) for each in data["findings"])
    for name, key in (("decision", "decisions"), ("change", "difference"), ("letter", "letter")):
        yield from ((name, each) for each in data["review"][key])


def test_every_key_is_there_in_the_order_of_the_contract() -> None:
    data = json.loads(plan_json.write(plans.reviewed_plan(), say=SAY))
    seen = list(parts(data))

    assert {name for name, _ in seen} == KEYS.keys()
    assert [(name, list(part)) for name, part in seen if list(part) != KEYS[name].split()] == []


def test_a_session_is_one_line_and_everything_else_is_indented_by_two() -> None:
    plan = plans.plan(3)
    lines = plan_json.write(plan, say=SAY).splitlines()
    sessions = [line for line in lines if line.startswith('        {"id":"')]

    assert len(sessions) == sum(len(week.sessions) for week in plan.weeks)
    assert all(json.loads(line.rstrip(","))["title"] for line in sessions)
    assert '  "made_on": "2026-11-23",' in lines
    assert '      "s_per_km": [380, 420],' in lines


def test_it_ends_with_a_newline_and_whole_numbers_have_no_point() -> None:
    text = plan_json.write(plans.plan(2), say=SAY)

    assert text.endswith("}\n")
    assert ".0," not in text
    assert "NaN" not in text


def test_sentences_are_derived_and_ignored_when_read() -> None:
    text = plan_json.write(plans.plan(1), say=SAY)
    data = json.loads(text)
    data["weeks"][0]["sessions"][0].update(title="other", purpose="other", new_key=1)
    data["weeks"][0]["reasons"][0]["text"] = "other"
    data["from_the_future"] = {}

    assert plan_json.write(plan_json.read(json.dumps(data)), say=SAY) == text


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"slot": "noon"}, "weeks[1].sessions[1].slot"),
        ({"date": "2026-02-30"}, "weeks[1].sessions[1].date"),
        ({"km": "far"}, "weeks[1].sessions[1].km"),
    ],
)
def test_what_cannot_be_true_is_refused_with_its_place(change: dict[str, Any], key: str) -> None:
    data = json.loads(plan_json.write(plans.plan(1), say=SAY))
    data["weeks"][0]["sessions"][0].update(change)

    with pytest.raises(BadInput) as refused:
        plan_json.read(json.dumps(data))

    assert refused.value.problems[0].place.key == key


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"schema": "dovetail.plan/9"}', "[" * 100_000]
)
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        plan_json.read(text)


def test_nan_is_refused() -> None:
    text = plan_json.write(plans.plan(1), say=SAY).replace(
        '"race_fitness": 38.2', '"race_fitness": NaN'
    )

    with pytest.raises(BadInput, match="NaN"):
        plan_json.read(text)


def test_a_season_of_24_weeks_is_small() -> None:
    season = plans.plan()
    later = [replace(week, starts=week.starts + timedelta(weeks=16)) for week in season.weeks[:8]]
    plan = replace(season, weeks=(*season.weeks, *later))

    assert len(plan_json.write(plan, say=SAY).encode()) < 800_000


def test_real_plans_come_back_as_they_were() -> None:
    for plan in plans.real_plans():
        text = plan_json.write(plan, say=speaker_of(plan))

        assert plan_json.write(plan_json.read(text), say=speaker_of(plan)) == text
        assert len(text.encode()) < 800_000
