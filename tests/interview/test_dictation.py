from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from incidents import STAMP, answer, begun, view
from pmtui.interview.dictation import Dictation
from pmtui.record.changes import decide, set_interview_state
from pmtui.record.fold import record
from refusals import refused

if TYPE_CHECKING:
    from plain_edit import DictEdit


def say(edit: DictEdit, name: str, words: str | None, state: Any = "answered", remark: str | None = None) -> Any:
    return Dictation(view(edit), "i1", "facilitator").change(name, words, state, remark)(edit)


def test_an_answer_is_saved_under_its_question_and_tells_its_revision() -> None:
    edit = begun()
    assert say(edit, "story", "It began at noon.") == (1, "story")
    assert say(edit, "story", "It began at one.", remark="corrected") == (2, "story")
    saved = view(edit).answers["i1/story"]
    assert (saved.value, saved.remark, saved.by) == ("It began at one.", "corrected", "facilitator")
    assert view(edit).interview("i1").state == "running"


def test_a_state_has_no_value() -> None:
    edit = begun()
    assert say(edit, "story", None, "declined") == (1, "story")
    assert view(edit).answers["i1/story"].value is None


def test_new_makes_an_item_and_its_id_speaks_about_it_again() -> None:
    edit = begun()
    revision, key = say(edit, "name@new", "Refund bot")
    item = key.partition("@")[2]
    assert revision == 1
    assert say(edit, f"effect@{item}", "Refunds without a limit") == (1, f"effect@{item}")
    assert say(edit, "name@new", "Queue")[1] != key
    assert sorted(each.name for each in record(view(edit)).systems if each.name) == ["Queue", "Refund bot"]


def test_an_item_that_another_interview_added_can_be_spoken_about() -> None:
    edit = begun("""
questionnaire: small
version: 1
title: Small
sections:
  - {id: s, title: S, repeat: system, questions: [{id: name, ask: What?}]}
""", "a", "b")  # fmt: skip
    answer(edit, "i2/name@s2222", "Refund bot")
    assert say(edit, "name@s2222", "The same") == (1, "name@s2222")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("stroy", "no question `stroy` in small - did you mean `story`?"),
        ("", "no question `` in small; `pmtui questionnaire outline small` lists them"),
        ("name", "name is asked for each system; write name@new, or @ and the item's id"),
        ("name@", "name is asked for each system; write name@new, or @ and the item's id"),
        ("name@s9", "no system `s9` in this incident; @new makes one"),
        ("story@new", "story is asked once; leave out @new"),
        ("story@", "story is asked once; leave out @"),
    ],
)
def test_what_cannot_be_answered_is_refused_and_nothing_is_saved(name: str, said: str) -> None:
    edit = begun()
    assert refused(say, edit, name, "x") == said
    assert view(edit).answers == {}
    assert view(edit).interview("i1").state == "planned"


def test_words_that_do_not_fit_the_question_are_refused() -> None:
    edit = begun("""
questionnaire: small
version: 1
title: Small
sections:
  - {id: s, title: S, questions: [{id: size, ask: What?, choices: [small, large]}]}
""")  # fmt: skip
    assert "`medium` is not a choice of size" in refused(say, edit, "size", "medium")


@pytest.mark.parametrize("words", ["", " \n\t"])
def test_no_words_are_no_answer(words: str) -> None:
    dictation = Dictation(view(begun()), "i1", "facilitator")
    assert "no words for story" in refused(dictation.change, "story", words, "answered", None)


def test_an_interview_that_is_not_there_is_refused() -> None:
    dictation = Dictation(view(begun()), "i7", "facilitator")
    assert "no interview `i7`" in refused(dictation.change, "story", "x", "answered", None)


TWO_KINDS = """
questionnaire: small
version: 1
title: Small
sections:
  - {id: s, title: S, repeat: system, questions: [{id: name, ask: What?}]}
  - {id: e, title: E, repeat: event, questions: [{id: what, ask: What?}, {id: at, ask: When?, type: moment}]}
"""


def test_an_item_of_another_kind_is_not_spoken_about_by_mistake() -> None:
    edit = begun(TWO_KINDS)
    system = say(edit, "name@new", "Refund bot")[1].partition("@")[2]
    assert f"no event `{system}`" in refused(say, edit, f"what@{system}", "It paid.")


def test_an_item_that_was_taken_out_is_not_spoken_about() -> None:
    edit = begun(TWO_KINDS)
    system = say(edit, "name@new", "Refund bot")[1].partition("@")[2]
    decide(edit, "drop-item", system, STAMP)
    assert f"no system `{system}`" in refused(say, edit, f"name@{system}", "The bot")


def test_a_time_that_is_not_understood_is_kept_as_words_and_asked_about() -> None:
    edit = begun(TWO_KINDS)
    dictation = Dictation(view(edit), "i1", "facilitator")
    assert dictation.note("at@new", "2026-03-14 14:05") is None
    assert dictation.note("at@new", "when the moon rose")
    assert dictation.note("what@new", "when the moon rose") is None
    say(edit, "at@new", "when the moon rose")
    (saved,) = view(edit).answers.values()
    assert (saved.value["words"], saved.value["at"]) == ("when the moon rose", None)


def test_a_correction_leaves_an_interview_ended() -> None:
    edit = begun()
    set_interview_state(edit, "i1", "ended", STAMP)
    say(edit, "story", "It began at noon.")
    assert view(edit).interview("i1").state == "ended"
