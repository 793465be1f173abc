"""Write the twelve seasons anew, and name the readings that are no longer of them.

    python -m tests.golden

A reading is not touched: whoever changes a season reads it, and says so in the reading.
"""

from __future__ import annotations

import sys

from tests.golden.twelve import SEASONS, TWELVE, digest, read_digest, text_of


def main() -> None:
    """Write, and say what changed."""
    SEASONS.mkdir(exist_ok=True)
    for name in TWELVE:
        text = text_of(name)
        (SEASONS / f"{name}.txt").write_text(text, "utf-8")
        if read_digest(name) != digest(text):
            sys.stdout.write(f"{name}: to be read again, then `{digest(text)}`\n")


if __name__ == "__main__":
    main()
