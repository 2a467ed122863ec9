"""What is flagged and what is left alone, in the words of people."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.blame import BUILT_IN, CATEGORIES, Flag, Rule, check, load

RULES = load(BUILT_IN)
JUDGED = [rule for rule in RULES.rules if rule.category]
FLAGGED = [(rule, text) for rule in JUDGED for text in rule.flagged]
LEFT_ALONE = [(rule, text) for rule in RULES.rules for text in rule.left_alone]


def marked(text: str, people: tuple[str, ...] = (), systems: tuple[str, ...] = ()) -> list[str]:
    return [text[flag.start : flag.end] for flag in check(text, people, systems, RULES)]


def name(case: object) -> str:
    return case.id if isinstance(case, Rule) else str(case)


@pytest.mark.parametrize(("rule", "text"), FLAGGED, ids=name)
def test_a_rule_flags_what_it_says_it_flags(rule: Rule, text: str) -> None:
    assert rule.id in {flag.rule for flag in check(text, [], [], RULES)}


@pytest.mark.parametrize(("rule", "text"), LEFT_ALONE, ids=name)
def test_a_rule_leaves_alone_what_it_says_it_leaves_alone(rule: Rule, text: str) -> None:
    assert marked(text) == []


def test_every_rule_has_examples_of_both_kinds_and_every_category_a_rule() -> None:
    assert [rule.id for rule in JUDGED if not rule.flagged or not rule.left_alone] == []
    assert [rule.id for rule in RULES.rules if not rule.left_alone] == []
    assert {rule.category for rule in JUDGED} == set(CATEGORIES)


@pytest.mark.parametrize(
    "text",
    [
        "It said “the engineer forgot to tell us” in the mail.",
        'He wrote: "The engineer forgot to tell us." and left.',
        "The line 'the engineer forgot to tell us' stood there.",
        "«The engineer forgot to tell us.»",
        "„Der engineer forgot to tell us.“",
        "> The engineer forgot to tell us.",
        "The comment `the engineer forgot to tell us` is old.",
        "```\nThe engineer forgot to tell us.\n```",
        "See https://example.org/the-engineer/forgot-to-tell.",
        "The flag the_engineer.forgot_to_tell is off.",
        "2026-03-14 10:00:00,123 the engineer forgot to tell us",
        "ERROR the engineer forgot to tell us",
        "2026-03-14T10:00:00Z web-1 app[12]: the engineer forgot to tell us",
    ],
)
def test_what_is_not_the_writers_own_prose_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_a_quotation_that_is_still_being_typed_is_left_alone_up_to_its_paragraph() -> None:
    text = 'She wrote: "the engineer forgot to tell us\nand went home\n\nThe reviewer forgot to ask.'
    assert marked(text) == ["forgot"]


@pytest.mark.parametrize("mark", ['"{}"', "“{}”", "«{}»", "`{}`", "> {}"])
@pytest.mark.parametrize("text", [text for _, text in FLAGGED if not {'"', "”", "»", "`"} & set(text)])
def test_a_flagged_sentence_is_left_alone_as_a_quotation(mark: str, text: str) -> None:
    assert marked(mark.format(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The customer said that the operator was careless.",
        "According to the vendor, our engineer forgot to renew it.",
        "Nobody is to blame, the form had no unit.",
        "The operator did not notice the banner.",
        "The night clerk reopened the case at 14:05.",
        "The tool of the platform team failed to start.",
        "The engineer's script failed to start.",
        "The package manager failed to resolve it.",
        "No engineer forgot to sign.",
        "What could the team have seen at that point?",
        "The developer broke the change into three parts, as planned.",
    ],
)
def test_accounts_facts_and_systems_are_left_alone(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("THE REVIEWER SHOULD HAVE CHECKED.", "SHOULD HAVE CHECKED"),
        ("The junior on-call developer simply forgot to ask.", "simply forgot"),
        ("That is the intern’s fault.", "is the intern’s fault"),
        ("we shouldve checked", "we shouldve checked"),
        ("One of the engineers overlooked it.", "overlooked"),
        ("09:10 rollback by the team\n09:12 Lena Fischer forgot the flag", "Lena Fischer forgot"),
        ("She was careless.", "She was careless"),
        ("Jo\u0308rg forgot the flag.", "Jo\u0308rg forgot"),
    ],
)
def test_the_marked_words_are_the_judgement_with_a_short_name_before_it(text: str, words: str) -> None:
    assert marked(text) == [words]


def test_a_flag_names_its_rule_and_speaks_of_whom_it_is_about() -> None:
    flag = check("The reviewer should have asked.", [], [], RULES)[0]
    assert (flag.category, flag.rule) == ("counterfactual", "should-have")
    assert flag.question == "What did the reviewer know at that point, and what did it suggest?"
    assert "{" not in flag.question + (flag.rewording or "") + flag.reason
    assert "did you know" in check("I should have asked.", [], [], RULES)[0].question


def test_of_two_categories_for_the_same_words_the_higher_one_is_shown() -> None:
    flags = check("Why did the careless intern do it?", [], [], RULES)
    assert [flag.category for flag in flags] == ["leading-question"]


def test_a_participants_name_or_role_is_a_person() -> None:
    text = "Qorvian ignored the page, and the tide weaver missed it."
    assert marked(text) == []
    assert marked(text, people=("Qorvian Ull", "tide weaver")) == ["Qorvian ignored", "missed"]


def test_a_name_that_is_also_a_word_counts_where_it_is_written_as_a_name() -> None:
    assert marked("It skipped will ignored the page.", people=("Will",)) == []
    assert marked("Will ignored the page.", people=("Will",)) == ["Will ignored"]
    assert marked("The ignored alerts were many.", people=("The Duty Officer",)) == []


def test_a_system_is_never_a_person_subject() -> None:
    text = "Priya failed to answer."
    assert marked(text) == ["Priya failed"]
    assert marked(text, systems=("Priya",)) == []
    assert marked(text, people=("Priya",), systems=("Priya",)) == []


def test_a_system_by_its_name_is_not_to_be_described_like_a_person() -> None:
    assert marked("Northwind panicked.") == []
    assert marked("Northwind panicked.", systems=("northwind",)) == ["Northwind panicked"]


def test_sentences_are_judged_apart() -> None:
    assert marked("The vendor said it was slow. The intern forgot to ask.") == ["forgot"]


def disjoint(text: str, flags: list[Flag]) -> bool:
    places = [0, *(place for flag in flags for place in (flag.start, flag.end)), len(text)]
    return places == sorted(places) and all(text[flag.start : flag.end].strip() for flag in flags)


WORDS = sorted({word for _, text in [*FLAGGED, *LEFT_ALONE] for word in text.split()})
PIECES = st.sampled_from(
    [*WORDS, '"', "”", "'", "`", "```", "\n", "\n\n", "> ", ".", "?", ",", "’s", "\u0308", "İ", "🙂"]
)
PROSE = st.lists(PIECES, max_size=60).map(" ".join)


@given(st.one_of(st.text(), PROSE, st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_gives_flags_inside_it_that_do_not_overlap(text: str) -> None:
    assert disjoint(text, check(text, ["Will Power", "operator", ""], ["the bot", " "], RULES))


@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5))
def test_any_names_are_accepted(people: list[str], systems: list[str]) -> None:
    text = " ".join(people) + " forgot it, " + " ".join(systems) + " lied."
    assert disjoint(text, check(text, people, systems, RULES))


@given(PROSE)
def test_a_quotation_never_has_a_flag(text: str) -> None:
    inside = text.replace("”", "").replace("\n", " ").replace("`", "").replace('"', "").replace(">", "")
    assert check(f"“{inside}”", [], [], RULES) == []


@pytest.mark.parametrize(
    "piece",
    [
        '"', "'a ", "'a", "‘", "`", "```", "(", "!a", "a.", "/a", "a-", "’s", "\n", "\n\t ", "> ", "[2026-01-01 1",
        "https://", "he ", "the ", "the engineer ", "never ", "we clearly ", "why did you ", "human error ", "Lena ",
        "nobody in we ",
    ],
)  # fmt: skip
def test_time_is_linear_whatever_is_repeated(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begin = time.process_time()
    check(text, ["Lena Fischer"] * 50, ["The Bot"] * 50, RULES)
    assert time.process_time() - begin < 5
