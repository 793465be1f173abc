"""The weeks whose letters are kept: each as a runner might live it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.review.lived import Changed, Lived, asked, at, sessions_of

from dovetail.domain.decision import Reason
from dovetail.domain.plan import Finding, Plan, ReviewDecision, SessionChange, Week
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Away,
    Checkin,
    Event,
    Illness,
    Other,
    Pain,
    Race,
    Run,
    Skip,
    Strength,
)
from dovetail.domain.training_log import Test as SelfTest


def mornings(who: str, number: int, **said: tuple[Any, ...]) -> tuple[Checkin, ...]:
    """A check-in a day of a week, from Monday on; None is not told."""
    length = max(map(len, said.values()))
    return tuple(
        Checkin(
            id=f"morning-{number}-{place}",
            on=at(who, number, place),
            **{item: values[place] for item, values in said.items() if place < len(values)},
        )
        for place in range(length)
    )


def decision(code: str, facts: Mapping[str, Any], **said: Any) -> ReviewDecision:
    """A decision with the reason of a rule, of four weeks unless told otherwise."""
    first = said.pop("first")
    plain: dict[str, Any] = {
        "id": f"{code}-e1",
        "of": "week.km",
        "at_most": 30,
        "last": first + timedelta(days=27),
        "because": ("e1",),
    }
    return ReviewDecision(
        code=code, first=first, reasons=(Reason(code, facts),), **{**plain, **said}
    )


def with_session(old: Session, **new: Any) -> Changed:
    """The plan in which one session is another."""

    def changed(plan: Plan) -> Plan:
        return replace(plan, weeks=tuple(map(other, plan.weeks)))

    def other(week: Week) -> Week:
        less = (old.km or 0) - (new.get("km", old.km) or 0)
        if old not in week.sessions:
            return week
        long_km = week.long_run_km - (less if old.kind == "long" else 0)
        changed = tuple(replace(one, **new) if one == old else one for one in week.sessions)
        return replace(week, sessions=changed, run_km=week.run_km - less, long_run_km=long_km)

    return changed


def gate_shut(number: int) -> Changed:
    """The plan in which the gate of a week has not opened."""

    def shut(week: Week) -> Week:
        assert week.gate is not None
        return replace(week, gate=replace(week.gate, state="shut"))

    def changed(plan: Plan) -> Plan:
        return replace(
            plan, weeks=tuple(shut(one) if one.number == number else one for one in plan.weeks)
        )

    return changed


def pain(who: str, number: int, weekday: int, **said: Any) -> Event:
    return Pain(id=f"pain-{number}-{weekday}", on=at(who, number, weekday), **said)


def skip(session: Session, **said: Any) -> Event:
    return Skip(id=f"skip-{session.id}", on=session.date, session=session.id, **said)


def ride(who: str, number: int, weekday: int, minutes: float, rpe: float) -> Event:
    on = at(who, number, weekday)
    return Other(id=f"ride-{number}-{weekday}", on=on, minutes=minutes, rpe=rpe)


def run(who: str, number: int, weekday: int, **said: Any) -> Event:
    return Run(id=f"run-{number}-{weekday}", on=at(who, number, weekday), **said)


def _good_week() -> Lived:
    """Sore after the second heavy session, fine two days later; nights that were short."""
    told = mornings(
        "ana-half",
        9,
        sleep_h=(7.5, 6.5, 7.5, 6, 7, 6.5, 8),
        soreness=(5, 5, 5, 5, 3, 5, 5),
    )
    step_ups = {"rear-foot-elevated-split-squat": {"form": "broke"}}
    work = asked("ana-half", 8, 9, without=["easy-3"], sets=step_ups)
    return Lived(who="ana-half", number=9, events=(*told, *work))


def _steady_week() -> Lived:
    return Lived(who="ana-half", number=10, events=asked("ana-half", 8, 9, 10))


def _two_key_runs_missed() -> Lived:
    gone = ("quality-1", "quality-2")
    return Lived(who="jonas", number=9, events=asked("jonas", 8, 9, without=gone))


def _many_left_out() -> Lived:
    """Four left out, the long run among them; one was cut short, and the rest felt easy."""
    who = "ana-half"
    gone = ("easy-1", "easy-2", "easy-3", "long", "quality-1")
    threshold = sessions_of(who, 6)["quality-1"]
    short = run(who, 6, 2, minutes=threshold.minutes * 0.5, km=4, rpe=3)
    left = [skip(sessions_of(who, 6)[role]) for role in ("easy-1", "easy-2", "easy-3", "long")]
    return Lived(who=who, number=6, events=(*asked(who, 5, 6, without=gone), short, *left))


def _empty_fortnight() -> Lived:
    """Key runs and all easy ones left out on purpose; only the lifting was done, half of it."""
    who, week = "jonas", sessions_of("jonas", 8)
    runs = [one for one in week.values() if one.discipline == "run"]
    gone = [role for role, one in week.items() if one.discipline in ("run", "strength")]
    lifts = [
        Strength(id=f"half-{one.id}", on=one.date, minutes=one.minutes * 0.5)
        for one in week.values()
        if one.discipline == "strength"
    ]
    left = map(skip, runs)
    return Lived(who=who, number=8, events=(*asked(who, 7, 8, without=gone), *lifts, *left))


def _sore_knee() -> Lived:
    """A knee that said a little; sore legs at the week's end; nobody told how hard it was."""
    who = "jonas"
    told = mornings(who, 7, soreness=(None, None, None, None, None, None, 3))
    knee = pain(who, 7, 1, site="knee", during=1, next_morning=0)
    quiet = tuple(
        replace(one, rpe=None) if isinstance(one, Run | Strength) else one
        for one in asked(who, 6, 7)
    )
    return Lived(who=who, number=7, events=(*quiet, *told, knee))


