"""The mistakes that a log shows, in order; nothing registers itself.

The order is meaning: what harms goes first, then the article's five, then the rest. The mistakes
of a plan stand in `rulebook/catalogue.py`.
"""

from __future__ import annotations

from dovetail.rulebook.logged import (
    ms451_legs_left_out,
    ms452_recovery_ignored,
    ms453_too_much,
    ms454_glue_left_out,
    ms455_no_plan,
    ms456_easy_too_hard,
    ms457_spike,
    ms458_heavy_before_key,
    ms459_new_before_a_race,
    ms460_jumps_too_early,
    ms461_no_strength,
    ms462_stuck_load,
    ms463_lighter_week_loaded,
    ms464_pain_rising,
    ms465_taper_loaded,
    ms466_hard_days_in_a_row,
    ms467_long_run_alone,
    ms470_idle_mute,
)
from dovetail.rulebook.shapes import LogMistake

LOG_MISTAKES: tuple[LogMistake, ...] = (
    ms464_pain_rising.RULE,
    ms457_spike.RULE,
    ms453_too_much.RULE,
    ms460_jumps_too_early.RULE,
    ms452_recovery_ignored.RULE,
    ms461_no_strength.RULE,
    ms451_legs_left_out.RULE,
    ms455_no_plan.RULE,
    ms454_glue_left_out.RULE,
    ms465_taper_loaded.RULE,
    ms458_heavy_before_key.RULE,
    ms459_new_before_a_race.RULE,
    ms466_hard_days_in_a_row.RULE,
    ms463_lighter_week_loaded.RULE,
    ms456_easy_too_hard.RULE,
    ms467_long_run_alone.RULE,
    ms462_stuck_load.RULE,
)
LAST: tuple[LogMistake, ...] = (ms470_idle_mute.RULE,)
"""They are asked after all others, since they read who has spoken."""
EVERY_LOG_MISTAKE = (*LOG_MISTAKES, *LAST)
