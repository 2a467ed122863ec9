from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents import answer, begun, questionnaire, view
from pmtui.interview.walk import Walk

if TYPE_CHECKING:
    from pmtui.record.documents import AnswerState


def walk(*answers: str, begun_item: str | None = None, dropped: str = "", state: AnswerState = "answered") -> Walk:
    edit = begun()
    for key in answers:
        answer(edit, f"i1/{key}", "x" if state == "answered" else None, state)
    begun_items = {"systems": begun_item} if begun_item else {}
    return Walk(questionnaire(), view(edit).answers_of("i1"), begun_items, frozenset(dropped.split()))


def keys(of: Walk) -> list[str | None]:
    return [step.key for step in of.steps]


def test_questions_come_in_their_order_and_an_empty_repeated_section_has_no_page() -> None:
    assert keys(walk()) == ["story", "noticed", "aside"]


def test_a_repeated_section_asks_everything_of_each_item_and_ends_with_a_page_of_items() -> None:
    found = walk("effect@s2", "name@s1")
    assert keys(found) == [
        "story", "noticed", "name@s2", "effect@s2", "name@s1", "effect@s1", None, "aside",
    ]  # fmt: skip


def test_an_item_that_was_begun_is_asked_about_and_alone_has_no_page_of_items() -> None:
    assert keys(walk(begun_item="s9")) == ["story", "noticed", "name@s9", "effect@s9", "aside"]
    assert keys(walk("name@s1", begun_item="s9"))[2:-1] == ["name@s1", "effect@s1", "name@s9", "effect@s9", None]


def test_a_begun_item_that_got_an_answer_is_there_once() -> None:
    assert keys(walk("name@s1", begun_item="s1"))[2:-1] == ["name@s1", "effect@s1", None]


def test_an_item_that_was_dropped_is_not_asked_about() -> None:
    assert keys(walk("name@s1", "name@s2", dropped="s1"))[2:-1] == ["name@s2", "effect@s2", None]
    assert keys(walk("name@s1", dropped="s1")) == ["story", "noticed", "aside"]


def test_every_step_is_found_at_its_own_place() -> None:
    found = walk("name@s1", "name@s2")
    assert [found.find(step.place) for step in found.steps] == list(range(len(found.steps)))


def test_a_place_that_is_gone_leads_to_the_section_and_one_that_never_was_nowhere() -> None:
    found = walk("name@s1")
    assert found.find({"section": "systems", "question": "name", "item": "gone"}) == 2
    assert found.find({"section": "closing", "question": "gone"}) == len(found.steps) - 1
    assert found.find({"section": "gone"}) is None
    assert found.find({}) is None
    assert found.find(None) is None


def test_it_opens_at_the_first_question_that_is_not_addressed() -> None:
    assert walk().first_open() == 0
    assert walk("story").steps[walk("story").first_open()].key == "noticed"
    done = walk("story", "noticed", "aside")
    assert done.first_open() == len(done.steps) - 1


@pytest.mark.parametrize(
    ("state", "addressed", "later"),
    [("answered", 1, 0), ("unknown", 1, 0), ("declined", 1, 0), ("not_applicable", 1, 0), ("later", 0, 1)],
)
def test_what_was_said_settles_a_question_unless_it_was_left_for_later(
    state: AnswerState, addressed: int, later: int
) -> None:
    found = walk("story", state=state)
    opening, systems, closing = found.progress()
    assert (opening.addressed, opening.total, opening.later) == (addressed, 2, later)
    assert (systems.items, systems.total) == (0, 0)
    assert not opening.is_done
    assert not closing.is_done
    assert found.is_addressed(found.steps[0]) == bool(addressed)


def test_progress_counts_the_items_of_a_section_and_each_question_of_each() -> None:
    systems = walk("name@s1", "effect@s1", "name@s2").progress()[1]
    assert (systems.items, systems.addressed, systems.total, systems.is_done) == (2, 3, 4, False)
    assert walk("name@s1", "effect@s1").progress()[1].is_done
