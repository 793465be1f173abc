"""What easier does to each kind of session, in examples that a coach can read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.golden.twelve import season_of
from tests.review.eases import shelf_of

from dovetail.domain.decision import Reason
from dovetail.domain.easing import NO_RUNNING, REST, Ease
from dovetail.domain.prescription import Line
from dovetail.domain.session import Session
from dovetail.formats.week_text import WeekText
from dovetail.review.easing import eased, eased_day
from dovetail.review.no_harder import harder_in, no_harder

AMBER = Ease(quality="less", long_share=0.85, lift="less", grow=False)
RED = Ease(
    quality="easy", fastest="easy", long_share=0.85, run_min=40.0, lift="light", hops=False,
    heavy_legs=False, grow=False,
)  # fmt: skip
SORE = Ease(
    quality="easy", fastest="easy", easy_share=0.75, long_share=0.75, lift="less", hops=False,
    heavy_legs=False, grow=False,
)  # fmt: skip
TIRED = (Reason("AD340", {"points": 3, "worst": "readiness.sleep"}),)


def session_of(name: str, called: str) -> Session:
    return next(one for one in season_of(name).sessions if one.id == called)


def left_of(name: str, called: str, left: Ease) -> Session:
    found = eased(session_of(name, called), left, shelf_of(name), TIRED)
    assert found is not None
    return found


def day_of(name: str, called: str) -> tuple[Session, ...]:
    on = session_of(name, called).date
    return tuple(one for one in season_of(name).sessions if one.date == on)


def title_of(name: str, called: str, left: Ease) -> str:
    return season_of(name).say.title(left_of(name, called, left))


def text_of(name: str, sessions: tuple[Session, ...]) -> str:
    season = season_of(name)
    say = WeekText(season.say, 200, True, season.today)
    return "\n".join(say.day(sessions[0].date, sessions, set()))


# -- faster runs -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "called", "was", "now"),
    [
        ("ana-half", "2027-W05-quality-1", "Intervals 5 × 2 min", "Intervals 3 × 2 min"),
        ("ana-half", "2027-W01-quality-1", "Threshold 3 × 6 min", "Threshold 2 × 6 min"),
        ("ana-half", "2027-W03-quality-1", "Threshold 15 min", "Threshold 10 min"),
        ("marathon-sub-3", "2027-W05-quality-1", "Repetitions 6 × 400 m", "Repetitions 4 × 400 m"),
        ("marathon-sub-3", "2027-W07-quality-2", "Race pace 10 km", "Race pace 7 km"),
    ],
)
def test_a_third_of_the_repetitions_goes(name: str, called: str, was: str, now: str) -> None:
    assert season_of(name).say.title(session_of(name, called)) == was
    assert title_of(name, called, AMBER) == now


def test_fewer_repetitions_are_none_the_faster() -> None:
    was, now = (
        session_of("ana-half", "2027-W05-quality-1"),
        left_of("ana-half", "2027-W05-quality-1", AMBER),
    )

    assert [step.target for step in now.steps] == [step.target for step in was.steps]
    assert now.key
    assert now.hard_unit
    assert now.minutes == was.minutes - 2 * 4


def test_an_easy_run_takes_the_place_of_intervals() -> None:
    now = left_of("ana-half", "2027-W05-quality-1", RED)

    assert (now.id, now.kind, now.key, now.hard_unit) == (
        "2027-W05-quality-1",
        "easy",
        False,
        False,
    )
    assert [step.target.pace for step in now.steps] == ["easy"]
    assert now.minutes <= 40


def test_what_an_exchanged_run_was_for_is_no_longer_said() -> None:
    now = left_of("ana-half", "2027-W05-quality-1", RED)

    assert [reason.code for reason in now.reasons] == ["AD340", "AI202"]


def test_threshold_running_stays_where_only_faster_running_waits() -> None:
    held = Ease(fastest="threshold")

    assert title_of("ana-half", "2027-W01-quality-1", held) == "Threshold 3 × 6 min"
    assert left_of("ana-half", "2027-W05-quality-1", held).kind == "easy"


def test_strides_stay_where_threshold_running_waits() -> None:
    assert left_of("ana-half", "2026-W49-quality-1", Ease(fastest="strides")).kind == "strides"
    assert left_of("ana-half", "2027-W01-quality-1", Ease(fastest="strides")).kind == "easy"
    assert left_of("ana-half", "2026-W49-quality-1", Ease(fastest="easy")).kind == "easy"


def test_no_faster_running_at_all_leaves_nothing_of_it() -> None:
    session = session_of("ana-half", "2027-W01-quality-1")

    assert eased(session, Ease(quality="none"), shelf_of("ana-half")) is None


# -- long and easy runs ------------------------------------------------------------------


def test_a_tired_morning_takes_some_of_the_long_run_and_a_piece_of_its_race_pace() -> None:
    assert season_of("ana-half").say.title(session_of("ana-half", "2027-W09-long")) == (
        "Long run 19 km, 3 × 2 km race pace"
    )
    assert title_of("ana-half", "2027-W09-long", AMBER) == "Long run 15 km, 2 × 2 km race pace"


def test_a_long_run_with_pain_is_easy_to_its_end() -> None:
    now = left_of("ana-half", "2027-W09-long", SORE)

    assert season_of("ana-half").say.title(now) == "Long run 12 km"
    assert [step.target.pace for step in now.steps] == ["easy"]
    assert now.kind == "long"


def test_one_long_piece_of_race_pace_gets_shorter() -> None:
    now = title_of("marathon-sub-3", "2027-W08-long", Ease(quality="less"))

    assert now == "Long run 30 km, 9.5 km race pace"


@pytest.mark.parametrize(
    ("name", "called", "now"),
    [
        ("ana-half", "2026-W49-easy-1", "Easy 3.5 km"),
        ("first-10k", "2026-W49-long", "Long run 25 min"),
    ],
)
def test_an_easy_run_with_pain_is_a_quarter_shorter(name: str, called: str, now: str) -> None:
    assert title_of(name, called, SORE) == now


def test_an_easy_run_stays_on_a_tired_morning() -> None:
    session = session_of("ana-half", "2026-W49-easy-1")

    assert eased(session, AMBER, shelf_of("ana-half"), TIRED) is session


def test_a_run_too_short_to_go_out_for_is_dropped() -> None:
    session = session_of("ana-half", "2026-W49-easy-1")

    assert eased(session, Ease(run_min=9.0), shelf_of("ana-half")) is None


def test_no_share_leaves_too_little_to_go_out_for() -> None:
    assert title_of("ana-half", "2026-W49-easy-1", Ease(easy_share=0.2)) == "Easy 1.5 km"


def test_a_share_is_rounded_to_the_nearest_that_is_shown() -> None:
    for share, now in ((0.38, "Easy 1.5 km"), (0.39, "Easy 2 km"), (0.6, "Easy 2.5 km")):
        assert title_of("ana-half", "2026-W49-easy-1", Ease(easy_share=share)) == now


def test_a_long_run_too_short_for_its_race_pace_loses_nothing_for_it() -> None:
    five_km = Ease(quality="easy", run_km=5.0)

    assert title_of("ana-half", "2027-W09-long", five_km) == "Long run 5 km"


# -- walking breaks ----------------------------------------------------------------------


def test_walking_breaks_take_the_place_of_a_run() -> None:
    now = left_of("ana-half", "2027-W09-long", Ease(rung=1, run_min=24.0))

    assert season_of("ana-half").say.title(now) == "8 × run 1 min, walk 2 min"
    assert (now.kind, now.minutes, now.key) == ("run_walk", 29, False)


def test_an_outing_is_no_longer_than_the_run_whose_place_it_takes() -> None:
    was = session_of("ana-half", "2026-W49-easy-1")
    now = left_of("ana-half", "2026-W49-easy-1", Ease(rung=4))

    assert season_of("ana-half").say.title(now) == "5 × run 4 min, walk 1 min"
    assert now.minutes <= was.minutes


def test_an_outing_has_the_share_of_the_runs_beside_it_too() -> None:
    shelf, third = shelf_of("ana-half"), Ease(rung=5, easy_share=1 / 3)
    was = session_of("ana-half", "2026-W49-easy-1")

    alone, for_two = eased(was, third, shelf), eased(was, third, shelf, (), (was, was))

    assert alone is not None
    assert for_two is not None
    assert (alone.minutes, for_two.minutes) == (12, 26)
    assert for_two.minutes <= was.minutes
    assert eased(for_two, third, shelf) is for_two


def test_half_of_every_outing_of_the_ladder_is_an_outing() -> None:
    outings = [one for one in season_of("run-walk-5k").sessions if one.kind == "run_walk"]
    assert outings

    for was in outings:
        half = eased(was, Ease(easy_share=0.5), shelf_of("run-walk-5k"))
        assert half is not None, was.id
        assert 12 <= half.minutes <= 0.5 * was.minutes + 1, was.id


def test_who_stands_on_a_lower_rung_stays_there() -> None:
    session = session_of("run-walk-5k", "2026-W49-easy-1")

    assert eased(session, Ease(rung=4), shelf_of("run-walk-5k")) is session


# -- strength ----------------------------------------------------------------------------


def lines_of(session: Session) -> dict[str, Line]:
    return {line.exercise: line for line in session.working_lines()}


def test_a_tired_morning_takes_a_set_and_a_repetition() -> None:
    was = lines_of(session_of("marathon-sub-3", "2027-W05-strength-a"))
    session = left_of("marathon-sub-3", "2027-W05-strength-a", AMBER)

    for exercise, line in lines_of(session).items():
        assert line.sets == max(1, was[exercise].sets - 1)
        assert line.reps == was[exercise].reps
        if line.rir is not None:
            assert line.rir == (was[exercise].rir or 0) + 1
    assert session.minutes < session_of("marathon-sub-3", "2027-W05-strength-a").minutes


def test_a_circuit_goes_round_once_less() -> None:
    was = session_of("ana-half", "2026-W49-strength-a")
    now = left_of("ana-half", "2026-W49-strength-a", AMBER)

    assert [block.rounds for block in was.blocks if block.circuit] == [2]
    assert [block.rounds for block in now.blocks if block.circuit] == [1]


def test_pain_takes_the_jumps_and_lightens_the_legs() -> None:
    now = left_of("ana-half", "2027-W04-strength-a", SORE)

    assert "pogo-hop" in lines_of(session_of("ana-half", "2027-W04-strength-a"))
    assert "pogo-hop" not in lines_of(now)
    assert not now.contacts
    assert not now.heavy_legs
    assert not now.hard_unit
    assert lines_of(now)["dumbbell-deadlift"].rir == 4


def test_a_red_morning_turns_lifting_into_mobility() -> None:
    now = left_of("ana-half", "2027-W04-strength-a", RED)

    assert (now.discipline, now.kind, now.minutes) == ("mobility", "mobility", 20)
    assert not any(now.working_lines())


def test_nothing_grows_where_nothing_may() -> None:
    growing = [
        one
        for one in season_of("marathon-sub-3").sessions
        if any(line.load_rule == "step" for line in one.lines())
    ]

    for session in growing:
        now = eased(session, Ease(grow=False), shelf_of("marathon-sub-3"))
        assert now is not None
        assert not any(line.load_rule == "step" for line in now.lines())
        assert [line.sets for line in now.lines()] == [line.sets for line in session.lines()]
    assert growing


def loaded(session: Session, kg: float) -> Session:
    blocks = (
        replace(
            block,
            lines=tuple(
                replace(line, load_kg=kg) if line.load_rule is not None else line
                for line in block.lines
            ),
        )
        for block in session.blocks
    )
    return replace(session, blocks=tuple(blocks))


@pytest.mark.parametrize(("left", "most"), [(AMBER, 95.0), (Ease(heavy_legs=False), 80.0)])
def test_a_load_falls_with_what_is_kept_in_reserve(left: Ease, most: float) -> None:
    was = loaded(session_of("marathon-sub-3", "2027-W05-strength-a"), 100.0)
    now = eased(was, left, shelf_of("marathon-sub-3"))

    assert now is not None
    assert lines_of(now)["deadlift"].load_kg == most
    assert no_harder(now, was, season_of("marathon-sub-3").profile.runner)
    assert eased(now, left, shelf_of("marathon-sub-3")) is now


# -- races, and the day as a whole -------------------------------------------------------


def test_a_race_is_told_of_a_tired_morning_and_not_shortened() -> None:
    was = session_of("ana-half", "2027-W11-race")
    now = left_of("ana-half", "2027-W11-race", AMBER)

    assert (now.steps, now.minutes, now.km) == (was.steps, was.minutes, was.km)
    assert [reason.code for reason in now.reasons[:2]] == ["AD340", "AI220"]


def test_a_race_is_dropped_where_nobody_may_run() -> None:
    (race,) = day_of("ana-half", "2027-W11-race")
    (now,) = eased_day((race,), NO_RUNNING, shelf_of("ana-half"), TIRED)

    assert now.discipline == "rest"
    assert [reason.code for reason in now.reasons] == ["AD340", "AI221"]


def test_a_day_of_rest_has_its_why() -> None:
    day = day_of("ana-half", "2027-W04-strength-a")
    (now,) = eased_day(day, REST, shelf_of("ana-half"), TIRED)

    assert (now.id, now.discipline) == ("2027-W04-rest-mon", "rest")


def test_what_is_left_of_a_visit_is_counted_anew() -> None:
    day = day_of("ana-half", "2027-W04-strength-a")
    now = eased_day(day, NO_RUNNING & Ease(lift="light"), shelf_of("ana-half"), TIRED)

    assert [one.order for one in day] == [1, 2]
    assert [(one.discipline, one.order) for one in now] == [("mobility", 1)]


def test_a_run_warms_up_for_strength_only_where_there_is_some() -> None:
    say = season_of("ana-half").say
    day = day_of("ana-half", "2027-W04-strength-a")
    now = eased_day(day, RED, shelf_of("ana-half"), TIRED)

    assert "warm-up for strength" in say.purpose(day[0])
    assert "warm-up" not in say.purpose(now[0])


def test_a_runner_reads_what_was_changed_and_why() -> None:
    day = day_of("ana-half", "2027-W05-quality-1")
    text = text_of("ana-half", eased_day(day, AMBER, shelf_of("ana-half"), TIRED))

    assert "3 points this morning, sleep most of all" in " ".join(text.split())
    assert "3 of 5 repetitions" in " ".join(text.split())


# -- the order itself --------------------------------------------------------------------


def harder_ones() -> Iterator[tuple[str, Session]]:
    run = session_of("ana-half", "2027-W01-quality-1")
    lift = loaded(session_of("marathon-sub-3", "2027-W05-strength-a"), 100.0)
    more = tuple(replace(one, repeat=one.repeat + (one.repeat > 1)) for one in run.steps)
    yield "minutes", replace(run, minutes=run.minutes + 1)
    yield "km", replace(run, km=(run.km or 0) + 0.1)
    yield "hard_min", replace(run, steps=more)
    yield "deadlift", loaded(lift, 100.5)
    (*others, last) = lift.blocks
    work = next(block for block in others if block.part == "main")
    hops = replace(work, lines=(replace(work.lines[0], contacts=10), *work.lines[1:]))
    sets = replace(work, lines=(replace(work.lines[0], sets=9), *work.lines[1:]))
    ready = replace(work, lines=(replace(work.lines[0], rir=1.0), *work.lines[1:]))
    yield "contacts", replace(lift, blocks=(hops, last))
    yield "sets", replace(lift, blocks=(sets, last))
    yield work.lines[0].exercise, replace(lift, blocks=(ready, last))


@pytest.mark.parametrize("number", range(7))
def test_more_of_anything_is_harder(number: int) -> None:
    what, harder = list(harder_ones())[number]
    run = session_of("ana-half", "2027-W01-quality-1")
    lift = loaded(session_of("marathon-sub-3", "2027-W05-strength-a"), 100.0)
    old = run if harder.discipline == "run" else lift
    runner = season_of("ana-half").profile.runner

    assert what in harder_in(harder, old, runner)
    assert no_harder(old, old, runner)
    assert no_harder(None, old, runner)
    assert not no_harder(old, None, runner)
