"""What the limits say of a finished plan: the same limits, asked of numbers already chosen."""

from __future__ import annotations

from collections.abc import Iterator

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Finding, PlaceInPlan
from dovetail.domain.session import Session
from dovetail.linting.subject import Subject, WeekSubject
from dovetail.rulebook.cases import (
    JumpCase,
    QualityCase,
    WeekVolume,
    reference_of,
    run_case,
)
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import broken
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.strains import work_min, work_pace

STEP_KM = 0.5
"""Run sums are sums of rounded runs, so a week may miss a bound by one step."""
SIZED = ("threshold", "interval", "repetition")
"""Paces whose work is sized; hills and fartlek are run by effort, race pace by its race."""


def limit_findings(subject: Subject) -> Iterator[Finding]:
    """Yield what is over a limit, session by session and week by week."""
    loading: list[float] = [subject.plan.athlete.running.weekly_km]
    peak_long = subject.plan.athlete.running.longest_km
    for one in subject.weeks:
        if any(session.kind == "run_walk" for session in one.week.sessions):
            loading = [one.week.run_km]  # the ladder has its own steps
        else:
            yield from _week(subject, one, loading, peak_long)
        for session in one.week.sessions:
            yield from _session(subject, one, session)
        if one.loading:
            loading.append(one.week.run_km)
            peak_long = max(peak_long, _long_km(one) or 0.0)


def questions_of(
    subject: Subject, one: WeekSubject, session: Session
) -> Iterator[tuple[str, float, object]]:
    """Yield quantity, value and case of everything that limits are asked about a session."""
    yield from _of_run(subject, one, session)
    pace = work_pace(session)
    if pace in SIZED and session.key and session.kind != "long":
        week_min = sum(run.minutes for run in one.week.sessions if run.discipline == "run")
        runner = subject.profile.runner
        case = QualityCase(runner=runner, kind=pace, week_min=week_min)
        yield "quality.minutes", work_min(session), case
    if session.contacts:
        yield "session.contacts", session.contacts, JumpCase(runner=subject.profile.runner)


def _of_run(
    subject: Subject, one: WeekSubject, session: Session
) -> Iterator[tuple[str, float, object]]:
    if session.discipline != "run" or session.km is None or session.kind == "run_walk":
        return
    runner, long_km = subject.profile.runner, _long_km(one)
    is_long = session.kind == "long"
    week_km = one.week.run_km if is_long and one.loading else None
    yield "run.km", session.km, run_case(runner, subject.timeline, session.date, week_km=week_km)
    if not is_long and long_km is not None and one.loading:
        other = run_case(runner, subject.timeline, session.date, long_km=long_km)
        yield "other_run.km", session.km, other


def _session(subject: Subject, one: WeekSubject, session: Session) -> Iterator[Finding]:
    place = PlaceInPlan(week=week_name(one.week.starts), session=session.id)
    for quantity, value, case in questions_of(subject, one, session):
        yield from _over(quantity, value, case, place)


def _week(
    subject: Subject, one: WeekSubject, loading: list[float], peak_long: float
) -> Iterator[Finding]:
    place = PlaceInPlan(week=week_name(one.week.starts))
    starts_heavy = one.weeks_in_phase == 1 and one.week.strength_phase in (
        "maximal_strength",
        "power",
    )
    case = WeekVolume(
        runner=subject.profile.runner,
        reference_km=reference_of(loading),
        peak_long_km=peak_long,
        new_heavy_phase=starts_heavy,
    )
    if one.loading:
        yield from _over("week.km", one.week.run_km - STEP_KM, case, place)


def _long_km(one: WeekSubject) -> float | None:
    long = [session.km for session in one.week.sessions if session.kind == "long"]
    return max((km for km in long if km is not None), default=None)


def _over(quantity: str, value: float, case: object, place: PlaceInPlan) -> Iterator[Finding]:
    for limit in limits_of(quantity):
        reason = broken(value, limit, case)
        if reason is not None:
            yield _finding(reason, value, quantity, place)


def _finding(reason: Reason, value: float, quantity: str, place: PlaceInPlan) -> Finding:
    unit = quantity.rsplit(".", 1)[-1]
    return Finding(
        code=reason.code,
        severity=SEVERITY[reason.code],
        place=place,
        amount=round(value, 1),
        unit={"minutes": "min"}.get(unit, unit),
        facts=reason.facts,
        sources=reason.sources,
    )
