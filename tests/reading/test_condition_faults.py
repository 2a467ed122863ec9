from __future__ import annotations

from typing import get_args

import pytest

from pmtui.questionnaire.schema import QuestionType
from pmtui.reading.condition_checks import SORTS
from pmtui.reading.conditions import ConditionFault, Known, faults, parse


def refusal(text: str) -> ConditionFault:
    with pytest.raises(ConditionFault) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("before", "wrong", "said"),
    [
        # Each row: the text up to the offending place, the text from there on, and what is said about it.
        ("severity ", '= "high"', "use `==` to compare (one `=` is not a comparison)"),
        ("severity ==", '= "high"', "use `==` to compare (one `=` is not a comparison)"),
        ("severity ", ':= "high"', "use `==` to compare; a condition stores nothing"),
        ('a == "x" ', 'AND b == "y"', "write `and` in lower case"),
        ('a == "x" ', 'Or b == "y"', "write `or` in lower case"),
        ("", 'NOT b == "y"', "write `not` in lower case"),
        ("b ", 'IN ["y"]', "write `in` in lower case"),
        ('a == "x" ', '&& b == "y"', "write the word `and` between two conditions"),
        ('a == "x" ', '| b == "y"', "write the word `or` between two conditions"),
        ("", "!answered(a)", "write `!=` for `is not`, and `not` before a whole comparison"),
        ("a ", '<> "x"', "write `!=` for `is not`"),
        ("a ", "=> 3", "write `>=` for `at least`"),
        ("a ", "≤ 3", "write `<=` for `at most`"),
        ("a ", 'is "x"', 'write `==` for "is", and `!=` for "is not"'),
        ("a ", 'contains "x"', 'write has(question, "choice")'),
        ('a == "x" ', '== "y"', "one comparison at a time: write `and` between two of them"),
        ("1 < a ", "< 3", "one comparison at a time: write `and` between two of them"),
        ("1 < a ", "not in [3]", "one comparison at a time: write `and` between two of them"),
        ("(a == 1) ", "== (b == 1)", "one comparison at a time: write `and` or `or` between two of them"),
        ("a == ", "“x”", 'use straight quotation marks: "x"'),
        ("a == ", "‘x’", 'use straight quotation marks: "x"'),
        ("a == ", "`x`", 'use straight quotation marks: "x"'),
        ("a == ", '"x', "this quotation mark has no partner on its line"),
        ("a == ", '"x\n"', "this quotation mark has no partner on its line"),
        ('name == "Zoë Ünal 🦊" and b == ', "'x", "this quotation mark has no partner on its line"),
        ('name == "Zoë Ünal 🦊" and b ', "= 3", "use `==` to compare (one `=` is not a comparison)"),
        ('name == "Zoë Ünal 🦊" and ', "über == 3", "`über` cannot be a question: a name has small letters"),
        ("", '(a == "x"', "this `(` is not closed"),
        ("", '(a == "x" and has(b, "y")', "this `(` is not closed"),
        ("a in ", '["x"', "this `[` is not closed"),
        ('a == "x"', ")", "this `)` closes nothing"),
        ('a in ["x"', ")", "`]` is expected here, not `)`"),
        ("", "", 'the condition is empty; write a comparison such as severity == "high"'),
        ("", " \n ", 'the condition is empty; write a comparison such as severity == "high"'),
        ("", "severity", '`severity` alone is no condition: compare it, as in severity == "yes" or severity >'),
        ('a == "x" and ', "severity", "`severity` alone is no condition: compare it"),
        ("not ", "severity", "`severity` alone is no condition: compare it"),
        (
            'a == "x" or ',
            '"y"',
            "a text alone is no condition; compare each with a question, or write the question and",
        ),
        ("", "3", "a number alone is no condition"),
        ("", '["x"]', "a list alone is no condition"),
        ("", "count(a)", "compare the number, as in count(a) > 0"),
        ("answered(a) ", '== "yes"', "answered(a) is a condition of its own; leave out `==` and what it is compared"),
        ("", "answerd(a)", "there is no `answerd(...)` - did you mean `answered`? (there are answered, unknown,"),
        ("", "name.ljust(400000000)", "there is no `name.ljust(...)` (there are answered, unknown, declined, has and"),
        ("", "is_set(a)", "there is no `is_set(...)` (there are"),
        ("answered(", '"a")', "the name of a question stands here, without quotes: answered(question)"),
        ("has(", '"x", a)', 'the name of a question stands here, without quotes: has(question, "choice")'),
        ("count(", ")", "the name of a question stands here, without quotes: count(question)"),
        ("answered(a", ", b)", "answered(...) is about one question"),
        ("has(a", ")", 'say what to look for: has(a, "choice")'),
        ("has(a,", ")", 'at least one text or number is missing here, such as "high"'),
        ("has(a, ", "high)", 'put quotes around the choice: "high"'),
        ('has(a, "x" ', '"y")', "between this and what stands before it `and`, `or` or a sign"),
        ("a in [", "high, low]", 'put quotes around the choice: "high"'),
        ("a in [", '["x"]]', "before `[` a question, a text or a number is missing"),
        ("a in [", "]", 'at least one text or number is missing here, such as "high"'),
        ("a in ", '("x", "y")', 'write a list in square brackets: ["low", "high"]'),
        ("a in ", '"x"', 'behind `in` stands a list, such as ["low", "high"], or a question'),
        ("", '["x"] in a', "a list stands behind `in`, not before it"),
        ("a == ", '["x"]', "a list is not compared with `==`"),
        ("a == ", "True", 'write "yes" or "no"'),
        ("a != ", "None", "write `not answered(...)` for a question without an answer"),
        ("a == -", "None", "write `not answered(...)` for a question without an answer"),
        ("a == ", '""', "no answer is an empty text; write `not answered(...)`"),
        ("a in ['x', ", "' ']", "no answer is an empty text; write `not answered(...)`"),
        ("a == ", "-b", "a minus stands only before a number"),
        ("a < ", "2026-03-01", 'put quotes around the date: "2026-03-01"'),
        ("a < ", "2026-03-01T14:00+01:00", 'put quotes around the date: "2026-03-01T14:00+01:00"'),
        ("a ", "+ 1 == 2", "there is no arithmetic in a condition"),
        ("a == high", "-risk", "there is no arithmetic in a condition; a text with a dash in it needs quotes around"),
        ("a == very ", "high", "between this and what stands before it `and`, `or` or a sign such as `==` is missing"),
        ("a == ", "1e5", "write the number plainly, such as 3 or 0.5"),
        ("a == ", "0x10", "write the number plainly, such as 3 or 0.5"),
        ("a == ", "1234567890123456", "a number has at most 15 digits"),
        ("a == ", 'f"{b}"', 'nothing stands before a quotation mark: write "{b}"'),
        ("a == ", "b'x'", "nothing stands before a quotation mark: write 'x'"),
        ("a ==", "", "the condition breaks off here: a question, a text or a number is missing"),
        ("a == 1 and", "", "the condition breaks off here"),
        ("a == ", "and b == 1", "before `and` a question, a text or a number is missing"),
        ("", "Severity == 3", "questions are written in small letters: severity"),
        ("", "a.b.c.d.e == 3", "a name has at most four parts with points between them"),
        ("a == 1 ", "# why", "`#` means nothing in a condition"),
        ("a == 1", ", b == 2", "`,` has no place here"),
        ("a", '["x"] == 1', "`[` has no place here"),
        # other words for what there is a sign for
        ("a ", "is known", "write answered(a)"),
        ('b == "x" and a ', "is known", "write answered(a)"),
        ("a ", "is null", "write not answered(a)"),
        ("a ", "is not empty", "write answered(a)"),
        ("a ", "is not known", "write not answered(a)"),
        ("a ", "is declined", "write declined(a)"),
        ("a ", 'equals "x"', 'write `==` for "is"'),
        ("a ", "between 1 and 5", "write two comparisons: question >= 1"),
        ("a ", 'not "x"', "write `!=` for `is not`"),
        ("if ", 'a == "x"', "leave `if` out"),
        ("", 'If a == "x"', "leave `If` out"),
        ('a == "x" ', "then ask", "leave this out and what follows"),
        ("a > 1", ",000", "write the number without a comma: 1000"),
        ("a in low", ", high", 'write a list in square brackets: ["low", "high"]'),
        ('a == "x"', ", b > 1", "`,` has no place here; write `and` or `or`"),
        ('a == "x"', "; b > 1", "write `and` or `or` between two conditions"),
        ('a == "x"\n', 'b == "y"', "between this line and the one before it `and` or `or` is missing"),
        ('has(a, "x")\n', 'has(a, "y")', "between this line and the one before it `and` or `or` is missing"),
        ("a >= 1 ", "people", "leave out `people`: a number stands alone"),
        ("answered ", "a", "write answered(a), with brackets"),
        ("", "unanswered(a)", "there is no `unanswered(...)` - did you mean `not answered(...)`?"),
        ("", "len(a) > 1", "there is no `len(...)` - did you mean `count(...)`?"),
        ("has(a, ", '["x", "y"])', "leave out the square brackets"),
        ("has(a ", '"x")', 'a comma is missing: has(a, "x")'),
        ('has(a, "x") ', "== yes", "has(...) is a condition of its own; leave out `==`"),
        ("count(a", ', "x") == 1', 'count(...) is about one question; has(question, "choice")'),
        (
            "other",
            '-q == "x"',
            "there is no arithmetic in a condition; a text with a dash in it needs quotes around all",
        ),
        ("", "Big-Q > 5", "questions are written in small letters and with `_`: big_q"),
        ("a ", '~ "x"', "there is no `~`"),
        ("", '{a} == "x"', "names stand without braces"),
        ("", "true", "leave `when` out"),
        ("", "always", "leave `when` out"),
        ("", "no", "what is never asked is left out"),
        ("a == 1", "\0", "a character that cannot be seen stands here (U+0000)"),
        ('a == "', '\u202ex"', "a character that cannot be seen stands here (U+202E)"),
        ('a == "', '\ud800"', "a character that cannot be seen stands here (U+D800)"),
    ],
)
def test_a_mistake_is_named_where_it_stands(before: str, wrong: str, said: str) -> None:
    fault = refusal(before + wrong)
    assert str(fault).startswith(said)
    assert fault.offset == len(before)


