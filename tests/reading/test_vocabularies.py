from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.reading import vocabularies

LISTS = ("severity", "time_basis", "action_kind", "action_state", "record_state")
every_list = pytest.mark.parametrize("name", LISTS)


@every_list
def test_every_value_has_an_id_of_its_own_a_label_and_a_sentence(name: str) -> None:
    found = vocabularies.values(name)
    assert len({each.id for each in found}) == len(found) > 1
    assert len({each.label for each in found}) == len(found)
    assert all(each.definition.endswith(".") for each in found)


@every_list
def test_a_value_is_found_by_its_id_and_by_its_label(name: str) -> None:
    for each in vocabularies.values(name):
        for words in (each.id, each.label, f" {each.id.upper()} ", each.label.lower()):
            assert vocabularies.value_or_refuse(name, words) == each.id
        assert vocabularies.label(name, each.id) == each.label


def test_what_a_list_does_not_know_is_shown_as_it_is() -> None:
    assert vocabularies.label("severity", "sev-1") == "sev-1"
    assert vocabularies.label("severity", None) == ""


def test_a_wrong_value_is_refused_with_the_list_and_a_guess() -> None:
    with pytest.raises(Refused) as refused:
        vocabularies.value_or_refuse("severity", "mayor")
    assert str(refused.value) == (
        "`mayor` is not one of critical, major, moderate, minor, negligible - did you mean `major`?"
    )


@given(st.text())
def test_any_words_name_a_value_or_are_refused(words: str) -> None:
    try:
        found = vocabularies.value_or_refuse("record_state", words)
    except Refused:
        return
    assert found in {each.id for each in vocabularies.values("record_state")}
