"""A letter on a terminal: a greeting, and a paragraph a part."""

from __future__ import annotations

from dovetail.domain.plan import Plan
from dovetail.explaining.speaker import Speaker
from dovetail.formats.letter_page import letter_page
from dovetail.formats.text_layout import wrapped

NARROWEST = 40
_READABLE = 76
"""A letter is read, not scanned: its lines are short."""


def letter_text(plan: Plan, *, say: Speaker, width: int) -> str:
    """Write the letter of a plan's last review; "" where there is none."""
    page = letter_page(plan, say=say)
    if page is None:
        return ""
    head = " · ".join(filter(None, (page.day, page.after)))
    texts = [head, page.greeting, *(f"{one.heading} {one.text}" for one in page.paragraphs)]
    width = min(max(width, NARROWEST), _READABLE)
    return "\n\n".join("\n".join(wrapped(text, width)) for text in texts if text) + "\n"
