"""Logs as they come: shuffled, doubled, cut short, ten years long, from the future."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.logs import random_events
from tests.seasons import example

from dovetail.application.today import today_of
from dovetail.content.library import read_library
from dovetail.domain.errors import BadInput
from dovetail.domain.training_log import Event, Void
from dovetail.formats.log_jsonl import event_line, read_log

PLAN = example("ana-half").plan
ON = date(2027, 2, 3)
YEARS = st.sampled_from((-3650, -365, 0, 0, 0, 365))
SHIFTS = st.lists(YEARS, min_size=24, max_size=24)


def shifted(events: Sequence[Event], days: Sequence[int]) -> list[Event]:
    """Move each event by years; a training may name one that lies after it."""
    pairs = zip(events, days, strict=False)
    return [replace(one, on=one.on + timedelta(days=by)) for one, by in pairs]


def lines_of(events: Sequence[Event]) -> list[str]:
    return [event_line(one) for one in events]


def can_be_true(event: Event) -> bool:
    """Whether the log's door lets an event in: a check-in without a word, for one, is none."""
    try:
        read_log(f"{event_line(event)}\n".encode())
    except BadInput:
        return False
    return True


@st.composite
def logs(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The lines of a log: each once, and as they came, some twice and in any order.

    What takes an event back was written after it, and after all others.
    """
    drawn = shifted(draw(random_events()), draw(SHIFTS))
    events = [one for one in drawn if can_be_true(one)]
    once, last = lines_of(events), []
    if events:
        taken = draw(st.sampled_from(events))
        last = lines_of([Void(id="void", on=taken.on, corrects=taken.id)])
    doubled = draw(st.lists(st.sampled_from(once), max_size=4)) if once else []
    return [*once, *last], [*draw(st.permutations([*once, *doubled])), *last]


@given(told=logs(), cut=st.integers(1, 40))
def test_no_log_makes_today_fail_and_no_whole_line_is_lost(
    told: tuple[list[str], list[str]], cut: int
) -> None:
    once, came = told
    data = "".join(f"{line}\n" for line in came).encode()
    torn = data[: max(0, len(data) - cut)]
    whole = torn[: torn.rfind(b"\n") + 1].decode().splitlines()

    found, left = read_log(data), read_log(torn)

    assert {one.id for one in found.lines} == {event_id(line) for line in once}
    assert {one.id for one in left.lines} >= {event_id(line) for line in whole}
    for log in (found, left):
        assert today_of(PLAN, log.events, ON, library=read_library()).on == ON


def event_id(line: str) -> str:
    return str(json.loads(line)["id"])


@given(told=logs())
def test_what_lies_in_the_future_changes_nothing_today(told: tuple[list[str], list[str]]) -> None:
    events = read_log("".join(f"{line}\n" for line in told[0]).encode()).events
    known = [one for one in events if one.on <= ON]

    library = read_library()
    assert today_of(PLAN, events, ON, library=library) == today_of(PLAN, known, ON, library=library)
