"""A case entered by hand: each fact that its file holds is an answer to a question of the built-in questionnaires.

What no question asks for stands in a remark on the first answer about its item, as a person would put it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from incidents import QUESTIONNAIRES, STAMP, imported
from plain_edit import DictEdit
from pmtui.interview.beginning import asked
from pmtui.interview.dictation import Dictation
from pmtui.questionnaire.values import as_words
from pmtui.reading import moments
from pmtui.record.changes import Given, Place, add_incident, add_interview, add_participant, put_answer
from pmtui.record.documents import answer_id
from pmtui.record.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.record.documents import Answer

QUESTIONS = {
    "reference.aiid": "intake known_as", "reference.scale": "intake scale", "severity.why": "intake severity_why",
    "milestone.name": "synthesis point", "milestone.at": "synthesis point_at",
    "milestone.basis": "synthesis point_basis",
    "party.name": "supplier organisation", "party.relation": "supplier stands", "party.role": "supplier capacity",
    "system.name": "intake systems_name", "system.kind": "intake systems_kind",
    "system.effect": "intake systems_effect",
    "provenance.layer": "model-data versions_layer", "provenance.what": "model-data versions_what",
    "data.what": "intake data_what", "data.amount": "intake data_amount", "data.change": "intake data_change",
    "impact.group": "intake whom", "impact.count": "intake many",
    "detection.how": "intake found_how", "detection.seen_by": "intake found_by", "detection.at": "intake found_at",
    "event.at": "responder timeline_at", "event.what": "responder timeline_what",
    "mention.at": "responder timeline_at", "mention.of": "responder timeline_what",
    "disagreement.about": "synthesis about", "disagreement.versions": "synthesis versions",
    "disagreement.settled": "synthesis settled", "quote.text": "synthesis words", "quote.said_by": "synthesis words_of",
    "quote.status": "synthesis words_standing",
    **{
        f"factor.{level}.{name}": f"synthesis causes_{level}_{name}"
        for level in ("technical", "process", "governance")
        for name in ("what", "basis")
    },
    "went_well.what": "lessons keep", "lesson.what": "lessons what",
    "compliance.regime": "governance found_under", "compliance.outcome": "governance found",
    "compliance.at": "governance found_at", "compliance.status": "governance standing",
    "action.what": "actions what", "action.kind": "actions kind", "action.owner": "actions owner",
    "action.due": "actions due", "action.due_note": "actions due_rule", "action.state": "actions state",
    "publication.title": "intake material", "publication.url": "intake material_where",
    "account.told": "responder story", "account.cause_view": "responder closing_view",
}  # fmt: skip
"""The question that asks for each place of the record, as `QUESTIONNAIRE QUESTION`."""


@dataclass
class Entering:
    """An incident into which a case is entered; `remarked` are the places that no question asks for."""

    edit: DictEdit = field(default_factory=DictEdit)
    interviews: dict[tuple[str, str], str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    remarked: set[str] = field(default_factory=set)

    def interview(self, role: str, questionnaire: str) -> str:
        """The interview of a `role` on a questionnaire, made where it is not there."""
        if (role, questionnaire) not in self.interviews:
            participant = add_participant(self.edit, role=role)
            name = add_interview(self.edit, participant, asked(questionnaire, QUESTIONNAIRES), STAMP)
            self.interviews[role, questionnaire] = name
        return self.interviews[role, questionnaire]

    def say(self, interview: str, name: str, words: str) -> str:
        """Answer a question in words; returns the id of its item, or nothing."""
        change = Dictation(View(self.edit.tables), interview, "facilitator").change(name, words, "answered", None)
        _, key = change(self.edit)
        return key.partition("@")[2]

    def remark(self, interview: str, question: str, item: str, words: str) -> None:
        """Add `words` to the remark of an answer."""
        before = self.edit.tables["answers"][answer_id(interview, question, item or None)]
        remark = "\n".join(filter(None, [before.get("remark"), words]))
        given = Given(before["state"], before["value"], remark)
        put_answer(self.edit, interview, Place(question, item or None), given, STAMP)


def entered(path: Path) -> Entering:
    """The case in the file at `path`, entered question by question."""
    source, entering = imported(path), Entering()
    add_incident(entering.edit, source.incident)
    entering.say(entering.interview("case", "intake"), "others", "yes")
    for name in source.interviews:
        questions = source.questionnaire(name).questions
        role = "case" if source.participant_of(name).kind == "source" else source.participant_of(name).role
        given = sorted(source.answers_of(name).values(), key=lambda each: list(questions).index(each.question))
        for answer in _first_things_first(
            given, {each: question.maps_to or "" for each, question in questions.items()}
        ):
            _enter(entering, role, answer, questions[answer.question].maps_to or "")
    return entering


def _first_things_first(given: list[Answer], paths: dict[str, str]) -> list[Answer]:
    """Answers with a question of their own come before those that become remarks on them."""
    return sorted(given, key=lambda each: paths[each.question] not in QUESTIONS)


def _enter(entering: Entering, role: str, answer: Answer, path: str) -> None:
    about = answer.item or f"{role} {path.rpartition('.')[0]}"
    words = _words(answer.value)
    if path in QUESTIONS and (path, words) != ("action.state", words):
        questionnaire, question = QUESTIONS[path].split()
        interview = entering.interview(role, questionnaire)
        asked_of = View(entering.edit.tables).questionnaire(interview)
        is_repeated = asked_of.section_of[question].repeat
        item = entering.items.get(about, "new")
        made = entering.say(interview, f"{question}@{item}" if is_repeated else question, words)
        entering.items.setdefault(about, made)
        entering.items.setdefault(f"{about} first", f"{interview} {question} {made}")
    else:
        entering.remarked.add(path)
        interview, question, item = _first(entering, role, about)
        entering.remark(interview, question, item, f"{path.rpartition('.')[2]}: {words}")


def _first(entering: Entering, role: str, about: str) -> tuple[str, str, str]:
    if f"{about} first" not in entering.items:
        interview = entering.interview(role, "intake")
        if answer_id(interview, "summary", None) not in entering.edit.tables["answers"]:
            entering.say(interview, "summary", "see the remark")
        return interview, "summary", ""
    interview, question, item = entering.items[f"{about} first"].split(" ")
    return interview, question, item


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return moments.show(value) if value.get("at") or value.get("until") else as_words(value)
    return "\n".join(value) if isinstance(value, list) else str(value)
