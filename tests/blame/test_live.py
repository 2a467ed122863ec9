"""A text that changes: what is checked again, and what that gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from pmtui.blame import BUILT_IN, Live, check, judging, live, load
from pmtui.blame.check import of_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from pmtui.blame import Rules
    from pmtui.blame.check import Judge
    from pmtui.blame.judging import Hit
    from pmtui.blame.people import Known

RULES = load(BUILT_IN)
PEOPLE, SYSTEMS = ["Will Power", "warden"], ["the bot"]
PIECES = st.sampled_from(
    ["The warden forgot it.", "He said", "The bot lied", "\n", "\n\n", "    ", "- ", "> ", '"', "“", "”", "'", "`",
     "```", "\n```\n", ". ", "? ", "Dr.", "e.g. ", "Will ignored the page", "2026-01-01 10:00:00,1 x", "[a](b)"]
)  # fmt: skip
TEXT = st.lists(PIECES, max_size=25).map(" ".join)
Edit = tuple[int, int, str]
EDIT = st.tuples(st.integers(0, 200), st.integers(0, 20), st.one_of(PIECES, st.text(max_size=5)))


@given(TEXT, st.lists(EDIT, max_size=6))
def test_a_text_that_changes_has_the_flags_of_a_text_that_was_always_so(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    checker = Live(PEOPLE, SYSTEMS, RULES)
    assert checker.check(text) == check(text, PEOPLE, SYSTEMS, RULES)
    for start, length, words in edits:
        text = text[:start] + words + text[start + length :]
        assert checker.check(text) == check(text, PEOPLE, SYSTEMS, RULES)


@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_texts_in_turn_are_checked_as_by_themselves(texts: list[str]) -> None:
    checker = Live(PEOPLE, SYSTEMS, RULES)
    for text in texts:
        assert checker.check(text) == check(text, PEOPLE, SYSTEMS, RULES)


def judged(monkeypatch: pytest.MonkeyPatch, before: str, after: str) -> list[str]:
    """The sentences that are judged when one text follows another."""
    seen: list[str] = []

    def judge(sentence: str, names: Known, rules: Rules) -> tuple[Hit, ...]:
        seen.append(sentence)
        return judging.hits(sentence, names, rules)

    monkeypatch.setattr(live, "hits", judge)
    checker = Live(PEOPLE, SYSTEMS, RULES)
    checker.check(before)
    seen.clear()
    checker.check(after)
    return seen


def test_only_the_sentence_that_changed_is_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The first is long. The second is short. The third one ends it.\n\nAnd another."
    assert judged(monkeypatch, text, text.replace("short", "shorter")) == [" The second is shorter."]


def test_a_quotation_that_opens_is_judged_with_all_that_it_swallows(monkeypatch: pytest.MonkeyPatch) -> None:
    before = "He left. The warden forgot it.\n\nThe warden forgot it."
    assert judged(monkeypatch, before, before.replace("He", '"He', 1)) == ["\0" * 31 + "\1"]


def test_remembering_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "MOST_SENTENCES", 10)
    checker = Live([], [], RULES)
    for number in range(50):
        assert len(checker.check(f"The warden forgot it {number} times. Fine.")) == 1
        assert len(checker._sentences) <= 10


def test_lines_that_did_not_change_are_not_split_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"On page {number} the warden forgot it. It was late. \n" for number in range(200))
    checker = Live(PEOPLE, SYSTEMS, RULES)
    checker.check(text)
    split: list[str] = []

    def counted(part: str, start: int, judge: Judge) -> Iterator[tuple[int, Hit]]:
        split.append(part)
        return of_paragraph(part, start, judge)

    monkeypatch.setattr(live, "of_paragraph", counted)
    changed = text.replace("page 100 ", "page 1000 ")
    assert checker.check(changed) == check(changed, PEOPLE, SYSTEMS, RULES)
    assert [part.strip() for part in split] == ["On page 1000 the warden forgot it. It was late."]
