from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import incidents
from pmtui.errors import Refused
from pmtui.questionnaire import loading
from refusals import refusal, refused

if TYPE_CHECKING:
    from pathlib import Path

LONG = """\
questionnaire: small
version: 1
title: Small
choices:
  sizes: [small, {id: large, say: Very large, help: When it fills the room.}]
sections:
  - id: opening
    title: Opening
    questions:
      - id: story
        ask: What happened?
      - id: size
        ask: How large is it?
        choices: sizes
      - id: colours
        ask: Which colours?
        type: many_of
        choices: [red, blue]
"""


def changed(old: str, new: str) -> str:
    assert LONG.count(old) == 1
    return LONG.replace(old, new)


def test_lists_of_choices_stand_in_their_questions_when_it_is_loaded() -> None:
    questions = incidents.questionnaire(LONG).questions
    assert [(each.id, each.words) for each in questions["size"].choices] == [
        ("small", "small"),
        ("large", "Very large"),
    ]
    assert [each.id for each in questions["colours"].options] == ["red", "blue"]
    assert [each.type for each in questions.values()] == ["text", "one_of", "many_of"]


def test_questions_are_found_by_id_in_the_order_asked_and_know_their_section() -> None:
    small = incidents.questionnaire(LONG)
    assert list(small.questions) == ["story", "size", "colours"]
    assert small.section_of["size"].id == "opening"


def test_a_yes_no_question_offers_yes_and_no() -> None:
    small = incidents.questionnaire(changed("ask: What happened?", "ask: Was it seen?\n        type: yes_no"))
    assert [(each.id, each.words) for each in small.questions["story"].options] == [("yes", "Yes"), ("no", "No")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("questionnaire: small", "questionaire: small", "small.yaml:1:1: `questionaire` is not a known key here - did"),
        ("questionnaire: small", "questionnaire: Two Words", "small.yaml:1:16: `Two Words` does not fit"),
        ("version: 1", "version: first", "small.yaml:2:10: for `version` a whole number is expected, not `first`"),
        ("version: 1", "version: 0", "small.yaml:2:10: for `version` "),
        ("title: Small", "title: ' '", "small.yaml:3:8: for `title` "),
        ("title: Opening", "titel: Opening", "small.yaml:8:5: `titel` is not a known key here - did you mean `title`?"),
        ("id: opening", "id: Opening", "small.yaml:7:9: `Opening` does not fit"),
        ("id: story", "id: 1st", "small.yaml:10:13: `1st` does not fit"),
        ("id: story", "id: size", "small.yaml:12:13: the id `size` is used twice, first on line 10"),
        ("id: story", "id: opening", "small.yaml:10:13: the id `opening` is used twice, first on line 7"),
        ("ask: What happened?", "aks: What happened?", "small.yaml:11:9: `aks` is not a known key here - did you"),
        ("ask: What happened?", "ask: []", "small.yaml:11:14: for `ask` a text is expected, not an empty list"),
        ("ask: What happened?", "ask: x\n        type: txt", "small.yaml:12:15: `txt` is not one of text, long_text"),
        ("ask: What happened?", "ask: x\n        required: perhaps", "small.yaml:12:19: for `required` `true` or"),
        ("ask: What happened?", "ask: x\n        probe: When?", "small.yaml:12:16: for `probe` "),
        ("ask: What happened?", "ask: x\n        maps_to: Systems Name", "small.yaml:12:18: `Systems Name` does"),
        ("ask: What happened?", "ask: x\n        type: one_of", "small.yaml:12:15: a question of type one_of"),
        ("ask: What happened?", "ask: x\n        choices: [a]\n        type: date", "small.yaml:12:9: `choices` goes"),
        ("ask: What happened?", "ask: x\n        python: print(1)", "small.yaml:12:9: `python` is not a known key"),
        ("choices: sizes", "choices: szies", "small.yaml:14:18: no list of choices `szies` - did you mean `sizes`?"),
        ("[red, blue]", "[red, red]", "small.yaml:18:24: the choice `red` is there twice"),
        ("[red, blue]", "[red, 'a,b']", "small.yaml:18:24: `a,b` does not fit"),
        ("[red, blue]", "[red, {say: Blue}]", "small.yaml:18:24: `id` is missing here"),
        ("[red, blue]", "[red, [blue]]", "small.yaml:18:24: "),
        ("[red, blue]", "{red: blue}", "small.yaml:18:18: choices are a list"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_column(old: str, new: str, said: str) -> None:
    lines = refused(incidents.questionnaire, changed(old, new)).splitlines()
    assert any(line.startswith(said) for line in lines), lines
    assert all(line.startswith("small.yaml:") for line in lines)


def test_all_mistakes_are_told_at_once() -> None:
    text = changed("version: 1", "version: x").replace("ask: Which colours?", "aks: Which colours?")
    assert [line.split(":")[1] for line in refused(incidents.questionnaire, text).splitlines()] == ["2", "16"]


def test_an_empty_list_is_told_as_one() -> None:
    text = "questionnaire: small\nversion: 1\ntitle: Small\nsections: []\n"
    said = "small.yaml:4:11: for `sections` a list with at least one entry is expected, not an empty list"
    assert refused(incidents.questionnaire, text) == said


@pytest.mark.parametrize("text", ["[]", "x", "sections: []", "sections: x", "sections: [x]", "choices: [x]", "a: {}"])
def test_a_file_of_another_shape_is_refused(text: str) -> None:
    assert refused(incidents.questionnaire, text).startswith("small.yaml:1:")


def test_a_questionnaire_in_a_file_is_reported_under_its_path(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(changed("version: 1", "version: x"), encoding="utf-8")
    with pytest.raises(Refused, match=r"mine\.yaml:2:10: for `version` a whole number is expected"):
        loading.load(file)


WRONG = st.sampled_from(["[]", "{}", "~", "[1, [2]]", "{id: {}}", "x", "-1", "1.5"])


@given(st.data())
def test_a_questionnaire_with_any_damage_is_read_or_refused_line_by_line(data: st.DataObject) -> None:
    lines = LONG.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "replace", "cut"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "replace":
                key, _, _ = lines[at].partition(":")
                lines[at] = (
                    f"{key}: {data.draw(st.sampled_from(['[]', '{}', '~', '[1, [2]]', '{id: {}}', 'x', '-1', '1.5']))}"
                )
            case "cut":
                lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
    said = refusal(incidents.questionnaire, "\n".join(lines)) or ""
    assert all(line.startswith("small.yaml") for line in said.splitlines())
