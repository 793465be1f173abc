"""Weeks as a coach tells them in a case file: what stood, what was done, and what follows.

`weeks` are those of a plan, as seasons are told; the first one has been lived and today is its
Sunday. `lived = 2` says that the second one has, `on = "thu"` that it is that day of the week
after. What was done stands beside: `done = "80 %, 32 km"`, a session by its day and kind
(`missed = ["sun long"]`), an effort as `tue threshold 9 for 6-7`, a line as
`goblet-squat 20 kg: 3 clean, reps 12 of 10-12, left 4 of 3`; `tue -1` is the Tuesday of the
week before. An order is read as `week.km at most 30.8, next week`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

from tests.rulebook.gate_words import gate_case
from tests.rulebook.season_words import DAYS, START, season_case

from dovetail.content.library import read_library
from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Order
from dovetail.domain.plan import Gate, Legs, StrengthPhase, Week
from dovetail.domain.prescription import Range
from dovetail.domain.principles import Principles
from dovetail.domain.session import Session
from dovetail.domain.signals import Layoff, PainCourse, PainDay, Readiness, Signals, Slump
from dovetail.domain.training_log import Away, UnlockPhase
from dovetail.domain.week_signals import (
    Adherence,
    BodyLoad,
    EffortTold,
    LegCounters,
    LineDone,
    PulseTold,
    RaceDone,
    TestDone,
    WeekSignals,
)
from dovetail.rulebook.season_case import SeasonCase
from dovetail.rulebook.training_case import TrainingCase

__all__ = ["gate_case", "orders_in_words", "training_case"]
AU = 1000.0
"""Asked of a week, so that a share of it is a round number."""
SHARE = re.compile(r"([\d.]+) %(?:, ([\d.]+) km)?")
EFFORT = re.compile(r"(.+) ([\d.]+) for ([\d.]+)-([\d.]+)")
LINE = re.compile(r"(?:(\w{3}(?: -?\d)?) )?([a-z-]+)(?: ([\d.]+) kg)?: (.+)")
TEST = re.compile(r"([\d.]+)(?:/([\d.]+))?(?:, (\d+) days ago)?(?:, before ([\d.]+))?")
RACE = re.compile(r"([\d.]+) km in (\d+) s, fitness ([\d.]+)")
GOOD, TIRED = Readiness(wellness_z=0.5), Readiness(wellness_z=-1.5)
"""A tired morning has two points."""


def training_case(told: Mapping[str, Any], principles: Principles | None = None) -> TrainingCase:
    """Read a case; what it does not tell is a week done as asked, without a word."""
    season = season_case(told, principles)
    return _Told(told, season).case()


class _Told:
    """A case while it is read."""

    def __init__(self, told: Mapping[str, Any], season: SeasonCase) -> None:
        self.told, self.season = told, season
        self.weeks = tuple(_with_more(week, told) for week in season.plan.weeks)
        self.lived = START + timedelta(weeks=int(told.get("lived", 1)) - 1)
        sunday = self.lived + timedelta(days=6)
        self.today = sunday + timedelta(days=1 + DAYS[told["on"]]) if "on" in told else sunday

    def case(self) -> TrainingCase:
        ended = self.signals(self.lived, str(self.told.get("done", "100 %")), self.told)
        before = [
            self.signals(self.lived - timedelta(weeks=back), words, {})
            for back, words in enumerate(self.told.get("done_before", ()), 1)
        ]
        plan = self.season.plan
        now, earlier = ended, before
        if "on" in self.told:
            now, earlier = self.in_hand(ended), [ended, *before]
        return TrainingCase(
            today=self.today,
            now=now,
            before=tuple(earlier[:3]),
            signals=self.day(),
            weeks=self.weeks,
            away=tuple(map(self.away, self.told.get("away", ()))),
            exercises=read_library().exercises,
            principles=self.season.principles,
            athlete=replace(plan.athlete, sex=self.told.get("sex", plan.athlete.sex)),
            runner=self.season.runner,
            race_fitness=plan.race_fitness,
            tests=dict(self.tests()),
            unlocks=tuple(
                UnlockPhase(id="coach", on=self.lived, what=what)
                for what in self.told.get("unlocked", ())
            ),
            skipped_because={
                self.session(where).id: why for where, why in self.told.get("skipped", {}).items()
            },
        )

    def in_hand(self, ended: WeekSignals) -> WeekSignals:
        """The week that has begun: nothing done, what is told of four weeks goes with it."""
        return replace(
            ended,
            starts=self.lived + timedelta(weeks=1),
            until=self.today,
            adherence=None,
            load=BodyLoad(daily_au=(), of={}),
            legs=None,
            races=(),
        )

    def signals(self, starts: date, words: str, told: Mapping[str, Any]) -> WeekSignals:
        match = SHARE.fullmatch(words)
        silent = words in ("nothing", "no strength")
        assert match or silent, words
        share = float(match[1]) / 100 if match else 0.0 if words == "nothing" else 1.0
        km = float(match[2]) if match and match[2] else None
        week = next((one for one in self.weeks if one.starts == starts), None)
        lifted = 0.0 if silent else 200.0
        return WeekSignals(
            starts=starts,
            until=starts + timedelta(days=6),
            adherence=self.adherence(share, told, starts, is_silent=words == "nothing"),
            efforts=tuple(map(self.effort, told.get("efforts", ()))),
            pulses=tuple(map(self.pulse, told.get("pulses", ()))),
            lines=tuple(map(self.line, told.get("lines", ()))),
            load=BodyLoad(
                daily_au=(share * AU / 7,) * 7,
                of={"run": share * AU - lifted, "strength": lifted},
                monotony=told.get("monotony"),
            ),
            legs=LegCounters(km=share * week.run_km if week and km is None else km),
            mornings=dict(self.mornings(starts, told)),
            races=tuple(map(self.race, told.get("races", ()))),
        )

    def adherence(
        self, share: float, told: Mapping[str, Any], starts: date, *, is_silent: bool
    ) -> Adherence:
        missed = [self.session(where) for where in told.get("missed", ())]
        skipped = [self.session(where) for where in told.get("skipped", {})]
        here = {one.id for one in (*missed, *skipped) if one.key}
        return Adherence(
            asked_au=AU,
            done_au=share * AU,
            done=tuple(self.session(where).id for where in told.get("did", ())),
            partly=tuple(self.session(where).id for where in told.get("partly", ())),
            skipped=tuple(one.id for one in skipped),
            missed=tuple(one.id for one in missed),
            keys_lost=tuple(sorted(here)),
            is_silent=is_silent,
            events=() if is_silent else (f"ran-{week_name(starts)}",),
        )

    def mornings(self, starts: date, told: Mapping[str, Any]) -> Iterator[tuple[date, Readiness]]:
        mornings = told.get("mornings", "")
        for number, word in enumerate(mornings.split()):
            z = {"good": GOOD, "tired": TIRED}.get(word) or Readiness(wellness_z=float(word))
            yield starts + timedelta(days=number), z

    def on(self, words: str) -> date:
        """Read a day of the lived week; `sun -1` is the Sunday of the week before."""
        name, _, weeks = words.partition(" ")
        return self.lived + timedelta(days=DAYS[name], weeks=int(weeks or 0))

    def session(self, words: str) -> Session:
        """Find a session by its day and kind, such as "sun long"."""
        when, _, kind = words.rpartition(" ")
        on = self.on(when)
        every = (one for week in self.weeks for one in week.sessions)
        return next(one for one in every if one.date == on and one.kind == kind)

    def effort(self, words: str) -> EffortTold:
        match = EFFORT.fullmatch(words)
        assert match, words
        when, _, kind = match[1].rpartition(" ")
        on = self.on(when)
        asked: Range = (float(match[3]), float(match[4]))
        return EffortTold(
            session=f"{on}-{kind}",
            kind=cast("Any", kind),
            on=on,
            asked=asked,
            told=float(match[2]),
            events=(f"felt-{on}",),
        )

    def line(self, words: str) -> LineDone:
        match = LINE.fullmatch(words)
        assert match, words
        when, exercise, kg, rest = match.groups()
        on = self.on(when or "tue")
        said: dict[str, Any] = {"sets": 3}
        for part in rest.split(", "):
            said |= _line_part(part)
        return LineDone(
            exercise=exercise,
            on=on,
            session=f"{on}-full",
            load_kg=None if kg is None else float(kg),
            event=f"lifted-{on}",
            **said,
        )

    def pulse(self, words: str) -> PulseTold:
        """Read "tue easy +5 bpm" or "sun long 6 % drift"."""
        head, amount, unit, *_ = words.rsplit(" ", 2) if "bpm" in words else words.rsplit(" ", 3)
        when, _, kind = head.rpartition(" ")
        on = self.on(when)
        told = {"rise_bpm" if unit == "bpm" else "drift_pct": float(amount)}
        return PulseTold(session=f"{on}-{kind}", on=on, event=f"beat-{on}", **told)

    def race(self, words: str) -> RaceDone:
        match = RACE.fullmatch(words)
        assert match, words
        return RaceDone(
            on=self.lived + timedelta(days=6),
            km=float(match[1]),
            time_s=int(match[2]),
            fitness=float(match[3]),
            event="raced",
        )

    def tests(self) -> Iterator[tuple[str, TestDone]]:
        for name, words in self.told.get("tests", {}).items():
            match = TEST.fullmatch(str(words))
            assert match, words
            left, right, ago, before = match.groups()
            sides = {"left": float(left), "right": float(right)} if right else {}
            yield (
                name,
                TestDone(
                    on=self.today - timedelta(days=int(ago or 0)),
                    test=name,
                    value=None if right else float(left),
                    before=None if before is None else float(before),
                    event=f"test-{name}",
                    **sides,
                ),
            )

    def away(self, told: Mapping[str, Any]) -> Away:
        rest = {key: value for key, value in told.items() if key not in ("from", "until")}
        if "can" in rest:
            rest["can"] = tuple(rest["can"])
        first, last = self.on(told["from"]), self.on(told["until"])
        return Away(id="away", on=first, until=last, **rest)

    def day(self) -> Signals:
        slump = self.told.get("slump")
        return Signals(
            on=self.today,
            pains=tuple(map(self.pain, self.told.get("pain", ()))),
            layoff=self.layoff(self.told["layoff"]) if "layoff" in self.told else None,
            slump=Slump(**slump, events=("slow-race",)) if slump else None,
        )

    def layoff(self, told: Mapping[str, Any]) -> Layoff:
        rest = dict(told)
        back, off = rest.pop("back", None), rest.pop("off")
        return Layoff(days_off=off, back=back and self.on(back), events=("back",), **rest)

    def pain(self, words: str) -> PainCourse:
        """Read "wed knee 4"."""
        when, site, worst = words.rsplit(" ", 2)
        on = self.on(when)
        days = (PainDay(on=on, worst=float(worst)),)
        return PainCourse(site=cast("Any", site), first=on, last=on, worst=float(worst), days=days)


def _with_more(week: Week, told: Mapping[str, Any]) -> Week:
    """Add the kit of the lines, the gate and the leg sets that a case tells."""
    kit = tuple(filter(None, [told.get("kit")]))
    week = replace(week, sessions=tuple(_with_kit(one, kit) for one in week.sessions))
    sets = int(told.get("hard_sets", week.legs.hard_sets))
    week = replace(week, legs=Legs(hard_sets=sets, contacts=week.legs.contacts))
    gate = told.get("gate")
    if gate is None or week.number != int(told.get("lived", 1)):
        return week
    opens = cast("StrengthPhase", gate["opens"])
    return replace(week, gate=Gate(opens=opens, state="assumed", needs=tuple(gate["needs"])))


def _with_kit(session: Session, kit: tuple[str, ...]) -> Session:
    blocks = (
        replace(block, lines=tuple(replace(line, equipment=kit) for line in block.lines))
        for block in session.blocks
    )
    return replace(session, blocks=tuple(blocks))


def _line_part(words: str) -> dict[str, Any]:
    head, *rest = words.split()
    if head.isdigit():
        return {rest[0]: int(head)}
    if head == "reps":
        low, _, high = rest[2].partition("-")
        return {"least_reps": int(rest[0]), "asked_reps": (float(low), float(high or low))}
    if head == "left":
        return {
            "last_rir": float(rest[0]),
            "least_rir": float(rest[0]),
            "asked_rir": float(rest[2]),
        }
    assert head in ("pain", "sets"), words
    return {head: float(rest[0])} if head == "pain" else {"sets": int(rest[0])}


# -- orders ------------------------------------------------------------------------------


def orders_in_words(orders: Iterator[Order], case: TrainingCase) -> list[str]:
    """Say orders as a case has them."""
    return [order_in_words(order, case) for order in orders]


def order_in_words(order: Order, case: TrainingCase) -> str:
    """Say what of, how much, and when, seen from the last whole week."""
    low, high = order.bound.at_least, order.bound.at_most
    amounts = f" exactly {low:g}" if low is not None and low == high else ""
    if not amounts:
        amounts += "" if high is None else f" at most {high:g}"
        amounts += "" if low is None else f" at least {low:g}"
    about = (
        "" if order.about is None else f" of {order.about.partition('-W')[2][3:] or order.about}"
    )
    return f"{order.of}{about}{amounts or ' as it is'}, {_when(order, case)}"


def _when(order: Order, case: TrainingCase) -> str:
    assert case.ended is not None
    monday = case.ended.starts + timedelta(days=7)
    if (order.first, order.last) == (monday, monday + timedelta(days=6)):
        return "next week"
    first, last = ((day - monday).days + 1 for day in (order.first, order.last))
    return f"day {first}" if first == last else f"days {first} to {last}"
