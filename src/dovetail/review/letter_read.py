"""What I read in it: efforts, form, sleep, sore legs, pain, tests and races."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dovetail.domain.decision import Facts, Reason
from dovetail.domain.session import Session
from dovetail.domain.signals import PainCourse
from dovetail.domain.units import rounded
from dovetail.domain.week_signals import EffortTold, LineDone, RaceDone, TestDone
from dovetail.review.letter_facts import Told, named, noun

TESTS = frozenset(
    {
        "single_leg_stance", "front_plank", "bodyweight_squat", "goblet_squat", "side_plank",
        "calf_raise", "sit_to_stand", "drop_and_stick", "technique_check", "brisk_walk",
        "single_leg_squat", "plank", "y_balance", "hop_distance",
    }
)  # fmt: skip
"""The tests that a letter has a name for."""
_SHARE_STEP = 5


def read(told: Told) -> Iterator[Reason]:
    """Yield what may be told of what was read, in the order of reading."""
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
    yield from (Reason(one.code, {"amount": one.amount, **one.facts}) for one in told.case.findings)
    if told.did_something and not told.efforts:
        yield Reason("LE548")
    if told.reviewed is not None and told.reviewed.number == 1 and not told.adherence.is_silent:
        yield Reason("LE549")


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
            Reason(_felt_code(one), {**named(session), **_felt(one)}) for one, session in keys
        )


def _both(first: tuple[EffortTold, Session], second: tuple[EffortTold, Session]) -> Reason:
    (one, session), (other, later) = first, second
    after: Facts = {
        "second_day": later.date.isoformat(),
        "second_noun": noun(later),
        "second_felt": other.told,
    }
    return Reason("LE529", {**named(session), **_felt(one), **after})


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
    if share is not None and share >= told.number("much_more"):
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
    if one.left is not None and one.right is not None:
        return Reason("LE539", {**facts, "left": one.left, "right": one.right})
    value = one.lower or 0.0
    if one.before is None:
        return Reason("LE540", {**facts, "value": value})
    return Reason("LE541", {**facts, "value": value, "before": one.before})


def _trends(told: Told) -> Iterator[Reason]:
    """Say a lift that clearly goes up or down; the surest of them."""
    clear = [
        one
        for one in told.week.strength
        if abs(one.change_pct_per_week or 0.0) >= told.number("trend_pct") and told.in_week(one.on)
    ]
    if clear:
        one = max(clear, key=lambda trend: (trend.trusted, trend.sessions, trend.exercise))
        code = "LE542" if (one.change_pct_per_week or 0.0) > 0 else "LE543"
        facts: Facts = {"exercise": told.name_of(one.exercise), "times": one.sessions}
        yield Reason(code, facts)


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
    facts: Facts = {"site": f"sites.{pain.site}", "pain": pain.worst, "day": pain.last.isoformat()}
    return Reason("LE546", facts)


def _sleep(told: Told) -> Iterator[Reason]:
    if told.sleeps_badly:
        facts: Facts = {"nights": told.short_nights, "line_h": told.number("sleep_h")}
        yield Reason("LE547", facts)
