from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.questionnaire.schema import Choice, Question
from pmtui.questionnaire.values import Days, is_value_of, said, value_of, words_of

DAYS = Days("Europe/Berlin", first_day=date(2026, 3, 14), spoken_on=date(2026, 3, 20))
SIZES = (Choice(id="s", say="Small"), Choice(id="m", say="Middle"), Choice(id="x-large"))


def question(kind: str, **more: Any) -> Question:
    choices = SIZES if kind in ("one_of", "many_of") else ()
    return Question(id="q", ask="What?", type=kind, **{"choices": choices, **more})


def refusal(asked: Question, words: str) -> str:
    with pytest.raises(Refused) as refused:
        value_of(asked, words, DAYS)
    assert len(str(refused.value).splitlines()) == 1
    return str(refused.value)


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("text", "  as typed  ", "  as typed  "),
        ("long_text", "two\nlines", "two\nlines"),
        ("yes_no", "YES", "yes"),
        ("yes_no", "n", "no"),
        ("one_of", "s", "s"),
        ("one_of", " middle ", "m"),
        ("one_of", "x-l", "x-large"),
        ("many_of", "s, Middle", ["s", "m"]),
        ("many_of", "m,,m , s", ["m", "s"]),
        ("many_of", "", []),
        ("number", " 12 ", 12),
        ("number", "-3", -3),
        ("number", "2.5", 2.5),
        ("number", "1e3", 1000.0),
        ("date", "2026-03-14", "2026-03-14"),
        ("date", "yesterday", "2026-03-19"),
        ("date", "14 March 2026", "2026-03-14"),
    ],
)
def test_words_become_the_value_of_the_type(kind: str, words: str, value: Any) -> None:
    found = value_of(question(kind), words, DAYS)
    assert found == value
    assert type(found) is type(value)


def test_a_time_is_kept_with_its_words_its_day_and_its_zone() -> None:
    found = value_of(question("moment"), "14:05", DAYS)
    assert found["words"] == "14:05"
    assert found["at"] == "2026-03-14T14:05:00+01:00"
    assert found["precision"] == "minute"
    assert found["zone"] == "Europe/Berlin"


@pytest.mark.parametrize(
    ("asked", "words", "told"),
    [
        (question("one_of"), "smal", "`smal` is not a choice of q"),
        (question("one_of"), "", "`` is not a choice of q; choose: s, m, x-large"),
        (question("one_of"), "x-lareg", "did you mean `x-large`?; choose: s, m, x-large"),
        (question("yes_no"), "maybe", "choose: yes, no"),
        (question("many_of"), "s, nothing", "`nothing` is not a choice of q"),
        (question("many_of", min=2), "s", "this question asks for at least 2 choices"),
        (question("many_of", max=1), "s, m", "this question asks for at most 1 choice"),
        (question("number"), "a few", "this question asks for a number, not `a few`"),
        (question("number"), "", "this question asks for a number, not ``"),
        (question("number"), "nan", "this question asks for a number that can be counted"),
        (question("number"), "-inf", "this question asks for a number that can be counted"),
        (question("number"), "--5", "this question asks for a number, not `--5`"),
        (question("number", min=1), "0", "this question asks for a number of at least 1"),
        (question("number", max=100), "100.5", "this question asks for a number of at most 100"),
        (question("date"), "some day", "`some day` is not one day; write it as 2026-03-14"),
        (question("date"), "March 2026", "`March 2026` is not one day"),
        (question("date"), "2026-02-30", "`2026-02-30` is not one day"),
    ],
)
def test_words_that_do_not_fit_are_refused_with_what_would(asked: Question, words: str, told: str) -> None:
    assert told in refusal(asked, words)


@pytest.mark.parametrize("words", ["9" * 5_000, "1" * 400 + ".5", "1e999", "٣٣", "²", "1_000", "0x10", "+-1"])
def test_an_odd_number_is_counted_or_refused(words: str) -> None:
    try:
        found = value_of(question("number"), words, DAYS)
    except Refused:
        return
    assert math.isfinite(found)


