"""What a participant took back is in no draft, export or finding, and comes back whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from incidents import QUESTIONNAIRES, RULES, SMALL, STAMP, answer, begun, view
from pmtui import blame
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.draft.preview import preview
from pmtui.findings import coverage, flags, progress
from pmtui.interview.beginning import asked
from pmtui.record.changes import add_interview, decide, edit_participant, set_interview_state
from pmtui.record.corrections import confirm_account
from pmtui.record.dismissals import DISMISS
from pmtui.record.fold import record
from pmtui.record.joining import things
from pmtui.record.taking_up import end_interview, owe
from pmtui.record.ties import SAME
from pmtui.record.view import PARK, View
from refusals import refused

if TYPE_CHECKING:
    from plain_edit import DictEdit

RULES_OF_BLAME = blame.load(RULES)
PEOPLE = ("on-call engineer", "product lead", "counsel")
ITEMS = ("s1111", "s2222", "s3333")

places = st.one_of(
    st.sampled_from(["story", "noticed", "aside"]),
    st.builds("{}@{}".format, st.sampled_from(["name", "effect"]), st.sampled_from(ITEMS)),
)
said = st.lists(
    st.tuples(st.sampled_from(["i1", "i2", "i3"]), places, st.sampled_from(["value", "remark", "idea", "dismissed"])),
    max_size=14,
)
ties = st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(ITEMS)), max_size=3)


def told(edit: DictEdit, talks: list[tuple[str, str, str]], same: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Say a sentence of its own at each place; returns those of each interview that were not written over."""
    by_place: dict[tuple[str, str, str], str] = {}
    for number, (interview, place, how) in enumerate(talks):
        words = f"sentence{number}x"
        key = (interview, place, how)
        if how == "idea":
            decide(edit, PARK, interview, STAMP, words)
            key = (interview, str(number), how)
        elif how == "dismissed":
            value = {"rule": "character", "words": words, "reason": words}
            decide(edit, DISMISS, f"{interview}/{place}", STAMP, value)
            key = (interview, str(number), how)
        elif how == "remark":
            answer(edit, f"{interview}/{place}", None, "unknown", remark=words)
            by_place.pop((interview, place, "value"), None)
        else:
            answer(edit, f"{interview}/{place}", words)
            by_place.pop((interview, place, "remark"), None)
        by_place[key] = words
    for item, other in same:
        decide(edit, SAME, item, STAMP, other)
    found: dict[str, list[str]] = {}
    for (interview, _, how), words in by_place.items():
        if how in ("value", "remark"):
            found.setdefault(interview, []).append(words)
    return found


def everything(of: View) -> str:
    """All that leaves the store or is found in it, one behind the other."""
    known = record(of)
    draft = markdown(of, known)
    parts: list[Any] = [
        draft,
        "\n".join(preview(draft, 60).lines),
        json.dumps(document(of, known)),
        things(of),
        of.ideas,
        progress.next_step(of, known, 1),
        progress.interviews(of),
        coverage.of_incident(of, known, None),
        list(flags.of_answers(of, known, RULES_OF_BLAME)),
    ]
    return "\n".join(map(str, parts))


@given(said, ties)
def test_no_sentence_of_who_withdrew_is_in_any_draft_or_export_and_undoing_brings_all_back(
    talks: list[tuple[str, str, str]], same: list[tuple[str, str]]
) -> None:
    edit = begun(SMALL, *PEOPLE)
    sentences = told(edit, talks, same)
    before = everything(view(edit))
    edit_participant(edit, "p1", {"state": "withdrawn", "reason": "worked alone", "name": "Marta"})
    after = everything(view(edit))
    mine = [f"sentence{number}x" for number, (interview, *_) in enumerate(talks) if interview == "i1"]
    assert [words for words in mine if words in after] == []
    assert "Marta" not in after
    assert "on-call engineer" not in after
    assert [words for each in ("i2", "i3") for words in sentences.get(each, []) if words not in after] == []
    edit_participant(edit, "p1", {"state": "to_ask", "reason": None, "name": None})
    assert everything(view(edit)) == before


def test_an_item_that_somebody_else_spoke_of_stays_in_their_words() -> None:
    edit = begun(SMALL, *PEOPLE)
    answer(edit, "i1/name@s1", "the bot that pays")
    answer(edit, "i1/effect@s1", "it paid twice")
    answer(edit, "i2/effect@s1", "it sent two mails")
    answer(edit, "i2/name@s2", "Refund bot")
    decide(edit, SAME, "s2", STAMP, "s1")
    edit_participant(edit, "p1", {"state": "withdrawn"})
    (system,) = record(view(edit)).systems
    assert (system.name, system.effect, system.accounts) == ("Refund bot", "it sent two mails", ("i2",))


def test_the_interview_of_who_withdrew_is_refused_with_the_way_back_and_kept() -> None:
    edit = begun(SMALL, *PEOPLE)
    answer(edit, "i1/story", "It paid twice.")
    edit_participant(edit, "p1", {"state": "withdrawn"})
    now = view(edit)
    assert refused(lambda: now.interview("i1")) == (
        "i1 is the interview of p1, who withdrew; "
        "`pmtui participant 2026-03-14-refund-bot p1 --state talked` brings it back"
    )
    assert now.whole.answers_of("i1")["story"].value == "It paid twice."
    assert "1 participant withdrew" in markdown(now, record(now))


def test_a_questionnaire_that_nobody_else_was_asked_goes_with_the_account() -> None:
    edit = begun(SMALL, *PEOPLE)
    snapshot = asked("quick", QUESTIONNAIRES)
    add_interview(edit, "p1", snapshot, STAMP)
    edit_participant(edit, "p1", {"state": "withdrawn"})
    assert snapshot.sha256 not in view(edit).shown["questionnaires"]
    decide(edit, "move-interview", "i2", STAMP, {"from": snapshot.sha256, "to": "x"})
    assert snapshot.sha256 in view(edit).shown["questionnaires"]


def test_no_end_and_no_confirmation_brings_back_who_withdrew() -> None:
    edit = begun()
    edit_participant(edit, "p1", {"state": "withdrawn"})
    before = edit.all("decisions")
    told = refused(lambda: confirm_account(edit, "p1", STAMP))
    assert told.endswith(
        "withdrawn; another state comes first: `pmtui participant 2026-03-14-refund-bot p1 --state talked`"
    )
    owe(edit, "p1")
    end_interview(edit, "i1", STAMP, is_owed=True)
    assert view(edit).participants["p1"].state == "withdrawn"
    assert edit.all("decisions") == before


def test_who_withdrew_stays_withdrawn_when_their_interview_ends() -> None:
    edit = begun()
    edit_participant(edit, "p1", {"state": "withdrawn"})
    set_interview_state(edit, "i1", "ended", STAMP)
    assert view(edit).participants["p1"].state == "withdrawn"
    assert view(edit).interviews == {}
