"""How somebody lives from day to day: what they do of a plan, and what they write down."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dovetail.domain.performed import PerformedSet
from dovetail.domain.plan import Plan
from dovetail.domain.session import Session
from dovetail.domain.training_log import (
    Away,
    Checkin,
    Event,
    Illness,
    Lock,
    Mute,
    Note,
    Pain,
    PainSite,
    Race,
    Run,
    SetQuantity,
    Skip,
    Strength,
    Symptom,
    Test,
    Void,
)

DAY = timedelta(days=1)
SATURDAY = 5
PASSED = 90.0
"""More than any test asks."""
SYMPTOMS: tuple[Symptom, ...] = ("above_neck", "fever", "stomach", "below_neck")
SITES: tuple[PainSite, ...] = ("achilles", "knee", "calf")
SPELLS = ("good", "sleepless", "ill", "sore", "away", "silent", "keen", "careless")
"""What a stretch of a life is like; most of it is good."""
WEIGHTS = (60, 8, 6, 6, 6, 4, 6, 4)
DAYS_OF = {
    "good": (7, 30), "sleepless": (2, 10), "ill": (3, 12), "sore": (3, 15), "away": (3, 12),
    "silent": (7, 60), "keen": (7, 21), "careless": (7, 14),
}  # fmt: skip


@dataclass
class Life:
    """One person's days: a spell at a time, each with its own habits."""

    chance: random.Random
    good_only: bool = False
    spell: str = "good"
    until: date = date.min
    began: date = date.min
    count: int = 0
    log: list[Event] = field(default_factory=list)

    def live(self, plan: Plan, today: date) -> None:
        """Do and write down a day."""
        if today > self.until:
            self._end(today)
            self._begin(today)
        for event in self._events(plan, today):
            self.log.append(event)
        if self.spell == "careless" and self.log and self.chance.random() < 0.2:
            self.log.append(self._corrected(today))

    def name(self) -> str:
        """Return the next id."""
        self.count += 1
        return f"e{self.count}"

    def _begin(self, today: date) -> None:
        self.spell = "good" if self.good_only else self.chance.choices(SPELLS, WEIGHTS)[0]
        low, high = DAYS_OF[self.spell]
        self.began, self.until = today, today + self.chance.randint(low, high) * DAY
        if self.spell == "ill":
            sign: Symptom = self.chance.choice(SYMPTOMS)
            self.log.append(Illness(id=self.name(), on=today, status="started", symptoms=(sign,)))
        if self.spell == "away":
            self.log.append(
                Away(
                    id=self.name(), on=today, until=self.until,
                    why="work" if self.chance.random() < 0.4 else "travel",
                    minutes=self.chance.choice((0.0, 30.0, 45.0)),
                )
            )  # fmt: skip

    def _end(self, today: date) -> None:
        if self.spell == "ill":
            self.log.append(Illness(id=self.name(), on=today, status="ended"))

    def _events(self, plan: Plan, today: date) -> Iterator[Event]:
        chance = self.chance
        if self.spell == "silent" or self.spell == "ill":
            return
        if chance.random() < 0.7:
            yield self._checkin(today)
        if self.spell == "sore" and chance.random() < 0.6:
            worst = chance.choice((1.0, 2.0, 3.0, 4.0, 6.0))
            site: PainSite = chance.choice(SITES)
            yield Pain(id=self.name(), on=today, site=site, during=worst)
        if today.weekday() == SATURDAY:
            yield from self._tests(plan, today)
        for session in _sessions(plan, today):
            yield from self._of(session, today)
        if self.spell == "keen" and chance.random() < 0.15:
            yield Run(id=self.name(), on=today, minutes=50.0, km=9.0, rpe=5.0)
        if chance.random() < 0.01 and not self.good_only:
            yield from self._hand(plan, today)

    def _tests(self, plan: Plan, today: date) -> Iterator[Event]:
        """Test what the week's gate asks; in a good life all is passed."""
        week = next((one for one in plan.weeks if 0 <= (today - one.starts).days < 7), None)
        for need in week.gate.needs if week is not None and week.gate is not None else ():
            if self.good_only or self.chance.random() < 0.8:
                value = PASSED if self.good_only else self.chance.choice((PASSED, PASSED, 3.0))
                yield Test(id=self.name(), on=today, test=need, value=value)

    def _checkin(self, today: date) -> Checkin:
        chance, bad = self.chance, self.spell in ("sleepless", "sore")
        low, high = (1, 5) if bad else (4, 7)
        items = [chance.randint(low, high) for _ in range(5)]
        hours = chance.uniform(4.0, 6.4) if self.spell == "sleepless" else chance.uniform(6.5, 8.5)
        return Checkin(
            id=self.name(), on=today, sleep_h=round(hours, 1), sleep=items[0],
            fatigue=items[1], stress=items[2], soreness=items[3], mood=items[4],
        )  # fmt: skip

    def _of(self, session: Session, today: date) -> Iterator[Event]:
        """Do a session, some of it, more than it, or not."""
        chance = self.chance
        dice = chance.random()
        if self.spell == "away" and dice < 0.7:
            return
        if self.spell == "good" and dice < (0.0 if self.good_only else 0.06):
            tired = chance.random() < 0.3
            yield Skip(
                id=self.name(), on=today, session=session.id, why="tired" if tired else "work"
            )  # fmt: skip
            return
        share = {"keen": 1.25, "careless": chance.choice((0.5, 1.0, 1.4))}.get(self.spell, 1.0)
        logged = today
        if not self.good_only and chance.random() < 0.08:
            logged = today + chance.randint(1, 12) * DAY
        over = 2.0 if self.spell == "keen" and chance.random() < 0.4 else 0.0
        effort = None if session.rpe is None else min(10.0, round(sum(session.rpe)) / 2 + over)
        name = self.name()
        if session.discipline == "run":
            km = None if session.km is None else round(session.km * share, 1)
            yield Run(
                id=name, on=today, logged=logged,
                minutes=round(session.minutes * share, 1), km=km, rpe=effort,
                session=session.id if chance.random() < 0.6 else None,
            )  # fmt: skip
        elif session.discipline == "strength":
            yield Strength(
                id=name, on=today, logged=logged,
                minutes=float(session.minutes), rpe=effort, session=session.id,
                sets=tuple(self._sets(session)),
            )  # fmt: skip
        elif session.discipline == "race" and session.km:
            seconds = int(session.minutes * 60)
            time = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
            yield Race(
                id=name, on=today, logged=logged, km=session.km, time=time, session=session.id
            )

    def _sets(self, session: Session) -> Iterator[PerformedSet]:
        for line in session.working_lines():
            for _ in range(line.sets):
                reps = None if line.reps is None else int(line.reps[0])
                broke = self.spell == "careless" and self.chance.random() < 0.2
                yield PerformedSet(
                    exercise=line.exercise,
                    reps=reps,
                    seconds=20 if reps is None else None,
                    load_kg=12.0 if line.load_rule is not None else None,
                    rir=line.rir if not self.good_only else None,
                    form="broke" if broke else "clean",
                )

    def _hand(self, plan: Plan, today: date) -> Iterator[Event]:
        ahead = [
            one
            for week in plan.weeks
            for one in week.sessions
            if today < one.date <= today + 14 * DAY and one.discipline in ("run", "strength")
        ]
        if not ahead:
            return
        one, kind = self.chance.choice(ahead), self.chance.randint(0, 3)
        if kind == 0:
            yield Lock(id=self.name(), on=today, by="coach", session=one.id, why="as agreed")
        elif kind == 1:
            monday = one.date - one.date.weekday() * DAY
            week = next(week for week in plan.weeks if week.starts == monday)
            yield SetQuantity(
                id=self.name(), on=today, by="coach", quantity="week.km",
                value=round(week.run_km * self.chance.choice((0.8, 0.95, 1.05)), 1),
                first=monday, until=monday + 6 * DAY, why="a coach's number",
            )  # fmt: skip
        elif kind == 2:
            yield Mute(id=self.name(), on=today, by="coach", code="MS440", why="we know")
        else:
            yield Note(id=self.name(), on=today, text="Busy weeks ahead.")

    def _corrected(self, today: date) -> Event:
        """Take back or correct one of the last entries."""
        wrong = self.chance.choice(self.log[-10:])
        if isinstance(wrong, Run) and self.chance.random() < 0.6:
            return replace(
                wrong, id=self.name(), corrects=wrong.id, logged=today,
                minutes=round(wrong.minutes * 0.9, 1),
            )  # fmt: skip
        return Void(id=self.name(), on=wrong.on, logged=today, corrects=wrong.id)


def _sessions(plan: Plan, today: date) -> Sequence[Session]:
    """The sessions of a day as the plan has them; those of rest are none."""
    return [
        one
        for week in plan.weeks
        for one in week.sessions
        if one.date == today and one.discipline != "rest"
    ]
