"""The sentences of one language, from strings/<language>.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dovetail.content.tables import in_folder
from dovetail.domain.errors import BadInput, Problem
from dovetail.explaining.sentences import Form

_FOLDER = Path(__file__).parent / "strings"
Tables = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class TomlSentences:
    """Sentences by code and form, and words by table and key; unknown ones are KeyErrors."""

    tables: Tables

    def template(self, code: str, form: Form) -> str:
        """Return a code's sentence."""
        try:
            return self.tables[code][form]
        except KeyError:
            raise KeyError(f"No sentence: {code} {form}") from None

    def word(self, key: str) -> str:
        """Return a word; "titles.long" is a phrase of the table `titles`."""
        table, _, name = key.rpartition(".")
        try:
            return self.tables[table or "words"][name]
        except KeyError:
            raise KeyError(f"No word: {key}") from None


def languages() -> tuple[str, ...]:
    """Return the languages that there are."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def read_sentences(language: str = "en") -> TomlSentences:
    """Read the sentences of a language, once."""
    if language not in languages():
        raise BadInput(
            Problem(
                code="unknown-language",
                problem=f"There are no sentences in {language!r}.",
                hint=f"Known are: {', '.join(languages())}.",
            )
        )
    return TomlSentences(in_folder("strings")[f"{language}.toml"])
