"""The reference of typed plans: its examples are read whole, its titles mean what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dovetail.content.sentences import read_sentences
from dovetail.explaining.speaker import Speaker
from dovetail.formats.typed.door import typed_of
from dovetail.formats.typed.summary import paragraphs
from dovetail.formats.typed.titles import meanings_of

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "typed-plans.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(text|csv)\n(.*?)^```$", PAGE, re.M | re.S)
TITLES = re.findall(r"^\| (`[^|]*`) \| ([^|]*) \|$", PAGE.split("## Titles")[1], re.M)
DISCIPLINES = {
    "strength": "strength",
    "core strength": "strength",
    "mobility": "mobility",
    "rest;": "rest",
    "another sport": "other",
    "a race": "race",
}


@pytest.mark.parametrize("block", BLOCKS[:-1])
def test_an_example_is_understood_whole(block: tuple[str, str]) -> None:
    plan = typed_of(block[1], suffix="." + block[0].replace("text", "txt"))

    assert len(plan.sessions) >= 3
    assert plan.not_understood == ()


@pytest.mark.parametrize("row", TITLES)
def test_a_title_is_what_the_table_says(row: tuple[str, str]) -> None:
    meant = next((one for said, one in DISCIPLINES.items() if row[1].startswith(said)), "run")

    for title in re.findall(r"`([^`]*)`", row[0]):
        assert [one.discipline for one in meanings_of(title, "mi")] == [meant]


def test_what_it_says_is_what_is_shown() -> None:
    week = "Tue: 5 km\nThu: 5 km\nSun: 8 km\n"
    plan = typed_of(f"Week 1\n{week}Sat: rest\nWeek 2\n{week}Sat: dentist\n", suffix=".txt")

    said = paragraphs(plan, Speaker(read_sentences()))

    assert "\n\n".join(said) + "\n" == BLOCKS[-1][1]
