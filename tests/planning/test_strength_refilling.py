"""What comes back into a short strength session, and what a line may not cost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.planning.test_strength_minutes import BANDS, draft, gym, lines_of, parts_of, week

from dovetail.planning.strength_cutting import cut_to
from dovetail.planning.strength_minutes import Draft, minutes_of

SLOW = "4-2-1-0"


def slow(one: Draft) -> Draft:
    """The same line, which is slow where that costs nothing."""
    return replace(one, line=replace(one.line, tempo=SLOW), quicker=one.line)


def test_a_pull_is_worth_a_second_set_of_a_push() -> None:
    whole = parts_of(
        draft("squat", "main", "squat", sets=2),
        draft("step-up", "main", "single_leg", sets=2),
        draft("calf", "accessory", "calf", sets=2),
        draft("push-up", "upper", "push", sets=2),
        draft("row", "completion", "pull", sets=1),
    )
    without = replace(whole, drafts=whole.drafts[:-1], prepare_min=4, recover_min=5)

    cut = cut_to(whole, minutes_of(without))

    assert {one.line.exercise: one.line.sets for one in cut.drafts} == {
        "squat": 2,
        "step-up": 2,
        "calf": 2,
        "push-up": 1,
        "row": 1,
    }


@pytest.mark.parametrize("minutes", [18, 20, 22, 26, 30])
def test_no_line_is_slow_at_the_price_of_a_set(minutes: int) -> None:
    quick = [
        draft("squat", "article", "squat"),
        draft("step-up", "article", "single_leg"),
        draft("calf", "completion", "calf"),
    ]
    plain = cut_to(parts_of(*quick, circuit=True), minutes)

    cut = cut_to(parts_of(*map(slow, quick), circuit=True), minutes)

    assert [one.line.sets for one in cut.drafts] == [one.line.sets for one in plain.drafts]
    assert minutes_of(cut) <= max(minutes, minutes_of(plain))


def test_with_room_enough_all_lines_are_slow() -> None:
    lines = [slow(draft("squat", "article", "squat")), slow(draft("calf", "article", "calf"))]

    cut = cut_to(parts_of(*lines, circuit=True), 60)

    assert {one.line.tempo for one in cut.drafts} == {SLOW}
    assert not cut.cut


@pytest.mark.parametrize("minutes", [38, 45])
def test_the_first_slow_week_of_a_short_session_b_still_pulls_and_pushes(minutes: int) -> None:
    frame = week("stabilization", 3)

    session = gym(owned=BANDS).session(frame, "stabilization", "b", at_most_min=minutes)

    lines = lines_of(session, "main", "core")
    assert {"push", "pull"} <= {pattern for line in lines for pattern in line.trains}
    assert [line.tempo for line in lines if line.exercise == "split-squat"] == [SLOW]


def test_shortly_before_a_race_the_warm_up_holds_nothing_new() -> None:
    trained = frozenset({"glute-bridge", "deadlift", "weighted-step-up", "push-up"})
    close = replace(gym(), known=trained)

    warm_up = {line.exercise for line in close.block("warm_up")}

    assert "glute-bridge" in warm_up
    assert "bodyweight-squat" not in warm_up
    assert "easy-movement" in warm_up
