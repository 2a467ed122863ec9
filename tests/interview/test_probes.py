"""Follow-up questions by the kind of statement: all kinds have some, a team adds its own, and cues only suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui import blame
from pmtui.blame.questions import read_question
from pmtui.errors import Refused
from pmtui.interview.probes import follow_ups, load, suggested, usable
from pmtui.reading import vocabularies

if TYPE_CHECKING:
    from pathlib import Path

TOLD = [
    ("I saw the refund rate on the dashboard.", "observation"),
    ("It seemed fine to me.", "judgement"),
    ("We decided to wait.", "decision"),
    ("I knew that the limit was off.", "knowledge"),
    ("I was worried all night.", "feeling"),
    ("Usually the gateway answers at once.", "usual"),
    ("We rolled back the prompt.", "action"),
    ("I called the vendor.", "help"),
    ("We expected it to stop by itself.", "expectation"),
    ("Suddenly there were 400 refunds.", "surprise"),
    ("Obviously it was the prompt.", "obvious"),
    ("Next time there has to be a limit.", "idea"),
    ("Marta forgot the limit.", "person"),
    ("We relied on the score.", "trust_ai"),
    ("The model explained that it had panicked.", "model_says"),
    ("It paid.", None),
    ("Justice adjusted the sawdust.", None),
    ("", None),
]


def test_every_kind_of_the_vocabulary_has_follow_ups_the_commonest_first(tmp_path: Path) -> None:
    probes = load(tmp_path / "none")
    assert [each.kind for each in probes] == [each.id for each in vocabularies.values("probe_kind")]
    assert all(each.ask and each.cues and each.say and each.alone for each in probes)


def test_no_follow_up_is_a_question_that_one_should_not_ask(tmp_path: Path) -> None:
    rules = blame.load(blame.BUILT_IN)
    asked = [words for each in load(tmp_path) for words in each.ask]
    assert [(words, found) for words in asked if (found := read_question(words, (), (), rules))] == []


@pytest.mark.parametrize(("sentence", "kind"), TOLD)
def test_a_sentence_suggests_a_kind(tmp_path: Path, sentence: str, kind: str | None) -> None:
    assert suggested(sentence, load(tmp_path)) == kind


@given(st.text(max_size=100))
def test_any_text_can_be_looked_at(text: str) -> None:
    from pathlib import Path

    probes = load(Path("none"))
    assert suggested(text, probes) in {None, *(each.kind for each in probes)}


def test_the_question_s_own_follow_ups_come_first_and_none_comes_twice(tmp_path: Path) -> None:
    probes = load(tmp_path)
    first = probes[0].ask[0]
    found = follow_ups(["And then?", first], probes[0].kind, probes)
    assert found[:2] == ["And then?", first]
    assert len(found) == len(set(found)) == 1 + len(probes[0].ask)
    assert follow_ups(["And then?"], "no such kind", probes) == ["And then?"]


def test_a_team_adds_follow_ups_cues_and_words(tmp_path: Path) -> None:
    team = (
        "extends: en\nkinds:\n  action:\n    say: A deed\n    cues: [kicked it]\n    ask: [What did the pager say?]\n"
    )
    (tmp_path / "ours.yaml").write_text(team)
    probes = load(tmp_path)
    action = next(each for each in probes if each.kind == "action")
    assert (action.say, action.ask[0], len(probes)) == ("A deed", "What did the pager say?", 15)
    assert suggested("We kicked it.", probes) == "action"


def test_a_team_replaces_them(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("kinds:\n  feeling:\n    ask: [How was that?]\n")
    (feeling,) = load(tmp_path)
    assert (feeling.kind, feeling.say, feeling.ask) == ("feeling", "Someone felt", ("How was that?",))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("kinds:\n  felling:\n    ask: [How?]\n", "2:3: there is no kind `felling` - did you mean `feeling`?"),
        ("kinds:\n  feeling:\n    asks: [How?]\n", "3:5"),
        ("kinds:\n  feeling:\n    ask: How?\n", "3:10"),
        ("kinds: []\n", "1:8"),
        ("kinds:\n  feeling: {ask: ['']}\n", "2:"),
        ("extends: de\nkinds: {}\n", "1:10"),
        ("kinds: [\n", "ours.yaml:"),
        ("", "empty"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_and_the_built_in_ones_are_used(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / "ours.yaml").write_text(text)
    with pytest.raises(Refused, match=r"ours\.yaml") as refused:
        load(tmp_path)
    assert wrong in str(refused.value)
    probes, fault = usable(tmp_path)
    assert len(probes) == 15
    assert fault is not None
    assert "built-in follow-up questions are used" in fault
