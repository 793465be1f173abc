"""Admission by cases that a coach can read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.people import TODAY

from dovetail.application.admit import admit
from dovetail.domain.athlete import (
    Athlete,
    Availability,
    BoneStress,
    Conditions,
    Day,
    EnergyQuestions,
    Goal,
    Health,
    Running,
    Screening,
)
from dovetail.domain.errors import Referral

CASES = tomllib.loads((Path(__file__).parent / "admission.toml").read_text("utf-8"))
BORN = TODAY - timedelta(days=36 * 365)
ANA = Athlete(
    born=BORN,
    level="intermediate",
    goal=Goal(race="10k", date=TODAY + timedelta(weeks=14)),
    running=Running(weekly_km=30, longest_km=12, years=3),
    availability=Availability(monday=Day(am=60)),
)


def athlete(told: Mapping[str, Any]) -> Athlete:
    """Ana, with what a case says of her."""
    conditions = told.get("conditions")
    asked = Screening(
        conditions=None
        if conditions is None
        else Conditions(cleared_on=days_ago(conditions.get("cleared"))),
        symptoms=told.get("symptoms", False),
        pregnant=told.get("pregnant", False),
        bone_stress_injury=bone(told["bone"]) if "bone" in told else None,
        reds=EnergyQuestions(**told.get("reds", {})),
    )
    running = replace(ANA.running, **told.get("runs", {}))
    return replace(ANA, running=running, health=Health(screening=asked))


def days_ago(days: int | None) -> Any:
    return None if days is None else TODAY - timedelta(days)


def bone(told: Mapping[str, Any]) -> BoneStress:
    on, cleared = (days_ago(told.get(key)) for key in ("on", "cleared"))
    return BoneStress(site=told["site"], on=on, cleared=cleared)


@pytest.mark.parametrize("name", CASES)
def test_everybody_is_admitted_as_the_case_says(name: str) -> None:
    case = CASES[name]

    if "refers" in case:
        with pytest.raises(Referral) as caught:
            admit(athlete(case), TODAY)
        assert [problem.code for problem in caught.value.problems] == [f"refer-{case['refers']}"]
    else:
        assert [reason.code for reason in admit(athlete(case), TODAY).reasons] == case["says"]
