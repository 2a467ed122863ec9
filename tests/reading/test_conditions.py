from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import product
from typing import TYPE_CHECKING, Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.reading.conditions import ConditionFault, Reply, Span, State, in_words, parse

if TYPE_CHECKING:
    from pmtui.reading.condition_values import Value

OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
STATES = get_args(State)
TRUTHS = {True: "yes == 1", False: "yes == 2", None: "gone == 1"}
CET = timezone(timedelta(hours=1))


def ask(text: str, /, **values: Value) -> bool | None:
    """Whether `text` is so where the questions `values` are answered and all others are not asked; `__` is a point."""
    replies = {name.replace("__", "."): Reply("answered", value) for name, value in values.items()}
    return parse(text).value(lambda name: replies.get(name, Reply("not_asked")))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def instant(text: str) -> Span:
    return Span(at(text), at(text))


def day(text: str) -> Span:
    """Some instant of a day in UTC."""
    return Span(at(f"{text}T00:00+00:00"), at(f"{text}T23:59:59.999999+00:00"))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ('severity == "high"', True),
        ("severity == 'high'", True),
        ('"high" == severity', True),
        ('severity == "low"', False),
        ('severity != "low"', True),
        ('severity in ["medium", "high"]', True),
        ('severity in ["medium", "low",]', False),
        ('severity not in ["medium", "high"]', False),
        ('severity not in ["medium"]', True),
        ('has(severity, "high")', True),
        ('"high" in severity', True),
        ("people == 12", True),
        ("people == 12.0", True),
        ("people in [11, 12]", True),
        ("people < 12", False),
        ("people <= 12", True),
        ("people > -3", True),
        ("people > - 3", True),
        ("people >= 12.5", False),
        ("12 > people", False),
        ('has(kinds, "text")', True),
        ('has(kinds, "sound", "image")', True),
        ('has(kinds, "sound")', False),
        ('"image" in kinds', True),
        ('"sound" not in kinds', True),
        ("severity in kinds", False),
        ("count(kinds) == 2", True),
        ("count(kinds) > count(nothing)", True),
        ("count(kinds) in [1, 2]", True),
        ("count(severity) == 1", True),
        ("count(nothing) == 0", True),
        ('has(nothing, "text")', False),
        ('system.kind == "llm"', True),
        ('record.factor.technical.basis == "logged"', True),
        ('(severity) == ("high")', True),
        ('\n  severity ==\n\t"high"\n', True),
        ('quoted == "say \\"no\\" \\\\ \\d"', True),
        ('not severity == "low"', True),
        ('not not severity == "low"', False),
        ('severity == "low" or people == 12 and count(kinds) == 2', True),
        ('(severity == "low" or people == 12) and count(kinds) == 3', False),
        ('name == "Zoë"', True),
    ],
)
def test_a_condition_is_answered(text: str, truth: bool) -> None:
    given: dict[str, Value] = {
        "severity": "high",
        "people": 12,
        "kinds": ("text", "image"),
        "nothing": (),
        "system__kind": "llm",
        "record__factor__technical__basis": "logged",
        "quoted": 'say "no" \\ \\d',
        "name": "Zoë",
    }
    assert ask(text, **given) is truth


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "text",
    [
        *(f'q {operator} "high"' for operator in ("==", "!=")),
        *(f"q {operator} 3" for operator in OPERATORS),
        *(f"3 {operator} q" for operator in OPERATORS),
        *(f"q {operator} other" for operator in OPERATORS),
        *(f"count(q) {operator} 3" for operator in OPERATORS),
        'q in ["high"]',
        'q not in ["high"]',
        'has(q, "high")',
        '"high" not in q',
    ],
)
def test_without_an_answer_a_comparison_is_not_known(text: str, state: State) -> None:
    for value in ("high", 3, ("high",), None):
        replies = {"q": Reply(state, value), "other": Reply("answered", 3)}
        truth = parse(text).value(replies.__getitem__)
        if state != "answered" or value is None:
            assert truth is None
            assert parse(f"not {text}").value(replies.__getitem__) is None


