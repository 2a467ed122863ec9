"""Whether the choices of a file are written as lists, and the lists that questions name are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmtui.questionnaire.assembling import OURS, is_pair, parts
from pmtui.reading import vocabularies
from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

FORMS = "a list such as [low, high], the name of one at the top, {from: system.name} or {vocabulary: severity}"
FROM = re.compile(r"from:? ?((record\.)?[a-z]\w*\.\w+)", re.IGNORECASE)


def faults(source: Source) -> Iterator[Fault]:
    """Names of lists that are not there, choices in no form that there is, and keys of the assembled form."""
    data = source.data
    known = _lists(data)
    for path, part in parts(data):
        for key in OURS:
            if key in part:
                yield source.fault((*path, key), f"`{key}` is not a known key here", "schema/unknown-key", of_key=True)
        if "when" in part and part["when"] is None:
            message = "nothing stands behind `when`; write a condition, or leave it out"
            yield source.fault((*path, "when"), message, "schema/value", of_key=True)
        named, where = part.get("choices"), (*path, "choices")
        if isinstance(named, str) and known is not None and named not in known:
            code = "choice/unknown-list" if re.fullmatch(r"\S+", named) else "schema/value"
            yield source.fault(where, _no_list(named, known), code)
        elif isinstance(named, dict) and named:
            yield from _of_source(source, where, named)
        yield from _of_choices(source, where, named)
    of_top = data.get("choices") if isinstance(data, dict) else None
    for name, choices in of_top.items() if isinstance(of_top, dict) else ():
        yield from _of_choices(source, ("choices", name), choices)


def _lists(data: Any) -> set[str] | None:
    """The names of all lists; also those under a key at the top that is misspelt, which has a fault of its own.

    None where the lists have no names at all, which is a fault of its own too.
    """
    if not isinstance(data, dict) or not isinstance(data.get("choices", {}), dict):
        return None
    tops = data.values()
    return {name for each in tops if isinstance(each, dict) for name in each}


def _no_list(named: str, known: set[str]) -> str:
    """What to say of a text that stands behind `choices` and is the name of no list."""
    if found := FROM.fullmatch(named.strip("{}() ")):
        return f"for what was answered before, write {{from: {found[1]}}}"
    inside = named.strip("()[]{} ")
    if "," in inside or named[:1] in "([{":
        return f"a list stands in square brackets: [{shortened(inside, 60)}]"
    if " " in named:
        return f"{quoted(named)} is not the name of a list; choices stand in [ ] with commas, or each behind `- `"
    there_are = f"; there are: {', '.join(sorted(known))}" if known else f"; write {FORMS}"
    return f"no list of choices {quoted(named)}{did_you_mean(named, known) or there_are}"


def _of_choices(source: Source, where: Steps, choices: Any) -> Iterator[Fault]:
    """Choices written as `id: words`."""
    for at, choice in enumerate(choices if isinstance(choices, list) else ()):
        if is_pair(choice):
            ((name, words),) = choice.items()
            message = f"write a choice with words of its own as {{id: {name}, say: {words}}}"
            if words is None:
                message = (
                    f"a choice is a word, or {{id: ..., say: ...}}; take away the colon behind {quoted(str(name))}"
                )
            yield source.fault((*where, at), message, "choice/form")


def _of_source(source: Source, where: Steps, named: Mapping[str, Any]) -> Iterator[Fault]:
    match list(named.items()):
        case [("from", str())]:
            return
        case [("vocabulary", str(name))]:
            names = vocabularies.names()
            if name not in names:
                meant = did_you_mean(name, names) or f"; there are: {', '.join(names)}"
                message = f"no vocabulary {quoted(name)}{meant}"
                yield source.fault((*where, "vocabulary"), message, "choice/unknown-list")
        case [("vocabulary" | "from", _)]:
            yield source.fault(where, "name one: `{from: system.name}` or `{vocabulary: severity}`", "schema/value")
        case pairs:
            yield source.fault(where, _in_braces(pairs), "schema/value")


def _in_braces(pairs: list[tuple[str, Any]]) -> str:
    """What to say of keys and values that stand where choices are expected."""
    names = [name for name, _ in pairs]
    if all(value is None for _, value in pairs):
        return f"a list stands in square brackets: [{shortened(', '.join(names), 60)}]"
    if len(pairs) == 1 and isinstance(pairs[0][1], str):
        name, value = pairs[0]
        if did_you_mean(name, ("from", "vocabulary")):
            key = "from" if did_you_mean(name, ("from",)) else "vocabulary"
            return f"`{name}` is not a known key here - did you mean {{{key}: {shortened(value, 60)}}}?"
    if {"from", "vocabulary"} & set(names):
        return "one key alone stands here: `{from: system.name}` or `{vocabulary: severity}`"
    first, words = pairs[0]
    form = f"- {{id: {first}, say: {words}}}" if isinstance(words, str) else "- a word, or {id: ..., say: ...}"
    return f"choices are a list, each on a line of its own that starts with `- `: {shortened(form, 80)}"


def swallowed(source: Source) -> Iterator[Fault]:
    """Entries of lists that became part of the text above them, as they stand too far right or have no dash."""
    for path, begin in source.folded.items():
        if begin != source.values[path] or len(path) < 2 or not isinstance(path[-1], int):
            continue  # a text below | or >, which says that it goes on; or one that is no entry of a list
        is_choice = "choices" in (path[-2], path[0])
        for number in range(begin.line + 1, source.ends[path] + 1):
            line = source.lines[number - 1]
            if line.lstrip().startswith("- ") or (is_choice and line.strip()):
                yield _moved(source, path, begin.line, number)
                break


def _moved(source: Source, path: Steps, begin: int, number: int) -> Fault:
    """The fault of the line `number`, or of the line `begin` of the text that it became part of."""
    from pmtui.reading.yaml_mending import step, usual_step

    usual, lines = usual_step(source.lines), source.lines
    indent = len(lines[number - 1]) - len(lines[number - 1].lstrip())
    above = len(lines[begin - 1]) - len(lines[begin - 1].lstrip())
    own = step(lines, begin - 1)
    is_first = own is not None and own != usual and own + indent - above == usual
    fault = source.fault(path, "", "yaml/dropped")
    if is_first:
        message = "this line stands too far left: the line below it is read as part of it"
        return fault._replace(message=message, column=above + 1)
    message = "this line is read as part of the text above: put its dash below those of the other entries"
    return fault._replace(message=message, line=number, column=indent + 1)