KNOWN = {
    "severity": Known("one_of", ("low", "medium", "high"), position=1),
    "kind": Known("one_of", ("llm", "rule"), other=True, position=2),
    "kinds": Known("many_of", ("text", "image"), position=3),
    "told": Known("yes_no", position=4),
    "people": Known("number", position=5),
    "scale": Known("scale", position=6),
    "story": Known("long_text", position=7),
    "name": Known("text", position=8),
    "wrong_at": Known("moment", position=9),
    "due_on": Known("date", position=10),
    "welcome": Known("info", position=11),
    "link": Known("evidence", position=12),
    "system.kind": Known("one_of", ("llm", "human"), position=13, is_list=True),
    "system.name": Known("text", position=13, is_list=True),
    "record.system.kind": Known("one_of", is_list=True),
    "later": Known("yes_no", ("yes", "no"), position=30),
    "here": Known("yes_no", position=20),
    "odd": Known("something_new", position=1),
}


def found(text: str, here: str | None = "here", *, about_itself: bool = False) -> list[tuple[int, str]]:
    return [(fault.offset, str(fault)) for fault in faults(parse(text), KNOWN, here, about_itself=about_itself)]


@pytest.mark.parametrize(
    "text",
    [
        'severity == "high"',
        'severity in ["low", "medium"]',
        'kind == "something else"',
        'has(kinds, "text", "image") and "text" not in kinds',
        "count(kinds) > 1 and count(system.kind) in [1, 2] and count(link) == 0",
        'told == "no"',
        'people > 3 and scale <= 2 and people != scale and "high" == severity',
        'name == "Zoë" and name in ["a", "b"] and story != name',
        'wrong_at < "2026-03-01" and due_on >= "2026-03-01" and wrong_at <= due_on',
        'wrong_at > "2026-03-01T14:00+01:00" and "2026-03-01" < due_on and due_on in ["2026-03-01"]',
        "answered(story) or unknown(kinds) or declined(system.kind)",
        'has(severity, "high")',
        'has(system.name, "chat") and has(system.kind, "llm") and has(record.system.kind, "anything")',
        'severity in system.kind or "x" in record.system.kind',
        'odd == "x" or odd < 3 or has(odd, 3) or count(odd) > 1',
    ],
)
def test_a_sound_condition_has_no_fault(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("before", "wrong", "said"),
    [
        ("", 'severty == "high"', "there is no question `severty` - did you mean `severity`?"),
        ('told == "yes" and not answered(', "tolt)", "there is no question `tolt` - did you mean `told`?"),
        ("", "nothing_like_it > 3", "there is no question `nothing_like_it`"),
        ("", 'record.system.king == "a"', "there is no question `record.system.king` - did you mean `record.system.ki"),
        ("severity == ", "high", 'put quotes around the choice: "high"'),
        ("severity == ", "hihg", 'put quotes around the choice: "high"'),
        ("told == ", "yes", 'put quotes around the choice: "yes"'),
        ("told == ", "true", 'write "yes" or "no"'),
        ("name == ", "zzz", "there is no question `zzz`; a text stands in quotes"),
        ("severity == ", '"hihg"', "`hihg` is not a choice of `severity` - did you mean `high`?"),
        ('name == "Zoë 🦊" and severity == ', '"hihg"', "`hihg` is not a choice of `severity` - did you mean `high`?"),
        ("severity != ", '"zzz"', "`zzz` is not a choice of `severity`"),
        ('severity in ["low", ', '"hihg"]', "`hihg` is not a choice of `severity` - did you mean `high`?"),
        ('has(kinds, "text", ', '"imag")', "`imag` is not a choice of `kinds` - did you mean `image`?"),
        ("has(system.kind, ", '"lm")', "`lm` is not a choice of `system.kind` - did you mean `llm`?"),
        ("", '"imag" in kinds', "`imag` is not a choice of `kinds` - did you mean `image`?"),
        ("told == ", '"Yes"', "`Yes` is not a choice of `told` - did you mean `yes`?"),
        ("", 'later == "yes"', "`later` is asked later than `here`: a condition speaks of earlier questions"),
        ("answered(", "here)", "`here` cannot depend on its own answer"),
        ("", 'here == "yes"', "`here` cannot depend on its own answer"),
        ('told == "yes" or ', '"a" == "b"', "this is always the same: neither side is a question"),
        ("", "3 in [3]", "this is always the same: neither side is a question"),
        ("", "people == people", "this is always the same: both sides are one question"),
        ("severity ", '< "high"', "`<` compares numbers and times, and `severity` is a choice"),
        ("name ", '>= "a"', "`>=` compares numbers and times, and `name` is a text"),
        ("people == ", '"12"', "`people` is a number; write 12 without quotes"),
        ("people < ", '"nan"', '`people` is a number and cannot be compared with "nan"'),
        ("severity == ", "3", "`3` is not a choice of `severity`"),
        ("", "count(kinds) == count(kinds)", "this is always the same: both sides are one question"),
        ("people < ", '"many"', '`people` is a number and cannot be compared with "many"'),
        ("people == ", "severity", "`people` is a number and cannot be compared with `severity`"),
        ("count(kinds) == ", '"two"', 'count(kinds) is a number and cannot be compared with "two"'),
        ("name == ", "3", '`name` is a text; write "3"'),
        ("people in [1, ", '"2"]', "`people` is a number; write 2 without quotes"),
        ("wrong_at < ", '"March"', '"March" is no time; write a day, or a time with its offset: "2026-03-01" or "20'),
        ("wrong_at < ", '"2026-03-01T14:00"', '"2026-03-01T14:00" is no time; write a day, or a time with its offset'),
        ("due_on == ", "3", "3 is no time; write a day"),
        ("due_on == ", "name", "`name` is a text; write a day"),
        ("", 'kinds == "text"', '`kinds` is a list of answers: write has(kinds, "text")'),
        ("", 'kinds in ["text", "image"]', '`kinds` is a list of answers: write has(kinds, "text", "image")'),
        ("", "system.kind != severity", '`system.kind` is a list of answers: write has(system.kind, "...")'),
        (
            "",
            "kinds > 2",
            "`kinds` is a list of answers: `>` compares one with one; count(kinds) is how many there are",
        ),
        ("has(", 'story, "fire")', "`story` is written freely: a condition looks for choices, not for words in a text"),
        ('"fire" in ', "story", "`story` is written freely: a condition looks for choices, not for words in a text"),
        ("", "count(severity) > 1", "`severity` has one answer at most; write answered(severity)"),
        ("answered(", "welcome)", "`welcome` is only shown: it has no answer"),
        ("", 'welcome == "x"', "`welcome` is only shown: it has no answer"),
    ],
)
def test_a_mistake_among_the_questions_is_named_where_it_stands(before: str, wrong: str, said: str) -> None:
    faults_of_it = found(before + wrong)
    assert len(faults_of_it) == 1
    offset, message = faults_of_it[0]
    assert message.startswith(said)
    assert offset == len(before)


def test_all_mistakes_are_named_in_the_order_of_the_text() -> None:
    text = 'kinds == "x" and severity == "hihg" and severty == "high" and severty == "low" and later == "yes"'
    assert [offset for offset, _ in found(text)] == [0, 29, 40, 62, 83]


def test_a_check_may_speak_of_its_own_question() -> None:
    assert found('here == "yes"', about_itself=True) == []
    assert found('later == "yes"', about_itself=True) != []


def test_without_a_place_nothing_is_too_late() -> None:
    assert found('later == "yes" and here == "no"', here=None) == []
    assert found('later == "yes" and here == "no"', here="not_among_them") == []


def test_each_type_of_question_is_compared_as_something() -> None:
    assert set(get_args(QuestionType)) <= set(SORTS)


def test_what_is_told_about_one_question_is_told_once() -> None:
    assert len(found("severity in [1, 2]")) == 2
    assert len(found('has(nowhere, "a", "b")')) == 1
