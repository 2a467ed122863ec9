"""Plain data checked against a model, with the place of each mistake in the words of the person who wrote the file."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from pmtui.reading.faults import Faulty
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from pydantic import BaseModel

    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source

    Path = tuple[str | int, ...]
    M = TypeVar("M", bound="BaseModel")

EXPECTED = {
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), "a set of keys with values"),
    **dict.fromkeys(("list_type", "tuple_type"), "a list (each entry on a line of its own that starts with `- `)"),
    "too_short": "a list with at least one entry",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "greater_than_equal": "a larger number",
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), "a whole number"),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), "a number"),
    **dict.fromkeys(("bool_parsing", "bool_type"), "`true` or `false`"),
}
"""What pydantic's error types ask for, in words."""

UNKNOWN_KEY = "extra_forbidden"
CODES = {UNKNOWN_KEY: "schema/unknown-key", "missing": "schema/missing"}


def checked(model: type[M], source: Source) -> M:
    """The data of `source` as a `model`.

    Raises `Refused` with one line for each mistake, in the order of the file, each with line and column.
    """
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        missing = {each["loc"] for each in errors if each["type"] == "missing"}
        meant = {each["loc"]: _meant(model, each["loc"], missing) for each in errors if each["type"] == UNKNOWN_KEY}
        # A key that is missing because it is misspelt is told once, where it was made.
        spelt = {(*path[:-1], key) for path, key in meant.items() if key}
        told = [each for each in errors if not _follows(each, errors) and each["loc"] not in spelt]
        faults = [_fault(source, each, meant) for each in told]
    raise Faulty(faults)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` - did you mean `known`?`` for the known word that is closest to `word`, or nothing."""
    close = closest(word, known)
    return "" if close is None else f" - did you mean `{close}`?"


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is closest to `word`, if one is close."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def _meant(model: type[BaseModel], path: Path, missing: Container[Path]) -> str | None:
    """The key that an unknown one at `path` is probably meant to be: rather one that is missing there."""
    near = difflib.get_close_matches(str(path[-1]), _keys(model, path[:-1]), n=3, cutoff=0.6)
    return next((key for key in near if (*path[:-1], key) in missing), near[0] if near else None)


def _follows(error: Mapping[str, Any], errors: Iterable[Mapping[str, Any]]) -> bool:
    # Entries with mistakes are not counted, so pydantic calls their list too short as well.
    path = error["loc"]
    return error["type"] == "too_short" and any(each["loc"][: len(path)] == path != each["loc"] for each in errors)


def _fault(source: Source, error: Mapping[str, Any], meant: Mapping[Path, str | None]) -> Fault:
    kind, path = error["type"], error["loc"]
    of_key = kind == UNKNOWN_KEY
    code = CODES.get(kind, "schema/value")
    return source.fault(path, _in_words(kind, path, error, meant.get(path)), code, of_key=of_key)


def _in_words(kind: str, path: Path, error: Mapping[str, Any], meant: str | None) -> str:
    name = str(path[-1]) if path else ""
    given = error.get("input")
    if kind == UNKNOWN_KEY:
        return _unknown(name, given, meant)
    if kind == "missing":
        return f"`{name}` is missing here"
    if kind == "literal_error":
        allowed = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return f"{quoted(str(given))} is not one of {', '.join(allowed)}{did_you_mean(str(given), allowed)}"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    expected = EXPECTED.get(kind)
    if expected:
        return f"{_of(name)} {expected} is expected, not {_shown(given)}{_hint(kind, given)}"
    return f"{_of(name)} {error['msg'][:1].lower()}{error['msg'][1:]}"


def _hint(kind: str, given: Any) -> str:
    """What a text that YAML took for something else needs."""
    if kind == "string_type" and isinstance(given, dict) and len(given) == 1:
        return f"; `: ` makes a key of {quoted(str(next(iter(given))))}, so put quotes around all of it"
    if kind == "string_type" and given is None:
        return "; a text that starts with # needs quotes around it"
    return ""


def _unknown(name: str, given: Any, meant: str | None) -> str:
    if given is None and " " in name.strip():
        return f"{quoted(name)} is not a known key; inside {{ }} a comma ends a text, so put quotes around all of it"
    return f"{quoted(name)} is not a known key here{f' - did you mean `{meant}`?' if meant else ''}"


def _shown(given: Any) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, dict):
        return "keys with values"
    if isinstance(given, list):
        return "a list" if given else "an empty list"
    return quoted(str(given))


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
