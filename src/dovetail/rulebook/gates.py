"""The daily gate: its rules, in order; nothing registers itself. Health goes first."""

from __future__ import annotations

from dovetail.rulebook.adaptation import (
    ad320_chest,
    ad321_ill,
    ad322_cold,
    ad323_after_illness,
    ad324_warning_signs,
    ad325_trained_with_fever,
    ad330_bone_signs,
    ad331_pain_stops,
    ad332_pain_eases,
    ad333_pain_refers,
    ad334_after_an_injury,
    ad335_return_tests,
    ad336_energy,
    ad337_slump,
    ad340_readiness,
    ad342_two_reds,
    ad343_heat,
    ad350_days_off,
    ad351_walking_breaks,
    ad352_first_run,
)
from dovetail.rulebook.shapes import Gate

GATES: tuple[Gate, ...] = (
    ad324_warning_signs.RULE,
    ad320_chest.RULE,
    ad325_trained_with_fever.RULE,
    ad330_bone_signs.RULE,
    ad333_pain_refers.RULE,
    ad321_ill.RULE,
    ad331_pain_stops.RULE,
    ad335_return_tests.RULE,
    ad334_after_an_injury.RULE,
    ad322_cold.RULE,
    ad323_after_illness.RULE,
    ad332_pain_eases.RULE,
    ad337_slump.RULE,
    ad336_energy.RULE,
    ad343_heat.RULE,
    ad342_two_reds.RULE,
    ad340_readiness.RULE,
    ad351_walking_breaks.RULE,
    ad352_first_run.RULE,
    ad350_days_off.RULE,
)
"""The daily gate, health first: all of them are asked, and the tightest answer holds."""
