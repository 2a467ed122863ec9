"""A file that is no YAML: the line that is wrong is named, not the one where the parser gave up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.reading import yaml
from refusals import refused

if TYPE_CHECKING:
    from pathlib import Path

TOP = "title: T\nparts:\n  - id: a\n    name: A\n    steps:\n      - id: b\n        ask: What?\n"
"""Seven lines; what follows begins on line 8."""


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        # a colon without its space, or none
        (TOP + "        required:true\n        type: x\n", 8, "`required: true`"),
        (TOP + "        required:true\n", 8, "`required: true`"),
        (TOP + "        type; x\n        help: y\n", 8, "behind the key `type` `: `"),
        (TOP + "        type = x\n        help: y\n", 8, "behind the key `type` `: `"),
        (TOP + "      - id:c\n        ask: C\n", 8, "`id: c`"),
        (TOP + "      - id c\n        ask: C\n", 8, "a key needs `: `"),
        (TOP.replace("steps:", "steps"), 5, "a colon is missing: `steps:`"),
        (TOP.replace("title: T", "title\N{FULLWIDTH COLON} T"), 1, "full-width colon"),
        # texts that go on
        (TOP + "        help: |\n        Tell it\n        type: x\n", 9, "below | or >"),
        (TOP + "        help: Tell\n        it.\n        and more\n        type: x\n", 9, "further in"),
        (TOP + "        help: Tell,\n          more? Note: only facts.\n", 9, "contains `: `"),
        (TOP + "        when: > 0\n", 8, "starts with > needs quotes"),
        # quotes and brackets that are not closed
        (TOP + '        help: "Tell it.\n        type: x\n', 8, 'the quote " that opens here'),
        (TOP + '        help: "Tell it.\n        type: x\n      - id: c\n        ask: "D"\n', 8, "the quote"),
        (
            TOP + "        help: 'Tell it.\n      - id: c\n        ask: What's next?\n        type: x\n",
            8,
            "the quote '",
        ),
        (TOP + "        list: [a, b\n        type: x\n", 8, "this `[` is not closed"),
        (TOP + "        list: [a, b\n      - id: c\n        ask: C\n", 8, "this `[` is not closed"),
        (TOP + "        list:\n          - {id: a, say: A\n          - {id: b}\n", 9, "this `{` is not closed"),
        (TOP + "        list: [\n          {id: a}\n          {id: b}]\n", 10, "a comma"),
        (TOP + "        list: [", 8, "this `[` is not closed: the file ends before its `]`"),
        (TOP + "        list: [\n          a,\n          b\n\n", 8, "this `[` is not closed"),
        (TOP + "        list: [a, {id: [b]  # {\n# [\n", 8, "this `{` is not closed: the file ends before its `}`"),
        (TOP + "        list: [{id: a], b]\n", 8, "`}` is missing before this `]`"),
        (TOP + "        list: [{id: a} {id: b}]\n", 8, "a comma is missing"),
        (TOP + "        list: [- a, - b]\n", 8, "without a dash"),
        # texts that start with a sign
        (TOP + "        help: 'It's so'\n", 8, "'' for an apostrophe"),
        (TOP + '        help: "a" b\n', 8, "single quotes around all of it"),
        (TOP + "        help: [a] b\n", 8, "starts with ["),
        (TOP + "        help: {a} b\n", 8, "starts with {"),
        (TOP + '        help: "C:\\in"\n', 8, "single quotes"),
        (TOP + '        help: "C:\\Users"\n', 8, "single quotes"),
        (TOP + "        help: !Important x\n", 8, "starts with !"),
        # dashes
        (TOP + "      -id: c\n        ask: C\n", 8, "a space is missing after the dash"),
        (TOP + "      – id: c\n        ask: C\n", 8, "begins with `- `"),
        (TOP + "        id: c\n        ask: C\n", 8, "put `- ` before it"),
        # spaces before a line
        (TOP + "- id: c\n  name: C\n", 8, "`- ` has 0 spaces before it"),
        (TOP + "        - id: c\n          ask: C\n", 8, "elsewhere in this file it has 6"),
        (TOP + "       - id: c\n         ask: C\n", 8, "`- ` has 7 spaces"),
        (TOP + "  - id: c\n        ask: C\n        type: x\n", 8, "this line has 2 spaces before it; with 6"),
        (TOP + "       help: C\n", 8, "this line has 7 spaces before it; with 8"),
        (TOP + "         help: C\n", 8, "this line has 9 spaces before it; with 8"),
        (TOP + "      - id: c\n         ask: C\n", 9, "with 8 it goes with"),
        (TOP.replace("    steps:\n", ""), 5, "`questions:` is missing"),
        (TOP + "\thelp: x\n", 8, "a tab stands"),
        # noticed only below
        (TOP.replace("    steps:", "steps:") + "  - id: d\n    name: D\n", 5, "with 4 it goes with"),
        (TOP.replace("  - id: a", "    id: a") + "  - id: d\n    name: D\n", 3, "put `- ` before it"),
        (TOP.replace("    name: A", "name: A") + "  - id: d\n    name: D\n", 4, "with 4 it goes with"),
        (TOP + "        more:\n           - one\n          - two\n", 9, "with 10 it goes with"),
        (TOP + "          - id: c\n        ask: C\n", 8, "before it; with 6"),
        # what nobody sees
        (TOP + "   \u00a0    help: x\n        type: x\n", 8, "no-break space"),
        (TOP.replace("title: T", "title:\u00a0T"), 1, "no-break space"),
        (TOP.replace("title: T", "title: T\x0c"), 1, "control character"),
    ],
)
def test_the_line_with_the_mistake_is_named_and_what_to_do(text: str, line: int, said: str) -> None:
    words = refused(yaml.parse, text, "file.yaml")
    assert words.startswith(f"file.yaml:{line}:"), words
    assert said in words


def test_what_was_saved_as_utf_16_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes("a: 1\n".encode("utf-16"))
    assert "save the file as UTF-8" in refused(yaml.read, file)
