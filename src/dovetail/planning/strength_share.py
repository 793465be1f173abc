"""How a week that lifts less shares its leg sets, and how much a phase's first week holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from math import ceil
from statistics import mean

from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.frame import WeekFrame
from dovetail.planning.strength_less import Ceiling
from dovetail.rulebook.intensity import of_the_legs

BASE = ("base", "build")
WEEKS_MEASURED = 3
"""So many full weeks of a phase say how much its first week holds (dovetail)."""
LEAST_LEG_SETS = 6
"""Two sets of three lines stay in any first week (dovetail)."""
LEGS_OF_ALL = 0.6
"""Most of what is lifted is lifted by the legs (dovetail)."""
Sessions = Callable[[Brief], Iterable[Wanted]]


def shared(whole: int, parts: Sequence[int]) -> list[int]:
    """Share a whole number as these are to each other; the shares add up to it.

    >>> from dovetail.planning.strength_share import shared
    >>> shared(9, (10, 7)), shared(5, (0, 0))
    ([5, 4], [0, 0])
    """
    marks = [whole * sum(parts[:end]) // max(1, sum(parts)) for end in range(len(parts) + 1)]
    return [after - before for before, after in pairwise(marks)]


def ceilings(whole: int, wanted: Sequence[Wanted]) -> list[Ceiling]:
    """Share a week's leg sets among its sessions, and the other sets in the same measure."""
    legs = [_leg_sets(one) for one in wanted]
    others = [_sets(one) - mine for one, mine in zip(wanted, legs, strict=True)]
    most = round(whole * (1 - LEGS_OF_ALL) / LEGS_OF_ALL)
    rest = shared(min(most, sum(others)), others) if all(legs) else others
    shares = zip(shared(whole, legs), rest, legs, strict=True)
    return [Ceiling(sets=min(leg, own) + other, leg_sets=leg) for leg, other, own in shares]


def first_week_leg_sets(brief: Brief, sessions: Sessions) -> int | None:
    """Return the leg sets of a strength phase's first week; None where two sets a line are few.

    A slot may hold no more than two sets a line in a full week too: then the first week takes
    its share of what the full ones of the phase will hold: the most share of what they hold at
    least, and the least share of what they hold at most.
    """
    frame = brief.frame
    begins = frame.weeks_in_phase == 1 and frame.number > 1  # week 1 stands as it is signed
    if not begins or not frame.loading or frame.phase not in BASE:
        return None
    rest = (one for one in brief.frames if one.number > frame.number)
    phase = takewhile(lambda one: one.strength_phase == frame.strength_phase, rest)
    turns = 2 if brief.structure.second == "none" else 1  # A and B take turns
    same = (one for one in phase if _is_full(one) and not (one.number - frame.number) % turns)
    later = list(islice(same, WEEKS_MEASURED))
    if not later:
        return None
    least, most = brief.profile.principles.row("strength_dose_least", "first")
    small, large = (_full_leg_sets(one, later, sessions) for one in (brief, _with_room(brief)))
    own = sum(map(_leg_sets, sessions(brief)))
    if own <= most * small:
        return None
    return max(LEAST_LEG_SETS, ceil(mean((least * large, most * small))))


def _with_room(brief: Brief) -> Brief:
    """B may get a longer slot than it asked for, and stand after a run that warms it up."""
    structure = brief.structure
    if structure.second == "full":
        room = max(structure.first_min, structure.second_min)
        structure = replace(structure, second_min=room)
    return replace(brief, structure=structure, gym=replace(brief.gym, warm=True))


def _full_leg_sets(brief: Brief, later: Sequence[WeekFrame], sessions: Sessions) -> float:
    weeks = (replace(brief, frame=one) for one in later)
    return mean(sum(map(_leg_sets, sessions(week))) for week in weeks)


def _is_full(frame: WeekFrame) -> bool:
    """Whether a week of a strength phase is a full one."""
    beside = frame.tune_up is not None or frame.after_race
    return frame.phase in BASE and frame.loading and not beside


def _leg_sets(wanted: Wanted) -> int:
    """Leg sets as the checks count them: balance on one leg is one of them."""
    blocks = wanted.strength.blocks if wanted.strength else ()
    work = (line for block in blocks if block.part in ("main", "core") for line in block.lines)
    return sum(line.sets for line in work if of_the_legs(line.trains))


def _sets(wanted: Wanted) -> int:
    return wanted.strength.sets if wanted.strength else 0
