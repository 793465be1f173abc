"""What must hold of any season as a document: ids, sums of steps, reasons, plan.json."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from tests.seasons import Season, dates_of

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.explaining.sentences import Form
from dovetail.formats import plan_json
from dovetail.planning.run_recipes import km_of, minutes_of

ID = re.compile(
    r"\d{4}-W\d{2}-(long|quality-[12]|easy-\d+|strength-[ab]|primer|core|mobility|race|tune-up"
    r"|rest-(mon|tue|wed|thu|fri|sat|sun))"
)
FORMS: tuple[Form, ...] = ("why", "short", "fix")
RULES = ("LM", "PL", "MS")
Says = Iterator[str]


def weeks_are_contiguous(season: Season) -> Says:
    for place, week in enumerate(season.weeks):
        if week.number != place + 1:
            yield f"week {week.number} stands at place {place + 1}"
        if week.starts != season.plan.season_starts + timedelta(weeks=place):
            yield f"week {week.number} starts {week.starts}"
    for week in season.plan.weeks:
        last = week.starts + timedelta(days=6)
        for session in week.sessions:
            if not week.starts <= session.date <= last:
                yield f"{session.id} on {session.date} is outside its week"


def every_day_has_its_why(season: Season) -> Says:
    held = {session.date for session in season.sessions}
    yield from (
        f"{day} has no session, not even rest" for day in dates_of(season) if day not in held
    )


def ids_are_names(season: Season) -> Says:
    """Ids are unique, of the contract's form, and name the week they stand in."""
    for session_id, times in Counter(session.id for session in season.sessions).items():
        if times > 1:
            yield f"{session_id} is there {times} times"
    for session in season.sessions:
        if not ID.fullmatch(session.id):
            yield f"{session.id} is no id"
        if not session.id.startswith(week_name(session.date)):
            yield f"{session.id} stands on {session.date}"


def steps_add_up(season: Season) -> Says:
    """Contract 5: repeats times amounts are the session's kilometres and minutes."""
    for session in season.sessions:
        if session.discipline != "run" or not session.steps or session.km is None:
            continue
        minutes = minutes_of(session.steps, season.paces)
        if abs(minutes - session.minutes) > 1.5:
            yield f"{session.id}: {session.minutes} min, steps {minutes:.1f}"
        km = km_of(session.steps, season.paces)
        if session.kind != "run_walk" and abs(km - session.km) > max(0.6, 0.06 * session.km):
            yield f"{session.id}: {session.km} km, steps {km:.2f}"
        if any((step.km is None) == (step.minutes is None) for step in session.steps):
            yield f"{session.id}: a step has not exactly one of km and minutes"
        if any((step.km or step.minutes or 0) <= 0 for step in session.steps):
            yield f"{session.id}: a step of nothing"


def all_reasons(season: Season) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    for week in season.plan.weeks:
        yield f"week {week.number}", week.reasons
        for session in week.sessions:
            yield session.id, session.reasons
    for finding in season.findings:
        facts = {**finding.facts, "amount": finding.amount}
        yield finding.code, (Reason(finding.code, facts, finding.sources),)


def everything_has_a_reason(season: Season) -> Says:
    """Guarantee 4: weeks, sessions, findings and paces have reasons, and each leans on a work."""
    for place, reasons in all_reasons(season):
        if not reasons:
            yield f"{place} has no reason"
        yield from unfounded(season, place, reasons)
    for session in season.sessions:
        for line in session.lines():
            yield from unfounded(season, f"{session.id} {line.exercise}", line.reasons)
    yield from (f"pace {name}" for name, view in season.plan.paces.items() if not view.reasons)


def unfounded(season: Season, place: str, reasons: tuple[Reason, ...]) -> Says:
    known = season.library.sources
    for reason in reasons:
        if not reason.code or not reason.sources:
            yield f"{place}: {reason} lacks code or source"
        for one in reason.sources:
            if one not in known:
                yield f"{place}: {reason.code} leans on unknown {one}"


def every_reason_can_be_said(season: Season) -> Says:
    """Each code has a sentence whose slots are all facts."""
    said = [reason for _, reasons in all_reasons(season) for reason in reasons]
    said += [one for session in season.sessions for line in session.lines() for one in line.reasons]
    said += season.plan.goal.reasons
    said += [one for view in season.plan.paces.values() for one in view.reasons]
    for reason in said:
        for level in ("beginner", "intermediate"):
            for form in FORMS if reason.code[:2] in RULES else FORMS[:1]:
                try:
                    replace(season.say, level=level).reason(reason, form)
                except KeyError as trouble:
                    yield f"{reason.code} {form} ({level}): {trouble}"


def plan_json_is_small(season: Season) -> Says:
    """Contract 5: a 24-week plan stays under 800 KB."""
    kb = len(season.text.encode()) / 1000
    if kb > 800 * max(1.0, len(season.plan.weeks) / 24):
        yield f"{kb:.0f} KB for {len(season.plan.weeks)} weeks"


def plan_json_reads_back(season: Season) -> Says:
    again = plan_json.write(plan_json.read(season.text), say=season.say)
    if again != season.text:
        place = next(i for i, (a, b) in enumerate(zip(again, season.text, strict=False)) if a != b)
        yield f"differs at {place}: {season.text[place - 40 : place + 40]!r}"
