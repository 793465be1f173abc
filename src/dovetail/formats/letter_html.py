"""A letter as one page: nothing beside it is loaded, it prints, and it runs no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Literal

from dovetail.domain.plan import Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.letter_page import LetterPage, LetterParagraph, Sentence, letter_page
from dovetail.formats.letter_style import BRAND, SIGNS, STYLE
from dovetail.formats.text_layout import glued

State = Literal["ease", "rest", "stop"]
_STATES: Mapping[str, State] = {"LE500": "stop", "LE501": "rest", "LE502": "rest"}


def letter_html(plan: Plan, *, say: Speaker) -> str:
    """Write the letter of a plan's last review as a page; "" where there is none."""
    page = letter_page(plan, say=say)
    return "" if page is None else "\n".join(_document(page, say)) + "\n"


def _document(page: LetterPage, say: Speaker) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{escape(page.language)}">'
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(page.title)}</title>"
    yield f"<style>\n{STYLE}</style>\n</head>\n<body>"
    yield f"<header>{BRAND}<span>Dovetail</span></header>"
    yield "<main>"
    if page.after:
        yield f'<p class="kicker">{escape(page.after[:1].upper() + page.after[1:])}</p>'
    yield f"<h1>{escape(page.day)}</h1>\n<article>"
    if page.greeting:
        yield f'<p class="voice">{escape(page.greeting)}</p>'
    for paragraph in page.paragraphs:
        yield _section(paragraph)
    yield _why(page, say)
    yield "</article>\n</main>\n</body>\n</html>"


def _section(one: LetterParagraph) -> str:
    heading = f'<h2 id="{one.part}">{escape(one.heading.rstrip("."))}</h2>'
    body = _listed(one.sentences) if one.part == "changes" else _paragraph(one.text)
    return _framed(one, f"{heading}\n{body}")


def _framed(one: LetterParagraph, inside: str) -> str:
    """Put a part into its place: a gate into the panel of its state, with its sign."""
    kind = one.part
    if one.part == "gate":
        state = _state(one)
        sign = f'<svg viewBox="0 0 44 44" aria-hidden="true">{SIGNS[state]}</svg>'
        kind, inside = f"state {state}", f"{sign}\n<div>{inside}</div>"
    return f'<section class="{kind}" aria-labelledby="{one.part}">\n{inside}\n</section>'


def _state(gate: LetterParagraph) -> State:
    return next((_STATES[one.code] for one in gate.sentences if one.code in _STATES), "ease")


def _paragraph(text: str) -> str:
    return f'<p class="voice">{escape(glued(text))}</p>'


def _listed(sentences: tuple[Sentence, ...]) -> str:
    asks = {True: ' class="asks"', False: ""}
    items = (f"<li{asks[one.asks]}>{escape(glued(one.text))}</li>" for one in sentences)
    return '<ul class="voice" role="list">\n' + "\n".join(items) + "\n</ul>"


def _why(page: LetterPage, say: Speaker) -> str:
    """List the code behind each sentence, folded away."""
    rows = (
        f"<dt>{escape(one.code)}</dt><dd>{escape(one.about)}</dd>"
        for paragraph in page.paragraphs
        for one in paragraph.sentences
    )
    summary = f"<summary>{escape(say.word('letter.why'))}</summary>"
    return f"<details>{summary}\n<dl>\n" + "\n".join(rows) + "\n</dl></details>"
