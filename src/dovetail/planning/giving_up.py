"""What a week lets go of when it has no place for everything: the fewest, the least first.

The order is the coach's: core, easy runs, session B, a second key run, the primer, the key
run, session A, the long run. A key run is shortened and then turned easy before it is left
out; the last one before the race becomes strides between the two. Session A and the long run
are shortened, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from dovetail.domain.decision import Reason
from dovetail.domain.units import shown_km_down
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.key_run_wishes import strides_instead
from dovetail.planning.long_run import easy_long_run
from dovetail.planning.place import Placed, SearchCut
from dovetail.planning.run_fitting import shortened_key, shown_km
from dovetail.planning.run_recipes import minutes_of
from dovetail.planning.run_wishes import easy_run
from dovetail.planning.strength_wishes import strength_wanted

GIVE_UP = ("core", "easy", "strength-b", "quality-2", "primer", "quality-1", "strength-a", "long")
NAMES = {"easy": "easy-run"}
"""What a reader is told, where the kind alone is no name of a session."""
LONG, HALF = "long", 0.5
"""So much of a long run at least is still one, where only a shorter slot holds it (dovetail)."""
GONE_AT_ONCE = (1, 2, 3)
SESSION_A, SESSION_B = "strength-a", "strength-b"
LEFT_OUT = "AI017"
LIGHT_INSTEAD = "AI114"
LEFT_OUT_BY_A_CUT = "AI087"
CUT = "AI181"
Attempt = Callable[[Sequence[Wanted]], Placed | None]


def given_up(
    brief: Brief, wanted: list[Wanted], attempt: Attempt
) -> tuple[list[Wanted], list[Reason]]:
    """Drop the fewest and least important wishes that make room; where nothing does, the least.

    The reasons say when a search was cut on the way here: then a place for everything may
    exist, and nobody has found it.
    """
    stands = _Asked(attempt)
    stands.somewhere(wanted)  # known to fail: asked again to learn whether that was certain
    ways = list(_ways(wanted))
    every = [pick for count in GONE_AT_ONCE for pick in combinations(ways, count)]
    last = "quality-1" if brief.frame.phase == "race" else "long"
    kept = [pick for pick in every if not _takes(pick, last)]  # the fewest first
    gives = [pick for pick in every if _takes(pick, last)]
    tries = chain(
        ((gone, rest) for gone in kept for rest in _without(brief, wanted, gone)),
        ((gone, rest) for gone in gives for rest in _with_less_of_the_long(brief, wanted, gone)),
        ((gone, rest) for gone in gives for rest in _without(brief, wanted, gone)),
    )
    gone, rest = next(
        (one for one in tries if stands.somewhere(one[1])),
        ((ways[0],), [one for one in wanted if one is not ways[0]]),
    )
    code = LEFT_OUT if stands.certain else LEFT_OUT_BY_A_CUT
    return rest, [_why(brief, one, rest, code) for one in gone if not _kept_short(one, rest)]


def without_long(brief: Brief, wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return a week away with an easy run for a long run that no day there holds."""
    longest = max((slot.minutes for slot in brief.profile.slots), default=0)
    rest = [one for one in wanted if not one.strain.long or one.strain.minutes <= longest]
    easy = sum(one.strain.kind == "easy" for one in rest)
    return [*rest, *(easy_run(brief, easy + 1) for _ in range(len(wanted) - len(rest)))]


def _kept_short(gone: Wanted, rest: Sequence[Wanted]) -> bool:
    """Whether a run or session A stands there after all, shorter or as strides."""
    kept = gone.strain.quality or gone.role in (SESSION_A, LONG)
    return kept and any(one.role == gone.role for one in rest)


def _why(brief: Brief, gone: Wanted, rest: Sequence[Wanted], code: str) -> Reason:
    """Say what found no place; session B may stand there in its light form."""
    if any(one.role == gone.role == SESSION_B for one in rest):
        code = LIGHT_INSTEAD
    kind = NAMES.get(gone.strain.kind, gone.strain.kind)
    return Reason(code, {"session": kind, "week": brief.frame.number})


def _takes(pick: Sequence[Wanted], kind: str) -> bool:
    """Whether the run that a week keeps to the end is among what goes."""
    return any(one.strain.kind == kind for one in pick)


class _Asked:
    """Whether weeks have a place, and whether every "no" so far was certain."""

    def __init__(self, attempt: Attempt) -> None:
        self.attempt = attempt
        self.certain = True

    def somewhere(self, wanted: Sequence[Wanted]) -> bool:
        try:
            return self.attempt(wanted) is not None
        except SearchCut:
            self.certain = False
            return False