def _lifts_with_weight(step_kg: float, start_kg: float, left: float = 4) -> Lived:
    """Five weeks of deadlifts that go one way, with so many left at the end."""
    who, last = "marathon-masters", 15
    events: list[Event] = []
    for number in range(11, last + 1):
        kg = start_kg + step_kg * (number - 11)
        events += asked(who, number, sets={"deadlift": {"load_kg": kg, "rir": left, "reps": 5}})
    return Lived(who=who, number=last, events=tuple(events))


def _tests() -> Lived:
    """A plank held longer than five weeks ago."""
    who = "marathon-masters"
    test = SelfTest(id="plank-2", on=at(who, 15, 5), test="side_plank", value=40)
    first = SelfTest(id="plank-1", on=at(who, 11, 5), test="side_plank", value=32)
    return Lived(who=who, number=15, events=(*asked(who, 14, 15), test, first))


def _cut_short(*weekdays: int) -> Lived:
    """Easy runs of half their length."""
    who = "ana-half"
    easy = {one.date: role for role, one in sessions_of(who, 10).items() if one.kind == "easy"}
    days = [at(who, 10, weekday) for weekday in weekdays]
    short = (run(who, 10, weekday, minutes=14, km=2) for weekday in weekdays)
    work = asked(who, 9, 10, without=[easy[day] for day in days])
    return Lived(who=who, number=10, events=(*work, *short))


def _sore_on_sunday() -> Lived:
    told = mornings("jonas", 6, soreness=(None, None, None, None, None, None, 3))
    return Lived(who="jonas", number=6, events=(*asked("jonas", 4, 5, 6), *told))


def _no_word_yet() -> Lived:
    """Nobody has told anything since the plan was made."""
    return Lived(who="clara", number=1)


def _harder() -> Lived:
    return Lived(who="jonas", number=7, events=asked("jonas", 6, 7, felt={"quality-1": 9}))


def _short_nights() -> Lived:
    """The taper begins next week; four nights were short."""
    told = mornings("ana-half", 14, sleep_h=(6.5, 6, 6.5, 7.5, 8, 6.5, 7))
    return Lived(who="ana-half", number=14, events=(*asked("ana-half", 13, 14), *told))


def _ride_only() -> Lived:
    """All as asked, and one ride beside it."""
    who = "ana-half"
    return Lived(who=who, number=7, events=(*asked(who, 6, 7), ride(who, 7, 4, 30, 3)))


def _monday() -> Lived:
    """A letter on a Monday, before anything was asked."""
    return Lived(who="dov", number=4, weekday=0, events=asked("dov", 2, 3))


def _race_week_lost() -> Lived:
    """A thin week before the last: the race is next, and Sunday's run is still to come."""
    who = "first-10k"
    return Lived(who=who, number=11, events=asked(who, 9, 10, 11, without=("long",)))


