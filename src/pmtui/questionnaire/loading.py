"""A questionnaire from a YAML file, or from the snapshot that an interview carries."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.questionnaire.schema import Questionnaire
from pmtui.reading import yaml
from pmtui.reading.checking import checked, did_you_mean
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pmtui.reading.yaml import Source, Steps


def load(path: Path) -> Questionnaire:
    """The questionnaire in the file at `path`.

    Raises `Refused` with one line for each mistake in the file, each with line and column.
    """
    return from_source(yaml.read(path))


def from_source(source: Source) -> Questionnaire:
    """The questionnaire that `source` holds; see `load`."""
    faults = [*_unknown_lists(source), *_repeated_ids(source)]
    if faults:
        raise Refused("\n".join(faults))
    return checked(Questionnaire, replace(source, data=_assembled(source.data)))


def built_in(folder: Path, name: str) -> Questionnaire:
    """The questionnaire `name` of a `folder` of them.  Raises `Refused` where there is none."""
    path = folder / f"{name}.yaml"
    if not path.is_file():
        known = names(folder)
        raise Refused(f"no questionnaire {quoted(name)}{did_you_mean(name, known)}; there are: {', '.join(known)}")
    return load(path)


def names(folder: Path) -> list[str]:
    """The names of the questionnaires in `folder`."""
    return sorted(path.stem for path in folder.glob("*.yaml"))


def snapshot(questionnaire: Questionnaire) -> tuple[str, dict[str, Any]]:
    """(sha256 of the canonical JSON, the assembled questionnaire as plain data): what an interview keeps."""
    data = questionnaire.model_dump(mode="json", exclude_defaults=True, exclude={"choices"})
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest(), data


def from_snapshot(data: dict[str, Any]) -> Questionnaire:
    """The questionnaire of an interview, as it was when the interview began."""
    return Questionnaire.model_validate(data)


def _parts(data: Any) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Each section and each question of unchecked data, with its path; what has another shape is passed over."""
    sections = data.get("sections") if isinstance(data, dict) else None
    for at, section in enumerate(sections if isinstance(sections, list) else []):
        if not isinstance(section, dict):
            continue
        yield ("sections", at), section
        questions = section.get("questions")
        for within, question in enumerate(questions if isinstance(questions, list) else []):
            if isinstance(question, dict):
                yield ("sections", at, "questions", within), question


def _unknown_lists(source: Source) -> Iterator[str]:
    data = source.data
    known = data.get("choices") if isinstance(data, dict) else None
    for path, part in _parts(data):
        named = part.get("choices")
        if isinstance(named, str) and named not in (known or {}):
            yield source.fault((*path, "choices"), f"no list of choices `{named}`{did_you_mean(named, known or [])}")


def _repeated_ids(source: Source) -> Iterator[str]:
    first: dict[str, int] = {}
    for path, part in _parts(source.data):
        name = part.get("id")
        if not isinstance(name, str):
            continue
        if name in first:
            yield source.fault((*path, "id"), f"the id `{name}` is used twice, first on line {first[name]}")
        first.setdefault(name, source.place((*path, "id")).line)


def _assembled(data: Any) -> Any:
    """`data` with lists of choices in their long form and in their place, before it is checked.

    One form for the model means one message for a mistake.
    """
    if not isinstance(data, dict):
        return data
    lists = data.get("choices")
    lists = {name: _long(each) for name, each in lists.items()} if isinstance(lists, dict) else lists
    sections = data.get("sections")
    if isinstance(sections, list):
        sections = [_assembled_section(section, lists) for section in sections]
    return {**data, **({"choices": lists} if lists else {}), **({"sections": sections} if "sections" in data else {})}


def _assembled_section(section: Any, lists: Any) -> Any:
    if not isinstance(section, dict) or not isinstance(section.get("questions"), list):
        return section
    return {**section, "questions": [_assembled_question(question, lists) for question in section["questions"]]}


def _assembled_question(question: Any, lists: Any) -> Any:
    if not isinstance(question, dict) or "choices" not in question:
        return question
    given = question["choices"]
    choices = lists.get(given) if isinstance(given, str) and isinstance(lists, dict) else _long(given)
    return {"type": "one_of", **question, "choices": choices}


def _long(choices: Any) -> Any:
    if not isinstance(choices, list):
        return choices
    return [{"id": each} if isinstance(each, str) else each for each in choices]
