"""The interview line by line: the same walk, without a screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import STAMP, begun, view
from pmtui import blame
from pmtui.blame.questions import read_question
from pmtui.interview import probes
from pmtui.interview.plain import Plain
from pmtui.interview.plain_voices import HELP, Voices
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days
from pmtui.record.documents import ADDRESSED

if TYPE_CHECKING:
    from plain_edit import DictEdit
    from pmtui.record.changes import Given

DAYS = Days("Europe/Berlin", first_day=date(2026, 3, 14), spoken_on=date(2026, 3, 20))
RULES = blame.load(blame.BUILT_IN)
ASKED = """
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: story, ask: What happened?, type: long_text, probe: [What then?, And then?]}
      - {id: size, ask: How many?, type: number}
      - {id: bad, ask: How bad?, other: true, choices: [{id: low, say: Hardly}, {id: high, say: Very}]}
      - {id: touched, ask: What did it touch?, type: many_of, choices: [money, health, trust]}
      - {id: at, ask: When?, type: moment, check: [{that: answered(size), say: How many comes first., level: warn}]}
  - id: things
    title: Things
    repeat: thing
    questions:
      - {id: thing, ask: Which thing?}
"""


class Sitting:
    """One sitting in which `typed` lines are typed; `heard` is what was said, `times` how often an answer was saved."""

    def __init__(self, edit: DictEdit, *typed: str, unsaved: str = "", edits: bool = False) -> None:
        self.edit, self.heard, self.places, self.ended = edit, list[str](), list[dict[str, str | None]](), False
        self.decided = list[tuple[str, str, Any]]()
        self.noted, self.kept, self.owed = list[str](), list[str](), list[str]()
        lines = iter(typed)
        session = Session(view(edit), "i1", DAYS, None)

        def save(given: Given) -> None:
            session.answer(given, STAMP)(edit)

        def end() -> None:
            self.ended = True

        voices = Voices(
            ask=lambda _: next(lines, None),
            answer=lambda _, begun: None if (line := next(lines, None)) is None else begun + line,
            say=self.heard.append,
            save=save,
            probes=lambda: probes.load(Path("none")),
            tell=lambda place, given: session.tell(place, given, STAMP)(edit),
            decide=lambda kind, about, value: self.decided.append((kind, about, value)),
            stand=lambda: self.places.append(dict(session.step.place)),
            end=end,
            owe=self.owed.append,
            now=lambda: view(edit),
            flags=lambda words: blame.check(words, (), (), RULES),
            read=lambda words: read_question(words, (), (), RULES),
            by="facilitator",
            note=self.noted.append,
            time=lambda: "12 of 50-70 min",
            keep=self.kept.append,
            unsaved=unsaved,
            edits=edits,
        )
        Plain(session, voices).run()

    @property
    def answers(self) -> dict[str, object]:
        return {
            each.question: each.value if each.state == "answered" else f"<{each.state}>"
            for each in view(self.edit).answers_of("i1").values()
        }

    def said(self, words: str) -> bool:
        return any(words in line for line in self.heard)


def test_a_whole_interview_is_held_line_by_line() -> None:
    sitting = Sitting(begun(ASKED), "It paid twice.", "And again.", "", "412", "2", "1, 3", "14:05", "bot", "", "/quit")
    assert {**sitting.answers, "at": None} == {
        "story": "It paid twice.\nAnd again.", "size": 412, "bad": "high", "touched": ["money", "trust"], "at": None,
        "thing": "bot",
    }  # fmt: skip
    assert sitting.said("Question 3 of 5: How bad?")
    assert sitting.said("Understood as Sat 14 Mar 2026 14:05 CET.")
    assert sitting.heard.count("Saved.") == 6
    assert sitting.heard.count("Go on, or end with an empty line.") == 1


def test_why_there_is_no_answer_remarks_and_follow_up_questions() -> None:
    sitting = Sitting(begun(ASKED), "/probe", "/probe", "/declined", "/remark a guess", "/na", "/later", "/unknown")
    assert sitting.answers == {
        "story": "<declined>", "size": "<not_applicable>", "bad": "<later>", "touched": "<unknown>",
    }  # fmt: skip
    assert sitting.said("What then?")
    assert sitting.said("And then?")
    assert view(sitting.edit).answers_of("i1")["size"].remark == "a guess"


def test_one_goes_back_and_skips_and_goes_to_any_question() -> None:
    sitting = Sitting(begun(ASKED), "/back", "", "/next", "/back", "5", "/go which thing", "bot", "/add", "log", "")
    assert sitting.said("This is the first question.")
    assert sitting.answers == {"size": 5, "thing": "log"}
    assert len(view(sitting.edit).answers_of("i1")) == 3
    assert sitting.said("1. bot")


def test_a_command_ends_an_answer_of_several_lines_and_counts_for_its_question() -> None:
    sitting = Sitting(
        begun(ASKED),
        "It paid twice.",
        "And /back again.",
        "//back up",
        "// x",
        "/etc/y",
        "/remark a guess",
        "",
        "4",
        "/quit",
    )
    assert sitting.answers == {"story": "It paid twice.\nAnd /back again.\n/back up\n// x\n/etc/y", "size": 4}
    assert view(sitting.edit).answers_of("i1")["story"].remark == "a guess"
    sitting = Sitting(begun(ASKED), "", "/back", "It paid.", "/?", "/quit")
    assert sitting.answers == {"story": "It paid."}
    assert sitting.said("/go WORDS")


def test_what_does_not_fit_is_said_and_asked_again() -> None:
    sitting = Sitting(begun(ASKED), "", "a few", "4", "/bakc", "/foo", "/go nowhere", "/add", "9", "//own words")
    assert sitting.said("this question asks for a number, not `a few`. Try again, or /later.")
    assert sitting.said("No /foo. /help says what there is.")
    assert sitting.said("No /bakc - did you mean /back? /help says what there is.")
    assert sitting.said("No question and no answer holds these words.")
    assert sitting.said("Opening has no items")
    assert sitting.answers["bad"] == "9"


def test_flags_and_checks_are_said_after_the_answer_and_hold_nobody_up() -> None:
    sitting = Sitting(begun(ASKED), "Marta was careless.", "", "/go when", "sometime")
    assert sitting.said("“Marta was careless”: ")
    assert sitting.said("Ask rather: ")
    assert sitting.said("Kept as words.")
    assert sitting.said("How many comes first.")
    assert sitting.answers["story"] == "Marta was careless."


def test_it_says_what_can_be_typed_and_what_was_answered_and_ends() -> None:
    sitting = Sitting(begun(ASKED), "/help", "Twice.", "", "/back", "/so-far", "/again", "/end")
    assert set(HELP) <= set(sitting.heard)
    assert sitting.heard.count("So far: Twice.") == 3
    assert sitting.ended


@pytest.mark.parametrize("typed", [(), ("It paid.",), ("/quit",)])
def test_the_end_of_the_input_leaves_and_keeps_the_place(typed: tuple[str, ...]) -> None:
    sitting = Sitting(begun(ASKED), *typed)
    assert sitting.places
    assert sitting.heard[-1].startswith("Left here.")


LINES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["/back", "/next", "/add", "/later", "/unknown", "/probe", "/so-far", "/again", "1", "2, 3", "", "//"]
    ),
    st.builds("/go {}".format, st.sampled_from(["what", "when", "thing"])),
)


@given(st.lists(LINES, max_size=25))
def test_whatever_is_typed_nothing_breaks_and_what_was_saved_is_there(typed: list[str]) -> None:
    sitting = Sitting(begun(ASKED), *typed)
    stored = view(sitting.edit).answers_of("i1").values()
    assert sum(each.revision for each in stored) == sitting.heard.count("Saved.")
    assert all(each.state in (*ADDRESSED, "later") or (each.state == "open" and each.remark) for each in stored)


def test_what_is_off_the_record_is_marked_or_not_saved_at_all() -> None:
    edit = begun(ASKED)
    typed = ("/off", "/off drafts", "It paid.", "", "/off store", "412", "/back", "/quit", "/quit")
    sitting = Sitting(edit, *typed)
    assert sitting.decided == [("off-record", "i1/story", None)]
    assert sitting.answers == {"story": "It paid."}
    assert "Not stored." in sitting.heard
    assert sum("stored nowhere and would be lost" in line for line in sitting.heard) == 1
    assert any("pmtui forget" in line for line in Sitting(edit, "/back", "/back", "/off drafts").heard)


def test_what_was_not_stored_is_on_the_record_again_after_off_no() -> None:
    edit = begun(ASKED)
    sitting = Sitting(edit, "/off store", "It paid.", "", "/back", "/off no", "It paid twice.", "", "/quit")
    assert sitting.answers == {"story": "It paid twice."}
    assert "So far, and not stored: It paid." in sitting.heard
    assert sitting.decided == []


def test_a_sentence_becomes_an_event() -> None:
    edit = begun(ASKED)
    told = ("We saw it. At 14:05 it paid.", "", "/back", "/event", "/event 2", "", "", "-", "/quit")
    sitting = Sitting(edit, "/event", *told)
    assert "Nothing is answered here yet that could be an event." in sitting.heard
    assert "2. At 14:05 it paid." in sitting.heard
    assert "In the timeline: Sat 14 Mar 2026 14:05 CET." in sitting.heard
    ((kind, about, tie),) = sitting.decided
    assert (kind, about, tie["words"], tie["actor"]) == ("timeline-event", "i1/story", "At 14:05 it paid.", False)
    assert sitting.answers["own_event_what"] == "At 14:05 it paid."


def test_follow_ups_are_said_one_after_the_other_and_kept() -> None:
    edit = begun(ASKED)
    typed = ("I saw the rate.", "", "/back", "/probe", "/probe", "/probe", "/probe 3", "/quit")
    sitting = Sitting(edit, *typed)
    said = ["What then?", "And then?", "What exactly was in front of you at that moment?"]
    assert [each for each in sitting.heard if each in said] == said
    values = [value for kind, about, value in sitting.decided if (kind, about) == ("probe-used", "i1/story")]
    assert [(each["kind"], each["revision"]) for each in values] == [
        ("observation", 1), ("observation", 1), ("observation", 1), ("decision", 1),
    ]  # fmt: skip


def test_a_question_of_ones_own_is_read_asked_next_and_dropped() -> None:
    edit = begun(ASKED)
    typed = (
        "/question Why didn't you check?",
        "y",
        "/next",
        "/drop",
        "/question",
        "/question What then?",
        "/drop",
        "/quit",
    )
    sitting = Sitting(edit, *typed)
    assert sitting.said("Ask rather: ")
    (first, dropped, second) = sitting.decided
    assert (first[0], dropped[:2], second[0]) == ("own-question", ("drop-question", "i1"), "own-question")
    assert first[2]["id"] == dropped[2]
    assert sitting.said("a question needs words.")
    assert sitting.said("part of the questionnaire")
    assert second[2]["ask"] == "What then?"


def test_a_command_in_the_middle_of_an_event_leaves_it() -> None:
    edit = begun(ASKED)
    sitting = Sitting(edit, "It paid at 14:05.", "", "/back", "/event", "/quit", "/event", "", "/quit", "/quit")
    assert sitting.heard.count("No event was made.") == 2
    assert sitting.decided == []
    assert sitting.answers == {"story": "It paid at 14:05."}


def test_the_end_tells_what_is_open_takes_a_last_word_and_can_be_taken_back() -> None:
    sitting = Sitting(begun(ASKED), "/later", "/end", "/back", "/end", "Ask the vendor")
    assert sitting.said("later: What happened?")
    assert sitting.ended
    assert sitting.decided == [("last-word", "i1", "Ask the vendor")]
    assert not Sitting(begun(ASKED), "/end", "/back", "/quit").ended


def test_notes_of_ones_own_are_kept_beside_the_answers() -> None:
    sitting = Sitting(begun(ASKED), "/notes Ask the vendor.", "/notes", "Theme: alarms.", "Next: support.", "", "/quit")
    assert sitting.noted == ["Ask the vendor.", "Theme: alarms.\nNext: support."]
    assert sitting.said("in no draft and no export; whoever can open the store's folder can read them")
    assert sitting.answers == {}


def test_the_end_asks_for_notes_and_takes_none_for_an_answer() -> None:
    assert Sitting(begun(ASKED), "/end", "", "Tidy.", "").noted == ["Tidy."]
    assert Sitting(begun(ASKED), "/end", "", "").noted == []


def test_a_sentence_that_does_not_fit_is_kept_as_a_remark_and_said_to_be() -> None:
    edit = begun(ASKED)
    sitting = Sitting(edit, "/next", "nobody counted them", "and it went on", "40", "/quit")
    assert sitting.said("Try again, or /later. What you typed is kept as a remark.")
    answer = view(edit).answers["i1/size"]
    assert (answer.value, answer.remark) == (40, "nobody counted them\nand it went on")


@pytest.mark.parametrize("typed", ["/var/lib/ranker was full", "/etc/cron.d/reindex", "/ just a mark, it stood there"])
def test_what_begins_with_a_slash_and_is_no_command_is_an_answer(typed: str) -> None:
    edit = begun(ASKED)
    Sitting(edit, typed, "", "/quit")
    assert view(edit).answers["i1/story"].value == typed


def test_words_on_the_page_of_items_begin_another() -> None:
    edit = begun(ASKED)
    Sitting(edit, "/go thing", "the ranker", "the gateway", "/quit")
    assert [each.value for each in view(edit).answers.values()] == ["the ranker", "the gateway"]


def test_how_long_it_was_open_is_said_when_asked_and_at_the_end() -> None:
    assert "12 of 50-70 min" in Sitting(begun(ASKED), "/time", "/quit").heard
    assert Sitting(begun(ASKED), "/end", "").said("Open for 12 of 50-70 min.")
