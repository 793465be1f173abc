"""What the faster running of every planned season holds, asked of eighty likely people.

The numbers are the coach's: findings C1 to C10 and checks 20, 25 and 28 to 31. The people are
those of the guarantees, planned once a run; `--hypothesis-seed=N` repeats them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from tests import season_checks as checks
from tests.properties.everybody import People
from tests.seasons import Season, is_loading, runs_of

from dovetail.domain.plan import Week
from dovetail.domain.prescription import RunStep
from dovetail.domain.session import Session
from dovetail.planning.run_recipes import minutes_of

Says = Iterator[str]
FASTER = ("strides", "hills", "threshold", "interval", "repetition", "race_pace")
FIRST_INTERVAL_WEEK, HARD_BEFORE_INTERVALS = 4, 3
MOST_IN_A_ROW = 2
KINDS_IN, KINDS, KINDS_OF_FEW_RUNS = 6, 3, 2
FEW_RUNS = 3
SPRINT_MIN = 0.4
HEAVY = ("maximal_strength", "power")
FASTER_LONG = ("AI040", "AI041")
LAST_WEEKS, RACE_SHARE = 5, 0.5
LONG_RACES = ("half", "marathon")
REHEARSAL_DAYS, RACE_PACE_DAYS = (21, 45), (4, 14)
HARD_DAYS_AT_MOST = 0.08
"""Seasons whose days leave three hard ones in a row somewhere."""
STRAYS_AT_MOST = 0.04
"""Seasons in which a slot, a limit or a short plan leaves no room for what the others hold."""


# -- words -------------------------------------------------------------------------------


def key_of(week: Week) -> list[Session]:
    """The runs of a week that hold more than easy running, without the long run."""
    return [one for one in runs_of(week) if one.kind in FASTER]


def work(run: Session) -> tuple[RunStep, ...]:
    return tuple(step for step in run.steps if step.part in ("work", "strides"))


def at_interval_pace(run: Session) -> bool:
    return run.kind == "interval" and any(step.target.pace == "interval" for step in work(run))


def structure(run: Session) -> tuple[object, ...]:
    """What makes two sessions the same one: the kind, and each piece with its rest."""
    return (
        run.kind,
        *(
            (step.part, step.repeat, step.km, step.minutes, step.target.pace)
            for step in run.steps
            if step.part in ("work", "strides", "recovery")
        ),
    )


def loading(season: Season) -> list[Week]:
    return [week for week in season.weeks if is_loading(week)]


def share(everybody: People, says: Callable[[Season], Says]) -> float:
    """The share of likely people's seasons of which something is said."""
    return len(everybody.likely_with_complaints(says)) / len(everybody.likely_seasons)


# -- nothing new at the end (check 2) ------------------------------------------------------


def test_no_kind_of_run_is_new_in_the_last_two_weeks(everybody: People) -> None:
    assert share(everybody, checks.found("MS402")) <= STRAYS_AT_MOST


# -- stimuli in order (C7, check 28) -------------------------------------------------------


def intervals_come_late(season: Season) -> Says:
    hard = 0
    for week in season.weeks:
        for run in sorted(key_of(week), key=lambda one: one.date):
            if at_interval_pace(run):
                if week.number < FIRST_INTERVAL_WEEK or hard < HARD_BEFORE_INTERVALS:
                    yield f"week {week.number}: intervals after {hard} hard sessions"
                return
            hard += run.kind in ("threshold", "hills", "interval")


def test_intervals_wait_for_week_four_and_three_hard_sessions(everybody: People) -> None:
    assert share(everybody, intervals_come_late) <= STRAYS_AT_MOST


def test_who_runs_by_feel_or_begins_has_no_intervals_at_pace(everybody: People) -> None:
    def paced(season: Season) -> Says:
        if season.profile.by_feel or season.profile.level == "beginner" or season.bone:
            for run in season.sessions:
                if run.discipline == "run" and (at_interval_pace(run) or run.kind == "repetition"):
                    yield f"{run.id} is {run.kind}"

    assert everybody.likely_complaints(paced) == []


def test_threshold_comes_before_intervals_and_race_pace(everybody: People) -> None:
    def out_of_order(season: Season) -> Says:
        if season.profile.level == "beginner" or season.bone:
            return
        met: set[str] = set()
        for run in sorted(season.sessions, key=lambda one: one.date):
            early = at_interval_pace(run) or run.kind == "race_pace"
            if run.discipline == "run" and early and "threshold" not in met:
                yield f"{run.id}: {run.kind} before any threshold"
                return
            met.add(run.kind)

    assert share(everybody, out_of_order) <= STRAYS_AT_MOST


