"""Soak: larger weeks for both solvers (`python -m tests.oracle.soak 200`).

Prints what was equal and what was not, and how long each size took. Fails when the two ever
differ; a week that our search left unproven, or cut, is counted and no failure.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from tests.oracle.both import Meeting, meet, on_all_cores

SIZES = (9, 10, 11, 12)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def report(met: Iterable[Meeting]) -> Counter[str]:
    """Print each week that was not equal as it comes, then the times by size."""
    verdicts = Counter[str]()
    times: dict[tuple[int, str], list[tuple[float, float]]] = defaultdict(list)
    for one in met:
        verdicts[one.verdict] += 1
        days = "two slots a day" if one.number % 2 else "one slot a day"
        times[one.sessions, days].append((1000 * one.ours_s, 1000 * one.theirs_s))
        if one.verdict not in ("equal", "both impossible"):
            say(f"{one.verdict}: week({one.number}, {one.sessions}): {one.ours} / {one.theirs}")
    for (sessions, days), pairs in sorted(times.items()):
        ours, theirs = zip(*pairs, strict=True)
        say(
            f"{sessions:>2} sessions, {days}: {len(pairs)} weeks, ours {median(ours):.0f} ms"
            f" (worst {max(ours):.0f}), CP-SAT {median(theirs):.0f} ms (worst {max(theirs):.0f})"
        )
    say(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    return verdicts


def main(argv: Sequence[str] | None = None) -> None:
    """Meet so many weeks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=200)
    parser.add_argument("--first", type=int, default=0, help="number of the first week")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked = parser.parse_args(argv)
    numbers = range(asked.first, asked.first + asked.count)
    places = [(number, asked.sizes[number // 2 % len(asked.sizes)]) for number in numbers]
    if report(on_all_cores(meet, places))["different"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
