"""What a gate asks of this runner: its tests with their numbers, and what follows a miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import Gate, StrengthPhase
from dovetail.planning.profile import Profile
from dovetail.rulebook.gate_needs import calf_raises as asked_calf_raises

BODY_MASS_SHARE = 0.25
"""Of the goblet squat that opens heavy work (dovetail)."""
_TESTS: Mapping[StrengthPhase, str] = {
    "strength_endurance": "AI152",
    "maximal_strength": "AI153",
    "power": "AI154",
}
_WATCHED, _TO_BE_WATCHED = "AI155", "AI156"
_GOBLET, _SPLIT_SQUATS = "AI157", "AI158"


def gate_reasons(profile: Profile, gate: Gate) -> Iterator[Reason]:
    """Name the gate, each test with this runner's number, and what happens if one is missed."""
    yield Reason("AI070", {"opens_phase": gate.opens})
    number, age = profile.principles.number, profile.age
    calf = calf_raises(profile)
    stance = "seventy" if age >= 70 else "sixty" if age >= 60 else "usual"
    facts: Mapping[StrengthPhase, Facts] = {
        "strength_endurance": {
            "stance_s": number("gate_balance", stance),
            "plank_s": number("gate_plank", "sixty" if age >= 60 else "usual"),
        },
        "maximal_strength": {"calf_raises": calf},
        "power": {"calf_raises": calf},
    }
    yield Reason(_TESTS[gate.opens], facts[gate.opens])
    if gate.opens != "maximal_strength":
        return
    mass = profile.athlete.body.mass_kg
    if mass is None or profile.own_weight:
        yield Reason(_SPLIT_SQUATS)
    else:
        yield Reason(_GOBLET, {"goblet_kg": round(mass * BODY_MASS_SHARE)})
    yield Reason(_WATCHED if profile.athlete.strength.technique_checked else _TO_BE_WATCHED)


def calf_raises(profile: Profile) -> int:
    """Return how many calf raises a side will do.

    Source: hebert-losier-2017 (medians), dovetail (share, least and most).
    """
    return asked_calf_raises(profile.age, profile.athlete.sex, profile.principles)
