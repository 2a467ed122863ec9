"""One account alone: all that its participant said, and nothing of anybody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.draft.own_account import own_account
from pmtui.errors import Refused
from pmtui.record import changes
from pmtui.record.changes import Stamp
from pmtui.record.corrections import CORRECT, confirm_account, confirmation, correct
from pmtui.record.withheld import OFF

LATER = Stamp("2026-11-24T10:00:00+00:00", "sam")
WORDS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=5, max_size=9)


@given(st.lists(WORDS, min_size=6, max_size=6, unique=True), st.sets(st.integers(0, 2)))
def test_it_holds_all_words_of_one_and_none_of_others_or_off_the_record(words: list[str], hidden: set[int]) -> None:
    words = [f"q{at}{each}z" for at, each in enumerate(words)]
    edit = begun(SMALL, "engineer", "support agent")
    keys = ("story", "aside", "name@s1")
    for at, key in enumerate(keys):
        answer(edit, f"i1/{key}", words[at])
        answer(edit, f"i2/{key}", words[at + 3])
        if at in hidden:
            changes.decide(edit, OFF, f"i1/{key}", STAMP)
    seen = own_account(view(edit), "p1")
    assert [each in seen for each in words] == [at not in hidden for at in range(3)] + [False] * 3
    assert ("Off the record" in seen) == bool(hidden)


def test_it_goes_question_by_question_in_the_order_asked() -> None:
    edit = begun(SMALL)
    answer(edit, "i1/aside", None, "declined")
    answer(edit, "i1/name@s2", "bot")
    answer(edit, "i1/story", "# not a heading")
    seen = own_account(view(edit), "p1")
    asked = [line for line in seen.splitlines() if line.startswith("#")]
    assert asked == [
        "# Your account: Refund bot", "## Small: Opening", "### What happened?", "## Small: Systems",
        "### Which system? (system 1)", "## Small: Closing", "### Anything else?",
    ]  # fmt: skip
    assert "You would rather not say." in seen
    assert "quote yes · name no · read by the team" in seen


def test_a_correction_says_when_by_whom_and_why_and_the_same_words_correct_nothing() -> None:
    edit = begun(SMALL)
    answer(edit, "i1/story", "It paid twice.")
    correct(edit, "i1/story", 1, "asked", LATER)
    assert "Correction" not in own_account(view(edit), "p1")
    answer(edit, "i1/story", "It paid once.")
    correct(edit, "i1/story", 1, "asked by the participant", LATER)
    seen = own_account(view(edit), "p1")
    assert "Correction of 2026-11-24; entered by: sam; asked by the participant" in seen
    assert [each.kind for each in view(edit).decisions] == [CORRECT]


def test_a_confirmed_account_that_changes_later_says_so() -> None:
    edit = begun(SMALL, "engineer", "support agent")
    answer(edit, "i1/story", "It paid twice.")
    assert confirmation(view(edit), "p1") is None
    assert "not confirmed yet" in own_account(view(edit), "p1")
    confirm_account(edit, "p1", LATER)
    answer(edit, "i2/story", "Somebody else.")
    assert view(edit).participant("p1").state == "confirmed"
    assert "State: confirmed on 2026-11-24\n" in own_account(view(edit), "p1")
    answer(edit, "i1/story", "It paid once.")
    answer(edit, "i1/aside", "No.")
    told = confirmation(view(edit), "p1")
    assert told is not None
    assert set(told.changed) == {"i1/story", "i1/aside"}
    assert "changed since it was confirmed" in own_account(view(edit), "p1")
    confirm_account(edit, "p1", LATER)
    assert "changed since" not in own_account(view(edit), "p1")


def test_of_whom_nothing_was_written_down_there_is_no_account() -> None:
    with pytest.raises(Refused, match="nothing was written down yet"):
        own_account(view(begun(SMALL)), "p1")
    with pytest.raises(Refused, match="no participant `p9`"):
        own_account(view(begun(SMALL)), "p9")
