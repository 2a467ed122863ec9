"""A transcript is typed over a line that is late and drops; every sentence is where it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.store import Store

from .typist import LateTerminal, Typist, misplaced

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SENTENCES = [
    f"{number}: {words}"
    for number, words in enumerate(
        [
            "The bot paid the same refund twice, and then a third time.",
            "I was on call and saw the graph of payments climb.",
            "A customer wrote that money had come which she had not asked for.",
            "Nobody had told us that the retry counts as a new order.",
            "The queue held forty thousand messages when I looked.",
            "We switched the worker off by hand at ten past two.",
            "Finance called; they had seen it in the daily list.",
            "That list is read once a day – at noon.",
            "It is odd, but the alert had fired, into a channel that nobody reads.",
            "We had moved the channel in March.",
            "Größe und Grenze: the limit was set for each call, not for each day.",
            "In the end four hundred people were paid too much.",
        ]
    )
]


def test_every_sentence_is_where_it_was_typed(tmp_path: Path, incident: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LateTerminal, "delay", 0.05)

    def line() -> LateTerminal:
        return LateTerminal(tmp_path, "interview", incident, "i1", size=(80, 24))

    typist = Typist(line, SENTENCES, {1: "word", 4: "tab", 9: "remark"}, seed=1, blind=0.3)
    try:
        typist.hold()
        typist.leave()
    finally:
        typist.terminal.__exit__(None, None, None)
    assert len(typist.typed) == len(SENTENCES)
    assert misplaced(Store.open(tmp_path / "store", "alex"), incident, "i1", typist.typed) == []
