"""The strength that a week asks for, and the days before a race that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dovetail.domain.decision import Reason
from dovetail.domain.plan import StrengthPhase
from dovetail.domain.prescription import Range
from dovetail.domain.session import Kind
from dovetail.planning.after_race import days_after_race
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.frame import WeekFrame, raced_early
from dovetail.planning.profile import Profile
from dovetail.planning.strength_less import Ceiling
from dovetail.planning.strength_share import ceilings, first_week_leg_sets, shared
from dovetail.planning.week_problem import SHORT_RACES, days_before_race
from dovetail.planning.week_shapes import light_beside_heavy
from dovetail.rulebook.shapes import Strain

_STRENGTH_EFFORT: Mapping[str, Range] = {
    "stabilization": (4.0, 5.0),
    "strength_endurance": (5.0, 7.0),
    "maximal_strength": (6.0, 8.0),
    "power": (5.0, 7.0),
}
QUIET_MIN, SMALL_JUMPS_MIN = 20, 28
_QUIET_EFFORT: Range = (3.0, 4.0)
HAIR = 1e-6
POWER_RESTS = "AI150"
"""A lighter week among those of power: the jumps rest, the lifts stay."""


def strength_wanted(brief: Brief) -> list[Wanted]:
    """Return the strength of a week by strength phase, run phase and structure.

    A week that lifts less shares its leg sets as a full one would; a lighter session holds a
    share of the last full one, the first week of a strength phase a share of those to come.
    """
    wanted = list(_by_phase(brief))
    first = first_week_leg_sets(brief, _by_phase) if brief.leg_sets is None else None
    if first is not None:
        most = zip(wanted, ceilings(first, wanted), strict=True)
        return [_with_less(brief, one, ceiling) for one, ceiling in most]
    own = [one.strength.lower_sets if one.strength else 0 for one in wanted]
    none: list[int | None] = [None] * len(own)
    legs = none if brief.leg_sets is None else [*shared(brief.leg_sets, own)]
    pairs = zip(wanted, legs, strict=True)
    return [_with_less(brief, one, _at_most(brief, one.role, share)) for one, share in pairs]


def _at_most(brief: Brief, role: str, legs: int | None) -> Ceiling | None:
    """Return how much a session may hold; None in a full week."""
    full = brief.lifted.get(role)
    if full is None:
        return None if legs is None else Ceiling(leg_sets=legs)
    most = brief.profile.principles.number("lighter_sets", "most")
    return Ceiling(sets=int(most * full.sets + HAIR), leg_sets=legs, like=full.exercises)


def _with_less(brief: Brief, wanted: Wanted, most: Ceiling | None) -> Wanted:
    if wanted.recipe is None or most is None:
        return wanted
    group, name, minutes, _ = wanted.recipe
    session = brief.gym.session(brief.frame, group, name, at_most_min=minutes, at_most=most)
    strain = replace(wanted.strain, minutes=session.minutes)
    recipe = (group, name, minutes, most)
    return replace(wanted, strain=strain, strength=session, recipe=recipe)


def _by_phase(brief: Brief) -> Iterator[Wanted]:
    if brief.frame.strength_phase is None or not brief.structure.first_min:
        return
    if brief.frame.phase == "recovery" and brief.frame.recovery is not None:
        yield from _back_from_race(brief, brief.frame.strength_phase)
    elif brief.frame.phase == "race":
        if _days_of(brief, "primer_window") and not raced_early(brief.frame):
            yield _lift(brief, "primer", "special", _primer(brief), 20)
    elif brief.frame.phase == "taper":
        yield from _taper(brief)
    else:
        yield from _training_week(brief, brief.frame.strength_phase)


def _training_week(brief: Brief, phase: str) -> Iterator[Wanted]:
    """Two sessions; one whole and core before a race on the way, and less after it."""
    first, frame = brief.structure.first_min, brief.frame
    group = "maximal_strength" if phase == "power" and frame.lighter else phase
    yield _lift(brief, "strength-a", group, _whole_session(brief, group), first)
    if frame.tune_up is not None:
        if brief.structure.second != "none":
            yield _before_a_race(brief)
    elif frame.after_race and frame.phase == "peak":
        if brief.structure.second != "none" and not frame.after_long_race:
            yield _lift(brief, "strength-b", "special", "activation", 20)
    else:
        yield from _second(brief, group)


def _back_from_race(brief: Brief, phase: StrengthPhase) -> Iterator[Wanted]:
    """One session in the week that strength comes back in, two where all its days are open."""
    yield _lift(brief, "strength-a", phase, "a", brief.structure.first_min)
    if not days_after_race(brief.profile, brief.frame.starts, phase)[0]:
        yield from _second(brief, phase)


def _whole_session(brief: Brief, group: str) -> str:
    """A and B by turns for who lifts once a week; all lifts in one where B has no heavy legs."""
    second = brief.structure.second
    small = light_beside_heavy(brief.profile) or _heavy_in_the_peak_alone(brief)
    leaves_legs = second in ("micro", "light") or (second == "full" and small)
    if leaves_legs and group == "maximal_strength":
        return "whole"
    turns = brief.structure.second == "none" and brief.frame.number % 2 == 0
    return "b" if turns else "a"


def _heavy_in_the_peak_alone(brief: Brief) -> bool:
    """Whether heavy work begins with the peak, where session B is a short one from the start."""
    heavy = {one.phase for one in brief.frames if one.strength_phase == "maximal_strength"}
    return _short_peak_session(brief, "maximal_strength") and not heavy & {"base", "build"}


def _before_a_race(brief: Brief) -> Wanted:
    """The second session before a race on the way: core only, activation for masters."""
    if brief.profile.masters:
        return _lift(brief, "strength-b", "special", "activation", 20)
    return _lift(brief, "core", "special", "core", 15)


def _second(brief: Brief, phase: str) -> Iterator[Wanted]:
    second, minutes = brief.structure.second, brief.structure.second_min
    if second == "none":
        return
    heavy = phase in ("maximal_strength", "power")
    light = second == "light" or (heavy and light_beside_heavy(brief.profile))
    if heavy and second == "full" and not light and _last_heavy_here(brief):
        yield _lift(brief, "strength-b", "special", "last_heavy", min(35, minutes))
    elif second == "micro":
        name = "micro_heavy" if heavy else "micro"
        yield _lift(brief, "strength-b", "special", name, minutes)
    elif heavy and _short_peak_session(brief, phase):
        name = _peak_session(brief)
        most = SMALL_JUMPS_MIN if name == "power_lite" else QUIET_MIN
        yield _lift(brief, "strength-b", "special", name, min(most, minutes))
    elif light:
        yield _lift(brief, "strength-b", "special", "light", min(40, minutes))
    else:
        yield _lift(brief, "strength-b", phase, "b", minutes)


def _last_heavy_here(brief: Brief) -> bool:
    """Before a short race the last heavy session stands in the last week of the peak."""
    race = brief.profile.athlete.goal.race
    return race in SHORT_RACES and bool(_days_of(brief, "last_heavy_window"))


def _peak_session(brief: Brief) -> str:
    """Activation; small jumps for those without a power phase, while they may still be learned.

    Nobody jumps here whom health or level forbids it; a beginner needs a coach's word.
    """
    profile = brief.profile
    powerful = any(one.strength_phase == "power" for one in brief.frames)
    learned = brief.gym.hops.may_learn("squat-jump-and-stick", brief.frame.starts)
    fit = brief.gym.hops.allowed() and not profile.runner.bone_history
    return "power_lite" if fit and learned and not powerful else "activation"


def _short_peak_session(brief: Brief, phase: str) -> bool:
    """In the peak the second session is short; masters keep both."""
    if brief.frame.phase != "peak" or brief.profile.masters or brief.frame.lighter:
        return False
    last = [frame.number for frame in brief.frames if frame.loading][-1:]
    return phase == "maximal_strength" or brief.frame.number in last


def _taper(brief: Brief) -> Iterator[Wanted]:
    first = brief.structure.first_min
    phase = brief.frame.strength_phase or "activation"
    if phase != "activation":
        yield _lift(brief, "strength-a", phase, "a", first)
        yield _lift(brief, "strength-b", "special", "activation", 20)
    elif not _was_heavy(brief):
        yield _lift(brief, "strength-a", "special", "activation", 20)
    elif _days_of(brief, "last_heavy_window"):
        yield _lift(brief, "strength-a", "special", _trained(brief, "last_heavy"), min(35, first))
        yield _lift(brief, "core", "special", "core", 15)


def _was_heavy(brief: Brief) -> bool:
    return any(frame.strength_phase == "maximal_strength" for frame in brief.frames)


def _primer(brief: Brief) -> str:
    return _trained(brief, "primer") if _was_heavy(brief) else "activation"


def _trained(brief: Brief, name: str) -> str:
    """The form of a session that holds only lifts of A, where those of B are not fresh."""
    whole = brief.structure.second == "full" and brief.gym.lifted_lately(name)
    return name if whole else f"{name}_of_a"


def _lift(brief: Brief, role: str, group: str, name: str, minutes: int) -> Wanted:
    session = brief.gym.session(brief.frame, group, name, at_most_min=minutes)
    kind = _strength_kind(role, name)
    legs = 2 if session.heavy_legs else 1 if kind in ("lower", "full") else 0
    return Wanted(
        role=role,
        kind=kind,
        strain=Strain(
            role,
            session.minutes,
            legs=legs,
            strength=True,
            apart=brief.legs.apart,
            sore=bool(legs) and brief.legs.sore,
        ),
        reason=_why(brief, role, group, name),
        rank=_strength_rank(role, brief.profile, brief.frame),
        rpe=_STRENGTH_EFFORT.get(_effort_of(group, name), _QUIET_EFFORT),
        strength=session,
        recipe=(group, name, minutes, None),
    )


def _effort_of(group: str, name: str) -> str:
    """The last heavy session is short, and heavy all the same."""
    return "maximal_strength" if name.startswith("last_heavy") else group


def _why(brief: Brief, role: str, group: str, name: str) -> Reason:
    codes = {
        "stabilization": "AI021",
        "strength_endurance": "AI022",
        "maximal_strength": "AI023",
        "power": "AI024",
    }
    special = {
        "light": "AI026",
        "micro": "AI027",
        "primer": "AI028",
        "core": "AI029",
        "activation": "AI025",
        "last_heavy": "AI020",
        "last_heavy_of_a": "AI020",
        "primer_of_a": "AI028",
        "micro_heavy": "AI027",
        "power_lite": "AI065",
    }
    code = codes.get(group) or special[name]
    if group == "maximal_strength" and brief.frame.strength_phase == "power":
        return Reason(
            POWER_RESTS, {"letter": letter_of(role, name), "strength_phase": "power_rests"}
        )
    if code == "AI023" and brief.profile.own_weight:
        code = "AI066"
    letter = letter_of(role, name)
    facts = {"letter": letter, "focus": "lower_body" if letter == "A" else "full_body"}
    if group in codes:
        facts["strength_phase"] = group
    elif name.startswith("last_heavy"):
        facts["strength_phase"] = "maximal_strength"
    source = "coach-t" if group in codes else "dovetail"
    return Reason(code, facts, (source,))


def letter_of(role: str, name: str) -> str:
    """Return which session it is; who lifts once a week has A and B by turns."""
    letter = {"strength-a": "A", "strength-b": "B"}.get(role, "")
    return name.upper() if name in ("a", "b") else letter


def _days_of(brief: Brief, window: str) -> tuple[int, int] | None:
    return days_before_race(brief.profile, brief.frame.starts, window)


def _strength_kind(role: str, name: str) -> Kind:
    kinds: Mapping[str, Kind] = {
        "light": "upper",
        "micro": "core",
        "micro_heavy": "core",
        "power_lite": "activation",
        "core": "core",
        "activation": "activation",
        "primer": "primer",
        "primer_of_a": "primer",
    }
    return kinds.get(name, "lower" if role == "strength-a" else "full")


def _strength_rank(role: str, profile: Profile, frame: WeekFrame) -> int:
    if role == "strength-a":
        early = profile.masters or profile.athlete.goal.race == "healthy"
        return 1 if early else 3
    if role == "strength-b":
        return 9 if frame.phase in ("taper", "race") else 4
    return 8
