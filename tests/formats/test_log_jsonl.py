"""log.jsonl: lines in, the events that stand out; nothing is lost, nothing is guessed."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import NAMES, TODAY

from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.performed import PerformedSet
from dovetail.domain.training_log import (
    KINDS,
    Checkin,
    Event,
    Lock,
    Move,
    Note,
    Race,
    Run,
    SetQuantity,
    Strength,
    Unknown,
)
from dovetail.formats.log_jsonl import event_line, read_log


def log(*lines: str) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def line(kind: str, name: str = "e1", **keys: object) -> str:
    return json.dumps({"id": name, "on": "2026-12-01", "kind": kind, **keys})


def note(name: str, text: str, **keys: object) -> str:
    return line("note", name, text=text, **keys)


def texts(*lines: str) -> list[str]:
    return [event.text for event in read_log(log(*lines)).events if isinstance(event, Note)]


def problems(*lines: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read_log(log(*lines))
    return caught.value.problems


def test_events_are_read_with_all_they_say() -> None:
    sets = [{"exercise": "goblet-squat", "reps": 12, "load_kg": 16, "rir": 3, "form": "clean"}]
    found = read_log(
        log(
            line("run", "e1", minutes=52.5, km=9.8, rpe=4, best={"5000": 1500}),
            line("strength", "e2", minutes=48, sets=sets),
            line(
                "set",
                "e3",
                quantity="week.km",
                value=30,
                until="2026-12-20",
                **{"from": "2026-12-07"},
            ),
        )
    )

    run, strength, quantity = found.events
    assert isinstance(run, Run)
    assert (run.minutes, run.km, run.best) == (52.5, 9.8, {"5000": 1500.0})
    assert isinstance(strength, Strength)
    assert strength.sets[0] == PerformedSet(
        exercise="goblet-squat", reps=12, load_kg=16, rir=3, form="clean"
    )
    assert isinstance(quantity, SetQuantity)
    assert quantity.first == date(2026, 12, 7)


def test_an_empty_log_is_a_log() -> None:
    assert read_log(b"").events == ()
    assert read_log(b"\n  \n").events == ()


def test_the_same_line_twice_is_one_event() -> None:
    assert texts(note("e1", "a"), note("e1", "a")) == ["a"]


def test_one_id_with_two_contents_is_an_error_that_names_both_lines() -> None:
    (found,) = problems(note("e1", "a"), note("e1", "b"))

    assert (found.code, found.place.line) == ("same-id", 2)
    assert "line 1" in found.problem


def test_a_correction_replaces_the_event_whole() -> None:
    first = line("note", "e1", text="a", session="2026-W49-easy-1")

    (event,) = read_log(log(first, note("e2", "b", corrects="e1"))).events

    assert event == Note(id="e2", on=date(2026, 12, 1), corrects="e1", text="b")


def test_of_two_corrections_the_last_line_wins() -> None:
    one, two = note("e2", "b", corrects="e1"), note("e3", "c", corrects="e1")

    assert texts(note("e1", "a"), one, two) == ["c"]
    assert texts(note("e1", "a"), two, one) == ["b"]


def test_a_correction_of_a_correction_wins_wherever_it_stands() -> None:
    one, two = note("e2", "b", corrects="e1"), note("e3", "c", corrects="e2")

    assert texts(two, one, note("e1", "a")) == ["c"]


def test_a_void_takes_an_event_back() -> None:
    assert texts(note("e1", "a"), line("void", "e2", corrects="e1")) == []


def test_a_correction_on_a_later_line_outlives_a_void() -> None:
    void = line("void", "e2", corrects="e1")

    assert texts(note("e1", "a"), void, note("e3", "c", corrects="e1")) == ["c"]


def test_corrections_need_something_to_correct() -> None:
    (nothing,) = problems(note("e2", "b", corrects="e1"))
    (itself,) = problems(note("e1", "b", corrects="e1"))
    (circle,) = problems(note("e1", "a", corrects="e2"), note("e2", "b", corrects="e1"))

    assert (nothing.code, itself.code) == ("corrects-nothing", "corrects-nothing")
    assert circle.code == "corrections-in-a-circle"


@given(st.permutations([note("e1", "a"), note("e2", "b"), line("skip", "e3", session="s")]))
def test_the_order_of_lines_leaves_no_trace(lines: list[str]) -> None:
    assert read_log(log(*lines)).events == read_log(log(*sorted(lines))).events


def test_unknown_keys_are_kept() -> None:
    (event,) = read_log(log(note("e1", "a", weather="rain"))).events

    assert event.extra == {"weather": "rain"}
    assert json.loads(event_line(event))["weather"] == "rain"


def test_an_unknown_kind_is_kept_and_reported() -> None:
    found = read_log(log(line("season", "e1", start="2026-11-23")))

    assert found.events == (
        Unknown(id="e1", on=date(2026, 12, 1), kind="season", extra={"start": "2026-11-23"}),
    )
    assert [(each.code, each.place.line) for each in found.notes] == [("unknown-kind", 1)]


def test_a_last_line_cut_short_is_left_out_and_told() -> None:
    whole = log(note("e1", "a"))
    torn = note("e2", "Müll", weather="ä").encode().replace(b"\\u00e4", "ä".encode())

    for end in range(1, len(torn)):
        found = read_log(whole + torn[:end])
        assert [event.id for event in found.events] == ["e1"]
        assert [(each.code, each.place.line) for each in found.notes] == [("torn-line", 2)]


def test_a_last_line_that_lacks_only_its_newline_is_read() -> None:
    assert texts(note("e1", "a")) == ["a"]
    assert len(read_log(log(note("e1", "a")) + note("e2", "b").encode()).events) == 2


def test_a_broken_line_in_the_middle_is_an_error() -> None:
    (found,) = problems(note("e1", "a"), '{"id":"e2","on":"20', note("e3", "c"))

    assert (found.code, found.place.line) == ("bad-json", 2)


WRONG = [
    (line("run", minutes=-3), "out-of-range", "run.minutes"),
    (line("run", minutes=3, km=-1), "out-of-range", "run.km"),
    (line("run", minutes=3, zones_min=[1, 2]), "bad-zones", "run.zones_min"),
    (line("run"), "missing-key", "run.minutes"),
    (line("race", km=10, time="0:10:00"), "faster-than-record", "race.time"),
    (line("race", km=10, time="ten"), "bad-form", "race.time"),
    (line("race", km=10, time="0:00"), "bad-form", "race.time"),
    (line("checkin"), "nothing-said", "checkin"),
    (line("mute", code="AD330"), "no-mute", "mute.code"),
    (line("mute", code="AD340"), "no-mute", "mute.code"),
    (line("checkin", soreness=8), "out-of-range", "checkin.soreness"),
    (line("pain", site="knees", during=3), "unknown-word", "pain.site"),
    (line("away", until="2026-11-30"), "ends-before-it-starts", "away.until"),
    (line("move", session="s", to="2026-12-02/noon"), "bad-form", "move.to"),
    (line("move", session="s", to="2026-02-30"), "bad-form", "move.to"),
    (line("test", test="calf"), "one-value", "test"),
    (line("test", test="calf", left=3), "one-value", "test"),
    (line("test", test="calf", left=3, right=3, value=3), "one-value", "test"),
    (line("lock"), "one-thing", "lock"),
    (line("release", session="s", week="2026-12-07"), "one-thing", "release"),
    (line("lock", week="2026-12-01"), "not-a-monday", "lock.week"),
    (line("lock", quantity="week.kms"), "unknown-word", "lock.quantity"),
    (line("void"), "missing-key", "void.corrects"),
    (line("strength", minutes=3, sets=[{"exercise": "x"}]), "one-amount", "strength.sets[1]"),
    (line("note", "", text="x"), "bad-form", "note.id"),
    ('{"id":"e1","on":"2026-12-01"}', "missing-key", "kind"),
    ('{"id":"e1","on":"2026-12-01","kind":3}', "wrong-type", "kind"),
    ('{"id":"e1","on":"2026-12-01","kind":"run","minutes":NaN}', "bad-json", None),
    ("[" * 100_000, "bad-json", None),
    ("[]", "wrong-type", None),
]


@pytest.mark.parametrize(("text", "code", "key"), WRONG)
def test_a_wrong_line_is_told_with_its_number(text: str, code: str, key: str | None) -> None:
    (found,) = problems(note("e0", "fine"), text)

    assert (found.code, found.place.key, found.place.line) == (code, key, 2)
    assert found.hint


def test_every_wrong_line_is_told_until_there_are_enough() -> None:
    assert len(problems(*[line("run", f"e{n}") for n in range(30)])) == 30
    assert len(problems(*[line("run", f"e{n}") for n in range(3000)])) == 200


def test_broken_bytes_are_told_with_their_line() -> None:
    with pytest.raises(BadInput) as caught:
        read_log(log(note("e1", "a")) + b'{"id":"\xff"}\n', file="log.jsonl")

    assert str(caught.value.problems[0].place) == "log.jsonl:2"


DATES = st.integers(0, 300).map(lambda days: TODAY - timedelta(days=days))
IDS = st.text("abcdef0123456789-", min_size=1, max_size=8)
EFFORTS = st.none() | st.integers(0, 20).map(lambda half: half / 2)
EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        Run,
        id=IDS,
        on=DATES,
        logged=st.none() | DATES,
        minutes=st.integers(0, 600).map(float),
        km=st.none() | st.integers(0, 400).map(lambda n: n / 10),
        rpe=EFFORTS,
        source=st.none() | NAMES,
        surface=st.none() | NAMES,
        by=st.sampled_from(["athlete", "coach", "import"]),
    ),
    st.builds(
        Strength,
        id=IDS,
        on=DATES,
        minutes=st.just(40.0),
        sets=st.lists(
            st.builds(PerformedSet, exercise=NAMES, reps=st.integers(0, 30), rir=EFFORTS),
            max_size=3,
        ).map(tuple),
    ),
    st.builds(Checkin, id=IDS, on=DATES, sleep=st.integers(1, 7)),
    st.builds(Race, id=IDS, on=DATES, km=st.just(10.0), time=st.just("52:00")),
    st.builds(Lock, id=IDS, on=DATES, session=NAMES, why=st.none() | NAMES),
    st.builds(Move, id=IDS, on=DATES, session=NAMES, to=st.just("2027-01-14/pm")),
    st.builds(
        SetQuantity,
        id=IDS,
        on=DATES,
        quantity=st.just("week.km"),
        value=st.just(30.0),
        first=DATES,
        until=st.just(TODAY),
    ),
    st.builds(Note, id=IDS, on=DATES, text=NAMES, extra=st.just({"x": [1]})),
)


@given(st.lists(EVENTS, unique_by=lambda event: event.id))
def test_writing_and_reading_gives_the_same_events(events: list[Event]) -> None:
    lines = [event_line(event) for event in events]

    found = read_log(log(*lines))

    assert found.events == tuple(sorted(events, key=lambda event: (event.on, event.id)))
    assert found.notes == ()


def test_every_kind_has_its_own_name() -> None:
    assert len(set(KINDS.values())) == len(KINDS)


def test_ten_thousand_lines_are_all_read() -> None:
    day = date(2016, 1, 1)
    lines = [
        line("run", f"e{n}", minutes=52.5, km=9.8, rpe=4, on=str(day + timedelta(n // 3)))
        for n in range(10_000)
    ]
    data = log(*lines)

    events = read_log(data).events

    assert len(events) == 10_000
