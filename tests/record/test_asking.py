"""Answers that count and answers that are kept: nothing that was said is lost by a condition."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from incidents import answer, begun, view
from pmtui.draft import markdown
from pmtui.record.asking import Asking
from pmtui.record.fold import record

TEXT = """\
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: bad, ask: How bad?, choices: [low, high]}
      - {id: who, ask: 'So {bad}: who was harmed?', when: bad == "high", maps_to: impact.group}
      - {id: told, ask: 'Was {who} told?', when: answered(who)}
  - id: systems
    title: Systems
    repeat: system
    questions:
      - {id: name, ask: Which system?, maps_to: system.name}
      - {id: what, ask: 'What did {system.name} do?', when: answered(system.name)}
"""


def said(**given: Any) -> Any:
    """An incident of one interview with these answers; `name_1` is about an item."""
    edit = begun(TEXT, "operator")
    for key, value in given.items():
        name, _, item = key.partition("_")
        answer(edit, f"i1/{name}@system-{item}" if item else f"i1/{name}", value)
    return view(edit)


def test_a_hidden_answer_is_no_part_of_the_record_and_is_kept() -> None:
    shown, hidden = (said(bad=bad, who="patients", told="by mail") for bad in ("high", "low"))
    assert [each.group for each in record(shown).impacts] == ["patients"]
    assert not record(shown).kept
    assert not record(hidden).impacts
    assert [(each.question, each.value, each.because) for each in record(hidden).kept] == [
        ("who", "patients", "condition"),
        ("told", "by mail", "condition"),
    ]
    draft = markdown(hidden, record(hidden))
    above, _, below = draft.partition("## Kept, not part of this draft")
    assert "patients" not in above
    assert all(words in below for words in ("patients", "by mail", "not asked any more, after other answers"))


def test_earlier_answers_stand_in_the_questions_of_the_draft_as_plain_text() -> None:
    seen = said(bad="high", who="[red]*them*[/red]", told="no", name_1="bot", what_1="It paid.")
    asked = {reply.question: reply.ask for reply in record(seen).accounts[0].replies}
    assert asked == {"bad": "How bad?", "told": "Was [red]*them*[/red] told?", "what@system-1": "What did bot do?"}
    assert r"\*them\*" in markdown(seen, record(seen))


def test_the_record_is_asked_across_interviews() -> None:
    edit = begun(TEXT, "operator", "lead")
    for interview, value in (("i1", "patients"), ("i2", "patients")):
        answer(edit, f"{interview}/bad", "high")
        answer(edit, f"{interview}/who", value)
    assert Asking(view(edit)).of_record("impact.group").value == "patients"
    answer(edit, "i2/who", "staff")
    assert Asking(view(edit)).of_record("impact.group").state == "unclear"
    answer(edit, "i2/bad", "low")
    assert Asking(view(edit)).of_record("impact.group").value == "patients"
    assert Asking(view(edit)).of_record("system.name").state == "not_asked"
    answer(edit, "i1/name@system-1", "bot")
    assert Asking(view(edit)).of_record("system.name").value == ("bot",)


WORDS = st.text("abcxyz", min_size=3, max_size=8).map(lambda text: f"wo{text}")


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "bad": st.sampled_from(["low", "high"]),
            **dict.fromkeys(("who", "told", "name_1", "what_1", "what_2"), WORDS),
        },
    )
)
def test_every_value_stands_in_the_draft_above_or_below(given: dict[str, str]) -> None:
    seen = said(**given)
    draft = markdown(seen, record(seen))
    for value in given.values():
        assert value in draft
