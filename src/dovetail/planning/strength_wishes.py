"""The strength that a week asks for, and the days before a race that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dovetail.domain.decision import Reason
from dovetail.domain.prescription import Range
from dovetail.domain.session import Kind
from dovetail.planning.brief import Brief, Wanted
from dovetail.planning.frame import WeekFrame
from dovetail.planning.profile import Profile
from dovetail.planning.week_problem import days_before_race
from dovetail.rulebook.shapes import Strain

_STRENGTH_EFFORT: Mapping[str, Range] = {
    "stabilization": (4.0, 5.0),
    "strength_endurance": (5.0, 7.0),
    "maximal_strength": (6.0, 8.0),
    "power": (5.0, 7.0),
}
_QUIET_EFFORT: Range = (3.0, 4.0)


def strength_wanted(brief: Brief) -> Iterator[Wanted]:
    """Yield the strength of a week by strength phase, run phase and structure."""
    if brief.frame.strength_phase is None or not brief.structure.first_min:
        return
    if brief.frame.phase == "recovery" and brief.frame.recovery is not None:
        yield _lift(brief, "strength-a", "stabilization", "a", brief.structure.first_min)
    elif brief.frame.phase == "race":
        if _days_of(brief, "primer_window"):
            yield _lift(brief, "primer", "special", _primer(brief), 20)
    elif brief.frame.phase == "taper":
        yield from _taper(brief)
    else:
        yield from _training_week(brief, brief.frame.strength_phase)


def _training_week(brief: Brief, phase: str) -> Iterator[Wanted]:
    first = brief.structure.first_min
    if brief.frame.after_race and brief.frame.phase == "peak":
        yield _lift(brief, "strength-a", phase, "a", first)
        yield _lift(brief, "strength-b", "special", "activation", 20)
        return
    yield _lift(brief, "strength-a", phase, "a", first)
    if brief.frame.tune_up is None:
        yield from _second(brief, phase)


def _second(brief: Brief, phase: str) -> Iterator[Wanted]:
    second, minutes = brief.structure.second, brief.structure.second_min
    if second == "none":
        return
    heavy = phase in ("maximal_strength", "power")
    light = second == "light" or (heavy and brief.profile.athlete.policy == "article_week")
    if second == "micro":
        yield _lift(brief, "strength-b", "special", "micro", minutes)
    elif heavy and _short_peak_session(brief, phase):
        yield _lift(brief, "strength-b", "special", "activation", min(20, minutes))
    elif light:
        yield _lift(brief, "strength-b", "special", "light", min(40, minutes))
    else:
        yield _lift(brief, "strength-b", phase, "b", minutes)


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
        yield _lift(brief, "strength-a", "special", "last_heavy", min(35, first))
        yield _lift(brief, "core", "special", "core", 15)


def _was_heavy(brief: Brief) -> bool:
    return any(frame.strength_phase == "maximal_strength" for frame in brief.frames)


def _primer(brief: Brief) -> str:
    return "primer" if _was_heavy(brief) else "activation"


def _lift(brief: Brief, role: str, group: str, name: str, minutes: int) -> Wanted:
    session = brief.gym.session(brief.frame, group, name, at_most_min=minutes)
    kind = _strength_kind(role, name)
    heavy = session.heavy_legs
    legs = 2 if heavy else 1 if kind in ("lower", "full") else 0
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
        rpe=_STRENGTH_EFFORT.get(group, _QUIET_EFFORT),
        strength=session,
        recipe=(group, name, minutes),
    )


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
    }
    code = codes.get(group) or special[name]
    letter = {"strength-a": "A", "strength-b": "B"}.get(role, "")
    facts = {"letter": letter, "focus": "lower_body" if letter == "A" else "full_body"}
    if group in codes:
        facts["strength_phase"] = group
    elif name == "last_heavy":
        facts["strength_phase"] = "maximal_strength"
    source = "coach-t" if group in codes else "dovetail"
    return Reason(code, facts, (source,))


def _days_of(brief: Brief, window: str) -> tuple[int, int] | None:
    return days_before_race(brief.profile, brief.frame.starts, window)


def _strength_kind(role: str, name: str) -> Kind:
    kinds: Mapping[str, Kind] = {
        "light": "upper",
        "micro": "core",
        "core": "core",
        "activation": "activation",
        "primer": "primer",
    }
    return kinds.get(name, "lower" if role == "strength-a" else "full")


def _strength_rank(role: str, profile: Profile, frame: WeekFrame) -> int:
    if role == "strength-a":
        early = profile.masters or profile.athlete.goal.race == "healthy"
        return 1 if early else 3
    if role == "strength-b":
        return 9 if frame.phase in ("taper", "race") else 4
    return 8
