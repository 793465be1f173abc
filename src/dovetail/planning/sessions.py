"""Sessions written out: ids, minutes, kilometres, steps, blocks and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dovetail.domain.calendar import WEEKDAYS, week_name
from dovetail.domain.decision import Decision, Reason
from dovetail.domain.prescription import RunStep
from dovetail.domain.session import Kind, Session
from dovetail.domain.units import rounded, rounded_down
from dovetail.planning.easy_km import room_min
from dovetail.planning.gate_tests import gate_reasons
from dovetail.planning.race_week import with_last_strides

if TYPE_CHECKING:
    from dovetail.planning.brief import Brief, Wanted
    from dovetail.planning.stands import Stand

NOON_MIN = 12 * 60
RECOVERY_AT_MOST_MIN = 45
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "AI030": ("AI103", "AI104"),
    "AI018": ("AI105", "AI106", "AI107"),
}
"""What else a second and third easy run of the same kind may be said to be for (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the days beside an easy run hold."""

    hard_before: bool
    long_after: bool
    longest_easy: bool


def half_of(start_min: int) -> str:
    """Return am or pm."""
    return "am" if start_min < NOON_MIN else "pm"


def on_day(brief: Brief, weekday: int) -> date:
    """Return the date of a weekday of the week in hand."""
    return date.fromordinal(brief.frame.starts.toordinal() + weekday)


def strength_session(brief: Brief, stand: Stand) -> Session:
    """Write a strength session, with the kit of the place where it stands."""
    wanted = stand.wanted
    session = wanted.strength
    assert session is not None
    strain = wanted.strain
    reasons = [wanted.reason]
    if session.cut:
        reasons.append(Reason("AI073", {"session_min": session.minutes}, ("coach-t",)))
    if brief.frame.gate is not None and wanted.role == _gate_role(brief):
        reasons += gate_reasons(brief.profile, brief.frame.gate)
    return Session(
        id=f"{week_name(brief.frame.starts)}-{wanted.role}",
        date=on_day(brief, stand.slot.day),
        slot=half_of(stand.slot.start),  # type: ignore[arg-type]
        order=stand.order,
        discipline="strength",
        kind=wanted.kind,
        minutes=session.minutes,
        rpe=wanted.rpe,
        hard_unit=strain.hard,
        heavy_legs=session.heavy_legs,
        priority=wanted.rank,
        blocks=session.blocks,
        reasons=tuple(reasons),
    )


def _gate_role(brief: Brief) -> str:
    """Gate tests end session B where that is a whole one, else session A."""
    whole = brief.structure.second == "full" and brief.frame.tune_up is None
    return "strength-b" if whole else "strength-a"


def run_session(
    brief: Brief, stand: Stand, role: str, share: Decision[float] | None, around: Around
) -> Session:
    """Write a run: an easy one gets its share of the week's kilometres."""
    wanted, strain = stand.wanted, stand.wanted.strain
    asked = _asked(brief, stand, share, around)
    return Session(
        id=f"{week_name(brief.frame.starts)}-{role}",
        date=on_day(brief, stand.slot.day),
        slot=half_of(stand.slot.start),  # type: ignore[arg-type]
        order=stand.order,
        discipline="run",
        kind=asked.kind,
        minutes=asked.minutes,
        km=None if asked.km is None else rounded(asked.km, 0.1),
        rpe=wanted.rpe,
        key=strain.key,
        hard_unit=strain.hard,
        priority=wanted.rank,
        steps=asked.steps,
        reasons=asked.reasons,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a run asks for, once its kilometres are known."""

    kind: Kind
    minutes: int
    km: float | None
    steps: tuple[RunStep, ...]
    reasons: tuple[Reason, ...]


def _asked(brief: Brief, stand: Stand, share: Decision[float] | None, around: Around) -> _Asked:
    wanted = stand.wanted
    if share is None:
        return _Asked(
            kind=wanted.kind,
            minutes=wanted.strain.minutes,
            km=wanted.km,
            steps=wanted.steps,
            reasons=_long_why(brief, wanted),
        )
    if wanted.steps:
        steps, km, minutes = grown(brief, wanted, share.value)
        return _Asked(
            kind=wanted.kind, minutes=minutes, km=km, steps=steps, reasons=(wanted.reason,)
        )
    steps, km, minutes = easy_steps(brief, share.value, room_min(brief, stand))
    steps = with_last_strides(brief, on_day(brief, stand.slot.day), steps)
    reason, kind = _easy_why(stand, around, minutes, brief)
    return _Asked(kind=kind, minutes=minutes, km=km, steps=steps, reasons=(reason, *share.reasons))


def _long_why(brief: Brief, wanted: Wanted) -> tuple[Reason, ...]:
    """A long run tells what bounds it, then why it is built so, then how it grows."""
    if wanted.role != "long":
        return (wanted.reason,)
    aim = brief.volume.long_km.reasons
    return (*aim[:-1], wanted.reason, *aim[-1:])


def easy_steps(brief: Brief, km: float, at_most_min: int) -> tuple[tuple[RunStep, ...], float, int]:
    """Return an easy run of so many kilometres; by feel it is told in minutes.

    Minutes are told, too, where the kilometres are none that people read: a slot that holds
    the shortest run and no more.
    """
    easy = brief.paces.target("easy")
    minutes = min(round(brief.paces.minutes_of("easy", km)), at_most_min)
    if brief.profile.by_feel:
        minutes = round(rounded(brief.paces.minutes_of("easy", km), 5.0))
    elif km == rounded_down(km, 0.5):
        return (RunStep(part="work", km=km, target=easy),), km, minutes
    return (
        (RunStep(part="work", minutes=float(minutes), target=easy),),
        rounded_down(km, 0.1),
        minutes,
    )


def grown(brief: Brief, wanted: Wanted, km: float) -> tuple[tuple[RunStep, ...], float, int]:
    """Return a key run with easy running added at its ends, up to so many kilometres."""
    own = wanted.km or 0.0
    more = round(brief.paces.minutes_of("easy", max(0.0, km - own)))
    ends = [i for i, step in enumerate(wanted.steps) if step.part in ("warm_up", "cool_down")]
    steps = list(wanted.steps)
    quality = wanted.strain.quality
    for number, i in enumerate(ends):
        part = more // 2 if quality and number else more - more // 2 if quality else more
        if not quality and number:
            break
        steps[i] = replace(steps[i], minutes=(steps[i].minutes or 0) + part)
    return tuple(steps), max(own, km), (wanted.own_min or wanted.strain.minutes) + more


def _easy_why(stand: Stand, around: Around, minutes: int, brief: Brief) -> tuple[Reason, Kind]:
    """Each easy run has its own purpose, by what stands beside it."""
    if stand.chained is not None and stand.chained.strength and stand.order == 1:
        letter = {"strength-a": "A", "strength-b": "B"}.get(stand.chained.kind)
        letter = letter if stand.chained.legs else None
        if letter is None:
            return Reason("AI086"), "easy"
        return Reason("AI031", {"letter": letter}), "easy"
    if brief.frame.phase == "race":
        return Reason("AI018"), "easy"
    slow = brief.profile.level != "beginner" and not brief.is_new("recovery", stand.slot.day)
    if around.hard_before and minutes <= RECOVERY_AT_MOST_MIN and slow:
        return Reason("AI033"), "recovery"
    if around.long_after:
        return Reason("AI019"), "easy"
    return (Reason("AI032"), "easy") if around.longest_easy else (Reason("AI030"), "easy")


def each_its_own(sessions: Sequence[Session]) -> list[Session]:
    """Give easy runs that a week holds several times words of their own, in order of days."""
    times: Counter[str] = Counter()
    words: dict[str, str] = {}
    for one in sorted(sessions, key=lambda session: session.date):
        code = one.reasons[0].code if one.reasons else ""
        if code in OTHER_WORDS:
            words[one.id] = (code, *OTHER_WORDS[code])[times[code] % (1 + len(OTHER_WORDS[code]))]
            times[code] += 1
    return [
        replace(one, reasons=(replace(one.reasons[0], code=words[one.id]), *one.reasons[1:]))
        if one.id in words
        else one
        for one in sessions
    ]


def rest_session(brief: Brief, day: date, sessions: Sequence[Session]) -> Session:
    """Write a day without training, so that it has its why."""
    weekday = WEEKDAYS[day.weekday()]
    before = [one for one in sessions if (day - one.date).days == 1]
    after = [one for one in sessions if (one.date - day).days == 1]
    has_slot = any(slot.weekday == day.weekday() for slot in brief.profile.slots)
    if any(one.discipline == "race" for one in after):
        reason = Reason("AI083")
    elif any(one.discipline == "race" for one in before):
        reason = Reason("AI084")
    elif any(one.hard_unit for one in before):
        reason = Reason("AI081")
    elif any(one.hard_unit for one in after):
        reason = Reason("AI085")
    else:
        reason = Reason("AI080") if has_slot else Reason("AI082", {"rest_day": weekday})
    return Session(
        id=f"{week_name(brief.frame.starts)}-rest-{weekday[:3]}",
        date=day,
        slot="am",
        discipline="rest",
        kind="rest",
        minutes=0,
        priority=1,
        reasons=(reason,),
    )
