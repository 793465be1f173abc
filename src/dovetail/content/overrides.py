"""A coach's own numbers: a second file of the shape of principles.toml, strictly read.

An entry needs only its `value`; of a table only the keys that differ. It may say its own `why`.
What is not said stays as it comes with Dovetail, and so do unit, range and source always.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dovetail.content.principles import FILE
from dovetail.content.tables import fingerprint, fingerprint_of, tables
from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.principles import Principle, Principles, Value

THEIRS = ("value", "why")
OURS = ("unit", "range", "source")
FACTOR = 4
"""How far a number without a range of its own may go: to a quarter, to four times ours.

It is there for slips, such as 110 where a share is 1.10; it is no advice.
"""
_SHOWN_AT_MOST = 40


def overridden(rows: Mapping[str, object], ours: Principles) -> Principles:
    """Return our principles with a coach's values; all that is wrong is said at once."""
    reader = _Reader()
    entries, changed = dict(ours.entries), dict(ours.overrides)
    for name, row in rows.items():
        told = reader.entry(name, row, ours)
        if told is None:
            continue
        if told.value != ours.entries[name].value:
            changed[name] = told.value
        entries[name] = told
    if reader.problems:
        raise BadInput(*reader.problems)
    return Principles(entries, overrides=changed)


def fingerprint_with(overrides: Mapping[str, Value]) -> str:
    """Return the fingerprint of the content with a coach's values in it.

    A coach's why decides nothing and is left out.
    """
    if not overrides:
        return fingerprint()
    found = tables()
    ours = found[FILE]
    theirs = {name: {**ours[name], "value": value} for name, value in overrides.items()}
    return fingerprint_of({**found, FILE: {**ours, **theirs}})


@dataclass(slots=True)
class _Reader:
    """Reads a coach's entries against ours, and notes what is wrong with them."""

    problems: list[Problem] = field(default_factory=list)

    def entry(self, name: str, row: object, ours: Principles) -> Principle | None:
        """Read one entry; None when it cannot be used."""
        own = ours.entries.get(name)
        if own is None:
            hint = _choice(name, ours.entries, "`dovetail rules` shows them where they are used.")
            self._say("unknown-principle", f"There is no principle {_quoted(name)}.", hint, name)
        elif not isinstance(row, dict):
            hint = f"Write [{name}], and below it value = …"
            self._say("principle-shape", f"{name} is not a table with a value.", hint, name)
        elif "value" not in row:
            hint = f"Add value; ours is {_shown(own.value)} ({own.unit})."
            self._say("missing-key", f"{name} has no value, and it is needed.", hint, name)
        else:
            self._check_keys(name, row, own)
            value = self._merged(own.value, row["value"], f"{name}.value", own)
            return replace(own, value=value, why=str(row.get("why", own.why)))
        return None

    def _check_keys(self, name: str, row: Mapping[str, object], own: Principle) -> None:
        kept = {"unit": own.unit, "range": [own.low, own.high], "source": own.source}
        for key, told in row.items():
            at = f"{name}.{key}"
            if key not in THEIRS + OURS:
                hint = _choice(key, THEIRS, "An entry has value, and may have why.")
                self._say("unknown-key", f"{name} has no key {_quoted(key)}.", hint, at)
            elif key in OURS and told != kept[key]:
                problem = f"{name} keeps its {key}: {_shown(kept[key])}."
                self._say(
                    "principle-fixed",
                    problem,
                    f"Leave out {key}; only value and why are yours.",
                    at,
                )
            elif key == "why" and not (isinstance(told, str) and told.strip()):
                self._say(
                    "wrong-type",
                    f"{at} must be text.",
                    "Say in a sentence why, or leave it out.",
                    at,
                )

    def _merged(self, ours: Value, told: object, at: str, own: Principle) -> Value:
        """Return our value with a coach's in it, part by part."""
        if isinstance(ours, Mapping):
            return self._table(ours, told, at, own)
        if isinstance(ours, tuple):
            return self._list(ours, told, at, own)
        if isinstance(ours, str):
            return told if isinstance(told, str) else self._shape(ours, at, "text")
        return self._number(ours, told, at, own)

    def _table(self, ours: Mapping[str, Value], told: object, at: str, own: Principle) -> Value:
        if not isinstance(told, dict):
            return self._shape(ours, at, f"a table of {', '.join(ours)}")
        for key in told.keys() - ours.keys():
            hint = _choice(key, ours, "A table keeps its keys; give only those that differ.")
            self._say("unknown-key", f"{at} has no key {_quoted(key)}.", hint, f"{at}.{key}")
        return {
            key: self._merged(part, told[key], f"{at}.{key}", own) if key in told else part
            for key, part in ours.items()
        }

    def _list(self, ours: tuple[Value, ...], told: object, at: str, own: Principle) -> Value:
        if not isinstance(told, list) or len(told) != len(ours):
            return self._shape(ours, at, f"a list of {len(ours)}")
        before = len(self.problems)
        parts = zip(ours, told, strict=True)
        found = tuple(
            self._merged(part, one, f"{at}[{place}]", own)
            for place, (part, one) in enumerate(parts, 1)
        )
        in_order = not _direction(ours) or _direction(ours) & _direction(found)
        if len(self.problems) == before and not in_order:
            word = "rise" if 1 in _direction(ours) else "fall"
            hint = f"Ours is {_shown(ours)}; put yours in the same order."
            self._say("principle-order", f"The numbers of {at} must {word}.", hint, at)
        return found

    def _number(self, ours: float, told: object, at: str, own: Principle) -> Value:
        if isinstance(told, bool) or not isinstance(told, int | float) or not math.isfinite(told):
            return self._shape(ours, at, "a number")
        low, high = _range(ours, own)
        if not low <= told <= high:
            problem = f"{at} cannot be {_shown(told)}."
            hint = f"Give {_shown(low)} to {_shown(high)} ({own.unit}); ours is {_shown(ours)}."
            self._say("principle-out-of-range", problem, hint, at)
        return int(told) if isinstance(told, float) and told.is_integer() else told

    def _shape(self, ours: Value, at: str, wanted: str) -> Value:
        self._say("principle-shape", f"{at} must be {wanted}.", f"Ours is {_shown(ours)}.", at)
        return ours

    def _say(self, code: str, problem: str, hint: str, at: str) -> None:
        place = Place(key=at)
        self.problems.append(Problem(code=code, problem=problem, hint=hint, place=place))


