"""The questions of `dovetail log`: what happened, then what belongs to it, one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from dovetail.cli.log_options import day_in, own_fields, value_of
from dovetail.cli.main import printable
from dovetail.domain.errors import BadInput, Problem
from dovetail.formats.complaints import choice
from dovetail.formats.document import DocumentField
from dovetail.formats.reading import Reading, reader_of

T = TypeVar("T")
Ask = Callable[[str], str]
QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "run": {
        "minutes": "How long, in minutes (52, or 1:05:00)?",
        "km": "How many km?",
        "rpe": "How hard was it, 0 to 10?",
        "hr_mean": "Mean heart rate?",
        "session": "Which session of the plan, if you know its name?",
    },
    "strength": {
        "minutes": "How long, in minutes?",
        "rpe": "How hard was it, 0 to 10?",
        "sets": "Which sets? One exercise a line, such as goblet-squat 3x8 20kg rir 2",
        "session": "Which session of the plan, if you know its name?",
    },
    "checkin": {
        "sleep_h": "Hours of sleep?",
        "sleep": "How was the sleep, 1 to 7? 7 is best, here and below.",
        "fatigue": "How fresh are you, 1 exhausted to 7 fresh?",
        "soreness": "Muscles, 1 very sore to 7 nothing?",
        "stress": "Stress, 1 a great deal to 7 none?",
        "mood": "Mood, 1 bad to 7 very good?",
        "rhr": "Resting heart rate?",
        "hrv_ms": "HRV in ms?",
        "signs": "Any of these since yesterday: chest_pain fainting palpitations breathless "
        "numbness calf_swelling joint_locking joint_swelling heat_illness dark_urine?",
    },
    "pain": {
        "site": "Where: foot ankle achilles calf shin knee hamstring quad hip groin back other?",
        "during": "How much while training, 0 to 10?",
        "after": "How much afterwards, 0 to 10?",
        "next_morning": "How much the next morning, 0 to 10?",
        "side": "left, right or both?",
        "bone_signs": "Does one spot on the bone hurt when pressed, or at rest, yes or no?",
        "limp": "Do you limp, yes or no?",
    },
    "illness": {
        "status": "started or ended?",
        "symptoms": "Which: fever above_neck below_neck stomach chest other?",
    },
}
"""What is asked, in words; a kind that is not here is asked for its keys by name."""


def ask_all(ask: Ask, kinds: Mapping[str, str], *, today: date) -> dict[str, object]:
    """Ask for an event; an empty answer leaves out what is not needed."""
    kind = _kind(ask, kinds)
    told: dict[str, object] = {"kind": kind}
    told["on"] = _until_right(ask, "When? Enter for today, or yesterday, or a date", _day(today))
    for field, question in _questions(kind):
        if (said := _answer(ask, field, question, today)) is not None:
            told[field.key] = said
    return told


def _kind(ask: Ask, kinds: Mapping[str, str]) -> str:
    def understood(answer: str) -> str:
        if answer not in kinds:
            raise _bad(f"There is no kind {answer[:40]!r}.", choice(answer, kinds))
        return answer

    return _until_right(ask, "What happened? run strength checkin pain illness race …", understood)


def _day(today: date) -> Callable[[str], str]:
    return lambda answer: day_in(answer or "today", today=today).isoformat()


def _questions(kind: str) -> list[tuple[DocumentField, str]]:
    words = QUESTIONS.get(kind, {})
    fields = {field.key: field for field in own_fields(kind)}
    if words:
        return [(fields[key], question) for key, question in words.items()]
    return [(field, f"{key.replace('_', ' ').capitalize()}?") for key, field in fields.items()]


def _answer(ask: Ask, field: DocumentField, question: str, today: date) -> object:
    def understood(answer: str) -> object:
        if not answer:
            if field.required:
                raise _bad("This is needed.", "Type an answer, or stop with Ctrl-C.")
            return None
        value = value_of(field, answer.split(";") if ";" in answer else answer, today=today)
        reading = Reading()
        reader_of(field.hint)(reading, value, field.key)
        reading.finish()
        return value

    return _until_right(ask, question, understood)


def _until_right(ask: Ask, question: str, understood: Callable[[str], T]) -> T:
    prompt = f"{question}\n> "
    while True:
        try:
            answer = ask(prompt)
        except EOFError:
            hint = "Start again when you like."
            raise BadInput(
                Problem(code="no-answer", problem="Stopped; nothing was written.", hint=hint)
            ) from None
        try:
            return understood(answer.strip())
        except BadInput as error:
            lines = [f"{each.problem}\n  {each.hint}" for each in error.problems]
            prompt = printable("\n".join([*lines, "> "]), keep="\n")


def _bad(problem: str, hint: str) -> BadInput:
    return BadInput(Problem(code="bad-answer", problem=problem, hint=hint))
