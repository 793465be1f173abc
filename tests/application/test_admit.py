"""Who is planned for, how far, and who is sent to a professional first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from tests.people import TODAY, athletes

from dovetail.application.admit import Admission, admit, age_in_season, is_active
from dovetail.domain.athlete import (
    Athlete,
    Availability,
    BoneStress,
    Conditions,
    Day,
    EnergyQuestions,
    Goal,
    Health,
    RaceName,
    Running,
    Screening,
)
from dovetail.domain.errors import NoLegalPlan, Referral
from dovetail.formats.plan_text import HEALTH

ANA = Athlete(
    born=date(1986, 5, 2),
    level="intermediate",
    goal=Goal(race="half", date=date(2027, 3, 14)),
    running=Running(weekly_km=30, longest_km=12, years=3),
    availability=Availability(monday=Day(am=60)),
)
LAST_MONTH = TODAY - timedelta(days=30)
TWO_YEARS_AGO = TODAY - timedelta(days=730)
BEGINNER = Running(weekly_km=5, longest_km=3, years=0)


def ana(asked: Screening, *, cleared: date | None = None) -> Athlete:
    return replace(ANA, health=Health(screening=asked, cleared=cleared))


def aged(age: int, race: RaceName) -> Athlete:
    born = date(TODAY.year - age, 1, 1)
    goal = Goal(race=race, date=None if race == "healthy" else date(2027, 3, 14))
    return replace(ANA, born=born, goal=goal)


def codes(admission: Admission) -> list[str]:
    return [reason.code for reason in admission.reasons]


def test_a_healthy_adult_may_do_everything() -> None:
    assert admit(ANA, TODAY) == Admission()


@pytest.mark.parametrize("asked", [Screening(symptoms=True), Screening(pregnant=True)])
def test_symptoms_and_pregnancy_are_for_a_professional_first(asked: Screening) -> None:
    with pytest.raises(Referral, match="outside what a training plan can decide") as caught:
        admit(ana(asked), TODAY)

    (problem,) = caught.value.problems
    assert caught.value.exit_status == 4
    assert "no verdict" in problem.hint
    assert "cleared = DATE" in problem.hint
    assert admit(ana(asked, cleared=LAST_MONTH), TODAY) == Admission()


def test_a_clearance_holds_for_a_year() -> None:
    asked = Screening(symptoms=True)

    assert admit(ana(asked, cleared=TODAY - timedelta(days=365)), TODAY) == Admission()
    with pytest.raises(Referral):
        admit(ana(asked, cleared=TODAY - timedelta(days=366)), TODAY)


def test_everything_that_refers_is_said_at_once() -> None:
    with pytest.raises(Referral) as caught:
        admit(ana(Screening(symptoms=True, pregnant=True)), TODAY)

    assert [each.code for each in caught.value.problems] == ["refer-symptoms", "refer-pregnant"]


def test_a_disease_sends_the_inactive_to_a_physician_and_keeps_the_active_easy() -> None:
    active = ana(Screening(conditions=Conditions()))
    inactive = replace(active, running=BEGINNER)

    admission = admit(active, TODAY)

    assert (admission.easy_only, admission.heavy, admission.jumps) == (True, False, False)
    assert codes(admission) == ["AI091"]
    with pytest.raises(Referral):
        admit(inactive, TODAY)


@pytest.mark.parametrize(
    "conditions", [None, Conditions(yes=False), Conditions(cleared_on=LAST_MONTH)]
)
def test_no_disease_and_a_cleared_one_leave_nothing_to_say(conditions: Conditions | None) -> None:
    athlete = replace(ana(Screening(conditions=conditions)), running=BEGINNER)

    assert admit(athlete, TODAY) == Admission()


def test_an_old_clearance_of_a_disease_has_run_out() -> None:
    conditions = Conditions(cleared_on=TWO_YEARS_AGO)

    assert admit(ana(Screening(conditions=conditions)), TODAY).easy_only


@pytest.mark.parametrize(
    ("years", "weekly_km", "active"),
    [(0.25, 12, True), (0.2, 12, False), (0.25, 11.9, False), (3, 40, True)],
)
def test_active_is_three_months_and_twelve_km_a_week(
    years: float, weekly_km: float, *, active: bool
) -> None:
    running = Running(weekly_km=weekly_km, longest_km=5, years=years)

    assert is_active(replace(ANA, running=running)) is active


def test_bones_come_before_heavy_lifting_and_jumps_until_cleared() -> None:
    hurt = admit(ana(Screening(bone_stress_injury=BoneStress(site="tibia"))), TODAY)
    healed = BoneStress(site="tibia", cleared=TWO_YEARS_AGO)
    brittle = admit(ana(Screening(osteoporosis=True)), TODAY)

    assert (hurt.heavy, hurt.jumps, hurt.power, hurt.easy_only) == (False, False, False, False)
    assert (brittle.heavy, brittle.jumps, codes(brittle)) == (False, False, ["AI093", "AI159"])
    assert admit(ana(Screening(bone_stress_injury=healed)), TODAY) == Admission()
    cleared = admit(ana(Screening(osteoporosis=True), cleared=LAST_MONTH), TODAY)
    assert (cleared.heavy, cleared.jumps, cleared.power) == (True, True, False)
    assert codes(cleared) == ["AI159"]


def test_a_healed_bone_is_looked_after_for_two_years() -> None:
    lately = admit(
        ana(Screening(bone_stress_injury=BoneStress(site="tibia", cleared=LAST_MONTH))), TODAY
    )

    assert codes(lately) == ["AI174"]
    assert (lately.heavy, lately.jumps, lately.refer) == (True, True, False)


@pytest.mark.parametrize(
    ("reds", "site", "held"),
    [
        (EnergyQuestions(missed_periods_3=True), None, True),
        (EnergyQuestions(fatigue=True), None, False),
        (EnergyQuestions(fatigue=True, weight_loss_5=True), None, True),
        (EnergyQuestions(), "femoral neck", True),
        (EnergyQuestions(), "Navicular, left", True),
        (EnergyQuestions(), "tibia", False),
    ],
)
def test_one_strong_sign_or_two_others_stop_every_increase(
    reds: EnergyQuestions, site: str | None, *, held: bool
) -> None:
    injury = None if site is None else BoneStress(site=site)
    asked = Screening(reds=reds, bone_stress_injury=injury)

    admission = admit(ana(asked), TODAY)

    assert admission.no_increase is held
    assert ("AI094" in codes(admission)) is held
    assert not held or admission.refer
    assert not admit(ana(asked, cleared=LAST_MONTH), TODAY).no_increase


def test_a_painful_lower_leg_does_not_jump() -> None:
    admission = admit(ana(Screening(lower_leg_pain_now=True)), TODAY)

    assert (admission.jumps, admission.power, admission.heavy) == (False, False, True)


@pytest.mark.parametrize(
    ("age", "race", "allowed"),
    [
        (15, "10k", True),
        (15, "healthy", True),
        (15, "half", False),
        (16, "half", True),
        (17, "half", True),
        (17, "marathon", False),
        (17, "ultra", False),
        (18, "marathon", True),
        (18, "ultra", True),
    ],
)
def test_long_races_wait_for_an_age(age: int, race: RaceName, *, allowed: bool) -> None:
    athlete = aged(age, race)

    if allowed:
        assert admit(athlete, TODAY).heavy is (age >= 18)
    else:
        with pytest.raises(NoLegalPlan) as caught:
            admit(athlete, TODAY)
        assert caught.value.exit_status == 3
        assert caught.value.code == "age-lock"
        assert caught.value.ways_out


def test_a_marathon_needs_half_a_year_of_running() -> None:
    marathon = replace(ANA, goal=Goal(race="marathon", date=date(2027, 9, 1)))
    new = replace(marathon.running, years=0.4)

    assert admit(marathon, TODAY) == Admission()
    with pytest.raises(NoLegalPlan, match="half a year"):
        admit(replace(marathon, running=new), TODAY)


def test_the_age_is_that_of_the_first_monday() -> None:
    turns_18_on_that_monday = replace(ANA, born=date(2008, 11, 23))

    assert age_in_season(turns_18_on_that_monday, date(2026, 11, 20)) == 18
    assert age_in_season(turns_18_on_that_monday, date(2026, 11, 16)) == 17


@given(athletes())
def test_everybody_is_admitted_referred_or_locked_and_every_limit_has_its_reason(
    athlete: Athlete,
) -> None:
    try:
        admission = admit(athlete, TODAY)
    except (Referral, NoLegalPlan):
        return
    free = admission == Admission()
    assert free is (not admission.reasons)
    assert all(reason.sources for reason in admission.reasons)
    assert {reason.code for reason in admission.reasons} <= HEALTH


@given(athletes(ages=(18, 80), healthy=True))
def test_healthy_adults_are_refused_for_one_thing_only(athlete: Athlete) -> None:
    try:
        assert admit(athlete, TODAY) == Admission()
    except NoLegalPlan:
        assert athlete.goal.race in ("marathon", "ultra")
        assert athlete.running.years < 0.5
