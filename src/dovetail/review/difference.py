"""How a plan differs from the one that stood, session by session, from a day on."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import date

from dovetail.domain.decision import Reason
from dovetail.domain.plan import Change, Plan, ReviewDecision, SessionChange, Week
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.review.no_harder import no_harder
from dovetail.rulebook.cases import Runner

PLANNED_AGAIN = "AI191"
"""The reason of a change that no rule of its own speaks for."""
OF_LOG = "AD"
OF_RUNS = (
    "week.km", "week.minutes", "week.quality", "run.km", "run.minutes", "race_fitness",
)  # fmt: skip
OF_STRENGTH = ("week.hard_sets", "week.contacts", "week.lifts", "phase.strength", "run.minutes")


def difference(
    stood: Plan, now: Plan, today: date, decisions: tuple[ReviewDecision, ...], runner: Runner
) -> tuple[SessionChange, ...]:
    """Return every session from today on beside what it was; one unchanged is *kept*.

    Easier is less or as much in every amount, harder is all else that changed; a session that
    only changed its day or half is moved. Rest days are no sessions.
    """
    done = {one.id for week in now.weeks for one in week.sessions if one.done is not None}
    before, after = _ahead(stood, today, done), _ahead(now, today, done)
    found = []
    for name in sorted({**before, **after}, key=lambda one: _order(before, after, one)):
        old, new = before.get(name), after.get(name)
        change = _change(old, new, runner)
        reasons = () if change == "kept" else tuple(_why((old, new), change, now, decisions))
        found.append(
            SessionChange(
                session=name, change=change, was=_words(old, new), now=_words(new, old),
                reasons=reasons,
            )
        )  # fmt: skip
    return tuple(found)


def _ahead(plan: Plan, today: date, done: Container[str]) -> Mapping[str, Session]:
    return {
        one.id: one
        for week in plan.weeks
        for one in week.sessions
        if one.date >= today and one.discipline != "rest" and one.id not in done
    }


def _order(
    before: Mapping[str, Session], after: Mapping[str, Session], name: str
) -> tuple[date, str, str]:
    session = after.get(name) or before[name]
    return session.date, session.slot, name


def _change(old: Session | None, new: Session | None, runner: Runner) -> Change:
    if old is None or new is None:
        return "added" if old is None else "dropped"
    if _amounts(old) == _amounts(new) and _loads_alike(old, new):
        same_place = (old.date, old.slot) == (new.date, new.slot)
        return "kept" if same_place else "moved"
    return "easier" if no_harder(new, old, runner) else "harder"


def _amounts(session: Session) -> tuple[object, ...]:
    lines = [replace(one, load_kg=None, load_rule=None, reasons=()) for one in session.lines()]
    return session.kind, session.minutes, session.km, session.steps, tuple(lines)


def _loads_alike(old: Session, new: Session) -> bool:
    """Whether no known load has changed; one that is only known now is no change."""
    return all(
        was.load_kg in (None, now.load_kg)
        for was, now in zip(old.lines(), new.lines(), strict=True)
    )


def _words(session: Session | None, other: Session | None) -> str | None:
    """Say a session in the amounts that a reader compares: kind, kilometres or minutes, day."""
    if session is None:
        return None
    parts = [f"{rounded(session.km, 0.1):g} km" if session.km else f"{session.minutes} min"]
    if other is None or other.kind != session.kind:
        parts.insert(0, session.kind)
    if other is None or (other.date, other.slot) != (session.date, session.slot):
        parts.append(f"{session.date} {session.slot}")
    return ", ".join(parts)


def _why(
    was_and_is: tuple[Session | None, Session | None],
    change: Change,
    now: Plan,
    decisions: tuple[ReviewDecision, ...],
) -> Iterator[Reason]:
    """Yield why a session changed: what its own reasons say, then the decisions on its week."""
    old, new = was_and_is
    session = new or old
    assert session is not None
    old_reasons = () if old is None else old.reasons
    own = tuple(_of_its_day(now, session.date)) if new is None else new.reasons
    found = [one for one in own if one.code.startswith(OF_LOG) and one not in old_reasons]
    for decision in decisions:
        about = _concerns(decision, session) and _leads_to(decision, change)
        in_force = decision.first <= session.date <= decision.last
        if in_force and about and decision.state != "declined":
            found += [one for one in decision.reasons if one not in found]
    week = _week_of(now, session.date)
    if not found and week is not None:
        found += [one for one in week.reasons if one.code.startswith(OF_LOG)]
    yield from found or [Reason(PLANNED_AGAIN)]


def _leads_to(decision: ReviewDecision, change: Change) -> bool:
    """Whether a decision can have done this: a ceiling makes nothing more."""
    if change in ("harder", "added"):
        return decision.at_least is not None or decision.of == "phase.strength"
    return True


def _of_its_day(now: Plan, on: date) -> Iterator[Reason]:
    """Yield what the rest of a day says: why a session of it is gone."""
    for week in now.weeks:
        for one in week.sessions:
            if one.date == on:
                yield from one.reasons


def _concerns(decision: ReviewDecision, session: Session) -> bool:
    """Whether a decision bounds something that a session has."""
    if decision.at_most is None and decision.at_least is None:
        return False
    if decision.of.startswith("line."):
        return any(line.exercise == decision.about for line in session.lines())
    kinds = OF_STRENGTH if session.discipline == "strength" else OF_RUNS
    return decision.of in (*kinds, "day.minutes") and decision.about in (None, session.id)


def _week_of(plan: Plan, on: date) -> Week | None:
    return next((week for week in plan.weeks if 0 <= (on - week.starts).days <= 6), None)
