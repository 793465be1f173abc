"""The strength phases move by their own clock: weeks and gates, not by the run phase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dovetail.domain.plan import Gate, RunPhase, StrengthPhase
from dovetail.planning.profile import Profile

SHORT_SEASON = 12  # weeks; shorter ones give strength endurance a week less
LATER_BLOCK = (1, 2)
"""Weeks of stabilization and strength endurance in a block that follows another one."""
TECHNIQUE = "technique_check"
NEEDS: dict[StrengthPhase, tuple[str, ...]] = {
    "strength_endurance": ("single_leg_stance", "front_plank", "bodyweight_squat"),
    "maximal_strength": ("goblet_squat", "side_plank", "calf_raise", TECHNIQUE),
    "power": ("sit_to_stand", "drop_and_stick", "calf_raise"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSettings:
    """How long each strength phase lasts for this runner, and what may open at all."""

    stabilization: int
    endurance: int
    until_heavy: int
    """The least weeks of both before heavy work."""
    waits_for_gate: bool
    """Stabilization ends with the next lighter week, which holds its gate test."""
    endurance_opens: bool
    heavy: bool
    power: bool
    heavy_least_weeks: int
    last_new_phase_days: int
    activation_from_taper: int
    """Place in the taper from which activation stands in for strength."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One week on the strength clock."""

    phase: StrengthPhase | None
    week: int
    """Which week of the phase, counted from 1."""
    loading_step: int


def clock_settings(profile: Profile, season_weeks: int, *, later_block: bool) -> ClockSettings:
    """Read how fast this runner may move through the strength phases."""
    number = profile.principles.number
    first, second = profile.principles.row("strength_weeks", profile.history)
    if profile.history == "some" and season_weeks < SHORT_SEASON:
        second -= 1
    until = first + second
    if profile.masters:
        credit = min(4, profile.athlete.strength.weeks_trained)
        until = max(until, number("strength_weeks_masters") - credit)
    if later_block:
        (first, second), until = LATER_BLOCK, sum(LATER_BLOCK)
    unlocked = "maximal_strength" in profile.athlete.strength.coach_unlock
    heavy = profile.permissions.heavy and (profile.level != "beginner" or unlocked)
    race = profile.athlete.goal.race
    return ClockSettings(
        stabilization=round(first),
        endurance=round(second),
        until_heavy=round(until),
        waits_for_gate=profile.history == "none" and not later_block,
        endurance_opens=not profile.permissions.easy_only,
        heavy=heavy,
        power=heavy
        and profile.permissions.power
        and (profile.level != "beginner" or "power" in profile.athlete.strength.coach_unlock)
        and not profile.runner.bone_history,
        heavy_least_weeks=round(number("heavy_least_weeks")),
        last_new_phase_days=round(
            number("last_new_phase", "marathon" if race in ("marathon", "ultra") else "other")
        ),
        activation_from_taper={"half": 0, "marathon": 1, "ultra": 1}.get(race, 0),
    )


def strength_clock(
    settings: ClockSettings,
    phases: Sequence[RunPhase],
    lighter: Sequence[int],
    *,
    race: bool,
) -> tuple[Clock, ...]:
    """Return the strength phase of each week, and the loading step within it.

    Source: dovetail.
    """
    names = _names(settings, phases, lighter, race=race)
    found: list[Clock] = []
    begun = 0
    for index, phase in enumerate(names, 1):
        same = bool(found) and found[-1].phase == phase
        week = found[-1].week + 1 if same else 1
        loads = index not in lighter and phases[index - 1] != "recovery"
        begun = (begun if same else 0) + loads
        found.append(Clock(phase, week, max(begun, 1)))
    return tuple(found)


def _names(
    settings: ClockSettings, phases: Sequence[RunPhase], lighter: Sequence[int], *, race: bool
) -> list[StrengthPhase]:
    ends_1, ends_2 = (_with_lighter(lighter, last) for last in _ends(settings, lighter))
    training = sum(phase in ("base", "build", "peak", "taper", "recovery") for phase in phases)
    opens = settings.endurance_opens and not (race and _too_late(settings, training - ends_1))
    heavy_from = _heavy_from(settings, ends_2, training, race=race)
    power_from = _power_from(settings, heavy_from, phases, lighter) if race else None
    names: list[StrengthPhase] = []
    taper = -1
    for index, phase in enumerate(phases, 1):
        taper += phase in ("taper", "race")
        if phase == "race" or (phase == "taper" and taper >= settings.activation_from_taper):
            names.append("activation")
        elif index <= ends_1 or not opens:
            names.append("stabilization")
        elif heavy_from is None or index < heavy_from:
            names.append("strength_endurance")
        else:
            powerful = power_from is not None and index >= power_from
            names.append("power" if powerful else "maximal_strength")
    return names


def _with_lighter(lighter: Sequence[int], last: int) -> int:
    """A phase keeps the lighter weeks that follow it: the next one begins fresh."""
    while last + 1 in lighter:
        last += 1
    return last


def _too_late(settings: ClockSettings, weeks_left: int) -> bool:
    """Whether a phase would begin in the last days before the race, when nothing new may."""
    return weeks_left * 7 + 6 < settings.last_new_phase_days


def _ends(settings: ClockSettings, lighter: Sequence[int]) -> tuple[int, int]:
    """Return the last weeks of stabilization and of strength endurance."""
    first = settings.stabilization
    if settings.waits_for_gate:
        first = _next_within(lighter, first, 3)
        both = max(settings.until_heavy, first + settings.endurance)
        return first, _next_within(lighter, both, 3)
    both = max(settings.until_heavy, first + settings.endurance)
    last = _next_within(lighter, both, 4)
    return first + (last - both + 1) // 2, last


def _next_within(lighter: Sequence[int], week: int, most: int) -> int:
    return next((one for one in lighter if week <= one <= week + most), week)


def _heavy_from(settings: ClockSettings, ends_2: int, training: int, *, race: bool) -> int | None:
    """Heavy work opens only where enough weeks are left for it to pay."""
    weeks_left = training - ends_2
    if not settings.heavy or weeks_left < settings.heavy_least_weeks:
        return None
    if race and _too_late(settings, weeks_left):
        return None
    return ends_2 + 1


def _power_from(
    settings: ClockSettings,
    heavy_from: int | None,
    phases: Sequence[RunPhase],
    lighter: Sequence[int],
) -> int | None:
    """Power begins with the peak, after four weeks of heavy work."""
    if heavy_from is None or not settings.power or "peak" not in phases:
        return None
    peak = phases.index("peak") + 1
    start = _with_lighter(lighter, peak - 1) + 1
    days_left = (len(phases) - start) * 7 + 6
    if peak - heavy_from < settings.heavy_least_weeks or days_left < settings.last_new_phase_days:
        return None
    return start


def gate_at(clock: Sequence[Clock], index: int, *, technique_checked: bool = False) -> Gate | None:
    """Return the gate that the week holds: the last one before a new strength phase.

    Technique that somebody has watched already is no test any more.
    """
    if index >= len(clock):
        return None
    now, then = clock[index - 1].phase, clock[index].phase
    if then is None or now == then or then not in NEEDS:
        return None
    needs = tuple(one for one in NEEDS[then] if one != TECHNIQUE or not technique_checked)
    return Gate(opens=then, state="assumed", needs=needs)
