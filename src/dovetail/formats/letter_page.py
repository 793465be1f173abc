"""A letter in words: what its text and its page have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.plan import LetterPart, Plan
from dovetail.explaining.speaker import Speaker

_QUESTION = "LE550"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One reason in words, with its code and what that code is about."""

    text: str
    code: str
    about: str

    @property
    def asks(self) -> bool:
        """Whether it ends in a question that an answer settles."""
        return self.code == _QUESTION


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParagraph:
    """A part of the letter: its heading, and its sentences in order."""

    part: str
    heading: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The sentences in a row."""
        return " ".join(one.text for one in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """The whole letter in words."""

    language: str
    title: str
    day: str
    after: str
    greeting: str
    paragraphs: tuple[LetterParagraph, ...]

    @property
    def words(self) -> int:
        """How many words a reader reads, headings and greeting with them."""
        parts = (f"{one.heading} {one.text}" for one in self.paragraphs)
        return len(" ".join([self.greeting, *parts]).split())


def letter_page(plan: Plan, *, say: Speaker) -> LetterPage | None:
    """Say the letter of a plan's last review; None where no review has written one."""
    review = plan.review
    if review is None or not review.letter:
        return None
    name = plan.athlete.name
    day = say.measures.weekday_date(review.on)
    slots = {"name": name or "", "day": day}
    return LetterPage(
        language=plan.language,
        title=say.phrase("letter.title" if name else "letter.title_nobody", **slots),
        day=day,
        after=_after(plan, review.on, say),
        greeting=say.phrase("letter.to", name=name) if name else "",
        paragraphs=tuple(_paragraph(part, say) for part in review.letter),
    )


def _after(plan: Plan, on: date, say: Speaker) -> str:
    """Say after which week it was written: the one that ends today or has not ended yet."""
    week = next((one for one in plan.weeks if one.starts == monday_of(on)), None)
    if week is None or not week.number:
        return ""
    ends = on == week.starts + timedelta(days=6)
    last = max(one.number for one in plan.weeks)
    key = "letter.after" if ends else "letter.within"
    return say.phrase(key, week=str(week.number), weeks=str(last))


def _paragraph(part: LetterPart, say: Speaker) -> LetterParagraph:
    return LetterParagraph(
        part=part.part,
        heading=say.word(f"letter.{part.part}"),
        sentences=tuple(
            Sentence(text=say.reason(one), code=one.code, about=say.reason(one, "short"))
            for one in part.reasons
        ),
    )