def test_the_first_intervals_are_five_times_two_minutes(everybody: People) -> None:
    def other(season: Season) -> Says:
        first = next((one for one in season.sessions if at_interval_pace(one)), None)
        if first is not None and season.profile.level != "advanced":
            (step,) = set(work(first))
            if step.minutes != 2 or step.repeat > 5:
                yield f"{first.id}: {step.repeat} × {step.minutes} min"

    assert everybody.likely_complaints(other) == []


# -- variety without chaos (C8, check 29) --------------------------------------------------


def thrice_in_a_row(season: Season) -> Says:
    """The same structure in three loading weeks running."""
    before: list[set[tuple[object, ...]]] = []
    for week in loading(season):
        now = {structure(run) for run in key_of(week)}
        if len(before) == MOST_IN_A_ROW and (same := now & before[0] & before[1]):
            yield f"week {week.number}: {next(iter(same))} for the third week"
        before = [*before, now][-MOST_IN_A_ROW:]


def test_no_session_stands_three_weeks_running(everybody: People) -> None:
    assert share(everybody, thrice_in_a_row) <= STRAYS_AT_MOST


def type_of(run: Session) -> tuple[object, ...]:
    """What a coach calls another session: sprints or hills, long pieces or short, by feel."""
    steps = work(run)
    first = steps[0]
    sprint = run.kind == "hills" and (first.minutes or 1.0) < SPRINT_MIN
    pieces = min(3, first.repeat) if run.kind == "threshold" else 0
    return (run.kind, first.target.pace, sprint, pieces)


def types_of(week: Week) -> set[tuple[object, ...]]:
    """The types of session in a week; a long run with a faster part is one."""
    longs = {
        ("long", reason.code)
        for run in runs_of(week)
        for reason in run.reasons
        if run.kind == "long" and reason.code in FASTER_LONG
    }
    return {type_of(run) for run in key_of(week)} | longs


def few_kinds(season: Season) -> Says:
    weeks = loading(season) if season.structure.keys else []
    few = season.profile.level == "beginner" or season.structure.runs <= FEW_RUNS or season.bone
    least = KINDS_OF_FEW_RUNS if few else KINDS
    for first in range(len(weeks) - KINDS_IN + 1):
        some = weeks[first : first + KINDS_IN]
        kinds = {one for week in some for one in types_of(week)}
        first_weeks = some[0].number <= KINDS_IN  # a beginner's block starts without any
        if len(kinds) < least and not (few and first_weeks):
            yield f"weeks {some[0].number} to {some[-1].number}: {kinds}"


def test_six_loading_weeks_hold_several_kinds(everybody: People) -> None:
    assert share(everybody, few_kinds) <= STRAYS_AT_MOST


# -- toward the race (C9, check 30) --------------------------------------------------------


def race_minutes(season: Season, run: Session) -> tuple[float, float]:
    """Minutes of a run above easy, and those of them that belong to the race."""
    race = season.athlete.goal.race
    own = {"5k": {"interval", "5k"}, "10k": {"threshold", "10k"}}.get(race, {"threshold"})
    quality = near = 0.0
    for step in run.steps:
        by_effort = step.target.pace is None and (step.target.rpe or (0, 0))[0] >= 6
        if step.part != "work" or not (by_effort or step.target.pace not in (None, "easy")):
            continue
        minutes = minutes_of((step,), season.paces)
        quality += minutes
        near += minutes * (step.target.pace in {*own, "race", race})
    return quality, near


def turned_away(season: Season) -> Says:
    if season.athlete.goal.race not in ("5k", "10k", *LONG_RACES) or season.bone:
        return
    weeks = [week for week in loading(season) if week.phase in ("build", "peak")][-LAST_WEEKS:]
    runs = [race_minutes(season, run) for week in weeks for run in runs_of(week)]
    quality, near = sum(one for one, _ in runs), sum(one for _, one in runs)
    if len(weeks) == LAST_WEEKS and quality and near < RACE_SHARE * quality:
        yield f"{near:.0f} of {quality:.0f} min belong to the race"


def test_the_last_five_loading_weeks_turn_to_the_race(everybody: People) -> None:
    assert share(everybody, turned_away) <= STRAYS_AT_MOST


