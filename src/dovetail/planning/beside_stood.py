"""A week that is planned again beside the one that stood: what less of a week does not lengthen."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dovetail.domain.decision import Decision, Order, Reason
from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded
from dovetail.planning.automatic import edges
from dovetail.planning.brief import Brief
from dovetail.planning.orders import Orders
from dovetail.rulebook.gates import GATES

NO_LONGER, NO_MORE = "AI192", "AI186"
HAIR_KM = 0.05
GATE_CODES = frozenset(gate.code for gate in GATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """What holds a week beside the one that stood."""

    most_km: Mapping[str, float] = field(default_factory=dict)
    """By role: the most of a run [km]; empty where the runs are free."""
    up_to_km: float = math.inf
    """For as long as the week is asked for no more than this."""
    most_runs: int | None = None
    """The most runs of the week; None where it may hold what its days hold."""
    orders: tuple[Order, ...] = ()
    """The edges of what a review may change by itself."""

    def beside(self, orders: Orders) -> Orders:
        """Return the edges with all other bounds."""
        return Orders((*orders.every, *self.orders)) if self.orders else orders

    def on(self, wish: Brief) -> Brief:
        """Return a week's wishes under what holds them."""
        wish = replace(wish, orders=self.beside(wish.orders))
        if self.most_runs is not None and self.most_runs < wish.structure.runs:
            wish = replace(wish, structure=replace(wish.structure, runs=self.most_runs))
        if not self.most_km or wish.volume.km.value > self.up_to_km + HAIR_KM:
            return wish
        long, most = wish.volume.long_km, self.most_km.get("long", math.inf)
        if long.value > most:
            long = Decision(most, long.reasons, long.silent)
        return replace(wish, most_km=self.most_km, volume=replace(wish.volume, long_km=long))


FREE = Holds()


def holds_of(stood: Week | None) -> Holds:
    """Return what held a week when it was planned before: the same wish finds the same week."""
    told = [] if stood is None else [one for one in stood.reasons if one.code == NO_LONGER]
    if stood is None or not told or held_down(stood):
        return FREE
    return Holds(most_km=_runs_of(stood), up_to_km=float(told[0].facts["wish_km"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a week that is planned again is laid beside."""

    stood: Week | None
    """The week as it stood; None where there was none."""
    edges_by: Principles | None = None
    """Who says how far a review may go by itself; None for a week that may change by more."""
    watched: bool = False
    """Whether an illness, the way back from it, or pain is watched in that week."""


def holds_after(beside: Beside, week: Week, holds: Holds) -> Holds:
    """Return what is to hold a week that was just planned; the same again where all is well.

    Where the week shrank, no run of it is longer than it was: a week of fewer runs is a week of
    fewer kilometres. Where gates held the week down that stood, its runs are no measure. While
    an illness or pain is watched, a week holds no run more than it stood with.

    Source: dovetail.
    """
    stood = beside.stood
    if stood is None:
        return holds
    if beside.edges_by is not None:
        holds = replace(holds, orders=edges(stood, week, beside.edges_by, holds.orders))
    if holds.most_km:
        holds = replace(holds, orders=_without_floor(holds.orders))
    if held_down(stood):
        return holds
    if beside.watched and _count(week) > _most_runs(stood):
        return replace(holds, most_runs=_most_runs(stood))
    if week.run_km >= stood.run_km - HAIR_KM:
        return holds
    was = _runs_of(stood)
    grew = any(km > was.get(role, math.inf) + HAIR_KM for role, km in _runs_of(week).items())
    if not grew:
        return holds
    return replace(holds, most_km=was, up_to_km=math.inf, orders=_without_floor(holds.orders))


def _most_runs(stood: Week) -> int:
    """Return how many runs a watched week held before it was first kept from more."""
    told = (int(one.facts["runs"]) for one in stood.reasons if one.code == NO_MORE)
    return next(told, _count(stood))


def _count(week: Week) -> int:
    return sum(one.discipline == "run" for one in week.sessions)


def _without_floor(orders: tuple[Order, ...]) -> tuple[Order, ...]:
    """Let a floor give way where no run may be longer: the kilometres are fewer then."""
    return tuple(one for one in orders if one.bound.at_least is None)


def told(week: Week, wish: Brief, holds: Holds) -> Week:
    """Say of a week that was held what held it."""
    said = [Reason(one.code, one.bound.facts, (one.source,)) for one in holds.orders]
    reasons = (*(one for one in said if one not in week.reasons), *week.reasons)
    if holds.most_runs is not None:
        reasons = (*reasons, Reason(NO_MORE, {"runs": holds.most_runs}))
    if wish.most_km:
        facts = {"wish_km": rounded(wish.volume.km.value, 0.1), "held_km": week.run_km}
        reasons = (*reasons, Reason(NO_LONGER, facts))
    return replace(week, reasons=reasons)


def held_down(week: Week) -> bool:
    """Whether gates took something of a week."""
    return any(reason.code in GATE_CODES for one in week.sessions for reason in one.reasons)


def _runs_of(week: Week) -> Mapping[str, float]:
    """Return the kilometres of each run by its role; races and the ladder are their own."""
    return {
        one.id.split("-", 2)[2]: one.km
        for one in week.sessions
        if one.discipline == "run" and one.kind != "run_walk" and one.km and one.locked is None
    }
