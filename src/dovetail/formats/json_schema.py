"""Writes docs/reference/*.schema.json: what athlete, log and plan look like, for machines.

    python -m dovetail.formats.json_schema [--check] [FOLDER]

The schemas are made from the dataclasses; `--check` writes nothing and says what is out of
date. In athlete.toml dates may stand without quotes; in JSON they are text.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dovetail.domain.athlete import (
    Athlete,
    BoneStress,
    Conditions,
    Day,
    PreferredDay,
    StrengthHistory,
)
from dovetail.domain.calendar import WEEKDAYS
from dovetail.domain.plan import Plan
from dovetail.domain.training_log import KINDS
from dovetail.formats.derived import DERIVED
from dovetail.formats.document import document_fields
from dovetail.formats.files import write_text
from dovetail.formats.schema_of import Definitions, Schema, Style

FOLDER = Path("docs/reference")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def athlete_schema() -> Schema:
    """Return the schema of athlete.toml."""
    definitions = Definitions(_athlete_style())
    root = definitions.record(Athlete)
    return _document("athlete", "athlete.toml: who somebody is", root, definitions)


def log_schema() -> Schema:
    """Return the schema of one line of log.jsonl."""
    definitions = Definitions(Style())
    kinds = {kind: definitions.record(cls) for kind, cls in KINDS.items()}
    for kind, schema in kinds.items():
        schema["properties"] = {"kind": {"const": kind}, **schema["properties"]}
        schema["required"] = ["kind", *schema["required"]]
    unknown = {
        "description": "A kind this version does not know: kept, reported, not read.",
        "type": "object",
        "properties": {"kind": {"type": "string", "not": {"enum": list(kinds)}}},
        "required": ["kind"],
    }
    root: Schema = {"oneOf": [*kinds.values(), unknown]}
    return _document("log", "log.jsonl: one line, what happened", root, definitions)


def plan_schema() -> Schema:
    """Return the schema of plan.json."""
    definitions = Definitions(Style(complete=True, derived=DERIVED))
    root = definitions.record(Plan)
    return _document("plan", "plan.json: one season for one runner", root, definitions)


def schemas() -> Mapping[str, str]:
    """Return the text of every schema by file name."""
    made = {"athlete": athlete_schema(), "log": log_schema(), "plan": plan_schema()}
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in made.items()
    }


def out_of_date(folder: Path) -> list[str]:
    """Name the files that are not what the dataclasses say."""
    return [
        name
        for name, text in schemas().items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]


def main(argv: Sequence[str]) -> int:
    """Write the schemas, or check them; 1 when some are out of date."""
    folder = Path(next((word for word in argv if not word.startswith("-")), FOLDER))
    if "--check" in argv:
        stale = out_of_date(folder)
        sys.stderr.writelines(f"{folder / name} is out of date: run make docs.\n" for name in stale)
        return 1 if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        write_text(folder / name, text)
    return 0


def _athlete_style() -> Style:
    minutes = _type_of(Day, "am")
    kilograms = {"type": "number", "exclusiveMinimum": 0, "maximum": 500}
    step = {**kilograms, "description": "kg from one load to the next"}
    weights = {"type": "array", "items": kilograms, "minItems": 1, "description": "kg, all there"}
    either = {"anyOf": [step, weights]}
    kits = _type_of(StrengthHistory, "steps")["propertyNames"]
    steps = {"type": "object", "propertyNames": kits, "additionalProperties": either}
    return Style(
        closed=True,
        short={
            Day: {**minutes, "description": "minutes in one slot, at preferences.time"},
            PreferredDay: {"enum": list(WEEKDAYS)},
            Conditions: {"type": "boolean"},
            BoneStress: {"type": "boolean"},
        },
        short_keys={(StrengthHistory, "steps"): steps},
    )


def _type_of(cls: type, key: str) -> Schema:
    hint: Any = next(field.hint for field in document_fields(cls) if field.key == key)
    return Definitions(Style()).of(hint)


def _document(name: str, title: str, root: Schema, definitions: Definitions) -> Schema:
    head = {"$schema": _DIALECT, "$id": f"urn:dovetail:{name}:1", "title": title}
    return {**head, **root, "$defs": definitions.schemas}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
