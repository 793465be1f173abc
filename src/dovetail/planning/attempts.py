"""Weeks asked for so far: sessions that are alike need the same places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dovetail.planning.brief import Wanted
from dovetail.planning.place import Placed, SearchCut, place
from dovetail.planning.week_tables import Problem
from dovetail.rulebook.shapes import Season, Strain

Key = frozenset[tuple[Strain, int]]


@dataclass(slots=True)
class Attempts:
    """Places wishes, and remembers what came of them."""

    problems: Callable[[Sequence[Wanted]], Iterator[Problem]]
    """What to try for some wishes, the best first."""
    like: Season
    known: dict[Key, Placed | SearchCut | None] = field(default_factory=dict)

    def __call__(self, some: Sequence[Wanted]) -> Placed | None:
        """Place the wishes; None where that is impossible.

        Raises SearchCut where the search was cut before it knew.
        """
        key = frozenset(Counter(one.strain for one in some).items())
        if key not in self.known:
            self.known[key] = self._asked(some)
        found = self.known[key]
        if isinstance(found, SearchCut):
            raise found
        return found

    def _asked(self, some: Sequence[Wanted]) -> Placed | SearchCut | None:
        try:
            found = (place(problem, like=self.like) for problem in self.problems(some))
            return next((one for one in found if one is not None), None)
        except SearchCut as cut:
            return cut
