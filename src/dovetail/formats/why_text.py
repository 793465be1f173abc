"""Why a place in a plan is as it is: reasons, bounds, silence, other days, a move."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dovetail.application.why import BoundView, Why
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Finding
from dovetail.explaining.speaker import Speaker
from dovetail.formats.text_layout import wrapped
from dovetail.linting.moves import Move, OtherDay

SCHEMA = "dovetail.why/1"


def why_text(why: Why, *, say: Speaker, width: int) -> str:
    """Write the answer for a terminal, the tightest first."""
    parts = [list(_head(why, say, width)), list(_reasons(why, say, width))]
    parts.append(list(_bounds(why, say, width)))
    if why.move is not None:
        parts.append(list(_move(why.move, say, width)))
    else:
        parts.append(list(_days(why, say, width)))
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _head(why: Why, say: Speaker, width: int) -> Iterator[str]:
    if why.session is not None:
        day = say.measures.weekday_date(why.session.date)
        yield from wrapped(f"{say.title(why.session)} · {day}", width)
    elif why.week is not None:
        days = say.measures.long_date(why.week.starts)
        yield from wrapped(say.phrase("why.week", n=str(why.week.number), first=days), width)
    else:
        yield say.word("why.season")


def _reasons(why: Why, say: Speaker, width: int) -> Iterator[str]:
    for reason in why.reasons:
        yield from _with_code(reason.code, say.reason(reason), width)


def _with_code(code: str, text: str, width: int) -> list[str]:
    return wrapped(f"{code:6} {text}", width, indent="  ", then="         ")


def _bounds(why: Why, say: Speaker, width: int) -> Iterator[str]:
    if not why.bounds and not why.silent:
        return
    yield say.word("why.bounds")
    for view in why.bounds:
        yield from _with_code(view.code, say.reason(_as_reason(view)), width)
    if why.silent:
        silent = say.phrase("why.silent", codes=", ".join(why.silent))
        yield from wrapped(silent, width, indent="  ", then="  ")


def _as_reason(view: BoundView) -> Reason:
    return Reason(view.code, view.facts, (view.source,))


def _days(why: Why, say: Speaker, width: int) -> Iterator[str]:
    if not why.days:
        return
    yield say.word("why.days")
    for day in why.days:
        said = say.measures.weekday_date(day.on)
        where = say.phrase("why.slot", day=said, half=say.word(day.slot))
        yield from wrapped(f"{where}: {_cost(day, say)}", width, indent="  ", then="      ")


def _cost(day: OtherDay, say: Speaker) -> str:
    if day.here:
        return say.word("why.here")
    if not day.certain:
        return say.word("why.cut")
    if not day.possible:
        walls = _said(day.costs, say)
        return say.phrase("why.impossible", why=walls) if walls else say.word("why.no_week")
    if not day.costs:
        return say.word("why.same")
    key = "why.price" if day.price else "why.even"
    return say.phrase(key, n=str(day.price), why=_said(day.costs, say))


def _said(amounts: Mapping[str, int], say: Speaker) -> str:
    """Say what rules find, with their codes."""
    said = []
    for code, amount in amounts.items():
        finding = Finding(code=code, severity="advice", amount=amount, unit="")
        said.append(f"{say.finding(finding).rstrip('.')} ({code})")
    return "; ".join(said)


def _move(move: Move, say: Speaker, width: int) -> Iterator[str]:
    day = say.phrase("why.slot", day=say.measures.weekday_date(move.on), half=say.word(move.slot))
    yield from wrapped(say.phrase("why.move", day=day), width)
    if not move.breaks:
        yield from wrapped(say.word("why.breaks_nothing"), width, indent="  ", then="  ")
    for code, amount in move.breaks.items():
        yield from wrapped(_said({code: amount}, say), width, indent="  - ", then="    ")
    if move.heals:
        heals = say.phrase("why.heals", why=_said(move.heals, say))
        yield from wrapped(heals, width, indent="  ", then="  ")
    verdict = "why.allowed" if move.allowed else "why.refused"
    yield from wrapped(say.word(verdict), width, indent="  ", then="  ")


def why_json(why: Why, *, say: Speaker) -> str:
    """Write the answer as one JSON object."""
    answer = {
        "schema": SCHEMA,
        "place": why.place,
        "reasons": [_reason(reason, say) for reason in why.reasons],
        "bounds": [
            {
                "code": view.code,
                "quantity": view.quantity,
                "value": view.value,
                "at_most": round(view.at_most, 3),
                "text": say.reason(_as_reason(view)),
                "facts": dict(view.facts),
                "sources": [view.source],
            }
            for view in why.bounds
        ],
        "silent": list(why.silent),
        "days": [
            {
                "date": day.on.isoformat(),
                "slot": day.slot,
                "here": day.here,
                "possible": day.possible,
                "certain": day.certain,
                "price": day.price,
                "rules": dict(day.costs),
                "text": _cost(day, say),
            }
            for day in why.days
        ],
        "move": None if why.move is None else _move_json(why.move, say),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _reason(reason: Reason, say: Speaker) -> dict[str, object]:
    return {
        "code": reason.code,
        "text": say.reason(reason),
        "facts": dict(reason.facts),
        "sources": list(reason.sources),
    }


def _move_json(move: Move, say: Speaker) -> dict[str, object]:
    return {
        "date": move.on.isoformat(),
        "slot": move.slot,
        "breaks": dict(move.breaks),
        "heals": dict(move.heals),
        "allowed": move.allowed,
        "text": _said(move.breaks, say) or say.word("why.breaks_nothing"),
    }
