"""The long run from inside: easy, with a steady finish, or with race pace as a rehearsal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dovetail.domain.prescription import RunStep, Target
from dovetail.domain.units import rounded
from dovetail.planning.frame import WeekFrame
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile

LEAST_PACE_MIN = 20.0
STEADY = Target(rpe=(5.0, 5.0))
STEADY_KM = 4.0
SHORT_STEADY_MIN = 15
"""The steady end before a short race (dovetail)."""
LONG_STEADY_KM = 6.0
"""For marathon runners whose long run is near thirty kilometres (dovetail)."""
LEAST_STEADY_KM = 12.0
LEAST_PIECE_KM = 2.0
LEAST_HALF_KM, LEAST_MARATHON_KM = 6.0, 11.5
"""From so much race pace on it stands in three pieces, below in two (dovetail)."""
NOT_YET_ALL, LATE_BUILD, HALF_OF_IT = 0.95, 0.7, 0.56
"""Of the most race pace that a long run may hold: before the last rehearsal, at the end of the
build, and two weeks before that (dovetail)."""
LONG_TAPER_KM = 18.0
ROLL_FROM, MASTERS_ROLL_FROM = 3, 6
"""The first weeks with a long run over hills (dovetail)."""
_PACE_RACES = ("half", "marathon")


@dataclass(frozen=True, slots=True, kw_only=True)
class LongRun:
    """Its steps, why it is built so, and whether the pace in it makes it a quality run."""

    steps: tuple[RunStep, ...]
    code: str
    quality: bool = False


def long_run(
    profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame, km: float, paces: Paces
) -> LongRun:
    """Return the long run of a week.

    Source: dovetail.
    """
    if profile.by_feel or profile.level == "beginner" or profile.runner.bone_history:
        return easy_long_run(profile, km, paces)
    race = profile.athlete.goal.race
    if frame.phase == "taper" and race in _PACE_RACES:
        return _taper(profile, km, paces)
    if race in _PACE_RACES and frame.loading and frame.phase == "peak":
        return _rehearsal(profile, frames, frame, km, paces)
    if frame.loading and frame.phase == "build" and not profile.permissions.easy_only:
        return _in_build(profile, frames, frame, km, paces)
    rolling = _is_rolling(profile, frames, frame)
    return LongRun(steps=(_easy(km, paces, profile),), code="AI121" if rolling else "AI039")


def easy_long_run(profile: Profile, km: float, paces: Paces) -> LongRun:
    """Return a long run that is easy from end to end.

    Source: dovetail.
    """
    return LongRun(steps=(_easy(km, paces, profile),), code="AI039")


def _easy(km: float, paces: Paces, profile: Profile) -> RunStep:
    """Runners by feel get minutes, the others kilometres."""
    easy = paces.target("easy")
    if profile.by_feel:
        return RunStep(part="work", minutes=float(round(paces.minutes_of("easy", km))), target=easy)
    return RunStep(part="work", km=km, target=easy)


def _left(frames: Sequence[WeekFrame], frame: WeekFrame) -> int:
    """Count the loading weeks of the phase that are still to come."""
    numbers = [one.number for one in frames if one.loading and one.phase == frame.phase]
    return sum(number > frame.number for number in numbers)


def _is_rolling(profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame) -> bool:
    """Hills in the base, where a lighter week follows that mends what running downhill costs."""
    first = MASTERS_ROLL_FROM if profile.masters else ROLL_FROM
    after = next((one for one in frames if one.number == frame.number + 1), None)
    hilly = frame.loading and frame.phase == "base" and frame.number >= first
    return hilly and after is not None and after.lighter


def _in_build(
    profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame, km: float, paces: Paces
) -> LongRun:
    """The second half of the build ends long runs faster: marathon pace, or steady by effort.

    Advanced marathon runners begin with a steady end and go on to blocks of marathon pace.
    """
    weeks = [one.number for one in frames if one.loading and one.phase == "build"]
    left, place = _left(frames, frame), weeks.index(frame.number)
    race = profile.athlete.goal.race
    if race == "marathon" and _worth_practising(profile, paces):
        if profile.level == "advanced":
            return _advanced_build(profile, km, paces, left=left, place=place)
        if not left and km >= LEAST_STEADY_KM:
            return _ending(km, STEADY_KM, paces.target("race"), paces, "AI041")
    odd = 0 if race == "half" else 1
    late = place >= len(weeks) // 2 and (left + 1) % 2 == odd
    if late and km >= LEAST_STEADY_KM:
        short_km = rounded(paces.km_of("easy", SHORT_STEADY_MIN), 0.5)
        last_km = STEADY_KM if race in ("half", "marathon", "ultra") else short_km
        return _ending(km, last_km, STEADY, paces, "AI040")
    return easy_long_run(profile, km, paces)


def _advanced_build(profile: Profile, km: float, paces: Paces, *, left: int, place: int) -> LongRun:
    if left == 0:
        return _with_pace(km, 1, _pace_part(profile, km, paces) * LATE_BUILD, paces)
    if left == 2:
        return _with_pace(km, 2, _pace_part(profile, km, paces) * HALF_OF_IT, paces)
    if place == 0:
        return _ending(km, LONG_STEADY_KM, STEADY, paces, "AI040")
    return replace(easy_long_run(profile, km, paces), code="AI121" if left == 1 else "AI039")


def _ending(km: float, last_km: float, target: Target, paces: Paces, code: str) -> LongRun:
    easy = RunStep(part="work", km=km - last_km, target=paces.target("easy"))
    steps = (easy, RunStep(part="work", km=last_km, target=target))
    fast = target.pace is not None and paces.minutes_of("race", last_km) >= LEAST_PACE_MIN
    return LongRun(steps=steps, code=code, quality=fast)


def _rehearsal(
    profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame, km: float, paces: Paces
) -> LongRun:
    """Race pace every other peak week, the last one always; growing toward the race.

    Advanced marathon runners have their longest piece the week before, and the last in parts.
    """
    weeks = [one.number for one in frames if one.loading and one.phase == "peak"]
    weeks = [number for number in weeks if not _by_number(frames, number).after_race]
    left = len(weeks) - 1 - weeks.index(frame.number) if frame.number in weeks else 1
    race = profile.athlete.goal.race
    long_piece = race == "marathon" and profile.level == "advanced"
    rests = frame.number not in weeks or (left % 2 and not (long_piece and left == 1))
    if rests:
        return easy_long_run(profile, km, paces)
    if not _worth_practising(profile, paces):
        return _ending(km, STEADY_KM, STEADY, paces, "AI040")
    part = _pace_part(profile, km, paces)
    if long_piece:
        return _with_pace(km, 1 if left == 1 else 3, part * (0.93 if left else 0.6), paces)
    part *= 1.0 if left == 0 else NOT_YET_ALL
    pieces = 3 if part >= (LEAST_HALF_KM if race == "half" else LEAST_MARATHON_KM) else 2
    return _with_pace(km, pieces, part, paces)


def _with_pace(km: float, pieces: int, part_km: float, paces: Paces) -> LongRun:
    """Return a long run with race pace in pieces; with a steady end where it has no room."""
    each = float(int(part_km / pieces))
    if each < LEAST_PIECE_KM or km - pieces * (each + 1) - 1 < LEAST_PIECE_KM:
        return _ending(km, STEADY_KM, STEADY, paces, "AI040")
    return LongRun(
        steps=_blocks(km, pieces, each, paces),
        code="AI041",
        quality=paces.minutes_of("race", pieces * each) >= LEAST_PACE_MIN,
    )


def _by_number(frames: Sequence[WeekFrame], number: int) -> WeekFrame:
    return next(one for one in frames if one.number == number)


def _pace_part(profile: Profile, km: float, paces: Paces) -> float:
    """Return the most race pace that the long run may hold [km]."""
    number = profile.principles.number
    share = number("pace_part", profile.level)
    most_km = number("pace_part", "most_km")
    if profile.athlete.goal.race == "half":
        most_km = number("pace_part", "half_km")
    return min(share * km, most_km, paces.km_of("race", number("pace_part", "most_min")))


def _worth_practising(profile: Profile, paces: Paces) -> bool:
    if profile.athlete.goal.race != "marathon":
        return True
    return paces.views["marathon"].s_per_km is not None


def _blocks(km: float, pieces: int, each: float, paces: Paces) -> tuple[RunStep, ...]:
    easy, target = paces.target("easy"), paces.target("race")
    if pieces == 1:
        last = min(2.0, km - each - LEAST_PIECE_KM)
        return (
            RunStep(part="warm_up", km=km - each - last, target=easy),
            RunStep(part="work", km=each, target=target),
            RunStep(part="cool_down", km=last, target=easy),
        )
    last = 1.0
    first = km - pieces * (each + 1) - last
    return (
        RunStep(part="warm_up", km=first, target=easy),
        RunStep(part="work", km=each, group=1, repeat=pieces, target=target),
        RunStep(part="recovery", km=1.0, group=1, repeat=pieces, target=easy),
        RunStep(part="cool_down", km=last, target=easy),
    )


def _taper(profile: Profile, km: float, paces: Paces) -> LongRun:
    """A few kilometres of race pace at the end, to keep the feel."""
    if profile.athlete.goal.race == "half":
        return _ending(km, 2.0, paces.target("race"), paces, "AI041")
    if km < LONG_TAPER_KM or not _worth_practising(profile, paces):
        return easy_long_run(profile, km, paces)
    last_km = 10.0 if profile.level == "advanced" else 6.0
    return _ending(km, last_km, paces.target("race"), paces, "AI041")
