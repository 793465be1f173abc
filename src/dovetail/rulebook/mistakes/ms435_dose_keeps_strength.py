"""MS435: the dose follows the run, down to where strength is still kept, and the weight stays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
from statistics import mean

from dovetail.domain.plan import Week
from dovetail.rulebook.intensity import lower_sets
from dovetail.rulebook.season_case import SeasonCase, in_session, in_week, is_loading, lifts
from dovetail.rulebook.shapes import Mistake, Spot

HALF = 0.5
WEEKS_BACK = 3
"""Who lifts once a week has A and B by turns, so that each comes back within these (dovetail)."""
STEP_SETS = 1
"""Sets are whole, so a week may miss its share by one (dovetail)."""


def found(case: SeasonCase) -> Iterator[Spot]:
    """Spots for weeks that lift too little, first weeks that lift too much, and lost weight."""
    for before, week in pairwise(case.weeks):
        reference = _build_mean(case, week)
        if reference and week.number not in case.near_a_race and lower_sets(week):
            yield from _dose(case, before, week, reference)
    yield from _lost_weight(case)


def _dose(case: SeasonCase, before: Week, week: Week, reference: float) -> Iterator[Spot]:
    sets = lower_sets(week)
    first = case.principles.row("strength_dose_least", "first")
    least, most, seen = 0.0, float("inf"), ""
    if week.lighter and week.phase != "peak" and not _starts_phase(case, before):
        full = _last_alike(case, week)
        least = 0.0 if full is None else _lighter_share(case, full) * lower_sets(full)
        seen = "seen.lighter_little"
    elif week.phase == "peak" and not week.lighter:
        least = case.principles.number("strength_dose_least", "peak") * reference
        seen = "seen.peak_little"
    elif _starts_phase(case, week) and week.phase in ("base", "build") and not week.lighter:
        later = _full_week_of_phase(case, week)
        least, most = first[0] * later, first[1] * later or most
        seen = "seen.first_little"
    if sets < least - STEP_SETS:
        yield in_week(week, least - sets, seen=seen, sets=sets)
    elif sets > most + STEP_SETS:
        yield in_week(week, sets - most, seen="seen.first_much", sets=sets)


def _lighter_share(case: SeasonCase, before: Week) -> float:
    """Where lines hold two sets, half of them is what is left of each."""
    most = max((line.sets for lift in lifts(before) for line in lift.working_lines()), default=0)
    share = case.principles.number("strength_dose_least", "lighter")
    return share if most > 2 else min(share, HALF)


def _last_alike(case: SeasonCase, week: Week) -> Week | None:
    """Return the full week that a lighter one follows: A is not measured by B."""
    back = [one for one in case.loading_before(week) if week.number - one.number <= WEEKS_BACK]
    full = [one for one in back if not _starts_phase(case, one) and _alike(one, week)]
    return full[-1] if full else None


def _alike(one: Week, other: Week) -> bool:
    """Whether two weeks hold the same sessions: B may be a light one, or A and B take turns."""
    kinds = [sorted(lift.kind for lift in lifts(week)) for week in (one, other)]
    mine, yours = (
        {line.exercise for lift in lifts(week) for line in lift.working_lines()}
        for week in (one, other)
    )
    return kinds[0] == kinds[1] and 2 * len(mine & yours) >= min(len(mine), len(yours))


def _starts_phase(case: SeasonCase, week: Week) -> bool:
    before = next((one for one in case.weeks if one.number == week.number - 1), None)
    return before is None or before.strength_phase != week.strength_phase


def _full_week_of_phase(case: SeasonCase, week: Week) -> float:
    """Mean leg sets of the full weeks like it that follow in the phase; 0 where none does.

    In a later block the phase is another one, with a first week of its own.
    """
    later = (one for one in case.weeks if one.number > week.number)
    phase = takewhile(lambda one: one.strength_phase == week.strength_phase, later)
    full = [
        lower_sets(one)
        for one in phase
        if is_loading(one)
        and one.phase in ("base", "build")
        and one.number not in case.near_a_race
        and _alike(one, week)
    ]
    return mean(full) if full else 0.0


def _build_mean(case: SeasonCase, week: Week) -> float:
    """Mean leg sets of the build's full weeks before a week; of the base's if it has none."""
    full = [
        one
        for one in case.loading_before(week)
        if not _starts_phase(case, one) and one.number not in case.near_a_race
    ]
    build = [one for one in full if one.phase == "build"] or full
    return mean(lower_sets(one) for one in build) if build else 0.0


def _lost_weight(case: SeasonCase) -> Iterator[Spot]:
    heaviest: dict[str, float] = {}
    for week in case.weeks:
        for lift in lifts(week):
            for line in lift.working_lines():
                last = heaviest.get(line.exercise, 0.0)
                if line.load_kg is not None and week.phase == "peak" and line.load_kg < last:
                    yield in_session(lift, last - line.load_kg, seen="seen.peak_weight")
                if line.load_kg is not None and week.phase in ("base", "build"):
                    heaviest[line.exercise] = line.load_kg


RULE = Mistake(
    "MS435", source="dovetail", unit="sets", found=found, principles=("strength_dose_least",)
)
