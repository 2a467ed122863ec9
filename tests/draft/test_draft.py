"""What a reviewer finds in a draft, for interviews that were held one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from draft import reading
from incidents import QUESTIONNAIRES, QUOTED
from plain_edit import DictEdit
from pmtui.draft import markdown
from pmtui.questionnaire.loading import built_in
from pmtui.questionnaire.snapshots import from_snapshot, snapshot
from pmtui.record import changes
from pmtui.record.changes import Given, Place, Snapshot, Stamp
from pmtui.record.documents import Incident
from pmtui.record.fold import record
from pmtui.record.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.questionnaire.schema import Questionnaire

STAMP = Stamp("2026-03-14T10:00:00+01:00", "facilitator")
NINE = {"words": "at nine, UTC", "at": "2026-03-14T09:00:00+00:00", "precision": "minute", "zone": "UTC"}
LATER = {"words": "half ten", "at": "2026-03-14T10:30:00+01:00", "precision": "minute", "basis": "remembered"}


class Talks:
    """An incident that grows by interviews."""

    def __init__(self, **fields: Any) -> None:
        self.edit = DictEdit()
        incident = {"id": "2026-03-14-bot", "title": "Bot", "zone": "Europe/Berlin", "created": STAMP.at}
        changes.add_incident(self.edit, Incident.model_validate(incident | fields))

    def with_(
        self, role: str, answers: Mapping[str, Any], asked: Questionnaire | None = None, state: str = "ended"
    ) -> str:
        """Hold an interview; an answer is a value, or `Given` with a state."""
        questionnaire = asked or built_in(QUESTIONNAIRES, "quick")
        participant = changes.add_participant(self.edit, role=role, consent=QUOTED)
        name = changes.add_interview(self.edit, participant, Snapshot(*snapshot(questionnaire)), STAMP, state)
        for key, value in answers.items():
            question, _, item = key.partition("@")
            given = value if isinstance(value, Given) else Given("answered", value)
            changes.put_answer(self.edit, name, Place(question, item or None), given, STAMP)
        return name

    @property
    def draft(self) -> str:
        view = View(self.edit.tables)
        return markdown(view, record(view))

    def under(self, *titles: str) -> list[str]:
        found = reading.sections(self.draft)
        return [words for above, _, words in found if above[1 : len(titles) + 1] == [*titles]][1:]


@pytest.fixture
def talks() -> Talks:
    return Talks()


def test_an_incident_of_which_nothing_is_known_has_a_draft(talks: Talks) -> None:
    assert talks.under("Summary") == ["No summary yet."]
    assert talks.under("Timeline") == talks.under("Accounts") == talks.under("Corrective actions") == ["None recorded."]
    assert "Severity: not decided" in talks.under("Status")
    assert "Interviews: 0 ended, 0 running, 0 planned" in talks.under("Status")
    assert reading.rows(talks.draft) == []


def test_all_three_levels_are_there_also_when_empty(talks: Talks) -> None:
    talks.with_("engineer", {"process_what@p1": "No test"})
    assert talks.under("Contributing factors", "Technical") == ["None recorded."]
    assert talks.under("Contributing factors", "Process") == ["No test"]
    assert talks.under("Contributing factors", "Governance") == ["None recorded."]


def test_what_is_missing_of_an_action_is_said(talks: Talks) -> None:
    talks.with_("engineer", {"action_what@a1": "Add a test", "action_what@a2": "Tell users", "action_owner@a2": "lead"})
    assert reading.rows(talks.draft) == [
        ["1", "Add a test", "no owner", "no due date", "no status", "no kind"],
        ["2", "Tell users", "lead", "no due date", "no status", "no kind"],
    ]
    assert "2 of 2 open." in talks.under("Corrective actions")


def test_an_answer_that_was_not_given_is_an_open_question_of_that_role(talks: Talks) -> None:
    talks.with_(
        "on-call engineer",
        {
            "system_name@s1": "Chatbot",
            "system_effect@s1": Given("unknown", remark="ask the vendor"),
            "affected": Given("declined"),
            "noticed": Given("later"),
            "duties": Given("not_applicable"),
        },
    )
    assert talks.under("Open questions") == [
        "What did it do, or not do, that differed from what people needed? "
        "(not known; asked of: on-call engineer; about: “Chatbot”)",
        "Remark: ask the vendor",
        "Who was affected, how, and roughly how many? (declined; asked of: on-call engineer)",
        "How did it come to light? (left for later; asked of: on-call engineer)",
        "What does this touch that somebody outside may have to be told about? "
        "(does not apply; asked of: on-call engineer)",
    ]


def test_accounts_that_differ_stand_side_by_side(talks: Talks) -> None:
    talks.with_("engineer", {"event_what@e1": "Refunds start", "event_at@e1": NINE})
    talks.with_("support agent", {"event_at@e1": LATER, "event_what@e2": "Refunds end"})
    assert talks.under("Disagreements") == [
        "Accounts of “Refunds start” differ on: time",
        "engineer: Sat 14 Mar 2026 10:00 CET",
        "support agent: Sat 14 Mar 2026 10:30 CET",
    ]
    assert talks.under("Timeline") == [
        "Sat 14 Mar 2026 10:00 CET Refunds start (told by: engineer, support agent)",
        "noted as Sat 14 Mar 2026 09:00 UTC; said as “at nine, UTC”",
        "Accounts differ on: time; see Disagreements",
        "time not known Refunds end (told by: support agent)",
    ]


def test_two_participants_of_one_role_are_told_apart(talks: Talks) -> None:
    talks.with_("engineer", {"story": "First."})
    talks.with_("engineer", {"story": "Second."})
    assert "First." in talks.under("Accounts", "engineer, i1")
    assert "Second." in talks.under("Accounts", "engineer, i2")


def test_who_said_nothing_yet_is_named_without_an_empty_section(talks: Talks) -> None:
    talks.with_("engineer", {"story": "It was slow."})
    talks.with_("product owner", {}, state="planned")
    changes.add_participant(talks.edit, role="counsel", state="declined")
    assert talks.under("Accounts", "Others") == [
        "product owner: interview planned, no account yet",
        "counsel: declined to give an account",
    ]
    assert "Interviews: 1 ended, 0 running, 1 planned" in talks.under("Status")


def test_a_long_telling_keeps_its_paragraphs_inside_the_quotation(talks: Talks) -> None:
    talks.with_("engineer", {"story": "One.\n\nTwo,\nthree.\n\n# Four"})
    assert "> One.\n>\n> Two,\\\n> three.\n>\n> \\# Four\n" in talks.draft


def test_a_choice_is_shown_in_the_words_that_were_offered(talks: Talks) -> None:
    talks.with_("engineer", {"duties": ["personal_data", "a promise to users"]})
    assert talks.under("Compliance impact") == ["Touches: Personal data, a promise to users"]


def test_an_answer_without_a_place_of_its_own_is_a_reply_of_the_account(talks: Talks) -> None:
    questions = [{"id": "mood", "ask": "How was it?", "type": "long_text"}]
    sections = [{"id": "s", "title": "S", "questions": questions}]
    asked = from_snapshot({"questionnaire": "own", "version": 2, "title": "Own", "sections": sections})
    talks.with_("engineer", {"mood": Given("answered", "Tense.\n\nThen calm.", remark="said smiling")}, asked)
    assert talks.under("Accounts", "engineer") == [
        "Interview i1; Own, version 2; ended; quote yes · name no · read by the team",
        "How was it?",
        "Tense.",
        "Then calm.",
        "Remark: said smiling",
    ]


def test_what_somebody_took_out_is_not_in_the_draft(talks: Talks) -> None:
    talks.with_("engineer", {"event_what@e1": "Refunds start", "event_what@e2": "Refunds end"})
    changes.decide(talks.edit, "drop-item", "e1", STAMP)
    assert "Refunds start" not in talks.draft
    assert "Refunds end" in talks.draft


def test_names_of_people_are_not_in_the_draft(talks: Talks) -> None:
    participant = changes.add_participant(talks.edit, role="engineer", name="Ada Example")
    asked = Snapshot(*snapshot(built_in(QUESTIONNAIRES, "quick")))
    changes.add_interview(talks.edit, participant, asked, STAMP)
    assert "Ada" not in talks.draft
    assert "engineer" in talks.draft


def test_a_source_that_is_not_listed_is_named_as_it_was_written(talks: Talks) -> None:
    imported = built_in(QUESTIONNAIRES, "imported")
    answers = {
        "publication_label@p1": "s1",
        "publication_url@p1": "https://example.org/a",
        "lesson_what@l1": "Keep logs",
        "lesson_sources@l1": "https://example.org/a\nticket 17",
    }
    talks.with_("report", answers, imported)
    assert talks.under("Lessons") == ["Keep logs (s1, ticket 17)"]
    assert talks.under("Sources") == ["s1", "https://example.org/a", "Named by facts, and not listed:", "ticket 17"]


def test_two_publications_with_one_label_are_told_apart(talks: Talks) -> None:
    imported = built_in(QUESTIONNAIRES, "imported")
    both = {f"publication_label@p{n}": "s1" for n in (1, 2)} | {
        f"publication_url@p{n}": f"https://x.y/{n}" for n in (1, 2)
    }
    talks.with_("report", both | {"lesson_what@l1": "Keep logs", "lesson_sources@l1": "https://x.y/2"}, imported)
    assert talks.under("Lessons") == ["Keep logs (source 2)"]


def test_a_zone_that_is_not_known_here_does_not_stop_the_draft() -> None:
    talks = Talks(zone="Moon/Base", noticed=NINE)
    assert "First noticed: Sat 14 Mar 2026 09:00 UTC (said as “at nine, UTC”)" in talks.under("Status")


@pytest.mark.parametrize("words", ["09:00 UTC", "09:00", NINE["at"]])
def test_words_that_the_time_itself_shows_are_not_repeated(words: str) -> None:
    assert "First noticed: Sat 14 Mar 2026 09:00 UTC" in Talks(zone="UTC", noticed=NINE | {"words": words}).under(
        "Status"
    )
