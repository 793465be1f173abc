"""What I read in it: efforts, form, sleep, sore legs, pain, tests and races."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.session import Session
from dovetail.domain.signals import PainCourse
from dovetail.domain.units import rounded
from dovetail.domain.week_signals import EffortTold, LineDone, RaceDone, StrengthTrend, TestDone
from dovetail.review.letter_facts import Told, as_done, named, noun

TESTS = frozenset(
    {
        "single_leg_stance", "front_plank", "bodyweight_squat", "goblet_squat", "side_plank",
        "calf_raise", "sit_to_stand", "drop_and_stick", "technique_check", "brisk_walk",
        "single_leg_squat", "plank", "y_balance", "hop_distance",
    }
)  # fmt: skip
"""The tests that a letter has a name for."""
BY_THE_CLOCK = frozenset({"single_leg_stance", "front_plank", "side_plank", "plank"})
"""Tests that are held for seconds; the others count."""
DONE_OR_NOT = frozenset({"bodyweight_squat", "goblet_squat", "technique_check", "drop_and_stick"})
"""Tests that have no mark to come back to: they are clean or they are not."""
KEPT = ("AD310", "AD313", "AD362")
"""Rules by which a line keeps its load, or loses some of it."""
IGNORED = "MS452"
"""The mistake that tells of short nights with more than their number."""
_SHARE_STEP = 5


def read(told: Told) -> Iterator[Reason]:
    """Yield what may be told of what was read, in the order of reading."""
    if told.goal_race is not None:
        yield from (_test(one) for one in told.week.tests)
        yield from _pains(told)
        return
    yield from (_race(one) for one in told.week.races if one.change_pct is not None)
    if not told.week.races:
        yield from _keys(told)
        yield from _easy(told)
        yield from _more(told)
        yield from _lifts(told)
    yield from (_test(one) for one in told.week.tests)
    yield from _trends(told)
    yield from _sore(told)
    yield from _pains(told)
    yield from _sleep(told)
    yield from _findings(told)
    if told.did_something and not told.efforts:
        yield Reason("LE548")
    if told.reviewed is not None and told.reviewed.number == 1 and not told.adherence.is_silent:
        yield Reason("LE549")


def _findings(told: Told) -> Iterator[Reason]:
    """Yield the mistakes of the reviewed week: an older one was told in its own letter."""
    year, number, _ = told.week.starts.isocalendar()
    here = f"{year}-W{number:02}"
    for one in told.case.findings:
        if one.place.week in (None, here) or told.case.late:
            yield Reason(one.code, {"amount": one.amount, **one.facts})


def test_word(test: str) -> str:
    """Name a test; one that nobody knows by its own word."""
    return f"letter_tests.{test}" if test in TESTS else test.replace("_", " ")


def _race(race: RaceDone) -> Reason:
    change = race.change_pct or 0.0
    how = "alike" if abs(change) < 1 else "better" if change > 0 else "worse"
    return Reason("LE530", {"change": f"letter_change.{how}"})


def _keys(told: Told) -> Iterator[Reason]:
    """Say how key sessions felt, and against what was asked."""
    found = [(one, told.sessions[one.session]) for one in told.efforts]
    keys = [(one, session) for one, session in found if session.key]
    if len(keys) == 2 and not any(one.over for one, _ in keys):
        yield _both(*keys)
    else:
        yield from (
            Reason(_felt_code(one), {**named(as_done(session)), **_felt(one)})
            for one, session in keys
        )


def _both(first: tuple[EffortTold, Session], second: tuple[EffortTold, Session]) -> Reason:
    (one, session), (other, later) = first, second
    after: Facts = {
        "second_day": later.date.isoformat(),
        "second_noun": noun(later),
        "second_felt": other.told,
    }
    return Reason("LE529", {**named(as_done(session)), **_felt(one), **after})


def _felt_code(one: EffortTold) -> str:
    return "LE532" if one.over > 0 else "LE533" if one.over < 0 else "LE531"


def _felt(one: EffortTold) -> Facts:
    low, high = one.asked
    return {"felt": one.told, "asked_low": low, "asked_high": high}


def _easy(told: Told) -> Iterator[Reason]:
    if hard := told.too_hard:
        worst = max(hard, key=lambda one: one.over)
        yield Reason("LE534", {"easy_runs": len(hard), **_felt(worst)})


def _more(told: Told) -> Iterator[Reason]:
    share = told.adherence.share
    if share is not None and told.did_much_more:
        yield Reason("LE535", {"more_pct": rounded(100 * (share - 1), _SHARE_STEP)})


def _lifts(told: Told) -> Iterator[Reason]:
    """Say the exercise whose form went, and the heaviest that was clean."""
    broken = told.broken
    if broken is not None:
        yield _form(told, broken)
    clean = [one for one in told.lines if one.clean == one.sets and one.asked_rir is not None]
    if clean := [one for one in clean if one.last_rir is not None]:
        yield _clean(told, max(clean, key=lambda one: one.load_kg or 0))


def _form(told: Told, line: LineDone) -> Reason:
    how = "one" if line.sets == 1 else "all" if line.broke == line.sets else "some"
    facts: Facts = {"form": f"letter_form.{how}", "broke": line.broke, "sets": line.sets}
    return Reason("LE536", {"exercise": told.name_of(line.exercise), **facts})


def _clean(told: Told, line: LineDone) -> Reason:
    facts: Facts = {"exercise": told.name_of(line.exercise), "sets": line.sets}
    spare = line.rir_over
    if spare is not None and spare >= 1:
        return Reason("LE538", {**facts, "spare": int(spare)})
    return Reason("LE537", {**facts, "left": int(line.last_rir or 0)})


def _test(one: TestDone) -> Reason:
    facts: Facts = {"test": test_word(one.test)}
    timed, key = ("_time", "_s") if one.test in BY_THE_CLOCK else ("", "")
    if one.left is not None and one.right is not None:
        sides: Facts = {f"left{key}": one.left, f"right{key}": one.right}
        return Reason("LE539", {**facts, "mark": f"letter_marks.sides{timed}", **sides})
    if one.test in DONE_OR_NOT:
        return Reason("LE508", facts)
    mark: Facts = {
        "mark": f"letter_marks.{'time' if timed else 'count'}", f"value{key}": one.lower or 0.0,
    }  # fmt: skip
    if one.before is None:
        return Reason("LE540", {**facts, **mark})
    before: Facts = {"mark_before": f"letter_marks.before{timed}", f"before{key}": one.before}
    return Reason("LE541", {**facts, **mark, **before})


def _trends(told: Told) -> Iterator[Reason]:
    """Say a lift that clearly goes up or down; the surest of them."""
    clear = [one for one in told.week.strength if _is_clear(told, one) and told.in_week(one.on)]
    if clear:
        one = max(clear, key=lambda trend: (trend.trusted, trend.sessions, trend.exercise))
        code = "LE542" if (one.change_pct_per_week or 0.0) > 0 else "LE543"
        facts: Facts = {"exercise": told.name_of(one.exercise), "times": one.sessions}
        yield Reason(code, facts)


def _is_clear(told: Told, trend: StrengthTrend) -> bool:
    """Whether a trend is the runner's own: not where the plan asks for less, or for no more."""
    change = trend.change_pct_per_week or 0.0
    if abs(change) < told.number("trend_pct"):
        return False
    if change < 0:
        return any(_fell_short(one) for one in told.lines if one.exercise == trend.exercise)
    kept = (one.about for one in told.case.decisions if one.code in KEPT)
    return trend.exercise not in kept


