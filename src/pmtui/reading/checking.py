"""Plain data checked against a model, with the place of each mistake in the words of the person who wrote the file."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from pmtui.reading.faults import Faulty
from pmtui.reading.plain import quoted
from pmtui.reading.unseen import told

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Mapping

    from pydantic import BaseModel

    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source

    Path = tuple[str | int, ...]
    M = TypeVar("M", bound="BaseModel")

LIST = "a list (each entry on a line of its own that starts with `- `)"
EXPECTED = {
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), "a set of keys with values"),
    **dict.fromkeys(("list_type", "tuple_type"), LIST),
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
AGAIN = "the dash begins a new entry here; take it away if this belongs to the entry above"
TOO_FAR = "this key stands too far right, so it belongs to the line above; take away spaces before it"
NO_WORDS: Mapping[str, Collection[str]] = {}
_NO_DASH = re.compile("[-\N{EN DASH}\N{EM DASH}\N{BULLET}*]")
_NO_SPACE = re.compile(r"([a-z_]+):(\S.*)")
CODES = {UNKNOWN_KEY: "schema/unknown-key", "missing": "schema/missing"}


def checked(model: type[M], source: Source, other_words: Mapping[str, Collection[str]] = NO_WORDS) -> M:
    """The data of `source` as a `model`; `other_words` are what people write instead of a key, by the key.

    Raises `Refused` with one line for each mistake, in the order of the file, each with line and column.
    """
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    missing = {each["loc"] for each in errors if each["type"] == "missing"}
    unknown = [each["loc"] for each in errors if each["type"] == UNKNOWN_KEY]
    meant = {path: _meant(model, path, missing, other_words) for path in unknown}
    # A key that is missing because it is misspelt is told once, where it was made.
    spelt = {(*path[:-1], key) for path, key in meant.items() if key}
    # So is one that stands further out than it should.
    lacking = Counter(path[-1] for path in missing)
    outside = {path[-1]: len(path) for path in unknown}
    spelt |= {path for path in missing if lacking[path[-1]] == 1 and outside.get(path[-1], len(path)) < len(path)}
    split = _split(source, missing - spelt)
    nested = _nested(source, missing - spelt)
    left = [
        each
        for each in errors
        if not _follows(each, errors)
        and each["loc"] not in (*spelt, *nested)
        and not any(each["loc"][: len(inner)] == inner for inner in nested.values())
    ]
    own = [
        _fault(source, model, each, meant)
        for each in left
        if each["loc"][:-1] not in split or each["type"] != "missing"
    ]
    parts = [source.fault(path, AGAIN, "schema/missing") for path, is_second in split.items() if is_second]
    parts += [source.fault(inner, TOO_FAR, "schema/missing", of_key=True) for inner in nested.values()]
    raise Faulty([*own, *parts])


def _nested(source: Source, missing: Collection[Path]) -> dict[Path, Path]:
    """Missing keys that stand one level too deep, as they have too many spaces before them, with where they do."""
    below = {(*path[:-2], path[-1]): path for path in source.keys if len(path) > 1 and isinstance(path[-2], str)}
    return {path: below[path] for path in missing if path in below}


def _split(source: Source, missing: Collection[Path]) -> dict[Path, bool]:
    """Entries that are one with a dash too many in it, as each has what the other misses; True for the second."""
    found: dict[Path, bool] = {}
    lacks = _by_parent(missing)
    keys = _by_parent(source.keys) if lacks else {}
    for path, needed in lacks.items():
        if not path or not isinstance(path[-1], int) or _is_in_braces(source, path):
            continue
        first = (*path[:-1], path[-1] - 1)
        before, here = keys.get(first, set()), keys.get(path, set())
        if before.isdisjoint(here) and needed <= before and lacks.get(first, set()) <= here:
            found.setdefault(first, False)
            found[path] = True
    return found


def _is_in_braces(source: Source, path: Path) -> bool:
    place = source.place(path)
    return source.lines[place.line - 1][place.column - 1 :].startswith("{")


def _by_parent(paths: Iterable[Path]) -> dict[Path, set[str]]:
    """The last steps of `paths`, by what is before them."""
    found: dict[Path, set[str]] = {}
    for path in paths:
        if path:
            found.setdefault(path[:-1], set()).add(str(path[-1]))
    return found


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`` - did you mean `known`?`` for the known word that is closest to `word`, or nothing.

    A word in which a character stands that nobody sees is not guessed at: that character is named.
    """
    close = closest(word, known)
    return told(word) or ("" if close is None else f" - did you mean `{close}`?")


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is closest to `word`, if one is close."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def _meant(
    model: type[BaseModel], path: Path, missing: Container[Path], other_words: Mapping[str, Collection[str]]
) -> str | None:
    """The key that an unknown one at `path` is probably meant to be: rather one that is missing there."""
    name, keys = str(path[-1]), _keys(_model_at(model, path[:-1]))
    if (found := _NO_SPACE.fullmatch(name)) and found[1] in keys:
        return found[1]
    if (begun := re.match("[a-z_]+(?![a-z_])", name)) and (*path[:-1], begun[0]) in missing:
        return begun[0]
    plain = name.casefold().replace("-", "_").replace(" ", "_").strip("_*")
    near = [key for key in keys if key in (plain, plain.rstrip("s"))]
    near += difflib.get_close_matches(plain, keys, n=3, cutoff=0.6)
    same = [key for key in keys if plain in other_words.get(key, ())]
    likely = [key for key in (*near, *same) if (*path[:-1], key) in missing] or same or near
    if not same and likely and (*path[:-1], likely[0]) not in missing and _goes_elsewhere(model, path):
        return None
    return likely[0] if likely else None


