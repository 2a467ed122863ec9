"""What is said before the first question, and that it promises no more than what is done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import INCIDENT, SMALL, STAMP, answer, begun, view
from pmtui.interview import opening
from pmtui.interview.facilitating import noted
from pmtui.interview.opening import PREAMBLE, Point
from pmtui.interview.plain_opening import open_with
from pmtui.record import changes
from pmtui.record.consent import READERS, Choice

ASKED = SMALL.replace("sections:", "preamble: [It is a talk., Take your time.]\nsections:", 1)
EVERY = opening.points(view(begun(ASKED)), "i1", "facilitator", alone=False)


def test_the_questionnaires_own_points_come_first_and_what_is_agreed_to_last() -> None:
    assert [each.words for each in EVERY[2:4]] == ["It is a talk.", "Take your time."]
    assert [each.id for each in EVERY[-3:]] == ["quote", "named", "readers"]
    assert len({each.id for each in EVERY}) == len(EVERY)


@pytest.mark.parametrize("alone", [False, True])
def test_every_point_is_short_enough_to_be_read_large(alone: bool) -> None:
    for each in opening.points(view(begun(SMALL)), "i1", "facilitator", alone=alone):
        assert len(each.words) <= 160, each.words
        assert len(each.help) <= 200, each.help


def test_nobody_is_told_that_they_are_anonymous_or_that_something_is_gone() -> None:
    for each in (*opening.points(view(begun(SMALL)), "i1", "facilitator", alone=True), *EVERY):
        said = each.words.casefold().replace("that is not anonymity", "")
        assert not any(word in said for word in ("anonym", "confidential", "secret", "deleted", "nobody will"))


def test_the_careful_choice_comes_first_and_every_choice_can_be_agreed_to() -> None:
    asked = opening.agreements(alone=False)
    assert [each.choices[0][0] for each in asked] == ["no", "no", "team"]
    assert [name for name, _ in asked[-1].choices] == list(READERS)
    standing = Choice()
    for each in asked:
        standing = opening.agreed(standing, each, each.choices[-1][0])
    assert standing == Choice(quote=True, named=True, readers="anyone")


def test_facilitators_say_of_themselves_what_they_have_not_said_and_who_is_alone_is_not_asked() -> None:
    edit = begun(SMALL, "product lead")
    involved, authority, *_ = opening.points(view(edit), "i1", "alex", alone=False)
    assert authority.words == "Are you in authority over product lead?"
    kind, about, value = opening.told(involved, "yes", "i1", "p1")
    changes.decide(edit, kind, about, changes.Stamp(STAMP.at, "alex"), value)
    assert [(each.words, each.is_so) for each in noted(view(edit), "alex")] == [("was involved in the incident", True)]
    assert opening.is_due(view(edit), "i1")
    assert [each.check is None for each in opening.points(view(edit), "i1", "alex", alone=False)][:2] == [False, True]
    assert not any(each.check for each in opening.points(view(edit), "i1", "sam", alone=True))
    assert opening.left_out([involved, authority, EVERY[2]]) == {"passed_over": ["own-1"]}


def test_it_is_due_once_and_only_before_the_first_answer_of_a_person() -> None:
    edit = begun(SMALL)
    assert opening.is_due(view(edit), "i1")
    answer(edit, "i1/story", "It paid.")
    assert not opening.is_due(view(edit), "i1")
    passed = begun(SMALL)
    changes.decide(passed, PREAMBLE, "i1", STAMP, {"passed_over": ["kept"]})
    assert not opening.is_due(view(passed), "i1")
    source = begun(SMALL)
    changes.edit_participant(source, "p1", {"kind": "source"})
    assert not opening.is_due(view(source), "i1")


def test_what_was_confirmed_keeps_its_words_as_they_were_said() -> None:
    edit = begun(SMALL)
    kind, about, value = opening.told(EVERY[2], None, "i1", "p1")
    changes.decide(edit, kind, about, STAMP, value)
    changes.decide(edit, PREAMBLE, "i1", STAMP, None)
    assert opening.confirmed(view(edit), "i1")["own-1"].value["words"] == "It is a talk."
    assert view(edit).incident.id == INCIDENT


class Sitting:
    """The opening with these lines typed."""

    def __init__(self, *typed: str) -> None:
        lines = iter(typed)
        self.confirmed, self.left = list[tuple[str, str | None]](), list[str]()
        self.heard = list[str]()
        self.ahead = open_with(
            EVERY,
            lambda _: next(lines, None),
            self.heard.append,
            lambda point, choice: self.confirmed.append((point.id, choice)),
            lambda points: self.left.extend(each.id for each in points),
        )


def test_line_by_line_every_point_is_confirmed_with_enter_or_a_number() -> None:
    sitting = Sitting(*[""] * (len(EVERY) - 3), "2", "", "3")
    assert sitting.ahead is None
    assert not sitting.left
    assert sitting.confirmed[-3:] == [("quote", "yes"), ("named", "no"), ("readers", "anyone")]


def test_skip_leaves_the_rest_out() -> None:
    sitting = Sitting("", "/skip")
    assert (sitting.ahead, sitting.confirmed) == (None, [("facilitator-involved", "no")])
    assert sitting.left == [each.id for each in EVERY[1:]]


@given(st.lists(st.one_of(st.text(max_size=6), st.sampled_from(["", "1", "2", "/back", "/skip"])), max_size=15))
def test_whatever_is_typed_every_point_is_confirmed_or_left_and_no_line_is_lost(typed: list[str]) -> None:
    sitting = Sitting(*typed)
    assert [name for name, _ in sitting.confirmed] + sitting.left == [each.id for each in EVERY]
    if sitting.ahead is not None:
        assert sitting.ahead == typed[len(sitting.confirmed)]
    assert isinstance(EVERY[0], Point)
