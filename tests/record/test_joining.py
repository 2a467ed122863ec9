"""An item is one thing in the incident: spoken of by several people, or said to be the same as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.draft import markdown
from pmtui.record.changes import decide
from pmtui.record.documents import Decision
from pmtui.record.fold import record
from pmtui.record.joining import join, part, things
from pmtui.record.ties import OWN, SAME, roots, ties
from refusals import refused

if TYPE_CHECKING:
    from plain_edit import DictEdit


@pytest.fixture
def named() -> DictEdit:
    """Two people who named a system each, and one of them an event."""
    edit = begun(SMALL, "on-call engineer", "product lead")
    answer(edit, "i1/name@s1", "Refund bot")
    answer(edit, "i1/effect@s1", "paid twice")
    answer(edit, "i2/name@s2", "the refunds assistant")
    answer(edit, "i2/effect@s2", "was slow")
    return edit


def systems(edit: DictEdit) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(each.id, each.name, each.accounts) for each in record(view(edit)).systems]


def test_what_two_people_say_of_one_item_is_one_item(named: DictEdit) -> None:
    answer(named, "i2/effect@s1", "was slow")
    assert systems(named)[0] == ("s1", "Refund bot", ("i1", "i2"))
    first = things(view(named))[0]
    assert (first.id, first.kind, first.words, first.interviews) == ("s1", "system", "Refund bot", ("i1", "i2"))


def test_two_items_become_one_and_where_they_differ_is_kept(named: DictEdit) -> None:
    join(named, view(named), "s2", "s1", STAMP)
    (system,) = record(view(named)).systems
    assert (system.id, system.name, system.same, system.accounts) == ("s1", "Refund bot", ("s2",), ("i1", "i2"))
    assert {each.field: each.said for each in system.differs} == {
        "name": {"i1": "Refund bot", "i2": "the refunds assistant"},
        "effect": {"i1": "paid twice", "i2": "was slow"},
    }
    draft = markdown(view(named), record(view(named)))
    assert "the refunds assistant" in draft
    assert "was slow" in draft


def test_it_can_be_undone_and_said_again(named: DictEdit) -> None:
    before = systems(named)
    join(named, view(named), "s1", "s2", STAMP)
    assert [each.id for each in record(view(named)).systems] == ["s2"]
    part(named, view(named), "s1", STAMP)
    assert systems(named) == before
    join(named, view(named), "s2", "s1", STAMP)
    assert len(systems(named)) == 1


def test_three_become_one_whichever_way_it_is_said(named: DictEdit) -> None:
    answer(named, "i2/name@s3", "bot")
    join(named, view(named), "s3", "s2", STAMP)
    join(named, view(named), "s3", "s1", STAMP)
    assert [(each.id, set(each.same)) for each in record(view(named)).systems] == [("s1", {"s2", "s3"})]


def test_what_cannot_be_is_refused(named: DictEdit) -> None:
    assert "no item `s9`" in refused(join, named, view(named), "s9", "s1", STAMP)
    assert "s1 and s1 are the same already" in refused(join, named, view(named), "s1", "s1", STAMP)
    assert "is an item of its own" in refused(part, named, view(named), "s1", STAMP)
    named.tables["answers"].clear()
    other = begun(SMALL.replace("system.name", "event.what").replace("system.effect", "event.actor"))
    answer(other, "i1/name@e1", "A call.")
    assert things(view(other))[0].kind == "event"


def test_items_of_two_kinds_are_never_the_same() -> None:
    text = SMALL.replace("{id: aside, ask: Anything else?}", "{id: aside, ask: What?, maps_to: event.what}")
    edit = begun(text.replace("    title: Closing\n", "    title: Closing\n    repeat: event\n"))
    answer(edit, "i1/name@s1", "Refund bot")
    answer(edit, "i1/aside@e1", "It paid.")
    assert "is of kind event and s1 of kind system" in refused(join, edit, view(edit), "e1", "s1", STAMP)


def test_an_item_that_was_removed_is_no_thing(named: DictEdit) -> None:
    decide(named, "drop-item", "s2", STAMP)
    assert [each.id for each in things(view(named))] == ["s1"]


NAMES = st.sampled_from("abcde")
SAYINGS = st.lists(st.tuples(st.sampled_from([SAME, OWN]), NAMES, NAMES), max_size=12)


@given(SAYINGS)
def test_whatever_is_said_each_item_has_one_that_stands_for_it(sayings: list[tuple[str, str, str]]) -> None:
    decisions = [
        Decision.model_validate({"id": f"d{at}", "kind": kind, "about": item, "value": other, "at": "", "by": ""})
        for at, (kind, item, other) in enumerate(sayings)
    ]
    found = ties(decisions)
    standing = roots(found)
    for item, other in found.items():
        assert standing[item] == standing.get(other, other)
    for root in standing.values():
        assert standing.get(root, root) == root
