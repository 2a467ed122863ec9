"""Moving an interview between versions: whatever the versions and the answers, every value is there afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import STAMP, answer, begun, questionnaire, view
from pmtui.draft import markdown
from pmtui.errors import Refused
from pmtui.questionnaire.snapshots import snapshot
from pmtui.record.changes import Snapshot
from pmtui.record.fold import record
from pmtui.record.moving import last_move, move, move_back, preview, traces

if TYPE_CHECKING:
    from plain_edit import DictEdit

HEAD = "questionnaire: small\nversion: {}\ntitle: Small\nsections:\n  - id: all\n    title: All\n    questions:\n"
OLD = (
    HEAD.format(1)
    + """\
      - {id: story, ask: What happened?}
      - {id: seen, ask: Who saw it?}
      - {id: bad, ask: How bad?, choices: [low, high]}
      - {id: count, ask: How many?, type: number}
      - {id: stopped, ask: Has it stopped?, type: yes_no}
      - {id: gone, ask: What else?}
"""
)
NEW = (
    HEAD.format(2)
    + """\
      - {id: story, ask: What happened then?}
      - {id: saw, ask: Who saw it?, was: [seen]}
      - {id: bad, ask: How bad?, choices: [low, severe]}
      - {id: count, ask: How many?, type: long_text}
      - {id: stopped, ask: When did it stop?, type: moment}
      - {id: more, ask: And more?}
