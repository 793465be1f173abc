"""Bad input on the command line: one screen on stderr, exit status 2, nothing on stdout."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from dovetail.cli.main import guarded, printable
from dovetail.domain.errors import BadInput, NoLegalPlan, Place, Problem, Referral, WayOut, Wish
from dovetail.site.entry import COMMANDS, main

GOOD = """\
born = 1986-05-02
level = "intermediate"
[goal]
race = "10k"
date = 2027-03-14
[running]
weekly_km = 30
longest_km = 12
[availability]
monday = 80
sunday = 140
"""
SCREEN_LINES, SCREEN_COLUMNS = 24, 300


def plan(capsys: pytest.CaptureFixture[str], file: Path, *more: str) -> str:
    """Plan with a bad file and return what is on stderr."""
    status = main(["plan", str(file), "--today", "2026-11-20", *more])

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    return err


BAD_TEXTS = {
    "an unknown key": ("weekly_km = 30", "weekly_km = 30\nweekly_miles = 3", "unknown-key", 8),
    "a wrong type": ("weekly_km = 30", 'weekly_km = "lots"', "wrong-type", 7),
    "a race in the past": ("2027-03-14", "2026-03-14", "race-in-the-past", 5),
    "a world record": ("[running]", 'time = "0:25:00"\n[running]', "faster-than-record", 6),
    "a negative distance": ("longest_km = 12", "longest_km = -12", "out-of-range", 8),
    "25 hours in a day": ("monday = 80", "monday = { am = 800, pm = 700 }", "hours-in-a-day", 10),
    "1500 minutes": ("monday = 80", "monday = 1500", "out-of-range", 10),
    "no day": ("monday = 80\nsunday = 140", "monday = 0", "no-available-day", 9),
    "no TOML": ("[goal]", "[goal", "bad-toml", 3),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_bad_athlete_file_is_told_with_file_and_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, code, line = BAD_TEXTS[name]
    file = tmp_path / "me.toml"
    assert old in GOOD
    file.write_text(GOOD.replace(old, new))

    first, place, hint, last = plan(capsys, file).splitlines()

    assert first.startswith("Error: ")
    assert place.startswith(f"  at {file}:{line}")
    assert hint.startswith("  hint: ")
    assert last == f"  [{code}]"


def test_what_is_no_file_is_told_on_one_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "junk").write_bytes(bytes(range(256)))
    (tmp_path / "broken").write_bytes(b"name = 'M\xfcller'\n")
    with (tmp_path / "huge").open("wb") as handle:
        handle.truncate(4 * 1024**3)

    codes = {
        name: plan(capsys, tmp_path / name).splitlines()[-1].strip()
        for name in ("junk", "broken", "huge", "", "missing")
    }

    assert codes == {
        "junk": "[not-text]",
        "broken": "[not-utf-8]",
        "huge": "[too-large]",
        "": "[is-a-folder]",
        "missing": "[no-such-file]",
    }


def test_every_error_fits_on_one_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "me.toml"
    file.write_bytes(b"x" * 5000 + b" = " + b"[" * 5000)

    lines = plan(capsys, file).splitlines()

    assert len(lines) <= SCREEN_LINES
    assert max(map(len, lines)) <= SCREEN_COLUMNS


def test_of_many_problems_twenty_are_shown_and_the_rest_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "me.toml"
    file.write_text("\n".join(f"wrong_{n} = 1" for n in range(25)) + "\n" + GOOD)

    shown = plan(capsys, file)

    assert shown.count("Error: ") == 20
    assert shown.splitlines()[-1] == "and 5 more"


def test_a_program_gets_one_json_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "me.toml"
    file.write_text(GOOD.replace("weekly_km = 30", "weekly_km = -1\nfoo = 1"))

    error = json.loads(plan(capsys, file, "--format", "json"))["error"]

    assert error["code"] == "out-of-range"
    assert error["place"] == {"file": str(file), "line": 7, "key": "running.weekly_km"}
    assert (error["clash"], error["ways_out"]) == ([], [])
    assert [other["code"] for other in error["others"]] == ["unknown-key"]
    assert error["hint"]


PROBLEM = Problem(code="a-code", problem="It is so.", hint="Do this.", place=Place(key="goal.race"))


def failing(error: Exception) -> int:
    def command(argv: Sequence[str]) -> int:
        raise error

    return guarded(command, [])


def test_a_clash_is_told_with_its_ways_out(capsys: pytest.CaptureFixture[str]) -> None:
    clash = NoLegalPlan(
        PROBLEM,
        clash=[Wish(wish="long run on Sunday", why="must")],
        ways_out=[WayOut(give_up=("Sunday",), proven=True)],
    )

    assert failing(clash) == 3
    assert capsys.readouterr().err.splitlines() == [
        "Error: It is so.",
        "  at [goal.race]",
        "  hint: Do this.",
        "  clash: long run on Sunday (must)",
        "  way out: Sunday (a plan was made this way)",
        "  [a-code]",
    ]


def test_each_kind_of_error_has_its_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(BadInput(PROBLEM)) == 2
    assert failing(Referral(PROBLEM)) == 4
    assert failing(KeyboardInterrupt()) == 130  # type: ignore[arg-type]
    assert capsys.readouterr().out == ""


def test_a_bug_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        failing(ZeroDivisionError())


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert printable("a\x1b[2J\x9b\n×") == "a\\x1b[2J\\x9b\\n×"


def test_an_unknown_command_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["plen"]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert "Did you mean plan?" in err


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_the_front_page_names_every_command_and_the_first_step(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 0

    page = capsys.readouterr().out
    assert all(f"dovetail {name}" in page for name in COMMANDS)
    assert "dovetail init" in page
    assert len(page.splitlines()) <= 16


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([name, "--help"])

    assert leaving.value.code == 0
    assert f"dovetail {name}" in capsys.readouterr().out


def test_the_front_page_imports_next_to_nothing() -> None:
    code = "import sys; from dovetail.site.entry import main; main([]); print(*sys.modules)"

    modules = _python(code).splitlines()[-1].split()

    assert [name for name in modules if name.startswith("dovetail")] == [
        "dovetail",
        "dovetail.site",
        "dovetail.site.entry",
    ]
    assert {"argparse", "json", "dataclasses", "inspect", "tomllib"}.isdisjoint(modules)


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    piped = "dovetail predict --race 10km=52:30".replace(
        "dovetail", f"{sys.executable} -m dovetail"
    )

    done = subprocess.run(
        ["sh", "-c", f"{piped} | true"], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""


def _python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
