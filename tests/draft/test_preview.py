"""The draft as it reads: nothing that a reader sees is lost, and no line is wider than it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import CASES, imported
from pmtui.draft import markdown
from pmtui.draft.escape import inline, paragraphs
from pmtui.draft.preview import preview
from pmtui.record.fold import record

from .reading import visible

if TYPE_CHECKING:
    from pathlib import Path


def flat(text: str) -> str:
    """Text without what laying it out adds or moves."""
    return "".join(text.replace("·", "").replace("|", "").split())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_line_of_a_draft_is_in_its_preview(path: Path) -> None:
    view = imported(path)
    text = markdown(view, record(view))
    shown = flat("\n".join(preview(text, 76).lines))
    for told in visible(text):
        assert flat(told) in shown


def test_headings_are_strong_and_nothing_else() -> None:
    shown = preview("# One\n\ntext\n\n## Two\n\n- item\n", 40)
    assert [shown.lines[number] for number in sorted(shown.strong)] == ["One", "Two"]
    assert shown.lines == ["One", "", "text", "", "Two", "", "· item", ""]


def test_a_row_of_a_table_becomes_a_list() -> None:
    shown = preview("| Action | Owner |\n| --- | --- |\n| Add a limit | lead |\n| Test it | no owner |\n", 40)
    assert shown.lines == ["Action: Add a limit", "    Owner: lead", "", "Action: Test it", "    Owner: no owner", ""]


@pytest.mark.parametrize("width", [1, 20, 60, 200])
def test_lines_are_no_wider_than_words_allow(width: int) -> None:
    shown = preview("- " + "word " * 100 + "\n\n> " + "said " * 100, width)
    assert max(len(line) for line in shown.lines) <= max(width, 20)


@given(st.text())
def test_what_people_typed_reads_as_it_was_typed(text: str) -> None:
    shown = preview(f"# Title\n\n{paragraphs(text)}\n\n- {inline(text)}\n", 10_000)
    typed = flat(inline_text(text))
    assert flat("\n".join(shown.lines)).count(typed) >= (2 if typed else 0)


def inline_text(text: str) -> str:
    """What an escaped text reads as: the visible text of its own Markdown."""
    return " ".join(visible(f"- {inline(text)}\n"))
