"""Writing to a log: an event is whole on disk or not there, and nothing that stood is lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.domain.errors import BadInput
from dovetail.domain.training_log import Note, Run
from dovetail.formats.log_jsonl import read_log
from dovetail.formats.log_writing import add_event

TODAY = date(2026, 12, 1)
RUN = {"kind": "run", "minutes": 52, "km": 9.8}
NOTE = {"kind": "note", "text": "früh"}


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def test_a_new_log_is_begun_and_an_old_one_grows(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"

    names = [add_event(path, told, on=TODAY).id for told in (RUN, NOTE, RUN)]

    assert names == ["2026-12-01-run", "2026-12-01-note", "2026-12-01-run-2"]
    assert [line["kind"] for line in lines_of(path)] == ["run", "note", "run"]
    assert len(read_log(path.read_bytes()).events) == 3


def test_what_is_written_late_says_when(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"

    add_event(path, {**RUN, "on": "2026-11-28"}, on=TODAY)

    event = read_log(path.read_bytes()).events[0]
    assert (event.on, event.logged, event.id) == (date(2026, 11, 28), TODAY, "2026-11-28-run")


def test_a_correction_replaces_and_a_void_takes_back(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    first = add_event(path, RUN, on=TODAY).id
    second = add_event(path, {**RUN, "km": 10.2, "corrects": first}, on=TODAY).id

    (stands,) = read_log(path.read_bytes()).events
    assert isinstance(stands, Run)
    assert stands.km == 10.2

    add_event(path, {"kind": "void", "corrects": second}, on=TODAY)
    assert read_log(path.read_bytes()).events == ()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"kind": "run", "km": 9.8}, "missing-key"),
        ({"kind": "run", "minutes": -3}, "out-of-range"),
        ({"kind": "checkin"}, "nothing-said"),
        ({"kind": "void", "corrects": "e9"}, "corrects-nothing"),
        ({"kind": "note", "text": "again", "id": "2026-12-01-run"}, "same-id"),
    ],
)
def test_what_is_wrong_is_refused_and_the_file_stays_as_it_was(
    tmp_path: Path, told: dict[str, object], code: str
) -> None:
    path = tmp_path / "log.jsonl"
    add_event(path, RUN, on=TODAY)
    before = path.read_bytes()

    with pytest.raises(BadInput) as refusal:
        add_event(path, told, on=TODAY)

    (problem,) = refusal.value.problems
    assert problem.code == code
    assert (problem.place.file, problem.place.line) == (None, None)
    assert path.read_bytes() == before


def test_a_bad_line_that_stood_there_is_named_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text('{"id":"e1","on":"2026-11-30","kind":"note","text":"a"}\nnot json\n')

    with pytest.raises(BadInput) as refusal:
        add_event(path, NOTE, on=TODAY)

    assert str(refusal.value.problems[0].place) == f"{path}:2"


@given(
    cut=st.integers(min_value=0, max_value=60),
    words=st.text(st.characters(codec="utf-8"), max_size=30),
)
def test_a_log_cut_anywhere_takes_the_next_event_and_keeps_every_byte_of_meaning(
    tmp_path_factory: pytest.TempPathFactory, cut: int, words: str
) -> None:
    path = tmp_path_factory.mktemp("log") / "log.jsonl"
    add_event(path, RUN, on=TODAY)
    whole = path.read_bytes()
    add_event(path, {"kind": "note", "text": words}, on=TODAY)
    data = path.read_bytes()
    path.write_bytes(data[: max(len(whole), len(data) - cut)])
    torn = path.read_bytes()[len(whole) :]

    added = add_event(path, NOTE, on=TODAY)

    assert path.read_bytes().startswith(whole)
    log = read_log(path.read_bytes())
    assert any(isinstance(one, Note) and one.id == added.id for one in log.events)
    kept = [line["text"] for line in lines_of(path) if line["kind"] == "torn"]
    assert kept == [torn.decode(errors="backslashreplace")] if added.notes else kept == []
    assert bool(added.notes) == bool(torn and not _is_json(torn))


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True
