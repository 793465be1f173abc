"""The runs that a week asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dovetail.domain.decision import Reason
from dovetail.domain.units import rounded_down
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.capacity import others_at_most
from dovetail.planning.key_run_story import KeyRun
from dovetail.planning.long_run import easy_long_run, long_run
from dovetail.planning.race_week import costs_little, touch_slot_min
from dovetail.planning.run_fitting import eased, fitted, session_effort, shown_km
from dovetail.planning.run_recipes import minutes_of, prepare
from dovetail.planning.run_walk import ladder_km, ladder_minutes, ladder_steps
from dovetail.planning.week_problem import touch_days
from dovetail.rulebook.intensity import hard_min_of
from dovetail.rulebook.shapes import CHANGE_MIN, Strain

SLACK = 1.1
MINUTES_STEP = 5.0
WORTH_ASKING_MIN = 10
SHORTEST_KEY_KM = 3.0
ALIKE_FROM, ALIKE_KM = 3, 1.0
"""So many runs are all alike where the week leaves them no kilometre above the shortest: one
fewer, each longer, where the long run lets them (dovetail)."""
LEFT_OUT_IN = ("base", "build", "peak")
SHARPENERS = ("sharpen_threshold", "brisk_minutes", "first_strides")
"""What sharpens who has not met the kind of run that the week would hold (dovetail)."""
FRIDAY, SUNDAY = 4, 6
"""Key runs stand by Friday or on their usual day, in the taper on any; long runs to Sunday
(dovetail)."""
SHORTEST_KEY_MIN = 30
"""Warm-up, work and cool-down of the smallest key run (dovetail)."""


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
            reason=Reason("AI042", {"step": step + 1}),
            rank=2 + number,
            rpe=(2.0, 3.0),
            steps=ladder_steps(step),
            km=ladder_km(step, brief.profile.easy_s_per_km),
        )


def _by_volume(brief: Brief) -> Iterator[Wanted]:
    fixed = list(_key_runs(brief))
    if brief.volume.long_km.value > 0:
        fixed.insert(0, _long(brief))
    shortest_km = brief.paces.km_of("easy", brief.shortest_min)
    room_km = SLACK * brief.volume.km.value - shortest_km
    while (
        brief.frame.phase not in ("taper", "race") and len(fixed) > 1 and _sum_km(fixed) > room_km
    ):
        fixed.pop()  # so small a week has no room for more than its long run and easy running
    yield from fixed
    rest_km = brief.volume.km.value - _sum_km(fixed)
    for number in range(1, _easy_runs(brief, len(fixed), rest_km) + 1):
        yield easy_run(brief, number)


def _long(brief: Brief) -> Wanted:
    km = brief.volume.long_km.value
    run = long_run(brief.profile, brief.frames, brief.frame, km, brief.paces)
    first = "race_pace" not in brief.run_kinds
    late = brief.is_new("race_pace", SUNDAY) and any(s.target.pace == "race" for s in run.steps)
    if late or (first and run.quality and brief.frame.heavy_phase_begins):
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


def _key_runs(brief: Brief) -> Iterator[Wanted]:
    if brief.frame.phase == "race" and not touch_days(brief.profile, brief.frame.starts):
        return  # so near to the race no run is fast
    week_min = brief.run_minutes
    longest = _key_slot_min(brief)
    keys = [known for key in brief.keys[: brief.structure.keys] if (known := _known(brief, key))]
    hard_left = brief.hard_most_min
    for number, key in enumerate(keys, 1):
        recipe = brief.recipes[key.recipe]
        made = prepare(recipe, key.appearance, brief.profile, brief.paces, week_min)
        steps = fitted(made.steps, brief.paces, longest, _key_km_cap(brief))
        if hard_left is not None:
            steps = eased(steps, brief.profile.runner, hard_left)
            hard_left = max(0.0, hard_left - hard_min_of(steps, brief.profile.runner))
        km = shown_km(steps, brief.paces)
        hard = recipe.quality and not costs_little(brief)
        if brief.frame.phase in LEFT_OUT_IN and km > _key_km_cap(brief):
            continue  # it would come too near to the long run: an easy run instead
        if hard and brief.frame.tune_up is not None and not brief.frame.lighter:
            continue  # the race is the week's quality
        own_min = round(minutes_of(steps, brief.paces))
        yield Wanted(
            role=f"quality-{number}",
            kind=recipe.kind,
            strain=Strain(
                f"quality-{number}",
                own_min if hard else _asked_min(brief, number - 1, own_min),
                run=True,
                key=hard,
                quality=hard,
            ),
            reason=Reason(recipe.code, {"work_min": round(made.work_min)}),
            rank=2 if number == 1 else 5,
            rpe=session_effort(steps),
            steps=steps,
            km=km,
            own_min=own_min,
        )


def _known(brief: Brief, key: KeyRun) -> KeyRun | None:
    """Nothing new at the end: sharpen with the fastest that is known, else run easily."""
    names = (key.recipe, *SHARPENERS)
    usual = max(FRIDAY, brief.structure.home.get("quality-1", FRIDAY))
    by = SUNDAY if brief.frame.taper is not None else usual
    known = (name for name in names if not brief.is_new(brief.recipes[name].kind, by))
    name = next(known, None)
    if name is None or name == key.recipe:
        return key if name else None
    return KeyRun(recipe=name, appearance=0)


def _key_slot_min(brief: Brief) -> int:
    """The longest slot besides the one that the long run takes, less what usually shares it."""
    if brief.frame.phase == "race":
        return touch_slot_min(brief)
    slots = sorted((slot.minutes for slot in brief.profile.slots), reverse=True)
    has_long = brief.volume.long_km.value > 0 or brief.frame.tune_up or brief.frame.race_on
    longest = slots[1] if has_long and len(slots) > 1 else slots[0]
    return max(longest - _shared_min(brief), min(longest, SHORTEST_KEY_MIN))


def _shared_min(brief: Brief) -> int:
    """Minutes of the strength session that the key run usually shares its only slot with."""
    structure = brief.structure
    day = structure.home.get("quality-1")
    if day is None or sum(slot.day == day for slot in brief.profile.slots) > 1:
        return 0
    lifts = {"strength-a": structure.first_min, "strength-b": structure.second_min}
    shared = [minutes for role, minutes in lifts.items() if structure.home.get(role) == day]
    return max(shared) + CHANGE_MIN if shared else 0


def _key_km_cap(brief: Brief) -> float:
    """A key run keeps its distance from the long run, as far as the week has one."""
    long_km = brief.volume.long_km.value
    if brief.frame.phase == "race":
        each = brief.profile.principles.number("race_week_run", "run")
        others = max(0, _usual_runs(brief) - 1) * brief.paces.km_of("easy", each)
        return max(brief.volume.km.value - others, SHORTEST_KEY_KM)
    if not long_km:
        return max(brief.profile.athlete.running.longest_km * 0.9, SHORTEST_KEY_KM)
    return others_at_most(long_km, brief.profile.runner)


def _easy_runs(brief: Brief, others: int, rest_km: float) -> int:
    """As many as are usual; one less where the kilometres give only stubs."""
    usual = max(0, _usual_runs(brief) - others)
    if rest_km <= 0 and (brief.frame.phase == "recovery" or brief.frame.number == 0):
        return 0
    shortest_km = brief.paces.km_of("easy", brief.shortest_min)
    room_km = _lighter_room(brief) * brief.volume.km.value if brief.frame.lighter else 0.0
    rest_km += room_km
    spare = 0.15 if brief.frame.loading else 0.05
    if brief.frame.lighter and not room_km:
        spare = 0.25
    by_volume = int(rest_km / shortest_km + spare)  # a lighter week drops no days
    if by_volume >= ALIKE_FROM and rest_km < by_volume * shortest_km + ALIKE_KM:
        by_volume -= (by_volume - 1) * _key_km_cap(brief) >= rest_km  # two that differ
    fewest = 0 if brief.frame.phase in ("recovery", "race") else 1
    if brief.frame.phase == "race":
        fewest = max(0, usual - (brief.frame.race_on is not None))
    return max(min(usual, fewest), min(usual, by_volume))


def _lighter_room(brief: Brief) -> float:
    """The share by which the shortest runs may exceed the volume of a small lighter week."""
    number = brief.profile.principles.number
    volume = number("lighter", "volume")
    if brief.volume.km.value >= volume * number("lighter", "small_below"):
        return 0.0
    return number("lighter", "most_small") / volume - 1


def _usual_runs(brief: Brief) -> int:
    """As many as in any week, and no more than the days that are left hold."""
    frame, runs = brief.frame, brief.structure.runs
    if frame.tune_up or frame.phase == "race":
        runs -= 1
    ends = frame.race_on or date.max
    days = {frame.starts + timedelta(slot.day) for slot in brief.profile.slots}
    left = sum(brief.back_on <= day < ends for day in days)
    if frame.number == 0:
        runs = -(-runs * left // len(days))
    return min(runs, left)


def easy_run(brief: Brief, number: int) -> Wanted:
    """Return one more easy run, as long as the least room that the week's shape leaves it."""
    minutes = _easy_min(brief, number)
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


