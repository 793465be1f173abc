"""What the limits say of a finished plan: the same limits, asked of numbers already chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.plan import Finding, PlaceInPlan, Week
from dovetail.domain.session import Session
from dovetail.linting.subject import Subject, WeekSubject
from dovetail.planning.standing import BANKS, STEPS
from dovetail.rulebook.cases import (
    FullWeek,
    IntensityCase,
    JumpCase,
    QualityCase,
    WeekVolume,
    dose_case,
    is_full_week,
    reference_of,
    run_case,
)
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import broken
from dovetail.rulebook.intensity import intensity_of, lower_sets, work_min, work_pace
from dovetail.rulebook.season_case import LOADING
from dovetail.rulebook.severity import SEVERITY

STEP_KM = 0.5
"""Run sums are sums of rounded runs, so a week may miss a bound by one step."""
STEP_MIN = 1
SLACK = {"quality.minutes": 0.5, "other_run.km": 0.1}
"""Bouts are whole, so a session may miss its size by half a minute, and a run by feel, told in
whole minutes, its kilometres by a tenth."""
STEP_SETS = 1
HEAVY_PHASES = ("maximal_strength", "power")
SIZED = ("threshold", "interval", "repetition")
"""Paces whose work is sized; hills and fartlek are run by effort, race pace by its race."""


def limit_findings(subject: Subject) -> Iterator[Finding]:
    """Yield what is over a limit, session by session and week by week."""
    running = subject.plan.athlete.running
    past = _Past([running.weekly_km], [running.longest_km])
    for one in subject.weeks:
        if any(session.kind == "run_walk" for session in one.week.sessions):
            if not (_races(one) or one.week.lighter or one.week.starts in subject.held):
                past.loading_km = [one.week.run_km]  # the ladder has its own steps
        else:
            yield from _week(subject, one, past)
        for session in one.week.sessions if not subject.is_over(one.week) else ():
            yield from _session(subject, one, session)
        past.remember(subject, one)


@dataclass(slots=True)
class _Past:
    """What the weeks before leave behind for the limits of a week."""

    loading_km: list[float]
    """What the athlete ran before the plan, then the loading weeks."""
    long_km: list[float]
    """The longest run before the plan, then the long runs of the loading weeks."""
    intensity: list[tuple[float, float]] = field(default_factory=list)
    tapered: int = 0
    full_weeks: list[FullWeek] = field(default_factory=list)
    raced: bool = False
    """Leg sets of the full weeks of base and build; the first week of a phase is none."""

    @property
    def stood(self) -> list[float]:
        """The loading weeks of the plan; before the first, what was run before it."""
        return self.loading_km[1:] or self.loading_km

    def is_measure(self, subject: Subject, week: Week) -> bool:
        """Whether others may be judged by a week: one that life made smaller is no measure."""
        return week.starts not in subject.held or week.run_km >= STEPS * self.loading_km[-1]

    def remember(self, subject: Subject, one: WeekSubject) -> None:
        """Let the weeks that follow be judged by this one too."""
        if one.loading and one.week.run_km and self.is_measure(subject, one.week):
            self.loading_km.append(_counted_km(one.week))
            self.long_km.append(_long_km(one) or 0.0)
        weeks = one.weeks_in_phase
        races = _races(one)
        full = is_full_week(one.week.phase, loading=one.loading, weeks_in_phase=weeks)
        if full and not races and not self.raced and one.week.starts not in subject.held:
            self.full_weeks.append(FullWeek(one.week.phase, lower_sets(one.week)))
        self.raced = races
        self.intensity.append(intensity_of(one.week, subject.profile.runner))
        self.tapered += one.week.phase == "taper"


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
        yield from _over(quantity, value, case, place, SLACK.get(quantity, 0.0))


def _week(subject: Subject, one: WeekSubject, past: _Past) -> Iterator[Finding]:
    place = PlaceInPlan(week=week_name(one.week.starts))
    runner = subject.profile.runner
    minutes, hard = intensity_of(one.week, runner)
    if one.week.phase not in ("race", "recovery"):
        case = IntensityCase(runner=runner, week_min=minutes, before=tuple(past.intensity[-3:]))
        yield from _over("week.hard_minutes", hard, case, place, STEP_MIN)
    dose = dose_case(runner, one.week.phase, past.full_weeks, lighter=one.week.lighter)
    if dose is not None:
        yield from _over("week.lower_sets", lower_sets(one.week), dose, place, STEP_SETS)
    asked = _volume_case(subject, one, past)
    if asked is not None:
        quantity, volume = asked
        yield from _over(quantity, one.week.run_km, volume, place, STEP_KM)


def _volume_case(subject: Subject, one: WeekSubject, past: _Past) -> tuple[str, WeekVolume] | None:
    """Return what limits are asked of a week's kilometres, and their case."""
    phase, runner = one.week.phase, subject.profile.runner
    highest = sorted(past.stood, reverse=True)[:3]
    whole = WeekVolume(
        runner=runner,
        reference_km=sum(highest) / len(highest),
        peak_long_km=max(past.long_km[1:] or past.long_km),
        taper=past.tapered,
    )
    if phase == "race":
        return "race_week.km", whole
    if phase == "taper":
        return "taper_week.km", whole
    if one.week.lighter and phase in LOADING and not _races(one):
        return "lighter_week.km", replace(whole, reference_km=max(past.stood[-3:]))
    if not one.loading:
        return None
    heavy = one.weeks_in_phase == 1 and one.week.strength_phase in HEAVY_PHASES
    reference = reference_of(past.loading_km)
    return "week.km", replace(whole, reference_km=reference, new_heavy_phase=heavy)


def _counted_km(week: Week) -> float:
    """Return what a week counts for those after it [km]: what it asked, and a little of beyond."""
    done = sum(one.done.km or 0.0 for one in week.sessions if one.done and one.discipline == "run")
    return min(max(week.run_km, done), BANKS * week.run_km)


def _races(one: WeekSubject) -> bool:
    return any(session.discipline == "race" for session in one.week.sessions)


def _long_km(one: WeekSubject) -> float | None:
    long = [session.km for session in one.week.sessions if session.kind == "long"]
    return max((km for km in long if km is not None), default=None)


def _over(
    quantity: str, value: float, case: object, place: PlaceInPlan, slack: float = 0.0
) -> Iterator[Finding]:
    for limit in limits_of(quantity):
        reason = broken(value, limit, case)
        if reason is not None and all(broken(value + by, limit, case) for by in (-slack, slack)):
            yield _finding(reason, value, quantity, place)


def _finding(reason: Reason, value: float, quantity: str, place: PlaceInPlan) -> Finding:
    unit = quantity.rsplit(".", 1)[-1]
    return Finding(
        code=reason.code,
        severity=SEVERITY[reason.code],
        place=place,
        amount=round(value, 1),
        unit={"minutes": "min", "hard_minutes": "min"}.get(unit, unit),
        facts=reason.facts,
        sources=reason.sources,
    )
