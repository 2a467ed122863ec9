"""Shared sections: joined in at their place, their ids set apart, and tests that a file brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pmtui.questionnaire import loading, snapshots
from pmtui.questionnaire.outline import outline
from pmtui.questionnaire.shelves import Shelves
from pmtui.questionnaire.trying import tried
from refusals import refused

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.questionnaire.schema import Questionnaire

SHARED = """\
questionnaire: timeline
version: 2
title: Timeline
choices:
  kinds: [alarm, call]
sections:
  - id: events
    title: What happened when
    repeat: event
    questions:
      - {id: what, ask: What happened?}
      - {id: kind, ask: 'What was {event.what}?', choices: kinds, when: answered(event.what)}
      - {id: at, ask: When?, type: moment, check: [{that: answered(event.kind), say: 'What was {event.what}?'}]}
  - id: after
    title: Afterwards
    when: has(event.kind, "alarm")
    questions:
      - {id: alarm, ask: Which alarm?, choices: {from: event.what}}
      - {id: loud, ask: 'How loud was {alarm}?', was: [volume], when: answered(alarm)}
"""
WHOLE = """\
questionnaire: whole
version: 1
title: Whole
sections:
  - id: before
    title: Before
    questions:
      - {id: what, ask: What do you do?}
  - use: common/timeline@2
  - id: behind
    title: Behind
    questions:
      - {id: last, ask: 'After {timeline_alarm}?', when: timeline_alarm == "siren"}
tests:
  - name: without an alarm
    given: {event: [{timeline_what: a call, timeline_kind: call}]}
    expect: {asked: [what, 'timeline_kind@1', timeline_events], not_asked: [timeline_alarm, timeline_after, last]}
  - name: with an alarm
    given: {event: [{timeline_what: siren, timeline_kind: alarm}], timeline_alarm: siren}
    expect: {asked: [timeline_loud, last], said: []}
  - name: a time without its kind
    given: {event: [{timeline_what: siren, timeline_at: 2026-03-14 14:05}]}
    expect: {said: [timeline_at]}
  - name: wrong on purpose
    given: {what: unknown, event: []}
    expect: {asked: [last], not_asked: [what], said: [timeline_at]}
"""


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    """A team's folder with the shared section, and one with another of the same name behind it."""
    for folder, text in (("team", SHARED), ("theirs", SHARED.replace("What happened?", "Theirs?"))):
        (tmp_path / folder / "common").mkdir(parents=True)
        (tmp_path / folder / "common" / "timeline@2.yaml").write_text(text)
    (tmp_path / "team" / "whole.yaml").write_text(WHOLE)
    return Shelves.of(tmp_path / "team", tmp_path / "theirs", tmp_path / "nowhere")


@pytest.fixture
def whole(shelves: Shelves) -> Questionnaire:
    return loading.built_in(shelves, "whole")


def test_shared_sections_stand_in_their_place_with_ids_of_their_own(whole: Questionnaire) -> None:
    assert [section.id for section in whole.sections] == ["before", "timeline_events", "timeline_after", "behind"]
    assert list(whole.questions) == [
        "what",
        *("timeline_what", "timeline_kind", "timeline_at", "timeline_alarm", "timeline_loud"),
        "last",
    ]
    assert whole.questions["timeline_what"].ask == "What happened?"
    assert [each.id for each in whole.questions["timeline_kind"].choices] == ["alarm", "call"]


def test_what_they_say_of_one_another_is_said_of_the_new_ids(whole: Questionnaire) -> None:
    asked = whole.questions
    assert asked["timeline_kind"].when == "answered(event.timeline_what)"
    assert asked["timeline_kind"].ask == "What was {event.timeline_what}?"
    assert asked["timeline_at"].check[0].that == "answered(event.timeline_kind)"
    assert whole.sections[2].when == 'has(event.timeline_kind, "alarm")'
    assert asked["timeline_alarm"].choices_from == "event.timeline_what"
    assert (asked["timeline_loud"].when, asked["timeline_loud"].was) == (
        "answered(timeline_alarm)",
        ("timeline_volume",),
    )


def test_a_snapshot_holds_all_of_it_and_none_of_the_tests(whole: Questionnaire) -> None:
    sha256, data = snapshots.snapshot(whole)
    again = snapshots.from_snapshot(data)
    assert (again.sections, again.tests) == (whole.sections, ())
    assert snapshots.snapshot(again) == (sha256, data)


