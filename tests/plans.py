"""Plans made by hand: Ana's half marathon, and the same for a beginner who runs by feel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from tests.plan_parts import (
    circuit,
    heavy,
    long_run,
    race,
    rest,
    run,
    strength,
    strides,
    threshold,
)

from dovetail.cli.plan import example, example_names, make
from dovetail.content.sentences import TomlSentences, read_sentences
from dovetail.domain.athlete import (
    Athlete,
    Availability,
    Day,
    Goal,
    Level,
    Running,
    StrengthHistory,
)
from dovetail.domain.decision import Fact, Reason
from dovetail.domain.performed import PerformedSet
from dovetail.domain.plan import (
    Content,
    Finding,
    Gate,
    GoalView,
    LetterPart,
    PaceView,
    PlaceInPlan,
    Placement,
    Plan,
    Predicted,
    Review,
    ReviewDecision,
    RunPhase,
    SessionChange,
    StrengthPhase,
    Week,
)
from dovetail.domain.session import Done, Session
from dovetail.domain.units import Duration
from dovetail.explaining.speaker import Speaker

START = date(2026, 11, 23)
SENTENCES = {
    "AI901": {
        "short": "an easy run",
        "why": "Easy running is most of the week.",
        "purpose": "Easy miles carry everything else.",
    },
    "AI902": {
        "short": "{phase} comes now",
        "why": "{phase} comes now, week {step} of it.",
        "purpose": "Balance and control first: every stride is a landing on one leg, and this is"
        " where heavy lifting is earned.",
    },
    "AI903": {
        "short": "threshold",
        "why": "Threshold work makes hard last longer.",
        "purpose": "Hard, and still under control: most of racing is that.",
    },
    "AI904": {
        "short": "a day off",
        "why": "Nothing. That is the plan.",
        "purpose": "Nothing. That is the plan.",
    },
    "AI905": {
        "short": "where you are",
        "why": "Week {week_number} looks like what you already do.",
        "purpose": "This week looks like what you already do. The strength is new, so the running"
        " stays still.",
    },
    "AI906": {
        "short": "the long run",
        "why": "The long run is the week's backbone.",
        "purpose": "One run a week that is longer than the others, so that the distance loses its"
        " size.",
    },
    "LM901": {
        "short": "longest in 30 days: {longest_km}",
        "why": "Your longest run of the last 30 days was {longest_km}, and one step is enough.",
        "fix": "Run {asked_km} at most.",
    },
}


def sentences() -> TomlSentences:
    """English, with the codes used here."""
    return TomlSentences({**read_sentences("en").tables, **SENTENCES})


def speaker(level: Level = "intermediate", units: Literal["km", "mi"] = "km") -> Speaker:
    """A speaker of those sentences."""
    return Speaker(sentences(), units=units, level=level)


def athlete(level: Level = "intermediate") -> Athlete:
    """Ana, who runs four times a week and has dumbbells."""
    return Athlete(
        name="Ana",
        born=date(1990, 5, 2),
        sex="female",
        level=level,
        goal=Goal(race="half", date=date(2027, 3, 14), time=Duration(7080)),
        running=Running(weekly_km=30, longest_km=12, years=3.5),
        strength=StrengthHistory(equipment=("dumbbells", "bands")),
        availability=Availability(
            monday=Day(am=80), wednesday=Day(am=70), thursday=Day(am=80), sunday=Day(am=140)
        ),
    )


PHASES: tuple[tuple[RunPhase, StrengthPhase | None, bool, float, float], ...] = (
    ("base", "stabilization", False, 30, 12),
    ("base", "stabilization", False, 32, 13),
    ("base", "stabilization", False, 34, 14),
    ("base", "stabilization", True, 25, 10),
    ("base", "strength_endurance", False, 34, 14),
    ("base", "strength_endurance", False, 36, 15),
    ("build", "strength_endurance", False, 39, 16),
    ("build", "strength_endurance", True, 29, 12),
    ("build", "maximal_strength", False, 39, 16),
    ("build", "maximal_strength", False, 41, 17),
    ("build", "maximal_strength", False, 44, 18),
    ("peak", "maximal_strength", True, 32, 14),
    ("peak", "maximal_strength", False, 46, 19),
    ("peak", "maximal_strength", False, 48, 20),
    ("taper", "activation", False, 32, 12),
    ("race", None, False, 18, 0),
)


def _days(number: int, monday: date) -> Iterator[Session]:
    _, phase, _, _, long_km = PHASES[number - 1]
    day = [monday + timedelta(days=n) for n in range(7)]
    block = heavy() if phase == "maximal_strength" else circuit()
    yield run(day[0], "easy-1")
    if phase is not None:
        yield strength(day[0], "a", phase=phase, block=block)
    yield rest(day[1])
    yield threshold(day[2]) if number > 5 else strides(day[2])
    yield run(day[3], "easy-3")
    if phase is not None and number < 15:
        yield strength(day[3], "b", phase=phase, block=block)
    yield rest(day[4])
    yield rest(day[5])
    yield long_run(day[6], long_km) if long_km else race(day[6])


def week(number: int, start: date = START) -> Week:
    """A week of the season, numbered from 1."""
    phase, strength_phase, lighter, km, long_km = PHASES[number - 1]
    monday = start + timedelta(weeks=number - 1)
    sessions = tuple(_days(number, monday))
    return Week(
        number=number,
        starts=monday,
        phase=phase,
        strength_phase=strength_phase,
        gate=Gate(opens="maximal_strength", state="assumed", needs=("calf_raise",)),
        lighter=lighter,
        minutes=sum(session.minutes for session in sessions),
        run_km=km,
        long_run_km=long_km,
        training_load=sum(session.training_load for session in sessions),
        placement=Placement(proven=True, price={"PL218": 3}),
        reasons=(Reason("AI905", {"week_number": number}),),
        sessions=sessions,
    )


def plan(weeks: int = 16, level: Level = "intermediate") -> Plan:
    """The season, or its first weeks."""
    return Plan(
        made_on=START,
        season_starts=START,
        committed_until=START + timedelta(days=6),
        version="1.0.0",
        content=Content(fingerprint="0123456789abcdef", overrides={"fresh_legs_hours": 30}),
        language="en",
        units="km",
        policy="separate_days",
        athlete=athlete(level),
        goal=GoalView(
            race="half",
            km=21.0975,
            date=date(2027, 3, 14),
            time_s=7080,
            predicted=Predicted(s=7002, low_s=6780, high_s=7224, model="race_fitness"),
            outlook="likely",
        ),
        race_fitness=38.2,
        paces={
            "easy": PaceView(s_per_km=(380, 420), hr=(120, 140), rpe=(2, 4)),
            "threshold": PaceView(s_per_km=(315, 320), rpe=(6, 7), reasons=(Reason("AI903"),)),
        },
        weeks=tuple(week(number) for number in range(1, weeks + 1)),
    )


def beginner_plan(weeks: int = 16) -> Plan:
    """The same season by the clock and by feel."""
    whole = plan(weeks, "beginner")
    by_feel = tuple(
        replace(each, sessions=tuple(map(_by_feel, each.sessions))) for each in whole.weeks
    )
    return replace(whole, weeks=by_feel, paces={}, race_fitness=None)


def _by_feel(session: Session) -> Session:
    steps = tuple(
        replace(
            step,
            km=None,
            minutes=step.minutes or round((step.km or 0) * 6.7),
            target=replace(step.target, s_per_km=None),
        )
        for step in session.steps
        if step.part != "race"
    )
    return replace(session, steps=steps) if steps else session


def reviewed_plan() -> Plan:
    """A plan with everything a plan can hold: done sessions, findings, a review."""
    whole = plan(2)
    first = whole.weeks[0]
    done = Done(
        status="partly",
        events=("e1",),
        minutes=30,
        km=4.5,
        rpe=4.5,
        sets=(PerformedSet(exercise="goblet-squat", reps=10, load_kg=22.68, rir=3),),
        asked_sets=15,
    )
    sessions = (
        replace(first.sessions[0], state="past", done=done, locked="e9"),
        *first.sessions[1:],
    )
    long_km: dict[str, Fact] = {
        "longest_km": 17.6,
        "asked_km": 18,
        "clean": True,
        "because_date": "2026-11-22",
    }
    spoke = (Reason("LM901", long_km, ("coach-t", "dovetail")),)
    return replace(
        whole,
        weeks=(replace(first, sessions=sessions), *whole.weeks[1:]),
        findings=(
            Finding(
                code="LM901",
                severity="warning",
                place=PlaceInPlan(week="2026-W48", session="2026-W48-long"),
                amount=1.5,
                unit="km",
                facts=long_km,
            ),
        ),
        review=Review(
            on=date(2026, 11, 30),
            since=START,
            signals={"soreness": 3, "hrv": None, "adherence": 0.5},
            decisions=(
                ReviewDecision(
                    id="AD301-e1",
                    code="AD301",
                    of="week.km",
                    at_most=28.5,
                    first=date(2026, 11, 30),
                    last=date(2026, 12, 6),
                    because=("e1",),
                    reasons=spoke,
                ),
            ),
            difference=(
                SessionChange(session="2026-W49-long", change="easier", was="13", now="12"),
            ),
            letter=(LetterPart(part="changes", reasons=spoke),),
        ),
    )


def real_plans() -> tuple[Plan, ...]:
    """A plan for every example."""
    return tuple(make(each.athlete, each.today) for each in map(example, example_names()))