def _easy_min(brief: Brief, number: int) -> int:
    """The minutes that an easy run should find: its share of the week, as far as rooms go.

    Asked for before the week is placed, so that no lift takes the place of a longer run. The
    first takes the least room; the others want as much as the least of theirs.
    """
    needs = _needs_min(brief)
    if not needs:
        return brief.shortest_min
    least = needs[0] if number == 1 or len(needs) == 1 else needs[1]
    if least < needs[0] + WORTH_ASKING_MIN:
        least = needs[0]
    return max(brief.shortest_min, round(rounded_down(least, MINUTES_STEP)))


def _needs_min(brief: Brief) -> list[float]:
    """What each easy run would take of its room, the least first."""
    keys = sum(bool(key.recipe) for key in brief.keys[: brief.structure.keys])
    return [need for need, number in _level(brief) if number >= keys]


def _level(brief: Brief) -> list[tuple[float, int]]:
    """Share the week's minutes besides the long run among its rooms, the least room first.

    Each need comes with the number of the key run whose room it is; easy runs have a high one.
    """
    usual, frame = brief.frame.phase in ("base", "build", "peak"), brief.frame
    if not usual or frame.number == 0 or frame.tune_up is not None:
        return []
    rooms = brief.structure.rooms.in_order()
    rest = brief.paces.minutes_of("easy", brief.volume.km.value - brief.volume.long_km.value)
    left, found = max(0.0, rest), []
    for place, (room, number) in enumerate(rooms):
        found.append((min(float(room), left / (len(rooms) - place)), number))
        left -= found[-1][0]
    return found


def _asked_min(brief: Brief, number: int, own_min: int) -> int:
    """The minutes that a key run should find: its own, and easy running at its ends."""
    need = next((need for need, key in _level(brief) if key == number), 0.0)
    if need < own_min + WORTH_ASKING_MIN:
        return own_min
    return round(rounded_down(need, MINUTES_STEP))


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
