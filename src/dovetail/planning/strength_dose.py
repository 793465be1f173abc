"""How much strength: the strength phase is content, the run phase and the step are dose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dovetail.domain.prescription import LoadRule
from dovetail.domain.template import Role
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile

Pick = Literal["low", "range", "high"]
SLOW_TEMPO = "4-2-1-0"
_HEAVY_REPS = (6, 6, 5, 5, 4, 4)
_WAVE = (6, 5, 4)
_FEW_SETS = 2
_RESERVE_OF_LAST_HEAVY = 2.0
_RESERVE_OF_PRIMER = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What a week asks of every strength line."""

    main_sets: int
    fewer: int
    """Sets that other lines give up, never below one."""
    rir: float | None
    pick: Pick = "range"
    heavy_reps: int = 6
    load_rule: LoadRule = "keep"
    slow: bool = False
    harder: int = 0
    """Steps up the ladder of harder variants, on lines that stayed clean."""
    power: float = 0.0
    """Share of the article's power session."""
    hop_sets: int = 0
    hop_reps: int = 0

    def sets_of(self, role: Role, asked: int) -> int:
        """Return the sets of a line."""
        if role in ("main", "upper_main"):
            return min(self.main_sets, max(asked, self.main_sets - 1))
        return max(1, min(asked, asked - self.fewer))


def dose_of(profile: Profile, frame: WeekFrame) -> Dose:
    """Return the week's dose by strength phase, loading step and run phase.

    Source: dovetail.
    """
    step = frame.loading_step
    if frame.strength_phase == "stabilization":
        return _control(frame, step)
    if frame.strength_phase == "strength_endurance":
        return _endurance(profile, frame, step)
    if frame.strength_phase == "maximal_strength":
        return _heavy(profile, frame, step)
    if frame.strength_phase == "power":
        return _power(profile, frame, step)
    return Dose(
        main_sets=_FEW_SETS,
        fewer=0,
        rir=_RESERVE_OF_PRIMER if frame.phase == "race" else _RESERVE_OF_LAST_HEAVY,
        heavy_reps=3,
    )


def _few(frame: WeekFrame, step: int) -> bool:
    """The first week of a phase, a lighter week and the peak take fewer sets."""
    return step == 1 or frame.lighter or frame.phase in ("peak", "taper", "recovery")


def _control(frame: WeekFrame, step: int) -> Dose:
    few = frame.lighter or step == 1
    return Dose(
        main_sets=_FEW_SETS if few else 3,
        fewer=1 if few else 0,
        rir=None,
        pick="low" if step == 1 else "range" if step == 2 else "high",
        load_rule="find" if frame.weeks_in_phase == 1 else "keep",
        slow=step == 3,
        harder=min(2, max(0, step - 3)),
    )


def _endurance(profile: Profile, frame: WeekFrame, step: int) -> Dose:
    few = _few(frame, step)
    picks: dict[int, Pick] = {1: "low", 2: "range", 3: "high", 4: "low", 5: "high"}
    bone = profile.runner.bone_history
    return Dose(
        main_sets=_FEW_SETS if few else 3,
        fewer=1 if few else 0,
        rir=3.0 if step >= 3 and not frame.lighter else 4.0,
        pick="low" if frame.lighter else picks.get(step, "low" if step % 2 == 0 else "high"),
        load_rule="find" if step == 1 else "step" if step >= 4 and step % 2 == 0 else "keep",
        hop_sets=2 if step >= 3 and not frame.lighter else 0,
        hop_reps=8 if bone else 10,
    )


def _heavy(profile: Profile, frame: WeekFrame, step: int) -> Dose:
    few = _few(frame, step)
    full = 4 if profile.level == "advanced" and step == 6 else 3
    reps = _HEAVY_REPS[step - 1] if step <= len(_HEAVY_REPS) else _WAVE[(step - 7) % 3]
    return Dose(
        main_sets=_FEW_SETS if few else full,
        fewer=1 if few else 0,
        rir=3.0 if step <= 2 else 2.0,
        heavy_reps=reps,
        load_rule=_heavy_rule(frame, step),
        hop_sets=0 if frame.lighter else 2,
        hop_reps=10 if step == 1 else 12 if step == 2 else 15,
    )


def _heavy_rule(frame: WeekFrame, step: int) -> LoadRule:
    if step == 1:
        return "find"
    return "keep" if step == 2 or frame.lighter or frame.phase in ("peak", "taper") else "step"


def _power(profile: Profile, frame: WeekFrame, step: int) -> Dose:
    shares = (0.5, 0.75, 1.0)
    top = 1.0 if profile.level == "advanced" else 0.75
    if profile.masters:
        top = 0.75 if profile.level == "advanced" else 0.5
    share = min(top, shares[min(step, len(shares)) - 1])
    if frame.phase == "taper":
        share = min(share, 0.75)
    return Dose(
        main_sets=_FEW_SETS,
        fewer=1,
        rir=2.0,
        heavy_reps=5 if step <= 2 and profile.masters else 4,
        load_rule="keep",
        power=0.0 if frame.lighter else share,
        hop_sets=0,
        hop_reps=0,
    )
