"""plan.json: one season as a document that other programs read.

Keys stand in the contract's order and every key is always there. A session is one line, so
that a difference between two plans shows sessions. What the Speaker says is derived:
reading ignores it, and writing what was read gives the same bytes again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn

from dovetail.domain.errors import BadInput, Place, Problem
from dovetail.domain.plan import (
    Finding,
    Gate,
    GoalView,
    PaceView,
    Plan,
    Review,
    ReviewDecision,
    SessionChange,
    Week,
)
from dovetail.explaining.speaker import Speaker
from dovetail.formats.document import plain
from dovetail.formats.json_layout import laid_out, one_line
from dovetail.formats.plan_json_session import (
    EFFORT,
    KM,
    facts_data,
    on_grid,
    range_on,
    reasons_data,
    session_data,
    whole,
)
from dovetail.formats.reading import read_record

SCHEMA = "dovetail.plan/1"
RACE_KM = 0.0001  # a half marathon is 21.0975 km
AMOUNT = 0.01
Plain = dict[str, Any]


def write(plan: Plan, *, say: Speaker) -> str:
    """Write a plan in the Speaker's words."""
    return laid_out(
        {
            "schema": SCHEMA,
            "made_on": plan.made_on.isoformat(),
            "season_starts": plan.season_starts.isoformat(),
            "committed_until": plan.committed_until.isoformat(),
            "version": plan.version,
            "content": _tidy(plain(plan.content)),
            "language": plan.language,
            "units": plan.units,
            "policy": plan.policy,
            "athlete": _tidy(plain(plan.athlete)),
            "goal": _goal(plan.goal, say),
            "race_fitness": on_grid(plan.race_fitness, KM),
            "paces": {name: _pace(pace, say) for name, pace in plan.paces.items()},
            "weeks": [_week(week, say) for week in plan.weeks],
            "findings": [_finding(finding, say) for finding in plan.findings],
            "review": None if plan.review is None else _review(plan.review, say),
        }
    )


def read(text: str) -> Plan:
    """Read a plan strictly, but for unknown keys and for what a Speaker said."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as trouble:
        _refuse("bad-json", f"This is not JSON: {trouble.msg}.", Place(line=trouble.lineno))
    except RecursionError:
        _refuse("bad-json", "A value here is deeper than any plan needs.", Place())
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        _refuse("not-a-plan", f'This is not a plan: its schema is not "{SCHEMA}".', Place())
    return read_record(Plan, data, unknown="ignore")


def _refuse_constant(constant: str) -> NoReturn:
    _refuse("bad-json", f"{constant} is no number that JSON knows.", Place())


def _refuse(code: str, problem: str, place: Place) -> NoReturn:
    hint = "Use a file that `dovetail plan -o` wrote."
    raise BadInput(Problem(code=code, problem=problem, hint=hint, place=place)) from None


def _tidy(value: Any) -> Any:
    """Write whole numbers one way, wherever they stand."""
    if type(value) is float:
        return whole(value)
    if type(value) is dict:
        return {key: _tidy(part) for key, part in value.items()}
    return [_tidy(part) for part in value] if type(value) is list else value


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _goal(goal: GoalView, say: Speaker) -> Plain:
    return {
        "race": goal.race,
        "km": on_grid(goal.km, RACE_KM),
        "date": _day(goal.date),
        "time_s": goal.time_s,
        "predicted": None if goal.predicted is None else plain(goal.predicted),
        "outlook": goal.outlook,
        "reasons": reasons_data(goal.reasons, say),
    }


def _pace(pace: PaceView, say: Speaker) -> Plain:
    return {
        "s_per_km": range_on(pace.s_per_km, 1),
        "hr": range_on(pace.hr, 1),
        "rpe": range_on(pace.rpe, EFFORT),
        "reasons": reasons_data(pace.reasons, say),
    }


def _week(week: Week, say: Speaker) -> Plain:
    return {
        "number": week.number,
        "starts": week.starts.isoformat(),
        "phase": week.phase,
        "strength_phase": week.strength_phase,
        "gate": None if week.gate is None else _gate(week.gate),
        "lighter": week.lighter,
        "minutes": on_grid(week.minutes, 1),
        "run_km": on_grid(week.run_km, KM),
        "long_run_km": on_grid(week.long_run_km, KM),
        "training_load": on_grid(week.training_load, 1),
        "legs": {"hard_sets": week.legs.hard_sets, "contacts": week.legs.contacts},
        "placement": {"proven": week.placement.proven, "price": dict(week.placement.price)},
        "reasons": reasons_data(week.reasons, say),
        "sessions": [one_line(session_data(session, say)) for session in week.sessions],
    }


def _gate(gate: Gate) -> Plain:
    return {"opens": gate.opens, "state": gate.state, "needs": list(gate.needs)}


def _finding(finding: Finding, say: Speaker) -> Plain:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": plain(finding.place),
        "amount": on_grid(finding.amount, AMOUNT),
        "unit": finding.unit,
        "text": say.finding(finding),
        "facts": facts_data(finding.facts),
        "sources": list(finding.sources),
        "fix": say.fix(finding),
        "muted": None if finding.muted is None else plain(finding.muted),
    }


def _review(review: Review, say: Speaker) -> Plain:
    signals: Mapping[str, float | None] = review.signals
    return {
        "on": review.on.isoformat(),
        "since": review.since.isoformat(),
        "seen": review.seen,
        "signals": {name: on_grid(value, AMOUNT) for name, value in signals.items()},
        "decisions": [_decision(decision, say) for decision in review.decisions],
        "difference": [_change(change, say) for change in review.difference],
        "letter": [
            {
                "part": part.part,
                "text": say.letter(part),
                "reasons": reasons_data(part.reasons, say),
            }
            for part in review.letter
        ],
    }


def _decision(decision: ReviewDecision, say: Speaker) -> Plain:
    return {
        "id": decision.id,
        "code": decision.code,
        "of": decision.of,
        "about": decision.about,
        "at_most": on_grid(decision.at_most, AMOUNT),
        "at_least": on_grid(decision.at_least, AMOUNT),
        "first": decision.first.isoformat(),
        "last": decision.last.isoformat(),
        "because": list(decision.because),
        "state": decision.state,
        "reasons": reasons_data(decision.reasons, say),
    }


def _change(change: SessionChange, say: Speaker) -> Plain:
    return {
        "session": change.session,
        "change": change.change,
        "from": change.was,
        "to": change.now,
        "reasons": reasons_data(change.reasons, say),
    }
