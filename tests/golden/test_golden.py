"""The twelve seasons stand as they were read: a changed season wants a new reading."""

from __future__ import annotations

import re
from difflib import unified_diff

import pytest
from tests.golden.twelve import READINGS, SEASONS, TWELVE, digest, read_digest, text_of

SHOWN = 20
LEAST_WORDS = 25
PARTS = ("What is good", "What I would change")


@pytest.mark.parametrize("name", TWELVE)
def test_the_season_is_the_one_that_was_kept(name: str) -> None:
    kept = (SEASONS / f"{name}.txt").read_text("utf-8")
    now = text_of(name)

    changes = [*unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", n=1, lineterm="")]

    assert not changes, "\n".join(
        (*changes[:SHOWN], "make golden writes it; read it, and change its reading")
    )


@pytest.mark.parametrize("name", TWELVE)
def test_the_reading_is_of_the_season_that_is_kept(name: str) -> None:
    kept = (SEASONS / f"{name}.txt").read_text("utf-8")

    assert read_digest(name) == digest(kept)


@pytest.mark.parametrize("name", TWELVE)
def test_a_reading_says_what_is_good_and_what_to_change(name: str) -> None:
    text = (READINGS / f"{name}.md").read_text("utf-8")

    for part in PARTS:
        said = re.split(rf"^## {part}$", text, flags=re.MULTILINE)[-1].split("\n## ")[0]
        assert f"## {part}" in text, part
        assert len(said.split()) >= LEAST_WORDS, f"{part} says little"


def test_no_kept_season_or_reading_is_of_nobody() -> None:
    kept = {path.stem for home in (SEASONS, READINGS) for path in home.iterdir()}

    assert kept == set(TWELVE)
