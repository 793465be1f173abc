"""Places of a plan by name, and what to say of a name that is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dovetail.application.ports import Published
from dovetail.domain.calendar import week_name
from dovetail.domain.errors import BadInput, Problem


def places_of(published: Published) -> Iterator[str]:
    """Yield the names of all weeks and sessions, in order."""
    for week in published.weeks:
        yield week_name(week.starts)
        yield from (session.id for session in week.sessions)


def session_ids(published: Published) -> tuple[str, ...]:
    """Return the ids of all sessions, in order."""
    return tuple(session.id for week in published.weeks for session in week.sessions)


def no_such_place(place: str, names: Sequence[str], *, or_else: str = "") -> BadInput:
    """Say that a plan has no such place, with the nearest names; `or_else` ends the hint."""
    from difflib import get_close_matches  # only mistakes need it

    near = get_close_matches(place, names, n=3)
    examples = names[len(names) // 2 :][:1]
    hint = f"Ids stand in plan.json, as in {', '.join(examples)}{or_else}."
    if near:
        hint = f"Did you mean {', '.join(near)}?"
    return BadInput(
        Problem(code="no-such-place", problem=f"This plan has no {place!r}.", hint=hint)
    )
