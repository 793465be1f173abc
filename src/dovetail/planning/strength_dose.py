"""How much strength: the strength phase is content, the run phase and the step are dose."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
FOUR_SETS_AT = 6
"""The step at which the first lift of advanced runners takes a fourth set (dovetail)."""
_LANDINGS = {0.5: 52, 0.75: 79, 1.0: 105}
"""Foot contacts of the article's power session at half, three quarters and whole."""
_KEEPING = ("peak", "taper")
_RESERVE_OF_LAST_HEAVY = 2.0
_RESERVE_OF_PRIMER = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What a week asks of every strength line."""

    main_sets: int
    extra: int = 0
    """Sets more of the first main lift."""
    fewer: int
    """Sets that other lines give up, never below one."""
    rir: float | None
    pick: Pick = "range"
    heavy: bool = False
    """Few repetitions near the limit."""
    heavy_reps: int = 6
    load_rule: LoadRule = "keep"
    new_wave: bool = False
    """More repetitions again: the load is that of the last ones like these, and a step."""
    slow: bool = False
    harder: int = 0
    """Steps since lines were slow for the first time: harder variants, where they stayed clean."""
    own: int = 0
    """Steps of progress for main lines that have no load to raise."""
    support: int = 0
    """Steps up of upper and completion lines that have no load to raise."""
    power: float = 0.0
    """Share of the article's power session."""
    fast: bool = False
    """Lifted with full intent, as beside jumps."""
    light: bool = False
    """The heaviest weight there is has been reached."""
    hop_sets: int = 0
    hop_reps: int = 0
    hop_rung: int = 0
    """How far up the ladder of jumps: 0 are pogo hops, 1 forward hops, 2 landings that stick."""

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
        heavy_reps=3 if profile.athlete.goal.race in ("marathon", "ultra") else 4,
    )


def _few(frame: WeekFrame, step: int) -> bool:
    """The first week of a phase, a lighter week and the peak take fewer sets."""
    return step == 1 or frame.lighter or frame.phase in ("peak", "taper", "recovery")


def _control(frame: WeekFrame, step: int) -> Dose:
    """Sets, then tempo, then the harder variant; a short phase takes tempo in its last week."""
    few = frame.lighter or step == 1
    slow = step == 3 or (step == 2 and frame.last_step and not frame.lighter)
    return Dose(
        main_sets=_FEW_SETS if few else 3,
        fewer=1 if few else 0,
        rir=None,
        pick="low" if step == 1 else "range" if step == 2 else "high",
        load_rule="find" if frame.weeks_in_phase == 1 else "keep",
        slow=slow,
        harder=max(0, step - 3),
    )


def _endurance(profile: Profile, frame: WeekFrame, step: int) -> Dose:
    """Rounds, then repetitions, then load; in the peak the load is kept and the top reps."""
    few = _few(frame, step)
    picks: dict[int, Pick] = {1: "low", 2: "range", 3: "high", 4: "low", 5: "high"}
    pick: Pick = picks.get(step, "low" if step % 2 == 0 else "high")
    quiet = frame.lighter or frame.phase in _KEEPING
    top = step >= 3 or (step == 2 and frame.last_step)
    hops = _first_hops(step, bone=profile.runner.bone_history)
    rises = step >= 4 and step % 2 == 0 and not quiet
    if frame.lighter:
        pick = "low"
    elif frame.phase in _KEEPING:
        pick = "high"
    return Dose(
        main_sets=_FEW_SETS if few else 3,
        fewer=1 if few else 0,
        rir=3.0 if top and not frame.lighter else 4.0,
        pick=pick,
        load_rule="find" if step == 1 else "step" if rises else "keep",
        own=0 if frame.phase in _KEEPING else max(0, step - 3),
        hop_sets=0 if frame.lighter or frame.phase == "recovery" else hops[0],
        hop_reps=hops[1],
    )


def _first_hops(step: int, *, bone: bool) -> tuple[int, int]:
    """Sets and repetitions of the first hops; after a bone injury they are the medicine."""
    if bone:
        return (1, 10) if step == 1 else (2, 8)
    return (2, 10) if step >= 3 else (0, 0)


def _heavy_hops(profile: Profile, step: int) -> tuple[int, int]:
    if profile.runner.bone_history:
        return (2, 10) if step <= 2 else (3, 10)
    if profile.level == "advanced" and not profile.masters:
        return ((2, 10), (2, 20), (3, 20))[min(step, 3) - 1]
    return (2, 10 if step == 1 else 12 if step == 2 else 15)


def _heavy(profile: Profile, frame: WeekFrame, step: int) -> Dose:
    """Sixes, fives, fours; from the seventh step a new wave of sixes, each a step heavier."""
    few, hops = _few(frame, step), _heavy_hops(profile, step)
    advanced = profile.level == "advanced"
    reps = _HEAVY_REPS[step - 1] if step <= len(_HEAVY_REPS) else _WAVE[(step - 7) % 3]
    return Dose(
        main_sets=_FEW_SETS if few else 3,
        extra=int(advanced and step == FOUR_SETS_AT and not few),
        fewer=1 if few else 0,
        rir=3.0 if step <= 2 or frame.lighter else 2.0,
        heavy=True,
        heavy_reps=reps,
        load_rule=_heavy_rule(frame, step),
        own=step - 1,
        new_wave=step > len(_HEAVY_REPS) and reps == _WAVE[0] and not frame.lighter,
        hop_sets=0 if frame.lighter or frame.phase == "recovery" else hops[0],
        hop_reps=hops[1],
        hop_rung=0 if profile.runner.bone_history else 2 if step >= 5 else int(step >= 3),
        support=int(step >= FOUR_SETS_AT - 2 and frame.phase in ("base", "build")),
    )


def _heavy_rule(frame: WeekFrame, step: int) -> LoadRule:
    """Fewer repetitions at the same reserve need more weight, in the peak too."""
    if step == 1:
        return "find"
    if step == 2 or frame.lighter:
        return "keep"
    falls = step <= len(_HEAVY_REPS) and _HEAVY_REPS[step - 1] < _HEAVY_REPS[step - 2]
    return "keep" if frame.phase in _KEEPING and not falls else "step"


def _power(profile: Profile, frame: WeekFrame, step: int) -> Dose:
    """The article's drills in three steps as level and age allow; the weight is kept."""
    shares = (0.5, 0.75, 1.0)
    top = 1.0 if profile.level == "advanced" else 0.75
    if profile.masters:
        top = 0.75 if profile.level == "advanced" else 0.5
    share = min(top, shares[min(step, len(shares)) - 1])
    tapering = frame.phase == "taper"
    hops = tapering and profile.masters
    if tapering:
        share = min(share, 0.75)
    return Dose(
        main_sets=_FEW_SETS,
        fewer=1 if frame.lighter else 0,
        rir=3.0 if frame.lighter else 2.0,
        heavy=frame.lighter,
        fast=not frame.lighter,
        heavy_reps=5 if step <= 2 and profile.masters and not frame.lighter else 4,
        load_rule="keep",
        power=0.0 if frame.lighter or hops else share,
        hop_sets=2 if hops else 0,
        hop_reps=10,
    )


def within_landings(dose: Dose, landings: int) -> Dose:
    """Jump no more than one step above the last weeks; where that is little, only hop.

    Source: dovetail.
    """
    if not dose.power or _LANDINGS[dose.power] <= landings:
        return dose
    smaller = [share for share, contacts in _LANDINGS.items() if contacts <= landings]
    if smaller:
        return replace(dose, power=max(smaller))
    return replace(dose, power=0.0, hop_sets=2, hop_reps=15)
