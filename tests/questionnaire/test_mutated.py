"""2,000 damaged files: each is read, or refused with the place of what is wrong, and none takes long."""

from __future__ import annotations

import random
from pathlib import Path
from time import monotonic

import pytest

from incidents import QUESTIONNAIRES, RULES
from pmtui import blame
from pmtui.cli.questionnaire.places import places
from pmtui.questionnaire.against import against
from pmtui.questionnaire.lint import lint
from pmtui.questionnaire.loading import from_source
from pmtui.questionnaire.outline import outline
from pmtui.reading import yaml
from pmtui.reading.faults import Faulty

FILES = 2_000
PARTS = 8
"""The files are tried in so many tests, so that all cores help."""

LONGEST = 1.0
"""Seconds that one file may take."""

HERE = Path(__file__).parent
SOUND = [
    (HERE.parent / "screens" / "asking.yaml").read_text(encoding="utf-8"),
    (HERE.parents[1] / "docs" / "questionnaires.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0],
]
PIECES = [
    *(
        "when: ",
        "check: ",
        "choices: ",
        "{from: ",
        "{vocabulary: severity}",
        "use: common/x@1",
        "for: [",
        "retired: ",
        "tests: ",
    ),
    *(
        "- ",
        "  ",
        "\n",
        "\t",
        ": ",
        "#",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "&a ",
        "*a",
        "!!python/x ",
        "|",
        ">",
        "\\",
        "\0",
        "\ud800",
    ),
    *("((" * 50, "not " * 200, "a." * 40, "1e999", "-1", "x" * 600, "count(count(", "has(a", "== ==", "\u202e", "é"),
]
PLACES = places()
BEFORE = from_source(yaml.parse(SOUND[0], "before.yaml"), QUESTIONNAIRES, PLACES)
LOADED = blame.load(RULES)


def damaged(chance: random.Random) -> str:
    text = chance.choice(SOUND)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(4):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 40) :]
            case 2:
                lines = text.splitlines(keepends=True)
                chance.shuffle(lines) if chance.random() < 0.05 else lines.insert(
                    chance.randrange(len(lines)), chance.choice(lines)
                )
                text = "".join(lines)
            case _:
                end = at + chance.randint(1, 12)
                text = text[:at] + chance.choice(PIECES) + text[end:]
    return text


@pytest.mark.parametrize("part", range(PARTS))
def test_a_damaged_file_is_read_or_refused_and_takes_no_time(part: int) -> None:
    chance = random.Random(part)
    for number in range(FILES // PARTS):
        text = damaged(chance)
        began = monotonic()
        try:
            source = yaml.parse(text, "damaged.yaml")
            faults = lint(source, QUESTIONNAIRES, PLACES, LOADED)
            if not any(fault.level == "error" for fault in faults):
                whole = from_source(source, QUESTIONNAIRES, PLACES)
                list(outline(whole))
                faults += against(BEFORE, whole, source)
        except Faulty as faulty:
            faults = faulty.faults
            assert faults
        assert monotonic() - began < LONGEST, (part, number)
        for fault in faults:
            assert str(fault).startswith("damaged.yaml")
            assert fault.line is None or 1 <= fault.line <= text.count("\n") + 2, (fault, part, number)
            assert len(str(fault).splitlines()) == 1, (fault, part, number)
