"""Four years of letters stand as they were read: every Sunday of four golden people.

Living a year costs some ten seconds, so `make test` lives the first half of one (a race, an
illness and two silent weeks are in it) and the first weeks of the others, and `make soak` all
four whole. What can be asked of the kept text alone is asked of all of it here; and no year is
written by `keep_years` in which something does not hold.
"""

from __future__ import annotations

import re
from difflib import unified_diff

import pytest
from tests.review.year_holds import MOST_WORDS, wrong_with
from tests.review.year_lived import WEEKS, letters_of, year_text
from tests.review.year_story import NAMES, READINGS, YEARS, story_of

LIVED_HERE = {"first-10k": 26, "marathon-masters": 6, "marathon-sub-3": 6, "run-walk-5k": 6}
"""How many weeks of each year are lived here."""
LEAST_EVENTS, LEAST_LINES = 8, 10
IN_A_ROW = 4
"""So many letters never close with the same words."""
SHOWN = 24
WINCES = re.compile(
    r"none (?:strength|runs)|\b0 km|\b(?:one|1) (?:runs|sessions|days|weeks)\b|!|\{|letter_"
    r"|\bUntil \d|pain \([^)]*\): 0 of 10"
)


def kept(name: str) -> str:
    return (YEARS / f"{name}.txt").read_text("utf-8")


def letters(name: str) -> dict[str, str]:
    """The kept letters by their day, without what stands above them."""
    parts = re.split(r"^=== (\S+) ===$", kept(name), flags=re.MULTILINE)[1:]
    texts = (re.sub(r"^\[.*\]$", "", text, flags=re.MULTILINE) for text in parts[1::2])
    return dict(zip(parts[::2], texts, strict=True))


@pytest.mark.parametrize("name", LIVED_HERE)
def test_the_letters_are_the_ones_that_were_read(name: str) -> None:
    weeks = LIVED_HERE[name]
    now = year_text(name, weeks=weeks).splitlines()
    read = re.split(r"^(?==== )", kept(name), flags=re.MULTILINE)[1 : weeks + 1]

    was = "".join(read).splitlines()[:-1]
    changes = [*unified_diff(was, now, "kept", "now", n=1, lineterm="")]

    assert not changes, "\n".join(
        (*changes[:SHOWN], f"`python -m tests.review.keep_years {name}` writes it; read it")
    )


@pytest.mark.parametrize("name", LIVED_HERE)
def test_every_letter_of_a_year_holds(name: str) -> None:
    wrong = [
        f"{one.on}: {said}"
        for one in letters_of(name, weeks=LIVED_HERE[name])
        for said in wrong_with(one.plan)
    ]

    assert not wrong, "\n".join(wrong[:SHOWN])


@pytest.mark.parametrize("name", NAMES)
def test_a_kept_year_has_a_short_letter_each_sunday(name: str) -> None:
    every = letters(name)

    assert len(every) == WEEKS
    assert max(len(one.split()) for one in every.values()) <= MOST_WORDS + 10  # with its date
    assert [f"{day}: {found}" for day, one in every.items() for found in WINCES.findall(one)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_year_does_not_close_with_the_same_words_month_after_month(name: str) -> None:
    closing = [one.split("One focus.")[1].strip() for one in letters(name).values()]

    rows = zip(*(closing[place:] for place in range(IN_A_ROW)), strict=False)
    assert [row[0] for row in rows if len(set(row)) == 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_race_is_told_by_its_time(name: str) -> None:
    raced = [
        (str(told.get("on", one.first)), told["time"])
        for one in story_of(name).stretches
        for told in one.evening
        if told["kind"] == "race"
    ]

    assert raced
    for day, time in raced:
        told = next(one for sunday, one in letters(name).items() if sunday >= day)
        assert time in told, day


@pytest.mark.parametrize("name", NAMES)
def test_a_year_has_its_story_and_its_reading(name: str) -> None:
    reading = (READINGS / f"{name}.md").read_text("utf-8")

    assert len(story_of(name).stretches) >= LEAST_EVENTS
    assert len(reading.splitlines()) >= LEAST_LINES
    for part in ("The story", "What is good", "What I would still change"):
        assert f"## {part}" in reading


def test_no_kept_year_is_of_nobody() -> None:
    assert {path.stem for path in YEARS.glob("*.txt")} == set(NAMES)
    assert {path.stem for path in READINGS.glob("*.md")} == set(NAMES)
