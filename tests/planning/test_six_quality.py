"""The quality of six seasons, week by week, against the column that a coach has signed.

Typed from the column "quality and strides" and from what the long run holds. A season that
differs for a known reason stands in KNOWN with what it says instead, and must go on saying it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest
from tests.six_people import SIX, season_of

from dovetail.domain.plan import Week
from dovetail.domain.prescription import RunStep
from dovetail.domain.session import Session

Column = Mapping[int, str]

# fmt: off
SIGNED: Mapping[str, Column] = {
    "first-10k": {
        1: "", 2: "", 3: "", 4: "strides 4×15 s", 5: "strides 5×15 s", 6: "strides 4×15 s",
        7: "strides 6×20 s", 8: "by effort 6×1 min", 9: "strides 4×20 s",
        10: "race pace 3×4 min", 11: "race pace 3×5 min", 12: "race pace 3×2 min",
    },
    "ana-half": {
        1: "strides 4×20 s", 2: "strides 6×20 s", 3: "hills 8×10 s; long rolling",
        4: "strides 4×20 s", 5: "hills 10×10 s", 6: "threshold 3×6 min", 7: "hills 6×1 min",
        8: "threshold 1×15 min", 9: "threshold 4×6 min",
        10: "interval 5×2 min; long steady 4 km", 11: "interval 5×3 min", 12: "by effort 4×1 min",
        13: "race pace 2×3 km", 14: "threshold 3×8 min; long race pace 3×3 km",
        15: "race pace 3×1.5 km; long race pace 1×2 km", 16: "race pace 2×1 km",
    },
    "jonas": {
        1: "strides 8×20 s", 2: "hills 8×45 s", 3: "hills 8×45 s; strides 6×20 s",
        4: "hills 10×45 s; threshold 3×8 min; long rolling",
        5: "threshold 1×15 min; strides 4×20 s", 6: "hills 10×45 s; threshold 3×8 min",
        7: "hills 6×2 min; threshold 2×12 min",
        8: "interval 5×1 km; threshold 2×12 min; long steady 6 km",
        9: "interval 6×1 km; threshold 3×10 min", 10: "repetition 6×0.4 km; strides 4×20 s",
        11: "interval 5×1.2 km; strides 8×20 s; long race pace 2×5 km",
        12: "threshold 4×10 min; race pace 1×10 km; long rolling",
        13: "interval 6×1 km; strides 6×20 s; long race pace 1×14 km", 14: "threshold 2×10 min",
        15: "threshold 3×10 min", 16: "threshold 4×10 min; strides 6×20 s; long race pace 1×18 km",
        17: "race pace 5×1 km; strides 6×20 s; long race pace 3×4 km",
        18: "threshold 3×8 min; strides 6×20 s; long race pace 1×10 km",
        19: "threshold 2×10 min; race pace 3×2 km", 20: "race pace 3×1.6 km",
    },
    "marathon-masters": {
        1: "strides 4×20 s", 2: "strides 6×20 s", 3: "hills 6×10 s", 4: "strides 4×20 s",
        5: "hills 8×10 s", 6: "threshold 3×6 min", 7: "strides 4×20 s",
        8: "hills 6×1 min; long rolling", 9: "threshold 3×8 min", 10: "strides 4×20 s",
        11: "threshold 3×8 min", 12: "interval 5×2 min", 13: "strides 4×20 s",
        14: "threshold 2×12 min", 15: "interval 5×3 min; long race pace 1×4 km",
        16: "strides 4×20 s", 17: "strides 6×20 s; long race pace 2×5 km",
        18: "threshold 4×7 min", 19: "by effort 4×1 min", 20: "strides 8×20 s",
        21: "threshold 3×8 min; long race pace 3×3 km",
        22: "race pace 2×3 km; long race pace 1×6 km", 23: "threshold 3×5 min",
        24: "race pace 3×1 km",
    },
    "dov": {
        1: "strides 6×20 s", 2: "by effort 8×1 min", 3: "by effort 10×1 min",
        4: "threshold 2×10 min", 5: "strides 6×30 s", 6: "threshold 3×7 min",
        7: "interval 5×2 min; long steady 2.5 km", 8: "interval 5×3 min", 9: "race pace 4×1 km",
        10: "race pace 3×3 min",
    },
    "clara": {
        1: "", 2: "", 3: "", 4: "", 5: "strides 4×15 s", 6: "", 7: "strides 5×15 s",
        8: "by effort 6×1 min", 9: "strides 4×15 s", 10: "by effort 8×1 min",
        11: "by effort 3×5 min", 12: "",
    },
}
# fmt: on
"""Where the column says "strides" without a number, the number is the plan's own."""


