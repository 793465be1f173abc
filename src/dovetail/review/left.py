"""What is left of a day, and why: what gates and decisions say together."""

from __future__ import annotations

from dataclasses import dataclass

from dovetail.domain.decision import Reason
from dovetail.domain.easing import ALL_ASKED, Ease


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The ceilings of a day with their reasons."""

    ease: Ease = ALL_ASKED
    reasons: tuple[Reason, ...] = ()

    def __and__(self, other: Left) -> Left:
        """Return the tighter of both, with the reasons of both."""
        more = (one for one in other.reasons if one not in self.reasons)
        return Left(ease=self.ease & other.ease, reasons=(*self.reasons, *more))


ALL_LEFT = Left()
