"""A story, lived by the plan day by day and reviewed every Sunday: fifty-two letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Any

from tests.golden.twelve import season_of
from tests.review.year_story import Story, Stretch, log_line, story_of

from dovetail.application.make_plan import make_plan
from dovetail.application.review_plan import review_plan
from dovetail.application.today import asked_on
from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.athlete import Athlete, RaceResult
from dovetail.domain.performed import PerformedSet
from dovetail.domain.plan import Plan
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Checkin,
    Event,
    Mobility,
    Race,
    Run,
    Skip,
    Strength,
)
from dovetail.domain.training_log import Test as SelfTest
from dovetail.domain.units import Duration
from dovetail.explaining.speaker import Speaker
from dovetail.formats.letter_text import letter_text

DAY = timedelta(days=1)
WEEKS, SUNDAY, SATURDAY = 52, 6, 5
WIDTH = 76
WALK_RUN_KM_PER_MIN = 1 / 9.5
"""Where a session has no kilometres of its own."""


def speaker(plan: Plan) -> Speaker:
    """Speak to the runner of a plan."""
    return Speaker(read_sentences("en"), units=plan.units, level=plan.athlete.level)


@dataclass(frozen=True)
class Written:
    """The letter of one Sunday."""

    on: date
    plan: Plan
    happened: tuple[str, ...]

    @property
    def text(self) -> str:
        """The letter, below what happened in its week."""
        life = "".join(f"[{one}]\n" for one in self.happened)
        head = f"=== {self.on} ===\n{life}"
        return f"{head}\n{letter_text(self.plan, say=speaker(self.plan), width=WIDTH)}"


@dataclass
class Year:
    """One person's days, and what they wrote down."""

    story: Story
    plan: Plan
    log: list[Event] = field(default_factory=list)
    turn: int = 0
    """How many sessions were done: habits take turns by it."""
    seasons: int = 0

    def letters(self, today: date) -> Iterator[Written]:
        """Live a year from a Monday on; yield the letter of each Sunday."""
        library = read_library()
        ends = today + timedelta(weeks=WEEKS)
        while today < ends:
            if today > self.plan.weeks[-1].starts + 6 * DAY:
                self.plan = self._next_season(today)
            self._live(today)
            if today.weekday() == SUNDAY:
                self.plan = review_plan(
                    self.plan.athlete, self.log, today, standing=self.plan, library=library
                )
                yield Written(today, self.plan, tuple(self.story.said(today - 6 * DAY, today)))
            today += DAY

    # -- a day ---------------------------------------------------------------------------

    def _live(self, today: date) -> None:
        stretches = tuple(self.story.of(today))
        self._tell("tells", today)
        if all(one.does != "nothing" or one.only for one in stretches):
            self.log += self._morning(today, stretches)
            asked = asked_on(self.plan, self.log, today, library=read_library()).asked
            for one in asked:
                if one.now is not None and one.was.done is None:
                    self.log += self._of(one.now, stretches)
            if today.weekday() == SATURDAY:
                self.log += self._tests(today)
        self._tell("evening", today)

    def _tell(self, when: str, today: date) -> None:
        for stretch in self.story.stretches:
            for told in getattr(stretch, when):
                if told.get("told", told.get("on", stretch.first)) == today:
                    self.log.append(log_line(told, today))

    def _morning(self, today: date, stretches: tuple[Stretch, ...]) -> Iterator[Event]:
        """Check in as usual, with what a stretch says of the day."""
        said = {key: week[today.weekday()] for key, week in self.story.habits["morning"].items()}
        for stretch in stretches:
            place = (today - stretch.first).days
            said |= {key: days[place % len(days)] for key, days in stretch.morning.items()}
        if said:
            yield Checkin(id=f"morning-{today}", on=today, **said)

    # -- a session -----------------------------------------------------------------------

    def _of(self, session: Session, stretches: tuple[Stretch, ...]) -> Iterator[Event]:
        about = [one for one in stretches if one.is_about(session.kind, session.discipline)]
        if any(one.does == "nothing" for one in about) or session.discipline in ("rest", "race"):
            return
        name = f"{session.discipline}-{session.id}"
        left_out = next((one for one in about if one.does == "skips"), None)
        if left_out is not None:
            why: Any = left_out.why
            yield Skip(id=f"skip-{session.id}", on=session.date, session=session.id, why=why)
            return
        yield self._done(session, name, about)

    def _done(self, session: Session, name: str, about: list[Stretch]) -> Event:
        share, felt = self._habit("run_share"), self._habit("felt")
        self.turn += 1
        for stretch in about:
            share, felt = share * stretch.share, felt + stretch.felt
        most = min((one.minutes for one in about if one.minutes is not None), default=None)
        if most is not None:
            share = min(share, most / session.minutes)
        late = max((one.late_days for one in about), default=0)
        rpe = min(10.0, sum(session.rpe) // 1 / 2 + felt) if session.rpe else None
        plain: dict[str, Any] = {
            "id": name,
            "on": session.date,
            "logged": session.date + late * DAY,
            "rpe": rpe,
        }
        if session.discipline == "run":
            km = round((session.km or session.minutes * WALK_RUN_KM_PER_MIN) * share, 1)
            return Run(minutes=round(session.minutes * share), km=km, **plain)
        minutes = round(session.minutes * min(share, 1.0))
        if session.discipline == "strength":
            form = {key: how for one in about for key, how in one.form.items()}
            sets = tuple(one for line in session.lines() for one in self._sets(line, form))
            return Strength(minutes=minutes, sets=sets, session=session.id, **plain)
        return Mobility(minutes=minutes, **plain)

    def _habit(self, key: str) -> float:
        turns = self.story.habits[key]
        return float(turns[self.turn % len(turns)])

    def _sets(self, line: Line, form: Mapping[str, str]) -> Iterator[PerformedSet]:
        how: Any = form.get(line.exercise, "clean")
        amount: dict[str, Any] = {"reps": round(line.reps[1])} if line.reps else {}
        amount = amount or ({"metres": line.metres} if line.metres else {"seconds": 30})
        load = line.load_kg
        if load is None and line.load_rule is not None:
            load = self.story.lifts.get(line.exercise)
        for number in range(1, line.sets + 1):
            broke = how == "broke" and number == line.sets
            yield PerformedSet(
                exercise=line.exercise, load_kg=load, rir=line.rir,
                form="broke" if broke else "clean", **amount,
            )  # fmt: skip

    def _tests(self, today: date) -> Iterator[Event]:
        """Do the tests that the week's gate asks for, one value after another."""
        week = next((one for one in self.plan.weeks if 0 <= (today - one.starts).days < 7), None)
        if week is None or week.gate is None or week.gate.state == "open":
            return
        for need in week.gate.needs:
            done = sum(isinstance(one, SelfTest) and one.test == need for one in self.log)
            values = self.story.tests.get(need, ())
            if values:
                value = values[min(done, len(values) - 1)]
                yield SelfTest(id=f"test-{need}-{today}", on=today, test=need, **value)

    # -- a season after the race -----------------------------------------------------------

    def _next_season(self, today: date) -> Plan:
        told = self.story.after[min(self.seasons, len(self.story.after) - 1)]
        self.seasons += 1
        athlete = _healthy(self.plan.athlete, today, told, self._raced())
        return make_plan(athlete, (), today, library=read_library())

    def _raced(self) -> tuple[RaceResult, ...]:
        races = (one for one in self.log if isinstance(one, Race))
        timed = ((one, Duration.parse(one.time)) for one in races)
        return tuple(RaceResult(km=one.km, time=time, date=one.on) for one, time in timed if time)


def _healthy(
    athlete: Athlete, today: date, told: Mapping[str, Any], races: tuple[RaceResult, ...]
) -> Athlete:
    """The same person without a race ahead, with what the year has made of them."""
    goal = replace(
        athlete.goal, race="healthy", km=None, date=None, time=None, tune_up=(), start=None
    )
    running = replace(athlete.running, as_of=today, races=races, **told["running"])
    strength = replace(athlete.strength, **told.get("strength", {}))
    return replace(athlete, goal=goal, running=running, strength=strength)


@cache
def letters_of(name: str, *, weeks: int = WEEKS) -> tuple[Written, ...]:
    """Live the year of somebody (10 to 15 s), or its first weeks."""
    season = season_of(name)
    return tuple(islice(Year(story_of(name), season.plan).letters(season.today), weeks))


def year_text(name: str, *, weeks: int = WEEKS) -> str:
    """All letters of a year, in order."""
    return "\n".join(one.text for one in letters_of(name, weeks=weeks))
