"""The weekly rules, in order; nothing registers itself. Health, absence, readiness, progress."""

from __future__ import annotations

from dovetail.domain.decision import Order
from dovetail.rulebook.adaptation import (
    ad301_harder_than_planned,
    ad302_hard_week,
    ad303_easier_than_planned,
    ad304_pulse_up,
    ad305_quality_cut_short,
    ad306_little_done,
    ad307_week_again,
    ad308_held_by_signs,
    ad309_more_than_asked,
    ad310_line_less,
    ad311_monotony,
    ad312_slower_and_tired,
    ad313_line_kept,
    ad314_gate_shut,
    ad315_new_result,
    ad316_lifts_missed,
    ad317_long_run_missed,
    ad318_away,
    ad319_a_week_off,
    ad360_week_lost_to_life,
    ad361_week_goes_on,
    ad362_line_again,
    ad363_line_more,
    ad364_repetitions_first,
    ad365_gate_opens,
    ad366_phase_before,
    ad367_few_days_off,
)
from dovetail.rulebook.shapes import Adaptation
from dovetail.rulebook.training_case import TrainingCase

ADAPTATIONS: tuple[Adaptation, ...] = (
    # health
    ad312_slower_and_tired.RULE,
    # absence
    ad318_away.RULE,
    ad319_a_week_off.RULE,
    ad367_few_days_off.RULE,
    ad306_little_done.RULE,
    ad360_week_lost_to_life.RULE,
    ad317_long_run_missed.RULE,
    ad366_phase_before.RULE,
    ad316_lifts_missed.RULE,
    # readiness
    ad302_hard_week.RULE,
    ad301_harder_than_planned.RULE,
    ad308_held_by_signs.RULE,
    ad304_pulse_up.RULE,
    ad311_monotony.RULE,
    ad310_line_less.RULE,
    # progress
    ad305_quality_cut_short.RULE,
    ad307_week_again.RULE,
    ad309_more_than_asked.RULE,
    ad361_week_goes_on.RULE,
    ad303_easier_than_planned.RULE,
    ad315_new_result.RULE,
    ad314_gate_shut.RULE,
    ad365_gate_opens.RULE,
    ad362_line_again.RULE,
    ad363_line_more.RULE,
    ad364_repetitions_first.RULE,
    ad313_line_kept.RULE,
)
"""All of them are asked at each review, and the tightest bound on a quantity holds."""

WHOLE = frozenset({"AD312", "AD316", "AD317", "AD318", "AD319", "AD366", "AD367"})
"""Rules about health, absence and pain: what they decide is applied whole, without asking."""


def orders_of(case: TrainingCase) -> tuple[Order, ...]:
    """Ask every weekly rule; the orders stand in the order of the rules."""
    return tuple(order for rule in ADAPTATIONS for order in rule.decide(case))
