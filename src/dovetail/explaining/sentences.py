"""Where the Speaker gets its words: a port, so that a language is a file and a test a dict."""

from __future__ import annotations

from typing import Literal, Protocol

Form = Literal[
    "short",
    "why",
    "fix",
    "saw",
    "matters",
    "purpose",
    "title",
    "if",
    "then",
    "short_beginner",
    "why_beginner",
    "fix_beginner",
    "purpose_beginner",
]
"""A code has `short` and `why`; a finding's also `fix`, an aim's also `purpose`, a
gate's `if` and `then`: what would change it. A code that judges may have `saw`, what it
found, and `matters`, why that is no good, where `why` does not tell. The forms for beginners
are optional: where one is there, beginners read it instead."""


class Sentences(Protocol):
    """The words of one language; both raise KeyError for what they do not know."""

    def template(self, code: str, form: Form) -> str:
        """Return a code's sentence, with {slots} for its facts."""
        ...

    def word(self, key: str) -> str:
        """Return a word of the vocabulary; "titles.long" is a phrase of another table."""
        ...