def _goes_elsewhere(model: type[BaseModel], path: Path) -> str | None:
    """Where the key at `path` would be known, in words: a line that stands too far left or right is in another part."""
    name, here = str(path[-1]), _model_at(model, path[:-1])
    for key, field in getattr(here, "model_fields", {}).items():
        if name in _keys(_model_in(field.annotation)):
            return f"it belongs into an entry of `{field.alias or key}`; mind the spaces before it"
    outer = (at for at in range(len(path) - 2, -1, -1) if name in _keys(_model_at(model, path[:at])))
    return "it belongs further out; mind the spaces before it" if next(outer, None) is not None else None


def _follows(error: Mapping[str, Any], errors: Iterable[Mapping[str, Any]]) -> bool:
    # Entries with mistakes are not counted, so pydantic calls their list too short as well.
    path = error["loc"]
    return error["type"] == "too_short" and any(each["loc"][: len(path)] == path != each["loc"] for each in errors)


def _fault(source: Source, model: type[BaseModel], error: Mapping[str, Any], meant: Mapping[Path, str | None]) -> Fault:
    kind, path = error["type"], error["loc"]
    of_key = kind == UNKNOWN_KEY
    code = CODES.get(kind, "schema/value")
    if of_key:
        message = _unknown(str(path[-1]), error.get("input"), meant.get(path), _goes_elsewhere(model, path))
    else:
        message = _in_words(kind, path, error) + _form(model, path, error)
    return source.fault(path, message, code, of_key=of_key)


def _in_words(kind: str, path: Path, error: Mapping[str, Any]) -> str:
    name = str(path[-1]) if path else ""
    given = error.get("input")
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
    """What a value that YAML took for something else needs."""
    if kind == "string_type" and isinstance(given, dict) and len(given) == 1:
        return f"; `: ` makes a key of {quoted(str(next(iter(given))))}, so put quotes around all of it"
    if kind == "string_type" and isinstance(given, list) and given:
        return "; write it without [ ], or put quotes around a text that starts with ["
    if kind == "string_type" and given is None:
        return "; a text that starts with # needs quotes around it"
    if isinstance(given, str) and EXPECTED.get(kind) == LIST and _NO_DASH.match(given):
        return "; a space is missing behind the dash" if given[0] == "-" else f"; `{given[0]}` is no dash"
    return told(given) if isinstance(given, str) else ""


def _form(model: type[BaseModel], path: Path, error: Mapping[str, Any]) -> str:
    """The keys that are needed where something else than keys stands."""
    given, at = error.get("input"), _model_at(model, path)
    if not error["type"].startswith("model_") or not hasattr(at, "model_fields"):
        return ""
    if given is None:
        return '; for the word null write "null", in quotes'
    needed = [field.alias or key for key, field in at.model_fields.items() if field.is_required()] or _keys(at)
    return f"; write {{{', '.join(f'{key}: ...' for key in needed)}}}"


def _unknown(name: str, given: Any, meant: str | None, elsewhere: str | None) -> str:
    if (found := _NO_SPACE.fullmatch(name)) and given is None:
        return f"a space is missing behind the colon: write `{found[1]}: {found[2]}`"
    if given is None and " " in name.strip():
        return f"{quoted(name)} is not a known key; inside {{ }} a comma ends a text, so put quotes around all of it"
    hint = told(name) or (f" - did you mean `{meant}`?" if meant else f"; {elsewhere}" if elsewhere else "")
    return f"{quoted(name)} is not a known key here{hint}"


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


def _model_at(model: Any, path: Path) -> Any:
    """The model of what stands at `path`; what is nested is found through the fields' own models."""
    for part in path:
        fields = {field.alias or name: field for name, field in getattr(model, "model_fields", {}).items()}
        if part in fields:
            model = _model_in(fields[str(part)].annotation)
    return model


def _keys(model: Any) -> list[str]:
    """The keys that a model knows."""
    return [field.alias or name for name, field in getattr(model, "model_fields", {}).items()]


def _model_in(annotation: Any) -> Any:
    if hasattr(annotation, "model_fields"):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
