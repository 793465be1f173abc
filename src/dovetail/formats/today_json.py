"""Today as JSON, for other programs (`dovetail.today/1`)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from dovetail.application.today import Asked, Today
from dovetail.domain.session import Session
from dovetail.explaining.speaker import Speaker
from dovetail.formats.check_text import finding_rows
from dovetail.formats.plan_json_session import Plain, reasons_data, session_data

SCHEMA = "dovetail.today/1"


def today_json(today: Today, *, say: Speaker) -> str:
    """Write the day as one JSON object.

    `session` and `was` are the first session of the day; a second one stands under `more`.
    """
    nothing: Mapping[str, object] = {"session": None, "was": None, "done": []}
    first, *others = [_asked(one, say) for one in today.asked] or [nothing]
    page = {
        "schema": SCHEMA,
        "on": today.on.isoformat(),
        "state": today.state,
        "place": today.place,
        **first,
        "more": others,
        "reasons": reasons_data(today.reasons, say),
        "would_change": [
            {"if": condition, "then": then} for condition, then in changes(today, say)
        ],
        "refer": " ".join(say.reason(reason) for reason in today.refer) or None,
        "following": _session(today.following, say),
        "mistakes": finding_rows(today.mistakes, say=say),
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _asked(one: Asked, say: Speaker) -> Mapping[str, object]:
    return {
        "session": _session(one.now, say),
        "was": _session(one.was, say),
        "done": list(one.done),
    }


def _session(session: Session | None, say: Speaker) -> Plain | None:
    return None if session is None else session_data(session, say)


def changes(today: Today, say: Speaker) -> tuple[tuple[str, str], ...]:
    """Say what would change the day: a condition and what comes then, for the foremost gates."""
    found = [(say.reason(one, "if"), say.reason(one, "then")) for one in today.foremost]
    if not found:
        found = [(say.word("today.if_worse"), say.word("today.then_ask"))]
    return tuple(found)
