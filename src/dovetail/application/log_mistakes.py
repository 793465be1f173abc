"""Mistakes that a log shows beside its plan: asked week by week, muted where somebody said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial

from dovetail.application.ports import Library, Published
from dovetail.domain.calendar import monday_of, week_name
from dovetail.domain.easing import Ease
from dovetail.domain.log_window import LogWindow, MuteHeld
from dovetail.domain.plan import Finding, Muted, PlaceInPlan
from dovetail.domain.training_log import Event, Mute
from dovetail.review.history import DAY, history_of
from dovetail.review.log_window import LogReader
from dovetail.review.matching import match
from dovetail.review.readiness import Mornings
from dovetail.review.signals import signals_on
from dovetail.rulebook.engines import gated
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.log_mistakes import LAST, LOG_MISTAKES
from dovetail.rulebook.morning_points import is_red
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.shapes import GateCase, LogCase, LogMistake, Spot

ORDER = {"error": 0, "warning": 1, "advice": 2}
STANDING_WEEKS = 2
"""A mistake stands in its own week and in the one after it (dovetail)."""
MUTE_WEEKS = 4
EXCUSED_WEEKS = 3
"""Before the first week that is judged: so far back a rule asks what was owed (dovetail)."""
WEEK = timedelta(weeks=1)


def mistakes_seen(plan: Published, mornings: Mornings, library: Library) -> tuple[Finding, ...]:
    """Return the mistakes that stand on a day: those of its week and of the week before.

    `mornings` are those of the day's log; what they have read is not read again. Worst first; of
    one rule the last week only. What somebody muted is told, and muted. Without a log there is
    nothing to find.
    """
    found = _found(plan, mornings, library, weeks=STANDING_WEEKS)
    latest: dict[str, Finding] = {}
    for one in found:
        held = latest.get(one.code)
        if held is None or (one.place.week or "") > (held.place.week or ""):
            latest[one.code] = one
    return tuple(sorted(latest.values(), key=_rank))


def mistakes_in_log(
    plan: Published, events: Iterable[Event], on: date, library: Library
) -> tuple[Finding, ...]:
    """Return the mistakes of every week of a log, up to a day, in the week where each shows."""
    mornings = Mornings(history=history_of(events, on))
    return tuple(sorted(_found(plan, mornings, library, weeks=None), key=_rank))


def _found(
    plan: Published, mornings: Mornings, library: Library, *, weeks: int | None
) -> Sequence[Finding]:
    history = mornings.history
    began, on = history.began, history.today
    if began is None:
        return ()
    first = max(began, min(week.starts for week in plan.weeks))
    if weeks is not None:
        back = max(weeks, MUTE_WEEKS) if history.of(Mute) else weeks
        first = max(first, monday_of(on) - (back - 1) * WEEK)
    reader = reader_of(plan, mornings, library, since=monday_of(first) - EXCUSED_WEEKS * WEEK)
    spots = [
        (mistake, spot)
        for day in _ends(first, on)
        for mistake, spot in _spots(reader.window(day), library)
    ]
    window = reader.window(on)
    spoke = frozenset(
        mistake.code
        for mistake, spot in spots
        if spot.week is not None and spot.week > on - MUTE_WEEKS * WEEK
    )
    case = LogCase(window=window, principles=library.principles, spoke=spoke)
    spots += [(mistake, spot) for mistake in LAST for spot in mistake.see(case)]
    if weeks is not None:
        since = monday_of(on) - (weeks - 1) * WEEK
        spots = [(rule, spot) for rule, spot in spots if spot.week is None or spot.week >= since]
    return [_finding(mistake, spot, window.mutes) for mistake, spot in spots]


def reader_of(
    plan: Published, mornings: Mornings, library: Library, since: date | None = None
) -> LogReader:
    """Return what makes the windows of a log; gates are asked of the days from `since` on."""
    history, on = mornings.history, mornings.history.today
    sessions = [one for week in plan.weeks for one in week.sessions]
    matched = match(sessions, history, library.principles)
    mornings = replace(mornings, matched=matched, plan=plan)
    first = max(since or date.min, history.began or on)
    return LogReader(
        mornings=mornings,
        plan=plan,
        exercises=library.exercises,
        principles=library.principles,
        eased=_eased(mornings, first, on, library),
    )


def _ends(first: date, on: date) -> Iterator[date]:
    """Yield the last day of each week, and the day itself."""
    sunday = monday_of(first) + WEEK - DAY
    while sunday < on:
        yield sunday
        sunday += WEEK
    yield on


def _spots(window: LogWindow, library: Library) -> Iterator[tuple[LogMistake, Spot]]:
    case = LogCase(window=window, principles=library.principles)
    for mistake in LOG_MISTAKES:
        yield from ((mistake, spot) for spot in mistake.see(case))


def _eased(mornings: Mornings, first: date, on: date, library: Library) -> frozenset[date]:
    """Return the days of which a gate left less than was asked: to obey it is no mistake."""
    red = cache(partial(is_red, principles=library.principles))
    found: set[date] = set()
    day = first
    while day <= on:
        signals = signals_on(day, mornings, is_red=red, principles=library.principles)
        left, _ = gated(GATES, GateCase(signals=signals, principles=library.principles))
        if left.left != Ease():
            found.add(day)
        day += DAY
    return frozenset(found)


def _finding(mistake: LogMistake, spot: Spot, mutes: Sequence[MuteHeld]) -> Finding:
    mute = next((one for one in mutes if one.code == mistake.code), None)
    return Finding(
        code=mistake.code,
        severity=SEVERITY[mistake.code],
        place=PlaceInPlan(
            week=None if spot.week is None else week_name(spot.week), session=spot.session
        ),
        amount=spot.amount,
        unit=mistake.unit,
        facts=spot.facts,
        sources=(mistake.source,),
        muted=None if mute is None else Muted(because=mute.why or mute.by),
    )


def muted_by_log(
    findings: Iterable[Finding], events: Iterable[Event], on: date
) -> tuple[Finding, ...]:
    """Mute what a plan's own findings were asked to keep silent about."""
    held = {
        one.code: one.why or one.by
        for one in history_of(events, on).of(Mute)
        if on <= (one.until or on)
    }
    return tuple(
        replace(one, muted=Muted(because=held[one.code]))
        if one.code in held and one.muted is None
        else one
        for one in findings
    )


def _rank(finding: Finding) -> tuple[int, int, str, str]:
    codes = [rule.code for rule in (*LOG_MISTAKES, *LAST)]
    place = finding.place
    return (
        ORDER[finding.severity],
        codes.index(finding.code),
        place.week or "",
        place.session or "",
    )
