"""The long run from inside: easy, with a steady finish, or with race pace as a rehearsal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dovetail.domain.prescription import PaceName, RunStep, Target
from dovetail.planning.frame import WeekFrame
from dovetail.planning.paces import Paces
from dovetail.planning.profile import Profile

LEAST_PACE_MIN = 20.0
STEADY = Target(rpe=(5.0, 5.0))
STEADY_KM = 4.0
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
    easy = paces.target("easy")
    if profile.by_feel or profile.level == "beginner" or profile.runner.bone_history:
        return easy_long_run(profile, km, paces)
    race = profile.athlete.goal.race
    if frame.phase == "taper" and race in _PACE_RACES:
        return _taper(km, easy, paces, race)
    if race in _PACE_RACES and frame.loading and frame.phase == "peak":
        return _rehearsal(profile, frames, frame, km, paces)
    if _finishes_steady(profile, frames, frame, km):
        steps = (RunStep(part="work", km=km - STEADY_KM, target=easy), _steady(STEADY_KM))
        return LongRun(steps=steps, code="AI040")
    return easy_long_run(profile, km, paces)


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


def _steady(km: float) -> RunStep:
    return RunStep(part="work", km=km, target=STEADY)


def _loading(frames: Sequence[WeekFrame], phase: str) -> list[int]:
    return [frame.number for frame in frames if frame.loading and frame.phase == phase]


def _finishes_steady(
    profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame, km: float
) -> bool:
    """The second half of the build ends every other long run steadily."""
    weeks = _loading(frames, "build")
    if frame.number not in weeks or km < 12 or profile.permissions.easy_only:
        return False
    place = weeks.index(frame.number)
    return place >= len(weeks) // 2 and (len(weeks) - place) % 2 == 0


def _rehearsal(
    profile: Profile, frames: Sequence[WeekFrame], frame: WeekFrame, km: float, paces: Paces
) -> LongRun:
    """Race pace every other peak week, the last one always; growing toward the race."""
    weeks = [one.number for one in frames if one.loading and one.phase == "peak"]
    weeks = [number for number in weeks if not _by_number(frames, number).after_race]
    left = len(weeks) - 1 - weeks.index(frame.number) if frame.number in weeks else 1
    if left % 2:
        return easy_long_run(profile, km, paces)
    pace: PaceName = "race"
    part = _pace_part(profile, km, paces) * (1.0 if left == 0 else 0.8)
    pieces = 3 if part >= 9 else 2
    each = float(int(part / pieces))
    if each < 2 or not _worth_practising(profile, paces):
        steps = (RunStep(part="work", km=km - STEADY_KM, target=paces.target("easy")),)
        return LongRun(steps=(*steps, _steady(STEADY_KM)), code="AI040")
    return LongRun(
        steps=_blocks(km, pieces, each, pace, paces),
        code="AI041",
        quality=paces.minutes_of(pace, pieces * each) >= LEAST_PACE_MIN,
    )


def _by_number(frames: Sequence[WeekFrame], number: int) -> WeekFrame:
    return next(one for one in frames if one.number == number)


def _pace_part(profile: Profile, km: float, paces: Paces) -> float:
    """Return the most race pace that the long run may hold [km]."""
    number = profile.principles.number
    share = number("pace_part", profile.level)
    most_km = number("pace_part", "most_km")
    return min(share * km, most_km, paces.km_of("race", number("pace_part", "most_min")))


def _worth_practising(profile: Profile, paces: Paces) -> bool:
    if profile.athlete.goal.race != "marathon":
        return True
    return paces.views["marathon"].s_per_km is not None


def _blocks(
    km: float, pieces: int, each: float, pace: PaceName, paces: Paces
) -> tuple[RunStep, ...]:
    easy = paces.target("easy")
    last = 1.0
    first = km - pieces * (each + 1) - last
    return (
        RunStep(part="warm_up", km=first, target=easy),
        RunStep(part="work", km=each, group=1, repeat=pieces, target=paces.target(pace)),
        RunStep(part="recovery", km=1.0, group=1, repeat=pieces, target=easy),
        RunStep(part="cool_down", km=last, target=easy),
    )


def _taper(km: float, easy: Target, paces: Paces, race: str) -> LongRun:
    """A few kilometres of race pace at the end, to keep the feel."""
    wanted = 2.0 if race == "half" else 6.0 if km >= 18 else 0.0
    if not wanted or (race == "marathon" and paces.views["marathon"].s_per_km is None):
        return LongRun(steps=(RunStep(part="work", km=km, target=easy),), code="AI039")
    steps = (
        RunStep(part="work", km=km - wanted, target=easy),
        RunStep(part="work", km=wanted, target=paces.target("race")),
    )
    return LongRun(
        steps=steps, code="AI041", quality=paces.minutes_of("race", wanted) >= LEAST_PACE_MIN
    )
