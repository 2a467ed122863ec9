"""An incident as its documents say it: what every screen, finding and draft starts from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError

from pmtui.errors import Refused
from pmtui.questionnaire.snapshots import from_snapshot
from pmtui.reading.plain import quoted
from pmtui.record.additions import ADDING, Additions, additions, joined
from pmtui.record.changes import THE_INCIDENT
from pmtui.record.documents import Answer, Decision, Incident, Interview, Participant
from pmtui.record.names import in_order
from pmtui.record.ties import roots, ties
from pmtui.record.withdrawing import without_withdrawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.questionnaire.schema import Question, Questionnaire
    from pmtui.record.documents import Document

    Kind = TypeVar("Kind", bound=Document)
    Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]


PARK: Final = "park-idea"


@dataclass(frozen=True)
class View:
    """The documents of one incident, read once; without the accounts of those who withdrew, unless it `is_whole`."""

    tables: Tables
    is_whole: bool = False

    @cached_property
    def whole(self) -> View:
        """The same with the accounts of those who withdrew: for whoever looks after the store, never for a draft."""
        return self if self.is_whole else View(self.tables, is_whole=True)

    @cached_property
    def shown(self) -> Tables:
        """The documents that this view gives."""
        return self.tables if self.is_whole else without_withdrawn(self.tables)

    @cached_property
    def incident(self) -> Incident:
        """The incident's own document.  Raises `Refused` where the store holds none."""
        document = self.tables.get("incident", {}).get(THE_INCIDENT)
        if document is None:
            raise Refused(
                "the incident's folder holds no incident; `incident.json` may be damaged; `pmtui doctor` looks into it"
            )
        return read_as(Incident, "incident", THE_INCIDENT, document)

    @cached_property
    def participants(self) -> dict[str, Participant]:
        """Participants by id, in the order that they were added.

        Where no state was written down, an interview that has ended says that they were talked with.
        """
        ended = {each.participant for each in self.whole.interviews.values() if each.state == "ended"}
        found = {}
        for name, document in self._sorted("participants"):
            is_said = "state" in document or name not in ended
            found[name] = read_as(
                Participant, "participants", name, document if is_said else {**document, "state": "talked"}
            )
        return found

    @cached_property
    def interviews(self) -> dict[str, Interview]:
        """Interviews by id, in the order that they were made."""
        return {name: read_as(Interview, "interviews", name, each) for name, each in self._sorted("interviews")}

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """Answers by document id, in the order that each was first given."""
        return {name: read_as(Answer, "answers", name, each) for name, each in self.shown.get("answers", {}).items()}

    @cached_property
    def decisions(self) -> list[Decision]:
        """Decisions, oldest first."""
        return [read_as(Decision, "decisions", name, each) for name, each in self._sorted("decisions")]

    @cached_property
    def dropped(self) -> frozenset[str]:
        """Items that somebody took out, and nobody brought back since."""
        last = {each.about: each.kind for each in self.decisions if each.kind in ("drop-item", "keep-item")}
        return frozenset(item for item, kind in last.items() if kind == "drop-item")

    @property
    def ideas(self) -> list[Decision]:
        """Ideas that were parked until actions are chosen, oldest first: `about` an interview, the words as `value`."""
        return [each for each in self.decisions if each.kind == PARK]

    @cached_property
    def same(self) -> dict[str, str]:
        """By each item that somebody said to be the same as another, the one that stands for them."""
        return roots(ties(self.decisions))

    @cached_property
    def _questionnaires(self) -> dict[str, Questionnaire]:
        return {name: from_snapshot(dict(each)) for name, each in self.shown.get("questionnaires", {}).items()}

    def questionnaire(self, interview: str) -> Questionnaire:
        """The questionnaire of an interview with its additions.  Raises `Refused` where its snapshot is gone."""
        if interview not in self._joined:
            self._joined[interview] = joined(self.as_asked(interview), self.additions(interview))
        return self._joined[interview]

    @cached_property
    def _joined(self) -> dict[str, Questionnaire]:
        return {}

    def additions(self, interview: str) -> Additions:
        """What an interview asks in addition to its questionnaire."""
        if not self._added:
            return Additions()
        answered = {each.question for each in self.answers.values() if each.interview == interview}
        return additions(self._added, interview, answered)

    @cached_property
    def _added(self) -> list[Decision]:
        return [each for each in self.decisions if each.kind in ADDING]

    def as_asked(self, interview: str) -> Questionnaire:
        """The questionnaire of an interview as it came.  Raises `Refused` where its snapshot is gone."""
        snapshot = self.interview(interview).snapshot
        if snapshot not in self._questionnaires:
            gone = f"the questionnaire of interview {interview} is missing from the incident"
            raise Refused(f"{gone}; `pmtui doctor` looks into it, and a backup may hold it")
        return self._questionnaires[snapshot]

    def snapshot(self, name: str) -> Questionnaire | None:
        """A questionnaire that some interview of the incident was on, by its sha256."""
        return self._questionnaires.get(name)

    def earlier(self, question: str) -> Question | None:
        """A question that some questionnaire of the incident has or had under the id `question`.

        What stands behind a `~` is the version whose answer is kept aside.
        """
        found = (each.questions.get(question.partition("~")[0]) for each in self._questionnaires.values())
        return next((each for each in found if each), None)

    def interview(self, name: str) -> Interview:
        """The interview `name`, or `Refused` with the names that there are, or that its participant withdrew."""
        if name not in self.interviews:
            if name in self.whole.interviews:
                who = self.whole.interviews[name].participant
                raise Refused(
                    f"{name} is the interview of {who}, who withdrew; "
                    f"`pmtui participant {self.incident.id} {who} --state talked` brings it back"
                )
            raise Refused(f"no interview {quoted(name)} in {self.incident.id}; there are: {_listed(self.interviews)}")
        return self.interviews[name]

    def participant(self, name: str) -> Participant:
        """The participant `name`, or `Refused` with the names that there are."""
        if name not in self.participants:
            raise Refused(
                f"no participant {quoted(name)} in {self.incident.id}; there are: {_listed(self.participants)}"
            )
        return self.participants[name]

    def participant_of(self, interview: str) -> Participant:
        """Whom an interview is with."""
        return self.participant(self.interview(interview).participant)

    def answers_of(self, interview: str) -> dict[str, Answer]:
        """The answers of one interview by `QUESTION` or `QUESTION@ITEM`, in the order first given."""
        return {each.key: each for each in self.answers.values() if each.interview == interview}

    def _sorted(self, table: str) -> list[tuple[str, Mapping[str, Any]]]:
        return sorted(self.shown.get(table, {}).items(), key=lambda pair: in_order(pair[0]))


def read_as(model: type[Kind], table: str, name: str, document: Mapping[str, Any]) -> Kind:
    """`document` as a `model`.  Raises `Refused` where it is none."""
    try:
        return model.model_validate(document)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        what = ".".join(str(part) for part in first["loc"])
        raise Refused(
            f"{table} {quoted(name)} in incident.json cannot be read: {what}: {first['msg'].lower()}; "
            "it may have been written by a newer pmtui"
        ) from None


def _listed(names: Mapping[str, object]) -> str:
    return ", ".join(names) or "none yet"
