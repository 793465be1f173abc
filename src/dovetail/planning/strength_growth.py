"""How a line grows that has no load to raise: repetitions, tempo, the harder form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dovetail.domain.exercise import Exercise
from dovetail.domain.template import Amount, Role
from dovetail.planning.strength_amounts import PAUSED_TEMPO, VERY_SLOW_TEMPO
from dovetail.planning.strength_dose import SLOW_TEMPO, Dose

MORE_REPS_AT_MOST = 5
LEAST_OWN_REPS = 5.0
GROWS_BY, SECOND_TEMPO = 5, "3-1-1-0"
"""A small leg line grows by a repetition a week, then begins again slower (dovetail)."""
STEPS_MORE, MORE_STEPS_AT_MOST = 5, 10
"""What is walked against a band grows by steps, where others grow slower (dovetail)."""
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
    steps = 0
    if amount.seconds is None:
        supports = role in SUPPORT and not exercise.loadable
        steps = dose.harder if role == "article" else dose.support if supports else 0
    for _ in range(steps):
        exercise, amount = harder(exercise, amount)
    if loaded(exercise):
        return exercise, amount
    if role in OWN_WEIGHT and (dose.own or dose.heavy):
        return own_weight(exercise, amount, dose, harder=harder)
    if role in SMALL and dose.heavy and exercise.pattern in LEGS:
        return exercise, small_line(amount, dose)
    return exercise, amount


def own_weight(exercise: Exercise, amount: Amount, dose: Dose, *, harder: Harder) -> Grown:
    """Grow a line that has no load to raise, one thing at a time.

    Heavy work grows by repetitions, then begins low again in the harder form, then slower, then
    with a longer pause; never beyond its range. Other work grows by the harder form, then by
    tempo, then by repetitions.
    """
    if dose.heavy:
        return _own_heavy(exercise, amount, dose.own, harder=harder)
    up, asked = harder(exercise, amount)
    more = max(0, dose.own - 1 - (up.key != exercise.key))
    slow = dose.own > 1 or up.key == exercise.key
    tempo = SLOW_TEMPO if slow and asked.tempo is None else asked.tempo
    return up, _more_reps(replace(asked, tempo=tempo), more)


def _own_heavy(exercise: Exercise, amount: Amount, own: int, *, harder: Harder) -> Grown:
    if amount.reps is None:
        return exercise, amount
    up, asked = harder(exercise, amount)
    forms: list[Grown] = [(exercise, amount)]
    if up.key != exercise.key:
        forms.append((up, asked))
    forms += [(up, replace(asked, tempo=tempo)) for tempo in (VERY_SLOW_TEMPO, PAUSED_TEMPO)]
    for number, (found, dosed) in enumerate(forms, 1):
        low, high = dosed.reps or amount.reps
        if number == len(forms):  # nothing harder is left: all of the range, so that it moves
            low = min(low, LEAST_OWN_REPS)
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
