"""What somebody has locked: it stands where it stood, and the week is planned around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dovetail.domain.session import Session
from dovetail.planning.brief import Brief, Wanted
from dovetail.rulebook.strains import strain_of

HELD = "held-"


def held_kind(role: str) -> str:
    """Return the kind that a locked run has in a week's search.

    Easy runs have no day of their own and are all alike there; a locked one is not.

    >>> held_kind("easy-2"), held_kind("long")
    ('held-easy-2', 'long')
    """
    return f"{HELD}{role}" if role.startswith("easy-") else role


def with_locks(brief: Brief, wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return what a week asks for with each locked session as it stands, in its own place.

    A locked easy run takes the place of one that was wanted; a locked run that is not wanted any
    more is asked for all the same.
    """
    found, locked = list(wanted), dict(brief.locked)
    for at, one in enumerate(found):
        session = locked.pop(one.role, None)
        if session is not None:
            found[at] = _as_it_stands(brief, one, session)
    return [*found, *_no_more_wanted(brief, locked)]


def _as_it_stands(brief: Brief, one: Wanted, session: Session) -> Wanted:
    strain = replace(strain_of(session, brief.legs), kind=held_kind(one.role))
    return replace(
        one, kind=session.kind, strain=strain, steps=session.steps, km=session.km,
        own_min=session.minutes, recipe=None, locked=True,
    )  # fmt: skip


def _no_more_wanted(brief: Brief, locked: Mapping[str, Session]) -> Iterator[Wanted]:
    for rank, (role, session) in enumerate(locked.items(), 1):
        if session.discipline == "run" and session.rpe is not None:
            yield Wanted(
                role=role,
                kind=session.kind,
                strain=replace(strain_of(session, brief.legs), kind=held_kind(role)),
                reason=session.reasons[0],
                rank=rank,
                rpe=session.rpe,
                steps=session.steps,
                km=session.km,
                own_min=session.minutes,
                locked=True,
            )
