"""The week's dose applied to one line: repetitions, seconds, contacts, band."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from dovetail.domain.decision import Reason
from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import Band, Line, Range
from dovetail.domain.template import Amount, LineTemplate, Role
from dovetail.planning.strength_dose import Dose
from dovetail.planning.strength_memory import Amounts, limit_of

LAST_WEIGHT_TEMPO = "3-1-1-0"
FAST_TEMPO = "2-0-1-0"
VERY_SLOW_TEMPO = "5-1-1-0"
PAUSED_TEMPO = "5-3-1-0"
"""Slower, then with a longer pause: what a line without weight has beyond its last form."""
LIGHT_TEMPOS = (LAST_WEIGHT_TEMPO, VERY_SLOW_TEMPO, PAUSED_TEMPO)
LIGHT_FIRST_REPS, LIGHT_WAVE, FIRST_SLOW_STEP = 5, 4, 2
"""Past the last weight: five to eight repetitions at each tempo, from the third step on."""
EASY_RESERVE = 3.0
FIRST_HOP = "pogo-hop"
_HOPS, _HIGHER, _SECOND_TIME = "AI076", "AI151", "AI160"
SETS_OF_A_SECOND_TIME, RESERVE_OF_A_SECOND_TIME = 2, 3.0
"""Each lift twice: the second time two sets with three left (dovetail)."""


def without_reserve(role: Role, exercise: Exercise, phase: str) -> bool:
    """Jumps, core, balance and activation end when form does, not by a count of what is left."""
    if phase == "activation" and role not in ("main", "upper_main", "accessory"):
        return True
    quiet = exercise.pattern in ("core", "anti_rotation", "balance", "mobility")
    return role == "jump" or (role == "completion" and quiet)


def reps_of(
    template: LineTemplate, amount: Amount, dose: Dose, phase: str, *, loaded: bool
) -> Range | None:
    """Return the repetitions of a line at the week's step; None where it counts otherwise.

    A main lift without a load to change keeps its range: it grows by repetitions.
    """
    if amount.reps is None:
        return None
    low, high = amount.reps
    special = template.alt and amount.reps != template.amount.reps
    if phase in ("maximal_strength", "power") and template.role in ("main", "upper_main"):
        if special or not loaded or low > dose.heavy_reps:
            return low, high
        return float(dose.heavy_reps), float(dose.heavy_reps)
    if phase == "activation" and template.role == "main" and not special:
        exact = max(low, min(high, float(dose.heavy_reps)))
        return exact, exact
    if dose.pick == "low":
        floor = template.low if template.low is not None and not special else low
        return floor, floor
    return (high, high) if dose.pick == "high" else (low, high)


def seconds_of(amount: Amount, dose: Dose) -> Range | None:
    """Return the seconds of a held line at the week's step."""
    if amount.seconds is None:
        return None
    low, high = amount.seconds
    if dose.pick == "low":
        return low, low
    if dose.pick == "high":
        middle = min(high, low + 10) if dose.slow else high
        return middle, middle
    return low, high


def jump_amount(amount: Amount, share: float) -> Amount:
    """The article's drills in three steps: half, three quarters, whole."""
    sets = 2 if share <= 0.5 else 3
    small = share < 1.0
    reps, metres = amount.reps, amount.metres
    if reps is not None and reps[0] < 10:
        reps = (6.0, 6.0) if small else reps
    if metres is not None:
        metres = 15.0 if small else metres
    return replace(amount, sets=sets, reps=reps, metres=metres)


def second_time(line: Line, limits: Mapping[str, float]) -> Line:
    """Return a main lift as it is done for the second time in a week: fewer sets, lighter.

    Where it has no day of its own that week, its load rises as that of any other lift.
    """
    light = replace(
        line,
        sets=min(line.sets, SETS_OF_A_SECOND_TIME),
        rir=RESERVE_OF_A_SECOND_TIME,
        load_rule="find" if line.load_rule == "find" else "keep",
        reasons=(Reason(_SECOND_TIME),),
    )
    return with_its_step(light, limits) if line.load_rule == "step" else light


def with_its_step(line: Line, limits: Mapping[str, float]) -> Line:
    """Fewer repetitions at the same reserve need more weight, whatever the phase says."""
    limit, last = limit_of(line), limits.get(line.exercise)
    if limit is None or last is None or limit >= last or line.load_rule != "keep":
        return line
    return replace(line, load_rule="step")


def with_its_turn(line: Line, waiting: Mapping[str, Amounts]) -> Line:
    """What comes back after two weeks, at the same repetitions, takes a step of load.

    The steps of the weeks between went to the lifts of the other session.
    """
    stands = waiting.get(line.exercise) == (line.reps, line.rir)
    return replace(line, load_rule="step") if stands and line.load_rule == "keep" else line


def with_its_load(line: Line, role: Role, trained: Container[str] | None, dose: Dose) -> Line:
    """What is new has its load still to be found.

    Past the last weight, `dose.light`, tempo takes the place of load, then repetitions up to
    eight, then a slower tempo. The peak holds the tempo with the fewest repetitions.
    """
    if line.load_rule and trained is not None and line.exercise not in trained:
        return replace(line, load_rule="find")
    if not dose.light or role != "main" or line.load_rule not in ("step", "keep"):
        return line
    if dose.fast:
        return _in_tempo(line, FAST_TEMPO)
    if not dose.heavy or dose.own < FIRST_SLOW_STEP:
        return line if line.load_rule == "keep" else _in_tempo(line, LAST_WEIGHT_TEMPO)
    slow = dose.own - FIRST_SLOW_STEP
    tempo = LIGHT_TEMPOS[min(slow // LIGHT_WAVE, len(LIGHT_TEMPOS) - 1)]
    holds = line.load_rule == "keep" and dose.rir != EASY_RESERVE
    reps = float(LIGHT_FIRST_REPS + (0 if holds else slow % LIGHT_WAVE))
    return replace(_in_tempo(line, tempo), reps=(reps, reps))


def _in_tempo(line: Line, tempo: str) -> Line:
    return replace(line, load_rule="keep", tempo=tempo)


def hop_line(exercise: Exercise, sets: int, reps: float, kit: tuple[str, ...]) -> Line:
    """Return a line of small hops, with its landings."""
    landings = round(sets * reps * exercise.contacts_per_unit)
    return Line(
        exercise=exercise.key,
        name=exercise.name,
        trains=exercise.trains,
        sets=sets,
        reps=(reps, reps),
        rest_s=60,
        contacts=landings,
        equipment=kit,
        easier=exercise.easier,
        harder=exercise.harder,
        reasons=(Reason(_HOPS if exercise.key == FIRST_HOP else _HIGHER, {"contacts": landings}),),
    )


def contacts_of(exercise: Exercise, sets: int, reps: Range | None, amount: Amount) -> int:
    """Return the foot contacts of a line."""
    if not exercise.contacts_per_unit:
        return 0
    units = amount.metres if amount.metres is not None else (reps[1] if reps else 0)
    sides = 2 if exercise.per_side else 1
    return round(sets * units * sides * exercise.contacts_per_unit)


def band_of(phase: str, kit: Sequence[str]) -> Band | None:
    """Return how strong a band the phase asks for."""
    if "bands" not in kit:
        return None
    bands: Mapping[str, Band] = {
        "stabilization": "light",
        "strength_endurance": "medium",
        "activation": "light",
    }
    return bands.get(phase, "heavy")
