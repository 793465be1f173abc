"""How far somebody has come on the way back to running, told by the runs alone.

Sources: george-2024 (walking and running in turns, distance before speed), dovetail (steps).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dovetail.domain.easing import NO_BREAKS, Ease
from dovetail.domain.ladder import LONGEST_RUNG_MIN
from dovetail.domain.principles import Principles
from dovetail.domain.signals import RunBack


def rung_after(runs: Sequence[RunBack], first: int, principles: Principles) -> int:
    """Return the rung that is next: two clean runs lead up, a sore one repeats, two lead down.

    Beyond the last rung there are no walking breaks any more.
    """
    return [first, *(rung for _, rung in _climb(runs, first, principles))][-1]


def ended_on(runs: Sequence[RunBack], first: int, principles: Principles) -> date | None:
    """Return the day of the run that led beyond the last rung; None while it has not."""
    ended, before = None, first
    for on, rung in _climb(runs, first, principles):
        if rung < NO_BREAKS:
            ended = None
        elif before < NO_BREAKS:
            ended = on
        before = rung
    return ended


def _climb(
    runs: Sequence[RunBack], first: int, principles: Principles
) -> Iterator[tuple[date, int]]:
    """Yield the day of each run, and the rung that is next after it."""
    rung, clean, sore = first, 0, 0
    down, up = (principles.number("way_back", key) for key in ("sore_runs", "clean_runs"))
    for run in runs:
        if is_clean(run, principles):
            clean, sore = clean + 1, 0
            if clean == up:
                rung, clean = min(NO_BREAKS, rung + 1), 0
        else:
            clean, sore = 0, sore + 1
            if sore == down:
                rung, sore = max(1, rung - 1), 0
        yield run.on, rung


def is_clean(run: RunBack, principles: Principles) -> bool:
    """Whether a run was fine, and gone by the next morning; what was not told was."""
    during = (run.worst or 0.0) <= principles.number("pain_fine")
    return during and (run.next_morning or 0.0) <= principles.number("way_back", "next_morning")


def on_the_ladder(rung: int, principles: Principles) -> Ease:
    """Return what a rung leaves of a day: its breaks, every other day."""
    return Ease(
        quality="easy", fastest="easy", run_min=LONGEST_RUNG_MIN, rung=rung,
        days_apart=round(principles.number("way_back", "days_apart")), lift="less",
        hops=False, heavy_legs=False, grow=False,
    )  # fmt: skip
