"""Every rule alone: cases a coach can read, and nothing written and then forgotten."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.rulebook.season_words import season_case
from tests.rulebook.strain_words import WORDS, strain, visit

from dovetail.content.library import read_library
from dovetail.content.sentences import read_sentences
from dovetail.domain.athlete import Level
from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.decision import Reason
from dovetail.domain.principles import Principle, Value
from dovetail.explaining.sentences import Form
from dovetail.explaining.speaker import Speaker
from dovetail.rulebook import adaptation, limits, logged, mistakes, placement
from dovetail.rulebook.adaptations import ADAPTATIONS
from dovetail.rulebook.cases import (
    DoseCase,
    IntensityCase,
    JumpCase,
    QualityCase,
    RunCase,
    Runner,
    WeekVolume,
)
from dovetail.rulebook.catalogue import LIMITS, MISTAKES, PLACEMENT, placement_rules
from dovetail.rulebook.engines import broken, clamp
from dovetail.rulebook.gates import GATES
from dovetail.rulebook.log_mistakes import EVERY_LOG_MISTAKE
from dovetail.rulebook.policies import POLICIES
from dovetail.rulebook.severity import SEVERITY
from dovetail.rulebook.shapes import (
    Gap,
    Limit,
    Mistake,
    Pair,
    PlacementRule,
    Slot,
    Span,
    Spot,
    Stay,
    Strain,
)
from dovetail.rulebook.week_case import WeekCase

CASES = Path(__file__).parent / "cases"
FORMS: tuple[Form, ...] = ("short", "why", "fix")
OF_A_GATE: tuple[Form, ...] = ("short", "why", "if", "then")
OF_A_WEEK: tuple[Form, ...] = ("title", "short", "why")
HOMES = (limits, placement, adaptation, mistakes, logged)
SHORTER_IS_LATER = {"PL229"}
Case = Mapping[str, Any]


def week_case(told: Case | None = None) -> WeekCase:
    """A week's frame, days by name."""
    plain: dict[str, Any] = {
        "principles": read_library().principles,
        "budget": 4,
        "long_day": "sunday",
    }
    plain |= told or {}
    days = {name: number for number, name in enumerate(WEEKDAYS)}
    return WeekCase(
        **{
            **plain,
            "long_day": days[plain["long_day"]],
            "rest_days": frozenset(days[day] for day in plain.get("rest_days", ())),
            "habits": {kind: days[day] for kind, day in plain.get("habits", {}).items()},
            "stood": {
                kind: frozenset(days[day] for day in here)
                for kind, here in plain.get("stood", {}).items()
            },
            "windows": {
                kind: (days[first], days[last])
                for kind, (first, last) in plain.get("windows", {}).items()
            },
        }
    )


RULES = placement_rules(week_case())
RULEBOOK = (*LIMITS, *RULES, *GATES, *ADAPTATIONS, *MISTAKES, *EVERY_LOG_MISTAKE)
WEEKLY = {rule.code for rule in ADAPTATIONS}
EAGER = week_case(
    {
        "budget": 1,
        "long_day": "wednesday",
        "long_must": True,
        "rest_days": ["monday"],
        "habits": {"long": "friday", "easy": "friday", "strength-a": "friday"},
        "stood": {"long": ["thursday"], "easy": ["thursday"], "strength-a": ["thursday"]},
        "no_running_in_a_row": True,
        "both_halves": True,
        "windows": {"primer": ["friday", "friday"], "strength-a": ["friday", "friday"]},
    }
)
"""A week in which every rule has a reason to speak."""


def all_cases() -> Iterator[tuple[str, str, Case]]:
    for path in sorted(CASES.glob("*.toml")):
        for name, case in tomllib.loads(path.read_text("utf-8")).items():
            yield path.stem, name, case


def cases_of(kind: type) -> list[Any]:
    shapes: dict[str, type] = {rule.code: type(rule) for rule in (*LIMITS, *RULES, *MISTAKES)}
    return [
        pytest.param(code, case, id=f"{code}-{name}")
        for code, name, case in all_cases()
        if shapes.get(code) is kind
    ]


def rule_of(code: str, case: Case) -> PlacementRule:
    rules = placement_rules(week_case(case.get("case")))
    return next(rule for rule in rules if rule.code == code)


