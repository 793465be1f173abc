"""The key runs that a week asks for, cut to their slot and to what the week bears."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import RunStep
from dovetail.domain.template import Recipe
from dovetail.planning import key_run_tables as tables
from dovetail.planning.asked_minutes import asked_min, usual_runs
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.capacity import others_at_most
from dovetail.planning.key_run_story import KeyRun
from dovetail.planning.race_week import costs_little, touch_slot_min
from dovetail.planning.run_fitting import eased, fitted, session_effort, shortened_key, shown_km
from dovetail.planning.run_recipes import Prepared, minutes_of, prepare
from dovetail.planning.week_problem import touch_days
from dovetail.rulebook.intensity import hard_min_of
from dovetail.rulebook.shapes import CHANGE_MIN, Strain
from dovetail.rulebook.strains import role_name

SHORTEST_KEY_KM = 3.0
LEAST_TOUCH_KM = 2.5
"""A beginner's key run in a small week: some twenty minutes (dovetail)."""
SIZED, ROUNDING_MIN = ("threshold", "interval", "repetition"), 0.5
LEFT_OUT_IN = ("base", "build", "peak")
SHARPENERS = ("sharpen_threshold", "brisk_minutes", "first_strides")
"""What sharpens who has not met the kind of run that the week would hold (dovetail)."""
FRIDAY, SUNDAY = 4, 6
"""Key runs stand by Friday or on their usual day, in the taper on any (dovetail)."""
KEPT_AT_HOME = 0.85
"""A key run that keeps so much of its work on its usual day needs no longer slot (dovetail)."""
SHORTEST_KEY_MIN = 30
"""Warm-up, work and cool-down of the smallest key run (dovetail)."""


