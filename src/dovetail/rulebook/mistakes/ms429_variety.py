"""MS429: faster running varies without chaos: no run three weeks running, several kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dovetail.domain.plan import Week
from dovetail.domain.session import Session
from dovetail.rulebook.season_case import (
    SeasonCase,
    in_session,
    in_week,
    is_loading,
    quality_runs,
    runs,
)
from dovetail.rulebook.shapes import Mistake, Spot

Structure = tuple[object, ...]


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for the same run again and again, and for weeks that know one kind only.

    Beginners, who run few times a week or had a bone stress injury are asked for fewer kinds.
    """
    number = case.principles.number
    most, window = number("variety", "in_a_row"), round(number("variety", "window"))
    runner = case.runner
    few = runner.level == "beginner" or runner.bone_history
    few = few or runner.runs_per_week <= number("variety", "few_runs")
    wanted = number("variety", "kinds_few" if few else "kinds")
    for block in case.blocks():
        loading = [week for week in block if is_loading(week) and week.number not in case.on_ladder]
        yield from _again(loading, most)
        for start in range(0, len(loading) - window + 1, window):
            some = loading[start : start + window]
            kinds = {kind for week in some for kind in _kinds(week)}
            if any(quality_runs(week) for week in some) and len(kinds) < wanted:
                seen = "seen.few_kinds"
                yield in_week(some[-1], wanted - len(kinds), seen=seen, kinds=len(kinds))


def _again(loading: Sequence[Week], most: float) -> Iterator[Spot]:
    times: dict[Structure, int] = {}
    for week in loading:
        now = {_structure(run): run for run in quality_runs(week)}
        times = {structure: times.get(structure, 0) + 1 for structure in now}
        for structure, run in now.items():
            if times[structure] > most:
                yield in_session(run, times[structure] - most, seen="seen.same_again")


def _structure(run: Session) -> Structure:
    work = [step for step in run.steps if step.part in ("work", "recovery")]
    parts = [(s.part, s.km, s.minutes, s.repeat, s.target.pace) for s in work]
    return (run.kind, *(parts if run.kind != "long" else [*parts, run.km]))


def _kinds(week: Week) -> Iterator[str]:
    """Strides and hill sprints count, and so do paces inside the long run."""
    for run in runs(week):
        if run.kind == "hills":
            yield "hills"
        if any(step.part == "strides" for step in run.steps) or run.kind == "strides":
            yield "strides"
    for run in quality_runs(week):
        yield run.kind


RULE = Mistake("MS429", source="dovetail", unit="times", found=found, principles=("variety",))
