"""The exercise library: complete for everybody, sound in its ladders, strict at the door."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from graphlib import TopologicalSorter

import pytest

from dovetail.content.exercises import FOLDER, load_exercises, read_exercises
from dovetail.domain.errors import BadInput, Problem
from dovetail.domain.exercise import EQUIPMENT, PATTERNS, Exercise


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def offenders(sound: Callable[[Exercise], bool]) -> list[str]:
    return [exercise.key for exercise in LIBRARY.values() if not sound(exercise)]


LIBRARY = read_exercises()
KITS = {
    "none": frozenset[str](),
    "bands": frozenset({"bands"}),
    "dumbbells and bands": frozenset({"dumbbells", "bands"}),
    "full gym": frozenset(EQUIPMENT),
}
ARTICLE = words(
    """
    single-leg-balance-reach plank-leg-lift glute-bridge-march lateral-band-walk
    squat-to-calf-raise goblet-squat step-up-to-balance romanian-deadlift push-up renegade-row
    deadlift front-squat weighted-step-up pull-up lat-pulldown jump-squat lunge-to-hop
    medicine-ball-slam bounding single-leg-rdl cable-rotation bosu-squat pallof-press
    foam-roll-calves foam-roll-quads foam-roll-hip-flexors stretch-calves stretch-quads
    stretch-hip-flexors stretch-hamstrings glute-bridge bird-dog slow-breathing
    """
)
PROMISED = words(
    """
    lateral-squat-walk side-lying-leg-raise single-leg-rdl-loaded incline-push-up band-row
    cable-row one-arm-row prone-w-raise split-squat split-squat-loaded calf-raise
    calf-raise-loaded bent-knee-calf-raise single-leg-calf-raise single-leg-calf-raise-loaded
    band-rotation side-plank backpack-squat bodyweight-squat band-rdl plank-shoulder-tap
    half-kneeling-press pike-push-up band-pulldown dumbbell-deadlift
    double-dumbbell-front-squat rear-foot-elevated-split-squat single-leg-squat-to-box
    single-leg-bridge copenhagen-plank nordic-curl feet-up-push-up dead-bug
    fast-squat-to-toes fast-step-up band-chop snap-down a-skip pogo-hop squat-jump-and-stick
    ball-roll leg-swing easy-movement hip-hinge-drill
    tibialis-raise soleus-wall-hold heel-drop short-foot toe-yoga single-leg-stance-eyes-closed
    hip-hitch step-down clamshell knee-band-walk band-march wall-sit back-squat leg-press
    reverse-nordic glute-bridge-hold adductor-squeeze-bridge hip-thrust hip-thrust-loaded
    single-leg-hip-thrust hamstring-walkout sliding-leg-curl leg-curl kettlebell-deadlift
    kettlebell-swing trap-bar-deadlift reverse-lunge reverse-lunge-loaded walking-lunge
    walking-lunge-loaded lateral-lunge lateral-lunge-loaded farmers-carry overhead-carry
    side-plank-leg-lift knee-push-up floor-press single-arm-overhead-press band-face-pull
    face-pull band-pull-up stretch-glutes stretch-adductors foot-roll ankle-circles cat-camel
    open-book thoracic-rotation ninety-ninety-hip-switch childs-pose-breathing legs-up-wall
    line-hop single-leg-pogo drop-and-stick box-jump lateral-bound repeated-single-leg-hop
    """
)
HOP_LADDER = words(
    """
    pogo-hop forward-hop squat-jump-and-stick alternating-hop single-leg-hop-and-stick
    bounding long-bounding depth-drop drop-jump
    """
)
MAIN_LINES = words(
    """
    single-leg-balance-reach plank-leg-lift glute-bridge-march lateral-band-walk
    squat-to-calf-raise goblet-squat step-up-to-balance romanian-deadlift push-up deadlift
    front-squat weighted-step-up pull-up jump-squat lunge-to-hop medicine-ball-slam bounding
    """
)
SQUAT = """
[squat]
name = "Squat"
pattern = "squat"
trains = ["squat"]
needs = []
muscles = { prime = ["glutes"], helping = [] }
measure = "reps"
tires = "some"
cues = ["Sit down", "Stand up", "Stay tall"]
faults = [["Heels lifting", "Go less deep."], ["Rushing", "Count to two."]]
"""
each_kit = pytest.mark.parametrize("owned", KITS.values(), ids=KITS)


def way_down(key: str) -> Iterator[Exercise]:
    """Walk the equipment ladder from an exercise to its end."""
    step: str | None = key
    while step is not None:
        yield LIBRARY[step]
        step = LIBRARY[step].without


def way_up(key: str) -> Iterator[Exercise]:
    """Walk the ladder of harder ones from an exercise to its top."""
    step: str | None = key
    while step is not None:
        yield LIBRARY[step]
        step = LIBRARY[step].harder


def refusal(*texts: str) -> Problem:
    files = ["own.toml", "other.toml"][: len(texts)]
    with pytest.raises(BadInput) as caught:
        load_exercises(dict(zip(files, texts, strict=True)))
    return caught.value.problems[0]


def test_what_the_article_and_the_templates_name_is_there() -> None:
    assert [key for key in ARTICLE + PROMISED if key not in LIBRARY] == []


def test_easier_and_harder_agree_on_one_order() -> None:
    easier_than: dict[str, set[str]] = {key: set() for key in LIBRARY}
    for exercise in LIBRARY.values():
        if exercise.easier:
            easier_than[exercise.key].add(exercise.easier)
        if exercise.harder:
            easier_than[exercise.harder].add(exercise.key)

    TopologicalSorter(easier_than).prepare()  # raises on a circle


def test_a_main_line_has_an_easier_and_a_harder_one() -> None:
    for line in MAIN_LINES:
        assert LIBRARY[line].easier, line
        assert LIBRARY[line].harder, line


def test_the_hop_ladder_climbs_in_order() -> None:
    climb = list(way_up(HOP_LADDER[0]))

    assert [rung.key for rung in climb] == list(HOP_LADDER)
    assert [rung.pattern for rung in climb] == ["jump"] * len(HOP_LADDER)


def test_the_hop_ladder_leads_down_again_to_two_quiet_feet() -> None:
    hops = HOP_LADDER[: HOP_LADDER.index("bounding")]

    assert [LIBRARY[key].easier for key in hops] == ["calf-raise", *hops[:-1]]


def test_the_equipment_ladder_ends_at_bodyweight() -> None:
    assert offenders(lambda exercise: list(way_down(exercise.key))[-1].needs == ()) == []


@each_kit
def test_every_line_can_be_done_with_any_kit(owned: frozenset[str]) -> None:
    def possible(exercise: Exercise) -> bool:
        return any(step.kit_for(owned) is not None for step in way_down(exercise.key))

    assert offenders(possible) == []


@each_kit
@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_is_covered_with_any_kit(pattern: str, owned: frozenset[str]) -> None:
    possible = {each.pattern for each in LIBRARY.values() if each.kit_for(owned) is not None}

    assert pattern in possible


def test_every_piece_of_equipment_is_used() -> None:
    used = {tool for each in LIBRARY.values() for kit in each.needs for tool in kit}

    assert used == set(EQUIPMENT)


def test_the_articles_power_session_counts_about_105_contacts() -> None:
    amounts = {"jump-squat": 24, "lunge-to-hop": 24, "medicine-ball-slam": 30, "bounding": 60}

    contacts = [
        amount * LIBRARY[key].contacts_per_unit * (2 if LIBRARY[key].per_side else 1)
        for key, amount in amounts.items()
    ]

    assert contacts == pytest.approx([24, 48, 0, 33])  # together 105


def test_landings_are_counted_for_jumps_and_for_nothing_else() -> None:
    def counted(exercise: Exercise) -> bool:
        jump = exercise.pattern == "jump"
        return (exercise.contacts_per_unit > 0) == jump == ("jump" in exercise.trains)

    assert offenders(counted) == []


def test_cues_are_short_enough_to_read_between_sets() -> None:
    def short(exercise: Exercise) -> bool:
        lengths = [len(cue.split()) for cue in exercise.cues]
        return 3 <= len(lengths) <= 5 and min(lengths) >= 2 and max(lengths) <= 7

    assert offenders(short) == []
    assert offenders(lambda exercise: not set("!.") & set("".join(exercise.cues))) == []


def test_two_faults_each_come_with_their_fix() -> None:
    assert offenders(lambda exercise: len(exercise.faults) == 2) == []
    assert offenders(lambda exercise: all(fix[-1] == "." for _, fix in exercise.faults)) == []


def test_bodyweight_is_the_last_choice_where_load_is_welcome() -> None:
    assert offenders(lambda exercise: () not in exercise.needs[:-1]) == []
    assert offenders(lambda exercise: exercise.needs != ((),)) == []


def test_only_what_is_loaded_has_implements() -> None:
    assert offenders(lambda exercise: (exercise.implements > 0) == exercise.loadable) == []
    assert offenders(lambda exercise: bool(exercise.needs) or not exercise.loadable) == []


def test_each_exercise_stands_in_the_file_of_its_pattern() -> None:
    for pattern in PATTERNS:
        file = f"{pattern.replace('_', '-')}.toml"
        in_file = tomllib.loads((FOLDER / file).read_text("utf-8")).keys()

        assert in_file == {key for key, each in LIBRARY.items() if each.pattern == pattern}


def test_the_first_kit_that_is_owned_whole_is_chosen() -> None:
    step_up = LIBRARY["weighted-step-up"]

    assert step_up.kit_for(frozenset({"backpack", "dumbbells", "step"})) == ("dumbbells", "step")
    assert step_up.kit_for(frozenset({"backpack", "step"})) == ("backpack", "step")
    assert step_up.kit_for(frozenset({"dumbbells", "backpack"})) is None


def test_bodyweight_needs_an_empty_kit() -> None:
    split_squat = LIBRARY["rear-foot-elevated-split-squat"]

    assert LIBRARY["push-up"].kit_for(KITS["full gym"]) == ()
    assert split_squat.kit_for(KITS["none"]) == ()
    assert split_squat.kit_for(KITS["dumbbells and bands"]) == ("dumbbells",)


@pytest.mark.parametrize(
    ("kit", "held"),
    [(("dumbbells",), 2), (("barbell",), 1), (("bands",), 0), ((), 0), (("dumbbells", "box"), 2)],
)
def test_only_dumbbells_come_in_pairs(kit: tuple[str, ...], held: int) -> None:
    assert LIBRARY["romanian-deadlift"].implements_for(kit) == held


def test_the_legs_do_the_work_or_they_do_not() -> None:
    legs = words("deadlift bounding single-leg-balance-reach calf-raise bosu-squat")
    rest = words("push-up stretch-calves copenhagen-plank medicine-ball-slam bear-crawl")

    assert {key for key in legs + rest if LIBRARY[key].lower} == set(legs)
    assert not replace(LIBRARY["single-leg-stance"], trains=("balance",)).lower


def test_what_is_left_out_is_not_said() -> None:
    squat = load_exercises({"own.toml": SQUAT})["squat"]

    assert (squat.easier, squat.harder, squat.without, squat.fit_name) == (None,) * 4
    assert (squat.per_side, squat.contacts_per_unit, squat.warnings) == (False, 0, ())


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('name = "Squat"', "", "exercise-missing-key", "squat.name"),
        ('name = "Squat"', "name = 7", "exercise-wrong-type", "squat.name"),
        ('name = "Squat"', 'name = ""', "exercise-wrong-type", "squat.name"),
        ("tires", "sets = 3\ntires", "exercise-unknown-key", "squat.sets"),
        ("tires", "per_side = 1\ntires", "exercise-wrong-type", "squat.per_side"),
        ("tires", "implements = 3\ntires", "exercise-wrong-type", "squat.implements"),
        ("tires", "implements = true\ntires", "exercise-wrong-type", "squat.implements"),
        ("tires", "contacts_per_unit = -1\ntires", "exercise-wrong-type", "contacts_per_unit"),
        ("tires", "contacts_per_unit = nan\ntires", "exercise-wrong-type", "contacts_per_unit"),
        ("tires", 'fit = "squat"\ntires', "exercise-wrong-type", "squat.fit"),
        ("tires", 'fit = { name = "squat" }\ntires', "exercise-missing-key", "fit.category"),
        ('pattern = "squat"', 'pattern = "twist"', "exercise-unknown-value", "squat.pattern"),
        ('["squat"]', '["hinge", "squat"]', "exercise-main-pattern", "squat.trains"),
        ('["squat"]', '["squat", "twist"]', "exercise-unknown-value", "squat.trains"),
        ('["squat"]', '"squat"', "exercise-wrong-type", "squat.trains"),
        ("needs = []", 'needs = [["sofa"]]', "exercise-unknown-value", "squat.needs"),
        ("needs = []", 'needs = ["bands"]', "exercise-wrong-type", "squat.needs"),
        ("needs = []", 'needs = [["bands"]]', "exercise-needs-kit", "squat.without"),
        ('"glutes"', '"gluteus"', "exercise-unknown-value", "squat.muscles.prime"),
        (", helping = []", "", "exercise-missing-key", "squat.muscles.helping"),
        ('"reps"', '"miles"', "exercise-unknown-value", "squat.measure"),
        ('"some"', '"a lot"', "exercise-unknown-value", "squat.tires"),
        (', "Stay tall"', "", "exercise-wrong-count", "squat.cues"),
        (', "Stay tall"', ", 3", "exercise-wrong-type", "squat.cues"),
        (', ["Rushing", "Count to two."]', "", "exercise-wrong-count", "squat.faults"),
        ('"Rushing", ', "", "exercise-wrong-type", "squat.faults"),
        ("tires", 'easier = "sofa"\ntires', "exercise-bad-ladder", "squat.easier"),
        ("tires", 'without = "squat"\ntires', "exercise-bad-ladder", "squat.without"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(old: str, new: str, code: str, key: str) -> None:
    assert old in SQUAT

    problem = refusal(SQUAT.replace(old, new, 1))

    assert (problem.code, problem.place.file) == (code, "own.toml")
    assert str(problem.place.key).endswith(key)
    assert problem.hint


@pytest.mark.parametrize("ladder", ["easier", "harder", "without"])
def test_a_ladder_may_not_lead_back_to_itself(ladder: str) -> None:
    other = SQUAT.replace("[squat]", f'[lunge]\n{ladder} = "squat"')

    problem = refusal(f'{SQUAT}{ladder} = "lunge"\n{other}')

    assert (problem.code, problem.place.key) == ("exercise-bad-ladder", f"lunge.{ladder}")


def test_a_key_may_stand_in_one_file_only() -> None:
    problem = refusal(SQUAT, SQUAT)

    assert problem.code == "exercise-twice"
    assert (problem.place.file, problem.place.key) == ("other.toml", "squat")
    assert "own.toml" in problem.problem


def test_a_key_that_stands_twice_in_one_file_is_found_with_its_line() -> None:
    problem = refusal(SQUAT + SQUAT)

    assert problem.code == "exercise-not-toml"
    assert (problem.place.file, problem.place.line) == ("own.toml", 13)
    assert "squat" in problem.problem


def test_a_value_outside_of_any_exercise_is_refused() -> None:
    problem = refusal('name = "Squat"')

    assert (problem.code, problem.place.key) == ("exercise-wrong-type", "name")