@pytest.mark.parametrize("state", STATES)
def test_whether_there_is_an_answer_is_always_known(state: State) -> None:
    def truth(word: str) -> bool | None:
        return parse(f"{word}(q)").value(lambda _: Reply(state))

    assert truth("answered") is (state in ("answered", "unclear"))
    assert truth("unknown") is (state == "unknown")
    assert truth("declined") is (state == "declined")


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize(
    ("value", "other"),
    [
        ("high", "3"),
        ("3", "3"),
        ("2026-03-01", "count(list)"),
        (3, '"3"'),
        (2.5, "list"),
        (float("nan"), "3"),
        (float("nan"), "q"),
        (True, "1"),
        (("high",), '"high"'),
        (("high",), "list"),
        ((3,), "3"),
        (instant("2026-03-01T12:00+00:00"), "3"),
        (instant("2026-03-01T12:00+00:00"), '"high"'),
        (instant("2026-03-01T12:00+00:00"), "text"),
    ],
)
def test_what_does_not_go_together_is_not_known(value: Value, other: str, operator: str) -> None:
    assert ask(f"q {operator} {other}", q=value, list=("high",), text="2026-03-01") is None
    assert ask(f"{other} {operator} q", q=value, list=("high",), text="2026-03-01") is None


@pytest.mark.parametrize("operator", ["<", "<=", ">", ">="])
def test_texts_have_no_order(operator: str) -> None:
    assert ask(f'q {operator} "a"', q="a") is None
    assert ask(f'q {operator} "a"', q="b") is None


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_and_or_and_not_know_what_is_not_known(left: bool | None, right: bool | None) -> None:
    def truth(text: str) -> bool | None:
        return ask(text, yes=1)

    both, either = f"{TRUTHS[left]} and {TRUTHS[right]}", f"{TRUTHS[left]} or {TRUTHS[right]}"
    assert truth(both) is (False if False in (left, right) else None if None in (left, right) else True)
    assert truth(either) is (True if True in (left, right) else None if None in (left, right) else False)
    assert truth(f"not {TRUTHS[left]}") is (None if left is None else not left)
    # De Morgan.
    assert truth(f"not ({both})") is truth(f"not {TRUTHS[left]} or not {TRUTHS[right]}")


def test_an_item_without_an_answer_leaves_a_list_open() -> None:
    assert ask('has(system.kind, "llm")', system__kind=("llm", None)) is True
    assert ask('has(system.kind, "llm")', system__kind=("rule", None)) is None
    assert ask('"llm" not in system.kind', system__kind=("rule", None)) is None
    assert ask("count(system.kind) == 2", system__kind=("rule", None)) is None


NOON = "2026-03-01T12:00+00:00"


@pytest.mark.parametrize(
    ("answer", "written", "truths"),
    [
        # Each row: what `answer OPERATOR written` is for == != < <= > >=.
        (instant(NOON), "2026-03-01", (True, False, False, True, False, True)),
        (instant(NOON), "2026-03-02", (False, True, True, True, False, False)),
        (instant(NOON), "2026-02-28", (False, True, False, False, True, True)),
        (instant(NOON), "2026-03-01T12:00+00:00", (True, False, False, True, False, True)),
        (instant(NOON), "2026-03-01T13:00+01:00", (True, False, False, True, False, True)),
        (instant(NOON), "2026-03-01T12:00:00Z", (True, False, False, True, False, True)),
        (instant(NOON), "2026-03-01 12:01Z", (False, True, True, True, False, False)),
        (day("2026-03-01"), "2026-03-01", (True, False, False, True, False, True)),
        (day("2026-03-01"), "2026-03-01T12:00Z", (None, None, None, None, None, None)),
        (day("2026-03-01"), "2026-03-01T00:00Z", (None, None, False, None, None, True)),
        (Span(None, at(NOON)), "2026-03-02", (False, True, True, True, False, False)),
        (Span(None, at(NOON)), "2026-03-01", (None, None, None, True, False, None)),
        (Span(None, at(NOON)), "2026-02-01", (None, None, None, None, None, None)),
        (Span(at(NOON), None), "2026-02-01", (False, True, False, False, True, True)),
        (Span(at(NOON), None), "2026-03-01", (None, None, False, None, None, True)),
        (Span(None, None), "2026-03-01", (None, None, None, None, None, None)),
        (instant(NOON), "noon", (None, None, None, None, None, None)),
        (instant(NOON), "2026-02-30", (None, None, None, None, None, None)),
        (instant(NOON), "2026-03-01T12:00", (None, None, None, None, None, None)),
        (instant(NOON), "0001-01-01", (False, True, False, False, True, True)),
        (instant(NOON), "9999-12-31T23:59-23:59", (False, True, True, True, False, False)),
    ],
)
def test_a_time_is_compared_with_a_written_one(answer: Span, written: str, truths: tuple[bool | None, ...]) -> None:
    assert (
        tuple(ask(f'q {operator} "{written}"', q=answer) for operator in ("==", "!=", "<", "<=", ">", ">=")) == truths
    )
    mirrored = ("==", "!=", ">", ">=", "<", "<=")
    assert tuple(ask(f'"{written}" {operator} q', q=answer) for operator in mirrored) == truths
    assert ask(f'q in ["{written}"]', q=answer) is truths[0]
    assert ask(f'has(q, "{written}")', q=answer) is truths[0]


