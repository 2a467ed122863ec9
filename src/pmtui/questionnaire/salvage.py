"""What is left of a questionnaire with mistakes, so that its conditions can be looked at all the same.

All mistakes are told at once: somebody who mends one after the other runs the check once for each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from pmtui.questionnaire.schema import Question, Questionnaire, Retired, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel


KEYS = {field.alias or name for name, field in Section.model_fields.items()}
LATEST = 10**9
"""Stands for a version that is not known."""


class Salvaged(NamedTuple):
    """A questionnaire whose parts stand where they stand in the file; `broken` are the ids of what was mended."""

    questionnaire: Questionnaire
    broken: frozenset[str]


def salvaged(data: Any) -> Salvaged | None:
    """What can be used of assembled data that is none; nothing where there are no sections."""
    sections = data.get("sections") if isinstance(data, dict) else None
    if not isinstance(sections, list) or not sections:
        return None
    broken: set[str] = set()
    found = tuple(_section(section, at, broken) for at, section in enumerate(sections))
    top = {"questionnaire": "x", "version": _version(data), "title": "x", "when": _text(data, "when")}
    retired = data.get("retired")
    listed = {"retired": retired} if isinstance(retired, list) and all(_fits(Retired, each) for each in retired) else {}
    return Salvaged(Questionnaire.model_validate({**top, **listed, "sections": found}), frozenset(broken))


def _version(data: Mapping[str, Any]) -> int:
    """The version of the file; where that is none, one that nothing is too late for."""
    written = data.get("version")
    return int(written) if isinstance(written, str) and re.fullmatch("[1-9][0-9]{0,8}", written) else LATEST


def _section(data: Any, at: int, broken: set[str]) -> Section:
    written = data if isinstance(data, dict) else {}
    listed = written.get("questions")
    questions = [
        _question(each, f"{at}_{within}", broken)
        for within, each in enumerate(listed if isinstance(listed, list) else [])
    ] or [_minimal({}, f"{at}_0", broken)]
    if not isinstance(listed, list):
        broken.update(_ids_below(written))
    whole = {**written, "questions": questions}
    if _fits(Section, whole):
        return Section.model_validate(whole)
    may_repeat = "repeat" not in written and any(key not in KEYS for key in written)
    if may_repeat or not _fits(Section, _bare(at, written, "repeat", questions)):
        broken.update(question.id for question in questions)  # nobody can say how they are named
    kept = {
        key: written[key] for key in ("repeat", "when", "for") if _fits(Section, _bare(at, written, key, questions))
    }
    name = written.get("id")
    identity = name if isinstance(name, str) and _fits(Section, _bare(at, {"id": name}, "id", questions)) else f"s{at}"
    return Section.model_validate({"id": identity, "title": "x", "questions": questions, **kept})


def _ids_below(written: Mapping[str, Any]) -> Iterator[str]:
    """The ids of questions that stand under another key, or in another form, than they should."""
    for value in written.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and isinstance(each.get("id"), str) and each["id"]:
                yield each["id"]


def _bare(at: int, written: Mapping[str, Any], key: str, questions: list[Question]) -> dict[str, Any]:
    whole = {"id": f"s{at}", "title": "x", "questions": questions}
    return {**whole, key: written[key]} if key in written else {}


def _question(data: Any, where: str, broken: set[str]) -> Question:
    written = data if isinstance(data, dict) else {}
    if _fits(Question, written):
        return Question.model_validate(written)
    return _minimal(written, where, broken)


def _minimal(written: Mapping[str, Any], where: str, broken: set[str]) -> Question:
    # Its type is not known, so nothing is said about conditions that speak of it.
    name = written.get("id")
    name = name if isinstance(name, str) and _fits(Question, {"id": name, "ask": "x"}) else f"q{where}"
    broken.add(name)
    whole = {
        "id": name,
        "ask": _text(written, "ask") or "x",
        "when": _text(written, "when"),
        "help": _text(written, "help"),
    }
    listed = written.get("check")
    checks = [_check(each, name) for each in (listed if isinstance(listed, list) else [])]
    return Question.model_validate({**whole, "check": checks})


def _check(data: Any, broken: str) -> dict[str, Any]:
    # One without a condition gets one about a broken question, of which nothing is said: the others keep their places.
    written = data if isinstance(data, dict) else {}
    return {"that": _text(written, "that") or f"answered({broken})", "say": _text(written, "say") or "x"}


def _text(written: Mapping[str, Any], key: str) -> str | None:
    value = written.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _fits(model: type[BaseModel], data: Any) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True
