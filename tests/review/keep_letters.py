"""Write the kept letters anew; whoever changes one reads it aloud.

python -m tests.review.keep_letters
"""

from __future__ import annotations

from tests.review.letter_weeks import LETTERS
from tests.review.lived import HERE, stored


def main() -> None:
    """Write every letter, and take away those of weeks that are gone."""
    HERE.mkdir(exist_ok=True)
    for path in HERE.glob("*.txt"):
        if path.stem not in LETTERS:
            path.unlink()
    for name, lived in LETTERS.items():
        stored(name).write_text(lived.text, "utf-8")


if __name__ == "__main__":
    main()
