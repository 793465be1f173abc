"""The runs that a week asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dovetail.domain.decision import Reason
from dovetail.planning.asked_minutes import easy_min, usual_runs
from dovetail.planning.brief import FAST_LONG, Brief, Wanted
from dovetail.planning.key_run_timing import lifting_steps
from dovetail.planning.key_run_wishes import LEFT_OUT_IN, key_km_cap, key_runs_wanted
from dovetail.planning.long_run import easy_long_run, long_run
from dovetail.planning.run_recipes import minutes_of
from dovetail.planning.run_walk import ladder_km, ladder_minutes, ladder_steps, walks
from dovetail.rulebook.shapes import Strain

SLACK = 1.1
ALIKE_FROM, ALIKE_KM = 3, 1.0
"""So many runs are all alike where a full week leaves them no kilometre above the shortest: one
fewer, each longer, where the long run lets them (dovetail)."""
BESIDE_THE_LONG_RUN, ROUNDING_KM = 2, 0.5
"""Runs of the smallest week; a week is met to one step of its rounded runs (dovetail)."""
SUNDAY = 6


def runs_wanted(brief: Brief) -> Iterator[Wanted]:
    """Yield the runs of a week: the ladder's outings, or long, key and easy runs."""
    yield from _ladder(brief) if brief.volume.ladder else _by_volume(brief)


def _ladder(brief: Brief) -> Iterator[Wanted]:
    """Every outing is placed with the minutes of the longest, so that they keep their order."""
    longest = max(map(ladder_minutes, brief.volume.ladder))
    for number, step in enumerate(brief.volume.ladder, 1):
        yield Wanted(
            role=f"easy-{number}",
            kind="run_walk",
            strain=Strain("easy", longest, run=True),
            reason=Reason("AI042" if walks(step) else "AI177", {"step": step + 1}),
            rank=2 + number,
            rpe=(2.0, 3.0),
            steps=ladder_steps(step),
            km=ladder_km(step, brief.profile.easy_s_per_km),
        )


def _by_volume(brief: Brief) -> Iterator[Wanted]:
    fixed = list(key_runs_wanted(brief))
    if brief.volume.long_km.value > 0:
        fixed.insert(0, _long(brief))
    room_km = SLACK * brief.volume.km.value - brief.paces.km_of("easy", brief.shortest_min)
    while brief.frame.phase in LEFT_OUT_IN and len(fixed) > 1 and _sum_km(fixed) > room_km:
        if _is_the_easy_run(brief, fixed):
            yield from fixed
            return
        fixed.pop()  # so small a week has no room for more than its long run and easy running
    yield from fixed
    rest_km = brief.volume.km.value - _sum_km(fixed)
    for number in range(1, _easy_runs(brief, len(fixed), rest_km) + 1):
        yield easy_run(brief, number)


def _is_the_easy_run(brief: Brief, fixed: Sequence[Wanted]) -> bool:
    """Whether a beginner's only other run may be the key run, which is easy running for the most.

    So small a week holds a long run and one more; a lighter one may not be too light by it.
    """
    beginner = brief.profile.level == "beginner" and len(fixed) == BESIDE_THE_LONG_RUN
    most_km = brief.volume.long_km.value + key_km_cap(brief)
    if brief.frame.lighter and max(most_km, _sum_km(fixed)) < _least_lighter_km(brief):
        return False
    return beginner and _sum_km(fixed) <= brief.volume.km.value + ROUNDING_KM


def _least_lighter_km(brief: Brief) -> float:
    """Return what a lighter week runs at least [km]; 0 where so small a one is asked no least."""
    number, km = brief.profile.principles.number, brief.volume.km.value
    volume = number("lighter", "volume")
    asked = km >= volume * number("lighter", "least_from")
    return number("lighter", "least") / volume * km - ROUNDING_KM if asked else 0.0


def _long(brief: Brief) -> Wanted:
    km = brief.volume.long_km.value
    run = long_run(brief.profile, brief.frames, brief.frame, km, brief.paces)
    first = FAST_LONG not in brief.run_kinds and lifting_steps(brief.profile, brief.frame)
    late = brief.is_new("race_pace", SUNDAY) and any(s.target.pace == "race" for s in run.steps)
    if late or (first and run.quality):
        run = easy_long_run(brief.profile, km, brief.paces)
    minutes = round(minutes_of(run.steps, brief.paces))
    return Wanted(
        role="long",
        kind="long",
        strain=Strain("long", minutes, run=True, key=True, quality=run.quality, long=True),
        reason=Reason(run.code, {"long_km": km}),
        rank=1,
        rpe=(3.0, 5.0) if run.quality or run.code == "AI040" else (3.0, 4.0),
        steps=run.steps,
        km=km,
    )


def _sum_km(runs: Sequence[Wanted]) -> float:
    return sum(run.km or 0.0 for run in runs)


def _easy_runs(brief: Brief, others: int, rest_km: float) -> int:
    """As many as are usual; one less where the kilometres give only stubs."""
    usual = max(0, usual_runs(brief) - others)
    if rest_km <= 0 and (brief.frame.phase == "recovery" or brief.frame.number == 0):
        return 0
    shortest_km = brief.paces.km_of("easy", brief.shortest_min)
    room_km = _lighter_room(brief) * brief.volume.km.value if brief.frame.lighter else 0.0
    rest_km += room_km
    spare = 0.15 if brief.frame.loading else 0.05
    if brief.frame.lighter and not room_km:
        spare = 0.25
    by_volume = int(rest_km / shortest_km + spare)  # a lighter week drops no days
    alike = rest_km < by_volume * shortest_km + ALIKE_KM
    if brief.frame.loading and by_volume >= ALIKE_FROM and alike:
        by_volume -= (by_volume - 1) * key_km_cap(brief) >= rest_km  # two that differ
    fewest = 0 if brief.frame.phase in ("recovery", "race") else 1
    if brief.frame.phase == "race":
        fewest = max(0, usual - 1)  # one fewer than usual, whether or not the race is in it
    return max(min(usual, fewest), min(usual, by_volume))


def _lighter_room(brief: Brief) -> float:
    """The share by which the shortest runs may exceed the volume of a small lighter week."""
    number = brief.profile.principles.number
    volume = number("lighter", "volume")
    if brief.volume.km.value >= volume * number("lighter", "small_below"):
        return 0.0
    return number("lighter", "most_small") / volume - 1


def easy_run(brief: Brief, number: int) -> Wanted:
    """Return one more easy run, as long as the least room that the week's shape leaves it."""
    minutes = easy_min(brief, number)
    if brief.frame.phase == "race":
        minutes = min(minutes, round(brief.profile.principles.number("race_week_run", "run")))
    return Wanted(
        role=f"easy-{number}",
        kind="easy",
        strain=Strain("easy", minutes, run=True),
        reason=Reason("AI030"),
        rank=5 + number,
        rpe=(2.0, 4.0),
    )


def shortened(brief: Brief, wanted: Sequence[Wanted]) -> list[Wanted]:
    """Return the wishes with every run as short as it can be."""
    found = []
    for one in wanted:
        own = brief.shortest_min if one.strain.kind == "easy" and not one.steps else one.own_min
        if own is None or one.strain.minutes <= own:
            found.append(one)
        else:
            found.append(replace(one, strain=replace(one.strain, minutes=own)))
    return found
