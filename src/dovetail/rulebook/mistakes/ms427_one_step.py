"""MS427: one step at a time: running, fast running and heavy lifting do not rise together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dovetail.domain.plan import Week
from dovetail.rulebook.season_case import (
    HEAVY,
    SeasonCase,
    in_week,
    is_loading,
    lifts,
    minutes_by_pace,
    quality_runs,
)
from dovetail.rulebook.shapes import Mistake, Spot

REPS_OF_A_MAIN_LIFT = 8


@dataclass(slots=True)
class _Before:
    """The most of everything so far."""

    kinds: set[str] = field(default_factory=set)
    count: int = 0
    work_min: float = 0.0
    contacts: int = 0
    sets: int = 0
    phase: str | None = None
    weeks: int = 0
    """Loading weeks of the strength phase."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks in which fast running and lifting both take a step."""
    before = _Before()
    for week in case.weeks:
        if week.phase == "recovery":
            continue
        if week in case.loading:
            kinds, quality = _quality(case, week, before)
            lifting, heavy = _lifting(case, week, before)
            if quality and lifting and before.count:
                seen = "seen.heavy_and_new" if heavy and kinds else "seen.fast_and_heavy"
                yield in_week(week, 2, seen=seen)
        _remember(week, before)


def _quality(case: SeasonCase, week: Week, before: _Before) -> tuple[bool, bool]:
    """Whether a new kind comes, and whether it is that, one run more, or a third more work.

    Who has held race pace in a long run knows it.
    """
    runs = quality_runs(week)
    known = before.kinds | ({"race_pace"} if "long" in before.kinds else set())
    new = bool({run.kind for run in runs} - known)
    more = case.principles.number("one_step", "work") * before.work_min
    return new, new or len(runs) > before.count or _work_min(week) > more


def _lifting(case: SeasonCase, week: Week, before: _Before) -> tuple[bool, bool]:
    """Whether lifting takes a step, and whether heavy work begins.

    A phase begins with a set less: taking it back a week later is no step, and neither is the
    next rung of jumps within the power phase.
    """
    number = case.principles.number
    heavy = week.strength_phase in HEAVY and week.strength_phase != before.phase
    known = week.strength_phase == before.phase
    sets = before.sets and _sets(week) > before.sets and not (known and before.weeks == 1)
    rung = known and week.strength_phase == "power"
    most = number("contacts_step") if rung else number("one_step", "contacts")
    jumps = _contacts(week) > before.contacts + most
    return heavy or bool(sets) or jumps, heavy


def _remember(week: Week, before: _Before) -> None:
    runs = quality_runs(week)
    before.kinds.update(run.kind for run in runs)
    before.count = max(before.count, len(runs))
    before.work_min = max(before.work_min, _work_min(week, long=True))
    before.contacts = max(before.contacts, _contacts(week))
    before.sets = max(before.sets, _sets(week))
    if week.strength_phase != before.phase:
        before.phase, before.weeks = week.strength_phase, 0
    before.weeks += is_loading(week)


def _work_min(week: Week, *, long: bool = False) -> float:
    """Fast minutes of a week; race pace in the long run is asked by other checks, but known."""
    minutes = 0.0
    for run in quality_runs(week):
        paced = {pace: value for pace, value in minutes_by_pace(run).items() if pace != "easy"}
        if long or run.kind != "long":
            minutes += sum(paced.values())
    return minutes


def _contacts(week: Week) -> int:
    return max((one.contacts for one in week.sessions), default=0)


def _sets(week: Week) -> int:
    """The most sets of a main lift; those belong to the heavy phases."""
    if week.strength_phase not in HEAVY:
        return 0
    lines = [line for lift in lifts(week) for line in lift.working_lines() if line.reps is not None]
    main = [line.sets for line in lines if line.reps and line.reps[1] <= REPS_OF_A_MAIN_LIFT]
    return max(main, default=0)


RULE = Mistake(
    "MS427", source="dovetail", unit="times", found=found, principles=("one_step", "contacts_step")
)
