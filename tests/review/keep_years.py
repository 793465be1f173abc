"""Write the letters of the years anew, or compare them; whoever changes one reads it aloud.

python -m tests.review.keep_years [--check] [NAME ...]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.review.year_lived import year_text
from tests.review.year_story import NAMES, YEARS


def main(argv: Sequence[str] | None = None) -> None:
    """Write every year; with --check only say which is no longer what is kept (exit 1)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(argv)
    other = 0
    for name in options.names:
        path, text = YEARS / f"{name}.txt", year_text(name)
        if options.check and path.read_text("utf-8") != text:
            other += 1
            sys.stderr.write(f"{path.name} is another year; python -m tests.review.keep_years\n")
        elif not options.check:
            path.write_text(text, "utf-8")
    sys.exit(1 if other else 0)


if __name__ == "__main__":
    main()
