"""The words of a reader that is not content: what is wrong with a value, and what would do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, time

from dovetail.domain.errors import Place, Problem
from dovetail.domain.fields import Between

_SHOWN_AT_MOST = 40
_HUGE = 10**15


def shown(value: object) -> str:
    """Show a value as it was written, shortened.

    >>> shown("x" * 100), shown(3.5), shown({"a": 1}), shown([1])
    ('"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…', '3.5', 'a table', 'a list')
    """
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int) and abs(value) >= _HUGE:
        return "a very large number"
    if isinstance(value, float):
        return f"{value:.10g}"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN_AT_MOST else text[:_SHOWN_AT_MOST] + "…"


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that was probably meant."""
    from difflib import get_close_matches  # costs 5 ms, and only mistakes need it

    folded = {known.casefold(): known for known in words}
    found = get_close_matches(word.casefold()[:_SHOWN_AT_MOST], list(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def choice(word: str, words: Iterable[str]) -> str:
    """Say which words there are, the probable one first."""
    known = list(words)
    meant = nearest(word, known)
    first = f'Did you mean "{meant}"? ' if meant else ""
    return f"{first}Known are: {', '.join(known)}."


def missing_key(key: str, at: str) -> Problem:
    """Say that a compulsory key is not there."""
    return Problem(
        code="missing-key",
        problem=f"{_called(at)} has no {key}, and it is needed.",
        hint=f"Add {key}.",
        place=Place(key=f"{at}.{key}" if at else key),
    )


def unknown_key(key: str, at: str, known: Iterable[str]) -> Problem:
    """Say that a key means nothing here."""
    return Problem(
        code="unknown-key",
        problem=f"{_called(at)} has no key {shown(key)}.",
        hint=choice(key, known),
        place=Place(key=f"{at}.{key}" if at else key),
    )


def wrong_type(value: object, at: str, wanted: str) -> Problem:
    """Say that a value is of another kind than asked for."""
    return Problem(
        code="wrong-type",
        problem=f"{at or 'The document'} is {kind_of(value)}, not {wanted}: {shown(value)}.",
        hint=f"Write {wanted}.",
        place=Place(key=at or None),
    )


def unknown_word(word: str, at: str, words: Iterable[str]) -> Problem:
    """Say that a word is not of the vocabulary."""
    return Problem(
        code="unknown-word",
        problem=f"{at} does not know {shown(word)}.",
        hint=choice(word, words),
        place=Place(key=at),
    )


def out_of_range(value: float, at: str, between: Between) -> Problem:
    """Say that a number cannot be true, with the range and its unit."""
    unit = f" ({between.unit})" if between.unit else ""
    return Problem(
        code="out-of-range",
        problem=f"{at} cannot be {shown(value)}.",
        hint=f"Write a number from {between.low:g} to {between.high:g}{unit}.",
        place=Place(key=at),
    )


def bad_form(value: object, at: str, like: str) -> Problem:
    """Say that a text does not have its form."""
    return Problem(
        code="bad-form",
        problem=f"{at} cannot be {shown(value)}.",
        hint=f"Write it like {like}.",
        place=Place(key=at),
    )


def kind_of(value: object) -> str:
    """Name the kind of a value in a reader's words.

    >>> kind_of(True), kind_of(1), kind_of("a"), kind_of(None)
    ('true or false', 'a number', 'text', 'nothing')
    """
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return name
    return "nothing" if value is None else "something else"


_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "text"),
    ((list, tuple), "a list"),
    (dict, "a table"),
    (date, "a date"),
    (time, "a time of day"),
)


def _called(at: str) -> str:
    return at or "The document"
