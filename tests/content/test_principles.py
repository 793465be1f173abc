"""Principles: ours strictly read, a coach's put over them, and the plan that follows."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from dovetail.application.make_plan import make_plan
from dovetail.cli.plan import example
from dovetail.content.library import PackagedLibrary, read_library, with_principles
from dovetail.content.principles import load_principles
from dovetail.content.tables import HOME, fingerprint, tables
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.plan import Plan
from dovetail.domain.principles import Value
from dovetail.domain.session import Session

OURS = read_library().principles


def changed(text: str) -> PackagedLibrary:
    return with_principles(read_library(), tomllib.loads(text))


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as error:
        changed(text)
    return error.value.problems


# -- ours ------------------------------------------------------------------------------------


def numbers_in(value: Value) -> Iterator[float]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from numbers_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from numbers_in(part)
    else:
        assert isinstance(value, int | float)
        yield value


def test_every_number_of_ours_lies_in_its_own_range() -> None:
    ranged = [one for one in OURS.entries.values() if one.low is not None and one.high is not None]
    assert ranged

    assert [
        one.name
        for one in ranged
        if any(not (one.low or 0) <= number <= (one.high or 0) for number in numbers_in(one.value))
    ] == []


def test_every_principle_has_a_source_that_there_is() -> None:
    sources = read_library().sources

    assert [one.name for one in OURS.entries.values() if one.source not in sources] == []


@pytest.mark.parametrize("wrong", ["worth = 3", "ranges = [1, 2]"])
def test_a_principle_of_ours_with_an_unknown_key_is_refused(wrong: str) -> None:
    text = '[a]\nvalue = 1\nunit = "h"\nsource = "dovetail"\nwhy = "So."\n'
    assert load_principles(text, file="p.toml").number("a") == 1

    with pytest.raises(BadInput, match=wrong.split()[0]):
        load_principles(text + wrong, file="p.toml")


def test_a_principle_of_ours_without_a_why_is_refused() -> None:
    with pytest.raises(BadInput, match="why"):
        load_principles('[a]\nvalue = 1\nunit = "h"\nsource = "dovetail"\n', file="p.toml")


# -- a coach's -------------------------------------------------------------------------------


def test_a_value_alone_is_enough() -> None:
    found = changed("fresh_legs.value = 48").principles

    assert found.number("fresh_legs") == 48
    assert found.entries["fresh_legs"].why == OURS.entries["fresh_legs"].why
    assert found.overrides == {"fresh_legs": 48}


def test_a_coach_may_say_why() -> None:
    found = changed('[fresh_legs]\nvalue = 48\nwhy = "My runners need it."').principles

    assert found.entries["fresh_legs"].why == "My runners need it."


def test_of_a_table_only_the_keys_given_are_changed() -> None:
    text = "[session_cap]\nvalue = { share = 1.05 }\n[peak_long]\nvalue.half.beginner = 16\n"

    found = changed(text).principles

    assert found.overrides["session_cap"] == {"share": 1.05, "floor_below": 10, "floor_step": 1}
    assert found.number("peak_long", "half", "beginner") == 16
    assert found.number("peak_long", "half", "advanced") == OURS.number(
        "peak_long", "half", "advanced"
    )


def test_what_is_not_named_stays() -> None:
    found = changed("fresh_legs.value = 48").principles

    others = {name: one for name, one in found.entries.items() if name != "fresh_legs"}
    assert others == {name: one for name, one in OURS.entries.items() if name != "fresh_legs"}


def test_an_entry_copied_from_ours_changes_nothing() -> None:
    library = changed((HOME / "principles.toml").read_text("utf-8"))

    assert library.principles.overrides == {}
    assert library.fingerprint == fingerprint()


@pytest.mark.parametrize("same", ["", "fresh_legs.value = 24", "fresh_legs.value = 24.0"])
def test_our_own_value_is_no_change(same: str) -> None:
    library = changed(same)

    assert library.principles.overrides == {}
    assert library.fingerprint == fingerprint()


@pytest.mark.parametrize(
    ("text", "code", "key", "hint"),
    [
        ("[fresh_leg]\nvalue = 48", "unknown-principle", "fresh_leg", '"fresh_legs"'),
        ("fresh_legs = 48", "principle-shape", "fresh_legs", "[fresh_legs]"),
        ('[fresh_legs]\nwhy = "x"', "missing-key", "fresh_legs", "24 (h)"),
        ("[fresh_legs]\nvalue = 48\nvalues = 1", "unknown-key", "fresh_legs.values", '"value"'),
        ('fresh_legs.value = "48"', "principle-shape", "fresh_legs.value", "24"),
        ("fresh_legs.value = true", "principle-shape", "fresh_legs.value", "24"),
        ("fresh_legs.value = nan", "principle-shape", "fresh_legs.value", "24"),
        ("fresh_legs.value = [48]", "principle-shape", "fresh_legs.value", "24"),
        ("fresh_legs.value = 73", "principle-out-of-range", "fresh_legs.value", "12 to 72 (h)"),
        ("fresh_legs.value = 11.9", "principle-out-of-range", "fresh_legs.value", "12 to 72"),
        ("[fresh_legs]\nvalue = 48\nwhy = 3", "wrong-type", "fresh_legs.why", "sentence"),
        ("[fresh_legs]\nvalue = 48\nunit = 'd'", "principle-fixed", "fresh_legs.unit", "unit"),
        ("[fresh_legs]\nvalue = 9\nrange = [1, 9]", "principle-out-of-range", None, "12 to 72"),
        ("session_cap.value = 1.1", "principle-shape", "session_cap.value", "share = 1.1"),
        (
            "session_cap.value.shares = 1",
            "unknown-key",
            "session_cap.value.shares",
            '"share"',
        ),
        (
            "session_cap.value.share = 110",
            "principle-out-of-range",
            "session_cap.value.share",
            "ours is 1.1",
        ),
        ("peak_volume.value.half.beginner = [40, 30]", "principle-order", None, "[30, 40]"),
        ("taper_share.value.marathon = [0.5]", "principle-shape", None, "[0.8, 0.6, 0.4]"),
        (
            "taper_share.value.half = [0.6, true]",
            "principle-shape",
            "taper_share.value.half[2]",
            "0.4",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_a_way_out(
    text: str, code: str, key: str | None, hint: str
) -> None:
    found = {problem.code: problem for problem in refused(text)}

    assert code in found
    assert key is None or found[code].place.key == key
    assert hint in found[code].hint


def test_everything_wrong_is_said_at_once() -> None:
    text = "fresh_legs.value = 1\nnothing.value = 1\nsession_cap.value.share = 99\n"

    assert len(refused(text)) == 3


# -- the fingerprint -------------------------------------------------------------------------


def test_the_fingerprint_is_that_of_the_content_with_the_change_in_it() -> None:
    deciding: dict[str, Any] = {
        name: table for name, table in tables().items() if not name.startswith("strings/")
    }
    ours = deciding["principles.toml"]
    with_change = {**ours, "fresh_legs": {**ours["fresh_legs"], "value": 48}}
    text = json.dumps(
        {**deciding, "principles.toml": with_change},
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )

    assert (
        changed("fresh_legs.value = 48").fingerprint
        == hashlib.sha256(text.encode()).hexdigest()[:16]
        != fingerprint()
    )


def test_the_same_number_has_the_same_fingerprint_however_it_is_written() -> None:
    assert (
        changed("fresh_legs.value = 48").fingerprint
        == changed('[fresh_legs]\nvalue = 48.0\nunit = "h"\nwhy = "Mine."').fingerprint
    )


# -- the plan follows ------------------------------------------------------------------------


@cache
def plan_of(name: str, text: str = "") -> Plan:
    asked = example(name)
    return make_plan(asked.athlete, (), asked.today, library=changed(text))


def sessions(plan: Plan) -> list[Session]:
    return [session for week in plan.weeks for session in week.sessions]


def dates_before_key_runs(plan: Plan) -> list[int]:
    """How many dates lie from each heavy session to each later key run, up to a week."""
    heavy = [one.date for one in sessions(plan) if one.heavy_legs]
    keys = [one.date for one in sessions(plan) if one.key]
    found = [(key - lift).days for lift in heavy for key in keys if 0 < (key - lift).days < 7]
    assert found
    return found


def test_a_plan_says_which_numbers_were_changed() -> None:
    plan = plan_of("ana-half", "fresh_legs.value = 48")

    assert plan.content.overrides == {"fresh_legs": 48}
    assert plan.content.fingerprint == changed("fresh_legs.value = 48").fingerprint
    assert plan_of("ana-half").content.overrides == {}


def test_with_48_hours_of_fresh_legs_heavy_work_keeps_further_away_from_key_runs() -> None:
    usual = min(dates_before_key_runs(plan_of("ana-half")))
    fresh = min(dates_before_key_runs(plan_of("ana-half", "fresh_legs.value = 48")))

    assert usual == 2, "in the morning of the second day there are fewer than 48 hours"
    assert fresh >= 3


def growth_of_runs(plan: Plan) -> list[float]:
    """Each run over the longest of the 30 days before it, where that is 10 km or more."""
    runs = [(one.date, one.km or 0.0) for one in sessions(plan) if one.discipline == "run"]
    first = plan.made_on + timedelta(days=30)
    found = []
    for on, km in runs:
        longest = max((k for day, k in runs if timedelta(0) < on - day <= timedelta(30)), default=0)
        if on > first and longest >= 10:
            found.append(km / longest)
    return found


def test_with_a_session_cap_of_six_per_cent_runs_grow_by_that() -> None:
    usual = max(growth_of_runs(plan_of("ana-half")))
    gentle = max(growth_of_runs(plan_of("ana-half", "session_cap.value.share = 1.06")))

    assert gentle <= 1.06 + 1e-9 < usual


def most_km(plan: Plan) -> float:
    return max(week.run_km for week in plan.weeks)


def test_with_half_the_ramp_a_season_grows_less() -> None:
    half = "ramp.value = { share = 0.05, small_step = 1, small_share = 0.1, floor = 0.5 }"

    gentle, usual = most_km(plan_of("ana-half", half)), most_km(plan_of("ana-half"))

    assert gentle < usual


def most_hard_units(plan: Plan) -> int:
    """The most hard units that any seven days hold."""
    hard = [one.date for one in sessions(plan) if one.hard_unit]
    return max(sum(0 <= (day - first).days < 7 for day in hard) for first in set(hard))


def test_with_a_budget_of_three_no_seven_days_hold_four_hard_units() -> None:
    usual = most_hard_units(plan_of("ana-half"))
    three = most_hard_units(plan_of("ana-half", "hard_units.value.intermediate = 3"))

    assert (usual, three) == (4, 3)


def lighter_km(plan: Plan) -> dict[int, float]:
    return {week.number: week.run_km for week in plan.weeks if week.lighter}


def test_with_longer_gaps_lighter_weeks_are_fewer() -> None:
    longer = lighter_km(plan_of("marathon-masters", "lighter.value.gap_short = 4"))
    usual = lighter_km(plan_of("marathon-masters"))

    assert 0 < len(longer) < len(usual)


def test_with_half_the_volume_lighter_weeks_are_lighter() -> None:
    half = lighter_km(plan_of("ana-half", "lighter.value.volume = 0.5"))
    usual = lighter_km(plan_of("ana-half"))

    assert half.keys() == usual.keys() != set()
    assert [number for number in usual if half[number] > usual[number]] == []
    as_much = [number for number in usual if half[number] == usual[number]]
    assert as_much == [4]  # there the shortest runs worth going out for already bind
