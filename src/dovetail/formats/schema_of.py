"""JSON Schema 2020-12 of the dataclasses, from the same type hints that the reader follows."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from dovetail.domain.fields import Between, Matching
from dovetail.domain.units import Duration
from dovetail.formats.document import DocumentField, document_fields, plain

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How strict a document is, and what it has beside the dataclasses."""

    closed: bool = False
    """Unknown keys are errors."""
    complete: bool = False
    """Every key is always there."""
    short: Mapping[type, Schema] = field(default_factory=dict)
    """Short ways to write a class."""
    short_keys: Mapping[tuple[type, str], Schema] = field(default_factory=dict)
    """Short ways to write one key of a class: the schema takes the place of the derived one."""
    derived: Mapping[type, Mapping[str, Any]] = field(default_factory=dict)
    """Keys that are written and never read."""


class Definitions:
    """Collects the schema of every dataclass met, each once."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.schemas: dict[str, Schema] = {}

    def of(self, hint: Any) -> Schema:
        """Return the schema of a type hint."""
        origin = get_origin(hint)
        if origin is Annotated:
            return self._annotated(*get_args(hint))
        if origin in (Union, UnionType):
            return self._one_of(get_args(hint))
        if origin is Literal:
            return {"enum": list(get_args(hint))}
        if origin is tuple:
            return self._list(get_args(hint))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._table(*get_args(hint))
        if is_dataclass(hint) and hint is not Duration:
            return self._reference(hint)
        return dict(_SIMPLE.get(hint, {}))

    def record(self, cls: type) -> Schema:
        """Return the schema of a dataclass itself."""
        fields = document_fields(cls)
        derived = self.style.derived.get(cls, {})
        properties = {each.key: self._property(cls, each) for each in fields}
        properties |= {key: self.of(hint) for key, hint in derived.items()}
        required = [each.key for each in fields if each.required or self.style.complete]
        return {
            "description": inspect.cleandoc(cls.__doc__ or ""),
            "type": "object",
            "properties": properties,
            "required": [*required, *derived],
            **({"additionalProperties": False} if self.style.closed else {}),
        }

    def _property(self, cls: type, each: DocumentField) -> Schema:
        schema = self.style.short_keys.get((cls, each.key)) or self.of(each.hint)
        if self.style.complete or each.required or each.default in (None, "", (), {}):
            return schema
        return {**schema, "default": plain(each.default)}

    def _reference(self, cls: Any) -> Schema:
        if cls.__name__ not in self.schemas:
            self.schemas[cls.__name__] = {}  # holds the place while the class is looked at
            self.schemas[cls.__name__] = self.record(cls)
        reference = {"$ref": f"#/$defs/{cls.__name__}"}
        short = self.style.short.get(cls)
        return {"anyOf": [short, reference]} if short else reference

    def _annotated(self, hint: Any, *marks: object) -> Schema:
        schema = self.of(hint)
        for mark in marks:
            if isinstance(mark, Between):
                schema |= {"minimum": mark.low, "maximum": mark.high}
                schema |= {"description": mark.unit} if mark.unit else {}
            elif isinstance(mark, Matching):
                schema |= {"pattern": f"^(?:{mark.pattern})$", "examples": [mark.like]}
        return schema

    def _one_of(self, hints: tuple[Any, ...]) -> Schema:
        choices = [self.of(hint) for hint in hints if hint is not NoneType]
        if NoneType in hints:
            choices.append({"type": "null"})
        return choices[0] if len(choices) == 1 else {"anyOf": choices}

    def _list(self, hints: tuple[Any, ...]) -> Schema:
        if hints[-1] is Ellipsis:
            return {"type": "array", "items": self.of(hints[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(hint) for hint in hints],
            "items": False,
            "minItems": len(hints),
        }

    def _table(self, key_hint: Any, value_hint: Any) -> Schema:
        names = {} if key_hint is str else {"propertyNames": self.of(key_hint)}
        return {"type": "object", **names, "additionalProperties": self.of(value_hint)}


_SIMPLE: Mapping[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    date: {"type": "string", "format": "date"},
    Duration: {
        "type": "string",
        "description": "h:mm:ss or m:ss",
        "pattern": r"^(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:\.0+)?$",
    },
}
