"""Plain data checked against a model, with the place of each mistake in the words of the person who wrote the file."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from pmtui.reading.yaml import Source

    M = TypeVar("M", bound="BaseModel")

EXPECTED = {
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), "a set of keys with values"),
    **dict.fromkeys(("list_type", "tuple_type"), "a list (each entry on a line of its own that starts with `- `)"),
    "too_short": "a list with at least one entry",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "greater_than_equal": "a larger number",
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), "a whole number"),
    **dict.fromkeys(("float_parsing", "float_type"), "a number"),
    **dict.fromkeys(("bool_parsing", "bool_type"), "`true` or `false`"),
}
"""What pydantic's error types ask for, in words."""


def checked(model: type[M], source: Source) -> M:
    """The data of `source` as a `model`.

    Raises `Refused` with one line for each mistake, in the order of the file, each with line and column.
    """
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        faults = {_fault(model, source, each) for each in errors if not _follows(each, errors)}
    raise Refused("\n".join(text for _, text in sorted(faults)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` - did you mean `known`?`` for the known word that is closest to `word`, or nothing."""
    close = closest(word, known)
    return "" if close is None else f" - did you mean `{close}`?"


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is closest to `word`, if one is close."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def _follows(error: Mapping[str, Any], errors: Iterable[Mapping[str, Any]]) -> bool:
    # Entries with mistakes are not counted, so pydantic calls their list too short as well.
    path = error["loc"]
    return error["type"] == "too_short" and any(each["loc"][: len(path)] == path != each["loc"] for each in errors)


def _fault(model: type[BaseModel], source: Source, error: Mapping[str, Any]) -> tuple[tuple[int, int], str]:
    kind, path = error["type"], error["loc"]
    of_key = kind == "extra_forbidden"
    place = source.place(path, of_key=of_key)
    message = source.fault(path, _in_words(model, kind, path, error), of_key=of_key)
    return (place.line, place.column), message


def _in_words(model: type[BaseModel], kind: str, path: tuple[str | int, ...], error: Mapping[str, Any]) -> str:
    name = str(path[-1]) if path else ""
    given = error.get("input")
    if kind == "extra_forbidden":
        return f"`{name}` is not a known key here{did_you_mean(name, _keys(model, path[:-1]))}"
    if kind == "missing":
        return f"`{name}` is missing here"
    if kind == "literal_error":
        allowed = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return f"`{given}` is not one of {', '.join(allowed)}{did_you_mean(str(given), allowed)}"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    expected = EXPECTED.get(kind)
    if expected:
        return f"{_of(name)} {expected} is expected, not {_shown(given)}"
    return f"{_of(name)} {error['msg'][:1].lower()}{error['msg'][1:]}"


def _shown(given: Any) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "keys with values"
    if isinstance(given, list):
        return "a list" if given else "an empty list"
    return f"`{given}`"


def _of(name: str) -> str:
    return f"for `{name}`" if name and not name.isdigit() else "here"


def _keys(model: Any, path: tuple[str | int, ...]) -> list[str]:
    """The keys that the model knows at `path`; what is nested is found through the fields' own models."""
    for part in path:
        if isinstance(part, int) or part not in getattr(model, "model_fields", {}):
            continue
        model = _model_in(model.model_fields[part].annotation)
    fields = getattr(model, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _model_in(annotation: Any) -> Any:
    if hasattr(annotation, "model_fields"):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