def test_own_words_are_an_answer_where_the_question_allows_them() -> None:
    assert value_of(question("one_of", other=True), "between sizes", DAYS) == "between sizes"
    assert value_of(question("many_of", other=True), "s, between sizes", DAYS) == ["s", "between sizes"]
    assert "is not a choice" in refusal(question("one_of", other=True), "")


def back(asked: Question, value: Any) -> Any:
    return value_of(asked, words_of(asked, value), DAYS)


@given(st.sampled_from(["text", "long_text"]), st.text())
def test_text_comes_back_as_it_was(kind: str, text: str) -> None:
    assert back(question(kind), text) == text


@given(st.sampled_from(["s", "m", "x-large"]))
def test_a_choice_comes_back(choice: str) -> None:
    assert back(question("one_of"), choice) == choice


@given(st.lists(st.sampled_from(["s", "m", "x-large"]), unique=True))
def test_choices_come_back_in_their_order(choices: list[str]) -> None:
    assert back(question("many_of"), choices) == choices


OWN = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: text.strip())


@given(st.lists(st.one_of(st.sampled_from(["s", "m", "x-large"]), OWN), unique=True))
def test_answers_in_own_words_come_back_whatever_is_in_them(chosen: list[str]) -> None:
    assert back(question("many_of", other=True), chosen) == chosen


@given(OWN)
def test_one_answer_in_own_words_comes_back(words: str) -> None:
    assert back(question("one_of", other=True), words) == words


def test_items_to_choose_from_may_have_commas_and_quotes() -> None:
    asked = Question(id="q", ask="Which?", type="many_of", choices_from="system.name")
    assert value_of(asked, 'ranker, "Search, old", 5" screen', DAYS) == ["ranker", "Search, old", '5" screen']
    assert words_of(asked, ["Search, old", 'the "new" one', "ranker"]) == '"Search, old", the "new" one, ranker'


@given(st.one_of(st.integers(-(2**63), 2**63), st.floats(allow_nan=False, allow_infinity=False)))
def test_a_number_comes_back(number: float) -> None:
    assert back(question("number"), number) == number


@given(st.dates(date(1970, 1, 2), date(2199, 12, 30)))
def test_a_date_comes_back(day: date) -> None:
    assert back(question("date"), day.isoformat()) == day.isoformat()


@given(st.one_of(st.sampled_from(["14:05", "about 9:30 yesterday", "March 2026", "14 March", "dawn"]), st.text()))
def test_the_words_of_a_time_mean_the_same_again(words: str) -> None:
    asked = question("moment")
    value = value_of(asked, words, DAYS)
    assert back(asked, value) == value


@given(st.sampled_from(["one_of", "yes_no", "many_of", "number", "date", "moment"]), st.text())
def test_any_words_are_understood_or_refused_in_one_line(kind: str, words: str) -> None:
    asked = question(kind)
    try:
        value = value_of(asked, words, DAYS)
    except Refused as refused:
        fault = str(refused)
    else:
        fault = ""
        assert is_value_of(asked, value)
        assert isinstance(said(asked, value), str)
    assert len(fault.splitlines()) <= 1


@pytest.mark.parametrize(
    ("kind", "value"),
    [("text", 5), ("one_of", ["s"]), ("many_of", "s"), ("many_of", [5]), ("number", "5"), ("number", True),
     ("date", {}), ("moment", "14:05"), ("moment", {}), ("moment", {"words": "x", "at": "14:05"}), ("yes_no", None)],
)  # fmt: skip
def test_a_stored_value_of_another_form_is_found_out(kind: str, value: Any) -> None:
    assert not is_value_of(question(kind), value)


@pytest.mark.parametrize(
    ("asked", "value", "shown"),
    [
        (question("text"), "as typed", "as typed"),
        (question("one_of"), "s", "Small"),
        (question("one_of"), "gone from the list", "gone from the list"),
        (question("many_of"), ["s", "x-large", "own"], "Small, x-large, own"),
        (question("yes_no"), "no", "No"),
        (question("number", unit="people"), 12, "12 people"),
        (question("number"), 2.5, "2.5"),
        (question("number"), 1000001.0, "1000001"),
    ],
)
def test_a_reader_sees_a_value_in_words(asked: Question, value: Any, shown: str) -> None:
    assert said(asked, value) == shown