def runner(told: Case) -> Runner:
    level: Level = "intermediate"
    plain: dict[str, Any] = {
        "principles": read_library().principles,
        "level": level,
        "race": "10k",
        "age": 33,
        "easy_s_per_km": 360,
        "runs_per_week": 4,
    }
    return Runner(**{**plain, **told})


def asked_about(limit: Limit, case: Case) -> object:
    """What a limit is asked about, by the quantity that it limits."""
    who = runner(case.get("runner", {}))
    rest = {
        key: value
        for key, value in case.items()
        if key not in ("row", "runner", "asked", "at_most", "at_least", "silent", "edge")
    }
    match limit.of:
        case "run.km" | "other_run.km":
            return RunCase(runner=who, **{"longest_30d_km": None, **rest})
        case "week.km" | "race_week.km" | "lighter_week.km" | "taper_week.km":
            return WeekVolume(runner=who, **{"reference_km": None, **rest})
        case "quality.minutes":
            return QualityCase(runner=who, **rest)
        case "session.contacts":
            return JumpCase(runner=who, **rest)
        case "week.lower_sets":
            return DoseCase(runner=who, **rest)
        case "week.hard_minutes":
            before = tuple((run, hard) for run, hard in rest.pop("before", ()))
            return IntensityCase(runner=who, before=before, **rest)
        case other:
            raise AssertionError(other)


# -- one runner a shape ------------------------------------------------------------------


@pytest.mark.parametrize(("code", "case"), cases_of(Limit))
def test_a_limit_lets_through_as_much_as_the_case_says(code: str, case: Case) -> None:
    limit = next(limit for limit in LIMITS if limit.code == code)
    about = asked_about(limit, case)

    allowed = clamp(case["asked"], (limit,), about)
    complaint = broken(case["asked"], limit, about)

    if case.get("silent"):
        assert (allowed.value, allowed.reasons, complaint) == (case["asked"], (), None)
    else:
        assert allowed.value == pytest.approx(case.get("at_most", case.get("at_least")))
        assert [reason.code for reason in allowed.reasons] == [code]
        assert complaint is not None
        assert broken(allowed.value, limit, about) is None


@pytest.mark.parametrize(("code", "case"), cases_of(Stay))
def test_a_visit_costs_what_the_case_says(code: str, case: Case) -> None:
    rule = rule_of(code, case)
    assert isinstance(rule, Stay)

    amount = rule.amount(visit(case["visit"]), slot_of(case))

    if less := case.get("more_than"):
        assert amount > rule.amount(visit(less["visit"]), slot_of(less)) > 0
    else:
        assert amount == case.get("amount", 0)


def slot_of(case: Case) -> Slot:
    day = WEEKDAYS.index(case.get("day", "monday"))
    return Slot(day, case.get("start", 420), case.get("slot_min", 240))


@pytest.mark.parametrize(("code", "case"), cases_of(Pair))
def test_a_pair_costs_what_the_case_says(code: str, case: Case) -> None:
    rule = rule_of(code, case)
    assert isinstance(rule, Pair)
    gap = Gap(case["dates"], case["free_min"])

    amount = rule.amount(strain(case["before"]), strain(case["after"]), gap)

    assert amount == case.get("amount", 0)


@pytest.mark.parametrize(("code", "case"), cases_of(Span))
def test_days_in_a_row_cost_what_the_case_says(code: str, case: Case) -> None:
    rule = rule_of(code, case)
    assert isinstance(rule, Span)
    assert len(case["days"]) == rule.dates

    amount = rule.amount(tuple(rule.mark(visit(day)) for day in case["days"]))

    assert amount == case.get("amount", 0)


def spots_of(code: str, case: Case) -> list[Spot]:
    mistake = next(mistake for mistake in MISTAKES if mistake.code == code)
    return list(mistake.found(season_case(case)))


@pytest.mark.parametrize(("code", "case"), cases_of(Mistake))
def test_a_mistake_is_found_where_the_case_has_it(code: str, case: Case) -> None:
    spots = spots_of(code, case)

    if case.get("silent"):
        assert spots == []
    else:
        assert max(spot.amount for spot in spots) == case["amount"]
        assert len(spots) == case.get("spots", len(spots))


