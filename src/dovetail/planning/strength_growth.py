"""How a line grows that has no load to raise: repetitions, tempo, the harder form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from dovetail.domain.exercise import Exercise
from dovetail.domain.prescription import Line
from dovetail.domain.template import Amount, LineTemplate, Role
from dovetail.planning.strength_amounts import PAUSED_TEMPO, VERY_SLOW_TEMPO
from dovetail.planning.strength_dose import SLOW_TEMPO, Dose

MORE_REPS_AT_MOST = 5
LEAST_OWN_REPS = 5.0
STEPS_A_REP = 2
"""Its range is low and high by turns, so a repetition comes with every second step (dovetail)."""
GROWS_BY, SECOND_TEMPO = 5, "3-1-1-0"
"""A small leg line grows by a repetition a week, then begins again slower (dovetail)."""
STEPS_MORE, MORE_STEPS_AT_MOST = 3, 15
"""What is walked against a band grows by steps, where others grow slower (dovetail)."""
HARDER_FORMS = 2
"""Steps up the ladder within stabilization (dovetail)."""
OWN_WEIGHT: tuple[Role, ...] = ("article", "main")
SUPPORT: tuple[Role, ...] = ("upper", "completion")
SMALL, LEGS = ("accessory", "completion"), ("hinge", "lunge", "single_leg")
Grown = tuple[Exercise, Amount]
Harder = Callable[[Exercise, Amount], Grown]


def grown(
    role: Role,
    begun: Grown,
    dose: Dose,
    *,
    loaded: Callable[[Exercise], bool],
    harder: Harder,
) -> Grown:
    """Return the form and the amount of a line at the week's step.

    `loaded` tells whether an exercise is done with weight here, `harder` takes one step up.
    """
    exercise, amount = begun
    if amount.seconds is None and role == "article" and (dose.slow or dose.harder):
        return controlled(begun, dose.harder, loaded=loaded, harder=harder)
    if amount.seconds is None and role in SUPPORT and not exercise.loadable:
        for _ in range(dose.support):
            exercise, amount = harder(exercise, amount)
    if loaded(exercise):
        return exercise, amount
    if role in OWN_WEIGHT and (dose.own or dose.heavy):
        return own_weight(exercise, amount, dose, harder=harder)
    if role in SMALL and dose.heavy and exercise.pattern in LEGS:
        return exercise, small_line(amount, dose)
    return exercise, amount


def controlled(
    begun: Grown, up: int, *, loaded: Callable[[Exercise], bool], harder: Harder
) -> Grown:
    """Grow a line of stabilization that has had its sets: tempo, the harder forms, then more.

    `up` counts the steps since the line was slow for the first time. Where no harder form may
    be had it stays slow and takes a repetition a step; the last form is held once, then slow.
    """
    exercise, amount = begun
    forms = 0
    for _ in range(min(up, HARDER_FORMS)):
        found, asked = harder(exercise, amount)
        forms += found.key != exercise.key
        exercise, amount = found, asked
    more = up + 1 - 2 * forms
    if more <= 0 or loaded(exercise):
        return exercise, amount
    if amount.steps is not None:
        steps = STEPS_MORE * (more - (not forms))  # the first step of others is their slow tempo
        return exercise, replace(amount, steps=amount.steps + min(steps, MORE_STEPS_AT_MOST))
    return exercise, _more_reps(replace(amount, tempo=amount.tempo or SLOW_TEMPO), more - 1)


def quicker(template: LineTemplate, line: Line, dose: Dose) -> Line | None:
    """Return a line of stabilization without the tempo and the steps it has grown by, if any.

    In the week that all lines are slow for the first time, the coach's own lines stay slow.
    """
    own = template.role in OWN_WEIGHT and dose.own > 1 and not dose.heavy and not line.load_rule
    if not own and not (dose.harder if template.role == "article" else dose.slow):
        return None
    asked = template.amount_for(line.exercise)
    found = replace(line, tempo=asked.tempo, steps=asked.steps)
    return None if found == line else found


def own_weight(exercise: Exercise, amount: Amount, dose: Dose, *, harder: Harder) -> Grown:
    """Grow a line that has no load to raise, one thing at a time.

    Heavy work grows by repetitions, then begins low again in the harder form, then slower, then
    with a longer pause; never beyond its range. Other work grows by the harder form, then by
    tempo, then by repetitions.
    """
    if dose.heavy:
        return _own_heavy(exercise, amount, dose.own, harder=harder)
    up, asked = harder(exercise, amount)
    same = up.key == exercise.key
    slow = asked.tempo is None and (dose.own > 1 or same)
    more = max(0, dose.own - (not same) - slow)
    tempo = SLOW_TEMPO if slow else asked.tempo
    return up, _more_reps(replace(asked, tempo=tempo), ceil(more / STEPS_A_REP))


def _own_heavy(exercise: Exercise, amount: Amount, own: int, *, harder: Harder) -> Grown:
    if amount.reps is None:
        return exercise, amount
    up, asked = harder(exercise, amount)
    forms: list[Grown] = [(exercise, amount)]
    if up.key != exercise.key:
        forms.append((up, asked))
    forms += [(up, replace(asked, tempo=tempo)) for tempo in (VERY_SLOW_TEMPO, PAUSED_TEMPO)]
    for number, (found, dosed) in enumerate(forms, 1):
        low, high = (max(one, LEAST_OWN_REPS) for one in dosed.reps or amount.reps)
        if number == len(forms):  # nothing harder is left: all of the range, so that it moves
            low = LEAST_OWN_REPS
        waves = round(high - low) + 1
        if own < waves or number == len(forms):
            grown = low + own % waves
            return found, replace(dosed, reps=(grown, grown))
        own -= waves
    return exercise, amount


def small_line(amount: Amount, dose: Dose) -> Amount:
    """Grow a leg line beside the heavy lifts that has no load to raise.

    >>> from dovetail.domain.template import Amount
    >>> from dovetail.planning.strength_dose import Dose
    >>> dose = Dose(main_sets=3, fewer=0, rir=2.0, own=7)
    >>> grown = small_line(Amount(sets=2, reps=(8.0, 8.0)), dose)
    >>> grown.reps, grown.tempo
    ((10.0, 10.0), '3-1-1-0')
    """
    if amount.reps is None:
        return amount
    waves, more = divmod(dose.own, GROWS_BY)
    grown = (amount.reps[0] + more, amount.reps[1] + more)
    tempo = SECOND_TEMPO if waves and amount.tempo is None else amount.tempo
    return replace(amount, reps=grown, tempo=tempo)


def _more_reps(amount: Amount, more: int) -> Amount:
    if amount.reps is None:
        return amount
    added = min(more, MORE_REPS_AT_MOST)
    return replace(amount, reps=(amount.reps[0] + added, amount.reps[1] + added))