def test_a_written_day_is_the_day_where_the_answer_is() -> None:
    late = at("2026-03-01T00:30+01:00")
    assert ask('q == "2026-03-01"', q=Span(late, late)) is True
    assert ask('q == "2026-03-01"', q=Span(late.astimezone(UTC), late.astimezone(UTC))) is False
    summer = datetime(2026, 3, 29, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert ask('q == "2026-03-29"', q=Span(summer, summer)) is True


def test_two_answers_with_times_are_compared() -> None:
    whole = Span(day("2026-03-01").earliest, day("2026-03-01").latest, whole=True)
    morning, evening = instant("2026-03-01T08:00+00:00"), instant("2026-03-01T20:00+00:00")
    assert ask("a < b", a=morning, b=evening) is True
    assert ask("a >= b", a=morning, b=evening) is False
    assert ask("a == b", a=morning, b=morning) is True
    assert ask("a == b", a=day("2026-03-01"), b=day("2026-03-01")) is None
    assert ask("a == b", a=whole, b=whole) is True
    assert ask("a < b", a=whole, b=whole) is False
    assert ask("a <= b", a=day("2026-03-01"), b=day("2026-03-02")) is True
    assert ask("a < b", a=Span(None, at(NOON)), b=Span(at(NOON), None)) is None
    assert ask("a > b", a=Span(None, at(NOON)), b=Span(at(NOON), None)) is False
    assert ask('has(a, "2026-03-01")', a=(day("2026-02-01"), morning)) is True


def test_an_end_without_a_zone_is_no_span() -> None:
    with pytest.raises(ValueError, match="no zone"):
        Span(datetime(2026, 3, 1), None)  # noqa: DTZ001


spans = st.builds(
    lambda first, length, kind: {
        "closed": Span(first, first + length),
        "whole": Span(first, first + length, whole=True),
        "from": Span(first, None),
        "until": Span(None, first),
    }[kind],
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 5), timezones=st.sampled_from([UTC, CET])),  # noqa: DTZ001
    st.sampled_from([timedelta(0), timedelta(hours=5), timedelta(days=1)]),
    st.sampled_from(["closed", "whole", "from", "until"]),
)


@given(spans, spans)
def test_comparisons_of_times_agree_with_each_other(a: Span, b: Span) -> None:
    same, less, more = (ask(f"a {operator} b", a=a, b=b) for operator in ("==", "<", ">"))
    assert [same, less, more].count(True) <= 1
    for operator, opposite, mirrored in (("==", "!=", "=="), ("<", ">=", ">"), (">", "<=", "<")):
        truth = ask(f"a {operator} b", a=a, b=b)
        assert ask(f"a {opposite} b", a=a, b=b) is (None if truth is None else not truth)
        assert ask(f"a {mirrored} b", a=b, b=a) is truth


@given(spans, spans, st.floats(0, 1), st.floats(0, 1))
def test_a_comparison_that_is_known_holds_for_every_instant(a: Span, b: Span, early: float, late: float) -> None:
    def somewhere(span: Span, share: float) -> Span:
        first = span.earliest or (span.latest or at(NOON)) - timedelta(days=9)
        last = span.latest or first + timedelta(days=9)
        return span if span.whole else Span(first + share * (last - first), first + share * (last - first))

    for operator in OPERATORS:
        truth = ask(f"a {operator} b", a=a, b=b)
        if truth is not None:
            assert ask(f"a {operator} b", a=somewhere(a, early), b=somewhere(b, late)) is truth


def test_a_condition_names_what_it_mentions() -> None:
    text = '"x" in late and (b.c > record.a.b.c or has(a, "x")) and answered(b.c) and count(d) in [1]'
    assert parse(text).names == ("late", "b.c", "record.a.b.c", "a", "d")
    assert parse(text).text == text


def test_a_condition_does_not_change() -> None:
    condition = parse('severity in ["low"]')
    with pytest.raises(AttributeError):
        condition.text = "x"  # type: ignore[misc]
    assert (
        condition == parse('severity in ["low"]') == copy.deepcopy(condition) == pickle.loads(pickle.dumps(condition))
    )
    assert len({condition, parse('severity in ["low"]')}) == 1


