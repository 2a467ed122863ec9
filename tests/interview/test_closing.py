"""What stands at the end of an interview: everything that is open, and nothing that is settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.draft import markdown
from pmtui.draft.own_account import own_account
from pmtui.interview.closing import LAST_WORD, last_words, left, owed_to, summary, why_owed
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days
from pmtui.record import changes, consent
from pmtui.record.fold import record
from pmtui.record.queue import ASK, asking
from pmtui.record.view import PARK
from pmtui.record.withheld import OFF

if TYPE_CHECKING:
    from plain_edit import DictEdit

DAYS = Days("Europe/Berlin", first_day=date(2026, 3, 14), spoken_on=date(2026, 3, 20))
ASKED = SMALL.replace("{id: noticed,", "{id: noticed, required: true,")
STATES = st.sampled_from(["none", "answered", "unknown", "declined", "not_applicable", "later"])


def session(edit: DictEdit, *, alone: bool = False) -> Session:
    return Session(view(edit), "i1", DAYS, None, alone)


def words(edit: DictEdit, *, alone: bool = False) -> list[str]:
    return [each.words for each in left(session(edit, alone=alone), view(edit))]


@given(st.fixed_dictionaries({"story": STATES, "noticed": STATES, "aside": STATES}))
def test_what_is_later_or_required_and_open_is_there_and_leads_to_its_page(states: dict[str, str]) -> None:
    edit = begun(ASKED)
    for name, state in states.items():
        if state != "none":
            answer(edit, f"i1/{name}", "words" if state == "answered" else None, state)  # type: ignore[arg-type]
    held = session(edit)
    found = {
        str(held.walk.steps[each.position].key): each.words
        for each in left(held, view(edit))
        if each.position is not None
    }
    wanted = {name for name, state in states.items() if state == "later" or (name, state) == ("noticed", "none")}
    assert set(found) == wanted
    assert all(told.startswith("later: " if states[name] == "later" else "open: ") for name, told in found.items())


def test_what_waits_elsewhere_is_told_to_a_facilitator_and_of_others_nothing_to_who_is_alone() -> None:
    edit = begun(ASKED, "engineer", "model owner")
    changes.decide(edit, PARK, "i1", STAMP, "ask a person first")
    changes.decide(edit, PARK, "i2", STAMP, "not theirs")
    changes.decide(edit, ASK, "i1/noticed", STAMP, asking("p2", "How did it come to light?"))
    told = words(edit)
    assert "asked of model owner: How did it come to light?" in told
    assert "parked idea: ask a person first" in told
    assert not any("not theirs" in each for each in told)
    assert not any("model owner" in each for each in words(edit, alone=True))


def test_the_summary_counts_questions_and_sections() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/story", "It paid.")
    answer(edit, "i1/noticed", None, "later")
    assert summary(session(edit)) == "1 of 5 questions addressed, 0 of 3 sections done, 1 left for later."


def test_the_last_word_is_kept_shown_and_quoted_only_where_they_may_be() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/story", "It paid.")
    changes.decide(edit, LAST_WORD, "i1", STAMP, "look at # retries")
    changes.decide(edit, LAST_WORD, "i1", STAMP, "and at the queue")
    assert last_words(view(edit), "i1") == ["look at # retries", "and at the queue"]
    assert "added at the end: and at the queue" in words(edit)
    assert "Added at the end: look at # retries" in markdown(view(edit), record(view(edit)))
    assert "> and at the queue" in own_account(view(edit), "p1")
    consent.give(edit, "p1", consent.Choice(quote=False), STAMP)
    assert "retries" not in markdown(view(edit), record(view(edit)))


def test_what_is_owed_is_said_to_a_facilitator_with_its_reasons() -> None:
    edit = begun(ASKED, "engineer", "model owner", "counsel")
    assert why_owed(session(edit), view(edit)) == ""
    answer(edit, "i1/story", None, "later")
    changes.decide(edit, ASK, "i1/noticed", STAMP, asking("p2", "How?"))
    changes.decide(edit, ASK, "i1/aside", STAMP, asking("p3", "What else?"))
    changes.edit_participant(edit, "p2", {"state": "confirmed"})
    assert why_owed(session(edit), view(edit)) == "1 left for later, 2 asked of others"
    assert [each.id for each in owed_to(session(edit), view(edit))] == ["p2"]
    assert why_owed(session(edit, alone=True), view(edit)) == ""
    assert owed_to(session(edit, alone=True), view(edit)) == []


def test_what_is_kept_and_not_reported_is_counted() -> None:
    edit = begun(ASKED.replace("ask: Anything else?}", "ask: Anything else?, when: noticed == 'a call'}"))
    for name in ("story", "noticed", "aside"):
        answer(edit, f"i1/{name}", "words")
    assert "kept but not reported: 1 answer to what is not asked any more" in words(edit)
    changes.decide(edit, OFF, "i1/story", STAMP)
    changes.decide(edit, OFF, "i1/noticed", STAMP)
    for alone in (False, True):
        assert "kept but not reported: 2 answers off the record" in words(edit, alone=alone)
