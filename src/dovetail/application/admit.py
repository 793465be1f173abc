"""Who may be planned for, and how far: screening and age locks, asked before any plan.

A referral is raised, never returned, so that no caller can forget it. A clearance by a
professional holds for twelve months (riebe-2015).

Whether somebody is *active* is asked of the running they tell about: at least three months of
it and at least 12 km a week, which is three runs of half an hour at an easy pace. That stands
for "30 minutes, 3 days a week, 3 months" (riebe-2015); the numbers are our own (dovetail).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dovetail.domain.athlete import Athlete, RaceName, Screening
from dovetail.domain.calendar import season_start
from dovetail.domain.decision import Reason
from dovetail.domain.errors import NoLegalPlan, Place, Problem, Referral, WayOut, Wish
from dovetail.planning.profile import bone_history

CLEARANCE_HOLDS_DAYS = 365
ACTIVE_YEARS = 0.25
ACTIVE_WEEK_KM = 12.0
LONG_RACE_YEARS = 0.5
HIGH_RISK_SITES = (
    "femoral neck",
    "anterior tibia",
    "navicular",
    "fifth metatarsal",
    "5th metatarsal",
    "talus",
    "sesamoid",
    "patella",
)
"""Sites that only a physician may decide about (hoenig-2023)."""

_ALLOWED_BELOW: tuple[tuple[int, tuple[RaceName, ...]], ...] = (
    (16, ("5k", "10k", "healthy")),
    (18, ("5k", "10k", "half", "healthy")),
)
_NEEDS_A_RUNNER: tuple[RaceName, ...] = ("marathon", "ultra")
_NO_VERDICT = (
    "Such a referral is common, more than half of people over 40 get one from these questions, "
    "and it is no verdict."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What a person may do this season, and why not more."""

    easy_only: bool = False
    """Easy running and stabilization only, until a professional has cleared more."""
    no_increase: bool = False
    """Nothing grows until a professional has looked."""
    heavy: bool = True
    """Maximal strength may come."""
    jumps: bool = True
    """Hops and jumps may come."""
    power: bool = True
    """The power phase may come."""
    refer: bool = False
    """The plan asks to see a professional, and goes on meanwhile."""
    reasons: tuple[Reason, ...] = ()


def admit(athlete: Athlete, today: date) -> Admission:
    """Say what is allowed; raise Referral (exit 4) or NoLegalPlan (exit 3) when no plan is."""
    if referrals := tuple(_referrals(athlete, today)):
        raise Referral(*referrals)
    age = age_in_season(athlete, today)
    _hold_age_locks(athlete, age)
    reasons = (*_health_reasons(athlete, today), *_age_reasons(age))
    codes = {reason.code for reason in reasons}
    return Admission(
        easy_only="AI091" in codes,
        no_increase="AI094" in codes,
        heavy=codes.isdisjoint({"AI091", "AI092", "AI093", "AI096"}),
        jumps=codes.isdisjoint({"AI091", "AI092", "AI093", "AI095"}),
        power=codes.isdisjoint({"AI091", "AI092", "AI093", "AI095", "AI096", "AI159"}),
        refer=not codes.isdisjoint({"AI091", "AI092", "AI093", "AI094"}),
        reasons=reasons,
    )


def age_in_season(athlete: Athlete, today: date) -> int:
    """Return the age on the season's first Monday, which holds for the whole season."""
    return athlete.age_on(athlete.goal.start or season_start(today))


def is_active(athlete: Athlete) -> bool:
    """Say whether somebody trains regularly already, as this module's head defines it."""
    running = athlete.running
    return running.years >= ACTIVE_YEARS and running.weekly_km >= ACTIVE_WEEK_KM


def _referrals(athlete: Athlete, today: date) -> Iterator[Problem]:
    asked = athlete.health.screening
    if _holds(athlete.health.cleared, today):
        return
    if asked.symptoms:
        yield _referral(
            "symptoms",
            "You have symptoms that a physician should look at before you train.",
            "See one soon; with chest pain, fainting or breathlessness now, call for help.",
        )
    if asked.pregnant:
        yield _referral(
            "pregnant",
            "You are pregnant: what is right for you now is for your midwife or physician.",
            "Ask at your next visit; many women go on running and lifting with advice.",
        )
    if _conditions_open(athlete, today) and not is_active(athlete):
        yield _referral(
            "conditions",
            "You have a heart, metabolic or kidney disease and are about to start training.",
            "Ask your physician first; a short visit is usually enough.",
        )


