"""Follow-up questions by the kind of statement just heard: data, which a team adds to or replaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from pmtui.errors import Refused
from pmtui.reading import vocabularies
from pmtui.reading.checking import checked, did_you_mean
from pmtui.reading.faults import Faulty

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmtui.reading.yaml import Source

BUILT_IN = Path(__file__).with_name("probes.yaml")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Kind(_Part):
    say: Words | None = Field(None, description="what was heard")
    alone: Words | None = Field(None, description="the same, to somebody who answers alone")
    cues: tuple[Words, ...] = Field((), description="words that suggest the kind")
    ask: tuple[Words, ...] = Field((), description="the follow-up questions")


class _File(_Part):
    language: Words | None = None
    extends: Literal["en"] | None = Field(
        None, description="adds to the built-in questions; without it they are replaced"
    )
    kinds: dict[str, _Kind] = Field(description="by kind of statement: vocabulary probe_kind")


@dataclass(frozen=True)
class Probes:
    """One kind of statement: `kind` of vocabulary probe_kind, what was heard, and what to ask then."""

    kind: str
    say: str
    alone: str
    cues: tuple[str, ...]
    ask: tuple[str, ...]


def load(folder: Path) -> tuple[Probes, ...]:
    """The kinds in the order in which they are offered: built-in ones, with what the YAML files in `folder` add.

    What a team asks comes first.  Raises `Refused` with one line for each mistake, each with line and column.
    """
    from pmtui.reading.yaml import read

    found = _built_in()
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else []:
        source = read(path)
        file = _checked(source)
        found = _joined(found if file.extends else (), file)
    return found


def usable(folder: Path) -> tuple[tuple[Probes, ...], str | None]:
    """`load`, or the built-in questions and the lines that say what is wrong in the team's."""
    try:
        return load(folder), None
    except Refused as refusal:
        return _built_in(), f"{refusal}\nthe built-in follow-up questions are used"


def suggested(sentence: str, probes: Sequence[Probes]) -> str | None:
    """The kind of statement that `sentence` may be: of those whose cue it holds, the one with the longest cue.

    Only a suggestion; where nothing speaks for one, none.
    """
    words = _plain(sentence)
    found = [(len(cue), -at, each.kind) for at, each in enumerate(probes) for cue in each.cues if _plain(cue) in words]
    return max(found)[2] if found else None


def follow_ups(own: Iterable[str], kind: str, probes: Sequence[Probes]) -> list[str]:
    """What to ask after a statement of `kind`: the question's `own` follow-ups first, each once."""
    asked = next((each.ask for each in probes if each.kind == kind), ())
    return list(dict.fromkeys([*own, *asked]))


def _plain(text: str) -> str:
    """The words of `text` with a space on either side of each, so that a cue is found as whole words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


@lru_cache(maxsize=1)
def _built_in() -> tuple[Probes, ...]:
    from pmtui.reading.yaml import read

    return _joined((), _checked(read(BUILT_IN)))


def _checked(source: Source) -> _File:
    file = checked(_File, source)
    known = [each.id for each in vocabularies.values("probe_kind")]
    faults = [
        source.fault(
            ("kinds", name), f"there is no kind `{name}`{did_you_mean(name, known)}", "probe/kind", of_key=True
        )
        for name in file.kinds
        if name not in known
    ]
    if faults:
        raise Faulty(faults)
    return file


def _joined(before: Sequence[Probes], file: _File) -> tuple[Probes, ...]:
    found = {each.kind: each for each in before}
    labels = {each.id: each.label for each in vocabularies.values("probe_kind")}
    for name, each in file.kinds.items():
        was = found.get(name) or Probes(name, labels[name], labels[name], (), ())
        found[name] = Probes(
            name,
            each.say or was.say,
            each.alone or each.say or was.alone,
            tuple(dict.fromkeys([*each.cues, *was.cues])),
            tuple(dict.fromkeys([*each.ask, *was.ask])),
        )
    return tuple(found.values())
