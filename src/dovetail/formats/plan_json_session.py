"""A session of plan.json as plain data: keys in the contract's order, numbers on its grids.

Written by hand, key by key, because a season has thousands of lines and a first answer has
to come at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dovetail.domain.decision import Fact, Facts, Reason
from dovetail.domain.performed import PerformedSet
from dovetail.domain.prescription import Block, Line, Range, RunStep, Target
from dovetail.domain.session import Done, Session
from dovetail.domain.units import rounded
from dovetail.explaining.speaker import Speaker

Plain = dict[str, Any]
KM = 0.1
KG = 0.25
EFFORT = 0.5
STEP_MINUTES = 0.01  # a stride of 20 s is a third of a minute
FACT_DIGITS = 4


def on_grid(value: float | None, step: float) -> float | None:
    """Put a number on its grid; a whole one is written without ".0"."""
    if value is None:
        return None
    if type(value) is int and step <= 1:
        return value
    return whole(rounded(value, step))


def whole(value: float) -> float:
    """Turn 12.0 into 12, so that one number is always written the same way."""
    return int(value) if value == int(value) else value


def range_on(both: Range | None, step: float) -> list[float | None] | None:
    """Put both ends of a range on the grid."""
    return None if both is None else [on_grid(both[0], step), on_grid(both[1], step)]


def facts_data(facts: Facts) -> dict[str, Fact]:
    """Write facts; numbers lose only the noise of binary fractions."""
    return {key: _fact(value) for key, value in facts.items()}


def _fact(value: Fact) -> Fact:
    return whole(round(value, FACT_DIGITS)) if type(value) is float else value


def reasons_data(reasons: Iterable[Reason], say: Speaker) -> list[Plain]:
    """Write reasons with the sentence that says them."""
    return [
        {
            "code": reason.code,
            "text": say.reason(reason),
            "facts": facts_data(reason.facts),
            "sources": list(reason.sources),
        }
        for reason in reasons
    ]


def session_data(session: Session, say: Speaker) -> Plain:
    """Write a session."""
    return {
        "id": session.id,
        "date": session.date.isoformat(),
        "slot": session.slot,
        "order": session.order,
        "discipline": session.discipline,
        "kind": session.kind,
        "title": say.title(session),
        "purpose": say.purpose(session),
        "minutes": on_grid(session.minutes, 1),
        "km": on_grid(session.km, KM),
        "rpe": range_on(session.rpe, EFFORT),
        "key": session.key,
        "hard_unit": session.hard_unit,
        "heavy_legs": session.heavy_legs,
        "priority": session.priority,
        "state": session.state,
        "locked": session.locked,
        "steps": [_step(session, step, say) for step in session.steps],
        "blocks": [_block(block, say) for block in session.blocks],
        "reasons": reasons_data(session.reasons, say),
        "done": None if session.done is None else _done(session.done),
    }


def _step(session: Session, step: RunStep, say: Speaker) -> Plain:
    return {
        "part": step.part,
        "group": step.group,
        "repeat": step.repeat,
        "km": on_grid(step.km, KM),
        "minutes": on_grid(step.minutes, STEP_MINUTES),
        "target": _target(step.target),
        "note": say.step_note(session, step),
    }


def _target(target: Target) -> Plain:
    return {
        "pace": target.pace,
        "s_per_km": range_on(target.s_per_km, 1),
        "hr": range_on(target.hr, 1),
        "rpe": range_on(target.rpe, EFFORT),
    }


def _block(block: Block, say: Speaker) -> Plain:
    return {
        "part": block.part,
        "circuit": block.circuit,
        "rounds": block.rounds,
        "lines": [_line(line, say) for line in block.lines],
    }


def _line(line: Line, say: Speaker) -> Plain:
    return {
        "exercise": line.exercise,
        "name": line.name,
        "pattern": line.pattern,
        "trains": list(line.trains),
        "sets": line.sets,
        "reps": range_on(line.reps, 1),
        "seconds": range_on(line.seconds, 1),
        "metres": on_grid(line.metres, 1),
        "steps": line.steps,
        "per_side": line.per_side,
        "tempo": line.tempo,
        "rest_s": line.rest_s,
        "rir": on_grid(line.rir, EFFORT),
        "load_kg": on_grid(line.load_kg, KG),
        "load_rule": line.load_rule,
        "implements": line.implements,
        "band": line.band,
        "equipment": list(line.equipment),
        "contacts": line.contacts,
        "note": say.line_note(line),
        "easier": line.easier,
        "harder": line.harder,
        "reasons": reasons_data(line.reasons, say),
    }


def _done(done: Done) -> Plain:
    return {
        "status": done.status,
        "events": list(done.events),
        "minutes": on_grid(done.minutes, 1),
        "km": on_grid(done.km, KM),
        "rpe": on_grid(done.rpe, EFFORT),
        "sets": [_performed(one) for one in done.sets],
        "asked_sets": done.asked_sets,
    }


def _performed(one: PerformedSet) -> Mapping[str, object]:
    """Write a set as it was logged: what was done is not put on any grid."""
    return {
        "exercise": one.exercise,
        "reps": one.reps,
        "seconds": _logged(one.seconds),
        "metres": _logged(one.metres),
        "side": one.side,
        "load_kg": _logged(one.load_kg),
        "band": one.band,
        "rir": _logged(one.rir),
        "form": one.form,
        "pain": _logged(one.pain),
    }


def _logged(value: float | None) -> float | None:
    return None if value is None else whole(value)