# -- a rehearsal (check 31) ----------------------------------------------------------------


def no_race_pace_near_the_race(season: Season) -> Says:
    race_on = season.race_on
    if season.athlete.goal.race not in LONG_RACES or race_on is None or not met_race_pace(season):
        return
    last, first = (race_on - timedelta(days) for days in RACE_PACE_DAYS)
    paced = [
        one for one in season.sessions if any(step.target.pace == "race" for step in one.steps)
    ]
    if not any(first <= one.date <= last for one in paced):
        yield "no race pace from day −14 to day −4"


def met_race_pace(season: Season) -> bool:
    """Whether race pace is practised at all: not where it is nearly easy."""
    return any(
        step.target.pace == "race"
        for one in season.sessions
        if one.discipline == "run"
        for step in one.steps
    )


def test_race_pace_is_touched_in_the_last_two_weeks(everybody: People) -> None:
    assert share(everybody, no_race_pace_near_the_race) <= STRAYS_AT_MOST


def test_race_pace_is_known_before_the_last_two_weeks(everybody: People) -> None:
    """Checks 2 and 31: who may run at race pace has met it early enough to sharpen with it."""
    assert share(everybody, checks.found("MS431")) <= STRAYS_AT_MOST


# -- one step at a time (B15, check 27) ------------------------------------------------------


def new_with_heavy(season: Season) -> Says:
    """A kind of quality run that comes first in the week in which heavy lifting begins."""
    met: set[str] = set()
    phase = None
    for week in season.weeks:
        hard = {run.kind for run in key_of(week) if checks.quality_minutes(season, run)}
        begins = week.strength_phase in HEAVY and week.strength_phase != phase
        if begins and is_loading(week) and met and (new := hard - met):
            yield f"week {week.number} begins {week.strength_phase} and holds {new} first"
        met |= hard
        phase = week.strength_phase


def test_no_new_kind_of_run_comes_with_the_start_of_heavy_lifting(everybody: People) -> None:
    assert share(everybody, new_with_heavy) <= STRAYS_AT_MOST


# -- sizes (C4, check 25), M pace (C5), after races (C10) ------------------------------------


def test_quality_is_sized_for_the_runner(everybody: People) -> None:
    assert share(everybody, checks.found("MS425", "LM107")) <= STRAYS_AT_MOST


def test_marathon_pace_that_is_nearly_easy_is_not_practised(everybody: People) -> None:
    def practised(season: Season) -> Says:
        nearly_easy = season.paces.views["marathon"].s_per_km is None
        if season.athlete.goal.race == "marathon" and nearly_easy:
            for run in season.sessions:
                if run.kind == "long" and any(one.target.pace == "race" for one in run.steps):
                    yield f"{run.id} holds marathon pace"

    assert everybody.likely_complaints(practised) == []


def test_no_quality_in_the_days_after_a_race(everybody: People) -> None:
    """C10: two days after 5 km, three after 10 km, five after a half."""

    def too_soon(season: Season) -> Says:
        for race in season.sessions:
            if race.kind != "tune_up" or not race.km:
                continue
            days = 2 if race.km <= 5 else 3 if race.km <= 16 else 5
            for run in season.sessions:
                after = (run.date - race.date).days
                early = run.discipline == "run" and 0 < after < days and run.kind != "long"
                if early and checks.quality_minutes(season, run):
                    yield f"{run.id} {after} days after {race.km:g} km"

    assert everybody.likely_complaints(too_soon) == []


# -- hard days ------------------------------------------------------------------------------


def test_three_hard_days_in_a_row_are_rare(everybody: People) -> None:
    assert share(everybody, checks.found("MS420", "PL212")) <= HARD_DAYS_AT_MOST


def test_what_recurs_grows_without_a_jump(everybody: People) -> None:
    """C8: work of the same kind and pace never rises by more than half at once."""

    def jumps(season: Season) -> Says:
        last: dict[str, float] = {}
        for week in loading(season):
            for run in key_of(week):
                if run.kind == "threshold":
                    now = minutes_of(work(run), season.paces)
                    if (before := last.get(run.kind)) and now > MOST_GROWTH * before:
                        yield f"{run.id}: {now:.0f} min after {before:.0f}"
                    last[run.kind] = now

    assert share(everybody, jumps) <= STRAYS_AT_MOST


MOST_GROWTH = 1.5
