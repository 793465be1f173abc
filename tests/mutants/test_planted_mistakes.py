"""A defect planted in a whole season for every mistake: the rule that claims to see it must.

A rule that nobody has ever heard is not known to speak: "no error in two thousand seasons" could
be silence. Each defect is put into a season of an example, and the finding must be new.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.seasons import example

from dovetail.content.library import read_library
from dovetail.domain.plan import PaceView, Plan, Week
from dovetail.domain.prescription import Line, RunStep, Target
from dovetail.domain.session import Session
from dovetail.linting.check import findings_of
from dovetail.rulebook.catalogue import MISTAKES

Plant = Callable[[Plan], Plan]
OfWeek = Callable[[Week], Week]
OfSession = Callable[[Session], Session]
Asks = Callable[[Session], bool]


# -- how a defect is planted -------------------------------------------------------------


def weeks(change: OfWeek, *numbers: int) -> Plant:
    """Change some weeks, or all of them."""

    def plant(plan: Plan) -> Plan:
        changed = (
            change(week) if week.number in numbers or not numbers else week for week in plan.weeks
        )
        return replace(plan, weeks=tuple(changed))

    return plant


def sessions(change: OfSession, asks: Asks, *numbers: int) -> Plant:
    """Change the sessions that somebody asks for; the sums of their weeks follow."""

    def of_week(week: Week) -> Week:
        changed = (change(one) if asks(one) else one for one in week.sessions)
        return summed(replace(week, sessions=tuple(changed)))

    return weeks(of_week, *numbers)


def without(asks: Asks, *numbers: int) -> Plant:
    """Take sessions out of their weeks."""

    def of_week(week: Week) -> Week:
        left = tuple(one for one in week.sessions if not asks(one))
        return summed(replace(week, sessions=left))

    return weeks(of_week, *numbers)


def summed(week: Week) -> Week:
    runs = [one for one in week.sessions if one.discipline == "run"]
    return replace(
        week,
        run_km=sum(one.km or 0.0 for one in runs),
        long_run_km=max((one.km or 0.0 for one in runs if one.kind == "long"), default=0.0),
        minutes=sum(one.minutes for one in week.sessions),
        training_load=sum(one.training_load for one in week.sessions),
        legs=replace(week.legs, contacts=sum(one.contacts for one in week.sessions)),
    )


def lines(change: Callable[[Line], Line | None]) -> OfSession:
    """Change every line of a session, or leave it out."""

    def of_session(session: Session) -> Session:
        blocks = tuple(
            replace(block, lines=tuple(line for each in block.lines if (line := change(each))))
            for block in session.blocks
        )
        return replace(session, blocks=blocks)

    return of_session


def longer(times: float) -> OfSession:
    """Run so much longer, on the grid of half kilometres."""

    def of_session(run: Session) -> Session:
        km = round(2 * times * (run.km or 0.0)) / 2
        return replace(run, km=km, minutes=round(times * run.minutes))

    return of_session


def moved(days: int) -> OfSession:
    return lambda one: replace(one, date=one.date + timedelta(days=days))


def copied(donor: int, kind: str, into: int) -> Plant:
    """Put a run of one week into the place of that kind of run in another."""

    def plant(plan: Plan) -> Plan:
        runs = [one for week in plan.weeks if week.number == donor for one in week.sessions]
        run = next(one for one in runs if one.kind == kind)

        def change(one: Session) -> Session:
            return replace(run, id=one.id, date=one.date, slot=one.slot)

        return sessions(change, quality, into)(plan)

    return plant


def last_week_first(number: int) -> Plant:
    """Repeat the sessions of the week before."""

    def plant(plan: Plan) -> Plan:
        before = next(week for week in plan.weeks if week.number == number - 1)

        def change(week: Week) -> Week:
            again = (moved(7)(one) for one in before.sessions)
            return summed(replace(week, sessions=tuple(again)))

        return weeks(change, number)(plan)

    return plant


# -- who is meant ------------------------------------------------------------------------


def run(one: Session) -> bool:
    return one.discipline == "run"


def easy(one: Session) -> bool:
    return one.kind in ("easy", "recovery")


def long(one: Session) -> bool:
    return one.kind == "long"


def quality(one: Session) -> bool:
    return one.discipline == "run" and one.key and one.kind != "long"


def lift(one: Session) -> bool:
    return one.discipline == "strength"


def whole(one: Session) -> bool:
    return one.kind in ("lower", "full")


def race(one: Session) -> bool:
    return one.discipline == "race"


def tune_up(one: Session) -> bool:
    return one.kind == "tune_up"


# -- the defects -------------------------------------------------------------------------


def at_pace(pace: str, minutes: float) -> OfSession:
    """Run the work of a session at another pace, as another kind of run."""
    step = RunStep(
        part="work",
        minutes=minutes,
        target=Target(pace=pace, s_per_km=(290, 290)),  # type: ignore[arg-type]
    )

    def change(one: Session) -> Session:
        around = [part for part in one.steps if part.part in ("warm_up", "cool_down")]
        steps = (*around[:1], step, *around[1:])
        return replace(one, kind="interval", key=True, steps=steps)

    return change


def fewer_sets(line: Line) -> Line:
    return replace(line, sets=1)


def same_load(line: Line) -> Line:
    return replace(line, reps=(5, 5), sets=3, load_rule="keep", load_kg=20.0, tempo=None, rir=2)


def jump(line: Line) -> Line:
    return replace(line, trains=("jump",), contacts=30)


def paces_reversed(plan: Plan) -> Plan:
    slow = PaceView(s_per_km=(500, 500), rpe=(6, 7))
    return replace(plan, paces={**plan.paces, "threshold": slow})


def new_exercise(line: Line) -> Line:
    return replace(line, exercise="kettlebell-swing-never-met")


def renamed(week: Week) -> Week:
    changed = lines(lambda line: replace(line, exercise=f"{line.exercise}-{week.number}"))
    return replace(week, sessions=tuple(map(changed, week.sessions)))


def wandering(week: Week) -> Week:
    by = -(week.number % 4)
    return replace(
        week, sessions=tuple(moved(by)(one) if long(one) else one for one in week.sessions)
    )


def restless(week: Week) -> Week:
    """Another weekday is free each week."""
    free = week.starts + timedelta(days=week.number % 7)
    template = next(one for one in week.sessions if one.discipline == "run")
    days = (week.starts + timedelta(days=day) for day in range(7))
    runs = (
        replace(template, date=day, id=f"{template.id}{day.day}") for day in days if day != free
    )
    return summed(replace(week, sessions=tuple(runs)))


def alike(week: Week) -> Week:
    template = next(one for one in week.sessions if one.kind == "easy")
    days = (week.starts + timedelta(days=day) for day in range(7))
    runs = (replace(template, date=day, id=f"{template.id}{day.day}") for day in days)
    return summed(replace(week, sessions=tuple(runs)))


def too_much_at_once(plan: Plan) -> Plan:
    """Week 10 is the first of maximal strength: intervals begin in it."""
    heavy = next(week for week in plan.weeks if week.strength_phase == "maximal_strength")
    earlier = sessions(as_threshold, quality, *range(1, heavy.number))
    return sessions(at_pace("interval", 30), quality, heavy.number)(earlier(plan))


def as_threshold(one: Session) -> Session:
    return replace(one, kind="threshold")


def fast_before_long(week: Week) -> Week:
    """The fast run stands on the day before the long one."""
    there = next((one.date for one in week.sessions if one.kind == "long"), None)
    if there is None:
        return week
    eve = there - timedelta(days=1)
    return replace(
        week,
        sessions=tuple(replace(one, date=eve) if quality(one) else one for one in week.sessions),
    )


DEFECTS: dict[str, tuple[str, Plant]] = {
    "MS401": ("ana-half", sessions(longer(1.4), run, 1)),
    "MS402": ("ana-half", sessions(lines(new_exercise), lift, 16)),
    "MS403": ("ana-half", without(race)),
    "MS404": ("ana-half", sessions(longer(2.0), run, 16)),
    "MS405": ("ana-half", weeks(lambda week: replace(week, lighter=True), 14)),
    "MS406": ("ana-half", sessions(longer(2.0), long, 6)),
    "MS407": ("ana-half", without(lift, 16)),
    "MS408": ("ana-half", sessions(longer(3.0), run, 17)),
    "MS409": ("ana-half", weeks(lambda week: replace(week, run_km=week.run_km + 1), 3)),
    "MS412": ("ana-half", sessions(longer(0.7), run, 7)),
    "MS413": ("ana-half", sessions(longer(1.5), long, 4)),
    "MS414": ("ana-half", weeks(lambda week: replace(week, lighter=False), 4, 8)),
    "MS415": ("ana-half", sessions(longer(0.5), long, 7)),
    "MS416": ("ana-half", sessions(longer(2.0), long, 14)),
    "MS418": ("ana-half", sessions(longer(0.4), easy, 6)),
    "MS420": ("first-10k", weeks(fast_before_long)),
    "MS423": ("ana-half", weeks(restless, *range(1, 13))),
    "MS425": ("ana-half", sessions(at_pace("interval", 3), quality, 10)),
    "MS426": ("ana-half", weeks(alike, 6)),
    "MS427": ("ana-half", too_much_at_once),
    "MS428": ("ana-half", sessions(at_pace("interval", 15), run, 2)),
    "MS429": ("ana-half", sessions(at_pace("interval", 15), quality, *range(1, 15))),
    "MS430": ("ana-half", sessions(at_pace("interval", 30), quality, 9, 10, 11, 13, 14)),
    "MS431": ("ana-half", without(tune_up)),
    "MS432": ("ana-half", paces_reversed),
    "MS433": ("ana-half", without(lift, 6, 7)),
    "MS434": ("ana-half", weeks(lambda week: replace(week, strength_phase="power"), 6)),
    "MS435": ("ana-half", sessions(lines(fewer_sets), whole, 8)),
    "MS436": ("marathon-masters", sessions(lines(same_load), whole)),
    "MS437": (
        "ana-half",
        sessions(lines(lambda line: None if "pull" in line.trains else line), whole, 6),
    ),
    "MS438": ("ana-half", sessions(lines(jump), whole, 2)),
    "MS439": ("ana-half", sessions(lambda one: replace(one, blocks=one.blocks[:-1]), whole, 2)),
    "MS440": ("ana-half", weeks(wandering)),
    "MS441": ("ana-half", without(whole, 5, 6, 7)),
    "MS444": (
        "ana-half",
        sessions(lines(lambda line: replace(line, trains=("squat",))), lift, 5, 6, 7),
    ),
    "MS445": ("ana-half", weeks(renamed, 10, 11, 12, 13)),
}


def found(plan: Plan, code: str) -> int:
    library = read_library()
    findings = findings_of(plan, library.principles, library.exercises)
    return sum(finding.code == code for finding in findings)


@pytest.mark.parametrize("code", DEFECTS)
def test_a_mistake_planted_in_a_season_is_found(code: str) -> None:
    name, plant = DEFECTS[code]
    sound = example(name).plan

    spoilt = plant(sound)

    assert spoilt != sound
    assert found(spoilt, code) > found(sound, code)


def test_every_mistake_has_a_defect() -> None:
    assert list(DEFECTS) == [mistake.code for mistake in MISTAKES]


def test_what_somebody_locked_is_told_and_muted() -> None:
    plant = sessions(lambda one: replace(longer(2.0)(one), locked="coach"), long, 4)
    library = read_library()

    told = findings_of(plant(example("ana-half").plan), library.principles)
    about = [one for one in told if one.place.session == "2026-W52-long" and one.code == "LM101"]

    assert [one.muted.because for one in about if one.muted] == ["coach"]
    assert about


def test_a_repeated_week_reads_like_no_coach() -> None:
    sound = example("ana-half").plan

    assert found(last_week_first(6)(sound), "MS440") > found(sound, "MS440")


def test_a_run_copied_week_after_week_is_no_variety() -> None:
    sound = example("ana-half").plan
    spoilt = copied(9, "threshold", 11)(copied(9, "threshold", 10)(sound))

    assert found(spoilt, "MS429") > found(sound, "MS429")
