"""What a week's slots hold: minutes for each run beside the strength, and the kilometres of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dovetail.domain.units import rounded, rounded_down, shown_km_down
from dovetail.planning.allocate import QUALITY_GROWS_KM
from dovetail.rulebook.cases import RunCase, Runner
from dovetail.rulebook.catalogue import limits_of
from dovetail.rulebook.engines import clamp
from dovetail.rulebook.shapes import CHANGE_MIN, Season, Slot, Strain, Visit

GRID_KM = 0.5
NO_KEY = 9
QUALITY_PACE = 0.95
"""Of the easy pace, what a key run takes for a kilometre from door to door (dovetail)."""
MOST_RUNS = 6
"""One day in seven is free of running (dovetail)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The most kilometres of a week, and whether it is time that bounds it."""

    km: float
    by_time: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The minutes that the hardest week leaves to each run besides the long one."""

    easy: tuple[int, ...]
    quality: tuple[tuple[int, int], ...]
    """By key run, the first the first: minutes of the slot, and of the run as it was placed."""

    @property
    def runs(self) -> int:
        """How many runs a week, the long one among them."""
        return 1 + len(self.easy) + len(self.quality)

    def in_order(self) -> list[tuple[int, int]]:
        """Return the rooms besides the long run's, the least first, each with its key run's number.

        Easy runs have the number `NO_KEY`.
        """
        keys = [(slot_min, number) for number, (slot_min, _) in enumerate(self.quality)]
        return sorted([*((room, NO_KEY) for room in self.easy), *keys])

    def held(self, long_km: float, runner: Runner) -> Held:
        """Return what the week holds beside a long run of so many kilometres.

        Each run ends where its slot ends, or where it would come too near to the long run.

        Source: dovetail.
        """
        most = others_at_most(long_km, runner)
        rooms = [minutes * 60 / runner.easy_s_per_km for minutes in self.easy]
        for slot_min, own_min in self.quality:
            pace = QUALITY_PACE * runner.easy_s_per_km
            rooms.append(min(slot_min * 60 / pace, own_min * 60 / pace + QUALITY_GROWS_KM))
        shared = sum(min(rounded(room, GRID_KM), rounded_down(most, GRID_KM)) for room in rooms)
        return Held(
            km=shown_km_down(long_km) + shared,
            by_time=any(room < most - GRID_KM for room in rooms),
        )


def others_at_most(long_km: float, runner: Runner) -> float:
    """Return the most that a run may be [km] beside a long run of so many."""
    case = RunCase(runner=runner, longest_30d_km=None, long_km=long_km)
    return clamp(long_km, limits_of("other_run.km"), case).value


def rooms_of(week: Season, easy_after_lift_min: int) -> Rooms:
    """Read the rooms of a week that is placed: each slot, less what shares it with the run."""
    easy, quality = [], {}
    for slot, visit in week:
        for minutes, run in _runs(slot, visit, easy_after_lift_min):
            if run.quality:
                quality[run.kind] = (minutes, run.minutes)
            else:
                easy.append(minutes)
    return Rooms(easy=tuple(sorted(easy)), quality=tuple(quality[kind] for kind in sorted(quality)))


def _runs(slot: Slot, visit: Visit, after_lift_min: int) -> Iterator[tuple[int, Strain]]:
    for order, strain in enumerate(visit):
        if not strain.run or strain.long:
            continue
        others = sum(one.minutes + CHANGE_MIN for one in visit if one is not strain)
        room = slot.minutes - others
        yield min(room, after_lift_min) if order else room, strain


def runs_to_hold(week_km: float, longest_km: float, runner: Runner, days_min: Sequence[int]) -> int:
    """Count the runs that hold a week of so many kilometres, none too near to the long run.

    `days_min` are the longest slots of the days besides that of the long run.

    Source: dovetail.
    """
    most = others_at_most(longest_km, runner)
    rooms = sorted((minutes * 60 / runner.easy_s_per_km for minutes in days_min), reverse=True)
    runs, held = 1, shown_km_down(longest_km)
    for room in rooms:
        if held >= week_km or runs >= MOST_RUNS:
            break
        runs, held = runs + 1, held + rounded_down(min(room, most), GRID_KM)
    return runs