def _referral(key: str, problem: str, hint: str) -> Problem:
    return Problem(
        code=f"refer-{key}",
        problem=f"{problem} This is outside what a training plan can decide.",
        hint=f"{hint} {_NO_VERDICT} When you are cleared, set cleared = DATE under [health].",
        place=Place(key=f"health.screening.{key}"),
    )


def _hold_age_locks(athlete: Athlete, age: int) -> None:
    race = athlete.goal.race
    for below, allowed in _ALLOWED_BELOW:
        if age < below and race not in allowed:
            races = ", ".join(word for word in allowed if word != "healthy")
            raise _locked(
                f'race = "{race}" is not planned below {below} years: you are {age}.',
                f"Choose a shorter race ({races}), or healthy running without one.",
                Wish(wish=f'race = "{race}"', why=f"age {age}: growing bones and tendons"),
                (f"{race}: train for {allowed[-2]} instead",),
            )
    if race in _NEEDS_A_RUNNER and athlete.running.years < LONG_RACE_YEARS:
        raise _locked(
            f'race = "{race}" needs half a year of running: you have {athlete.running.years:g}.',
            "Run a half marathon or less first, or choose a date when half a year is behind you.",
            Wish(wish=f'race = "{race}"', why="less than 6 months of running"),
            (f"{race}: train for half instead",),
        )


def _locked(problem: str, hint: str, wish: Wish, give_up: tuple[str, ...]) -> NoLegalPlan:
    place = Place(key="goal.race")
    return NoLegalPlan(
        Problem(code="age-lock", problem=problem, hint=hint, place=place),
        clash=(wish,),
        ways_out=(WayOut(give_up=give_up, proven=False),),
    )


def _health_reasons(athlete: Athlete, today: date) -> Iterator[Reason]:
    asked = athlete.health.screening
    cleared = _holds(athlete.health.cleared, today)
    if _conditions_open(athlete, today):
        yield Reason("AI091", {"clearance_months": 12}, ("riebe-2015",))
    injury = asked.bone_stress_injury
    if injury is not None and injury.cleared is None and not cleared:
        yield Reason("AI092", {"site": injury.site}, ("hoenig-2023", "wright-2015"))
    elif bone_history(athlete, athlete.goal.start or season_start(today)):
        yield Reason("AI174", {}, ("hoenig-2023",))
    if asked.osteoporosis and not cleared:
        yield Reason("AI093", {}, ("watson-2018",))
    if asked.osteoporosis:
        yield Reason("AI159")
    if not cleared and (flags := energy_flags(asked)):
        yield Reason("AI094", {"flags": flags}, ("mountjoy-2023",))
    if asked.lower_leg_pain_now:
        yield Reason("AI095", {"pain_free_days": 14}, ("dovetail",))


def _age_reasons(age: int) -> Iterator[Reason]:
    if age < 18:
        yield Reason("AI096", {"age": age, "from_age": 18}, ("dovetail",))


def energy_flags(asked: Screening) -> int:
    """Count the answers that point to low energy availability; 0 when they do not suffice.

    One strong sign is enough (missed periods, a bone stress injury at a high-risk site that
    nobody has cleared), of the others it takes two.

    Sources: mountjoy-2023 (signs), dovetail (counting).
    """
    reds, injury = asked.reds, asked.bone_stress_injury
    at_risk = injury is not None and injury.cleared is None and is_high_risk(injury.site)
    strong = reds.missed_periods_3 + at_risk
    others = (
        reds.weight_loss_5, reds.restrictive_eating, reds.low_libido, reds.recurrent_illness,
        reds.fatigue,
    )  # fmt: skip
    return strong + sum(others) if strong or sum(others) >= 2 else 0


def is_high_risk(site: str) -> bool:
    """Say whether a bone at this site heals badly.

    >>> is_high_risk("left femoral_neck"), is_high_risk("fibula")
    (True, False)
    """
    words = site.casefold().replace("_", " ").replace("-", " ")
    return any(risk in words for risk in HIGH_RISK_SITES)


def _conditions_open(athlete: Athlete, today: date) -> bool:
    conditions = athlete.health.screening.conditions
    if conditions is None or not conditions.yes:
        return False
    return not any(_holds(day, today) for day in (conditions.cleared_on, athlete.health.cleared))


def _holds(cleared: date | None, today: date) -> bool:
    return cleared is not None and 0 <= (today - cleared).days <= CLEARANCE_HOLDS_DAYS
