"""How a plan differs from the one that stood, session by session, from a day on."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date

from dovetail.domain.plan import Change, Plan, SessionChange
from dovetail.domain.session import Session
from dovetail.domain.units import rounded
from dovetail.review.causes import Causes
from dovetail.review.no_harder import no_harder
from dovetail.rulebook.cases import Runner


def difference(causes: Causes, runner: Runner) -> tuple[SessionChange, ...]:
    """Return every session from today on beside what it was; one unchanged is *kept*.

    Easier is less or as much in every amount, harder is all else that changed; a session that
    only changed its day or half is moved. Rest days are no sessions.
    """
    stood, now, today = causes.stood, causes.now, causes.today
    done = {one.id for week in now.weeks for one in week.sessions if one.done is not None}
    before, after = _ahead(stood, today, done), _ahead(now, today, done)
    found = []
    for name in sorted({**before, **after}, key=lambda one: _order(before, after, one)):
        old, new = before.get(name), after.get(name)
        change = _change(old, new, runner)
        reasons = () if change == "kept" else causes.of((old, new), change)
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
