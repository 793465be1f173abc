"""The daily gate over any signals: worse is never weaker, and nothing loosens a stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rulebook.worse_signals import ON, WORSE, Worse, illnesses, readiness, signals

from dovetail.content.library import read_library
from dovetail.domain.easing import (
    FASTEST,
    LIFTS,
    NO_BREAKS,
    NO_CAP_KM,
    NO_CAP_MIN,
    QUALITIES,
    REST,
    STATES,
    STOP,
    Ease,
    joined,
)
from dovetail.domain.signals import IllnessCourse, Readiness, Signals
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.shapes import GateCase

PRINCIPLES = read_library().principles
MANY = settings(max_examples=120, deadline=None)
HEALTH = tuple(gate for gate in GATES if gate.code < "AD340")
READINESS = tuple(gate for gate in GATES if "AD340" <= gate.code < "AD350")
shares = st.sampled_from([0.0, 0.33, 0.5, 0.75, 1.0])
eases = st.builds(
    Ease,
    quality=st.sampled_from(QUALITIES),
    fastest=st.sampled_from(FASTEST),
    easy_share=shares,
    long_share=shares,
    run_min=st.sampled_from([0.0, 30.0, NO_CAP_MIN]),
    run_km=st.sampled_from([0.0, 5.0, NO_CAP_KM]),
    days_apart=st.integers(1, 3),
    rung=st.integers(1, NO_BREAKS),
    lift=st.sampled_from(LIFTS),
    hops=st.booleans(),
    heavy_legs=st.booleans(),
    grow=st.booleans(),
    refer=st.booleans(),
    stop=st.booleans(),
)


def case(of: Signals) -> GateCase:
    return GateCase(signals=of, principles=PRINCIPLES)


def left(of: Signals) -> Ease:
    return gated(GATES, case(of))[0].left


def weaker_parts(now: Ease, was: Ease) -> list[str]:
    """Name the parts of which there is more now than there was."""
    both = now & was
    return [part for part in Ease.__slots__ if getattr(both, part) != getattr(now, part)]


# -- worse is never weaker ---------------------------------------------------------------


@pytest.mark.parametrize("worse", WORSE.values(), ids=list(WORSE))
@MANY
@given(was=signals, data=st.data())
def test_a_worse_signal_never_leaves_more(worse: Worse, was: Signals, data: st.DataObject) -> None:
    now = worse(was, data.draw)

    assert weaker_parts(left(now), left(was)) == []


@MANY
@given(was=signals, data=st.data())
def test_each_gate_alone_leaves_no_more_of_a_worse_day(was: Signals, data: st.DataObject) -> None:
    now = WORSE[data.draw(st.sampled_from(sorted(WORSE)))](was, data.draw)

    assert [
        gate.code
        for gate in GATES
        if (before := gate.ease(case(was))) is not None and weaker_parts(left(now), before.left)
    ] == []


# -- who ranks before whom ---------------------------------------------------------------


@MANY
@given(was=signals, fresh=readiness)
def test_no_morning_softens_what_health_says(was: Signals, fresh: Readiness) -> None:
    health = gated(HEALTH, case(was))[0].left

    assert left(replace(was, readiness=fresh)) <= health


@MANY
@given(was=signals)
def test_no_progress_softens_what_health_and_the_morning_say(was: Signals) -> None:
    before = gated((*HEALTH, *READINESS), case(was))[0].left

    assert left(was) <= before


@MANY
@given(was=signals)
def test_every_gate_that_speaks_is_obeyed_and_named(was: Signals) -> None:
    eased, reasons = gated(GATES, case(was))
    spoke = {gate.code: one for gate in GATES if (one := gate.ease(case(was))) is not None}

    assert all(eased.left <= one.left for one in spoke.values())
    assert {reason.code for reason in reasons} == spoke.keys()
    assert eased.left == joined(*(one.left for one in spoke.values()))


@MANY
@given(was=signals)
def test_reasons_that_stop_are_said_first(was: Signals) -> None:
    _, reasons = gated(GATES, case(was))
    answers = {gate.code: gate.ease(case(was)) for gate in GATES}
    said = [answer for reason in reasons if (answer := answers[reason.code]) is not None]
    states = [STATES.index(answer.left.state) for answer in said]

    assert states == sorted(states, reverse=True)


# -- what only a professional clears -----------------------------------------------------


@MANY
@given(was=signals, days=st.integers(0, 400))
def test_time_alone_clears_neither_bone_nor_chest_nor_signs(was: Signals, days: int) -> None:
    later = replace(was, on=ON + timedelta(days))
    needs = any(pain.bone_signs for pain in was.pains) or bool(was.warned.signs)
    illness = was.illness
    chest = illness is not None and illness.cleared is None and "chest" in illness.symptoms

    if needs or chest:
        assert left(later) == STOP


@MANY
@given(illness=illnesses())
def test_a_plain_illness_that_ended_needs_no_clearance(illness: IllnessCourse) -> None:
    plain = tuple(symptom for symptom in illness.symptoms if symptom != "chest") or ("fever",)
    over = replace(
        illness,
        ended=illness.ended or ON,
        symptoms=plain,
        cleared=None,
        normal_runs=None,
        trained_with_fever=False,
    )

    assert left(Signals(on=ON, illness=over)).stop is False
    assert left(Signals(on=ON + timedelta(60), illness=over)) == Ease()


@MANY
@given(illness=illnesses())
def test_nobody_trains_in_a_fever(illness: IllnessCourse) -> None:
    fever = replace(illness, ended=None, symptoms=("fever", *illness.symptoms))

    assert left(Signals(on=ON, illness=fever)) <= REST


# -- the order itself --------------------------------------------------------------------


@given(one=eases, two=eases, three=eases)
def test_ceilings_join_in_any_order_to_the_tightest(one: Ease, two: Ease, three: Ease) -> None:
    assert one & one == one
    assert one & two == two & one
    assert (one & two) & three == one & (two & three)
    assert one & two <= one
    assert STOP <= one <= Ease()


@given(one=eases, two=eases)
def test_a_tighter_day_has_no_milder_name(one: Ease, two: Ease) -> None:
    assert STATES.index((one & two).state) >= STATES.index(one.state)


def test_a_gate_needs_no_certain_day() -> None:
    assert left(Signals(on=date(2028, 2, 29))) == Ease()
