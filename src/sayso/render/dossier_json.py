"""The dossier as JSON: written, read back, and described by a schema (DESIGN 4)."""

from __future__ import annotations

import dataclasses
import inspect
import re
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.errors import InputError
from sayso.model.dossier import Dossier
from sayso.model.values import VALUE_TYPES, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.entities import Entity

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"

_FIELDS = {frozenset(field.name for field in dataclasses.fields(kind)): kind for kind in VALUE_TYPES}  # type: ignore[arg-type]


def render_json(dossier: Dossier) -> str:
    """The whole dossier as JSON: keys in field order, indented by one, ending in a newline.

    Half a surrogate pair has no UTF-8 form; it becomes U+FFFD, one code point for
    another, so that every offset still holds.
    """
    try:
        packed = msgspec.json.encode(dossier)
    except UnicodeEncodeError:
        packed = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(dossier)))
    return msgspec.json.format(packed, indent=1).decode() + "\n"


def render_entities(entities: Sequence[Entity]) -> str:
    """Some entities of a dossier as a JSON array, each as it stands there."""
    tree = _without_surrogates(msgspec.to_builtins(list(entities)))
    return msgspec.json.format(msgspec.json.encode(tree), indent=1).decode() + "\n"


def read_dossier(text: str | bytes) -> Dossier:
    """Read back what `render_json` wrote.

    Raises:
        InputError: Not JSON, or not a dossier; the message says where.
    """
    try:
        return msgspec.json.decode(text, type=Dossier, dec_hook=_read_value)
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(
            f"not a dossier: {error}", where="dossier.json", remedy="write it again with `sayso dossier`"
        ) from error


def dossier_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every ``dossier.json`` keeps."""
    _, parts = msgspec.json.schema_components(VALUE_TYPES, ref_template="#/$defs/{name}")
    schema = msgspec.json.schema(Dossier, schema_hook=_value_schema)
    schema["$defs"] = {name: _described(part) for name, part in sorted((schema["$defs"] | parts).items())}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sayso dossier", **schema}


def _read_value(kind: type, found: Any) -> Any:
    """The value whose field names these are."""
    if kind is not Value:
        raise NotImplementedError(kind)
    if not isinstance(found, dict):
        raise ValueError(f"a value must be an object, not {type(found).__name__}")  # noqa: TRY004 - msgspec locates ValueError only
    known = _FIELDS.get(frozenset(found))
    if known is None:
        raise ValueError(f"no kind of value has the fields {', '.join(sorted(found)) or '(none)'}")
    return msgspec.convert(found, type=known)


def _value_schema(kind: type) -> dict[str, Any]:
    if kind is not Value:
        raise NotImplementedError(kind)
    return {"anyOf": [{"$ref": f"#/$defs/{one.__name__}"} for one in VALUE_TYPES]}


def _described(part: dict[str, Any]) -> dict[str, Any]:
    """A definition closed to unknown keys, its description without the code's indentation."""
    if part.get("type") == "object":
        part = part | {"additionalProperties": False}
    if "description" in part:
        part = part | {"description": inspect.cleandoc(part["description"])}
    return part


def _without_surrogates(tree: Any) -> Any:
    if isinstance(tree, str):
        return LONE_SURROGATE.sub(REPLACEMENT, tree)
    if isinstance(tree, dict):
        return {key: _without_surrogates(below) for key, below in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [_without_surrogates(below) for below in tree]
    return tree
