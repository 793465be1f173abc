"""What other days would cost, and what a move breaks: the same rules, asked of another week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dovetail.domain.athlete import Half
from dovetail.domain.session import Session
from dovetail.linting.subject import Subject, WeekSubject
from dovetail.planning.place import Problem, SearchCut, place
from dovetail.planning.profile import slots_of
from dovetail.rulebook.catalogue import placement_rules
from dovetail.rulebook.engines import judge
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.shapes import (
    TIE,
    WALL,
    Policy,
    Season,
    Slot,
    Stay,
    Strain,
    Visit,
)
from dovetail.rulebook.strains import START_MIN, role_of

DAYS = 7
PIN = "PIN"
NOON_MIN = 12 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDay:
    """The best week with the session on another day, against the week as it is."""

    on: date
    slot: Half
    here: bool = False
    possible: bool = True
    certain: bool = True
    """False where the search was cut: nobody knows whether a week has it there."""
    costs: Mapping[str, int]
    """Amount by rule: of what is worse there, or of the walls in the way."""
    price: int = 0
    """The difference in the policy's points; never less than 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What breaks and what heals when one session moves and all else stays."""

    on: date
    slot: Half
    breaks: Mapping[str, int]
    heals: Mapping[str, int]
    allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A week with the session marked that somebody asks about."""

    subject: Subject
    one: WeekSubject
    days: Season

    @property
    def policy(self) -> Policy:
        return POLICIES[self.subject.plan.policy]

    @property
    def home(self) -> tuple[int, int]:
        """The day and the start of the slot where the session stands."""
        return next(
            (slot.day, slot.start)
            for slot, visit in self.days
            if any(strain.asked for strain in visit)
        )


def other_days(subject: Subject, one: WeekSubject, session: Session) -> tuple[OtherDay, ...]:
    """Return every slot of the week, with what the best week with the session there costs."""
    question = _Question(subject=subject, one=one, days=_asked(one, session))
    raced = {slot.day for slot, visit in question.days if visit[0].fixed}
    base = _solve(question, question.home) or {}
    return tuple(
        _other_day(question, slot, base)
        for slot in slots_of(subject.plan.athlete)
        if slot.day not in raced
    )


def _other_day(question: _Question, slot: Slot, base: Mapping[str, int]) -> OtherDay:
    at, policy = (slot.day, slot.start), question.policy
    on, half = question.one.week.starts + timedelta(slot.day), _half(slot.start)
    here = at == question.home
    try:
        there = base if here else _solve(question, at)
    except SearchCut:
        return OtherDay(on=on, slot=half, possible=False, certain=False, costs={})
    if there is None:
        walls = _walls(_moved(question.days, slot), question.one, policy)
        return OtherDay(on=on, slot=half, here=here, possible=False, costs=walls)
    more, less = _difference(there, base), _difference(base, there)
    price = sum(amount * _weight(policy, code) for code, amount in more.items())
    saved = sum(amount * _weight(policy, code) for code, amount in less.items())
    return OtherDay(on=on, slot=half, here=here, costs=more, price=max(0, price - saved))


def move(subject: Subject, one: WeekSubject, session: Session, to: date, half: Half) -> Move:
    """Return what the move breaks and heals, this week and at the seam to the next."""
    policy = POLICIES[subject.plan.policy]
    minutes = getattr(subject.plan.athlete.availability.on(to.weekday()), half)
    slot = Slot((to - one.week.starts).days, START_MIN[half], minutes)
    days = _asked(one, session)
    moved = _moved(days, slot)
    now, then = _said(days, one, policy), _said(moved, one, policy)
    following = subject.week_of(one.week.starts + timedelta(days=DAYS))
    if following is not None:
        now += _said(following.days, replace(following, before=_back(days)), policy)
        then += _said(following.days, replace(following, before=_back(moved)), policy)
    breaks = _difference(then, now)
    worst = _worst(moved, one)
    if following is not None:
        worst = _larger(worst, _worst(following.days, replace(following, before=_back(moved))))
    return Move(
        on=to,
        slot=half,
        breaks={code: worst[code] for code in breaks},
        heals=_difference(now, then),
        allowed=not any(policy[code] is WALL for code in breaks),
    )


# -- the week with the session marked ----------------------------------------------------


def _asked(one: WeekSubject, session: Session) -> Season:
    """Return the week with the session marked as the one that is asked about."""
    day, start = (session.date - one.week.starts).days, START_MIN[session.slot]
    role = role_of(session)
    found: list[tuple[Slot, Visit]] = []
    for slot, visit in one.days:
        if (slot.day, slot.start) == (day, start):
            index = next(i for i, strain in enumerate(visit) if strain.kind == role)
            marked = replace(visit[index], asked=True)
            found.append((slot, (*visit[:index], marked, *visit[index + 1 :])))
        else:
            found.append((slot, visit))
    return tuple(found)


def _moved(days: Season, to: Slot) -> Season:
    """Return the week with the marked session in another slot, runs before lifts."""
    gone, marked = [], None
    for slot, visit in days:
        marked = next((strain for strain in visit if strain.asked), marked)
        rest = tuple(strain for strain in visit if not strain.asked)
        if rest:
            gone.append((slot, rest))
    assert marked is not None
    there = [visit for slot, visit in gone if (slot.day, slot.start) == (to.day, to.start)]
    stays = [(slot, visit) for slot, visit in gone if (slot.day, slot.start) != (to.day, to.start)]
    together: Visit = tuple(sorted((*(there[0] if there else ()), marked), key=_runs_first))
    return tuple(sorted((*stays, (to, together)), key=lambda stay: (stay[0].day, stay[0].start)))


def _runs_first(strain: Strain) -> bool:
    return not strain.run


def _back(days: Season) -> Season:
    return tuple((replace(slot, day=slot.day - DAYS), visit) for slot, visit in days)


def _half(start: int) -> Half:
    return "am" if start < NOON_MIN else "pm"


# -- asking ------------------------------------------------------------------------------


def _solve(question: _Question, at: tuple[int, int]) -> Mapping[str, int] | None:
    """Return the cost of the best week with the marked session in a slot; None if none is.

    Raises SearchCut where the search was cut and found none.
    """
    subject, one, days = question.subject, question.one, question.days
    fixed = tuple((slot, visit) for slot, visit in days if visit[0].fixed)
    raced = {slot.day for slot, _ in fixed}
    free = tuple(slot for slot in slots_of(subject.plan.athlete) if slot.day not in raced)

    def elsewhere(visit: Visit, slot: Slot) -> int:
        return int(any(strain.asked for strain in visit) and (slot.day, slot.start) != at)

    pin = Stay(PIN, source="athlete", unit="times", amount=elsewhere)
    problem = Problem(
        strains=tuple(strain for _, visit in days for strain in visit if not strain.fixed),
        slots=free,
        fixed=fixed,
        before=one.before,
        rules=(pin, *placement_rules(one.case)),
        policy={**POLICIES[subject.plan.policy], PIN: WALL},
    )
    found = place(problem, like=days)  # the week as it is: at home its search cannot be cut
    return found.price if found else None


def _said(days: Season, one: WeekSubject, policy: Policy) -> Counter[str]:
    found = Counter[str]()
    for said in judge([*one.before, *days], placement_rules(one.case), 0, DAYS - 1):
        if policy[said.code] not in (0, TIE):
            found[said.code] += said.amount
    return found


def _walls(days: Season, one: WeekSubject, policy: Policy) -> dict[str, int]:
    """Return the walls in the way, each with the largest amount it speaks of."""
    worst = _worst(days, one)
    return {code: amount for code, amount in worst.items() if policy[code] is WALL}


def _worst(days: Season, one: WeekSubject) -> dict[str, int]:
    """Return the largest amount that each rule speaks of: sums are for prices, not for people."""
    found: dict[str, int] = {}
    for said in judge([*one.before, *days], placement_rules(one.case), 0, DAYS - 1):
        found[said.code] = max(found.get(said.code, 0), said.amount)
    return found


def _larger(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {code: max(one.get(code, 0), other.get(code, 0)) for code in one.keys() | other.keys()}


def _difference(more: Mapping[str, int], less: Mapping[str, int]) -> dict[str, int]:
    found = {code: amount - less.get(code, 0) for code, amount in more.items()}
    return {code: amount for code, amount in sorted(found.items(), key=_by_weight) if amount > 0}


def _by_weight(item: tuple[str, int]) -> tuple[int, str]:
    order: Sequence[str] = ("error", "warning", "advice")
    severity = SEVERITY.get(item[0])
    return (order.index(severity) if severity else len(order), item[0])


def _weight(policy: Policy, code: str) -> int:
    weight = policy[code]
    return weight if isinstance(weight, int) else 0
