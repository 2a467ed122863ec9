"""A questionnaire from a YAML file."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.questionnaire import assembling, fitting, listing, references, sharing
from pmtui.questionnaire.other_words import OTHER_WORDS
from pmtui.questionnaire.salvage import salvaged
from pmtui.questionnaire.schema import Questionnaire
from pmtui.questionnaire.shelves import BUILT_IN, Shelves
from pmtui.reading import yaml
from pmtui.reading.checking import checked, did_you_mean
from pmtui.reading.faults import Faulty
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmtui.questionnaire.places import Told
    from pmtui.questionnaire.schema import Retired, Section
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps


_SHARED = re.compile(r"common/([a-z][a-z0-9-]*)@([1-9][0-9]{0,5})")


def load(path: Path, shelves: Shelves | None = None, is_place: Told = None) -> Questionnaire:
    """The questionnaire in the file at `path`; shared sections are looked for beside it and on `shelves`.

    `is_place` says whether a path, such as `system.name`, is one in the record (see `places.Told`); without it any is
    taken.  Raises
    `Faulty` with each mistake in the file, and `Refused` where it cannot be read.
    """
    if path.parent == BUILT_IN:
        return _built_in(path, is_place)
    return from_source(yaml.read(path), (shelves or Shelves(())).beside(path), is_place)


@cache
def _built_in(path: Path, is_place: Told) -> Questionnaire:
    """One that comes with pmtui, read once: its shared sections stand beside it, and no file of it changes."""
    return from_source(yaml.read(path), Shelves.of(path.parent), is_place)


def from_source(source: Source, shelves: Shelves | None = None, is_place: Told = None) -> Questionnaire:
    """The questionnaire that `source` holds; see `load`."""
    shared, gone, faults = _shared(source, shelves or Shelves(()), is_place)
    missing = frozenset(_prefix(name) for at, name in assembling.used(source.data) if at not in shared)
    data = assembling.assembled(source.data)
    # What an id that is there twice means, nobody can say.
    missing |= {name for _, name in _repeated(source)}
    faults += (swallowed := list(listing.swallowed(source)))
    faults += [*listing.faults(source), *_repeated_ids(source), *fitting.faults(data, source)]
    try:
        own = checked(Questionnaire, replace(source, data=data, values=assembling.places(source)), OTHER_WORDS)
    except Faulty as faulty:
        if swallowed:
            raise Faulty([*faults, *faulty.faults]) from None
        raise Faulty([*faults, *faulty.faults, *_of_the_rest(data, shared, source, is_place, missing)]) from None
    joined = {"sections": sharing.joined(own.sections, shared), "retired": (*own.retired, *gone)}
    whole = own.model_copy(update=joined) if shared else own
    if swallowed:  # what it is read as has no other meaning
        raise Faulty(faults)
    faults += references.faults(whole, references.places(own, shared), source, is_place, missing)
    if faults:
        raise Faulty(faults)
    return whole


def _of_the_rest(
    data: Any,
    shared: Mapping[int, Sequence[Section]],
    source: Source,
    is_place: Told,
    missing: frozenset[str],
) -> list[Fault]:
    """What does not hold in a file with other mistakes; nothing about the parts that have these."""
    left = salvaged(data)
    if left is None:
        return []
    own, sections = left.questionnaire, sharing.joined(left.questionnaire.sections, shared)
    whole = own.model_copy(update={"sections": sections})
    return references.faults(whole, references.places(own, shared), source, is_place, left.broken | missing)


def _prefix(name: object) -> str:
    match = _SHARED.fullmatch(name) if isinstance(name, str) else None
    return sharing.prefix(match[1]) if match else "_"


def _shared(
    source: Source, shelves: Shelves, is_place: Told
) -> tuple[dict[int, tuple[Section, ...]], list[Retired], list[Fault]]:
    """The shared sections by the index of the entry that names them, what they retired, and faults of the entries."""
    found: dict[int, tuple[Section, ...]] = {}
    gone: list[Retired] = []
    faults: list[Fault] = []
    for at, name in assembling.used(source.data):
        key = assembling.use_of(source.data["sections"][at]) or "use"
        where = ("sections", at, key)
        if key != "use":
            message = f"{quoted(key)} is not a known key here - did you mean `use`?"
            faults.append(source.fault(where, message, "schema/unknown-key", of_key=True))
        others = [other for other in source.data["sections"][at] if other != key]
        if others:
            message = f"`{others[0]}` does not go with `use`; a shared section is taken as it is"
            faults.append(source.fault((*where[:2], others[0]), message, "schema/unknown-key", of_key=True))
        match = _SHARED.fullmatch(name) if isinstance(name, str) else None
        path = shelves.path(name) if match else None
        if not match:
            faults.append(source.fault(where, "name a shared section and its version: common/timeline@1", "ref/shared"))
        elif path is None:
            meant = did_you_mean(name, shelves.shared()) or f"; there are: {', '.join(shelves.shared()) or 'none'}"
            message = f"no shared section {quoted(name)}{meant}"
            faults.append(source.fault(where, message, "ref/shared"))
        else:
            try:
                shared = load(path, shelves, is_place)
            except Faulty as faulty:
                faults += faulty.faults
                continue
            if (shared.questionnaire, str(shared.version)) != (match[1], match[2]):
                said = f"{shared.questionnaire}@{shared.version}"
                faults.append(source.fault(where, f"{path} calls itself {said}, not {name[7:]}", "ref/shared"))
            found[at] = sharing.prefixed(shared)
            gone += sharing.prefixed_retired(shared)
    return found, gone, faults


def path_of(name: str, shelves: Shelves) -> Path:
    """The file that a person means by `name`: a path, or the name of a questionnaire on `shelves`.

    Raises `Refused` where there is neither.
    """
    if "/" in name or name.endswith((".yaml", ".yml")):
        return Path(name)
    path = shelves.path(name) or Path(name)
    if path == Path(name) and not path.is_file():
        known = shelves.names()
        raise Refused(f"no questionnaire {quoted(name)}{did_you_mean(name, known)}; there are: {', '.join(known)}")
    return path


def named(name: str, shelves: Shelves, is_place: Told = None) -> Questionnaire:
    """The questionnaire that a person means by `name`; see `path_of` and `load`."""
    path = path_of(name, shelves)
    return usable(name, shelves, is_place) if path == shelves.path(name) else load(path, shelves, is_place)


def usable(name: str, shelves: Shelves, is_place: Told = None) -> Questionnaire:
    """The first questionnaire `name` on `shelves` that has no mistake: one of the team's that has hides no other.

    Raises `Refused` with the mistakes of the first where all have some.
    """
    refused: Refused | None = None
    for path in shelves.paths(name):
        try:
            return load(path, shelves, is_place)
        except Refused as refusal:
            refused = refused or refusal
    raise refused or Refused(f"no questionnaire {quoted(name)}; `pmtui questionnaire list` shows those that are there")


def built_in(shelves: Shelves, name: str, is_place: Told = None) -> Questionnaire:
    """The questionnaire `name` on `shelves`.  Raises `Refused` where there is none."""
    path = shelves.path(name)
    return load(path_of(name, shelves) if path is None else path, shelves, is_place)


def _repeated_ids(source: Source) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for path, part in assembling.parts(source.data):
        if isinstance(part.get("id"), str):
            first.setdefault(part["id"], source.place((*path, "id")).line)
    for path, name in _repeated(source):
        message = f"the id `{name}` is used twice, first on line {first[name]}"
        yield source.fault((*path, "id"), message, "ref/twice")


def _repeated(source: Source) -> Iterator[tuple[Steps, str]]:
    """The parts whose id was there before, with the id."""
    seen: set[str] = set()
    for path, part in assembling.parts(source.data):
        name = part.get("id")
        if isinstance(name, str) and name in seen:
            yield path, name
        elif isinstance(name, str):
            seen.add(name)
