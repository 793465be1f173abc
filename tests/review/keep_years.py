"""Write the letters of the years anew, or compare them; whoever changes one reads it aloud.

python -m tests.review.keep_years [--check] [NAME ...]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.review.year_holds import wrong_with
from tests.review.year_lived import letters_of, year_text
from tests.review.year_story import NAMES, YEARS

SHOWN = 5


def main(argv: Sequence[str] | None = None) -> None:
    """Write every year; with --check only say which is no longer what is kept (exit 1).

    A year in which something does not hold is not written.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(argv)
    other = 0
    for name in options.names:
        path, text = YEARS / f"{name}.txt", year_text(name)
        wrong = [f"{one.on}: {said}" for one in letters_of(name) for said in wrong_with(one.plan)]
        if wrong:
            other += 1
            sys.stderr.write("".join(f"{name} {said}\n" for said in wrong[:SHOWN]))
        elif options.check and path.read_text("utf-8") != text:
            other += 1
            sys.stderr.write(f"{path.name} is another year; python -m tests.review.keep_years\n")
        elif not options.check:
            path.write_text(text, "utf-8")
    sys.exit(1 if other else 0)


if __name__ == "__main__":
    main()
