"""How lines grow that have no load to raise: in stabilization, and with the own weight."""

from __future__ import annotations

import pytest

from dovetail.content.library import read_library
from dovetail.domain.template import Amount, Role
from dovetail.planning.strength_choice import Picker
from dovetail.planning.strength_dose import SLOW_TEMPO, Dose
from dovetail.planning.strength_growth import Grown, grown

EXERCISES = read_library().exercises


def at(key: str, amount: Amount, dose: Dose, *, role: Role = "article", kit: str = "") -> Grown:
    owned = frozenset(kit.split())
    pick = Picker(exercises=EXERCISES, owned=owned, level="intermediate")
    begun = (EXERCISES[key], amount)
    return grown(role, begun, dose, loaded=lambda one: False, harder=pick.harder)


def control(step: int) -> Dose:
    return Dose(main_sets=3, fewer=0, rir=None, slow=step == 3, harder=max(0, step - 3))


@pytest.mark.parametrize(("step", "reps"), [(3, 8), (4, 9), (5, 10), (8, 13), (12, 13)])
def test_a_line_without_a_harder_form_stays_slow_and_takes_repetitions(
    step: int, reps: int
) -> None:
    exercise, amount = at("single-leg-rdl", Amount(sets=3, reps=(8, 8)), control(step))

    assert exercise.key == "single-leg-rdl"
    assert (amount.reps, amount.tempo) == ((reps, reps), SLOW_TEMPO)


def test_two_harder_forms_come_first_then_a_hold_then_the_slow_tempo() -> None:
    found = [at("glute-bridge-march", Amount(reps=(12, 12)), control(step)) for step in range(4, 9)]

    assert [exercise.key for exercise, _ in found] == [
        "single-leg-bridge",
        *["feet-raised-single-leg-bridge"] * 4,
    ]
    assert [amount.tempo for _, amount in found] == [None, None, None, SLOW_TEMPO, SLOW_TEMPO]
    assert [amount.reps for _, amount in found] == [*[(6, 6)] * 4, (7, 7)]


def test_what_is_walked_takes_more_steps_up_to_the_most() -> None:
    walked = [
        at("lateral-squat-walk", Amount(steps=15), control(step))[1].steps for step in range(3, 11)
    ]

    assert walked == [15, 18, 21, 24, 27, 30, 30, 30]


def test_a_stand_in_of_a_heavy_lift_is_never_done_for_fewer_than_five() -> None:
    for own in range(12):
        dose = Dose(main_sets=2, fewer=1, rir=2.0, heavy=True, own=own)
        _, amount = at(
            "feet-raised-single-leg-bridge", Amount(sets=3, reps=(4, 6)), dose, role="main"
        )
        assert amount.reps is not None
        assert 5 <= amount.reps[0] <= amount.reps[1] <= 8
