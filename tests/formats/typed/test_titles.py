"""Titles as people type them: read right, or said not to be understood."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.typed.titles_told import same, told

from dovetail.content.library import read_library
from dovetail.domain.typed_plan import Meaning, Unit
from dovetail.formats.typed.exercises import HEAVY, OTHERS
from dovetail.formats.typed.titles import meanings_of
from dovetail.formats.typed.words import PHRASES

TABLE = Path(__file__).with_name("titles.toml")
AT_LEAST, UNDERSTOOD = 300, 0.95
UNITS: dict[str, Unit | None] = {"none": None, "km": "km", "mi": "mi"}
WORDS = sorted({word for phrase in PHRASES for word in phrase})
PIECES = st.sampled_from(
    [*WORDS, "6", "8", "x", "400", "10", "5-6", "km", "mi", "m", "min", "s", "@", "+", ",", "(",
     ")", "/", "-", ":", "w/", "5k", "1:30", "squats", "zog"]
)  # fmt: skip


def titles() -> Iterator[tuple[str, Unit | None, str]]:
    for unit, rows in tomllib.loads(TABLE.read_text("utf-8")).items():
        for title, meant in rows.items():
            yield title, UNITS[unit], meant


def the(title: str, unit: Unit | None = None) -> Meaning:
    """Read a title that asks one session."""
    (found,) = meanings_of(title, unit)
    return found


@pytest.mark.parametrize(("title", "unit", "meant"), list(titles()))
def test_a_title_is_never_misread(title: str, unit: Unit | None, meant: str) -> None:
    assert told(meanings_of(title, unit)) in (meant, same(meant), "none")


def test_nearly_every_title_of_training_is_understood() -> None:
    every = list(titles())
    training = [(title, unit) for title, unit, meant in every if meant != "none"]
    understood = [one for one in training if meanings_of(*one)[0].understood]

    assert len(every) >= AT_LEAST
    assert len(understood) >= UNDERSTOOD * len(training)


def test_what_is_not_told_stays_open() -> None:
    found = the("Intervals 5 x 3 min")

    assert (found.km, found.minutes, found.intensity) == (None, None, None)
    assert (found.reps, found.quality_min, found.quality_km) == (5, 15, None)


def test_miles_are_kept_in_km_and_remembered_as_miles() -> None:
    found = the("12 w/ 8 at MP", "mi")

    assert found.km == pytest.approx((19.312, 19.312), abs=0.001)
    assert found.quality_km == pytest.approx(12.875, abs=0.001)
    assert found.unit == "mi"


def test_a_word_that_nobody_knows_is_named() -> None:
    assert the("8 km easy around the lake").unsure == ("lake",)
    assert the("Kayak 10 km").unsure == ("Kayak",)
    assert not the("Kayak 10 km").understood


def test_every_exercise_is_in_the_library_and_tires_the_legs_as_it_says() -> None:
    library = read_library().exercises

    assert {*HEAVY, *OTHERS} - set(library) == set()
    assert {key for key in HEAVY if library[key].tires != "heavy"} == set()
    assert {key for key in OTHERS if library[key].tires == "heavy"} == set()


@given(st.text(max_size=120))
def test_any_text_is_answered_the_same_twice(text: str) -> None:
    assert meanings_of(text) == meanings_of(text)


@given(st.lists(PIECES, max_size=12), st.sampled_from(list(UNITS.values())))
def test_any_row_of_known_words_is_answered(pieces: list[str], unit: Unit | None) -> None:
    found = meanings_of(" ".join(pieces), unit)

    assert found
    for one in found:
        assert one.km is None or 0 <= one.km[0] <= one.km[1]
        assert one.minutes is None or 0 <= one.minutes[0] <= one.minutes[1]
        assert all(part.times >= 1 for part in one.parts)