@pytest.mark.parametrize(("code", "case"), cases_of(Mistake))
def test_a_mistake_lies_in_a_week_and_session_of_the_season(code: str, case: Case) -> None:
    weeks = season_case(case).plan.weeks
    sessions = {one.id: week.starts for week in weeks for one in week.sessions}

    assert [
        spot
        for spot in spots_of(code, case)
        if spot.week not in (None, *(week.starts for week in weeks))
        or (spot.session is not None and sessions.get(spot.session) != spot.week)
    ] == []


# -- nothing is forgotten ----------------------------------------------------------------


def _forms_of(code: str) -> tuple[Form, ...]:
    if code in WEEKLY:
        return OF_A_WEEK
    return OF_A_GATE if code.startswith("AD") else FORMS


def test_no_rule_is_written_and_then_forgotten() -> None:
    catalogue = [rule.code for rule in RULEBOOK]
    homes = [path for home in HOMES for path in home.__path__]
    written = {
        path.name[:5].upper()
        for home in homes
        for path in Path(home).glob("*.py")
        if path.name != "__init__.py"
    }
    weighed = {name: {*policy} for name, policy in POLICIES.items()}
    said = {
        code
        for code, forms in read_sentences("en").tables.items()
        if re.fullmatch(r"(LM1|PL2|AD3|MS4)\d\d", code)
        and all(forms.get(form) for form in _forms_of(code))
    }

    assert len(catalogue) == len(set(catalogue))
    assert written == set(catalogue)
    assert weighed == {name: {rule.code for rule in RULES} for name in POLICIES}
    assert {path.stem for path in CASES.glob("*.toml")} == set(catalogue)
    assert said == set(catalogue)
    judges = {limit.code for limit in LIMITS} | {mistake.code for mistake in MISTAKES}
    judges |= {mistake.code for mistake in EVERY_LOG_MISTAKE}
    assert judges <= SEVERITY.keys() <= set(catalogue)


def test_every_rule_has_a_case_for_one_against_and_one_at_the_edge() -> None:
    met: dict[str, set[str]] = {path.stem: set() for path in CASES.glob("*.toml")}
    for code, _, case in all_cases():
        met[code].add("silent" if case.get("silent") else "speaks")
        if case.get("edge"):
            met[code].add("edge")

    assert {code for code, kinds in met.items() if len(kinds) < 3} == set()


def test_a_case_says_either_silence_or_an_amount() -> None:
    assert [
        f"{code} {name}"
        for code, name, case in all_cases()
        if bool(case.get("silent"))
        == bool({"amount", "at_most", "at_least", "more_than", "leaves", "gives"} & case.keys())
    ] == []


def test_every_rule_leans_on_a_known_work() -> None:
    known = read_library().sources

    assert [rule.code for rule in RULEBOOK if rule.source not in known] == []


# -- reach -------------------------------------------------------------------------------


def every_strain() -> list[Strain]:
    plain = [replace(one, minutes=minutes) for one in WORDS.values() for minutes in (31, 130)]
    return [*plain, *(replace(one, sore=True, apart=3) for one in plain if one.legs)]


def speaks_beyond_its_reach(rule: Pair) -> list[tuple[int, str, str]]:
    return [
        (dates, before.kind, after.kind)
        for dates in range(rule.reach + 1, 9)
        for free_min in (max(1, (dates - 1) * 1440), dates * 1440 - 700, dates * 1440)
        for before, after in product(every_strain(), repeat=2)
        if rule.amount(before, after, Gap(dates, free_min))
    ]


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if isinstance(rule, Pair)], ids=lambda rule: rule.code
)
def test_a_pair_is_silent_beyond_its_reach(rule: Pair) -> None:
    eager = next(one for one in placement_rules(EAGER) if one.code == rule.code)
    assert isinstance(eager, Pair)

    assert speaks_beyond_its_reach(rule) == []
    assert speaks_beyond_its_reach(eager) == []


# -- shorter is never worse --------------------------------------------------------------


def shorter(one: Strain) -> Iterator[Strain]:
    for minutes in (1, 30, 75, 120):
        if minutes < one.minutes:
            yield replace(one, minutes=minutes)