def _fell_short(line: LineDone) -> bool:
    least = line.asked_reps[0] if line.asked_reps else 0
    reps = least if line.least_reps is None else line.least_reps
    return (line.rir_over or 0) < 0 or reps < least or line.broke > 0


def _sore(told: Told) -> Iterator[Reason]:
    """Say sore legs that new strength work explains: they are no warning."""
    mornings = told.week.mornings
    line = told.number("sore")
    sore = [
        day
        for day, one in mornings.items()
        if one.new_phase_soreness and one.soreness is not None and one.soreness <= line
    ]
    if sore:
        later = (day for day in mornings if day > sore[-1])
        fine = next((day for day in later if _fresh(told, day)), None)
        facts: Facts = {"sore_day": sore[-1].isoformat()}
        if fine is None:
            yield Reason("LE544", facts)
        else:
            yield Reason("LE545", {**facts, "fine_day": fine.isoformat()})


def _fresh(told: Told, day: date) -> bool:
    soreness = told.week.mornings[day].soreness
    return soreness is not None and soreness > told.number("sore")


def _pains(told: Told) -> Iterator[Reason]:
    """Say a pain of these days that no gate speaks of."""
    spoken = {reason.facts.get("site") for reason in told.case.gates}
    for pain in told.case.signals.pains:
        if f"sites.{pain.site}" not in spoken and told.in_week(pain.last):
            yield _pain(told, pain)


def _pain(told: Told, pain: PainCourse) -> Reason:
    facts: Facts = {"site": f"sites.{pain.site}", "day": pain.last.isoformat()}
    if not max(pain.worst, pain.next_morning or 0.0):
        return Reason("LE504", facts)
    return Reason("LE546", {**facts, "pain": pain.worst})


def _sleep(told: Told) -> Iterator[Reason]:
    if told.sleeps_badly and not any(one.code == IGNORED for one in told.case.findings):
        facts: Facts = {"nights": told.short_nights, "line_h": told.number("sleep_h")}
        yield Reason("LE547", facts)
