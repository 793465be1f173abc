"""dovetail log: one line for a run, a lift or a check-in; questions where nothing is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dovetail.cli.log import WHAT, run
from dovetail.cli.log_options import option_of, own_fields
from dovetail.cli.log_sets import sets_in
from dovetail.domain.errors import BadInput
from dovetail.domain.training_log import KINDS
from dovetail.formats.log_jsonl import read_log

TODAY = ("--today", "2026-12-01")


def logged(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def answering(*answers: str) -> Callable[[str], str]:
    left = list(answers)

    def ask(_: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    return ask


def refused(path: Path, *words: str) -> str:
    with pytest.raises(BadInput) as refusal:
        run([str(path), *words, *TODAY])
    assert not path.exists()
    return refusal.value.problems[0].code


def test_the_day_of_writing_may_stand_anywhere(tmp_path: Path) -> None:
    words = ("run", "--minutes", "40")
    run([str(tmp_path / "a"), *TODAY, *words])
    run([*TODAY, str(tmp_path / "b"), *words])
    run([str(tmp_path / "c"), *words, *TODAY])

    first, *others = [logged(tmp_path / name) for name in "abc"]
    assert first[0]["on"] == TODAY[1]
    assert others == [first, first]


EXAMPLES: dict[str, tuple[str, dict[str, object]]] = {
    "run": ("--minutes 52:30 --km 9.8 --rpe 4 --best 5000=1500 --zones-min 10,20,12,8,2.5",
            {"minutes": 52.5, "km": 9.8, "rpe": 4, "best": {"5000": 1500},
             "zones_min": [10, 20, 12, 8, 2.5]}),
    "strength": ("--minutes 45 --rpe 6 --session 2026-W49-strength-a",
                 {"minutes": 45, "rpe": 6, "session": "2026-W49-strength-a"}),
    "mobility": ("--minutes 20 --what hips", {"minutes": 20, "what": "hips"}),
    "other": ("--minutes 90 --what bike", {"minutes": 90, "what": "bike"}),
    "checkin": ("--sleep-h 6.2 --sleep 3 --soreness 2",
                {"sleep_h": 6.2, "sleep": 3, "soreness": 2}),
    "pain": ("--site shin --during 4 --side left --bone-signs",
             {"site": "shin", "during": 4, "side": "left", "bone_signs": True}),
    "illness": ("--status started --symptoms fever,below_neck",
                {"status": "started", "symptoms": ["fever", "below_neck"]}),
    "clearance": ("--what illness --professional Dr", {"what": "illness", "professional": "Dr"}),
    "away": ("--until 2026-12-06 --why travel --can bands,dumbbells --minutes 30",
             {"until": "2026-12-06", "why": "travel", "can": ["bands", "dumbbells"],
              "minutes": 30}),
    "skip": ("--session 2026-W49-long --why tired", {"session": "2026-W49-long", "why": "tired"}),
    "move": ("--session 2026-W49-long --to 2026-12-06/pm",
             {"session": "2026-W49-long", "to": "2026-12-06/pm"}),
    "test": ("--test calf_raise --left 22 --right 24",
             {"test": "calf_raise", "left": 22, "right": 24}),
    "race": ("--km 10 --time 52:30", {"km": 10, "time": "52:30"}),
    "lock": ("--week 2026-12-07 --by coach", {"week": "2026-12-07", "by": "coach"}),
    "release": ("--session 2026-W49-long", {"session": "2026-W49-long"}),
    "set": ("--quantity run.km --value 8 --from 2026-12-01 --until 2026-12-06",
            {"quantity": "run.km", "value": 8, "from": "2026-12-01", "until": "2026-12-06"}),
    "unlock": ("--what power --by coach", {"what": "power", "by": "coach"}),
    "mute": ("--code PL208", {"code": "PL208"}),
    "answer": ("--decision AD301-e1 --accept no", {"decision": "AD301-e1", "accept": False}),
    "note": ("--text 1:05", {"text": "1:05"}),
}  # fmt: skip


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_kind_is_logged_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = tmp_path / "log.jsonl"
    words, own = EXAMPLES[kind]

    assert run([str(path), kind, *words.split(), *TODAY]) == 0

    shared = {"id": f"2026-12-01-{kind}", "on": "2026-12-01", "kind": kind}
    assert logged(path) == [shared | own]
    assert len(read_log(path.read_bytes()).events) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"Logged {kind}, Tuesday 1 December")
    assert f"Its id: 2026-12-01-{kind}" in said


def test_every_kind_is_explained_and_every_key_has_an_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert set(WHAT) == set(KINDS)
    assert {*EXAMPLES, "void"} == set(KINDS)
    for kind in KINDS:
        with pytest.raises(SystemExit):
            run(["log.jsonl", kind, "--help"])
        told = capsys.readouterr().out
        assert all(option_of(field) in told for field in own_fields(kind))


def test_yesterday_is_a_day_and_void_takes_back(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    run([str(path), "run", "--minutes", "52", "--on", "yesterday", *TODAY])
    run([str(path), "void", "--corrects", "2026-11-30-run", *TODAY])

    assert logged(path)[0]["logged"] == "2026-12-01"
    assert read_log(path.read_bytes()).events == ()


def test_bad_words_are_refused_with_a_way_out_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"

    assert refused(path, "rum", "--minutes", "3") == "unknown-kind"
    assert refused(path, "run") == "missing-key"
    assert refused(path, "run", "--minutes", "long") == "wrong-type"
    assert refused(path, "run", "--minutes", "30", "--on", "2027-01-01") == "not-yet"
    assert refused(path, "run", "--minutes", "30", "--best", "5000") == "bad-value"
    assert refused(path, "run", "--minutes", "30", "--speed", "3") == "bad-arguments"
    assert refused(path, "answer", "--decision", "d", "--accept", "maybe") == "bad-value"
    assert refused(path, "strength", "--minutes", "9", "--set", "squat") == "bad-set"
    assert refused(path, "strength", "--minutes", "9", "--set", "squat 3x8 fast") == "bad-set"
    assert refused(path, "checkin", "--sleep", "8") == "out-of-range"


@pytest.mark.parametrize(
    ("line", "count", "one"),
    [
        ("goblet-squat 3x8 20kg rir 2", 3, {"reps": 8, "load_kg": 20, "rir": 2}),
        ("goblet-squat 3 x 8 20 kg", 0, {}),
        ("Side-Plank 2×30s left broke", 2, {"seconds": 30, "side": "left", "form": "broke"}),
        ("farmers-carry 40m 22.5 kg", 1, {"metres": 40, "load_kg": 22.5}),
        ("lateral-band-walk 2x15 medium pain1 rir=3",
         2, {"reps": 15, "band": "medium", "pain": 1, "rir": 3}),
    ],
)  # fmt: skip
def test_sets_are_typed_as_they_are_said(line: str, count: int, one: dict[str, object]) -> None:
    if not count:
        with pytest.raises(BadInput):
            sets_in(line)
        return
    name = line.split()[0].lower()
    assert sets_in(line) == [{"exercise": name, **one}] * count


def test_an_exercise_that_no_plan_has_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sets = ["--set", "goblet-sqat 3x8", "--set", "plank 2x45s"]
    run([str(tmp_path / "log.jsonl"), "strength", "--minutes", "40", *sets, *TODAY])

    notes = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Note")]
    assert len(notes) == 1
    assert "did you mean goblet-squat?" in notes[0]


def test_without_a_kind_it_asks_one_line_each_and_again_where_it_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    answers = answering("walkrun", "run", "yesterday", "", "1:05:00", "12,4", "12.4", "4", "", "")

    run([str(path), *TODAY], ask=answers)

    assert logged(path) == [
        {"id": "2026-11-30-run", "on": "2026-11-30", "kind": "run", "minutes": 65, "km": 12.4,
         "rpe": 4, "logged": "2026-12-01"}
    ]  # fmt: skip


def test_a_lift_and_a_pain_can_be_answered(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    sets = "goblet-squat 2x8 20kg; front-plank 45s"

    run([str(path), *TODAY], ask=answering("strength", "", "40", "6", sets, ""))
    run([str(path), *TODAY], ask=answering("pain", "", "shin", "3", "", "", "left", "no", "yes"))

    lift, pain = logged(path)
    assert [one["exercise"] for one in lift["sets"]] == [  # type: ignore[attr-defined]
        "goblet-squat", "goblet-squat", "front-plank",
    ]  # fmt: skip
    assert (pain["side"], pain["bone_signs"], pain["limp"]) == ("left", False, True)


def test_who_stops_answering_has_written_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"

    with pytest.raises(BadInput) as refusal:
        run([str(path), *TODAY], ask=answering("run", "", "52"))

    assert refusal.value.problems[0].code == "no-answer"
    assert not path.exists()
