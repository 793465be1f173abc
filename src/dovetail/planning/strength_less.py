"""What a strength session gives up in a week that lifts less: sets first, then lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dovetail.domain.prescription import Line
from dovetail.domain.template import Role
from dovetail.planning.strength_cutting import kept, one_round_less
from dovetail.planning.strength_minutes import LIFTS, Draft, Parts, with_sets
from dovetail.rulebook.intensity import of_the_legs

FEW_SETS = 2
GIVE_WAY: tuple[Role, ...] = ("completion", "upper", "accessory", "article")
"""Whose sets and lines go, in this order; main lifts keep two sets."""
Size = Callable[[Parts], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """What a session held when the week was a full one."""

    sets: int
    exercises: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """How much a session may hold in a week that lifts less; None is no bound."""

    sets: int | None = None
    """Of all lines."""
    leg_sets: int | None = None
    like: frozenset[str] = frozenset()
    """The exercises of the full week: other lines go first."""


def with_less(parts: Parts, most: Ceiling) -> Parts:
    """Take sets, then lines, until the session holds no more than it may.

    A circuit gives up rounds down to two, fast drills that land nowhere are done once, other
    lines give up sets; then lines that the full week did not hold go, then completion and
    upper lines. One line for squat or hinge, one on a single leg and one for the calf always
    stay.
    """
    same = sum(one.line.exercise in most.like for one in parts.drafts)
    if 2 * same < len(parts.drafts):
        most = replace(most, like=frozenset())  # the full week held the other session
    if most.sets is not None:
        parts = _cut(parts, most.sets, _sets, lambda draft: True, most.like)
    if most.leg_sets is not None:
        parts = _cut(parts, most.leg_sets, _leg_sets, _lifts, most.like)
    return parts


def _sets(parts: Parts) -> int:
    return sum(one.line.sets for one in parts.drafts)


def _leg_sets(parts: Parts) -> int:
    return sum(one.line.sets for one in parts.drafts if _lifts(one))


def _lifts(draft: Draft) -> bool:
    return of_the_legs(draft.line.trains)


def _cut(
    parts: Parts, most: int, size: Size, counts: Callable[[Draft], bool], like: frozenset[str]
) -> Parts:
    def too_much(now: Parts) -> bool:
        return size(now) > most

    for step in _steps(counts, like):
        while too_much(parts):
            smaller = step(parts)
            if smaller is None:
                break
            parts = smaller
    return parts


Step = Callable[[Parts], Parts | None]


def _steps(counts: Callable[[Draft], bool], like: frozenset[str]) -> list[Step]:
    """The steps in the coach's order."""
    others = [role for role in GIVE_WAY if role != "article"]

    def drill(draft: Draft) -> bool:
        return draft.role == "jump" and not draft.line.contacts and counts(draft)

    def new(draft: Draft) -> bool:
        return bool(like) and draft.line.exercise not in like and counts(draft)

    def of(*roles: Role) -> Callable[[Draft], bool]:
        return lambda draft: draft.role in roles and counts(draft)

    return [
        _fewer_rounds,
        _without(new, covered=True),
        _one_set_less(drill, least=1),
        *(_one_set_less(of(role), least=FEW_SETS) for role in others),
        _one_set_less(of("article", *LIFTS), least=FEW_SETS),
        *(_one_set_less(of(role), least=1, circuit=False) for role in others),
        *(_without(of(role), covered=True) for role in others),
        *(_one_set_less(of(role), least=1) for role in GIVE_WAY),
        _without(new),
        *(_without(of(role)) for role in GIVE_WAY),
        _one_set_less(of(*LIFTS), least=1),
    ]


def _fewer_rounds(parts: Parts) -> Parts | None:
    return one_round_less(parts) if parts.circuit and parts.rounds > FEW_SETS else None


def _one_set_less(which: Callable[[Draft], bool], *, least: int, circuit: bool = True) -> Step:
    """Take a set from the last of these lines that has most of them."""

    def step(parts: Parts) -> Parts | None:
        if parts.circuit and not circuit:
            return None
        able = [at for at, one in enumerate(parts.drafts) if which(one) and one.line.sets > least]
        if not able:
            return None
        at = max(able, key=lambda place: (parts.drafts[place].line.sets, place))
        line = with_sets(parts.drafts[at].line, parts.drafts[at].line.sets - 1)
        return _with_line(parts, at, line)

    return step


def _with_line(parts: Parts, at: int, line: Line) -> Parts:
    changed = replace(parts.drafts[at], line=line)
    return replace(parts, drafts=(*parts.drafts[:at], changed, *parts.drafts[at + 1 :]))


def _without(which: Callable[[Draft], bool], *, covered: bool = False) -> Step:
    """Leave out the last of these lines that is not one of the three that always stay.

    `covered`: only a line whose movements others in the session train as well.
    """

    def may_go(parts: Parts, at: int, rest: tuple[Draft, ...]) -> bool:
        if not which(parts.drafts[at]) or not rest or kept(rest) < kept(parts.drafts):
            return False
        trained = {pattern for one in rest for pattern in one.line.trains}
        return not covered or trained.issuperset(parts.drafts[at].line.trains)

    def step(parts: Parts) -> Parts | None:
        for at in reversed(range(len(parts.drafts))):
            rest = parts.drafts[:at] + parts.drafts[at + 1 :]
            if may_go(parts, at, rest):
                return replace(parts, drafts=rest)
        return None

    return step