def _range(ours: float, own: Principle) -> tuple[float, float]:
    """Return what makes sense: the principle's own range, or ours four times up and down."""
    if own.low is not None and own.high is not None:
        return own.low, own.high
    return (ours / FACTOR, ours * FACTOR) if ours else (0, FACTOR)


def _direction(numbers: tuple[Value, ...]) -> frozenset[int]:
    """Return 1 when the numbers never fall and -1 when they never rise; equal ones do both."""
    steps = [
        one - before
        for before, one in pairwise(numbers)
        if isinstance(before, int | float) and isinstance(one, int | float)
    ]
    rising, falling = all(step >= 0 for step in steps), all(step <= 0 for step in steps)
    return frozenset(sign for sign, holds in ((1, rising), (-1, falling)) if holds)


def _choice(word: str, words: Iterable[str], otherwise: str) -> str:
    from difflib import get_close_matches  # only mistakes need it

    meant = get_close_matches(word[:_SHOWN_AT_MOST], list(words), n=1)
    return f'Did you mean "{meant[0]}"? {otherwise}' if meant else otherwise


def _quoted(word: str) -> str:
    return f'"{word if len(word) <= _SHOWN_AT_MOST else word[:_SHOWN_AT_MOST] + "…"}"'


def _shown(value: object) -> str:
    """Write a value as TOML does, shortened."""
    text = "".join(_pieces(value))
    return text if len(text) <= 2 * _SHOWN_AT_MOST else text[: 2 * _SHOWN_AT_MOST] + "…"


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key} = {''.join(_pieces(part))}" for key, part in value.items())
        yield f"{{ {inside} }}"
    elif isinstance(value, tuple | list):
        yield f"[{', '.join(''.join(_pieces(part)) for part in value)}]"
    elif isinstance(value, int | float):
        yield f"{value:.10g}" if abs(value) < 1e15 else "a very large number"
    else:
        yield str(value)
