"""Small hops beside the lifting: how many, and which step of the ladder of jumps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from dovetail.domain.exercise import Exercise
from dovetail.planning.profile import Profile
from dovetail.planning.strength_amounts import FIRST_HOP, hop_line
from dovetail.planning.strength_choice import Picker
from dovetail.planning.strength_dose import Dose
from dovetail.planning.strength_minutes import Draft
from dovetail.rulebook.cases import JumpCase
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp

NOTHING_NEW_DAYS = 28
"""So early a jump may still be learned: it is met again before the last two weeks."""
LEAST_IN_A_SET, MOST_IN_A_SET = 10, 17
"""Fewer hops have no rhythm, more lose their spring (dovetail)."""
RUNGS: tuple[tuple[tuple[str, ...], int], ...] = (
    ((FIRST_HOP,), 0),
    (("forward-hop",), 1),
    (("drop-and-stick", "squat-jump-and-stick"), 2),
)
"""What each step of the ladder adds to the pogo hops, in how many sets of ten landings."""
LANDINGS_ABOVE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Hops:
    """Makes the hops of a session for one person, as far as the week allows."""

    profile: Profile
    exercises: Mapping[str, Exercise]
    pick: Picker
    trained: frozenset[str] | None
    landings: int | None
    """The most foot contacts; None is as many as a session may have."""

    def allowed(self) -> bool:
        """Whether this runner hops at all: beginners only where a coach has unlocked it."""
        if not self.pick.knows(FIRST_HOP) or not self.profile.permissions.jumps:
            return False
        unlocked = "hops" in self.profile.athlete.strength.coach_unlock
        return self.profile.level != "beginner" or unlocked

    def may_learn(self, key: str, starts: date) -> bool:
        """Whether a jump is known, or there is time left to learn it."""
        race_on = self.profile.athlete.goal.date
        days = None if race_on is None or starts > race_on else (race_on - starts).days
        early = days is None or days >= NOTHING_NEW_DAYS
        return self.pick.knows(key) and (early or key in (self.trained or ()))

    def drafts(self, dose: Dose, starts: date) -> list[Draft]:
        """Return the lines of hops: pogo hops first, then what the ladder adds."""
        sets, reps = _sets(dose.hop_sets, dose.hop_reps, self._most())
        if not sets:
            return []
        above = self._above(dose, starts) if sets * reps >= 2 * LANDINGS_ABOVE else None
        if above is None:
            return [self._draft(FIRST_HOP, sets, reps)]
        key, times = above
        left = sets * reps - LANDINGS_ABOVE
        fewer = max(1, ceil(left / MOST_IN_A_SET))
        return [
            self._draft(FIRST_HOP, fewer, left // fewer),
            self._draft(key, times, LANDINGS_ABOVE // times),
        ]

    def landings_of(self, dose: Dose, starts: date) -> int:
        """Return the foot contacts of the hops that session A holds."""
        if not self.allowed():
            return 0
        return sum(draft.line.contacts for draft in self.drafts(dose, starts))

    def within(self, drafts: Sequence[Draft], already: int) -> list[Draft]:
        """Leave out the jumps that would be too many for a week that holds some already."""
        left, kept = self._most() - already, []
        for draft in reversed(drafts):
            if draft.line.contacts <= left:
                left -= draft.line.contacts
                kept.append(draft)
        return kept[::-1]

    def _above(self, dose: Dose, starts: date) -> tuple[str, int] | None:
        """The highest step of the ladder up to the dose's that may be asked for."""
        for keys, times in reversed(RUNGS[1 : dose.hop_rung + 1]):
            for key in keys:
                kit = self.exercises[key].kit_for(self.pick.owned) is not None
                if kit and self.may_learn(key, starts):
                    return key, times
        return None

    def _most(self) -> int:
        asked = clamp(1000.0, limits_of("session.contacts"), JumpCase(runner=self.profile.runner))
        return int(asked.value if self.landings is None else min(asked.value, self.landings))

    def _draft(self, key: str, sets: int, reps: int) -> Draft:
        kit = self.exercises[key].kit_for(self.pick.owned) or ()
        return Draft("jump", hop_line(self.exercises[key], sets, float(reps), kit))


def _sets(sets: int, reps: int, most: int) -> tuple[int, int]:
    """Fewer sets rather than sets of a few hops.

    >>> _sets(2, 15, 80), _sets(2, 10, 16), _sets(2, 10, 8)
    ((2, 15), (1, 10), (0, 0))
    """
    if most < LEAST_IN_A_SET or not sets:
        return 0, 0
    sets = min(sets, max(1, most // LEAST_IN_A_SET))
    return sets, min(reps, most // sets)