retired: [{id: gone, since: 2, why: Asked elsewhere.}]
"""
)
GIVEN = {"story": "It paid.", "seen": "A caller.", "bad": "high", "count": 412, "stopped": "yes", "gone": "Nothing."}


def told() -> DictEdit:
    edit = begun(OLD, "operator")
    for name, value in GIVEN.items():
        answer(edit, f"i1/{name}", value)
    return edit


def moved(edit: DictEdit, to: str = NEW) -> DictEdit:
    new = questionnaire(to)
    move(edit, "i1", Snapshot(*snapshot(new)), (view(edit).questionnaire("i1"), new), STAMP)
    return edit


def answers(edit: DictEdit) -> dict[str, Any]:
    return {each.question: each.value for each in view(edit).answers_of("i1").values()}


def test_the_preview_says_what_becomes_of_each_answer() -> None:
    rows = preview(view(told()), "i1", questionnaire(NEW))
    assert [(row.fate, row.value) for row in rows] == [
        ("reworded", "It paid."),
        ("renamed", "A caller."),
        ("choice retired", "high"),
        ("as words", "412"),
        ("asked again", "Yes"),
        ("kept aside", "Nothing."),
        ("new", ""),
    ]


def test_a_move_does_what_the_preview_says() -> None:
    edit = moved(told())
    assert answers(edit) == {
        "story": "It paid.",
        "saw": "A caller.",
        "bad": "high",
        "count": "412",
        "stopped~1": "yes",
        "gone": "Nothing.",
    }
    held = view(edit).interview("i1")
    assert (held.version, held.snapshot) == (2, snapshot(questionnaire(NEW))[0])
    kept = {each.question: (each.ask, each.value, each.because) for each in record(view(edit)).kept}
    assert kept == {
        "stopped~1": ("Has it stopped?", "Yes", "version"),
        "gone": ("What else?", "Nothing.", "version"),
    }


def test_a_move_can_be_undone_and_leaves_what_was_there() -> None:
    edit, before = told(), view(told())
    back = last_move(view(moved(edit)), "i1")
    assert back
    move_back(edit, back, STAMP)
    after = view(edit)
    assert after.answers == before.answers
    assert after.interview("i1") == before.interview("i1")
    assert last_move(after, "i1") is None


def test_what_was_answered_since_is_kept_aside_when_a_move_is_undone() -> None:
    edit = moved(told())
    answer(edit, "i1/saw", "Two callers.")
    answer(edit, "i1/count", "about four hundred")
    answer(edit, "i1/more", "A second bot.")
    back = last_move(view(edit), "i1")
    assert back
    move_back(edit, back, STAMP)
    found = answers(edit)
    assert {name: found[name] for name in GIVEN} == GIVEN
    assert (found["saw~2"], found["count~2"], found["more"]) == ("Two callers.", "about four hundred", "A second bot.")


def test_of_two_answers_to_one_question_now_the_second_is_kept_aside() -> None:
    both = NEW.replace("was: [seen]", "was: [seen, gone]").split("retired:")[0]
    fates = {row.value: row.fate for row in preview(view(told()), "i1", questionnaire(both))}
    assert (fates["A caller."], fates["Nothing."]) == ("renamed", "kept aside")
    found = answers(moved(told(), both))
    assert (found["saw"], found["gone~1"]) == ("A caller.", "Nothing.")


def test_what_is_kept_aside_twice_is_there_twice() -> None:
    edit = told()
    for value in ("a hundred", "two hundred"):
        moved(edit)
        answer(edit, "i1/count", value)
        back = last_move(view(edit), "i1")
        assert back
        move_back(edit, back, STAMP)
    found = answers(edit)
    assert (found["count"], found["count~2"], found["count~2.2"]) == (412, "a hundred", "two hundred")


def test_a_question_that_is_asked_of_items_now_is_asked_again() -> None:
    repeated = NEW.replace("title: All\n", "title: All\n    repeat: case\n")
    assert {row.fate for row in preview(view(told()), "i1", questionnaire(repeated))} == {
        "asked again",
        "kept aside",
        "new",
    }
    edit = moved(told(), repeated)
    assert answers(edit)["story~1"] == "It paid."
    back = last_move(view(edit), "i1")
    assert back
    move_back(edit, back, STAMP)
    assert {name: value for name, value in answers(edit).items() if "~" not in name} == GIVEN


def test_only_the_last_move_can_be_undone() -> None:
    edit = moved(told())
    first = last_move(view(edit), "i1")
    moved(edit, NEW.replace("version: 2", "version: 3").replace("And more?", "More?"))
    assert first
    with pytest.raises(Refused, match="was moved again since"):
        move_back(edit, first, STAMP)
    for _ in range(2):
        back = last_move(view(edit), "i1")
        assert back
        move_back(edit, back, STAMP)
    assert answers(edit) == GIVEN


def test_the_traces_of_an_answer_lead_through_all_moves() -> None:
    edit = moved(told())
    moved(edit, NEW.replace("version: 2", "version: 3").replace("id: saw", "id: sighted").replace("[seen]", "[saw]"))
    tables = view(edit).tables
    for name in ("i1/seen", "i1/saw", "i1/sighted"):
        names, moves = traces(tables, name)
        assert names == {"i1/seen", "i1/saw", "i1/sighted"}
        assert moves == {"d1/i1/seen", "d1/i1/saw", "d2/i1/saw", "d2/i1/sighted"}
    assert traces(tables, "i1/story") == ({"i1/story"}, set())
    assert traces(tables, "i1/stopped")[0] == {"i1/stopped", "i1/stopped~1"}


NAMES = ["a", "b", "c", "d"]
KINDS: dict[str, Any] = {
    "text": st.text("xyz", min_size=4, max_size=8),
    "long_text": st.text("xyz", min_size=4, max_size=8),
    "yes_no": st.sampled_from(["yes", "no"]),
    "number": st.integers(1000, 9999),
    "one_of": st.sampled_from(["alpha", "beta"]),
    "many_of": st.lists(st.sampled_from(["alpha", "beta"]), min_size=1, unique=True),
}


@st.composite
def versions(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """(types by id, types by id, earlier ids by id) of two versions."""
    kinds = st.sampled_from(list(KINDS))
    old = draw(st.dictionaries(st.sampled_from(NAMES), kinds, min_size=1))
    new = draw(st.dictionaries(st.sampled_from([*NAMES, "e", "f"]), kinds, min_size=1))
    free = [name for name in old if name not in new]
    was = {name: free.pop() for name in new if name not in old and free and draw(st.booleans())}
    return old, new, was


def written(kinds: dict[str, str], was: dict[str, str], version: int) -> str:
    def question(name: str, kind: str) -> str:
        more = ", choices: [alpha, beta]" if kind in ("one_of", "many_of") else ""
        more += f", was: [{was[name]}]" if name in was else ""
        return f"      - {{id: {name}, ask: About {name}?, type: {kind}{more}}}\n"

    return HEAD.format(version) + "".join(question(*each) for each in kinds.items())


@given(versions(), st.data())
def test_every_value_is_there_after_any_move_and_back(
    versions: tuple[dict[str, str], dict[str, str], dict[str, str]], data: st.DataObject
) -> None:
    old, new, was = versions
    edit = begun(written(old, {}, 1), "operator")
    given = {name: data.draw(KINDS[kind]) for name, kind in old.items()}
    for name, value in given.items():
        answer(edit, f"i1/{name}", value)
    before = answers(edit)
    moved(edit, written(new, was, 2))
    _all_there(edit, given)
    later = {name: data.draw(KINDS[kind]) for name, kind in new.items() if data.draw(st.booleans())}
    for name, value in later.items():
        answer(edit, f"i1/{name}", value)
    _all_there(edit, later)
    back = last_move(view(edit), "i1")
    assert back
    move_back(edit, back, STAMP)
    # What was answered anew stands in the history; everything else has to be there.
    _all_there(edit, {name: value for name, value in given.items() if name not in later})
    _all_there(edit, later)
    assert {name: each for name, each in answers(edit).items() if name in before and name not in later} == {
        name: each for name, each in before.items() if name not in later
    }


def _all_there(edit: DictEdit, given: dict[str, Any]) -> None:
    """Every value stands in the draft, in the main part or at its end."""
    seen = view(edit)
    draft = markdown(seen, record(seen)).casefold()
    for value in given.values():
        for each in value if isinstance(value, list) else [value]:
            assert str(each).casefold() in draft


def test_the_preview_says_what_would_not_be_asked_any_more() -> None:
    text = NEW.replace("{id: more, ask: And more?}", "{id: gone, ask: What else?, when: 'bad == \"severe\"'}")
    rows = preview(view(told()), "i1", questionnaire(text.split("retired")[0]))
    assert [row.value for row in rows if row.fate == "hidden"] == ["Nothing."]
    edit = moved(told(), text.split("retired")[0])
    assert [each.question for each in record(view(edit)).kept if each.because == "condition"] == ["gone"]
