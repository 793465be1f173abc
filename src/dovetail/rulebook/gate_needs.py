"""What the tests of a strength gate ask of a runner, and whether one has been passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from dovetail.domain.athlete import Sex
from dovetail.domain.plan import Gate, Week
from dovetail.domain.principles import Principles
from dovetail.domain.week_signals import TestDone
from dovetail.rulebook.strength_ranks import rank_of
from dovetail.rulebook.training_case import TrainingCase

MASTERS = (60, 70)
"""Ages from which balance and planks are asked less of."""
TestState = Literal["passed", "failed", "old", "missing", "hurt"]
LOWER_LEG = frozenset({"foot", "ankle", "achilles", "calf", "shin"})
LEG_PAIN = "leg_pain"
"""Not a test, but what landings ask too: a lower leg that is quiet."""


@dataclass(frozen=True, slots=True)
class GateSeen:
    """A gate between the last whole week and the next one, and how its tests stand."""

    gate: Gate
    week: Week
    """The first week of what it opens."""
    states: Mapping[str, TestState]
    unlocked: bool
    """A coach has opened it."""
    no_better: bool
    """All that failed has failed before, and came out no better."""

    @property
    def is_open(self) -> bool:
        """Whether a coach's word opens it: never while a lower leg hurts."""
        return self.unlocked and LEG_PAIN not in self.states

    @property
    def wanting(self) -> Sequence[str]:
        """The tests that are not passed."""
        return [name for name, state in self.states.items() if state != "passed"]


def gate_seen(case: TrainingCase) -> GateSeen | None:
    """Return the gate that stands between the last whole week and the next one.

    Sources: nasm-2022 (phases), dovetail (tests).
    """
    lived, ahead = case.lived, case.ahead
    if lived is None or ahead is None or lived.gate is None:
        return None
    opens, now = rank_of(lived.gate.opens), rank_of(lived.strength_phase)
    if lived.gate.opens != ahead.strength_phase or opens is None or (now or 0) >= opens:
        return None
    states: dict[str, TestState] = {}
    if lived.gate.opens == "power" and _leg_hurt(case, ahead):
        states[LEG_PAIN] = "hurt"
    states |= {name: _state(case, ahead, name) for name in lived.gate.needs}
    failed = [case.tests[name] for name, state in states.items() if state == "failed"]
    none_else = all(state in ("passed", "failed") for state in states.values())
    unlocked = any(
        one.what == lived.gate.opens and one.on <= case.today
        and (one.until is None or one.until >= ahead.starts)
        for one in case.unlocks
    )  # fmt: skip
    no_better = none_else and bool(failed) and all(map(_is_no_better, failed))
    return GateSeen(lived.gate, ahead, states, unlocked, no_better)


def _leg_hurt(case: TrainingCase, ahead: Week) -> bool:
    """Whether a lower leg has hurt at all in the days before a phase with landings."""
    since = ahead.starts - timedelta(days=case.principles.number("gate_tests", "quiet_days"))
    return any(
        day.on >= since and max(day.worst, day.next_morning or 0.0) > 0
        for pain in case.signals.pains
        if pain.site in LOWER_LEG
        for day in pain.told
    )


def _is_no_better(done: TestDone) -> bool:
    return done.before is not None and done.lower is not None and done.lower <= done.before


def _state(case: TrainingCase, ahead: Week, name: str) -> TestState:
    done = case.tests.get(name)
    if done is None or done.lower is None:
        return "missing"
    fresh = timedelta(days=case.principles.number("gate_tests", "fresh_days"))
    if done.on < ahead.starts - fresh:
        return "old"
    enough = done.lower >= asked(case, name) and (name != "calf_raise" or _are_alike(case, done))
    return "passed" if enough else "failed"


def asked(case: TrainingCase, name: str) -> float:
    """Return how much of a test is asked of this runner, of two sides the weaker one.

    Sources: springer-2007 (balance), hebert-losier-2017 (calves), dovetail.
    """
    number, age = case.principles.number, case.runner.age
    sixty, seventy = MASTERS
    if name == "single_leg_stance":
        by_age = "seventy" if age >= seventy else "sixty" if age >= sixty else "usual"
        return number("gate_balance", by_age)
    if name == "front_plank":
        return number("gate_plank", "sixty" if age >= sixty else "usual")
    if name == "calf_raise":
        return calf_raises(age, case.athlete.sex, case.principles)
    return number("gate_tests", name)


def calf_raises(age: int, sex: Sex, principles: Principles) -> int:
    """Return how many calf raises a side will do: a share of what is usual at this age.

    Source: hebert-losier-2017 (medians), dovetail (share, least and most).
    """
    medians = principles.row("calf_median", "male" if sex == "male" else "female")
    decade = min(max(age // 10 - 2, 0), len(medians) - 1)
    share, least, most = (principles.number("gate_calf", key) for key in ("share", "least", "most"))
    return round(min(max(share * medians[decade], least), most))


def _are_alike(case: TrainingCase, done: TestDone) -> bool:
    """Both sides nearly alike: by a share of the better one, or by a few repetitions."""
    if done.left is None or done.right is None:
        return True
    weaker, stronger = sorted((done.left, done.right))
    share, reps = (case.principles.number("gate_sides", key) for key in ("share", "reps"))
    return stronger - weaker <= max(share * stronger, reps)


def events_of_tests(case: TrainingCase, names: Sequence[str]) -> Iterator[str]:
    """Yield the events of the tests that were done at all."""
    yield from (case.tests[name].event for name in names if name in case.tests)
