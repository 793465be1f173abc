"""The Speaker: facts with their units, titles that fit, and no jargon for beginners."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import plan_parts, plans

from dovetail.content.sentences import read_sentences
from dovetail.domain.decision import Fact, Reason
from dovetail.domain.plan import Finding
from dovetail.domain.prescription import Block, Line, RunStep, Target
from dovetail.domain.session import Session
from dovetail.explaining.run_words import RunWords
from dovetail.explaining.sentences import Form
from dovetail.explaining.speaker import MissingFact, Speaker

MONDAY = plans.START


@dataclass(frozen=True)
class OneSentence:
    """English words, and one template for every code."""

    text: str

    def template(self, code: str, form: Form) -> str:
        if form.endswith("_beginner"):
            raise KeyError(code)
        return self.text

    def word(self, key: str) -> str:
        return read_sentences("en").word(key)


def said(template: str, **facts: Fact) -> str:
    return Speaker(OneSentence(template)).reason(Reason("X", facts))


def said_to_a_beginner(template: str, **facts: Fact) -> str:
    return Speaker(OneSentence(template), level="beginner").reason(Reason("X", facts))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("longest_km", 17.6, "17.6 km"),
        ("longest_km", 12.0, "12 km"),
        ("easy_s_per_km", 320, "5:20/km"),
        ("asked_min", 45, "45 min"),
        ("gap_h", 23.5, "23.5 h"),
        ("share_pct", 25, "25 %"),
        ("load_kg", 22.25, "22.25 kg"),
        ("rest_s", 90, "90 s"),
        ("goal_time_s", 7080, "1:58:00"),
        ("max_bpm", 182, "182 bpm"),
        ("on", "2027-03-14", "14 March 2027"),
        ("race_date", "2027-03-14", "14 March 2027"),
        ("long_run_day", "sunday", "Sunday"),
        ("long_run_day", "2027-03-14", "Sunday"),
        ("weekday", 2, "Wednesday"),
        ("phase", "maximal_strength", "maximal strength"),
        ("opens_phase", "power", "power"),
        ("exercise", "Goblet squat", "Goblet squat"),
        ("clean", True, "yes"),
        ("sets", 3, "3"),
        ("asked_rir", 2, "RIR 2"),
    ],
)
def test_the_end_of_a_facts_key_is_its_unit(key: str, value: Fact, words: str) -> None:
    assert said(f"It is {{{key}}}.", **{key: value}) == f"It is {words}."


def test_a_runner_who_thinks_in_miles_reads_miles() -> None:
    say = Speaker(OneSentence("{long_km} at {easy_s_per_km}."), units="mi")

    text = say.reason(Reason("X", {"long_km": 16.09344, "easy_s_per_km": 320}))

    assert text == "10 mi at 8:35/mi."


def test_a_count_takes_its_noun_in_the_right_number() -> None:
    template = "{days|day|days} left"

    assert [said(template, days=1), said(template, days=3)] == ["1 day left", "3 days left"]


def test_a_number_can_leave_its_unit_to_the_next_one() -> None:
    text = said("From {old_kg:number} to {new_kg}.", old_kg=20, new_kg=22.5)

    assert text == "From 20 to 22.5 kg."


def test_a_sentence_begins_with_a_capital() -> None:
    assert said("{phase} comes now.", phase="power") == "Power comes now."


def test_a_slot_without_a_fact_is_an_error_that_names_code_and_slot() -> None:
    with pytest.raises(MissingFact, match="X why: no fact 'gap_h'"):
        said("{gap_h} is short.", longest_km=3)


def test_a_code_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError, match="XX999"):
        plans.speaker().reason(Reason("XX999"))


def test_beginners_read_fractions_feel_and_whole_words() -> None:
    template = "{share_pct} less, {easy_s_per_km}, {asked_rir}"

    text = said_to_a_beginner(template, share_pct=24.0, easy_s_per_km=400, asked_rir=4)

    assert text == "A quarter less, by feel, four good reps left"


def test_beginners_read_no_range_of_paces() -> None:
    assert plans.speaker().measures.pace_range((315, 320)) == "5:15–5:20/km"
    assert plans.speaker("beginner").measures.pace_range((315, 320)) == "by feel"


def test_beginners_get_their_own_sentence_where_there_is_one() -> None:
    tables = {**read_sentences("en").tables, "X": {"why": "RIR 4.", "why_beginner": "Stop early."}}
    sentences = type(read_sentences("en"))(tables)
    reason = Reason("X")

    assert Speaker(sentences, level="beginner").reason(reason) == "Stop early."
    assert Speaker(sentences, level="advanced").reason(reason) == "RIR 4."


def test_a_finding_says_what_and_how_to_mend_it() -> None:
    finding = Finding(
        code="LM901",
        severity="warning",
        amount=2,
        unit="km",
        facts={"longest_km": 12, "asked_km": 13.2},
    )
    say = plans.speaker()

    assert say.finding(finding).startswith("Your longest run of the last 30 days was 12 km")
    assert say.fix(finding) == "Run 13.2 km at most."


def work(repeat: int, pace: str, **amount: float) -> tuple[RunStep, ...]:
    target = Target(pace=pace)  # type: ignore[arg-type]
    return (
        RunStep(part="warm_up", minutes=12, target=plan_parts.EASY),
        RunStep(part="work", group=1, repeat=repeat, target=target, **amount),
        RunStep(part="recovery", group=1, repeat=repeat, minutes=2, target=plan_parts.EASY),
        RunStep(part="cool_down", minutes=10, target=plan_parts.EASY),
    )


WALKS = (
    RunStep(part="work", minutes=1, group=1, repeat=8, target=Target(rpe=(3, 4))),
    RunStep(part="recovery", minutes=2, group=1, repeat=8),
)
TITLES = (
    (plan_parts.run(MONDAY, "easy-1"), "Easy 5 km"),
    (plan_parts.strides(MONDAY), "Easy 7 km + 4 strides"),
    (plan_parts.threshold(MONDAY), "Threshold 3 × 6 min"),
    (plan_parts.long_run(MONDAY, 17.0), "Long run 17 km"),
    (
        plan_parts.run(MONDAY, "q", kind="hills", steps=work(8, "repetition", minutes=0.75)),
        "Hills 8 × 45 s",
    ),
    (
        plan_parts.run(MONDAY, "q", kind="interval", steps=work(5, "interval", km=0.8)),
        "Intervals 5 × 800 m",
    ),
    (
        plan_parts.run(MONDAY, "q", kind="race_pace", steps=work(3, "half", km=3.0)),
        "Half-marathon pace 3 × 3 km",
    ),
    (
        plan_parts.run(MONDAY, "long", kind="long", km=20.0, steps=work(3, "half", km=3.0)),
        "Long run 20 km",
    ),
    (
        plan_parts.run(MONDAY, "long", kind="long", km=30.0, steps=work(1, "marathon", km=18.0)),
        "Long run 30 km, 18 km marathon pace",
    ),
    (plan_parts.run(MONDAY, "easy-1", kind="run_walk", steps=WALKS), "8 × run 1 min, walk 2 min"),
    (
        plan_parts.strength(MONDAY, "a", phase="maximal_strength", block=plan_parts.heavy()),
        "Strength A: maximal strength",
    ),
    (plan_parts.race(MONDAY), "Race: half marathon"),
    (plan_parts.rest(MONDAY), "Rest"),
)


@pytest.mark.parametrize(("session", "title"), TITLES, ids=[title for _, title in TITLES])
def test_a_title_says_kind_and_work(session: Session, title: str) -> None:
    assert plans.speaker().title(session) == title


def test_a_ladder_outing_without_walks_is_not_told_to_walk() -> None:
    walk = RunStep(part="warm_up", minutes=5, target=Target(rpe=(1, 2)))
    run = RunStep(part="work", minutes=20, target=Target(rpe=(2, 3)))
    session = plan_parts.run(MONDAY, "easy-1", kind="run_walk", minutes=25, steps=(walk, run))
    say = plans.speaker()

    assert say.titles.brief(session) == "no walking breaks"
    assert RunWords(say.measures).lines(session)[0] == "5 min walking to warm up"


def test_a_run_by_the_clock_is_named_by_the_clock() -> None:
    steps = (RunStep(part="work", minutes=30, target=Target(rpe=(2, 4))),)

    session = plan_parts.run(MONDAY, "easy-1", minutes=30, steps=steps)

    assert plans.speaker().title(session) == "Easy 30 min"


@given(
    kind=st.sampled_from(
        ["easy", "long", "hills", "threshold", "interval", "race_pace", "run_walk"]
    ),
    pace=st.sampled_from(["easy", "marathon", "half", "threshold", "10k", "race", None]),
    repeat=st.integers(1, 40),
    amount=st.floats(0.05, 200),
    total=st.floats(1, 300),
)
def test_no_title_is_longer_than_forty_characters(
    kind: str, pace: str | None, repeat: int, amount: float, total: float
) -> None:
    steps = work(repeat, pace, km=amount)  # type: ignore[arg-type]
    session = plan_parts.run(MONDAY, "easy-1", kind=kind, km=total, steps=steps)

    for say in (plans.speaker(), plans.speaker("beginner"), plans.speaker(units="mi")):
        assert 0 < len(say.title(session)) <= 40


def test_the_purpose_is_that_of_the_first_aim() -> None:
    session = plan_parts.long_run(MONDAY, 12)

    assert plans.speaker().purpose(session).startswith("One run a week that is longer")


def test_without_an_aim_the_purpose_is_the_reason() -> None:
    session = plan_parts.run(MONDAY, "long", reasons=(Reason("LM901", {"longest_km": 12}),))

    assert plans.speaker().purpose(session).startswith("Your longest run")


@pytest.mark.parametrize(
    ("rule", "rir", "words"),
    [
        ("find", 3, "find it: last rep slow but clean, three left"),
        ("find", None, "find it: last rep slow but clean"),
        ("step", 2, "the last load plus one step if every set was clean"),
        ("keep", 2, "same load as last time"),
        (None, 2, None),
    ],
)
def test_a_note_says_how_the_load_is_found(
    rule: str | None, rir: float | None, words: str | None
) -> None:
    line = plan_parts.line("squat", "Squat", load_rule=rule, rir=rir)

    assert plans.speaker().line_note(line) == words


def test_dates_and_words_come_from_the_language() -> None:
    assert plans.speaker().measures.weekday_date(date(2027, 3, 14)) == "Sunday 14 March"


def test_no_phrase_for_beginners_names_a_pace_or_a_share() -> None:
    tables = read_sentences("en").tables
    jargon = re.compile(r"\bpace\b|%|\bRIR\b|\bRPE\b")
    plain = [
        text
        for table, rows in tables.items()
        for key, text in rows.items()
        if table.endswith("_beginner") or key.endswith(("_beginner", "_plain"))
        if table != "titles" or key.endswith("_beginner")
    ]

    assert len(plain) > 10
    assert [text for text in plain if jargon.search(text)] == []


def test_a_circuit_block_has_lines_for_the_note_of_every_rule() -> None:
    block: Block = plan_parts.circuit()
    notes: list[str | None] = [plans.speaker().line_note(line) for line in block.lines]
    found: list[Line] = [line for line in block.lines if line.load_rule == "find"]

    assert sum(note is not None for note in notes) == len(found) == 1
