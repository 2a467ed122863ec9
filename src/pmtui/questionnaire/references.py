"""Whether what the parts of a questionnaire say about one another holds: conditions, checks, texts, retired ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused
from pmtui.questionnaire.naming import PIPED, RECORD, name_of
from pmtui.questionnaire.places import Places
from pmtui.questionnaire.schema import UNKNOWN_CHOICE
from pmtui.questionnaire.values import Days, value_of
from pmtui.reading import conditions, vocabularies
from pmtui.reading.checking import did_you_mean
from pmtui.reading.conditions import ConditionFault, Known
from pmtui.reading.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmtui.questionnaire.places import Told
    from pmtui.questionnaire.schema import Question, Questionnaire, Section
    from pmtui.reading.conditions import Condition
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

TIMES = ("moment", "date")
OF_RECORD = "record"
"""The type of what stands in the record: accounts fill a place in their own ways, with one answer or with several."""


class Spot(NamedTuple):
    """A section of the assembled questionnaire; `path` is its place in the file, none for a shared one."""

    section: Section
    path: Steps | None


def places(own: Questionnaire, shared: Mapping[int, Sequence[Section]]) -> list[Spot]:
    """Where each section of the assembled questionnaire stands."""
    spots: list[Spot] = []
    for at, section in enumerate(own.sections):
        spots += [Spot(each, None) for each in shared[at]] if at in shared else [Spot(section, ("sections", at))]
    return spots


def known(questionnaire: Questionnaire, inside: Section | None) -> dict[str, Known]:
    """The names that can be spoken of from the section `inside`: `question`, and `item.question` of repeats.

    Sections have their own items, also those whose `repeat` has the same name.
    """
    found = {}
    position = 0
    for section in questionnaire.sections:
        for question in section.questions:
            position += 1
            name = name_of(section, question)
            is_list = bool(section.repeat) and not (inside and inside.id == section.id)
            ids = tuple(choice.id for choice in question.options)
            is_open = question.other or bool(question.choices_from) or UNKNOWN_CHOICE in ids
            found[name] = Known(question.type, ids, is_open, position, is_list)
    return found


def faults(
    questionnaire: Questionnaire,
    spots: Sequence[Spot],
    source: Source,
    is_place: Told,
    broken: frozenset[str] = frozenset(),
) -> list[Fault]:
    """What does not hold, in the parts that stand in `source`; nothing of what speaks of the `broken` questions.

    One that ends in `_` stands for all ids that begin so: those of a shared section that is not there.
    """
    look = _Look(questionnaire, source, is_place, broken)
    own = [(spot.section, spot.path) for spot in spots if spot.path is not None]
    return [
        *look.at_the_top(),
        *(fault for section, path in own for fault in look.at_section(section, path)),
        *_twice_after_joining(spots, source),
        *_retired(questionnaire, own, source),
    ]


class _Look:
    """Looks through the parts of one file."""

    def __init__(self, questionnaire: Questionnaire, source: Source, is_place: Told, broken: frozenset[str]) -> None:
        self._whole, self._source, self._broken = questionnaire, source, broken
        self._places = Places(is_place)
        self._outside = known(questionnaire, None)

    def at_the_top(self) -> Iterator[Fault]:
        condition, faults = self._parsed(self._whole.when, ("when",)) if self._whole.when is not None else (None, [])
        yield from faults
        for name in condition.mentions if condition else ():
            if not name.name.startswith(RECORD):
                message = "before the first question only the record is known: write record.KIND.FIELD"
                yield self._source.fault_within(("when",), name.offset, message, "logic/condition")
        if condition and all(name.startswith(RECORD) for name in condition.names):
            yield from self._condition(condition.text, ("when",), {}, None)

    def at_section(self, section: Section, path: Steps) -> Iterator[Fault]:
        yield from self._roles(section.for_, path)
        first = name_of(section, section.questions[0])
        if section.when is not None:
            yield from self._condition(section.when, (*path, "when"), self._outside, first)
        for key, text in (("title", section.title), ("intro", section.intro or "")):
            yield from self._text(text, (*path, key), self._outside, first)
        names = known(self._whole, section)
        for within, question in enumerate(section.questions):
            yield from self._question(question, name_of(section, question), (*path, "questions", within), names)

    def _question(self, question: Question, name: str, path: Steps, names: Mapping[str, Known]) -> Iterator[Fault]:
        yield from self._roles(question.for_, path)
        if question.maps_to:
            yield from self._place(question, question.maps_to, (*path, "maps_to"))
        if question.when is not None:
            yield from self._condition(question.when, (*path, "when"), names, name)
        for number, check in enumerate(question.check):
            # A check speaks of any question, also of later ones: it is looked at whenever all are answered.
            yield from self._condition(check.that, (*path, "check", number, "that"), names, None)
            yield from self._text(check.say, (*path, "check", number, "say"), names, None)
        is_known = all(choice.id != UNKNOWN_CHOICE for choice in question.choices)
        if question.default is not None and question.type != "moment" and is_known:
            yield from self._default(question, path)
        if question.choices_from:
            yield from self._choices_from(question.choices_from, path, name)
        for key, text in (("ask", question.ask), ("help", question.help or "")):
            yield from self._text(text, (*path, key), names, name)
        for number, text in enumerate(question.probe):
            yield from self._text(text, (*path, "probe", number), names, name)

    def _place(self, question: Question, place: str, path: Steps) -> Iterator[Fault]:
        if place not in self._places:
            message = f"the record has no place `{place}`{self._places.instead_of(place)}"
            yield self._source.fault(path, message, "ref/place")
        elif self._places.kind(place) == "moment" and question.type not in (*TIMES, "info"):
            message = f"`{place}` holds a time, so the type of a question that fills it is moment or date"
            yield self._source.fault(path, f"{message}, not {question.type}", "ref/place")

    def _parsed(self, text: str, path: Steps) -> tuple[Condition | None, list[Fault]]:
        try:
            return conditions.parse(text), []
        except ConditionFault as broken:
            return None, [self._source.fault_within(path, broken.offset, str(broken), "logic/syntax")]

    def _condition(self, text: str, path: Steps, names: Mapping[str, Known], here: str | None) -> Iterator[Fault]:
        condition, faults = self._parsed(text, path)
        yield from faults
        if condition is None or any(map(self._is_broken, condition.names)):
            return
        of_record = {name: self._at_place(name) for name in condition.names if name.startswith(RECORD)}
        for name in condition.mentions:
            place = name.name.removeprefix(RECORD)
            if name.name in of_record and place not in self._places:
                message = f"the record has no place `{place}`{self._places.instead_of(place, RECORD)}"
                yield self._source.fault_within(path, name.offset, message, "logic/condition")
        for wrong in conditions.faults(condition, {**names, **of_record}, here):
            yield self._source.fault_within(path, wrong.offset, str(wrong), "logic/condition")

    def _at_place(self, name: str) -> Known:
        """What is known of a place in the record: a list where a question of this file gives several answers."""
        path = name.removeprefix(RECORD)
        filling = [each for each in self._whole.questions.values() if each.maps_to == path]
        several = [each for each in filling if each.type == "many_of" or self._whole.section_of[each.id].repeat]
        return Known(OF_RECORD, other=True, is_list=bool(several))

    def _default(self, question: Question, path: Steps) -> Iterator[Fault]:
        try:
            value_of(question, question.default or "", Days("UTC"))
        except Refused as refusal:
            yield self._source.fault((*path, "default"), f"the suggestion does not fit: {refusal}", "choice/default")

    def _choices_from(self, wanted: str, path: Steps, name: str) -> Iterator[Fault]:
        place = wanted.removeprefix(RECORD)
        if self._is_broken(wanted) or (place != wanted and place in self._places):
            return
        if place != wanted:
            meant = self._places.instead_of(place, RECORD)
            message, code = f"the record has no place `{place}` to choose from{meant}", "ref/unknown"
        elif wanted not in self._outside:
            meant = did_you_mean(wanted, self._outside) or self._repeats(wanted)
            message, code = f"there is no `{wanted}` to choose from{meant}", "ref/unknown"
        elif self._outside[wanted].kind == "info":
            message, code = f"`{wanted}` is only shown: it has no answers to choose from", "ref/unknown"
        elif self._outside[wanted].position >= self._outside[name].position:
            message, code = f"`{wanted}` is not asked earlier, so there is nothing to choose from yet", "ref/later"
        else:
            return
        yield self._source.fault((*path, "choices", "from"), message, code)

    def _repeats(self, wanted: str) -> str:
        fields = [name for name in self._outside if "." in name]
        return f"; there are: {shortened(', '.join(fields), 160)}" if fields else ""

    def _text(self, text: str, path: Steps, names: Mapping[str, Known], name: str | None) -> Iterator[Fault]:
        for match in PIPED.finditer(text):
            wanted = match[1]
            if self._is_broken(wanted):
                continue
            if wanted not in names:
                message = f"there is no question `{wanted}` to put here{did_you_mean(wanted, names)}"
                yield self._source.fault_within(path, match.start(), message, "ref/unknown")
            elif names[wanted].kind == "info":
                message = f"`{wanted}` is only shown: it has no answer to put here"
                yield self._source.fault_within(path, match.start(), message, "ref/unknown")
            elif name and names[wanted].position >= names[name].position:
                message = f"`{wanted}` is asked later, so there is nothing to put here yet"
                yield self._source.fault_within(path, match.start(), message, "ref/later")

    def _roles(self, roles: Sequence[str], path: Steps) -> Iterator[Fault]:
        functions = [each.id for each in vocabularies.values("function")] if roles else []
        for at, role in enumerate(roles):
            if role not in functions:
                meant = did_you_mean(role, functions) or f"; there are: {', '.join(functions)}"
                message = f"`{role}` is no function{meant}"
                yield self._source.fault((*path, "for", at), message, "ref/role")

    def _is_broken(self, name: str) -> bool:
        question = name.rpartition(".")[2]
        return question in self._broken or any(question.startswith(each) for each in self._broken if each[-1] == "_")


def _twice_after_joining(spots: Sequence[Spot], source: Source) -> Iterator[Fault]:
    shared = {
        name: spot.section.id
        for spot in spots
        if spot.path is None
        for name in (spot.section.id, *(each.id for each in spot.section.questions))
    }
    for spot in spots:
        for within, each in enumerate(spot.section.questions if spot.path is not None else ()):
            if each.id in shared:
                message = f"the id `{each.id}` is that of a question in the shared section {shared[each.id]}"
                yield source.fault((*(spot.path or ()), "questions", within, "id"), message, "ref/twice")


def _retired(questionnaire: Questionnaire, own: Sequence[tuple[Section, Steps]], source: Source) -> Iterator[Fault]:
    gone: dict[str, int] = {}
    for at, each in enumerate(questionnaire.retired):
        if ("retired", at) not in source.values:  # by a shared file
            pass
        elif each.id in gone:
            yield source.fault(("retired", at, "id"), f"`{each.id}` is retired twice", "ref/twice")
        elif each.since > questionnaire.version:
            message = (
                f"retired since version {each.since}, and this is version {questionnaire.version}: "
                f"raise `version` to {each.since}, or write the version that it went in"
            )
            yield source.fault(("retired", at, "since"), message, "ref/retired")
        gone.setdefault(each.id, each.since)
    earlier: dict[str, str] = {}
    for section, path in own:
        for within, question in enumerate(section.questions):
            here = (*path, "questions", within)
            if question.id in gone:
                message = f"`{question.id}` was retired in version {gone[question.id]}; an id is never used again"
                yield source.fault((*here, "id"), message, "ref/retired")
            for number, was in enumerate(question.was):
                if misused := _misused(was, question.id, questionnaire, earlier, gone):
                    yield source.fault((*here, "was", number), misused, "ref/was")


def _misused(
    was: str, name: str, questionnaire: Questionnaire, earlier: dict[str, str], gone: Mapping[str, int]
) -> str | None:
    """Why `was` is no earlier id of the question `name`; `earlier` holds those seen so far, by their question."""
    if was == name:
        return f"`{was}` is the id of this question now; `was` lists earlier ones"
    if was in questionnaire.questions:
        return f"`{was}` is the id of another question, so it is no earlier id of `{name}`"
    if was in gone:
        return f"`{was}` is under `retired` too; a question that has another id now is not retired"
    if was in earlier:
        whose = "listed twice" if earlier[was] == name else f"an earlier id of `{earlier[was]}` too"
        return f"`{was}` is {whose}; an earlier id belongs to one question alone"
    earlier[was] = name
    return None