def _fever() -> Lived:
    ill = Illness(id="ill", on=at("ana-half", 6, 4), status="started", symptoms=("fever",))
    work = asked("ana-half", 5, 6, without=("easy-3", "long"))
    return Lived(who="ana-half", number=6, events=(*work, ill))


def _sore_achilles() -> Lived:
    who = "marathon-masters"
    sore = (pain(who, 12, 5, site="achilles", during=4, after=3, next_morning=2),)
    kept = decision(
        "AD332",
        {"site": "sites.achilles", "pain": 4, "share_pct": 75},
        first=at(who, 13, 0),
        of="run.km",
    )
    work = asked(who, 11, 12, without=("quality-1",))
    return Lived(who=who, number=12, events=(*work, *sore), decisions=(kept,))


def _achilles_stops() -> Lived:
    who = "marathon-masters"
    sore = pain(who, 12, 6, site="achilles", during=6, limp=True)
    return Lived(who=who, number=12, events=(*asked(who, 11, 12), sore))


def _over_doing() -> Lived:
    felt = {"easy-1": 6, "quality-1": 9.5}
    work = asked("dov", 3, 4, felt=felt)
    return Lived(
        who="dov",
        number=4,
        events=(*work, run("dov", 4, 3, minutes=35, km=6, rpe=4), ride("dov", 4, 5, 40, 4)),
    )


def _silence() -> Lived:
    return Lived(who="clara", number=5, events=asked("clara", 3, 4))


def _holiday() -> Lived:
    who = "ana-half"
    away = Away(id="away", on=at(who, 5, 0), until=at(who, 5, 6), why="family")
    left = [skip(one) for role, one in sessions_of(who, 5).items() if "rest" not in role]
    back = decision(
        "AD350", {"days": 7, "nth": 1, "share_pct": 50}, first=at(who, 6, 0), because=("away",)
    )
    return Lived(who=who, number=5, events=(*asked(who, 3, 4), away, *left), decisions=(back,))


def _new_heavy_work() -> Lived:
    told = mornings("jonas", 6, sleep_h=(8,) * 7, soreness=(6, 6, 3, 3, 6, 6, 6))
    return Lived(who="jonas", number=6, events=(*asked("jonas", 4, 5, 6), *told))


def _quiet_again() -> Lived:
    """A knee that has settled, and squats that were clean."""
    who = "ana-half"
    knee = (pain(who, 6, 1, site="knee", during=2), pain(who, 6, 5, site="knee", during=0))
    squats = SelfTest(id="squats", on=at(who, 6, 5), test="bodyweight_squat", value=12)
    return Lived(who=who, number=6, events=(*asked(who, 5, 6), *knee, squats))


def _grown_lines() -> Lived:
    """Five lines take more weight, two more repetitions; one faster run stands for another."""
    who, first = "jonas", at("jonas", 8, 0)
    old = sessions_of(who, 8)["quality-1"]

    def line(code: str, name: str, **facts: Any) -> ReviewDecision:
        told = {"exercise": name, "sign": "line_more.load", **facts}
        return decision(code, told, id=f"{code}-{name}", first=first, of="line.load_kg", about=name)

    heavier = (("Deadlift", 82.5), ("Front squat", 52.5), ("Lat pulldown", 46), ("Row", 36))
    again = (("Renegade row", 11), ("Weighted step-up", 7))
    more = [line("AD363", name, was_kg=kg - 2, load_kg=kg) for name, kg in heavier]
    reps = [line("AD364", name, load_kg=12, reps=count) for name, count in again]
    return Lived(
        who=who,
        number=7,
        events=asked(who, 6, 7),
        decisions=(*more, *reps),
        changed=with_session(old, kind="hills"),
        difference=(SessionChange(session=old.id, change="easier"),),
    )


def _few_minutes() -> Lived:
    """A week that differs by a minute from how it stood."""
    easy = sessions_of("ana-half", 11)["easy-1"]
    return Lived(
        who="ana-half",
        number=10,
        events=asked("ana-half", 9, 10),
        changed=with_session(easy, minutes=easy.minutes - 1),
        difference=(SessionChange(session=easy.id, change="easier"),),
    )


def _goal_made() -> Lived:
    who = "marathon-masters"
    race = Race(id="race", on=at(who, 24, 6), km=42.195, time="4:11:20")
    nights = mornings(who, 24, sleep_h=(6, 6, 5.5, 6, 6, 5, 5))
    return Lived(who=who, number=24, events=(*asked(who, 23, 24), *nights, race))


