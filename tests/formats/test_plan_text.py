"""A plan on a terminal: within its width, calm, and in the reader's words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tests import plans

from dovetail.cli.plan import speaker_of
from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import Plan
from dovetail.formats.plan_text import plan_text


def shown(
    plan: Plan,
    width: int = 80,
    week: int = 1,
    *,
    level: str = "intermediate",
    everything: bool = False,
) -> str:
    today = plans.START + timedelta(weeks=week - 1)
    say = plans.speaker(level)  # type: ignore[arg-type]
    return plan_text(plan, say=say, width=width, today=today, everything=everything)


@pytest.mark.parametrize("width", range(36, 121))
def test_no_line_is_wider_than_asked_or_ends_in_a_space(width: int) -> None:
    texts = [
        shown(plans.plan(), width, everything=True),
        shown(plans.beginner_plan(), width, level="beginner", everything=True),
        shown(plans.reviewed_plan(), width),
    ]

    lines = [line for text in texts for line in text.split("\n")]

    assert [line for line in lines if len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_beginners_read_no_pace_no_share_and_no_reserve() -> None:
    text = shown(plans.beginner_plan(), level="beginner", everything=True)

    assert re.findall(r"/km|/mi|%|\bRIR\b|\bRPE\b|\bpace\b", text) == []
    assert "stop with four good reps left" in text


def test_others_read_pace_and_reserve_and_what_they_mean() -> None:
    text = shown(plans.plan())

    assert "6:20–7:00/km" in text
    assert "RIR 4" in text
    assert "RIR: good repetitions still left" in text


def test_what_health_asks_is_said_before_any_training() -> None:
    plan = plans.plan()
    told = replace(plan.goal, reasons=(Reason("AI094", {"flags": 2}), Reason("AI174")))
    text = shown(replace(plan, goal=told))
    before, _, _ = text.partition("Season ·")

    assert "Health first" in before
    assert "Please see a physician" in " ".join(before.split())
    assert "check the place after every run" in " ".join(before.split())
    assert "Health first" not in shown(plan)


def test_the_first_screen_is_the_season_and_this_week_only() -> None:
    text = shown(plans.plan(), week=10)

    assert "Week 10 of 16" in text
    assert "Monday 25 January · today" in text
    assert re.findall(r"^Week (\d+) of", text, re.M) == ["10"]


def test_everything_shows_every_week() -> None:
    text = shown(plans.plan(), everything=True)

    assert re.findall(r"^Week (\d+) of", text, re.M) == [str(n) for n in range(1, 17)]


@pytest.mark.parametrize("width", [36, 40, 64, 80, 110])
def test_the_season_has_a_row_a_week_with_the_current_one_marked(width: int) -> None:
    season = shown(plans.plan(), width, week=9).split("\n\n")[1]
    heads, *rows = season.splitlines()[-17:]

    assert heads.split()[0] == "wk"
    assert len(rows) == 16
    assert [row.split()[1] for row in rows if row.startswith("→")] == ["9"]
    assert sum("lighter" in row for row in rows) == 3


def test_a_wide_row_says_phases_kilometres_quality_and_strength() -> None:
    row = next(line for line in shown(plans.plan(), 80).splitlines() if line.startswith("  12 "))

    told = "12 8 Feb lighter 32 ───╴ 14 Threshold 3×6 min maximal 3×6"
    assert " ".join(row.split()) == told


def test_kilometres_are_drawn_and_less_on_purpose_is_drawn_thin() -> None:
    plan = plans.plan()
    rows = {int(row[2:4]): row for row in season_rows(shown(plan, 80))}
    drawn = {n: "".join(re.findall("[━╸─╴]", row)) for n, row in rows.items()}
    halves = {n: sum(2 if c in "━─" else 1 for c in bar) for n, bar in drawn.items()}
    most = max(week.run_km for week in plan.weeks)

    for week in plan.weeks:
        assert halves[week.number] == pytest.approx(10 * week.run_km / most, abs=0.5)
        less = week.lighter or week.phase in ("taper", "race")
        assert ("─" in drawn[week.number]) == less
        assert ("━" in drawn[week.number]) != less


def test_the_race_stands_in_its_row_with_its_length() -> None:
    assert "RACE 21.1 km" in season_rows(shown(plans.plan(), 80))[-1]


@pytest.mark.parametrize(
    ("week", "here"),
    [
        (1, "You are in week 1 of 16; the race is 15 weeks away."),
        (15, "You are in week 15 of 16; the race is next week."),
        (16, "You are in week 16 of 16: race week."),
    ],
)
def test_the_season_says_where_you_are(week: int, here: str) -> None:
    assert here in shown(plans.plan(), 80, week)


def test_the_season_says_when_it_is_hard_and_why_it_is_light() -> None:
    text = re.sub(r"\n  (?=\w)", " ", shown(plans.plan(), 80))

    assert "The hardest week is 14: 48 km, the long run 20 km." in text
    assert "Weeks 4, 8 and 12 are lighter on purpose" in text
    assert "build: faster, heavier" in text


def test_bars_are_named_only_where_they_are_drawn() -> None:
    assert "A thin bar" in shown(plans.plan(), 80)
    assert "━" not in shown(plans.plan(), 40)
    assert "A thin bar" not in shown(plans.plan(), 40)


@pytest.mark.parametrize(
    ("code", "facts", "told"),
    [
        ("AI006", {}, "not one for a time: the aim is to arrive well"),
        ("AI059", {"weeks": 12}, "Without a race the weeks turn in blocks"),
    ],
)
def test_the_top_says_when_there_is_no_time_or_no_race_to_aim_at(
    code: str, facts: Facts, told: str
) -> None:
    plan = plans.plan()
    goal = replace(plan.goal, outlook=None, reasons=(Reason(code, facts),))

    assert told in shown(replace(plan, goal=goal), 300).split("\n\n")[0].replace("\n", " ")


def season_rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match(r"[→ ] +\d+ +\d+ \w{3} ", line)]


def test_a_circuit_reads_as_rounds_and_its_lines_without_sets() -> None:
    text = shown(plans.plan())

    assert "3 rounds, one after the other" in text
    assert re.search(r"Glute-bridge march +12$", text, re.M)


def test_heavy_work_reads_as_sets_load_and_rest() -> None:
    text = shown(plans.plan(), week=9)

    assert "Dumbbell deadlift: 3 × 6 · 2 × 17.5 kg · RIR 3 · rest 90 s" in text
    assert "Weighted step-up: 3 × 6 a side · a step up if clean · RIR 3 · rest" in text
    assert "Single-leg calf raise: 3 × 8–10 a side · RIR 2 · rest 30 s" in text


def test_the_recovery_block_is_one_line_where_there_is_room() -> None:
    lines = shown(plans.plan(), 110).splitlines()

    assert sum("Recover: " in line and "Slow breaths 10" in line for line in lines) == 2


def test_a_run_is_told_part_by_part() -> None:
    text = shown(plans.plan(), week=7)

    assert "12 min easy to warm up" in text
    assert "3 × 6 min at threshold, 5:15–5:20/km, 1 min easy between" in text


def test_nothing_is_said_twice_in_a_week() -> None:
    text = shown(plans.plan(), 120)

    assert text.count("Nothing. That is the plan.") == 1


def test_the_goal_stands_with_what_can_be_said_of_it() -> None:
    text = shown(plans.plan())

    assert text.startswith("Ana · half marathon on 14 March 2027, goal 1:58:00\n")
    assert "between\n1:53:00 and 2:00:00. The goal is within reach." in text


def test_the_days_before_week_1_are_a_week_of_their_own() -> None:
    plan = plans.plan(2)
    days = [replace(s, date=s.date - timedelta(weeks=1)) for s in plan.weeks[0].sessions[5:]]
    before = replace(
        plan.weeks[0], number=0, starts=plans.START - timedelta(weeks=1), sessions=tuple(days)
    )
    text = shown(replace(plan, weeks=(before, *plan.weeks)), week=0)

    assert "The days before week 1 · 16–22 November" in text
    assert "Season · 2 weeks" in text


def test_what_was_done_is_marked_in_words() -> None:
    assert "partly done" in shown(plans.reviewed_plan())


def test_a_warning_is_shown_with_its_fix() -> None:
    assert "Run 18 km at most." in " ".join(shown(plans.reviewed_plan()).split())


def test_real_plans_keep_to_the_width_too() -> None:
    for plan in plans.real_plans():
        for width in (36, 40, 64, 80, 110):
            text = plan_text(
                plan, say=speaker_of(plan), width=width, today=plan.made_on, everything=True
            )

            assert max(map(len, text.splitlines())) <= width
