"""Decisions as data: made once, kept while they hold, proposed where they take too much."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Bound, Order, Reason
from dovetail.domain.plan import ReviewDecision, Week
from dovetail.domain.principles import Principles
from dovetail.domain.units import rounded
from dovetail.planning.automatic import EDGE as EDGES
from dovetail.planning.automatic import KM, SETS

NEAR = timedelta(days=14)
"""So near a week that waits at an edge is asked about (dovetail)."""
EDGE = "edge_km"
"""The fact that says what the plan shows while a decision is only proposed."""


def decided(
    orders: Iterable[Order],
    known: Sequence[ReviewDecision],
    answers: Mapping[str, bool],
    *,
    taken_back: Container[str],
    today: date,
) -> tuple[ReviewDecision, ...]:
    """Return the decisions in force: those made before, as they were made, and the new ones.

    One that was made keeps its numbers, so that asking again changes nothing; it falls with an
    event it leans on that is taken back, and ends with its last day.
    """
    kept = [
        one
        for one in known
        if one.last >= today and not any(event in taken_back for event in one.because)
    ]
    made = {_key(one) for one in known}
    new = [one for one in map(_decision, orders) if _key(one) not in made]
    unique = {_key(one): one for one in (*kept, *new)}
    return tuple(_answered(one, answers) for one in unique.values())


def _key(one: ReviewDecision) -> tuple[str, str, str | None, date]:
    """What makes a decision this one: a rule may bound several quantities for one reason."""
    return one.id, one.of, one.about, one.first


def with_edges(
    decisions: Iterable[ReviewDecision],
    weeks: Mapping[date, Week],
    whole: Container[str],
    principles: Principles,
) -> tuple[ReviewDecision, ...]:
    """Propose what takes more of a week than a review may take by itself; health is whole.

    `weeks` are those that stand, `whole` the codes of rules about health, absence and pain.
    Until somebody answers the plan shows the edge.

    Source: dovetail.
    """
    share = principles.number("automatic", "less")
    return tuple(one if one.code in whole else _with_edge(one, weeks, share) for one in decisions)


def _with_edge(one: ReviewDecision, weeks: Mapping[date, Week], share: float) -> ReviewDecision:
    if one.of != "week.km" or one.at_most is None or one.state != "applied":
        return one
    if any(EDGE in reason.facts for reason in one.reasons):
        return one
    touched = (week.run_km for monday, week in weeks.items() if one.first <= monday <= one.last)
    edge = rounded(share * max(touched, default=0.0), 0.1)
    if one.at_most >= edge:
        return one
    first, *others = one.reasons
    told = replace(first, facts={**first.facts, EDGE: edge})
    return replace(one, state="proposed", reasons=(told, *others))


def orders_in_force(decisions: Iterable[ReviewDecision]) -> Iterator[Order]:
    """Yield the bounds of decisions; a proposed one binds to its edge, a declined one not.

    An edge itself binds until somebody lets the week go beyond it.
    """
    for one in decisions:
        if one.state == ("accepted" if one.code == EDGES else "declined"):
            continue
        reason = one.reasons[0] if one.reasons else Reason(one.code)
        most = one.at_most
        if one.state == "proposed":
            edge = reason.facts.get(EDGE)
            most = float(edge) if isinstance(edge, int | float) else most
        yield Order(
            code=one.code,
            of=one.of,
            bound=Bound(most, one.at_least, reason.facts),
            first=one.first,
            last=one.last,
            because=one.because,
            source=reason.sources[0] if reason.sources else "dovetail",
            about=one.about,
        )


def with_edges_of(
    weeks: Iterable[Week], decisions: Sequence[ReviewDecision], today: date
) -> tuple[ReviewDecision, ...]:
    """Return the decisions with a question for each week that was held at an edge."""
    known = {(one.of, one.first) for one in decisions if one.code == EDGES}
    found = []
    for week in weeks:
        for reason in week.reasons:
            if reason.code == EDGES and week.starts > today:
                one = _held_at_edge(week, reason, week_name(today))
                found += [one] if (one.of, one.first) not in known else []
    return (*decisions, *found)


def _held_at_edge(week: Week, reason: Reason, asked_in: str) -> ReviewDecision:
    """Return the question whether a week may go beyond its edge; one answer is for all of them."""
    facts, asks = reason.facts, reason.facts["asks"]
    most = facts["leg_sets"] if asks == "automatic.sets" else facts["edge_km"]
    return ReviewDecision(
        id=f"{EDGES}-{asked_in}",
        code=EDGES,
        of=SETS if asks == "automatic.sets" else KM,
        at_most=None if asks == "automatic.less" else float(most),
        at_least=float(most) if asks == "automatic.less" else None,
        first=week.starts,
        last=week.starts + timedelta(days=6),
        state="proposed",
        reasons=(reason,),
    )


def let_go(decisions: Iterable[ReviewDecision]) -> frozenset[date]:
    """Return the Mondays of weeks that somebody let go beyond their edge."""
    return frozenset(one.first for one in decisions if (one.code, one.state) == (EDGES, "accepted"))


def to_tell(
    decisions: Iterable[ReviewDecision], known: Iterable[ReviewDecision], today: date
) -> list[ReviewDecision]:
    """Return what is new, what waits for an answer, and what still bounds, each rule once.

    Of the weeks that wait at an edge the first is told, once it is near: one answer is for all,
    and nobody is asked in winter about a week in spring.
    """
    old = {(one.id, one.of, one.about, one.first) for one in known}
    told: set[str] = set()
    found = []
    for one in decisions:
        is_new = (one.id, one.of, one.about, one.first) not in old
        bounds = one.at_most is not None or one.at_least is not None
        again = one.state == "proposed" or (bounds and one.code not in told)
        once = one.code != EDGES or (one.code not in told and one.first <= today + NEAR)
        if one.last > today and (is_new or again) and once:
            found.append(one)
            told.add(one.code)
    return found


def _decision(order: Order) -> ReviewDecision:
    return ReviewDecision(
        id=order.id,
        code=order.code,
        of=order.of,
        about=order.about,
        at_most=order.bound.at_most,
        at_least=order.bound.at_least,
        first=order.first,
        last=order.last,
        because=order.because,
        reasons=(Reason(order.code, order.bound.facts, (order.source,)),),
    )


def _answered(one: ReviewDecision, answers: Mapping[str, bool]) -> ReviewDecision:
    accepts = answers.get(one.id)
    if accepts is None or one.state not in ("proposed", "accepted", "declined"):
        return one
    return replace(one, state="accepted" if accepts else "declined")
