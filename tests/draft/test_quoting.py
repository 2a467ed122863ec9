"""Who is not quoted has none of their words in a draft, and who is not named no name in anything that goes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import INCIDENT, SMALL, STAMP, answer, begun, view
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.record import changes, consent
from pmtui.record.consent import Choice
from pmtui.record.dismissals import DISMISS
from pmtui.record.fold import record

if TYPE_CHECKING:
    from plain_edit import DictEdit

ASKED = """
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: story, ask: What happened?, type: long_text, maps_to: account.told}
      - {id: view, ask: What contributed?, type: long_text, maps_to: account.cause_view}
      - {id: aside, ask: Anything else?, type: long_text}
      - {id: bad, ask: How bad?, choices: [low, high]}
      - {id: why, ask: How so?, when: bad == "high"}
      - {id: noticed, ask: How did it come to light?, maps_to: detection.how}
      - {id: said, ask: Who said something?, maps_to: quote.text}
      - {id: at, ask: When?, maps_to: milestone.at, type: moment}
      - {id: name, ask: What was that?, maps_to: milestone.name}
"""
THEIRS = ("story", "view", "aside", "why", "said")
"""Questions whose answers are words of the participant; `why` is kept and not asked any more."""

CONSENTS = st.one_of(st.none(), st.builds(Choice, st.booleans(), st.booleans(), st.sampled_from(list(consent.READERS))))


def told(choice: Choice | None, name: str = "Ada Example") -> DictEdit:
    """An interview with words of the participant at every place where a draft could show them."""
    edit = begun(ASKED)
    changes.edit_participant(edit, "p1", {"consent": None, "name": name})
    if choice is not None:
        consent.give(edit, "p1", choice, STAMP)
    answer(edit, "i1/bad", "high")
    for question in THEIRS:
        answer(edit, f"i1/{question}", f"words-of-{question}", remark=f"remark-on-{question}")
    answer(edit, "i1/bad", "low", remark="remark-on-bad")
    moment = {"words": "words-of-at", "at": "2026-03-14T10:00:00+01:00", "precision": "minute"}
    answer(edit, "i1/at", moment)
    answer(edit, "i1/name", "fact-of-name")
    answer(edit, "i1/noticed", "fact-of-noticed", remark="remark-on-noticed")
    flag = {"rule": "r1", "words": "words-of-flag", "reason": "it was said so"}
    changes.decide(edit, DISMISS, "i1/story", STAMP, flag)
    return edit


def draft(edit: DictEdit) -> str:
    return markdown(view(edit), record(view(edit)))


@given(CONSENTS)
def test_words_are_quoted_unless_they_said_no_and_facts_always_stay(choice: Choice | None) -> None:
    seen = draft(told(choice))
    is_quoted = choice is None or choice.quote
    for words in (*(f"words-of-{each}" for each in (*THEIRS, "at", "flag")), *(f"remark-on-{each}" for each in THEIRS)):
        assert (words in seen) == is_quoted, words
    assert "fact-of-noticed" in seen
    assert "fact-of-name" in seen
    assert "it was said so" in seen
    assert consent.words(choice) in seen
    assert ("words are left out" in seen) == (not is_quoted)


@given(CONSENTS)
def test_a_name_goes_out_only_where_they_agreed_to_be_named(choice: Choice | None) -> None:
    edit = told(choice)
    is_named = choice is not None and choice.named
    assert ("Ada Example" in draft(edit)) == is_named
    assert ("Ada Example" in json.dumps(document(view(edit), record(view(edit))))) == is_named


def test_the_word_of_one_does_not_silence_another() -> None:
    edit = begun(ASKED, "engineer", "support agent")
    consent.give(edit, "p2", Choice(quote=False), STAMP)
    answer(edit, "i1/story", "words of the engineer")
    answer(edit, "i2/story", "words of the agent")
    answer(edit, "i1/noticed", "by a call")
    answer(edit, "i2/noticed", "by a letter")
    seen = draft(edit)
    assert "words of the engineer" in seen
    assert "words of the agent" not in seen
    assert "told by: engineer" in seen
    assert "noted from: support agent" in seen


def test_versions_that_differ_are_named_and_not_quoted() -> None:
    edit = begun(SMALL, "engineer", "support agent")
    consent.give(edit, "p2", Choice(quote=False), STAMP)
    answer(edit, "i1/effect@s1", "by a call")
    answer(edit, "i2/effect@s1", "by a letter")
    seen = draft(edit)
    assert "engineer: by a call" in seen
    assert "support agent: something else, not quoted" in seen
    assert "by a letter" not in seen


@pytest.mark.parametrize("choice", [None, Choice(quote=False)])
def test_an_account_without_words_is_none_that_was_left_out(choice: Choice | None) -> None:
    edit = begun(ASKED)
    changes.edit_participant(edit, "p1", {"consent": None})
    if choice:
        consent.give(edit, "p1", choice, STAMP)
    answer(edit, "i1/noticed", "by a call")
    assert "facts only, no account in their own words" in draft(edit)
    assert INCIDENT in draft(edit)
