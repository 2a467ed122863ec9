"""What breaks with the version before: ids that are gone or used again, types that no answer fits, the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.questionnaire.assembling import parts
from pmtui.questionnaire.changes import ANSWERS_DIFFER, counterpart, differences, fits
from pmtui.reading.checking import closest
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.changes import Difference
    from pmtui.questionnaire.schema import Question, Questionnaire
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

IN_WORDS = {
    "new": "`{}` is new",
    "retired": "`{}` is retired",
    "vanished": "`{}` is gone",
    "retyped": "`{}` has another type",
    "reworded": "`{}` is asked in other words",
    "choice-removed": "`{}` has a choice less",
    "choice-reworded": "a choice of `{}` has other words",
    "bounds": "`{}` has other bounds",
    "place": "`{}` is asked in another place",
}
"""Each kind of difference after which somebody might answer differently, in words."""


def against(old: Questionnaire, new: Questionnaire, source: Source) -> list[Fault]:
    """What breaks with the version before, in the order of the file `source` that holds the new one."""
    told = [each for each in differences(old, new) if each.kind in ANSWERS_DIFFER]
    found = [*_of_top(old, new, told, source), *_retired(old, new, source)]
    for question in old.questions.values():
        other = counterpart(question, new)
        if other is None and question.id not in {each.id for each in new.retired}:
            found.append(_vanished(question, old, new, source))
        elif other and not fits(question, other):
            message = f"was {question.type} and is {other.type}; a type may change to text or long_text only"
            found.append(source.fault(_path_of(source, other.id, "type"), message, "change/type"))
    for each in told:
        if each.kind == "choice-removed" and new.questions[each.question].options:
            message = f"the choice `{each.words}` is gone; who chose it keeps it as a retired choice"
            where = _path_of(source, each.question, "choices")
            found.append(source.fault(where, message, "change/choice", level="warning"))
    return sorted(found, key=lambda fault: (fault.line or 0, fault.column or 0))


def _of_top(old: Questionnaire, new: Questionnaire, told: list[Difference], source: Source) -> Iterator[Fault]:
    """Faults of the name and of the version."""
    if new.questionnaire != old.questionnaire:
        message = (
            f"this is {quoted(new.questionnaire)}, and the one before is {quoted(old.questionnaire)}: is it the same?"
        )
        yield source.fault(("questionnaire",), message, "change/name", level="warning")
    if new.version < old.version:
        message = f"the version before is {old.version}; this one is {new.version}, and a version only rises"
        yield source.fault(("version",), message, "change/version")
    elif told and new.version == old.version:
        first = IN_WORDS[told[0].kind].format(told[0].question)
        message = f"the version has to rise above {old.version}: {first}, so that somebody might answer differently"
        yield source.fault(("version",), message, "change/version")


def _retired(old: Questionnaire, new: Questionnaire, source: Source) -> Iterator[Fault]:
    """Ids that were retired before and are not listed any more; they can be used again by nobody."""
    listed = {each.id for each in new.retired}
    for each in old.retired:
        if each.id in new.questions:
            message = f"`{each.id}` was retired in version {each.since}; an id is never used again"
            yield source.fault(_path_of(source, each.id, "id"), message, "change/retired")
        elif each.id not in listed:
            message = f"`{each.id}` was retired in version {each.since}, and has to stay under `retired`"
            where = ("retired",) if ("retired",) in source.values else ("version",)
            yield source.fault(where, message, "change/retired", of_key=True)


def _vanished(question: Question, old: Questionnaire, new: Questionnaire, source: Source) -> Fault:
    """A question that is gone; where another one looks like it, at that one's id."""
    fresh = [each for each in new.questions.values() if each.id not in old.questions and not each.was]
    asked = closest(question.ask, [each.ask for each in fresh])
    renamed = next((each.id for each in fresh if each.ask == asked), None)
    mend = f"rename with `was: [{question.id}]`, or list it under `retired`"
    if renamed is not None:
        message = f"`{question.id}` of version {old.version} is gone; if `{renamed}` is the same question, {mend}"
        return source.fault(_path_of(source, renamed, "id"), message, "change/vanished")
    section = old.section_of[question.id].id
    message = f"`{question.id}` of version {old.version} is gone from here; {mend}"
    where = _path_of(source, section, "id") if section in {each.id for each in new.sections} else ("sections",)
    return source.fault(where, message, "change/vanished", of_key=True)


def _path_of(source: Source, name: str, key: str) -> Steps:
    """Where `key` of the part `name` stands; all sections where it is one of a shared file."""
    return next(((*path, key) for path, part in parts(source.data) if part.get("id") == name), ("sections",))
