"""Sessions made by hand, of which the plans in tests/plans.py are put together."""

from __future__ import annotations

from datetime import date

from dovetail.domain.calendar import week_name
from dovetail.domain.decision import Reason
from dovetail.domain.prescription import Block, Line, RunStep, Target
from dovetail.domain.session import Session

EASY = Target(pace="easy", s_per_km=(380, 420), rpe=(2, 4))
THRESHOLD = Target(pace="threshold", s_per_km=(315, 320), rpe=(6, 7))
FAST = Target(rpe=(7, 8))
EASY_RUN = (Reason("AI901"),)


def line(exercise: str, name: str, **said: object) -> Line:
    """One line of a strength session: 3 × 10 unless told otherwise."""
    plain: dict[str, object] = {"trains": ("squat",), "sets": 3, "rest_s": 30}
    if not said.keys() & {"reps", "seconds", "metres", "steps"}:
        plain["reps"] = (10, 12)
    return Line(exercise=exercise, name=name, **{**plain, **said})  # type: ignore[arg-type]


def circuit(rounds: int = 3) -> Block:
    """The article's foundation routine, as a circuit."""
    return Block(
        part="main",
        circuit=True,
        rounds=rounds,
        lines=(
            line(
                "single-leg-balance-reach",
                "Single-leg balance reach",
                sets=rounds,
                per_side=True,
                tempo="4-2-1-0",
                rir=4,
            ),
            line("plank-leg-lift", "Plank with leg lift", sets=rounds, reps=None, seconds=(30, 45)),
            line("glute-bridge-march", "Glute-bridge march", sets=rounds, reps=(12, 12), rir=4),
            line(
                "lateral-band-walk",
                "Lateral band walk",
                sets=rounds,
                reps=None,
                steps=15,
                per_side=True,
                band="medium",
                equipment=("bands",),
            ),
            line(
                "goblet-squat",
                "Goblet squat",
                sets=rounds,
                rir=4,
                load_rule="find",
                implements=1,
                equipment=("dumbbells",),
                reasons=(Reason("AI902", {"phase": "stabilization", "step": 2}),),
            ),
        ),
    )


def heavy() -> Block:
    """Heavy work with straight sets."""
    lift = {"reps": (6, 6), "rest_s": 90, "implements": 2, "equipment": ("dumbbells",)}
    return Block(
        part="main",
        lines=(
            line("deadlift", "Dumbbell deadlift", load_kg=17.5, rir=3, **lift),
            line("step-up", "Weighted step-up", load_rule="step", rir=3, per_side=True, **lift),
            line("calf-raise", "Single-leg calf raise", reps=(8, 10), per_side=True, rir=2),
        ),
    )


def finish() -> Block:
    """Roll, stretch, breathe."""
    once = {"sets": 1, "reps": None, "rest_s": 0, "trains": ("mobility",)}
    return Block(
        part="finish",
        lines=(
            line("calf-roll", "Roll the calves", seconds=(60, 60), **once),
            line(
                "hip-flexor-stretch", "Hip-flexor stretch", seconds=(30, 30), per_side=True, **once
            ),
            line("slow-breath", "Slow breaths", **{**once, "reps": (10, 10)}),
        ),
    )


def warm_up() -> Block:
    """Two movements to begin with."""
    return Block(
        part="warm_up",
        lines=(
            line("glute-bridge", "Glute bridge", sets=1, reps=(10, 10), rest_s=0),
            line("bird-dog", "Bird-dog", sets=1, reps=(8, 8), per_side=True, rest_s=0),
        ),
    )


def run(day: date, role: str, **said: object) -> Session:
    """An easy 5 km run, unless told otherwise."""
    plain: dict[str, object] = {
        "id": f"{week_name(day)}-{role}",
        "date": day,
        "slot": "am",
        "discipline": "run",
        "kind": "easy",
        "minutes": 34,
        "km": 5.0,
        "rpe": (2, 4),
        "steps": (RunStep(part="work", km=5.0, target=EASY),),
        "reasons": EASY_RUN,
    }
    return Session(**{**plain, **said})  # type: ignore[arg-type]


def rest(day: date) -> Session:
    """A day off."""
    name = f"rest-{day:%a}".lower()
    off: dict[str, object] = {"km": None, "rpe": None, "steps": (), "reasons": (Reason("AI904"),)}
    return run(day, name, discipline="rest", kind="rest", minutes=0, **off)


def strength(day: date, letter: str, *, phase: str, block: Block) -> Session:
    """A strength session after the run."""
    reasons = (
        Reason("AI902", {"strength_phase": phase, "phase": phase, "step": 2}, ("doma-2019",)),
    )
    blocks = (warm_up(), block, finish())
    return run(
        day,
        f"strength-{letter}",
        discipline="strength",
        kind="lower" if letter == "a" else "full",
        order=2,
        minutes=44,
        km=None,
        rpe=(4, 5.5),
        steps=(),
        blocks=blocks,
        reasons=reasons,
    )


def threshold(day: date) -> Session:
    """3 × 6 min at threshold."""
    steps = (
        RunStep(part="warm_up", minutes=12, target=EASY),
        RunStep(part="work", minutes=6, group=1, repeat=3, target=THRESHOLD),
        RunStep(part="recovery", minutes=1, group=1, repeat=3, target=EASY),
        RunStep(part="cool_down", minutes=10, target=EASY),
    )
    return run(
        day,
        "quality-1",
        kind="threshold",
        minutes=43,
        km=7.1,
        rpe=(6, 7),
        key=True,
        hard_unit=True,
        steps=steps,
        reasons=(Reason("AI903"),),
    )


def strides(day: date) -> Session:
    """7 km with four strides."""
    steps = (
        RunStep(part="work", km=6.5, target=EASY),
        RunStep(part="strides", minutes=1 / 3, group=1, repeat=4, target=FAST),
        RunStep(part="recovery", minutes=1, group=1, repeat=4, target=EASY),
    )
    return run(day, "easy-2", km=7.0, minutes=48, steps=steps)


def long_run(day: date, km: float) -> Session:
    """The long run, bounded by the longest one so far."""
    return run(
        day,
        "long",
        kind="long",
        km=km,
        minutes=round(km * 6.7),
        rpe=(3, 4),
        key=True,
        hard_unit=True,
        steps=(RunStep(part="work", km=km, target=EASY),),
        reasons=(Reason("LM901", {"longest_km": km - 1, "asked_km": km}), Reason("AI906")),
    )


def race(day: date) -> Session:
    """The half marathon."""
    steps = (RunStep(part="race", km=21.1, target=Target(pace="race", rpe=(8, 9))),)
    return run(
        day,
        "race",
        discipline="race",
        kind="goal",
        minutes=118,
        km=21.1,
        rpe=(8, 9),
        key=True,
        steps=steps,
    )
