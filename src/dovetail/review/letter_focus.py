"""One focus: the first thing of a short list that this week asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.session import Session
from dovetail.review.letter_ahead import EASY_WAYS
from dovetail.review.letter_facts import Told, named, turn_of

WITH_A_WORD = frozenset(
    {"hills", "threshold", "interval", "repetition", "race_pace", "run_walk", "long"}
)
"""Kinds of key run of which a letter knows what to watch."""
WORDS: Mapping[str, int] = {"long": 4, "threshold": 3, "interval": 3, "hills": 2, "race_pace": 2}
"""How many words it has for a kind; one where none is named."""


def focus(told: Told) -> Iterator[Reason]:
    """Yield what may be the focus, the most important first; the letter takes one."""
    yield from _health(told)
    week = told.ahead
    if told.adherence.is_silent:
        yield Reason("LE594")
    if week is not None and any(one.discipline == "race" for one in week.sessions):
        yield Reason("LE595")
    if week is not None and told.is_after_the_race(week):
        yield Reason("LE601", {"after": f"letter_easy.after_{1 + week.number % EASY_WAYS}"})
    if (broken := told.broken) is not None:
        yield Reason("LE596", {"exercise": told.name_of(broken.exercise)})
    if told.sleeps_badly:
        yield Reason("LE597")
    if told.too_hard:
        yield Reason("LE593")
    if week is not None and week.lighter:
        yield Reason("LE598", {"light": f"letter_light.how_{turn_of(told, week)}"})
    turn = 0 if week is None else week.number
    yield from (Reason("LE599", _watch(one, turn)) for one in _coming(told))
    yield Reason("LE600", {"easy": f"letter_easy.focus_{1 + turn % EASY_WAYS}"})


def _health(told: Told) -> Iterator[Reason]:
    if told.left.stop:
        yield Reason("LE590")
    elif told.left.state == "rest":
        yield Reason("LE591")
    sites = (reason.facts["site"] for reason in told.case.gates if "site" in reason.facts)
    if site := next(sites, None):
        yield Reason("LE592", {"site": site})


def _coming(told: Told) -> Iterator[Session]:
    """Yield the key runs to come, faster ones before the long one."""
    week = told.ahead
    sessions = () if week is None else week.sessions
    to_come = [
        one for one in sessions if one.key and one.kind in WITH_A_WORD and one.date >= told.tomorrow
    ]
    yield from sorted(to_come, key=lambda one: (one.kind == "long", one.date))


def _watch(session: Session, turn: int) -> Facts:
    """Say what to watch: a kind that comes often has several words, and weeks take turns."""
    number = 1 + turn % WORDS.get(session.kind, 1)
    word = session.kind if number == 1 else f"{session.kind}_{number}"
    return {**named(session), "watch": f"letter_watch.{word}"}