def _rest_after_the_race() -> Lived:
    made = _goal_made()
    return Lived(who=made.who, number=25, events=made.events)


def _goal_without_a_time() -> Lived:
    who, number = "first-10k", 12
    race = Race(id="race", on=at(who, number, 6), km=10, time="1:08:30")
    return Lived(who=who, number=number, events=(*asked(who, 11, 12), race))


def _coach_sets_the_week() -> Lived:
    """A coach's own number, and the runs that follow from it."""
    who, hand = "jonas", Reason("AD300", {"value": 75.0, "by": "coach"})
    easy = sessions_of(who, 9)["easy-1"]

    def changed(plan: Plan) -> Plan:
        weeks = (
            replace(one, run_km=75.0, reasons=(hand, *one.reasons)) if one.number == 9 else one
            for one in plan.weeks
        )
        return replace(plan, weeks=tuple(weeks))

    follows = SessionChange(session=easy.id, change="dropped", reasons=(hand,))
    return Lived(who=who, number=8, events=asked(who, 7, 8), changed=changed, difference=(follows,))


def _race() -> Lived:
    who = "ana-half"
    on = at(who, 12, 6)
    race = Race(id="race", on=on, km=10, time="50:40")
    before = Race(id="before", on=at(who, 8, 5), km=10, time="52:00")
    return Lived(who=who, number=12, events=(*asked(who, 8, 9, 10, 11, 12), before, race))


def _first_week() -> Lived:
    return Lived(who="first-10k", number=1, events=asked("first-10k", 1, without=("easy-1",)))


def _week_before_the_race() -> Lived:
    return Lived(who="jonas", number=19, events=asked("jonas", 18, 19))


def _after_the_race() -> Lived:
    who = "jonas"
    race = Race(id="race", on=at(who, 20, 6), km=42.195, time="2:58:30")
    return Lived(who=who, number=20, events=(*asked(who, 19, 20), race))


def _beginner() -> Lived:
    felt = {"easy-1": 6, "long": 5}
    return Lived(who="first-10k", number=7, events=asked("first-10k", 5, 6, 7, felt=felt))


def _proposed() -> Lived:
    who = "marathon-masters"
    asks = decision(
        "LM101",
        {"longest_km": 20, "cap_km": 22},
        id="AD309-e1",
        first=at(who, 9, 0),
        state="proposed",
    )
    return Lived(who=who, number=8, events=asked(who, 6, 7, 8), decisions=(asks,))


def _late_entries() -> Lived:
    late = (run("dov", 5, 1, minutes=40, km=6.5, rpe=4), run("dov", 5, 3, minutes=30, km=5))
    work = asked("dov", 5, 6)
    return Lived(who="dov", number=6, events=work, late=late)


def _thursday() -> Lived:
    gone = ("easy-2", "easy-3", "long", "strength-b")
    return Lived(
        who="ana-half", number=11, weekday=3, events=asked("ana-half", 10, 11, without=gone)
    )


def _gate_shut() -> Lived:
    who = "marathon-masters"
    tests = (
        SelfTest(id="calf", on=at(who, 10, 5), test="calf_raise", left=14, right=9),
        SelfTest(id="plank", on=at(who, 10, 5), test="side_plank", value=32),
    )
    return Lived(who=who, number=10, events=(*asked(who, 9, 10), *tests), changed=gate_shut(10))


def _gate_still_shut() -> Lived:
    who = "ana-half"
    return Lived(who=who, number=8, events=asked(who, 7, 8), standing=gate_shut(8))


def _last_week() -> Lived:
    return Lived(who="clara", number=12, events=asked("clara", 11, 12))


def _bone_signs() -> Lived:
    shin = pain("clara", 8, 5, site="shin", during=5, bone_signs=True)
    return Lived(who="clara", number=8, events=(*asked("clara", 7, 8), shin))


