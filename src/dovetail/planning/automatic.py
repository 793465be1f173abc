"""The edges of what a review may change by itself: a week beside the one that stood."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import timedelta

from dovetail.domain.decision import Bound, Facts, Order
from dovetail.domain.plan import Week
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded_down, rounded_up
from dovetail.rulebook.intensity import lower_sets

EDGE = "AD369"
KM, SETS = "week.km", "week.hard_sets"
GRID_KM = 0.1
ROUNDING_KM = 0.5
"""A week is met to one step of its rounded runs (dovetail)."""
ONE_SET = 1
"""The smallest step is no leap (dovetail)."""
HAIR = 1e-6
WEEK = timedelta(days=6)


def edges(
    stood: Week, week: Week, principles: Principles, known: Sequence[Order] = ()
) -> tuple[Order, ...]:
    """Return what keeps a week within the edges of one that stood: km, load and hard sets.

    Load gives way by kilometres, which are what a week can be asked for. `known` are the edges
    that the week was planned with: they are drawn closer where they were too wide, and of a floor
    and a ceiling the ceiling stays. A week that asked for nothing has no edges, and strength of
    another phase is another measure.

    Source: dovetail.
    """
    found = {one.of: one for one in known}
    for order in (*_of_km(stood, week, principles), *_of_sets(stood, week, principles)):
        before = found.get(order.of)
        if before is not None and before.bound.at_most is not None and order.bound.at_most is None:
            continue
        facts = order.bound.facts if before is None else {**order.bound.facts, **_wish(before)}
        found[order.of] = _order(week, order.of, order.bound, facts)
    return tuple(found.values())


def _of_km(stood: Week, week: Week, principles: Principles) -> Iterator[Order]:
    if not stood.run_km or any(one.kind == "run_walk" for one in week.sessions):
        return
    less, more = (principles.number("automatic", key) for key in ("less", "more"))
    most, least = more * stood.run_km, less * stood.run_km
    had_au, has_au = loads_au(stood, week)
    most_au, least_au = more * had_au, less * had_au
    if week.run_km > most + HAIR:
        edge, what = rounded_down(most, GRID_KM), "automatic.more"
    elif week.run_km < least - ROUNDING_KM:
        edge, what = rounded_up(least, GRID_KM), "automatic.less"
    elif has_au > most_au + 1:
        edge, what = rounded_down(_km_at(week, most_au - has_au), GRID_KM), "automatic.more"
    elif has_au < least_au - 1:
        edge, what = rounded_up(_km_at(week, least_au - has_au), GRID_KM), "automatic.less"
    else:
        return
    facts: Facts = {"asks": what, "wish_km": week.run_km, "edge_km": edge}
    bound = Bound(edge, None) if what.endswith("more") else Bound(None, edge)
    yield _order(week, KM, bound, facts)


def loads_au(stood: Week, week: Week) -> tuple[float, float]:
    """Return the load of a week's training as it stood and as it is [au].

    A race costs what it takes, whoever decides. Where the strength phase is another, its
    sessions are another measure, and runs are laid beside runs.
    """
    same = stood.strength_phase == week.strength_phase
    apart = {"race"} if same else {"race", "strength"}
    return _load_without(stood, apart), _load_without(week, apart)


def _load_without(week: Week, apart: Container[str]) -> float:
    loads = (one.training_load for one in week.sessions if one.discipline in apart)
    return week.training_load - sum(loads)


def _km_at(week: Week, more_au: float) -> float:
    """Return the kilometres at which a week would have so much more load, all else as it is."""
    runs = sum(one.training_load for one in week.sessions if one.discipline == "run")
    share = 1 + more_au / runs if runs else 1.0
    return max(0.0, share * week.run_km)


def _of_sets(stood: Week, week: Week, principles: Principles) -> Iterator[Order]:
    had, has = stood.legs.hard_sets, week.legs.hard_sets
    most = max(principles.number("automatic", "more") * had, had + ONE_SET)
    if not had or has <= most + HAIR or stood.strength_phase != week.strength_phase:
        return
    legs = int(lower_sets(week) * most / has)
    facts: Facts = {"asks": "automatic.sets", "wish_sets": has, "edge_sets": int(most)}
    yield _order(week, SETS, Bound(float(legs)), {**facts, "leg_sets": legs})


def _order(week: Week, of: str, bound: Bound, facts: Facts) -> Order:
    told: Facts = {"week_on": week.starts.isoformat(), **facts}
    days = (week.starts, week.starts + WEEK)
    return Order(EDGE, of, Bound(bound.at_most, bound.at_least, told), *days, because=())


def _wish(order: Order) -> Facts:
    """Return what the week was first to be, before any edge was drawn."""
    return {key: fact for key, fact in order.bound.facts.items() if key.startswith("wish_")}
