"""Sets in one line: `goblet-squat 3x8 20kg rir 2` is three sets of a strength session."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dovetail.domain.errors import BadInput, Problem

_AMOUNT = re.compile(r"(?:(\d{1,2})\s*[x×*]\s*)?(\d+(?:\.\d+)?)(s|m)?")
_LOAD = re.compile(r"(\d+(?:\.\d+)?)kg")
_SIDES = ("left", "right", "both")
_BANDS = ("light", "medium", "heavy")
_FORMS = ("clean", "broke")
SETS_AT_MOST = 30


def sets_in(line: str) -> list[dict[str, object]]:
    """Read one line of sets, as the document has them.

    >>> sets_in("plank 2x45s")
    [{'exercise': 'plank', 'seconds': 45}, {'exercise': 'plank', 'seconds': 45}]
    """
    words = re.sub(r"(\d)\s+kg\b", r"\1kg", line.strip().lower()).split()
    if not words:
        raise _bad("There is no exercise.", line)
    one: dict[str, object] = {"exercise": words.pop(0)}
    times = 0
    while words:
        word = words.pop(0)
        if (amount := _AMOUNT.fullmatch(word)) is not None and not times:
            times = int(amount[1] or 1)
            key = {"s": "seconds", "m": "metres"}.get(amount[3] or "", "reps")
            one[key] = _number(amount[2])
        elif (load := _LOAD.fullmatch(word)) is not None:
            one["load_kg"] = _number(load[1])
        elif (name := re.match(r"(rir|pain)", word)) is not None:
            rest = word[len(name[1]) :].lstrip("=") or (words.pop(0) if words else "")
            one[name[1]] = _rated(rest, line)
        else:
            one |= _told(word, line)
    if not 0 < times <= SETS_AT_MOST:
        raise _bad("There is no amount of sets and repetitions.", line)
    return [dict(one) for _ in range(times)]


def _told(word: str, line: str) -> Mapping[str, object]:
    for key, known in (("side", _SIDES), ("band", _BANDS), ("form", _FORMS)):
        if word in known:
            return {key: word}
    raise _bad(f"{word!r} means nothing here.", line)


def _rated(text: str, line: str) -> float:
    if re.fullmatch(r"\d+(?:\.\d+)?", text) is None:
        raise _bad("After rir or pain comes a number from 0 to 10.", line)
    return _number(text)


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def _bad(problem: str, line: str) -> BadInput:
    return BadInput(
        Problem(
            code="bad-set",
            problem=f"{problem[:-1]} in the set {line[:60]!r}.",
            hint="Write an exercise, sets x repetitions, then load, reserve, side, form or pain, "
            "as in: goblet-squat 3x8 20kg rir 2; side-plank 2x30s left broke.",
        )
    )
