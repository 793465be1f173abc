"""dovetail init: five questions, the screening, and a file that teaches its own format."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.people import TODAY

from dovetail.cli.athlete_template import SECTIONS, commented, someone
from dovetail.cli.init import run
from dovetail.domain.athlete import Athlete, Day, EnergyQuestions
from dovetail.domain.errors import BadInput
from dovetail.domain.units import Duration
from dovetail.formats.athlete_toml import read_athlete
from dovetail.formats.document import document_fields

ANSWERS = (
    "half 2027-03-14 1:58:00",
    "1986-05-02 Intermediate",
    "30 km, 12 km, 3 years",
    "Mon 80, thu 60, sunday 140 min",
    "bands dumbbells 4",
    "no",
)


def answering(*answers: str) -> tuple[Callable[[str], str], list[str]]:
    """Give answers in turn, then end the input; what was asked is kept."""
    left, asked = list(answers), list[str]()

    def ask(prompt: str) -> str:
        asked.append(prompt)
        if not left:
            raise EOFError
        return left.pop(0)

    return ask, asked


def init(file: Path, *answers: str) -> tuple[Athlete, list[str]]:
    ask, asked = answering(*answers)
    assert run([str(file), "--today", str(TODAY)], ask=ask) == 0
    return read_athlete(file.read_text("utf-8"), today=TODAY), asked


def test_six_answers_make_an_athlete(tmp_path: Path) -> None:
    ana, asked = init(tmp_path / "me.toml", *ANSWERS)

    assert len(asked) == 6
    assert (ana.goal.race, ana.goal.date, ana.goal.time) == (
        "half",
        date(2027, 3, 14),
        Duration(7080),
    )
    assert (ana.born, ana.level) == (date(1986, 5, 2), "intermediate")
    assert (ana.running.weekly_km, ana.running.longest_km, ana.running.years) == (30, 12, 3)
    assert (ana.availability.monday, ana.availability.tuesday) == (Day(am=80), Day())
    assert (ana.strength.equipment, ana.strength.weeks_trained) == (("bands", "dumbbells"), 4)
    assert not ana.health.screening.symptoms


@pytest.mark.parametrize(
    ("place", "wrong", "hint"),
    [
        (0, "half 2020-01-01", "Give the next race"),
        (0, "half", "date = 2027-03-14"),
        (0, "half 2027-03-14 0:30:00", "check the distance"),
        (0, "", "Known are: 5k"),
        (0, "ultra 2027-03-14", "km = 80"),
        (1, "1986-05-02", "1986-05-02 intermediate"),
        (1, "1986-05-02 expert", "Known are: beginner"),
        (1, "2025-05-02 beginner", "from 8 to 100"),
        (2, "30 12", "30 12 3"),
        (2, "-30 12 3", "Type a number"),
        (2, "30 12 60", "Check years and born"),
        (3, "mon", "Type each day"),
        (3, "moon 80", "mon tue wed"),
        (3, "mon 0", "at least one day"),
        (3, "mon 1500", "from 0 to 1440"),
        (4, "bands", "weeks"),
        (4, "bandz 3", "bands"),
        (5, "", "Type no, or the words"),
        (5, "yes", "Type no, or the words"),
        (5, "no symptoms", "Type no, or the words"),
    ],
)
def test_a_wrong_answer_is_asked_again_with_its_hint(
    tmp_path: Path, place: int, wrong: str, hint: str
) -> None:
    answers = [*ANSWERS[:place], wrong, *ANSWERS[place:]]

    ana, asked = init(tmp_path / "me.toml", *answers)

    assert len(asked) == 7
    assert hint in asked[place + 1]
    assert ana.running.weekly_km == 30


def test_what_applies_is_written_into_the_screening(tmp_path: Path) -> None:
    ana, _ = init(tmp_path / "me.toml", *ANSWERS[:-1], "symptoms, bone_stress_injury")

    assert ana.health.screening.symptoms
    assert ana.health.screening.bone_stress_injury is not None
    assert not ana.health.screening.pregnant


@pytest.mark.parametrize("answered", range(6))
def test_stopping_at_any_question_leaves_no_file(tmp_path: Path, answered: int) -> None:
    ask, _ = answering(*ANSWERS[:answered])

    with pytest.raises(BadInput, match="nothing was written"):
        run([str(tmp_path / "me.toml"), "--today", str(TODAY)], ask=ask)

    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_an_example_is_written_and_the_next_command_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["--yes", "--today", str(TODAY)]) == 0

    someone_else = read_athlete((tmp_path / "athlete.toml").read_text("utf-8"), today=TODAY)
    assert someone_else.goal.date == date(2027, 3, 14)
    assert capsys.readouterr().out.splitlines()[-1] == "Next: dovetail plan athlete.toml"


@pytest.mark.parametrize("today", [date(2027, 2, 28), date(2028, 2, 29), date(2030, 12, 31)])
def test_the_example_can_be_read_on_any_day(today: date) -> None:
    assert read_athlete(commented(someone(today), file="a.toml"), today=today).level


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    file.write_text("mine")
    ask, asked = answering(*ANSWERS)

    with pytest.raises(BadInput, match="is there already"):
        run([str(file)], ask=ask)

    assert (file.read_text(), asked) == ("mine", [])


def test_a_missing_folder_is_told_before_any_question(tmp_path: Path) -> None:
    ask, asked = answering(*ANSWERS)

    with pytest.raises(BadInput, match="no folder"):
        run([str(tmp_path / "no" / "me.toml")], ask=ask)

    assert asked == []


def test_a_strange_file_name_cannot_break_the_file(tmp_path: Path) -> None:
    init(tmp_path / "a\nb.toml", *ANSWERS)


def test_the_file_explains_every_key() -> None:
    text = commented(someone(TODAY), file="a.toml")
    sections = {
        f"{name}.": field.hint
        for name in SECTIONS
        if name and "." not in name
        for field in document_fields(Athlete)
        if field.key == name
    }

    missing = [
        field.key
        for cls in (Athlete, *sections.values(), EnergyQuestions)
        for field in document_fields(cls)
        if not re.search(rf"\b{field.key}\b", text)
    ]
    assert missing == []


def test_every_example_in_the_file_is_true_to_the_format() -> None:
    bare = commented(someone(TODAY), file="a.toml")
    ultra = bare.replace('race = "10k"', 'race = "ultra"')

    everything = re.sub(r"^# (\w+ = )", r"\1", ultra, flags=re.MULTILINE)
    everything = everything.replace('time = "52:00"  ', 'time = "9:52:00"  ', 1)

    athlete = read_athlete(everything, today=TODAY)
    assert athlete.strength.places == {"gym": ("full_gym",)}
    assert athlete.goal.km == 80
