"""All rules, in order; nothing registers itself. The order is meaning: safety first."""

from __future__ import annotations

from collections.abc import Callable

from dovetail.rulebook.limits import (
    lm101_session_cap,
    lm102_ramp,
    lm103_long_run_time,
    lm104_long_run_share,
    lm105_second_longest,
    lm106_race_week,
    lm107_quality_size,
    lm108_foot_contacts,
    lm109_bone_history,
    lm110_new_heavy_phase,
    lm111_longest_slot,
    lm112_intensity,
    lm113_lighter_week,
    lm114_taper,
    lm115_strength_dose,
)
from dovetail.rulebook.placement import (
    pl201_fits_the_slot,
    pl202_allowed_chain,
    pl203_fresh_legs,
    pl204_legs_lift_apart,
    pl205_quality_apart,
    pl206_rest_day,
    pl207_hours_after_quality,
    pl208_quality_or_strength,
    pl209_hard_days_together,
    pl210_hours_after_a_run,
    pl211_sore_legs,
    pl212_hard_days_in_a_row,
    pl213_long_run_alone,
    pl214_preferred_day,
    pl215_long_run_must,
    pl216_hard_unit_budget,
    pl217_two_visits,
    pl218_same_weekday,
    pl219_empty_days,
    pl220_next_to_the_long_run,
    pl221_race_week,
    pl222_running_days_apart,
    pl223_after_the_long_run,
    pl224_article_weekday,
    pl225_own_days,
    pl226_straight_after_quality,
    pl229_last_tie,
)
from dovetail.rulebook.shapes import Limit, PlacementRule
from dovetail.rulebook.week_case import WeekCase

LIMITS: tuple[Limit, ...] = (
    lm101_session_cap.RULE,
    lm109_bone_history.RULE,
    lm110_new_heavy_phase.RULE,
    lm102_ramp.RULE,
    lm111_longest_slot.RULE,
    lm103_long_run_time.RULE,
    lm104_long_run_share.RULE,
    lm105_second_longest.RULE,
    lm106_race_week.RULE,
    lm113_lighter_week.RULE,
    lm114_taper.RULE,
    lm112_intensity.RULE,
    lm107_quality_size.RULE,
    lm115_strength_dose.RULE,
    lm108_foot_contacts.RULE,
)

PLACEMENT: tuple[Callable[[WeekCase], PlacementRule], ...] = (
    pl201_fits_the_slot.rule,
    pl202_allowed_chain.rule,
    pl203_fresh_legs.rule,
    pl204_legs_lift_apart.rule,
    pl205_quality_apart.rule,
    pl206_rest_day.rule,
    pl207_hours_after_quality.rule,
    pl215_long_run_must.rule,
    pl216_hard_unit_budget.rule,
    pl221_race_week.rule,
    pl225_own_days.rule,
    pl222_running_days_apart.rule,
    pl208_quality_or_strength.rule,
    pl209_hard_days_together.rule,
    pl210_hours_after_a_run.rule,
    pl211_sore_legs.rule,
    pl212_hard_days_in_a_row.rule,
    pl213_long_run_alone.rule,
    pl214_preferred_day.rule,
    pl217_two_visits.rule,
    pl218_same_weekday.rule,
    pl219_empty_days.rule,
    pl220_next_to_the_long_run.rule,
    pl223_after_the_long_run.rule,
    pl224_article_weekday.rule,
    pl226_straight_after_quality.rule,
    pl229_last_tie.rule,
)


def limits_of(quantity: str) -> tuple[Limit, ...]:
    """Return the limits that speak of a quantity, in order."""
    return tuple(limit for limit in LIMITS if limit.of == quantity)


def placement_rules(case: WeekCase) -> tuple[PlacementRule, ...]:
    """Return the placement rules of a week, in order."""
    return tuple(make(case) for make in PLACEMENT)