def test_asking_changes_no_answer() -> None:
    replies = {"a": Reply("answered", ("x", None, 3)), "b": Reply("answered", day("2026-03-01")), "c": Reply("unclear")}
    before = copy.deepcopy(replies)
    parse('has(a, "x", 3) and b < "2026-03-01" or not answered(c) or count(a) == 1').value(replies.__getitem__)
    assert replies == before


def test_a_fault_can_be_kept() -> None:
    fault = ConditionFault("what is wrong", 7)
    again = pickle.loads(pickle.dumps(fault))
    assert (str(again), again.offset) == ("what is wrong", 7)


SAID = {
    "q": "How bad was it?",
    "p": "How many people?",
    "kinds": "Which kinds?",
    "t": "When was it?",
    "u": "When seen?",
}
CALLED = {"high": "High", "low": "Low", "no": "None at all"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('q == "high"', "“How bad was it?” is High"),
        ('"high" == q', "“How bad was it?” is High"),
        ('q != "high"', "“How bad was it?” is not High"),
        ('q in ["low", "high"]', "“How bad was it?” is Low or High"),
        ('q in ["low"]', "“How bad was it?” is Low"),
        ('q not in ["low"]', "“How bad was it?” is not Low"),
        ('q not in ["low", "high", "no"]', "“How bad was it?” is neither Low, High nor None at all"),
        ('has(kinds, "low")', "“Which kinds?” includes Low"),
        ('not has(kinds, "low")', "“Which kinds?” does not include Low"),
        ('not has(kinds, "low", "high")', "“Which kinds?” includes neither Low nor High"),
        ('"high" in kinds', "“Which kinds?” includes High"),
        ("p < 3", "“How many people?” is less than 3"),
        ("3 < p", "“How many people?” is more than 3"),
        ("p >= -0.5", "“How many people?” is at least -0.5"),
        ("not p >= 3", "“How many people?” is less than 3"),
        ("count(kinds) > 2", "the number of answers to “Which kinds?” is more than 2"),
        ("count(kinds) in [1, 2]", "the number of answers to “Which kinds?” is 1 or 2"),
        ('t <= "2026-03-01"', "“When was it?” is not after 2026-03-01"),
        ('"2026-03-01" < t', "“When was it?” is after 2026-03-01"),
        ("t >= u", "“When was it?” is not less or earlier than “When seen?”"),
        ("not answered(q)", "“How bad was it?” is not answered"),
        ("not not answered(q)", "“How bad was it?” is answered"),
        ("unknown(q)", "“How bad was it?” is answered with “not known”"),
        ("declined(q)", "“How bad was it?” is declined"),
        (
            'q == "high" and p > 1 and answered(t)',
            "“How bad was it?” is High, and “How many people?” is more than 1, and “When was it?” is answered",
        ),
        (
            'q == "high" or p > 1 and p < 3',
            "“How bad was it?” is High, or (“How many people?” is more than 1, and “How many people?” is less than 3)",
        ),
        ('not (q == "high" or answered(p))', "“How bad was it?” is not High, and “How many people?” is not answered"),
    ],
)
def test_a_condition_in_words(text: str, words: str) -> None:
    said = in_words(parse(text), SAID.__getitem__, lambda _, choice: CALLED.get(choice, choice))
    assert said == words


def test_words_of_people_stay_on_one_line() -> None:
    assert in_words(parse('q == "a"'), lambda _: "two\nlines", lambda _, choice: f"\x1b[31m{choice}") == (
        "“two lines” is \N{REPLACEMENT CHARACTER}[31ma"
    )


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_written_day_can_be_compared(written: date) -> None:
    for zone in (UTC, CET, ZoneInfo("Pacific/Auckland")):
        span = Span(datetime(2026, 3, 1, tzinfo=zone), None)
        assert ask(f'q >= "{written}"', q=span) in (True, None)


def test_the_tables_agree_on_every_operator() -> None:
    for (a, b), operator in product(product((1, 2, 3.5), repeat=2), OPERATORS):
        expected = {"==": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[operator]
        assert ask(f"a {operator} b", a=a, b=b) is expected
        assert ask(f"{a} {operator} b", b=b) is expected


def test_a_stored_list_is_taken_as_it_is() -> None:
    stored: Any = ["a", "b"]
    assert ask('has(q, "b") and count(q) == 2', q=stored) is True
    assert stored == ["a", "b"]


def test_a_list_is_no_member_of_a_list() -> None:
    assert ask('q in ["a"]', q=("a",)) is None
    assert ask("q in other", q=("a",), other=("a",)) is None
    assert ask("has(q, 3)", q=("a",)) is None
