"""Many lives at once, on all cores, and what does not hold in them."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from tests.lives.lives import live, replayed
from tests.seasons import CRASHES


@dataclass(frozen=True)
class Told:
    """One life in numbers and words."""

    number: int
    reviews: int
    broken: tuple[str, ...]
    refused: tuple[str, ...] = ()


def told(number: int, seed: int, *, again: bool) -> Told | None:
    """Live one life; a crash is told with its place. None for whom no plan is made."""
    try:
        lived = live(number, seed)
    except CRASHES as crash:
        where = "".join(traceback.format_tb(crash.__traceback__)[-3:])
        return Told(number, 0, (f"crashed: {type(crash).__name__}: {crash}\n{where}",))
    if lived is None:
        return None
    broken = list(lived.broken)
    if again:
        broken += [
            f"{day} replayed, another plan" for day, was, now in replayed(lived) if was != now
        ]
    refused = tuple(code for _, code in lived.refused)
    return Told(number, lived.reviews, tuple(broken), refused)


def many(
    numbers: range, seed: int, *, jobs: int | None = None, again: bool = False
) -> Iterator[Told]:
    """Live lives in processes of their own, in order."""
    ask = partial(told, seed=seed, again=again)
    with ProcessPoolExecutor(jobs or os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for one in pool.map(ask, numbers):
            if one is not None:
                yield one