def _crowded_week() -> Lived:
    """A day that went: one session moves, one is left out, one shrinks, one is new."""
    who, coming = "ana-half", sessions_of("ana-half", 11)
    moves, shrinks = coming["quality-1"], coming["long"]
    new = at(who, 11, 3)

    def changed(plan: Plan) -> Plan:
        shorter = with_session(shrinks, km=14.0, minutes=92)(plan)
        return with_session(moves, date=new)(shorter)

    return Lived(
        who=who,
        number=10,
        events=asked(who, 8, 9, 10, without=("strength-b",)),
        changed=changed,
        difference=(
            SessionChange(session=moves.id, change="moved"),
            SessionChange(session=shrinks.id, change="easier"),
            SessionChange(session=coming["easy-3"].id, change="dropped"),
        ),
    )


def _more_than_planned() -> Lived:
    """What a coach's hand has made: one session is harder, one is new."""
    who, coming = "dov", sessions_of("dov", 5)
    return Lived(
        who=who,
        number=4,
        events=asked(who, 3, 4),
        changed=with_session(coming["long"], minutes=90, km=13.5),
        difference=(
            SessionChange(session=coming["long"].id, change="harder"),
            SessionChange(session=coming["quality-1"].id, change="added"),
        ),
    )


def _answers() -> Lived:
    """A yes and a no since the last letter, and a bound that goes on."""
    who, first = "ana-half", at("ana-half", 6, 0)
    pain_facts = {"site": "sites.knee", "pain": 3, "share_pct": 75}
    bound = decision("AD332", pain_facts, id="AD332-k", first=first)
    yes = decision("AD352", {"days": 31, "run_km": 5}, id="AD352-y", first=first)
    no = decision("AD350", {"days": 9, "nth": 2, "share_pct": 50}, id="AD350-n", first=first)
    return Lived(
        who=who,
        number=6,
        events=asked(who, 5, 6, without=("easy-1",)),
        known=(bound, replace(yes, state="proposed"), replace(no, state="proposed")),
        decisions=(bound, replace(yes, state="accepted"), replace(no, state="declined")),
    )


def _mistake() -> Lived:
    """A finding, said in the words of a rule that is there already."""
    facts: Mapping[str, Any] = {"long_km": 19, "days": 10, "first": 14, "last": 28}
    seen = Finding(code="MS406", severity="warning", amount=4, unit="days", facts=facts)
    return Lived(who="ana-half", number=7, events=asked("ana-half", 6, 7), findings=(seen,))


LETTERS: Mapping[str, Lived] = {
    "good-week-new-heavy-work": _good_week(),
    "steady-week": _steady_week(),
    "two-key-runs-missed": _two_key_runs_missed(),
    "many-left-out": _many_left_out(),
    "only-lifted": _empty_fortnight(),
    "sore-knee": _sore_knee(),
    "lift-grows": _lifts_with_weight(2, 12),
    "lift-slips": _lifts_with_weight(-2, 22, left=1),
    "test-again": _tests(),
    "one-cut-short": _cut_short(0),
    "two-cut-short": _cut_short(0, 5),
    "sore-on-sunday": _sore_on_sunday(),
    "no-word-yet": _no_word_yet(),
    "harder-than-asked": _harder(),
    "short-nights-before-taper": _short_nights(),
    "finding": _mistake(),
    "ride": _ride_only(),
    "monday": _monday(),
    "before-race-week": _race_week_lost(),
    "fever": _fever(),
    "sore-achilles": _sore_achilles(),
    "achilles-stops": _achilles_stops(),
    "over-doing": _over_doing(),
    "silence": _silence(),
    "holiday": _holiday(),
    "first-heavy-week-sore": _new_heavy_work(),
    "tune-up-race": _race(),
    "quiet-again": _quiet_again(),
    "grown-lines": _grown_lines(),
    "few-minutes": _few_minutes(),
    "goal-made": _goal_made(),
    "rest-after-the-race": _rest_after_the_race(),
    "goal-without-a-time": _goal_without_a_time(),
    "coach-sets-the-week": _coach_sets_the_week(),
    "first-week": _first_week(),
    "week-before-the-race": _week_before_the_race(),
    "after-the-race": _after_the_race(),
    "beginner": _beginner(),
    "proposed-decision": _proposed(),
    "late-entries": _late_entries(),
    "thursday": _thursday(),
    "gate-shut": _gate_shut(),
    "gate-still-shut": _gate_still_shut(),
    "last-week": _last_week(),
    "bone-signs": _bone_signs(),
    "crowded-week": _crowded_week(),
    "more-than-planned": _more_than_planned(),
    "answers": _answers(),
}
"""By the name of its file."""