class Known(NamedTuple):
    """What a week says instead, and why that is as good."""

    says: str
    why: str


GROWS = "C8: what comes again has grown; the column repeats it unchanged"
TWO_TOUCHES = "check 4: one touch of pace a week in the taper"
HILLS = "hills where a lighter week follows that mends what running downhill costs"
# fmt: off
KNOWN: Mapping[tuple[str, int], Known] = {
    ("ana-half", 14): Known(
        "threshold 3×8 min; long race pace 3×2 km", "45 % of a long run of 19 km, not 20"
    ),
    ("jonas", 3): Known("hills 9×45 s; strides 6×20 s", GROWS),
    ("jonas", 6): Known("hills 11×45 s; threshold 4×7 min", GROWS),
    ("jonas", 8): Known("interval 5×1 km; threshold 2×15 min; long steady 6 km", GROWS),
    ("jonas", 16): Known(
        "threshold 4×10 min; strides 8×20 s; long race pace 1×18 km", "two strides more"
    ),
    ("jonas", 18): Known("race pace 2×3 km; long race pace 1×10 km", TWO_TOUCHES),
    ("jonas", 19): Known("threshold 3×5 min", TWO_TOUCHES),
    ("jonas", 20): Known("race pace 3×1 km", "3.1: three of one kilometre are in its range"),
    ("marathon-masters", 6): Known("threshold 3×6 min; long rolling", HILLS),
    ("marathon-masters", 8): Known("hills 6×1 min", HILLS),
    ("marathon-masters", 9): Known("threshold 4×6 min; long rolling", "as much work as 3×8"),
    ("marathon-masters", 21): Known(
        "threshold 3×10 min; long race pace 3×3 km", "C8: it has grown from 4×7, and C4 allows it"
    ),
    ("dov", 5): Known("strides 4×20 s", "a lighter week has strides; brisk pieces are for builds"),
    ("dov", 6): Known("threshold 4×6 min", "C8: more than the 20 min of week 4"),
    ("dov", 8): Known("race pace 3×1 km", "check 2: race pace is met before the last 14 days"),
}
# fmt: on


def told(week: Week) -> str:
    """What a week asks for beyond easy running: key runs in the order of days, then the long."""
    runs = sorted((one for one in week.sessions if one.discipline == "run"), key=lambda s: s.date)
    keys = [what for one in runs if one.kind != "long" for what in _key(one)]
    return "; ".join([*keys, *(what for one in runs if one.kind == "long" for what in _long(one))])


def _key(run: Session) -> Iterator[str]:
    step = next((one for one in run.steps if one.part in ("work", "strides")), None)
    if step is None or run.kind in ("easy", "recovery", "run_walk"):
        return
    by_effort = run.kind in ("interval", "threshold") and step.target.pace is None
    yield f"{'by effort' if by_effort else run.kind.replace('_', ' ')} {amount(step)}"


def _long(run: Session) -> Iterator[str]:
    hard = [one for one in run.steps if one.part == "work" and one.target.pace != "easy"]
    for step in hard:
        name = "race pace" if step.target.pace == "race" else "steady"
        yield f"long {name} {amount(step) if name == 'race pace' else f'{step.km:g} km'}"
    if any(reason.code == "AI121" for reason in run.reasons):
        yield "long rolling"


def amount(step: RunStep) -> str:
    """Say how often and how much, in seconds where it is strides or hills."""
    if step.km is not None:
        return f"{step.repeat}×{step.km:g} km"
    minutes = step.minutes or 0.0
    if step.part == "strides" or (step.target.rpe and step.target.pace is None and minutes < 1):
        return f"{step.repeat}×{round(60 * minutes)} s"
    return f"{step.repeat}×{minutes:g} min"


@pytest.mark.parametrize("name", SIX)
def test_the_quality_is_the_signed_one(name: str) -> None:
    weeks = {week.number: week for week in season_of(name).weeks}

    off = {
        number: f"signed {said!r}, planned {planned!r}"
        for number, said in SIGNED[name].items()
        if (planned := told(weeks[number])) != said and (name, number) not in KNOWN
    }

    assert off == {}


@pytest.mark.parametrize(("name", "number"), list(KNOWN))
def test_what_is_known_to_differ_still_does(name: str, number: int) -> None:
    week = next(one for one in season_of(name).weeks if one.number == number)

    assert told(week) == KNOWN[name, number].says
    assert told(week) != SIGNED[name][number]
