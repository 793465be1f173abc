"""What changes and why: decisions, questions, sessions that moved; or why nothing does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from dovetail.domain.calendar import monday_of
from dovetail.domain.decision import Facts, Reason
from dovetail.domain.plan import Change, ReviewDecision, SessionChange, Week
from dovetail.domain.session import Session
from dovetail.review.causes import PLANNED_AGAIN
from dovetail.review.letter_facts import Told, amount_of, named, noun, week_of
from dovetail.review.letter_lines import is_grown, together
from dovetail.review.letter_read import test_word

OF_LINES = ("AD310", "AD362", "AD363", "AD364")
"""Rules that change a line: each of its lines is told, where others are told once."""
KEPT_AS_IT_STOOD = frozenset({"AD313", "AD361"})
"""Rules that say that something stays: the plan has their reasons, a letter of changes has not."""
NEWS_ONCE = frozenset({*OF_LINES, "AD319", "AD367"})
"""Rules of which nothing is news while they go on."""
HAND = "AD300"
_FAST = frozenset({"hills", "threshold", "interval", "repetition", "race_pace"})
_SO_MANY = ("none", "one", "two", "three", "four")
_TOLD_CHANGES: Mapping[Change, str] = {"dropped": "LE555", "easier": "LE556", "harder": "LE558"}


def changes(told: Told) -> Iterator[Reason]:
    """Yield what a review changed, in the order of reading; never nothing."""
    found = [*_by_hand(told), *_decided(told), *_shut(told, newly=True), *_moved(told)]
    yield from found or [_nothing(told)]


def shut_before(told: Told) -> Iterator[Reason]:
    """Yield the gates of strength phases that were shut already."""
    return _shut(told, newly=False)


def all_is_told(told: Told) -> bool:
    """Whether something was decided or moved, and nothing differs beside what is told of it."""
    differs = [one for one in told.case.difference if one.change != "kept"]
    in_force = any(one.state != "declined" for one in _decisions(told))
    return (in_force or bool(differs)) and all(_is_worth_telling(told, one) for one in differs)


# -- decisions ---------------------------------------------------------------------------


def _decided(told: Told) -> Iterator[Reason]:
    """Say each decision by its own reason: questions first, then new ones, then old ones."""
    spoken: set[tuple[tuple[str, object], str | None]] = {
        (_about(reason), None) for reason in told.case.gates
    }
    before = _before(told)
    every = sorted(_decisions(told), key=lambda each: _turn(each, before))
    news = [one for one in every if one.state == "applied" and one.id not in before]
    if told.case.gates:
        every = [one for one in every if one.code not in OF_LINES or one.state != "applied"]
    grown = {} if told.case.gates else dict(together(news))
    for code in grown:
        every = [one for one in every if one.id in before or not is_grown(one, code)]
    for one in every:
        reason = one.reasons[0] if one.reasons else Reason(one.code)
        key = _about(reason), (one.about if one.code in OF_LINES else None)
        yield from _decision(one, reason, before.get(one.id), is_told=key in spoken)
        spoken.add(key)
    yield from grown.values()


def _by_hand(told: Told) -> Iterator[Reason]:
    """Say a person's own number for the week ahead, when it is new."""
    for reason in _hand_on(told.ahead):
        stood = None if told.ahead is None else week_of(told.case.standing, told.ahead.starts)
        if reason not in _hand_on(stood):
            by = f"letter_hands.{reason.facts['by']}"
            yield Reason("LE505", {"hand": by, "week_km": reason.facts["value"]})


def _hand_on(week: Week | None) -> list[Reason]:
    """Return the hand that stands in the kilometres of a week."""
    reasons = () if week is None else week.reasons
    return [
        one
        for one in reasons
        if one.code == HAND and week is not None and one.facts.get("value") == week.run_km
    ]


def _decisions(told: Told) -> Iterator[ReviewDecision]:
    found = [one for one in told.case.decisions if one.code not in KEPT_AS_IT_STOOD]
    return (one for one in found if not any(_is_tighter(other, one) for other in found))