def _without(
    brief: Brief, wanted: Sequence[Wanted], gone: Sequence[Wanted]
) -> Iterator[list[Wanted]]:
    """Yield the week without some wishes: key runs shortened or easy and B light first."""
    rest = [one for one in wanted if one not in gone]
    if len(gone) == 1 and gone[0].role == SESSION_B and gone[0].strain.legs:
        light = replace(brief, structure=replace(brief.structure, second="light"))
        lifts = list(strength_wanted(light))
        runs = [one for one in rest if not one.strain.strength]
        yield [*runs, *lifts]  # A takes the squat that the light B no longer holds
        yield [*rest, *(one for one in lifts if one.role == SESSION_B)]
    if len(gone) == 1 and gone[0].role == SESSION_A:
        yield from ([*rest, shorter] for shorter in _shorter_lift(brief, gone[0]))
    keys = sum(one.strain.quality and not one.strain.long for one in gone)
    easy = sum(one.strain.kind == "easy" for one in rest)
    if len(gone) == 1 and keys:
        yield from ([*rest, shorter] for shorter in _shorter(brief, gone[0]))
        if brief.frame.phase == "race":
            yield from ([*rest, strides] for strides in strides_instead(brief, gone[0]))
    if keys:
        yield [*rest, *(easy_run(brief, easy + number) for number in range(1, keys + 1))]
    yield rest


def _with_less_of_the_long(
    brief: Brief, wanted: Sequence[Wanted], gone: Sequence[Wanted]
) -> Iterator[list[Wanted]]:
    """Yield the week without some wishes, its long run not among them but shorter."""
    rest = [one for one in wanted if one not in gone]
    for long in (one for one in gone if one.role == LONG):
        yield from ([*rest, shorter] for shorter in _shorter_long(brief, long))


def _shorter(brief: Brief, key: Wanted) -> Iterator[Wanted]:
    """Yield a key run cut to each of the shorter slots, the longest first."""
    beginner = brief.profile.level == "beginner"
    lengths = sorted({slot.minutes for slot in brief.profile.slots}, reverse=True)
    for most_min in lengths:
        if most_min < key.strain.minutes:
            steps = shortened_key(key.steps, brief.paces, most_min, beginner=beginner)
            if steps is not None:
                minutes = round(minutes_of(steps, brief.paces))
                strain = replace(key.strain, minutes=minutes)
                km = shown_km(steps, brief.paces)
                yield replace(key, strain=strain, steps=steps, km=km, own_min=minutes)


def _shorter_long(brief: Brief, long: Wanted) -> Iterator[Wanted]:
    """Yield a long run, all easy, cut to each of the shorter slots, the longest first."""
    for most_min in sorted({slot.minutes for slot in brief.profile.slots}, reverse=True):
        km = shown_km_down(brief.paces.km_of("easy", most_min))
        if most_min >= long.strain.minutes or km < HALF * (long.km or 0.0):
            continue
        steps = easy_long_run(brief.profile, km, brief.paces).steps
        minutes = min(most_min, round(minutes_of(steps, brief.paces)))
        strain = replace(long.strain, minutes=minutes, quality=False)
        yield replace(long, strain=strain, steps=steps, km=km, reason=Reason(CUT, {"long_km": km}))


def _shorter_lift(brief: Brief, lift: Wanted) -> Iterator[Wanted]:
    """Yield a strength session cut to each of the shorter slots, the longest first."""
    if lift.recipe is None:
        return
    group, name, _, most = lift.recipe
    lengths = sorted({slot.minutes for slot in brief.profile.slots}, reverse=True)
    for most_min in lengths:
        if most_min >= lift.strain.minutes:
            continue
        session = brief.gym.session(brief.frame, group, name, at_most_min=most_min, at_most=most)
        if session.exercises and session.minutes <= most_min:
            strain = replace(lift.strain, minutes=session.minutes)
            recipe = (group, name, most_min, most)
            yield replace(lift, strain=strain, strength=session, recipe=recipe)


def _ways(wanted: Sequence[Wanted]) -> Iterator[Wanted]:
    """Yield the wishes, least important first; one easy run is kept until the end.

    What somebody holds gives way to nothing.
    """
    wanted = [one for one in wanted if not one.locked] or wanted
    easy = [one for one in wanted if one.strain.kind == "easy"]
    kept = min(easy, key=lambda one: one.rank, default=None)
    for kind in GIVE_UP:
        mine = [one for one in wanted if one.strain.kind == kind and one is not kept]
        yield from sorted(mine, key=lambda one: -one.rank)
    if kept is not None:
        yield kept
    yield from (one for one in reversed(wanted) if one.strain.kind not in GIVE_UP)
