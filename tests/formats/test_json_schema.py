"""The JSON Schemas say what the readers and writers do."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from tests import plans
from tests.formats.test_log_jsonl import EVENTS, WRONG
from tests.people import TODAY, athletes

from dovetail.cli.athlete_template import commented, someone
from dovetail.domain.athlete import Athlete
from dovetail.domain.plan import Plan
from dovetail.domain.training_log import Event
from dovetail.formats import plan_json
from dovetail.formats.athlete_toml import athlete_data, write_athlete
from dovetail.formats.json_schema import (
    FOLDER,
    athlete_schema,
    log_schema,
    main,
    out_of_date,
    plan_schema,
)
from dovetail.formats.log_jsonl import event_line

ROOT = Path(__file__).parents[2]
ATHLETE = jsonschema.Draft202012Validator(
    athlete_schema(), format_checker=jsonschema.FormatChecker()
)
LOG = jsonschema.Draft202012Validator(log_schema(), format_checker=jsonschema.FormatChecker())
PLAN = jsonschema.Draft202012Validator(plan_schema(), format_checker=jsonschema.FormatChecker())


def as_json(toml: str) -> Any:
    """Read TOML as a program sees it that has no dates."""
    return json.loads(json.dumps(tomllib.loads(toml), default=date.isoformat))


@pytest.mark.parametrize("schema", [athlete_schema(), log_schema(), plan_schema()])
def test_each_schema_is_a_schema(schema: Mapping[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"].startswith("urn:dovetail:")


@given(athletes())
def test_every_athlete_that_is_written_fits(athlete: Athlete) -> None:
    assert list(ATHLETE.iter_errors(as_json(write_athlete(athlete)))) == []


def test_the_first_file_fits() -> None:
    assert list(ATHLETE.iter_errors(as_json(commented(someone(TODAY), file="a.toml")))) == []


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("running", "weekly_km", -1),
        ("running", "weekly_km", "30"),
        ("running", "weekly_kms", 3),
        ("goal", "race", "11k"),
        ("goal", "time", "soon"),
        ("goal", "start_time", "25:00"),
        ("goal", "date", "2027-02-30"),
        ("availability", "monday", 1500),
        ("strength", "equipment", ["trampoline"]),
        ("strength", "steps", {"barbell": 0}),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(section: str, key: str, value: object) -> None:
    data = copy.deepcopy(as_json(commented(someone(TODAY), file="a.toml")))
    data[section][key] = value

    assert list(ATHLETE.iter_errors(data)) != []


@given(EVENTS)
@settings(max_examples=50)
def test_every_event_that_is_written_fits(event: Event) -> None:
    assert list(LOG.iter_errors(json.loads(event_line(event)))) == []


@pytest.mark.parametrize(
    "text", [text for text, code, _ in WRONG if code in ("out-of-range", "missing-key")]
)
def test_a_wrong_event_does_not_fit(text: str) -> None:
    data = json.loads(text)
    if data.get("kind") == "void":
        return  # that a void corrects something is said by the reader alone

    assert list(LOG.iter_errors(data)) != []


def test_a_kind_of_tomorrow_fits() -> None:
    assert list(LOG.iter_errors({"id": "e1", "kind": "season", "on": "2026-12-01"})) == []


@given(athletes())
@settings(max_examples=20)
def test_an_athlete_in_a_plan_fits(athlete: Athlete) -> None:
    schema = {"$ref": "#/$defs/Athlete", "$defs": plan_schema()["$defs"]}

    jsonschema.Draft202012Validator(schema).validate(athlete_data(athlete))


def test_ranges_carry_their_unit_and_every_class_its_sentence() -> None:
    running = athlete_schema()["$defs"]["Running"]

    assert running["description"].startswith("Where the running stands")
    assert running["properties"]["weekly_km"] == {
        "type": "number",
        "minimum": 0,
        "maximum": 300,
        "description": "km a week",
    }


def test_the_files_in_docs_are_what_the_dataclasses_say() -> None:
    assert out_of_date(ROOT / FOLDER) == [], "run make docs"


def test_writing_makes_the_files_and_checking_finds_a_stale_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reference"

    assert main(["--check", str(folder)]) == 1
    assert main([str(folder)]) == 0
    assert main(["--check", str(folder)]) == 0
    (folder / "log.schema.json").write_text("{}")
    capsys.readouterr()

    assert main(["--check", str(folder)]) == 1
    assert "log.schema.json is out of date" in capsys.readouterr().err


@pytest.mark.parametrize("plan", [plans.plan(4), plans.beginner_plan(4), plans.reviewed_plan()])
def test_a_plan_that_is_written_fits(plan: Plan) -> None:
    data = json.loads(plan_json.write(plan, say=plans.speaker()))

    assert [error.json_path + ": " + error.message for error in PLAN.iter_errors(data)] == []


def test_a_plan_that_lacks_a_key_does_not_fit() -> None:
    data = json.loads(plan_json.write(plans.plan(1), say=plans.speaker()))
    del data["weeks"][0]["sessions"][0]["purpose"]

    assert list(PLAN.iter_errors(data)) != []
