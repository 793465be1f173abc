"""What the tests of every family of rules share: their cases, their words, and their numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.decision import Fact, Reason
from dovetail.domain.principles import Principles, Value
from dovetail.explaining.sentences import Form
from dovetail.explaining.speaker import Speaker

WORD_KEY = re.compile(r"\{|\b[a-z_]+\.[a-z_]+\b")
"""A slot, or a word that nobody looked up."""
HERE = Path(__file__).parent / "cases"
OURS = read_library().principles
Case = Mapping[str, Any]
Keys = tuple[str | int, ...]
"""Where a number of a principle stands."""


def tables(path: Path) -> Mapping[str, Any]:
    """Read a file of cases."""
    return tomllib.loads(path.read_text("utf-8"))


def every_case(codes: Iterable[str]) -> Iterator[tuple[str, str, Case]]:
    """Yield the cases of these rules: the code, the name, and what is told."""
    for code in codes:
        for name, case in tables(HERE / f"{code}.toml").items():
            yield code, name, case


def named_cases(codes: Iterable[str]) -> list[Any]:
    """The same for pytest: a code and a case."""
    return [pytest.param(code, case, id=f"{code}-{name}") for code, name, case in every_case(codes)]


def unread(code: str, facts: Mapping[str, Fact], forms: Sequence[Form]) -> list[str]:
    """The sentences of a rule that nobody could read: empty, or with a hole in them."""
    speaker = Speaker(read_sentences("en"))
    said = [speaker.reason(Reason(code, facts), form) for form in forms]
    return [text for text in said if not text or WORD_KEY.search(text)]


# -- the numbers -------------------------------------------------------------------------


def nudges(names: Iterable[str]) -> list[Any]:
    """For pytest, every number of these principles moved a little, either way."""
    return [
        pytest.param(name, keys, up, id=f"{name}-{'-'.join(map(str, keys))}{up:+d}")
        for name in sorted(set(names))
        for keys in numbers_of(OURS.entries[name].value)
        for up in (1, -1)
    ]


def ours_with(name: str, keys: Keys, up: int) -> Principles:
    """Our principles with one number moved a little."""
    entry = OURS.entries[name]
    return Principles({**OURS.entries, name: replace(entry, value=nudged(entry.value, keys, up))})


def numbers_of(value: Value, *keys: str | int) -> Iterator[Keys]:
    """Yield where the numbers of a principle stand."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from numbers_of(part, *keys, key)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from numbers_of(part, *keys, place)
    else:
        yield keys


def nudged(value: Value, keys: Keys, up: int) -> Value:
    """Move one number by one, or by a tenth where it is no whole one."""
    if not keys:
        assert isinstance(value, int | float)
        return value + up if value == round(value) else round(value * (1 + up / 10), 4)
    head, *rest = keys
    if isinstance(value, Mapping):
        return {**value, str(head): nudged(value[str(head)], tuple(rest), up)}
    assert isinstance(value, tuple)
    return tuple(
        nudged(part, tuple(rest), up) if place == head else part for place, part in enumerate(value)
    )
