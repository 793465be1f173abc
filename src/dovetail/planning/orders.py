"""The dated bounds that decisions and people give, as the weeks to come ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.decision import Order

LAST_DAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Orders:
    """All that bounds the weeks from outside the rulebook; the planner does not know who spoke."""

    every: tuple[Order, ...] = ()

    def of(
        self, quantity: str, first: date, last: date, about: str | None = None
    ) -> tuple[Order, ...]:
        """Return the orders of a quantity that hold on any day from first to last."""
        return tuple(
            one
            for one in self.every
            if one.of == quantity
            and one.first <= last
            and one.last >= first
            and (about is None or one.about in (None, about))
        )

    def in_week(self, quantity: str, monday: date, about: str | None = None) -> tuple[Order, ...]:
        """Return the orders of a quantity that hold on any day of a week."""
        return self.of(quantity, monday, monday + LAST_DAY, about)

    def most(self, quantity: str, monday: date) -> float | None:
        """Return the lowest ceiling of a week; None where nobody gave one."""
        found = (one.bound.at_most for one in self.in_week(quantity, monday))
        return min((most for most in found if most is not None), default=None)

    def lines(self, first: date, last: date) -> Iterator[Order]:
        """Yield the orders about lines of strength that hold on any day from first to last."""
        for one in self.every:
            if one.of.startswith("line.") and one.first <= last and one.last >= first:
                yield one


NO_ORDERS = Orders()