def _is_tighter(other: ReviewDecision, one: ReviewDecision) -> bool:
    """Whether another decision leaves less of the same on all of its days, and alone counts."""
    if (other.of, other.about) != (one.of, one.about) or {other.state, one.state} != {"applied"}:
        return False
    if other.at_most is None or one.at_most is None or other.at_most >= one.at_most:
        return False
    return other.first <= one.first and one.last <= other.last


def _decision(
    one: ReviewDecision, reason: Reason, was: str | None, *, is_told: bool
) -> Iterator[Reason]:
    """Say a decision in full while it is news, and in short while it goes on."""
    in_short: Facts = {**reason.facts, "decided": f"{reason.code}.short"}
    if one.state == "proposed":
        yield reason
        yield Reason("LE550", {"decision": one.id})
    elif one.state == "declined" and was != one.state:
        yield Reason("LE552", in_short)
    elif one.state == "accepted" and was != one.state:
        yield Reason("LE553", in_short)
    elif is_told:
        return
    elif one.state == "applied" and was is None:
        yield reason
    elif one.state in ("applied", "accepted") and one.code not in NEWS_ONCE:
        yield Reason("LE551", {**in_short, "until_day_month": one.last.isoformat()})


def _turn(one: ReviewDecision, before: Mapping[str, str]) -> tuple[bool, bool, bool, date, str]:
    """Sort questions before news, running before lines, and news before what goes on."""
    is_news = before.get(one.id) != one.state
    return one.state != "proposed", not is_news, one.code in OF_LINES, one.first, one.id


def _before(told: Told) -> dict[str, str]:
    """Return where each decision stood at the last review, by its id."""
    review = told.case.standing.review
    return {} if review is None else {one.id: one.state for one in review.decisions}


def _about(reason: Reason) -> tuple[str, object]:
    """Return what tells two reasons of one rule apart: the painful place."""
    return reason.code, reason.facts.get("site")


# -- gates of strength phases ------------------------------------------------------------


def tests_of(week: Week) -> Facts:
    """Return the tests of a week's gate, and what they open."""
    assert week.gate is not None
    tests = [test_word(need) for need in week.gate.needs[: len(_SO_MANY) - 1]]
    by_number: Facts = {f"test_{number}": test for number, test in enumerate(tests, 1)}
    how = f"letter_opens.{_SO_MANY[len(tests)]}"
    return {"opens_phase": week.gate.opens, "tests": how, **by_number}


def _shut(told: Told, *, newly: bool) -> Iterator[Reason]:
    week = told.reviewed
    if week is None or week.gate is None or week.gate.state != "shut":
        return
    stood = week_of(told.case.standing, week.starts)
    was_shut = stood is not None and stood.gate is not None and stood.gate.state == "shut"
    if was_shut != newly:
        yield Reason("LE554", tests_of(week))


# -- sessions ----------------------------------------------------------------------------


def _moved(told: Told) -> Iterator[Reason]:
    """Say the nearest sessions that differ from how they stood, and why, where nothing has."""
    changed = [
        one
        for one in told.case.difference
        if one.change != "kept" and _is_worth_telling(told, one) and not _is_of_a_hand(one)
    ]
    spoken = {one.code for one in told.case.decisions} | {one.code for one in told.case.gates}
    for one in sorted(changed, key=lambda each: _day_of(told, each)):
        yield from _difference(told, one)
        causes = {reason.code for reason in one.reasons}
        if not causes & {*spoken, PLANNED_AGAIN}:
            yield from (reason for reason in one.reasons[:1] if not _is_old(told, reason))
        spoken |= causes


def _is_old(told: Told, reason: Reason) -> bool:
    """Whether a cause is a decision of an earlier letter: its time is over, and was told."""
    review = told.case.standing.review
    return review is not None and any(reason in one.reasons for one in review.decisions)


def _is_of_a_hand(one: SessionChange) -> bool:
    """Whether it only follows from a person's own number, which is told itself."""
    return bool(one.reasons) and all(each.code == HAND for each in one.reasons)


