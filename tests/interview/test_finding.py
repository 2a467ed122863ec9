"""A question is found by its words, and by those of its answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents import answer, begun, view
from pmtui.interview.finding import answer_words, is_found, passage
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days


def found(wanted: str) -> list[str]:
    edit = begun()
    answer(edit, "i1/story", "The gateway paid 412 refunds.", remark="heard in the hall")
    answer(edit, "i1/name@s1", "Straße")
    walk = Session(view(edit), "i1", Days("UTC", None, None)).walk
    return [step.key or step.section.id for step in walk.steps if is_found(walk, step, wanted)]


def test_a_question_is_found_by_its_words_its_item_its_answer_and_its_remark() -> None:
    assert found("how LIGHT") == ["noticed"]
    assert found("refunds gateway") == ["story"]
    assert found("what happened 412") == ["story"]
    assert found("hall") == ["story"]
    assert found("strasse") == ["name@s1", "effect@s1"]
    assert found("no such words") == []
    assert len(found("")) == len(found(" ")) > 4


@given(st.text(max_size=80), st.text(max_size=10), st.integers(5, 40))
def test_a_passage_is_one_of_the_answer(words: str, wanted: str, width: int) -> None:
    edit = begun()
    answer(edit, "i1/story", words or "x")
    walk = Session(view(edit), "i1", Days("UTC", None, None)).walk
    line = answer_words(walk, walk.steps[0])
    shown = passage(line, wanted, width)
    assert shown.removeprefix("…").removesuffix("…") in line
    assert len(shown) <= width + 2


def test_a_passage_begins_near_the_word() -> None:
    line = "At first nothing was seen by anybody, and then the gateway paid four hundred refunds at once."
    assert passage(line, "gateway", 30) == "…then the gateway paid four hun…"
    assert passage(line, "at first", 30).startswith("At first nothing")
    assert passage(line, "moon", 30) == ""
