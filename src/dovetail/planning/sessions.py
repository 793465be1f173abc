"""Sessions written out: ids, minutes, kilometres, steps, blocks and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dovetail.domain.calendar import WEEKDAYS, week_name
from dovetail.domain.decision import Decision, Reason
from dovetail.domain.prescription import RunStep
from dovetail.domain.session import Session
from dovetail.domain.units import rounded, rounded_down

if TYPE_CHECKING:
    from dovetail.planning.week import Around, Stand
    from dovetail.planning.wishes import Wanted, Wishes

NOON_MIN = 12 * 60
RECOVERY_AT_MOST_MIN = 45


def half_of(start_min: int) -> str:
    """Return am or pm."""
    return "am" if start_min < NOON_MIN else "pm"


def on_day(wishes: Wishes, weekday: int) -> date:
    """Return the date of a weekday of the week in hand."""
    return date.fromordinal(wishes.frame.starts.toordinal() + weekday)


def strength_session(wishes: Wishes, stand: Stand) -> Session:
    """Write a strength session, with the kit of the place where it stands."""
    wanted = stand.wanted
    session = wanted.strength
    assert session is not None
    strain = wanted.strain
    reasons = [wanted.reason]
    if session.cut:
        reasons.append(Reason("AI073", {"session_min": session.minutes}, ("coach-t",)))
    if wishes.frame.gate is not None and wanted.role == "strength-b":
        reasons.append(Reason("AI070", {"opens_phase": wishes.frame.gate.opens}))
    return Session(
        id=f"{week_name(wishes.frame.starts)}-{wanted.role}",
        date=on_day(wishes, stand.slot.day),
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


def run_session(
    wishes: Wishes, stand: Stand, role: str, share: Decision[float] | None, around: Around
) -> Session:
    """Write a run: an easy one gets its share of the week's kilometres."""
    wanted, strain = stand.wanted, stand.wanted.strain
    if wanted.steps and share is not None:
        steps, km, minutes = grown(wishes, wanted, share.value)
        reasons, kind = (wanted.reason,), wanted.kind
    elif share is not None:
        steps, km, minutes = easy_steps(wishes, share.value)
        reason, kind = _easy_why(stand, around, minutes, wishes)
        reasons = (reason, *share.reasons)
    else:
        steps, km, minutes = wanted.steps, wanted.km, strain.minutes
        reasons, kind = (wanted.reason,), wanted.kind
        if wanted.role == "long":
            aim = wishes.volume.long_km.reasons
            reasons = (*aim[:-1], wanted.reason, aim[-1])
    return Session(
        id=f"{week_name(wishes.frame.starts)}-{role}",
        date=on_day(wishes, stand.slot.day),
        slot=half_of(stand.slot.start),  # type: ignore[arg-type]
        order=stand.order,
        discipline="run",
        kind=kind,
        minutes=minutes,
        km=None if km is None else rounded(km, 0.1),
        rpe=wanted.rpe,
        key=strain.key,
        hard_unit=strain.hard,
        priority=wanted.rank,
        steps=steps,
        reasons=reasons,
    )


def easy_steps(wishes: Wishes, km: float) -> tuple[tuple[RunStep, ...], float, int]:
    """Return an easy run of so many kilometres; by feel it is told in minutes."""
    easy = wishes.paces.target("easy")
    minutes = wishes.paces.minutes_of("easy", km)
    if not wishes.profile.by_feel:
        return (RunStep(part="work", km=km, target=easy),), km, round(minutes)
    whole = rounded_down(minutes, 5.0) if minutes >= 30 else rounded_down(minutes, 1.0)
    about = rounded_down(wishes.paces.km_of("easy", whole), 0.1)
    return (RunStep(part="work", minutes=whole, target=easy),), about, round(whole)


def grown(wishes: Wishes, wanted: Wanted, km: float) -> tuple[tuple[RunStep, ...], float, int]:
    """Return a key run with easy running added at its ends, up to so many kilometres."""
    own = wanted.km or 0.0
    more = round(wishes.paces.minutes_of("easy", max(0.0, km - own)))
    ends = [i for i, step in enumerate(wanted.steps) if step.part in ("warm_up", "cool_down")]
    steps = list(wanted.steps)
    quality = wanted.strain.quality
    for number, i in enumerate(ends):
        part = more // 2 if quality and number else more - more // 2 if quality else more
        if not quality and number:
            break
        steps[i] = replace(steps[i], minutes=(steps[i].minutes or 0) + part)
    return tuple(steps), max(own, km), wanted.strain.minutes + more


def _easy_why(stand: Stand, around: Around, minutes: int, wishes: Wishes) -> tuple[Reason, str]:
    """Each easy run has its own purpose, by what stands beside it."""
    if stand.chained is not None and stand.chained.strength:
        letter = {"strength-a": "A", "strength-b": "B"}.get(stand.chained.kind, "")
        return Reason("AI031", {"letter": letter, "then": stand.chained.kind}), "easy"
    if wishes.frame.phase == "race":
        return Reason("AI018"), "easy"
    if (
        around.hard_before
        and minutes <= RECOVERY_AT_MOST_MIN
        and wishes.profile.level != "beginner"
    ):
        return Reason("AI033"), "recovery"
    if around.long_after:
        return Reason("AI019"), "easy"
    return (Reason("AI032"), "easy") if around.longest_easy else (Reason("AI030"), "easy")


def rest_session(wishes: Wishes, day: date, sessions: Sequence[Session]) -> Session:
    """Write a day without training, so that it has its why."""
    weekday = WEEKDAYS[day.weekday()]
    before = [one for one in sessions if (day - one.date).days == 1]
    after = [one for one in sessions if (one.date - day).days == 1]
    has_slot = any(slot.weekday == day.weekday() for slot in wishes.profile.slots)
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
        id=f"{week_name(wishes.frame.starts)}-rest-{weekday[:3]}",
        date=day,
        slot="am",
        discipline="rest",
        kind="rest",
        minutes=0,
        priority=1,
        reasons=(reason,),
    )
