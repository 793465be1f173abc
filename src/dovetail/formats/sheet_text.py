"""The sheet of one session: on a narrow screen, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from dovetail.application.sheet import Sheet
from dovetail.explaining.line_words import DETAILS, Detail
from dovetail.explaining.speaker import Speaker
from dovetail.formats.session_text import SessionText
from dovetail.formats.sheet_page import Card, Page, Part, page_of
from dovetail.formats.text_layout import wrapped

SCHEMA = "dovetail.sheet/1"
NARROWEST = 40
WIDEST = 60
CUES_SAID = 3
BRIEFLY = 2
_EXPLAINED = ("main", "core")


def sheet_json(sheet: Sheet, *, say: Speaker) -> str:
    """Write the sheet as one JSON object, every cue of every exercise with it."""
    page = {"schema": SCHEMA, **asdict(page_of(sheet, say=say))}
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def sheet_text(sheet: Sheet, *, say: Speaker, width: int) -> str:
    """Write the sheet for a terminal, a telephone or a piece of paper."""
    page = page_of(sheet, say=say)
    writer = _SheetText(say, width)
    parts = [writer.head(sheet, page), writer.what_for(sheet, page), writer.steps(page)]
    parts += [writer.part(part) for part in page.parts]
    parts += [writer.tests(page), writer.legend(page)]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


@dataclass(frozen=True, slots=True)
class _SheetText:
    """Writes the parts of a page; a set of warnings is said in full once."""

    say: Speaker
    width: int
    _warned: dict[tuple[str, ...], str] = field(default_factory=dict)

    def head(self, sheet: Sheet, page: Page) -> list[str]:
        stats = SessionText(self.say, self.width).stats(sheet.session)
        lines = wrapped(page.title, self.width)
        for text in (page.when, stats):
            lines += wrapped(text, self.width)
        return lines

    def what_for(self, sheet: Sheet, page: Page) -> list[str]:
        why = page.purpose
        if sheet.session.discipline != "strength":
            why = SessionText(self.say, self.width).why(sheet.session, set())
        lines = wrapped(why, self.width)
        if not page.equipment:
            return lines
        kit = self._phrase("you_need", kit=", ".join(page.equipment))
        return [*lines, "", *wrapped(kit, self.width, then="  ")]

    def steps(self, page: Page) -> list[str]:
        return [line for step in page.steps for line in wrapped(step, self.width, then="  ")]

    def part(self, part: Part) -> list[str]:
        lines = wrapped(part.heading, self.width, then="  ")
        for key, said in part.shared.items():
            every = self._of_all(key, said, part)
            lines += wrapped(_capital(every), self.width, indent="  ", then="    ")
        for number, card in enumerate(part.cards, 1):
            if part.part in _EXPLAINED:
                lines += ["", *self._card(card, part, number)]
            else:
                lines += self._brief(card)
        return lines

    def _of_all(self, key: Detail, said: str, part: Part) -> str:
        if key == "tempo":
            return self._phrase("each_repetition", tempo=said)
        return self._phrase("after_each", rest=said) if key == "rest" and part.circuit else said

    def tests(self, page: Page) -> list[str]:
        if not page.tests:
            return []
        lines = wrapped(self.say.word("sheet.tests"), self.width)
        for test in page.tests:
            lines += wrapped(test, self.width, indent="  - ", then="    ")
        return lines

    def legend(self, page: Page) -> list[str]:
        lines: list[str] = []
        if self._warned.keys() - {()}:
            lines += wrapped(self.say.word("sheet.legend_warning"), self.width, then="  ")
        reserved = any(card.reserve for part in page.parts for card in part.cards)
        if reserved and not self.say.beginner:
            lines += wrapped(self.say.word("text.legend_rir"), self.width, then="  ")
        return lines

    def _brief(self, card: Card) -> list[str]:
        """A line of preparing or recovering; those who are new to it read how."""
        named = " · ".join(filter(None, [self._named(card), card.tempo]))
        lines = wrapped(named, self.width, indent="  ", then="    ")
        if self.say.beginner:
            lines += wrapped(_cues(card, BRIEFLY), self.width, indent="    ")
        return lines

    def _card(self, card: Card, part: Part, number: int) -> list[str]:
        head = f"{number}. {self._named(card)}"
        lines = wrapped(head, self.width, then="   ")
        own = [card.detail(key) for key in DETAILS if card.detail(key) != part.shared.get(key)]
        details = " · ".join([*filter(None, own), *card.equipment])
        for text in (_capital(details), *self._sentences(card)):
            if text:
                lines += wrapped(text, self.width, indent="   ", then="     ")
        return lines

    def _sentences(self, card: Card) -> Iterator[str]:
        yield card.load
        yield card.warm_up_sets
        if card.cues:
            yield self._phrase("cues", cues=_small(_cues(card, CUES_SAID)))
        for key in ("too_hard", "too_easy", "without_kit"):
            if said := getattr(card, key):
                yield self._phrase(key, instead=said)
        if card.fault is not None:
            fault, fix = _small(card.fault.fault), _small(card.fault.fix)
            yield self._phrase("fault", fault=fault, fix=fix)
        yield from self._warnings(card)

    def _warnings(self, card: Card) -> Iterator[str]:
        before = self._warned.setdefault(card.warnings, card.name)
        if before != card.name:
            if card.warnings:
                yield self._phrase("warning", warning=self._phrase("as_for", name=before))
            return
        for warning in card.warnings:
            yield self._phrase("warning", warning=warning)

    def _named(self, card: Card) -> str:
        return self._phrase("named", name=card.name, amount=card.amount)

    def _phrase(self, key: str, **slots: str) -> str:
        return self.say.phrase(f"sheet.{key}", **slots)


def _cues(card: Card, most: int) -> str:
    first, *others = card.cues[:most] or ("",)
    return "; ".join([first, *map(_small, others)])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """Begin small, unless the text begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
