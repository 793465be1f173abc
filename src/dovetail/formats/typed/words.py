"""The words of titles, as people write them: what each tells of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word or a phrase tells: of which sort it is, and its meaning."""

    sort: str
    value: str = ""


WORDS: Mapping[str, Mapping[str, str]] = {
    "pace": {
        "marathon": "mp, gmp, marathon pace, goal marathon pace, marathon effort,"
        " marathon race pace",
        "half": "hmp, hm pace, half marathon pace, half pace, hm effort, half marathon effort,"
        " half marathon race pace, hm",
        "threshold": "lt, threshold, threshold pace, tempo, tempo pace, lactate threshold, lt pace,"
        " t pace, sub threshold, cruise interval, tempo effort, threshold effort, lt effort",
        "interval": "i pace, interval pace",
        "repetition": "r pace, mile pace, repetition pace, rep pace, mile effort",
        "race": "race pace, goal pace, pace, goal race pace, rp",
    },
    "hard": {"": "fast, faster, hard, on, surge, pickup, pick up, quick, brisk, strong, uptempo"},
    "easy": {
        "easy": "easy, ez, slow, slowly, ga, general aerobic, aerobic, mlr,"
        " medium long, medium long run, zonelow, med long, med long run,"
        " e pace, easy pace, conversational, base, base run, foundation run, base pace",
        "recovery": "recovery, recoveries, recover, rec, shakeout, shake out, recovery run,"
        " regeneration",
        "jog": "jog, jogging",
    },
    "long": {"": "long, long run, lr, lsd, long slow distance, long slow, endurance run"},
    "steady": {
        "": "steady, moderate, progression, progressive, progression run, prog,"
        " prog run, cutdown, cut down, negative split"
    },
    "run": {"": "run, running, runner, treadmill", "parkrun": "parkrun, park run"},
    "quality": {
        "interval": "interval, fartlek, track, track session, speedwork, vomax, repeat, rep,"
        " speed session, ladder, pyramid, yasso, quality, speed work, track workout, mona fartlek,"
        " anaerobic, over under",
        "speed": "speed, sprint",
        "hills": "hill, kenyan hill, hill circuit, uphill, hill repeat, hill sprint, hill rep,"
        " hill run",
    },
    "strides": {"": "stride, strider, strides"},
    "warm_up": {"": "warm up, warmup, wu, warm"},
    "cool_down": {"": "cool down, cooldown, cd, cool, warm down"},
    "both": {"": "wucd, warm up cool down"},
    "float": {"": "float"},
    "run_walk": {"": "run walk, walk run, jog walk, walk jog"},
    "walk": {"": "walk, walking"},
    "within": {
        "": "last, final, middle, first, incl, including, include, includes, finish, finishing"
    },
    "rest": {
        "": "rest, off, day off, rest day, complete rest, full rest, total rest, off day, no run,"
        " no running, off feet"
    },
    "other": {
        "": "xt, ct, cross, cross train, cross training, crosstrain, crosstraining, bike,"
        " biking, ride,"
        " cycle, cycling, spin, spinning, spin class, swim, swimming, elliptical, row, rowing,"
        " aqua jog, aqua jogging, pool running, pool run, hike, hiking, brick, ski, skiing,"
        " x train, stairs, stair climber, stairmaster, skipping, jump rope, ski touring, ski tour,"
        " rowing machine, rower, erg, exercise bike, stationary bike, turbo, turbo trainer,"
        " cross country ski, cross country skiing, bike ride, spin bike, snowshoeing, tennis,"
        " football, soccer, climbing, bouldering, skating, hiit, crossfit, bootcamp, boxing, zumba"
    },
    "mobility": {
        "": "hip mobility, yoga, stretch, stretching, mobility, foam roll, foam rolling,"
        " mobility work, flexibility"
    },
    "strength": {
        "": "strength, gym, lift, lifting, weight, strength training, strength work, strengthen,"
        " kettlebell, plyometric, plyo, weight training, weights, strength session, resistance,"
        " strengthening, conditioning, circuit, lift weights, strength workout, plyometrics",
        "lower": "legs, lower body, lower, glute",
        "leg day": "leg day, legs day, leg session, leg workout",
        "upper": "upper body, upper, push day, pull day, arm, arms",
        "full": "full body, whole body, total body",
        "core": "core, ab, abs, pilates, core work",
    },
    "load": {
        "heavy": "heavy, max, maximal",
        "light": "light, bodyweight, body weight, no weight",
    },
    "race": {
        "": "race, race day, goal race, relay, league race, tune up, tune up race, tuneup,"
        " tuneup race, time trial, tt",
        "half": "half marathon, half marathon race",
        "marathon": "marathon",
    },
    "optional": {"": "optional, if you feel good, if you like, opt"},
    "daytime": {"": "am, pm, morning, evening, afternoon, lunch run, noon, night, tonight"},
    "note": {
        "": "hr, hrmax, heart rate, below, under, above, max hr, bpm, rpe, feel, feeling, relaxed,"
        " keep it, comfortable, drill, drills"
    },
    "filler": {
        "": "a, the, of, at, in, for, on, total, back, down, between, each, per,"
        " side, leg, set,"
        " day, time, effort, min pace, your, my, at goal, then at, up, every, after, group, club,"
        " trail, track work, flat, soft, hilly, rolling, course, road,"
        " outdoor, indoor, minute pace,"
        " distance, session, workout, with a, training, exercise, round, grade, double, second,"
        " approx, about, around, ca, undulating, gentle, continuous, pre race,"
        " reg, regular, simulation, dress rehearsal, class, equal, back to back, incline, travel,"
        " cross country, xc, monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon,"
        " tue, tues, wed, weds, thu, thurs, fri, sat, sun, steps, short, home"
    },
    "joins": {
        "with": "with, using",
        "+": "and, plus, then, followed by, and then",
        "or": "or",
    },
}
KM_OF_RACE = {"half": 21.0975, "marathon": 42.195}
UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "km": "km kms k kilometer kilometers kilometre kilometres",
        "mi": "mi mile miles miler milers",
        "m?": "m",
        "m": "meter meters metre metres mtrs",
        "min": "min mins minute minutes '",
        "s": 's sec secs second seconds "',
        "h": "h hr hrs hour hours",
        "note": "% kg kgs lb lbs bpm rpe",
    }.items()
    for word in words.split()
}
LETTER_PACES: Mapping[str, Sense] = {
    "E": Sense("easy", "easy"),
    "T": Sense("pace", "threshold"),
    "M": Sense("pace", "marathon"),
    "I": Sense("pace", "interval"),
    "R": Sense("pace", "repetition"),
}
"""Paces as one capital letter, after an amount or "@"."""
RACE_PACES: Mapping[float, str] = {3.0: "5k", 5.0: "5k", 10.0: "10k"}
"""What "at 5K" means, by its km; 3 km pace counts as that of 5 km, its nearest name (dovetail)."""


def _lookup() -> dict[tuple[str, ...], Sense]:
    return {
        tuple(phrase.split()): Sense(sort, value)
        for sort, values in WORDS.items()
        for value, phrases in values.items()
        for phrase in phrases.split(", ")
    }


PHRASES = _lookup()
LONGEST = max(map(len, PHRASES))
