"""A defect of every mistake's kind, to plant in any season: the rule that claims to see it must.

A rule that nobody has ever heard is not known to speak: "no error in two thousand seasons" could
be silence. A plant finds the weeks it spoils by what they are, and leaves a season alone that has
no such weeks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tests.seasons import is_loading

from dovetail.domain.plan import PaceView, Plan, Week
from dovetail.domain.prescription import Line, RunStep, Target
from dovetail.domain.session import Session

Plant = Callable[[Plan], Plan]
OfWeek = Callable[[Week], Week]
OfSession = Callable[[Session], Session]
Asks = Callable[[Session], bool]
Where = Callable[[Plan], Sequence[int]]
"""The numbers of the weeks that a defect belongs to, in any plan."""


# -- how a defect is planted -------------------------------------------------------------


def everywhere(plan: Plan) -> list[int]:
    return [week.number for week in plan.weeks]


def weeks(change: OfWeek, where: Where = everywhere) -> Plant:
    """Change some weeks, or all of them."""

    def plant(plan: Plan) -> Plan:
        numbers = where(plan)
        changed = (change(week) if week.number in numbers else week for week in plan.weeks)
        return replace(plan, weeks=tuple(changed))

    return plant


def sessions(change: OfSession, asks: Asks, where: Where = everywhere) -> Plant:
    """Change the sessions that somebody asks for; the sums of their weeks follow."""

    def of_week(week: Week) -> Week:
        changed = (change(one) if asks(one) else one for one in week.sessions)
        return summed(replace(week, sessions=tuple(changed)))

    return weeks(of_week, where)


def without(asks: Asks, where: Where = everywhere) -> Plant:
    """Take sessions out of their weeks."""

    def of_week(week: Week) -> Week:
        left = tuple(one for one in week.sessions if not asks(one))
        return summed(replace(week, sessions=left))

    return weeks(of_week, where)


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

        return sessions(change, quality, only(into))(plan)

    return plant


def last_week_first(number: int) -> Plant:
    """Repeat the sessions of the week before."""

    def plant(plan: Plan) -> Plan:
        before = next(week for week in plan.weeks if week.number == number - 1)

        def change(week: Week) -> Week:
            again = (moved(7)(one) for one in before.sessions)
            return summed(replace(week, sessions=tuple(again)))

        return weeks(change, only(number))(plan)

    return plant


# -- which weeks are meant ---------------------------------------------------------------


def only(*numbers: int) -> Where:
    return lambda _: numbers


def loading(plan: Plan) -> list[int]:
    return [week.number for week in plan.weeks if is_loading(week)]


def some(first: int, last: int | None) -> Where:
    """Some of the loading weeks, counted from 0 or from the end."""
    return lambda plan: loading(plan)[first:last]


def inside_a_block(plan: Plan) -> list[int]:
    """Loading weeks with a loading week on both sides, the first of them all left out."""
    full = loading(plan)
    return [number for number in full[2:] if {number - 1, number + 1} <= set(full)]


def lighter(plan: Plan) -> list[int]:
    return [week.number for week in plan.weeks if week.lighter and week.phase != "recovery"]


def of_race(plan: Plan) -> list[int]:
    return [week.number for week in plan.weeks if any(map(goal, week.sessions))]


def after_race(plan: Plan) -> list[int]:
    race_at = max(of_race(plan), default=len(plan.weeks))
    return [week.number for week in plan.weeks if week.number > race_at]


def before_taper(plan: Plan) -> list[int]:
    """The last weeks before the taper."""
    tapers = [week.number for week in plan.weeks if week.phase in ("taper", "race")]
    return [min(tapers) - 1] if tapers else []


def of_strength(phase: str) -> Where:
    """The first week of a strength phase."""

    def where(plan: Plan) -> list[int]:
        return [week.number for week in plan.weeks if week.strength_phase == phase][:1]

    return where


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


def goal(one: Session) -> bool:
    return race(one) and not tune_up(one)


def fast_or_tune_up(one: Session) -> bool:
    return quality(one) or tune_up(one) or (long(one) and len(one.steps) > 1)


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
    return daily(week, run, free=week.starts + timedelta(days=week.number % 7))


def alike(week: Week) -> Week:
    return daily(week, easy)


def daily(week: Week, asks: Asks, *, free: date | None = None) -> Week:
    """The same run on every day but one, in a week that has such a run."""
    found = next((one for one in week.sessions if asks(one)), None)
    if found is None:
        return week
    days = (week.starts + timedelta(days=day) for day in range(7))
    every = (replace(found, date=day, id=f"{found.id}{day.day}") for day in days if day != free)
    return summed(replace(week, sessions=tuple(every)))


def too_much_at_once(plan: Plan) -> Plan:
    """Intervals begin in the first week of maximal strength."""
    heavy = of_strength("maximal_strength")(plan)
    if not heavy:
        return plan
    earlier = sessions(as_threshold, quality, only(*range(1, heavy[0])))
    return sessions(at_pace("interval", 30), quality, only(*heavy))(earlier(plan))


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


DEFECTS: dict[str, Plant] = {
    "MS401": sessions(longer(1.4), run, some(0, 1)),
    "MS402": sessions(lines(new_exercise), lift, of_race),
    "MS403": without(race),
    "MS404": sessions(longer(2.0), run, of_race),
    "MS405": weeks(lambda week: replace(week, lighter=True), before_taper),
    "MS406": sessions(longer(2.0), long, some(4, 5)),
    "MS407": without(lift, of_race),
    "MS408": sessions(longer(3.0), run, after_race),
    "MS409": weeks(lambda week: replace(week, run_km=week.run_km + 1), some(2, 3)),
    "MS412": sessions(longer(0.7), run, inside_a_block),
    "MS413": sessions(longer(1.5), long, lighter),
    "MS414": weeks(lambda week: replace(week, lighter=False), lighter),
    "MS415": sessions(longer(0.5), long, inside_a_block),
    "MS416": sessions(longer(2.0), long, some(-1, None)),
    "MS418": sessions(longer(0.4), easy, some(4, 5)),
    "MS420": weeks(fast_before_long),
    "MS423": weeks(restless, some(0, 10)),
    "MS425": sessions(at_pace("interval", 3), quality, some(6, 9)),
    "MS426": weeks(alike, some(4, 5)),
    "MS427": too_much_at_once,
    "MS428": sessions(at_pace("interval", 15), run, some(1, 2)),
    "MS429": sessions(at_pace("interval", 15), quality, loading),
    "MS430": sessions(at_pace("interval", 30), quality, some(-5, None)),
    "MS431": without(fast_or_tune_up),
    "MS432": paces_reversed,
    "MS433": without(lift, some(4, 6)),
    "MS434": weeks(lambda week: replace(week, strength_phase="power"), some(4, 5)),
    "MS435": sessions(lines(fewer_sets), whole, lighter),
    "MS436": sessions(lines(same_load), whole),
    "MS437": sessions(
        lines(lambda line: None if "pull" in line.trains else line), whole, some(4, 5)
    ),
    "MS438": sessions(lines(jump), whole, some(1, 2)),
    "MS439": sessions(lambda one: replace(one, blocks=one.blocks[:-1]), whole, some(1, 2)),
    "MS440": weeks(wandering),
    "MS441": without(whole, some(3, 6)),
    "MS444": sessions(lines(lambda line: replace(line, trains=("squat",))), lift, some(3, 6)),
    "MS445": weeks(renamed, some(-4, None)),
}
"""By code: what that rule must see, in every season that has such weeks."""


def not_on_the_day_set(plan: Plan) -> Plan:
    wishes = plan.athlete.preferences
    must = replace(wishes, long_run=replace(wishes.long_run, must=True))
    return weeks(wandering)(replace(plan, athlete=replace(plan.athlete, preferences=must)))


BROKEN: dict[str, Plant] = {
    "LM112": sessions(at_pace("interval", 60), run, some(4, 7)),
    "LM113": sessions(longer(1.4), run, lighter),
    "PL215": not_on_the_day_set,
}
"""Limits and placement rules that a plan of ours never comes near."""
