"""Whether the keys of one question go together: its type, its choices, its bounds.

This looks at the data as it was written, not at a model of it, so that a mistake in one key hides none in another.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, get_args

from pmtui.questionnaire.assembling import UNKNOWN, parts
from pmtui.questionnaire.schema import CHOSEN, LONGEST_SCALE, Question, QuestionType
from pmtui.reading.condition_tokens import JOINING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

RESERVED = (*JOINING, "true", "false")
"""Words of conditions, which no question is called."""

NO = ("false", "no", "off", "0", "n", "f")
"""What stands for `false`."""

KEYS = {field.alias or name for name, field in Question.model_fields.items()}

GOES_WITH = {
    "choices": (*CHOSEN, "scale"),
    "other": CHOSEN,
    "unit": ("number",),
    "min": ("number", "scale", "many_of"),
    "max": ("number", "scale", "many_of"),
    **dict.fromkeys(
        ("default", "required", "check", "maps_to", "covers"), tuple(set(get_args(QuestionType)) - {"info"})
    ),
}
"""Keys that not every type has, with the types that have them."""


def faults(data: Any, source: Source) -> list[Fault]:
    """What does not go together in the assembled `data` of `source`."""
    found = [fault for path, part in parts(data) for fault in _of_part(part, path, source)]
    lists = data.get("choices") if isinstance(data, dict) else None
    for name, choices in lists.items() if isinstance(lists, dict) else ():
        found += _of_list(choices, ("choices", name), source)
    return found


def _of_part(part: Mapping[str, Any], path: Steps, source: Source) -> Iterator[Fault]:
    if path[-2] != "questions":
        if part.get("repeat") == "record":
            message = "`record` stands for what the whole incident holds, so no item can be called that"
            yield source.fault((*path, "repeat"), message, "ref/reserved")
        return
    if part.get("id") in RESERVED:
        message = f"`{part['id']}` is a word of conditions, so no question can be called that"
        yield source.fault((*path, "id"), message, "ref/reserved")
    kind = part.get("type", "text")
    is_clear = all(key in KEYS for key in part)
    if not is_clear and (*path, "type") not in source.values:
        return  # a key that is not known may be the one that says what type it is
    if kind in get_args(QuestionType):
        yield from _of_type(part, kind, path, source, is_clear=is_clear)
        yield from _of_bounds(part, kind, path, source)
    if (*path, "choices", 0) in source.values:
        yield from _of_list(part.get("choices"), (*path, "choices"), source)


def _of_type(part: Mapping[str, Any], kind: str, path: Steps, source: Source, *, is_clear: bool) -> Iterator[Fault]:
    for key, kinds in GOES_WITH.items():
        if key in part and kind not in kinds and not _is_no(part[key]):
            allowed = " and ".join(kinds) if len(kinds) < 4 else "questions that take an answer"
            message = f"`{key}` goes with {allowed}, and the type of this question is {kind}"
            yield source.fault((*path, key), message, "schema/key-of-type", of_key=True)
    if is_clear and kind in CHOSEN and "choices_from" not in part and part.get("choices", []) == []:
        message = f"a question of type {kind} needs `choices`, at least one"
        key = next((key for key in ("choices", "type") if key in part), "id")
        yield source.fault((*path, key), message, "choice/missing")
    if kind == "scale" and isinstance(part.get("choices"), list):
        yield from _of_steps(part, path, source)


def _of_steps(part: Mapping[str, Any], path: Steps, source: Source) -> Iterator[Fault]:
    first, last = _number(part.get("min", "1")), _number(part.get("max", "5"))
    if first is None or last is None or first >= last or part["choices"] == UNKNOWN:
        return  # which has a fault of its own
    steps = [str(step) for step in range(int(first), min(int(last), int(first) + LONGEST_SCALE) + 1)]
    for at, choice in enumerate(part["choices"]):
        if isinstance(choice, dict) and isinstance(choice.get("id"), str) and choice["id"] not in steps:
            message = f"`{choice['id']}` is no step of this scale; its choices are some of {', '.join(steps)}"
            yield source.fault((*path, "choices", at), message, "choice/step")


def _of_bounds(part: Mapping[str, Any], kind: str, path: Steps, source: Source) -> Iterator[Fault]:
    if kind not in GOES_WITH["min"]:
        return
    least, most = _number(part.get("min")), _number(part.get("max"))
    if least is not None and most is not None and least > most:
        yield source.fault((*path, "min"), f"`min` {least:g} is larger than `max` {most:g}", "schema/bounds")
        return
    for key, bound in (("min", least), ("max", most)):
        if bound is not None and kind != "number" and bound != int(bound):
            yield source.fault((*path, key), f"for `{key}` a whole number is expected, not {bound:g}", "schema/bounds")
    if kind == "scale":
        first, last = least if least is not None else 1, most if most is not None else 5
        if not 1 <= last - first < LONGEST_SCALE:
            key = "max" if "max" in part else "min"
            message = f"a scale has 2 to {LONGEST_SCALE} steps; from {first:g} to {last:g} is a number"
            yield source.fault((*path, key), message, "schema/bounds")
    if kind == "many_of":
        yield from _of_count(part, least, most, path, source)


def _of_count(
    part: Mapping[str, Any], least: float | None, most: float | None, path: Steps, source: Source
) -> Iterator[Fault]:
    """Faults of the bounds on how many are chosen."""
    if least is not None and least < 0:
        yield source.fault((*path, "min"), f"nobody can choose {least:g}; `min` is 0 or more", "schema/bounds")
    if most is not None and most < 1:
        yield source.fault((*path, "max"), f"with at most {most:g} nothing can be chosen", "schema/bounds")
    choices = part.get("choices")
    if least is None or _is_open(part) or not isinstance(choices, list) or choices in ([], UNKNOWN):
        return
    if least > len(choices):
        message = f"at least {least:g} are asked for, and there are {len(choices)} choices"
        yield source.fault((*path, "min"), message, "schema/bounds")


def _of_list(choices: Any, path: Steps, source: Source) -> Iterator[Fault]:
    """Choices that are there twice."""
    first: dict[str, int] = {}
    for at, choice in enumerate(choices if isinstance(choices, list) else ()):
        name = choice.get("id") if isinstance(choice, dict) else None
        where = (*path, at, "id")
        if isinstance(name, str) and name in first:
            message = f"the choice `{name}` is there twice, first on line {first[name]}"
            yield source.fault(where, message, "choice/twice")
        elif isinstance(name, str):
            first[name] = source.place(where).line


def _is_open(part: Mapping[str, Any]) -> bool:
    """Whether an answer beside the choices is possible."""
    return "choices_from" in part or ("other" in part and not _is_no(part["other"]))


def _is_no(text: Any) -> bool:
    return str(text).lower() in NO


def _number(text: Any) -> float | None:
    """The number that a text is; none where it is none, which has a fault of its own."""
    try:
        number = float(text)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
