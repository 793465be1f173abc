"""dovetail predict, as typed on the command line."""

from __future__ import annotations

import json

import pytest

from dovetail.cli.arguments import parse_date
from dovetail.cli.predict import parse_distance, parse_race, run
from dovetail.domain.errors import BadInput
from dovetail.physiology.race_fitness import HALF_KM, MARATHON_KM, MILE_KM

ANA = ["--race", "21.1km=1:45:00", "--weekly-km", "48", "--today", "2027-01-04"]

EXPECTED = """\
From half marathon in 1:45:00 (date not said)
Running 48 km a week
With its date (@2026-10-04), a race of the last six weeks says more.

Distance          Time   Range                 Pace   Model
5 km             22:50   21:28 – 24:12      4:34/km   race fitness
10 km            47:22   44:31 – 50:12      4:44/km   race fitness
half marathon  1:45:00   1:38:42 – 1:51:18  4:59/km   race fitness
marathon       3:54:15   3:34:54 – 4:13:36  5:33/km   runners like you

Marathon
  3:37:50  if everything goes right
  3:54:15  what runners like you did
  Aim for the slower; the range holds four runners in five.

Race fitness 42.6
  easy        5:49 – 6:24/km
  marathon    5:33/km
  half        4:59/km
  threshold   4:50/km
  10k         4:44/km
  5k          4:34/km
  interval    4:27/km
  repetition  4:11/km
"""


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_a_runner_reads_times_ranges_models_and_paces(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, *ANA) == EXPECTED


@pytest.mark.parametrize(
    "argv",
    [
        ANA,
        ["--race", "5k=33:00"],
        ["--race", "half=1:45:00@2026-12-20", "--today", "2027-01-04"],
        ["--race", "half=1:58:00", "--weekly-km", "12"],
        ["--race", "marathon=3:30:00", "--race", "100km=11:00:00", "--weekly-km", "100"],
        ["--race", "10k=40:00", "--race", "half=1:29:00", "--weekly-km", "64.4"],
    ],
)
def test_no_line_is_wider_than_72(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    lines = said(capsys, *argv).splitlines()

    assert max(map(len, lines)) <= 72
    assert all(line == line.rstrip() for line in lines)


def test_a_slow_runner_is_told_to_run_by_feel(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--race", "10k=1:02:00")

    assert "Race fitness 31.0" in out
    assert "run by feel" in out
    assert "threshold" not in out


def test_a_marathon_pace_next_to_easy_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--race", "half=1:52:00", "--weekly-km", "15")

    assert "  marathon    too close to easy: run steadily, effort 5 of 10" in out


def test_without_weekly_km_the_second_time_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--race", "half=1:45:00")

    assert "        –  what runners like you did" in out
    assert "Add --weekly-km" in out


def test_a_marathon_of_ones_own_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--race", "marathon=3:30:00", "--weekly-km", "50")

    assert "  3:30:00  from a marathon of your own" in out


def test_an_ultra_is_named_and_not_used(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, *ANA, "--race", "80km=9:30:00")

    assert "From 80 km in 9:30:00 (date not said; too long to predict from)" in out
    assert "3:54:15" in out


def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(said(capsys, *ANA, "--format", "json"))

    assert answer["schema"] == "dovetail.predict/1"
    assert answer["on"] == "2027-01-04"
    assert answer["races"] == [{"km": HALF_KM, "time_s": 6300, "on": None}]
    assert answer["race_fitness"] == 42.6
    assert answer["paces"]["easy"] == [349, 384]
    assert answer["predictions"][-1] == {
        "km": MARATHON_KM,
        "s": 14055,
        "low_s": 12894,
        "high_s": 15216,
        "model": "vickers-one-race",
        "if_all_goes_right_s": 13070,
        "runners_like_you_s": 14055,
    }


def test_a_dated_race_narrows_the_range(capsys: pytest.CaptureFixture[str]) -> None:
    dated = ["--race", "10k=50:00@2026-12-20", "--today", "2027-01-04", "--format", "json"]

    ten = json.loads(said(capsys, *dated))["predictions"][1]

    assert (ten["low_s"], ten["s"], ten["high_s"]) == (2910, 3000, 3090)


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("10km", 10),
        ("5k", 5),
        ("5", 5),
        ("7.5 km", 7.5),
        ("1500m", 1.5),
        ("10mi", 10 * MILE_KM),
        ("mile", MILE_KM),
        ("half", HALF_KM),
        ("Marathon", MARATHON_KM),
        ("21.1", HALF_KM),
        ("21.0975km", HALF_KM),
        ("13.1mi", HALF_KM),
        ("42.2km", MARATHON_KM),
        ("26.2mi", MARATHON_KM),
        ("21.2km", 21.2),
    ],
)
def test_distances_are_read_as_people_write_them(text: str, km: float) -> None:
    assert parse_distance(text) == pytest.approx(km)


def test_a_race_may_have_a_date() -> None:
    race = parse_race("half=1:45:00@2026-10-04")

    assert (race.km, race.time_s, str(race.on)) == (HALF_KM, 6300, "2026-10-04")


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ([], "bad-arguments"),
        (["--race"], "bad-arguments"),
        (["--nonsense", "1"], "bad-arguments"),
        (["--race", "half=1:45:00", "--format", "xml"], "bad-arguments"),
        (["--race", "half"], "bad-race"),
        (["--race", "half=fast"], "bad-race-time"),
        (["--race", "half=90:00"], "bad-race-time"),
        (["--race", "far=1:45:00"], "bad-distance"),
        (["--race", "0km=1:45:00"], "bad-distance"),
        (["--race", "nankm=1:45:00"], "bad-distance"),
        (["--race", "half=1:45:00@soon"], "bad-date"),
        (["--race", "half=1:45:00@2026-02-30"], "bad-date"),
        (["--race", "half=1:45:00", "--today", "04.01.2027"], "bad-date"),
        (["--race", "half=1:45:00", "--weekly-km", "nan"], "bad-weekly-km"),
        (["--race", "half=1:45:00", "--weekly-km", "301"], "weekly-km-out-of-range"),
        (["--race", "half=1:45"], "faster-than-record"),
        (["--race", "half=0:00"], "not-a-race"),
        (["--race", "5k=1:40:01"], "slower-than-a-walk"),
        (["--race", "80km=9:30:00"], "no-usable-race"),
        (["--race", "half=1:45:00@2027-01-05", "--today", "2027-01-04"], "race-in-the-future"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_printed(
    capsys: pytest.CaptureFixture[str], argv: list[str], code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        run(argv)

    problem = refused.value.problems[0]
    assert (problem.code, refused.value.exit_status) == (code, 2)
    assert problem.problem.endswith(".")
    assert problem.hint
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("km", ["0", "300"])
def test_any_possible_week_is_taken(capsys: pytest.CaptureFixture[str], km: str) -> None:
    assert "what runners like you did" in said(capsys, "--race", "half=1:45:00", "--weekly-km", km)


@pytest.mark.parametrize("text", ["20261004", "2026-W40-1", "2026-13-01", "", " 2026-10-04"])
def test_only_one_form_of_date_is_read(text: str) -> None:
    with pytest.raises(BadInput):
        parse_date(text)
