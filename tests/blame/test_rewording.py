"""A neutral wording is offered only where the sentence stays whole."""

from __future__ import annotations

import pytest

from blame import scoring
from pmtui.blame import BUILT_IN, check, load

RULES = load(BUILT_IN)


def reworded(text: str) -> str | None:
    """`text` with the wording of its first flag in place, or None where none is offered."""
    flag = check(text, [], [], RULES)[0]
    return None if flag.rewording is None else text[: flag.start] + flag.rewording + text[flag.end :]


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("The admin accidentally deleted the table.", "The admin deleted the table."),
        ("I mistakenly pushed the key.", "I pushed the key."),
        ("She deliberately left the valve open.", "She left the valve open."),
        ("The night pharmacist ignored the label.", "The night pharmacist did not respond to the label."),
        ("The auditors overlooked the side agreement.", "The auditors did not see the side agreement."),
        ("The bot happily deleted the archive.", "The bot deleted the archive."),
        ("Our careless intern ran it.", "Our intern ran it."),
    ],
)
def test_a_word_is_taken_out_or_replaced(text: str, neutral: str) -> None:
    assert reworded(text) == neutral


@pytest.mark.parametrize(
    "text",
    [
        "The on-call was negligent.",  # nothing would be left of the predicate
        "A careless intern ran it.",  # the article may not fit the next word
        "The label had been ignored by the pharmacist.",
        "The auditors neglected to sample the site.",
        "It was irresponsible of them to wait.",
        "The engineer should have asked.",
    ],
)
def test_where_the_sentence_would_not_stay_whole_nothing_is_offered(text: str) -> None:
    assert reworded(text) is None


def test_a_wording_keeps_what_is_around_the_flag() -> None:
    for entry in scoring.read(scoring.CORPORA[1]):
        for flag in check(entry["text"], [], [], RULES):
            if flag.rewording is not None:
                words = flag.rewording.split()
                assert words
                assert words == [word for i, word in enumerate(words) if not i or words[i - 1] != word]
                assert words[0][0].isupper() == entry["text"][flag.start].isupper()