def test_the_tests_of_the_file_are_tried(whole: Questionnaire) -> None:
    *right, wrong = whole.tests
    assert [tried(whole, each) for each in right] == [[], [], []]
    assert tried(whole, wrong) == [
        "`last` is not asked",
        "`what` is asked",
        "the check of `timeline_at` does not speak up",
    ]


def test_an_outline_has_every_question_and_its_condition_in_words(whole: Questionnaire) -> None:
    text = "\n".join(outline(whole))
    for question in whole.questions.values():
        assert question.ask in text
    assert "Asked when “Which alarm?” is siren" in text
    assert "Choices: what was answered at event.timeline_what" in text
    assert "Has to hold: " in text


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("common/timeline@2", "common/timeline@3", "9:10: no shared section `common/timeline@3` - did you mean"),
        ("use: common/timeline@2", "use: common/timeline@2\n    when: x", "`when` does not go with `use`"),
        ("id: what", "id: timeline_what", "the id `timeline_what` is that of a question in the shared section"),
        ("{timeline_alarm}", "{alarm}", "there is no question `alarm` to put here"),
    ],
)
def test_what_is_wrong_with_joining_is_told(shelves: Shelves, old: str, new: str, said: str) -> None:
    (shelves.folders[0] / "whole.yaml").write_text(WHOLE.replace(old, new))
    assert said in refused(loading.built_in, shelves, "whole")


def test_a_shared_file_that_calls_itself_otherwise_is_refused(shelves: Shelves) -> None:
    (shelves.folders[0] / "common" / "timeline@2.yaml").write_text(SHARED.replace("version: 2", "version: 3"))
    assert "calls itself timeline@3, not timeline@2" in refused(loading.built_in, shelves, "whole")


def test_a_question_that_is_called_like_a_function_is_told_from_it(shelves: Shelves) -> None:
    path = shelves.folders[0] / "common" / "timeline@2.yaml"
    path.write_text(
        SHARED.replace("id: loud", "id: count").replace("when: answered(alarm)", "when: count(event.kind) > 1")
    )
    whole = shelves.folders[0] / "whole.yaml"
    whole.write_text(WHOLE.replace("timeline_loud", "timeline_count"))
    assert loading.built_in(shelves, "whole").questions["timeline_count"].when == "count(event.timeline_kind) > 1"


def test_the_first_shelf_counts_and_a_file_looks_beside_itself_first(shelves: Shelves, tmp_path: Path) -> None:
    assert shelves.names() == ["whole"]
    assert shelves.shared() == ["common/timeline@2"]
    (tmp_path / "theirs" / "mine.yaml").write_text(WHOLE.replace("whole", "mine"))
    mine = loading.load(tmp_path / "theirs" / "mine.yaml", shelves)
    assert mine.questions["timeline_what"].ask == "Theirs?"


def test_a_broken_questionnaire_of_the_team_does_not_hide_the_one_behind_it(shelves: Shelves, tmp_path: Path) -> None:
    behind = tmp_path / "theirs" / "whole.yaml"
    behind.write_text(WHOLE)
    (tmp_path / "team" / "whole.yaml").write_text("questionnaire: whole\n")
    assert loading.named("whole", shelves).title == "Whole"
    assert "whole.yaml:1:1: `version` is missing" in refused(loading.built_in, shelves, "whole")
    behind.write_text("questionnaire: whole\nversion: x\n")
    assert str(tmp_path / "team") in refused(loading.named, "whole", shelves)


def test_a_name_is_a_questionnaire_before_it_is_a_file(shelves: Shelves, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("whole", "other"):
        (tmp_path / name).write_text(WHOLE.replace("title: Whole", "title: Beside"))
    assert loading.named("whole", shelves).title == "Whole"
    assert loading.named("other", shelves).title == "Beside"
    assert "no questionnaire `whol` - did you mean `whole`?" in refused(loading.named, "whol", shelves)


def test_a_folder_and_a_link_to_nowhere_are_told_as_what_they_are(shelves: Shelves, tmp_path: Path) -> None:
    (tmp_path / "team" / "folder.yaml").mkdir()
    (tmp_path / "team" / "link.yaml").symlink_to(tmp_path / "nowhere")
    assert "cannot be read: Is a directory" in refused(loading.built_in, shelves, "folder")
    assert "cannot be read: No such file" in refused(loading.built_in, shelves, "link")
