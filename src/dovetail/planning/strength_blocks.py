"""What stands around the lines of a strength session: warming up, and recovering."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dovetail.domain.prescription import Line
from dovetail.domain.template import SessionTemplate
from dovetail.planning.profile import Profile
from dovetail.planning.strength_choice import Picker
from dovetail.planning.strength_minutes import (
    AFTER_RUN_REST_S,
    LEAST_RECOVERY_MIN,
    Draft,
    Parts,
    rested,
)

HEAVY = ("maximal_strength", "power")
QUIET = ("activation", "primer", "primer_of_a", "core")
"""Sessions that wake muscles and tire none: they are their own warm-up."""
AFTER_RUN = ("micro", "core")
"""Short sessions straight after an easy run, which is their warm-up."""
LONG_ENOUGH_TO_ROLL_FIRST_MIN = 48
LONG_ENOUGH_TO_RECOVER_MIN = 30


def parts_of(
    profile: Profile,
    recipe: tuple[str, str, int],
    template: SessionTemplate,
    drafts: Sequence[Draft],
    *,
    warm: bool,
) -> Parts:
    """Return a session's lines with the minutes around them.

    `recipe` is the template's group and name, and the minutes that there are; `warm` says
    that a run stands straight before. Who rolls and stretches first does not jump: jumps and
    heavy work begin with movement, and roll at the end.
    """
    group, name, at_most_min = recipe
    special = group == "special"
    heavy = group in HEAVY or name.startswith("last_heavy")
    after_run = special and name.startswith(AFTER_RUN)
    moves = heavy or any(draft.line.contacts for draft in drafts)
    long_enough = at_most_min >= LONG_ENOUGH_TO_ROLL_FIRST_MIN
    rolls = not moves and not special and long_enough
    quiet = after_run or (special and name in QUIET) or (warm and not heavy and not rolls)
    more = _minutes(profile, "masters_more") if profile.masters and long_enough else 0
    prepare = "prepare_heavy" if moves else "prepare_full" if rolls else "prepare_short"
    full = at_most_min >= LONG_ENOUGH_TO_RECOVER_MIN
    recover = "recover_rolled" if rolls else "recover_full" if full else "recover_short"
    return Parts(
        drafts=rested(drafts, AFTER_RUN_REST_S) if after_run else tuple(drafts),
        prepare_min=0 if quiet else _minutes(profile, prepare) + more,
        more_min=0 if quiet else more,
        recover_min=LEAST_RECOVERY_MIN if after_run else _minutes(profile, recover),
        change_min=0 if after_run else _minutes(profile, "set_up"),
        rolls_first=rolls,
        heavy=heavy,
        own_weight=profile.own_weight,
        circuit=template.circuit,
        after_run=after_run,
    )


def _minutes(profile: Profile, name: str) -> int:
    return round(profile.principles.number("warm_up", name))


def block_lines(
    template: SessionTemplate, pick: Picker, known: Container[str] | None
) -> tuple[Line, ...]:
    """Return the lines of a preparing or recovering block.

    Shortly before a race, where `known` holds what has been trained, it asks for nothing new
    but to move, roll and stretch.
    """
    lines: list[Line] = []
    for line in template.lines:
        key = pick.choose(line, [one.exercise for one in lines])
        if key is None:
            continue
        exercise = pick.exercises[key]
        if known is not None and key not in known and exercise.pattern != "mobility":
            continue
        lines.append(
            Line(
                exercise=key,
                name=exercise.name,
                trains=exercise.trains,
                sets=line.amount.sets or 1,
                reps=line.amount.reps,
                seconds=line.amount.seconds,
                per_side=exercise.per_side,
                tempo=line.amount.tempo,
                equipment=exercise.kit_for(pick.owned) or (),
                easier=exercise.easier,
                harder=exercise.harder,
            )
        )
    return tuple(lines)
