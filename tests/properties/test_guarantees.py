"""What every planned season holds, asked of a hundred random people, each planned once a run.

The people are likely ones (tests/people.py) and, for a few, anybody that Hypothesis can think
of. The seed is the run's own, printed at its end: `--hypothesis-seed=N` repeats it.
"""

from __future__ import annotations

from tests import season_checks as checks
from tests import season_documents as documents
from tests import season_judging as judging
from tests.properties.everybody import LIKELY, People

REFUSED_AT_MOST = 0.04
"""Of likely people, who have three days of 45 minutes or more, so few find no legal week."""


def test_nobody_crashes_the_planner(everybody: People) -> None:
    assert everybody.crashes == ()


def test_nearly_everybody_with_three_days_gets_a_plan(everybody: People) -> None:
    no_week = everybody.refused["no-legal-week"]

    assert len(everybody.seasons) >= 0.7 * LIKELY
    assert no_week <= REFUSED_AT_MOST * len(everybody.likely), everybody.refused


# -- guarantee 1: days and kit -----------------------------------------------------------


def test_every_visit_fits_its_slot(everybody: People) -> None:
    assert everybody.complaints(checks.inside_availability) == []


def test_sessions_of_one_visit_have_an_order(everybody: People) -> None:
    assert everybody.complaints(checks.one_order_per_visit) == []


def test_every_line_can_be_done_with_what_is_owned(everybody: People) -> None:
    assert everybody.complaints(checks.owned_equipment) == []


# -- guarantee 2: session cap, heavy legs ------------------------------------------------


def test_no_training_run_is_longer_than_the_session_cap(everybody: People) -> None:
    assert everybody.complaints(checks.within_session_cap) == []


def test_heavy_legs_end_a_day_before_key_runs_across_weeks(everybody: People) -> None:
    assert everybody.complaints(checks.fresh_legs_before_key_runs) == []


def test_heavy_legs_are_called_so(everybody: People) -> None:
    assert everybody.complaints(checks.heavy_legs_are_said) == []


def test_hard_units_are_called_so(everybody: People) -> None:
    assert everybody.complaints(checks.hard_units_are_said) == []


# -- guarantee 4: reasons ----------------------------------------------------------------


def test_everything_has_a_reason_with_code_and_source(everybody: People) -> None:
    assert everybody.complaints(documents.everything_has_a_reason) == []


def test_every_reason_has_a_sentence_whose_slots_are_facts(everybody: People) -> None:
    assert everybody.complaints(documents.every_reason_can_be_said) == []


# -- the week ----------------------------------------------------------------------------


def test_one_day_in_every_seven_is_free(everybody: People) -> None:
    assert everybody.complaints(checks.found("PL206")) == []


def test_no_seven_days_hold_more_hard_units_than_the_budget(everybody: People) -> None:
    assert everybody.complaints(checks.found("PL216")) == []


def test_quality_runs_stand_two_dates_apart(everybody: People) -> None:
    assert everybody.complaints(checks.found("PL205")) == []


def test_every_day_has_a_session_or_a_rest_with_its_why(everybody: People) -> None:
    assert everybody.complaints(documents.every_day_has_its_why) == []


def test_no_week_loses_its_running(everybody: People) -> None:
    assert everybody.complaints(checks.no_week_is_empty) == []


def test_the_finished_season_breaks_no_wall(everybody: People) -> None:
    assert everybody.complaints(judging.no_wall_is_broken) == []


def test_the_solvers_price_is_the_judges_price(everybody: People) -> None:
    assert everybody.complaints(judging.the_price_is_the_judges) == []


# -- the season --------------------------------------------------------------------------


def test_weeks_are_contiguous_from_the_start(everybody: People) -> None:
    assert everybody.complaints(documents.weeks_are_contiguous) == []


def test_running_phases_come_in_order(everybody: People) -> None:
    assert everybody.complaints(checks.phases_in_order) == []


def test_strength_phases_come_in_order(everybody: People) -> None:
    assert everybody.complaints(checks.found("MS434")) == []


def test_ids_are_unique_and_of_the_contracts_form(everybody: People) -> None:
    assert everybody.complaints(documents.ids_are_names) == []


def test_sums_agree_with_what_they_sum(everybody: People) -> None:
    assert everybody.complaints(checks.found("MS409")) == []


def test_steps_add_up_to_their_session(everybody: People) -> None:
    assert everybody.complaints(documents.steps_add_up) == []


def test_weeks_rise_one_step_at_a_time(everybody: People) -> None:
    assert everybody.complaints(checks.found("LM102")) == []


# -- the race ----------------------------------------------------------------------------


def test_the_race_exists_once_and_on_its_date(everybody: People) -> None:
    assert everybody.complaints(checks.found("MS403")) == []


def test_nothing_else_stands_on_race_day(everybody: People) -> None:
    assert everybody.complaints(checks.nothing_on_race_day) == []


def test_no_strength_stands_within_48_hours_before_the_race(everybody: People) -> None:
    assert everybody.complaints(checks.found("PL221")) == []


# -- strength ----------------------------------------------------------------------------


def test_the_young_and_the_new_get_no_heavy_phase_and_no_jumps(everybody: People) -> None:
    assert everybody.complaints(checks.found("MS434", "MS438")) == []


def test_every_leg_or_upper_session_ends_in_recovery(everybody: People) -> None:
    assert everybody.complaints(checks.found("MS439")) == []


def test_foot_contacts_stay_within_their_caps(everybody: People) -> None:
    assert everybody.complaints(checks.found("LM108")) == []


# -- the document ------------------------------------------------------------------------


def test_plan_json_stays_small(everybody: People) -> None:
    assert everybody.complaints(documents.plan_json_is_small) == []


def test_plan_json_reads_back_to_the_byte(everybody: People) -> None:
    assert everybody.complaints(documents.plan_json_reads_back) == []
