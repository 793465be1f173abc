"""Race week on a page: what the plan holds, by the clock, and no pace for who runs by feel."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.planning.race_people import LEVELS, RACES, STARTS, race_of, runner
from tests.seasons import Season

from dovetail.cli import why as cli_why
from dovetail.domain.athlete import Level, RaceName
from dovetail.domain.session import Session
from dovetail.formats.plan_text import plan_text
from dovetail.formats.race_week_text import RaceWeekText

EVERYBODY = [(race, level, start, on) for race in RACES for level in LEVELS for start, on in STARTS]
everybody = pytest.mark.parametrize(("race", "level", "start", "on"), EVERYBODY)
SUNDAY = STARTS[2]


def page(season: Season, width: int = 400) -> list[str]:
    """Write the page, by default so wide that every row is one line."""
    writer = RaceWeekText(season.say, width, width >= 64)
    return writer.lines(season.plan.weeks, race_of(season))


def unwrapped(season: Season) -> str:
    """Return the page with its rows put together again."""
    return re.sub(r"\n {8,}", " ", "\n".join(page(season)))


def on_day(season: Season, ahead: int) -> Sequence[Session]:
    day = race_of(season).date - timedelta(days=ahead)
    return [session for session in season.sessions if session.date == day]


FASTER = ("hills", "threshold", "interval", "repetition", "race_pace")


def row_of(season: Season, ahead: int) -> str:
    day = season.say.measures.short_date(race_of(season).date - timedelta(days=ahead))
    return next(line for line in unwrapped(season).splitlines() if f" {day} " in line)


@everybody
def test_the_days_before_hold_what_is_planned_and_nothing_else(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    season = runner(race, level, start, on)

    for ahead in range(6, 0, -1):
        titles = [season.say.title(session) for session in on_day(season, ahead)]
        assert f"  {', then '.join(titles)}." in row_of(season, ahead)


@everybody
def test_after_the_word_of_no_more_strength_there_is_none(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    season = runner(race, level, start, on)
    quiet = row_of(season, 3)

    lifted = [s for ahead in (1, 2) for s in on_day(season, ahead) if s.discipline == "strength"]
    assert lifted == []
    today = any(session.discipline == "strength" for session in on_day(season, 3))
    assert ("After it no more strength" in quiet) == today
    assert ("From now on no strength" in quiet) != today


@everybody
def test_the_last_faster_running_is_named_once_and_is_the_last(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    season = runner(race, level, start, on)
    named = [ahead for ahead in range(6, 0, -1) if "last faster" in row_of(season, ahead)]
    fast = [a for a in range(6, 0, -1) if any(s.kind in FASTER for s in on_day(season, a))]

    assert named == fast[-1:]


@everybody
def test_the_race_morning_runs_forward_to_the_start(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    times = re.findall(r"^  (\d\d:\d\d) ", "\n".join(page(runner(race, level, start, on))), re.M)

    assert times == sorted(times)
    assert times[-1] == start
    assert len(times) >= 5


@everybody
def test_who_runs_by_feel_reads_no_pace_and_no_split(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    season = runner(race, level, start, on)
    text = unwrapped(season)
    paced = re.findall(r"/km|/mi|\d:\d\d:\d\d|Splits", text)

    if level == "beginner":
        assert re.findall(r"/km|/mi|%|\bpace\b|WBGT|Splits|\d:\d\d:\d\d", text) == []
    elif race == "ultra":
        assert paced == []
    else:
        assert "/km" in paced
        assert "Splits" in paced


@everybody
def test_the_days_after_hold_what_is_planned(
    race: RaceName, level: Level, start: str, on: date
) -> None:
    season = runner(race, level, start, on)
    after = unwrapped(season).split("After the race")[1]
    first = race_of(season).date
    busy = [s for s in season.sessions if 0 < (s.date - first).days <= 7 and s.discipline != "rest"]

    assert [s.id for s in busy if season.say.title(s) not in after] == []
    if race != "5k":
        assert [s.id for s in busy if (s.date - first).days == 1] == []
        assert "Rest" in after


@pytest.mark.parametrize("width", range(36, 121, 7))
@pytest.mark.parametrize("race", RACES)
def test_no_line_is_wider_than_asked(race: RaceName, width: int) -> None:
    lines = [line for level in LEVELS for line in page(runner(race, level, *SUNDAY), width)]

    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []


def test_an_evening_race_asks_for_no_alarm_and_a_light_meal() -> None:
    text = unwrapped(runner("10k", "advanced", *STARTS[1]))

    assert "alarm" not in text
    assert "15:30" in text
    assert "light meal" in text


def test_the_page_stands_under_race_week_and_in_the_answer_to_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    season = runner("half", "advanced", *SUNDAY)
    race = race_of(season)

    def shown(today: date, *, everything: bool = False) -> str:
        return plan_text(season.plan, say=season.say, width=80, today=today, everything=everything)

    assert "Race week, day by day" not in shown(season.today)
    assert "Race week, day by day" in shown(race.date - timedelta(days=3))
    assert shown(season.today, everything=True).count("Race week, day by day") == 1
    plan = tmp_path / "plan.json"
    plan.write_text(season.text, "utf-8")
    cli_why.run([str(plan), race.id, "--width", "80"])
    assert "Race day by the clock" in capsys.readouterr().out
