"""The daily gate over any log: more told of harm never leaves more of a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.logs import DAYS, day, event, every_morning, hurt, ran, random_events, seen, woke

from dovetail.content.library import read_library
from dovetail.domain.easing import REST, STOP, Ease
from dovetail.domain.signals import Readiness
from dovetail.domain.training_log import Clearance, Event, Illness, Other, Run, Sign, Strength
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.shapes import GateCase

OURS = read_library().principles
TODAY = DAYS - 1
SOME = settings(max_examples=120, deadline=None)


def no_red(_: Readiness) -> bool:
    return False


def left(*events: Event, on: int = TODAY) -> Ease:
    """What the gate leaves of a day, by a log."""
    mornings = Mornings(history=seen(events, on))
    signals = signals_on(day(on), mornings, is_red=no_red, principles=OURS)
    return gated(GATES, GateCase(signals=signals, principles=OURS))[0].left


def weaker_parts(now: Ease, was: Ease) -> list[str]:
    both = now & was
    return [part for part in Ease.__slots__ if getattr(both, part) != getattr(now, part)]


@SOME
@given(
    log=random_events(),
    number=st.integers(0, TODAY),
    halves=st.integers(1, 20),
    limp=st.sampled_from([{"limp": False}, {"limp": True}]),
)
def test_one_more_word_of_pain_never_leaves_more(
    log: tuple[Event, ...], number: int, halves: int, limp: Mapping[str, Any]
) -> None:
    now = left(*log, hurt(number, halves / 2, **limp))

    assert weaker_parts(now, left(*log)) == []


@SOME
@given(log=random_events(), number=st.integers(0, TODAY), sign=st.sampled_from(get_args(Sign)))
def test_a_sign_stops_from_its_day_on(log: tuple[Event, ...], number: int, sign: Sign) -> None:
    assert left(*log, woke(number, signs=(sign,))) == STOP


@SOME
@given(log=random_events())
def test_who_falls_ill_today_rests(log: tuple[Event, ...]) -> None:
    fever = event(Illness, TODAY, status="started", symptoms=("fever",))

    assert left(*log, fever) <= REST


@SOME
@given(log=random_events(), seed=st.integers(0, 10**6))
def test_the_worst_of_mornings_never_leaves_more(log: tuple[Event, ...], seed: int) -> None:
    before = (*log, *every_morning(TODAY, seed))
    worst = woke(TODAY, sleep=1, fatigue=1, stress=1, soreness=1, mood=1, sleep_h=3.0)

    assert weaker_parts(left(*before, worst), left(*before)) == []


@SOME
@given(log=random_events(), first=st.integers(1, TODAY))
def test_training_not_done_never_leaves_more(log: tuple[Event, ...], first: int) -> None:
    """A log in which nobody trained from some day on, to today, and nobody was ill.

    To train with fever is worse than not to. The first run after a month is a share of the
    longest one before, which may have been a longer one the longer the days off.
    """
    began = (ran(0), *(one for one in log if not isinstance(one, Illness)))
    done = Run | Strength | Other
    fewer = [one for one in began if not (isinstance(one, done) and one.on >= day(first))]

    assert set(weaker_parts(left(*fewer), left(*began))) <= {"run_km"}


@pytest.mark.parametrize("what", ["bone_stress", "illness"])
def test_a_clearance_opens_what_time_does_not(what: str) -> None:
    bone, chest = (
        hurt(0, 2, bone_signs=True),
        event(Illness, 0, status="started", symptoms=("chest",)),
    )
    over = event(Illness, 3, status="ended")
    told: tuple[Event, ...] = (bone,) if what == "bone_stress" else (chest, over)
    word = event(Clearance, 20, what=what, professional="physician")

    assert left(*told) == STOP
    assert not left(*told, word).stop
