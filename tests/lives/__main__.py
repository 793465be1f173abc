"""Live many lives and tell what does not hold: python -m tests.lives --lives 500 --seed 1."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

from tests.lives.many import many
from tests.soak import say

TOLD_EVERY = 20


def main(argv: Sequence[str] | None = None) -> None:
    """Run the lives; exit status 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lives", type=int, default=30)
    parser.add_argument("--first", type=int, default=0, help="the number of the first life")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="processes to use")
    parser.add_argument("--replay", action="store_true", help="live each twice, from its log")
    options = parser.parse_args(argv)
    numbers = range(options.first, options.first + options.lives)
    lives, reviews, refused, failed = 0, 0, Counter[str](), 0
    for one in many(numbers, options.seed, jobs=options.jobs, again=options.replay):
        lives, reviews, failed = lives + 1, reviews + one.reviews, failed + bool(one.broken)
        refused.update(one.refused)
        for said in one.broken[:3]:
            say(f"no. {one.number}: {said}")
        if lives % TOLD_EVERY == 0:
            say(f"    {lives} lives, {reviews} reviews, {failed} with something that does not hold")
    say(f"{lives} lives, {reviews} reviews, refused {dict(refused)}; {failed} do not hold.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
