"""Signals as a coach writes them in a case file, and what is left of the day in words.

A day is `today`, `yesterday` or `3 days ago`. What was told of a place or a run stands behind it:
`yesterday 6, morning 3, limp`; `8 clean runs up to 4 days ago` stand two days apart. What a gate
leaves is a list such as
`easy only, runs 75 %, strength less, no hops, light legs, no growth`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dovetail.content.library import read_library
from dovetail.domain.easing import NO_BREAKS, NO_CAP_KM, NO_CAP_MIN, NO_RUNNING, REST, STOP, Ease
from dovetail.domain.principles import Principles
from dovetail.domain.signals import (
    Comeback,
    IllnessCourse,
    Layoff,
    PainCourse,
    PainDay,
    Readiness,
    RunBack,
    Signals,
    Slump,
    Warned,
    Weather,
)
from dovetail.rulebook.shapes import GateCase

ON = date(2027, 2, 10)
TOLD = ("pain", "illness", "layoff", "comeback", "signs", "energy", "slump", "weather", "morning",
        "reds")  # fmt: skip
DAY = r"today|yesterday|\d+ days ago"
FELT = re.compile(rf"({DAY})(?: ([\d.]+))?(?:, morning ([\d.]+))?(, limp)?")
ROW = re.compile(rf"(\d+) clean runs up to ({DAY})")
WHOLE: Mapping[str, Ease] = {
    "see someone before training": STOP,
    "rest": REST,
    "no running": NO_RUNNING,
}
PLAIN: Mapping[str, dict[str, Any]] = {
    "easy only": {"quality": "easy", "fastest": "easy"},
    "fewer repetitions": {"quality": "less"},
    "every other day": {"days_apart": 2},
    "no hops": {"hops": False},
    "light legs": {"heavy_legs": False},
    "no growth": {"grow": False},
    "see someone": {"refer": True},
}


def _share(words: str) -> float:
    return float(words) / 100


AMOUNTS: Mapping[str, Mapping[str, Callable[[str], Any]]] = {
    "runs %": {"easy_share": _share, "long_share": _share},
    "long %": {"long_share": _share},
    "run min": {"run_min": float},
    "run km": {"run_km": float},
    "rung": {"rung": int},
    "strength": {"lift": str},
    "fastest": {"fastest": str},
}


def day(words: str) -> date:
    """Read a day, seen from the day in question.

    >>> day("3 days ago")
    datetime.date(2027, 2, 7)
    """
    ago = {"today": 0, "yesterday": 1}.get(words)
    return ON - timedelta(int(words.split()[0]) if ago is None else ago)


def gate_case(told: Mapping[str, Any], principles: Principles | None = None) -> GateCase:
    """Read the signals of a case; what is no signal is not read."""
    numbers = principles or read_library().principles
    return GateCase(signals=signals(told), principles=numbers)


def signals(told: Mapping[str, Any]) -> Signals:
    """Read the signals of one day."""
    pains = told.get("pain", [])
    return Signals(
        on=ON,
        readiness=Readiness(**told.get("morning", {})),
        pains=tuple(map(_pain, pains if isinstance(pains, list) else [pains])),
        illness=_illness(told["illness"]) if "illness" in told else None,
        layoff=_layoff(told["layoff"]) if "layoff" in told else None,
        comebacks=(_comeback(told["comeback"]),) if "comeback" in told else (),
        warned=Warned(signs=tuple(told.get("signs", ()))),
        energy=tuple(told.get("energy", ())),
        slump=Slump(**told["slump"]) if "slump" in told else None,
        weather=Weather(**told.get("weather", {})),
        reds=tuple(map(day, told.get("reds", ()))),
    )


def _pain(told: Mapping[str, Any]) -> PainCourse:
    days = tuple(map(_pain_day, told["told"]))
    last = days[-1]
    return PainCourse(
        site=told["site"],
        first=days[0].on,
        last=last.on,
        worst=last.worst,
        next_morning=last.next_morning,
        limp=last.limp,
        bone_signs=told.get("bone_signs", False),
        days=days,
    )


def _felt(words: str) -> tuple[date, float | None, float | None, bool]:
    match = FELT.fullmatch(words)
    assert match is not None, words
    when, worst, morning, limp = match.groups()
    return day(when), _number(worst), _number(morning), limp is not None


def _number(words: str | None) -> float | None:
    return None if words is None else float(words)


def _pain_day(words: str) -> PainDay:
    on, worst, morning, limp = _felt(words)
    assert worst is not None, words
    return PainDay(on=on, worst=worst, next_morning=morning, limp=limp)


def _runs(told: Iterable[str]) -> tuple[RunBack, ...]:
    return tuple(run for words in told for run in _runs_in(words))


def _runs_in(words: str) -> Iterator[RunBack]:
    """Read one run, or a row of clean ones every other day."""
    if (row := ROW.fullmatch(words)) is None:
        yield _run(words)
        return
    for number in reversed(range(int(row[1]))):
        yield RunBack(on=day(row[2]) - timedelta(2 * number), worst=0.0)


def _run(words: str) -> RunBack:
    on, worst, morning, _ = _felt(words)
    return RunBack(on=on, worst=worst, next_morning=morning)


def _illness(told: Mapping[str, Any]) -> IllnessCourse:
    days = {key: day(told[key]) for key in ("started", "ended", "cleared") if key in told}
    return IllnessCourse(**{**told, **days, "symptoms": tuple(told.get("symptoms", ()))})


def _layoff(told: Mapping[str, Any]) -> Layoff:
    rest = dict(told)
    back, off = rest.pop("back", None), rest.pop("off")
    runs = _runs(rest.pop("runs", ()))
    return Layoff(days_off=off, back=back and day(back), runs=runs, **rest)


def _comeback(told: Mapping[str, Any]) -> Comeback:
    tests = {name: (float(left), float(right)) for name, (left, right) in told["tests"].items()} \
        if "tests" in told else {}  # fmt: skip
    return Comeback(
        began=day(told["began"]),
        days_off=told["off"],
        bone=told.get("bone", False),
        runs=_runs(told.get("runs", ())),
        tests=tests,
    )


# -- what is left ------------------------------------------------------------------------


def ease(words: str) -> Ease:
    """Read what is left of a day.

    >>> ease("run 30 min, no hops") == Ease(run_min=30, hops=False)
    True
    """
    left = Ease()
    for part in words.split(", "):
        left &= WHOLE[part] if part in WHOLE else replace(Ease(), **_part(part))
    return left


def _part(words: str) -> dict[str, Any]:
    if words in PLAIN:
        return PLAIN[words]
    head, amount, *unit = words.split()
    return {key: read(amount) for key, read in AMOUNTS[" ".join([head, *unit])].items()}


def words_of(left: Ease) -> str:
    """Say what is left of a day, as a case has it."""
    for words, whole in WHOLE.items():
        if left == whole:
            return words
    if left <= NO_RUNNING:
        rest = replace(Ease(), lift=left.lift, refer=left.refer)
        return f"no running, {words_of(rest)}"
    return ", ".join(_parts(left)) or "everything as asked"


def _parts(left: Ease) -> list[str]:
    said = {
        "easy only": left.quality == "easy" and left.fastest == "easy",
        "fewer repetitions": left.quality == "less",
        f"fastest {left.fastest}": left.fastest in ("strides", "threshold"),
        f"runs {100 * left.easy_share:g} %": left.easy_share < 1,
        f"long {100 * left.long_share:g} %": left.long_share < left.easy_share,
        f"run {left.run_min:g} min": left.run_min < NO_CAP_MIN,
        f"run {left.run_km:g} km": left.run_km < NO_CAP_KM,
        "every other day": left.days_apart == 2,
        f"rung {left.rung}": left.rung < NO_BREAKS,
        f"strength {left.lift}": left.lift != "asked",
        "no hops": not left.hops,
        "light legs": not left.heavy_legs,
        "no growth": not left.grow,
        "see someone": left.refer,
    }
    return [words for words, is_so in said.items() if is_so]