def amounts_of(rule: PlacementRule, parts: tuple[Strain, ...]) -> list[int]:
    """What a rule says of one or two sessions, wherever they stand."""
    if isinstance(rule, Stay):
        return [
            rule.amount(parts, Slot(day, 420, room)) for day in range(7) for room in (30, 60, 120)
        ]
    if isinstance(rule, Span):
        mark = rule.mark(parts)
        return [rule.amount((0,) * (rule.dates - 1) + (mark,)), rule.amount((mark,) * rule.dates)]
    before, after = parts if len(parts) == 2 else (parts[0], parts[0])
    starts = [(dates, start) for dates in range(rule.reach + 1) for start in (0, 240, 660)]
    return [
        rule.amount(before, after, Gap(dates, max(0, dates * 1440 + start - before.minutes)))
        for dates, start in starts
        if dates or start >= before.minutes
    ]


def grows_when_shrunk(rule: PlacementRule) -> list[str]:
    found = []
    pairs = [(one, other) for one in every_strain() for other in every_strain()]
    for parts in [*((one,) for one in every_strain()), *pairs]:
        was = amounts_of(rule, parts)
        for place, one in enumerate(parts):
            for less in shorter(one):
                now = amounts_of(rule, (*parts[:place], less, *parts[place + 1 :]))
                if any(b > a for a, b in zip(was, now[-len(was) :], strict=False)):
                    found.append(f"{[p.kind for p in parts]}: {one.minutes} → {less.minutes} min")
    return found


@pytest.mark.parametrize("make", PLACEMENT, ids=lambda make: make(EAGER).code)
def test_a_shorter_session_is_never_worse(make: Any) -> None:
    rule = make(EAGER)

    if rule.code not in SHORTER_IS_LATER:
        assert grows_when_shrunk(rule) == []


# -- principles --------------------------------------------------------------------------


def numbers_in(value: Value) -> Iterator[float]:
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from numbers_in(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from numbers_in(part)


PRINCIPLES = list(read_library().principles.entries.values())


@pytest.mark.parametrize("principle", PRINCIPLES, ids=lambda principle: principle.name)
def test_a_principle_lies_in_its_own_range_and_leans_on_a_known_work(principle: Principle) -> None:
    outside = [
        number
        for number in numbers_in(principle.value)
        if (principle.low is not None and number < principle.low)
        or (principle.high is not None and number > principle.high)
    ]

    assert outside == []
    assert principle.source in read_library().sources
    assert principle.why.endswith(".")
    assert principle.unit


# -- sentences ---------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["beginner", "intermediate"])
def test_every_limit_can_say_what_it_saw(level: Level) -> None:
    say = Speaker(read_sentences("en"), level=level)
    spoke = [
        (code, clamp(case["asked"], (limit,), asked_about(limit, case)).reasons)
        for code, _, case in all_cases()
        for limit in LIMITS
        if limit.code == code and not case.get("silent")
    ]

    said = {
        code: [say.reason(reason, form) for reason in reasons for form in FORMS]
        for code, reasons in spoke
    }

    assert set(said) == {limit.code for limit in LIMITS}
    assert all(text and "{" not in text for texts in said.values() for text in texts)


@pytest.mark.parametrize("level", ["beginner", "intermediate"])
@pytest.mark.parametrize(("code", "case"), cases_of(Mistake))
def test_every_mistake_can_say_what_it_saw(code: str, case: Case, level: Level) -> None:
    say = Speaker(read_sentences("en"), level=level)

    said = [
        say.reason(Reason(code, {"amount": spot.amount, **spot.facts}), form)
        for spot in spots_of(code, case)
        for form in FORMS
    ]

    assert [text for text in said if "{" in text or "seen." in text or not text] == []


def test_every_phrase_for_what_was_seen_is_seen_in_a_case() -> None:
    known = set(read_sentences("en").tables["seen"])

    seen = {
        str(spot.facts.get("seen", "")).removeprefix("seen.")
        for code, _, case in all_cases()
        if code in {mistake.code for mistake in MISTAKES}
        for spot in spots_of(code, case)
    }

    assert known - seen == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_placement_rule_can_say_its_amount(rule: PlacementRule) -> None:
    say = Speaker(read_sentences("en"))

    said = [say.reason(Reason(rule.code, {"amount": 2}), form) for form in FORMS]

    assert all(text and "{" not in text for text in said)
