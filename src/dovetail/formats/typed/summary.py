"""What was understood of a plan that was read, and what not: a few lines, and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.typed_plan import TypedPlan, TypedSession
from dovetail.explaining.speaker import Speaker

TITLE_AT_MOST = 40
"""Letters of a title that are shown (dovetail)."""
SHOWN_AT_MOST = 5
"""Entries that were not understood, on the screen; JSON tells all of them (dovetail)."""


def paragraphs(plan: TypedPlan, say: Speaker) -> tuple[str, ...]:
    """Say what was understood, then what not."""
    return tuple(_lines(plan, say))


def _lines(plan: TypedPlan, say: Speaker) -> Iterator[str]:
    parts = [_length(plan, say), _often(plan, "run", say), _often(plan, "strength", say)]
    yield say.phrase("typed.head", what=", ".join(part for part in parts if part))
    if plan.years_by is not None:
        dates = sorted(one.date for one in plan.sessions if one.date is not None)
        first, last = (say.measures.long_date(date) for date in (dates[0], dates[-1]))
        yield say.phrase(f"typed.years_by_{plan.years_by}", first=first, last=last)
    understood = len(plan.sessions) - len(plan.not_understood)
    count = {"understood": str(understood), "entries": str(len(plan.sessions))}
    if not plan.not_understood:
        yield say.phrase("typed.all", **count)
    else:
        yield say.phrase("typed.some", **count, titles=_titles(plan, say))
    words = sorted({word for one in plan.sessions for word in _words(one)}, key=str.lower)
    if words:
        yield say.phrase("typed.words", words=_shortened([f"“{word}”" for word in words], say))


def _length(plan: TypedPlan, say: Speaker) -> str:
    weeks = say.phrase("typed.week" if plan.weeks == 1 else "typed.weeks", n=str(plan.weeks))
    if plan.starts is None:
        return say.phrase("typed.undated", weeks=weeks)
    return say.phrase("typed.dated", weeks=weeks, first=say.measures.long_date(plan.starts))


def _often(plan: TypedPlan, discipline: str, say: Speaker) -> str:
    counts = [
        sum(one.meaning.discipline == discipline for one in plan.in_week(number))
        for number in range(1, plan.weeks + 1)
    ]
    counts = [count for count in counts if count]
    if not counts:
        return say.word(f"typed.no_{discipline}")
    low, high = min(counts), max(counts)
    n = str(low) if low == high else f"{low}–{high}"
    return say.phrase(f"typed.{discipline}" if high == 1 else f"typed.{discipline}_many", n=n)


def _titles(plan: TypedPlan, say: Speaker) -> str:
    return _shortened([_title(one, say) for one in plan.not_understood], say)


def _title(one: TypedSession, say: Speaker) -> str:
    title = one.title if len(one.title) <= TITLE_AT_MOST else f"{one.title[:TITLE_AT_MOST]}…"
    return say.phrase("typed.title", title=title, n=str(one.week))


def _shortened(names: list[str], say: Speaker) -> str:
    shown = ", ".join(names[:SHOWN_AT_MOST])
    more = len(names) - SHOWN_AT_MOST
    return say.phrase("check.more", places=shown, n=str(more)) if more > 0 else shown


def _words(one: TypedSession) -> tuple[str, ...]:
    return one.meaning.unsure if one.meaning.understood else ()


def facts(plan: TypedPlan) -> Mapping[str, object]:
    """Return what was understood, for machines."""
    return {
        "understood": {
            "weeks": plan.weeks,
            "starts": plan.starts.isoformat() if plan.starts else None,
            "years_by": plan.years_by,
            "race_on": plan.race_on.isoformat() if plan.race_on else None,
            "race_km": plan.race_km,
            "entries": len(plan.sessions),
            "not_understood": [_row(one) for one in plan.not_understood],
            "unsure": [
                {**_row(one), "words": list(_words(one))} for one in plan.sessions if _words(one)
            ],
        }
    }


def _row(one: TypedSession) -> dict[str, Any]:
    return {"line": one.line, "week": one.week, "title": one.title}


def refuse_what_is_no_plan(plan: TypedPlan) -> None:
    """Raise BadInput where nothing in a file was understood."""
    if len(plan.not_understood) < len(plan.sessions):
        return
    first = plan.sessions[0]
    raise BadInput(
        Problem(
            code="nothing-understood",
            problem=f"None of {len(plan.sessions)} entries was understood as training.",
            hint='Titles such as "5 km easy", "6 x 800 m", "squats 5x5", "rest" are understood.',
            place=Place(line=first.line),
        )
    )
