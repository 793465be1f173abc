"""The engines that ask rules: tightest first, walls before prices, the later place pays."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest
from tests.rulebook.strain_words import strain

from dovetail.domain.decision import Bound, Order
from dovetail.rulebook.engines import broken, clamp, judge, price
from dovetail.rulebook.shapes import (
    TIE,
    WALL,
    Broken,
    Limit,
    Pair,
    Slot,
    Span,
    Stay,
    Strain,
)

MONDAY = Slot(0, 420, 120)
TUESDAY = Slot(1, 420, 120)
THURSDAY = Slot(3, 1080, 120)


def ceiling(code: str, most: float) -> Limit:
    return Limit(code, "dovetail", "run.km", lambda _: Bound(at_most=most, facts={"km": most}))


def floor(code: str, least: float) -> Limit:
    return Limit(code, "dovetail", "run.km", lambda _: Bound(at_least=least, facts={"km": least}))


def quiet(code: str) -> Limit:
    return Limit(code, "dovetail", "run.km", lambda _: None)


# -- clamp -------------------------------------------------------------------------------


def test_the_tightest_ceiling_decides_and_is_the_first_reason() -> None:
    decision = clamp(20, (ceiling("A", 18), ceiling("B", 15), ceiling("C", 17)), None)

    assert decision.value == 15
    assert [reason.code for reason in decision.reasons] == ["B", "C", "A"]


def test_the_highest_floor_decides_when_no_ceiling_speaks() -> None:
    decision = clamp(3, (floor("A", 4), floor("B", 6)), None)

    assert decision.value == 6
    assert [reason.code for reason in decision.reasons] == ["B", "A"]


def test_a_ceiling_beats_a_floor() -> None:
    decision = clamp(10, (floor("LOW", 14), ceiling("HIGH", 9)), None)

    assert decision.value == 9
    assert [reason.code for reason in decision.reasons] == ["HIGH", "LOW"]


def test_a_floor_never_lifts_over_a_ceiling_that_kept_silent() -> None:
    decision = clamp(8, (floor("LOW", 14), ceiling("HIGH", 9)), None)

    assert decision.value <= 9


def test_who_does_not_bind_is_silent() -> None:
    decision = clamp(10, (ceiling("A", 10), floor("B", 10), quiet("C")), None)

    assert decision.value == 10
    assert decision.reasons == ()
    assert decision.silent == ("A", "B", "C")


def test_a_clamped_number_asked_again_has_lost_its_reason() -> None:
    rules = (ceiling("A", 15),)
    first = clamp(20, rules, None)

    again = clamp(first.value, rules, None)

    assert first.reasons
    assert again.reasons == ()


def test_the_order_of_rules_decides_nothing() -> None:
    rules = (ceiling("A", 15), floor("B", 17), ceiling("C", 15), quiet("D"))

    forwards, backwards = clamp(20, rules, None), clamp(20, rules[::-1], None)

    assert forwards.value == backwards.value
    assert forwards.reasons == backwards.reasons


def test_an_order_speaks_like_a_limit_and_names_its_source() -> None:
    order = Order(
        code="AD301",
        of="run.km",
        bound=Bound(at_most=8, facts={"km": 8}),
        first=date(2026, 12, 1),
        last=date(2026, 12, 7),
        because=("e1",),
        source="foster-2001",
    )

    decision = clamp(12, (ceiling("A", 10), order), None)

    assert decision.value == 8
    assert decision.reasons[0].sources == ("foster-2001",)


def test_the_last_bit_of_a_fraction_is_no_reason() -> None:
    decision = clamp(0.1 + 0.2, (ceiling("A", 0.3),), None)

    assert decision.reasons == ()


# -- broken ------------------------------------------------------------------------------


def test_a_chosen_number_breaks_a_ceiling_only_above_it() -> None:
    spoke = [km for km in (14.9, 15, 15.1) if broken(km, ceiling("A", 15), None)]

    assert spoke == [15.1]


def test_a_chosen_number_breaks_a_floor_only_below_it() -> None:
    spoke = [km for km in (14.9, 15, 15.1) if broken(km, floor("A", 15), None)]

    assert spoke == [14.9]


def test_a_complaint_carries_the_value_beside_the_facts() -> None:
    complaint = broken(20, ceiling("A", 15), None)

    assert complaint is not None
    assert complaint.facts == {"km": 15, "value": 20}
    assert complaint.sources == ("dovetail",)


def test_a_silent_limit_has_nothing_to_complain_about() -> None:
    assert broken(99, quiet("A"), None) is None


# -- judge -------------------------------------------------------------------------------

NEIGHBOURS = Pair("P", "dovetail", "times", 1, lambda _b, _a, gap: int(gap.dates == 1))
FREE_MIN = Pair("F", "dovetail", "min", 9, lambda _b, _a, gap: gap.free_min)
MINUTES = Stay("S", "dovetail", "min", lambda visit, _: sum(one.minutes for one in visit))
BUSY = Span(
    "B", "dovetail", "times", 2, mark=lambda day: int(bool(day)), amount=lambda m: int(sum(m) == 2)
)
EASY, HEAVY = strain("easy 40"), strain("heavy 45")


def test_a_finding_belongs_to_the_later_place() -> None:
    season = [(MONDAY, (EASY,)), (TUESDAY, (HEAVY,))]

    found = judge(season, (NEIGHBOURS, BUSY), 0, 6)

    assert [(one.code, one.day, one.about) for one in found] == [
        ("P", 1, ("easy", "strength-a")),
        ("B", 1, ()),
    ]


def test_a_seam_between_weeks_is_counted_once() -> None:
    season = [(Slot(6, 420, 90), (EASY,)), (Slot(7, 420, 90), (HEAVY,))]

    first, second = (
        judge(season, (NEIGHBOURS, BUSY, MINUTES), start, start + 6) for start in (0, 7)
    )

    assert [one.code for one in first] == ["S"]
    assert [one.code for one in second] == ["P", "B", "S"]


def test_what_stands_outside_the_days_asked_about_says_nothing() -> None:
    assert judge([(MONDAY, (EASY,))], (MINUTES,), 1, 6) == []


def test_an_empty_visit_says_nothing() -> None:
    loud = Stay("S", "dovetail", "times", lambda _v, _s: 1)

    assert judge([(MONDAY, ())], (loud,), 0, 6) == []


def test_a_gap_runs_from_the_end_of_the_chain_to_the_start_of_the_visit() -> None:
    season = [(MONDAY, (EASY, HEAVY)), (THURSDAY, (EASY,))]

    found = {one.about: one.amount for one in judge(season, (FREE_MIN,), 0, 6)}

    thursday = 3 * 1440 + 1080
    assert found == {
        ("easy", "easy"): thursday - (420 + 40),
        ("strength-a", "easy"): thursday - (420 + 40 + 3 + 45),
    }


def test_the_parts_of_one_visit_are_no_pair() -> None:
    assert judge([(MONDAY, (EASY, HEAVY))], (FREE_MIN,), 0, 6) == []


def test_a_pair_is_not_asked_beyond_its_reach() -> None:
    asked: list[int] = []

    def remember(_before: Strain, _after: Strain, gap: object) -> int:
        asked.append(getattr(gap, "dates", -1))
        return 0

    season = [(Slot(day, 420, 90), (EASY,)) for day in range(5)]

    judge(season, (Pair("P", "dovetail", "times", 2, remember),), 0, 6)

    assert sorted(set(asked)) == [1, 2]


def test_a_span_sees_the_days_before_the_week() -> None:
    season = [(Slot(-1, 420, 90), (EASY,)), (MONDAY, (EASY,))]

    assert [one.day for one in judge(season, (BUSY,), 0, 6)] == [0]


def test_the_order_in_which_visits_are_told_decides_nothing() -> None:
    season = [(MONDAY, (EASY, HEAVY)), (TUESDAY, (EASY,)), (THURSDAY, (HEAVY,))]
    rules = (NEIGHBOURS, FREE_MIN, BUSY)

    assert judge(season, rules, 0, 6) == judge(season[::-1], rules, 0, 6)


# -- price -------------------------------------------------------------------------------

POLICY = MappingProxyType({"W": WALL, "P": 30, "Q": 0, "T": TIE})


def test_walls_prices_and_ties_are_kept_apart() -> None:
    found = [
        Broken(code, amount, 0, ()) for code, amount in (("W", 2), ("P", 3), ("Q", 5), ("T", 7))
    ]

    assert price(found, POLICY) == (2, 90, 7)


def test_no_price_buys_a_wall() -> None:
    wall = price([Broken("W", 1, 0, ())], POLICY)
    dear = price([Broken("P", 1_000_000, 0, ())], POLICY)

    assert dear < wall


def test_a_tie_only_decides_between_equals() -> None:
    late = price([Broken("T", 1_000_000, 0, ())], POLICY)
    dear = price([Broken("P", 1, 0, ())], POLICY)

    assert late < dear


def test_a_code_without_a_weight_is_a_bug() -> None:
    with pytest.raises(KeyError):
        price([Broken("PL999", 1, 0, ())], POLICY)
