"""The exercises of titles: what people call them, and their keys in the library."""

from __future__ import annotations

from collections.abc import Mapping

HEAVY: Mapping[str, str] = {
    "back-squat": "back squat, squat, barbell squat",
    "front-squat": "front squat",
    "deadlift": "deadlift, dead lift, conventional deadlift",
    "trap-bar-deadlift": "trap bar deadlift, hex bar deadlift, trap bar",
    "dumbbell-deadlift": "dumbbell deadlift, db deadlift",
    "leg-press": "leg press",
    "nordic-curl": "nordic curl, nordic hamstring curl, nordic",
    "rear-foot-elevated-split-squat": "bulgarian split squat, bulgarian, rfess",
    "walking-lunge": "walking lunge",
    "reverse-lunge-loaded": "dumbbell reverse lunge, weighted reverse lunge",
    "weighted-step-up": "weighted step up, dumbbell step up",
    "hip-thrust-loaded": "barbell hip thrust, weighted hip thrust",
    "single-leg-rdl-loaded": "weighted single leg rdl, dumbbell single leg rdl",
    "depth-drop": "depth drop",
    "drop-jump": "drop jump",
    "jump-squat": "jump squat, squat jump",
    "bounding": "bounding, bound",
}
"""They tire the legs so that a key run would feel it (the library says `tires = "heavy"`)."""
OTHERS: Mapping[str, str] = {
    "romanian-deadlift": "rdl, romanian deadlift",
    "goblet-squat": "goblet squat",
    "bodyweight-squat": "bodyweight squat, air squat, body weight squat",
    "wall-sit": "wall sit",
    "split-squat": "split squat",
    "reverse-lunge": "reverse lunge",
    "lateral-lunge": "lateral lunge, side lunge",
    "single-leg-rdl": "single leg rdl, single leg deadlift",
    "calf-raise": "calf raise, heel raise",
    "single-leg-calf-raise": "single leg calf raise",
    "kettlebell-swing": "kettlebell swing, kb swing, swing",
    "glute-bridge": "glute bridge, bridge",
    "leg-curl": "leg curl, hamstring curl",
    "single-leg-bridge": "single leg bridge, single leg glute bridge",
    "box-jump": "box jump",
    "pogo-hop": "pogo hop, pogo, pogos, pogo jump",
    "a-skip": "a skip",
    "plank": "plank, front plank",
    "side-plank": "side plank",
    "copenhagen-plank": "copenhagen plank, copenhagen",
    "dead-bug": "dead bug, deadbug",
    "bird-dog": "bird dog",
    "pallof-press": "pallof press",
    "farmers-carry": "farmers carry, farmer carry, farmers walk, farmer walk",
    "clamshell": "clamshell, clam",
    "lateral-band-walk": "lateral band walk, band walk, monster walk",
    "push-up": "push up, pushup, press up",
    "pull-up": "pull up, pullup, chin up",
    "band-row": "band row",
    "lat-pulldown": "lat pulldown, lat pull down",
    "standing-press": "overhead press, shoulder press, military press, ohp, standing press",
}
NAMED_ONLY = (
    "lunge, bench, bench press, step up, hip thrust, sit up, crunch, curl, biceps curl, dip,"
    " power clean, clean, snatch, thruster, burpee, good morning, hamstring, row, dumbbell row,"
    " barbell row, leg extension, mountain climber, russian twist, superman, hop, jump"
)
"""Exercises whose name leaves open which one of the library it is, or that it does not hold."""


def _lookup() -> dict[tuple[str, ...], str | None]:
    found: dict[tuple[str, ...], str | None] = {
        tuple(name.split()): None for name in NAMED_ONLY.split(", ")
    }
    for table in (HEAVY, OTHERS):
        for key, names in table.items():
            found.update({tuple(name.split()): key for name in names.split(", ")})
    return found


EXERCISES = _lookup()
