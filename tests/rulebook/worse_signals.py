"""Signals of any day, and every way in which one thing of them can be worse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from dovetail.content.library import read_library
from dovetail.domain.signals import (
    Comeback,
    EnergySign,
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
from dovetail.domain.training_log import PainSite, Sign, Symptom
from dovetail.rulebook.way_back import is_clean

PRINCIPLES = read_library().principles

ON = date(2027, 2, 10)
T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]
Worse = Callable[[Signals, Draw], Signals]

felt = st.integers(0, 20).map(lambda halves: halves / 2)
ago = st.integers(0, 40).map(lambda days: ON - timedelta(days))


def maybe(some: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | some


# -- any day -----------------------------------------------------------------------------

pain_days = st.builds(PainDay, on=ago, worst=felt, next_morning=maybe(felt), limp=st.booleans())


def course(days: list[PainDay], site: PainSite = "shin", *, bone_signs: bool = False) -> PainCourse:
    told = tuple(sorted(days, key=lambda one: one.on))
    last = told[-1]
    return PainCourse(
        site=site,
        first=told[0].on,
        last=last.on,
        worst=last.worst,
        next_morning=last.next_morning,
        limp=last.limp,
        bone_signs=bone_signs,
        days=told,
    )


pains = st.builds(
    course,
    st.lists(pain_days, min_size=1, max_size=6, unique_by=lambda one: one.on),
    st.sampled_from(get_args(PainSite)),
    bone_signs=st.sampled_from([False, False, False, True]),
)
readiness = st.builds(
    Readiness,
    wellness_z=maybe(st.floats(-3, 3)),
    worst_item=st.sampled_from([None, None, None, "mood"]),
    soreness=maybe(st.integers(1, 7)),
    fatigue=maybe(st.integers(1, 7)),
    sleep_h=maybe(st.floats(3, 10)),
    sleep_before_h=maybe(st.floats(3, 10)),
    hrv_z=maybe(st.floats(-3, 3)),
    rhr_rise_bpm=maybe(st.floats(-10, 20)),
    effort_over=maybe(st.floats(-4, 5)),
    new_phase_soreness=st.booleans(),
)


@st.composite
def illnesses(draw: Draw) -> IllnessCourse:
    length, since = draw(st.integers(0, 12)), draw(st.integers(0, 20))
    ended = ON - timedelta(since)
    return IllnessCourse(
        started=ended - timedelta(length),
        ended=draw(st.sampled_from([None, ended, ended])),
        symptoms=tuple(draw(st.sets(st.sampled_from(get_args(Symptom)), min_size=1))),
        cleared=draw(maybe(st.just(ON))),
        normal_runs=draw(maybe(st.integers(0, 3))),
        trained_with_fever=draw(st.booleans()),
    )


def runs_since(days: int) -> st.SearchStrategy[tuple[RunBack, ...]]:
    """Runs within so many days before today, mostly clean ones."""
    some = st.builds(
        RunBack,
        on=st.integers(0, max(days, 0)).map(lambda back: ON - timedelta(back)),
        worst=maybe(st.sampled_from([0.0, 0.0, 1.0, 2.0, 2.5, 4.0])),
        next_morning=maybe(st.sampled_from([0.0, 0.0, 0.5, 3.0])),
    )
    every = st.lists(some, max_size=24, unique_by=lambda run: run.on)
    return every.map(lambda runs: tuple(sorted(runs, key=lambda run: run.on)))


@st.composite
def layoffs(draw: Draw) -> Layoff:
    back = draw(maybe(st.integers(0, 90)))
    days_off = draw(st.integers(2, 120))
    return Layoff(
        days_off=days_off,
        back=None if back is None else ON - timedelta(back),
        longest_km=draw(maybe(st.floats(1, 40))),
        week_km=draw(maybe(st.floats(1, 100))),
        planned_km=draw(maybe(st.floats(1, 100))),
        missed=draw(maybe(st.integers(0, days_off))),
        runs=() if back is None else draw(runs_since(back)),
    )


@st.composite
def comebacks(draw: Draw) -> Comeback:
    began = draw(st.integers(0, 90))
    names = st.sampled_from(["brisk_walk", "calf_raise", "y_balance", "hop_distance", "plank"])
    sides = st.tuples(st.floats(1, 100), st.floats(1, 100))
    return Comeback(
        began=ON - timedelta(began),
        days_off=draw(st.integers(0, 80)),
        bone=draw(st.booleans()),
        runs=draw(runs_since(began)),
        tests=draw(st.dictionaries(names, sides, max_size=2)),
    )


slumps = st.builds(
    Slump, days=st.integers(0, 80), loss_pct=st.floats(0, 12), mood_fell=st.booleans()
)
weathers = st.builds(
    Weather,
    wbgt_c=maybe(st.floats(0, 40)),
    air_c=maybe(st.floats(0, 45)),
    humidity_pct=maybe(st.floats(0, 100)),
)
signals = st.builds(
    Signals,
    on=st.just(ON),
    readiness=readiness,
    pains=st.lists(pains, max_size=2).map(tuple),
    illness=maybe(illnesses()),
    layoff=maybe(layoffs()),
    comebacks=st.lists(comebacks(), max_size=2).map(tuple),
    warned=st.builds(Warned, signs=st.just(())),
    energy=st.lists(st.sampled_from(get_args(EnergySign)), max_size=3).map(tuple),
    slump=maybe(slumps),
    weather=weathers,
    reds=st.lists(st.integers(0, 4).map(lambda back: ON - timedelta(back)), max_size=3).map(tuple),
)


# -- one thing worse ---------------------------------------------------------------------


def more_pain(was: Signals, draw: Draw) -> Signals:
    """On one of the days told, during or the morning after."""
    if not was.pains:
        return replace(was, pains=(draw(pains),))
    first, *others = was.pains
    days = list(first.days)
    place = draw(st.integers(0, len(days) - 1))
    day = days[place]
    more = draw(st.sampled_from(["worst", "next_morning"]))
    days[place] = replace(day, **{more: min(10.0, (getattr(day, more) or 0.0) + draw(felt))})
    return replace(was, pains=(course(days, first.site, bone_signs=first.bone_signs), *others))


def a_limp(was: Signals, draw: Draw) -> Signals:
    if not was.pains:
        return replace(was, pains=(draw(pains),))
    first, *others = was.pains
    days = list(first.days)
    place = draw(st.integers(0, len(days) - 1))
    days[place] = replace(days[place], limp=True)
    return replace(was, pains=(course(days, first.site, bone_signs=first.bone_signs), *others))


def one_more_day_of_pain(was: Signals, draw: Draw) -> Signals:
    if not was.pains:
        return replace(was, pains=(draw(pains),))
    first, *others = was.pains
    new = draw(pain_days)
    days = [*first.days, *([] if new.on in {day.on for day in first.days} else [new])]
    return replace(was, pains=(course(days, first.site, bone_signs=first.bone_signs), *others))


def one_more_place(was: Signals, draw: Draw) -> Signals:
    return replace(was, pains=(*was.pains, draw(pains)))


def signs_of_a_bone(was: Signals, draw: Draw) -> Signals:
    first, *others = was.pains or (draw(pains),)
    return replace(was, pains=(replace(first, bone_signs=True), *others))


def ill(was: Signals, draw: Draw) -> Signals:
    """Ill where nobody was, or longer, or still, or with one symptom more."""
    if was.illness is None:
        return replace(was, illness=draw(illnesses()))
    one = was.illness
    longer = replace(one, started=one.started - timedelta(draw(st.integers(1, 5))))
    more = {*one.symptoms, draw(st.sampled_from(get_args(Symptom)))}
    worse = [
        longer,
        replace(one, symptoms=tuple(more)),
        replace(one, ended=None),
        replace(one, cleared=None),
        replace(one, trained_with_fever=True),
    ]
    if one.ended is not None:
        worse.append(replace(one, ended=min(ON, one.ended + timedelta(1))))
    if one.normal_runs:
        worse.append(replace(one, normal_runs=one.normal_runs - 1))
    return replace(was, illness=draw(st.sampled_from(worse)))


def a_worse_check_in(was: Signals, draw: Draw) -> Signals:
    now, much = was.readiness, draw(st.floats(0.1, 3))
    hrv_z = now.hrv_z or 0.0
    worse: dict[str, Callable[[], Any]] = {
        "wellness_z": lambda: -much if now.wellness_z is None else now.wellness_z - much,
        "worst_item": lambda: "sleep",
        "soreness": lambda: max(1, (now.soreness or 7) - 1),
        "fatigue": lambda: max(1, (now.fatigue or 7) - 1),
        "sleep_h": lambda: (now.sleep_h or 8) - much,
        "sleep_before_h": lambda: (now.sleep_before_h or 8) - much,
        "hrv_z": lambda: hrv_z if hrv_z > 0 else hrv_z - much,
        "rhr_rise_bpm": lambda: (now.rhr_rise_bpm or 0) + much,
        "effort_over": lambda: (now.effort_over or 0) + much,
        "new_phase_soreness": lambda: False,
    }
    item = draw(st.sampled_from(sorted(worse)))
    return replace(was, readiness=replace(now, **{item: worse[item]()}))


def one_more_red_morning(was: Signals, draw: Draw) -> Signals:
    return replace(was, reds=(*was.reds, ON - timedelta(draw(st.integers(0, 4)))))


def a_longer_gap(was: Signals, draw: Draw) -> Signals:
    if was.layoff is None:
        return replace(was, layoff=draw(layoffs()))
    one = was.layoff
    more = draw(st.integers(1, 40))
    clean = [is_clean(run, PRINCIPLES) for run in one.runs]
    worse = [
        replace(one, days_off=one.days_off + more),
        replace(one, runs=one.runs[:-1]) if clean[-1:] == [True] else one,
        replace(one, longest_km=(one.longest_km or 20) * 0.8),
    ]
    if all(clean):  # a sore run is worse than none
        worse.append(replace(one, days_off=one.days_off + more, back=None, runs=()))
    if one.missed is not None:
        worse.append(replace(one, missed=one.missed + 1))
    return replace(was, layoff=draw(st.sampled_from(worse)))


def a_sore_run_on_the_way_back(was: Signals, draw: Draw) -> Signals:
    """In one run of each way back, during or the morning after."""
    layoff = was.layoff
    if layoff is not None and layoff.runs:
        was = replace(was, layoff=replace(layoff, runs=sorer(layoff.runs, draw)))
    if was.comebacks and was.comebacks[0].runs:
        back, *others = was.comebacks
        was = replace(was, comebacks=(replace(back, runs=sorer(back.runs, draw)), *others))
    return was


def sorer(runs: tuple[RunBack, ...], draw: Draw) -> tuple[RunBack, ...]:
    place = draw(st.integers(0, len(runs) - 1))
    more = draw(st.sampled_from(["worst", "next_morning"]))
    sore = (getattr(runs[place], more) or 0.0) + draw(felt)
    return (*runs[:place], replace(runs[place], **{more: sore}), *runs[place + 1 :])


def a_worse_injury(was: Signals, draw: Draw) -> Signals:
    if not was.comebacks:
        return replace(was, comebacks=(draw(comebacks()),))
    one, *others = was.comebacks
    worse = [
        replace(one, bone=True),
        replace(one, days_off=one.days_off + draw(st.integers(1, 40))),
        replace(one, tests={test: weaker(sides) for test, sides in one.tests.items()}),
    ]
    return replace(was, comebacks=(draw(st.sampled_from(worse)), *others))


def weaker(sides: tuple[float, float]) -> tuple[float, float]:
    """Take a tenth off the weaker side."""
    left, right = sides
    return (0.9 * left, right) if left <= right else (left, 0.9 * right)


def one_more_sign(was: Signals, draw: Draw) -> Signals:
    more = draw(st.sampled_from(get_args(Sign)))
    return replace(was, warned=replace(was.warned, signs=(*was.warned.signs, more)))


def one_more_sign_of_little_energy(was: Signals, draw: Draw) -> Signals:
    return replace(was, energy=(*was.energy, draw(st.sampled_from(get_args(EnergySign)))))


def a_deeper_slump(was: Signals, draw: Draw) -> Signals:
    if was.slump is None:
        return replace(was, slump=draw(slumps))
    one, more = was.slump, draw(st.integers(1, 20))
    worse = [
        replace(one, days=one.days + more),
        replace(one, loss_pct=one.loss_pct + more),
        replace(one, mood_fell=True),
    ]
    return replace(was, slump=draw(st.sampled_from(worse)))


def hotter(was: Signals, draw: Draw) -> Signals:
    """By what is known of it, or more humid."""
    one, more = was.weather, draw(st.floats(0.1, 15))
    known = [key for key in ("wbgt_c", "air_c", "humidity_pct") if getattr(one, key) is not None]
    return replace(was, weather=replace(one, **{key: getattr(one, key) + more for key in known}))


WORSE: Mapping[str, Worse] = {
    one.__name__: one
    for one in (
        more_pain, a_limp, one_more_day_of_pain, one_more_place, signs_of_a_bone, ill,
        a_worse_check_in, one_more_red_morning, a_longer_gap, a_sore_run_on_the_way_back,
        a_worse_injury, one_more_sign, one_more_sign_of_little_energy, a_deeper_slump, hotter,
    )
}  # fmt: skip