def _is_worth_telling(told: Told, one: SessionChange) -> bool:
    """Whether a change is of the days ahead, and more than minutes."""
    now, was = told.sessions.get(one.session), told.stood.get(one.session)
    until = monday_of(told.tomorrow) + timedelta(days=6)
    if _day_of(told, one)[0] > until:
        return False
    alike = now is not None and was is not None and now.kind == was.kind
    if now is None or was is None or not alike or one.change not in ("easier", "harder"):
        return True
    work = (amount_of(was), amount_of(now)) if was.key and was.kind != "long" else (None, None)
    least = told.number("change_pct") * was.minutes / 100
    return abs(now.minutes - was.minutes) >= least or work[0] != work[1]


def _day_of(told: Told, one: SessionChange) -> tuple[date, str]:
    session = told.sessions.get(one.session) or told.stood.get(one.session)
    return (date.max if session is None else session.date), one.session


def _difference(told: Told, one: SessionChange) -> Iterator[Reason]:
    now, was = told.sessions.get(one.session), told.stood.get(one.session)
    if one.change == "moved" and now is not None and was is not None:
        days: Facts = {"from_day": was.date.isoformat(), "to_day": now.date.isoformat()}
        yield Reason("LE557", {"noun": noun(now), **days})
    elif one.change == "added" and now is not None:
        yield Reason("LE559", named(now))
    elif now is not None and was is not None and now.kind != was.kind and now.kind in _FAST:
        yield Reason("LE569", _beside(was, now))
    elif one.change in _TOLD_CHANGES and was is not None:
        yield Reason(_TOLD_CHANGES[one.change], _beside(was, now))


def _beside(was: Session, now: Session | None) -> Facts:
    """Say what it was and, where it is still there, what it is now."""
    if now is None or now.discipline == "rest":
        return named(was)
    return {**named(was), **_now(was, now)}


def _now(was: Session, now: Session) -> Facts:
    """Say what is left of it: another kind with its minutes, or the amount that is less."""
    how, amount = amount_of(now)
    if was.kind != now.kind or amount_of(was) == (how, amount):
        how, amount = _plainer(was, now), {}
    sizes: Facts = {"noun": noun(now), "min": now.minutes, **amount}
    return {
        "now": f"letter_now.{how or 'minutes'}",
        **{f"now_{key}": one for key, one in sizes.items()},
    }


def _plainer(was: Session, now: Session) -> str:
    """Say another kind, or minutes: those of the whole run where its work was named."""
    if was.kind != now.kind:
        return "kind"
    return "minutes" if amount_of(now)[0] not in ("", "km", "min") else "min_only"


# -- nothing -----------------------------------------------------------------------------


def _nothing(told: Told) -> Reason:
    """Say why nothing changes: a decision as good as any other."""
    harder = [one for one in told.efforts if one.over >= told.number("effort_over")]
    if told.case.gates and told.goal_race is None:
        return Reason("LE560")
    if told.adherence.is_silent:
        return Reason("LE561")
    if told.did_much_more:
        return Reason("LE567")
    if harder:
        return Reason("LE562", {"harder": len(harder)})
    if told.lost or told.adherence.partly:
        return Reason("LE563")
    if any(one.change != "kept" for one in told.case.difference):
        return Reason("LE568")
    if told.adherence.off_plan_au:
        return Reason("LE564")
    return Reason("LE566") if told.is_midweek else Reason("LE565", {"then": _then(told)})


def _then(told: Told) -> str:
    """Say what the weeks ahead do, as they stood."""
    week, done = told.ahead, told.reviewed
    if week is None:
        return "letter_then.over"
    if week.phase == "race":
        return "letter_then.race"
    if told.is_after_the_race(week):
        return "letter_then.back"
    if week.lighter:
        return "letter_then.lighter"
    grows = done is not None and not done.lighter and done.run_km < week.run_km
    return "letter_then.step" if grows else "letter_then.same"
