"""dovetail predict: race times with ranges, the model behind each, and training paces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from dovetail.application.predict import Answer, Question, predict
from dovetail.cli.arguments import Arguments, local_today, parse_date
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.units import Duration
from dovetail.physiology.race_fitness import HALF_KM, MARATHON_KM, MILE_KM
from dovetail.physiology.race_time import Model, Prediction, Race

NAMED_KM = {"half": HALF_KM, "marathon": MARATHON_KM, "mile": MILE_KM}
UNIT_KM = {"km": 1.0, "k": 1.0, "mi": MILE_KM, "m": 0.001}
AS_WRITTEN_KM = 0.05  # 21.1 km, 13.1 mi, 42.2 km and 26.2 mi mean the half and the marathon
SHORTEST_KM, LONGEST_KM = 0.4, 400.0

TITLES = {5.0: "5 km", 10.0: "10 km", HALF_KM: "half marathon", MARATHON_KM: "marathon"}
MODELS: dict[Model, str] = {
    "daniels-gilbert": "race fitness",
    "riegel": "Riegel's rule",
    "vickers-one-race": "runners like you",
    "vickers-two-races": "runners like you",
}
BY_FEEL = (
    "Below a race fitness of 35, run by feel: easy means full sentences,",
    "and walking in between is part of the training.",
)
_DISTANCE = re.compile(r"(\d+(?:\.\d+)?)\s*(km|k|mi|m)?")


def run(argv: Sequence[str]) -> int:
    """Print what the races say; nothing is printed when they cannot be used."""
    options = _parser().parse_args(argv)
    today = local_today() if options.today is None else parse_date(options.today)
    question = Question(
        races=tuple(parse_race(text) for text in options.race),
        weekly_km=None if options.weekly_km is None else _parse_km(options.weekly_km),
        today=today,
    )
    answer = predict(question)
    shown = _as_json if options.format == "json" else _as_text
    print(shown(question, answer))
    return 0


def _parser() -> Arguments:
    parser = Arguments(
        prog="dovetail predict",
        description="Predict race times from races run, with training paces.",
    )
    parser.add_argument(
        "--race",
        action="append",
        required=True,
        metavar="DISTANCE=TIME[@DATE]",
        help="a race run, such as 21.1km=1:45:00, 10k=52:30@2026-10-04; may be repeated",
    )
    parser.add_argument("--weekly-km", metavar="KM", help="km of a typical week")
    parser.add_argument("--today", metavar="DATE", help="the day to predict on (default: today)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print")
    return parser


def parse_race(text: str) -> Race:
    """Read a race such as half=1:45:00 or 10km=52:30@2026-10-04."""
    result, at, day = text.partition("@")
    distance, equals, time = result.partition("=")
    if not equals:
        raise _bad("bad-race", f"{text!r} is not a race.", "Write one as 10km=52:30@2026-10-04.")
    duration = Duration.parse(time)
    if duration is None:
        raise _bad("bad-race-time", f"{time!r} is not a time.", "Write 52:30, or 1:45:00.")
    return Race(km=parse_distance(distance), time_s=duration.s, on=parse_date(day) if at else None)


def parse_distance(text: str) -> float:
    """Read a distance [km] such as 10km, 5k, 13.1mi, 1500m, half, marathon."""
    plain = text.strip().lower()
    match = _DISTANCE.fullmatch(plain)
    if plain not in NAMED_KM and match is None:
        hint = "Write it as 10km, 5k, 13.1mi, 1500m, half or marathon."
        raise _bad("bad-distance", f"{text!r} is not a distance.", hint)
    km = NAMED_KM[plain] if match is None else float(match[1]) * UNIT_KM[match[2] or "km"]
    if not SHORTEST_KM <= km <= LONGEST_KM:
        hint = f"Give {SHORTEST_KM:g} to {LONGEST_KM:g} km."
        raise _bad("bad-distance", f"{text!r} is not the length of a race.", hint)
    meant = (known for known in (HALF_KM, MARATHON_KM) if abs(known - km) < AS_WRITTEN_KM)
    return next(meant, km)


def _parse_km(text: str) -> float:
    match = re.fullmatch(r"\d+(?:\.\d+)?", text.strip())
    if match is None:
        raise _bad("bad-weekly-km", f"{text!r} is not a number of km.", "Write it as 48.")
    return float(match[0])


def _bad(code: str, problem: str, hint: str) -> BadInput:
    return BadInput(Problem(code=code, problem=problem, hint=hint))


def _as_text(question: Question, answer: Answer) -> str:
    return "\n".join(
        [*_asked(question), "", *_table(answer), *_marathon(question, answer), *_paces(answer)]
    )


def _asked(question: Question) -> Iterator[str]:
    for race in question.races:
        day = "date not said" if race.on is None else str(race.on)
        used = "" if race.km <= MARATHON_KM else "; too long to predict from"
        yield f"From {_title(race.km)} in {Duration(round(race.time_s))} ({day}{used})"
    if question.weekly_km is not None:
        yield f"Running {question.weekly_km:g} km a week"
    if any(race.on is None for race in question.races):
        yield "With its date (@2026-10-04), a race of the last six weeks says more."


def _table(answer: Answer) -> Iterator[str]:
    yield f"{'Distance':<15}{'Time':>7}   {'Range':<17} {'Pace':>8}   Model"
    seen = {each.km: each for each in answer.predictions}
    for km, title in TITLES.items():
        yield _row(seen[km]) if km in seen else f"{title:<15}{'–':>7}   no model holds this far"


def _row(seen: Prediction) -> str:
    span = f"{Duration(seen.low_s)} – {Duration(seen.high_s)}"
    pace = f"{Duration(round(seen.s / seen.km))}/km"
    time = str(Duration(seen.s))
    return f"{TITLES[seen.km]:<15}{time:>7}   {span:<17} {pace:>8}   {MODELS[seen.model]}"


def _marathon(question: Question, answer: Answer) -> Iterator[str]:
    seen = next((each for each in answer.predictions if each.km == MARATHON_KM), None)
    if seen is None:
        return
    yield ""
    yield "Marathon"
    formula, like_you = seen.if_all_goes_right_s, seen.runners_like_you_s
    if formula is None and like_you is None:
        yield f"  {Duration(seen.s)}  from a marathon of your own"
        return
    yield f"  {_time(formula)}  if everything goes right"
    yield f"  {_time(like_you)}  what runners like you did"
    if question.weekly_km is None:
        yield "  Add --weekly-km for the second; it is the slower one for most."
    else:
        yield "  Aim for the slower; the range holds four runners in five."


def _time(seconds: int | None) -> str:
    return f"{'–' if seconds is None else str(Duration(seconds)):>7}"


def _paces(answer: Answer) -> Iterator[str]:
    fitness = answer.race_fitness
    yield ""
    yield "Race fitness " + ("– (outside the formula)" if fitness is None else f"{fitness:.1f}")
    if answer.paces["easy"] is None:
        yield from BY_FEEL
        return
    for name, pace in answer.paces.items():
        if pace is None:
            yield f"  {name:<12}too close to easy: run steadily, effort 5 of 10"
        else:
            ends = " – ".join(str(Duration(each)) for each in dict.fromkeys(pace))
            yield f"  {name:<12}{ends}/km"


def _title(km: float) -> str:
    return TITLES.get(km, f"{km:g} km")


def _as_json(question: Question, answer: Answer) -> str:
    document = {
        "schema": "dovetail.predict/1",
        "on": question.today.isoformat(),
        "races": [
            {"km": race.km, "time_s": race.time_s, "on": _iso(race.on)} for race in question.races
        ],
        "weekly_km": question.weekly_km,
        "predictions": [_prediction(each) for each in answer.predictions],
        "race_fitness": answer.race_fitness,
        "paces": answer.paces,
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)


def _prediction(seen: Prediction) -> dict[str, object]:
    return {
        "km": seen.km,
        "s": seen.s,
        "low_s": seen.low_s,
        "high_s": seen.high_s,
        "model": seen.model,
        "if_all_goes_right_s": seen.if_all_goes_right_s,
        "runners_like_you_s": seen.runners_like_you_s,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
