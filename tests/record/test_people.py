from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, begun, view
from pmtui.record.changes import add_participant, edit_participant
from pmtui.record.people import people, put_at, sources


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-1, 9)), max_size=8))
def test_whoever_is_put_at_a_place_stands_there_and_the_others_keep_their_order(moves: list[tuple[int, int]]) -> None:
    edit = begun(SMALL, "a", "b", "c", "d", "e", "f")
    add_participant(edit, role="log", kind="source")
    for who, place in moves:
        before = [each.id for each in people(view(edit))]
        name = before[who]
        put_at(edit, name, place)
        after = [each.id for each in people(view(edit))]
        assert after.index(name) == min(max(place, 1), 6) - 1
        assert [each for each in after if each != name] == [each for each in before if each != name]
    assert [each.id for each in sources(view(edit))] == ["p7"]


def test_who_has_no_place_yet_comes_last_in_the_order_that_they_were_added() -> None:
    edit = begun(SMALL, *"abcdefghijk")
    edit_participant(edit, "p11", {"order": 2})
    edit_participant(edit, "p3", {"order": 1})
    assert [each.id for each in people(view(edit))][:4] == ["p3", "p11", "p1", "p2"]
    assert [each.id for each in people(view(edit))][-2:] == ["p9", "p10"]