def key_runs_wanted(brief: Brief) -> Iterator[Wanted]:
    """Yield the key runs of a week, the first the more important."""
    if brief.frame.phase == "race" and not touch_days(brief.profile, brief.frame.starts):
        return  # so near to the race no run is fast
    longest = _key_slot_min(brief)
    keys = [known for key in brief.keys[: brief.structure.keys] if (known := _known(brief, key))]
    keys.sort(key=lambda key: not brief.recipes[key.recipe].quality)
    hard_left = brief.hard_left_min
    for number, key in enumerate(keys, 1):
        made, steps = _cut(brief, key, longest, number)
        recipe = made.recipe
        steps = _at_home(brief, made, steps, number)
        if hard_left is not None:
            steps = eased(steps, brief.profile.runner, hard_left)
            hard_left = max(0.0, hard_left - hard_min_of(steps, brief.profile.runner))
        km = shown_km(steps, brief.paces)
        hard = recipe.quality and not costs_little(brief)
        if brief.frame.phase in LEFT_OUT_IN and km > key_km_cap(brief):
            continue  # it would come too near to the long run: an easy run instead
        if hard and brief.frame.tune_up is not None and not brief.frame.lighter:
            continue  # the race is the week's quality
        if brief.frame.loading and not _is_enough(brief, recipe, steps):
            continue  # too little work for its warm-up is left: an easy run instead
        own_min = round(minutes_of(steps, brief.paces))
        yield Wanted(
            role=f"quality-{number}",
            kind=recipe.kind,
            strain=Strain(
                f"quality-{number}",
                own_min if hard else asked_min(brief, number - 1, own_min),
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


def strides_instead(brief: Brief, key: Wanted) -> Iterator[Wanted]:
    """Yield strides in the place of the last touch before the race, for who knows them.

    They are no hard run, so that they may stand beside one; the longer ones first.
    """
    recipe = brief.recipes["strides"]
    if brief.is_new(recipe.kind, SUNDAY):
        return
    made = prepare(recipe, 0, brief.profile, brief.paces, brief.run_minutes)
    beginner = brief.profile.level == "beginner"
    least_min = round(brief.profile.principles.number("race_week_run", "run"))
    for most_min in (key.own_min or key.strain.minutes, brief.shortest_min, least_min):
        steps = fitted(made.steps, brief.paces, most_min, key_km_cap(brief), beginner=beginner)
        minutes = round(minutes_of(steps, brief.paces))
        strain = Strain(key.role, minutes, run=True)
        yield replace(
            key, kind=recipe.kind, strain=strain, rpe=session_effort(steps), steps=steps,
            reason=Reason(recipe.code, {"work_min": round(made.work_min)}),
            km=shown_km(steps, brief.paces), own_min=minutes,
        )  # fmt: skip


def _cut(
    brief: Brief, key: KeyRun, longest: int, number: int
) -> tuple[Prepared, tuple[RunStep, ...]]:
    """Return a key run cut to its slot and its kilometres; its like where too little is left."""
    found = []
    for name in (key.recipe, tables.STANDS_IN.get(key.recipe, key.recipe)):
        recipe = brief.recipes[name]
        most_km = min(key_km_cap(brief), _as_it_was(brief, recipe.kind, number))
        made = prepare(recipe, key.appearance, brief.profile, brief.paces, brief.run_minutes)
        beginner = brief.profile.level == "beginner"
        steps = fitted(made.steps, brief.paces, longest, most_km, beginner=beginner)
        found.append((made, steps))
        if _is_enough(brief, recipe, steps):
            return made, steps
    return found[0]


def _at_home(
    brief: Brief, made: Prepared, steps: tuple[RunStep, ...], number: int
) -> tuple[RunStep, ...]:
    """Cut a key run to the room of its usual day, where that keeps nearly all of its work."""
    room = brief.structure.room_of_key(number)
    if room is None or brief.frame.phase not in LEFT_OUT_IN:
        return steps
    beginner = brief.profile.level == "beginner"
    shorter = shortened_key(steps, brief.paces, room, beginner=beginner, keeps=KEPT_AT_HOME)
    if shorter is None or not _is_enough(brief, made.recipe, shorter):
        return steps
    return shorter


def _is_enough(brief: Brief, recipe: Recipe, steps: tuple[RunStep, ...]) -> bool:
    """Whether the work is worth its warm-up, where a limit sizes it."""
    if recipe.limit is None or recipe.kind not in SIZED:
        return True
    number = brief.profile.principles.number
    floor = number("quality_floor", recipe.limit, brief.profile.level)
    work = minutes_of(tuple(step for step in steps if step.part == "work"), brief.paces)
    return work >= number("quality_frame", "floor_share") * floor - ROUNDING_MIN


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


def key_km_cap(brief: Brief) -> float:
    """A key run keeps its distance from the long run, as far as the week has one.

    In a week that shrinks it is no longer than the one that stood.
    """
    stood = [km for role, km in brief.most_km.items() if role.startswith("quality")]
    return min(_beside_long_km(brief), max(stood, default=math.inf))


def _as_it_was(brief: Brief, kind: str, number: int) -> float:
    """Return what a key run of the same kind and place had in the week that stood [km].

    Where another kind stood in its place, no more than the longest of them bounds it.
    """
    role = f"quality-{number}"
    stood = () if brief.stood is None else brief.stood.sessions
    same = any(one.kind == kind and role_name(one.id) == role for one in stood)
    return brief.most_km.get(role, math.inf) if same else math.inf


def _beside_long_km(brief: Brief) -> float:
    long_km = brief.volume.long_km.value
    if brief.frame.phase == "race":
        each = brief.profile.principles.number("race_week_run", "run")
        others = max(0, usual_runs(brief) - 1) * brief.paces.km_of("easy", each)
        return max(brief.volume.km.value - others, SHORTEST_KEY_KM)
    if not long_km:
        return max(brief.profile.athlete.running.longest_km * 0.9, SHORTEST_KEY_KM)
    most_km = others_at_most(long_km, brief.profile.runner)
    if brief.profile.level == "beginner" and brief.frame.loading:
        others_km = brief.volume.km.value - long_km
        beside_easy_km = others_km - brief.paces.km_of("easy", brief.shortest_min)
        most_km = min(most_km, next(filter(_worth_it, (beside_easy_km, others_km)), most_km))
    return most_km


def _worth_it(km: float) -> bool:
    return km >= LEAST_TOUCH_KM
