"""Lint names the line of each mistake, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents import QUESTIONNAIRES
from linting import BEGIN, HEAD, LOADED, found, question
from pmtui.cli.questionnaire.places import places
from pmtui.questionnaire.against import against
from pmtui.questionnaire.lint import lint
from pmtui.questionnaire.loading import from_source
from pmtui.questionnaire.shelves import Shelves
from pmtui.reading import yaml
from pmtui.reading.faults import Faulty

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = [
    question("ask: Who saw it?"),
    question("ask: Who saw it?  # asked gently"),
    question("ask: 'Was it #1?'"),
    question("ask: Who saw it?", 'when: first == "high"'),
    question("ask: 'You said {first}. Who saw it?'"),
    question("ask: How long?", "type: duration"),
    question("ask: How sure are you?", "type: scale", "max: 10"),
    question("ask: Which?", "choices: {vocabulary: severity}"),
    question("ask: Which?", "type: many_of", "choices: [a, {id: none, alone: true}]"),
    question("ask: When?", "type: moment", "check: [{that: answered(first), say: Is that right?, level: warn}]"),
    question("ask: Who saw it?", "for: [responder, privacy_legal]"),
    question("ask: Read this aloud.", "type: info"),
    question("ask: Who saw it?", "was: [seen_by]", "default: nobody", "covers: [AI-1]", "maps_to: detection.seen_by"),
    question("ask: Who saw it?", 'when: record.system.kind == "llm"'),
    question("ask: Who saw it?") + "retired: [{id: gone, since: 2, why: Asked elsewhere.}]\n",
]


@pytest.mark.parametrize("text", CLEAN)
def test_nothing_is_found_in_what_is_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("name", QUESTIONNAIRES.names())
def test_nothing_is_found_in_what_comes_with_pmtui(name: str) -> None:
    path = QUESTIONNAIRES.path(name)
    assert path
    assert lint(yaml.read(path), QUESTIONNAIRES, places(), LOADED) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the form of the file
        (question("aks: Who?"), [(10, "schema/unknown-key")]),
        (question("ask: Who?", "typ: text"), [(11, "schema/unknown-key")]),
        (question("help: x"), [(9, "schema/missing")]),
        (question("ask: Who?", "type: momnt"), [(11, "schema/value")]),
        (question("ask: Who?", "required: perhaps"), [(11, "schema/value")]),
        (question("ask: Who?", "choices_from: system.name"), [(11, "schema/unknown-key")]),
        (question("ask: Who?", "probe: Why?"), [(11, "schema/value")]),
        (question("ask: Who?", "probe:", "  - One thing: who?"), [(12, "schema/value")]),
        (question("ask: #1", "help: x"), [(10, "schema/value")]),
        # keys that do not go together
        (question("ask: Who?", "min: 3"), [(11, "schema/key-of-type")]),
        (
            question("ask: Who?", "unit: people", "other: true"),
            [(11, "schema/key-of-type"), (12, "schema/key-of-type")],
        ),
        (question("ask: Who?", "other: false"), []),
        (question("ask: Read.", "type: info", "required: true"), [(12, "schema/key-of-type")]),
        (question("ask: Read.", "type: info", "maps_to: account.told"), [(12, "schema/key-of-type")]),
        (question("ask: Who?", "type: scale", "max: 40"), [(12, "schema/bounds")]),
        (question("ask: Who?", "type: scale", "min: 0.5"), [(12, "schema/bounds")]),
        (question("ask: Who?", "type: scale", "max: 1e9"), [(12, "schema/bounds")]),
        (
            question("ask: Who?", "type: scale", "choices: [{id: 1, say: none}, {id: 6, say: all}]"),
            [(12, "choice/step")],
        ),
        (question("ask: Who?", "type: number", "min: 9", "max: 1"), [(12, "schema/bounds")]),
        (question("ask: Who?", "type: number", "min: .nan"), [(12, "schema/value")]),
        (question("ask: Who?", "type: number", "max: inf"), [(12, "schema/value")]),
        (question("ask: Who?", "type: many_of", "choices: [a, b]", "min: 3"), [(13, "schema/bounds")]),
        (
            question("ask: Who?", "type: many_of", "choices: [a, b]", "min: -1", "max: 0"),
            [(13, "schema/bounds"), (14, "schema/bounds")],
        ),
        (
            question("ask: Who?", "type: many_of", "choices: [a, b]", "min: x", "max: 1.5"),
            [(13, "schema/value"), (14, "schema/bounds")],
        ),
        (question("ask: Who?", "type: one_of"), [(11, "choice/missing")]),
        (question("ask: Who?", "type: one_of", "choices: []"), [(12, "choice/missing")]),
        (question("ask: Who?", "type: date", "choices: [a, b]"), [(12, "schema/key-of-type")]),
        (question("ask: Who?", "check: [{that: answered(first)}]"), [(11, "schema/missing")]),
        (question("ask: Who?", "maps_to: system.nmae"), [(11, "ref/place")]),
        # lists
        (question("ask: Who?", "choices: peple"), [(11, "choice/unknown-list")]),
        (question("ask: Who?", "choices: {vocabulary: severty}"), [(11, "choice/unknown-list")]),
        (question("ask: Who?", "choices: {from: system.name}"), [(11, "ref/unknown")]),
        (question("ask: Who?", "choices: {frm: system.name}"), [(11, "schema/value")]),
        (question("ask: Who?", "choices: [a]"), [(11, "choice/only-one")]),
        (question("ask: Who?", "choices: [a, b]", "default: c"), [(12, "choice/default")]),
        (question("ask: How?", "type: scale", "default: 9"), [(12, "choice/default")]),
        (question("ask: How?", "type: duration", "default: sometime"), [(12, "choice/default")]),
        (question("ask: Who?", "choices: [a, a]"), [(11, "choice/twice")]),
        (question("ask: Who?", "choices:", "  - a", "  - b", "  - {id: a, say: A}"), [(14, "choice/twice")]),
        (
            question("ask: Who?", "choices:", "  - low: Low", "  - high: High"),
            [(12, "choice/form"), (13, "choice/form")],
        ),
        (question("ask: Who?", "choices: two") + "choices:\n  two: [a, a]\n", [(13, "choice/twice")]),
        (question("ask: Who?", "choices: [{id: a, say: Yes}, {id: b, say: 'yes'}]"), [(11, "choice/same-words")]),
        (question("ask: Who?") + "choices: {two: [a, b]}\n", [(11, "choice/unused-list")]),
        (question("ask: Who?", "choices: [a, b, c, d, e, f, g, h]"), [(11, "text/help")]),
        # conditions
        (question("ask: Who?", "when: fist == \"high\""), [(11, "logic/condition")]),
        (question("ask: Who?", "when: first == high"), [(11, "logic/condition")]),
        (question("ask: Who?", "when: first = \"high\""), [(11, "logic/syntax")]),
        (question("ask: Who?", "when: first == \"hgih\""), [(11, "logic/condition")]),
        (question("ask: Who?", "when: second == \"high\""), [(11, "logic/condition")]),
        (question("ask: Who?", "when:"), [(11, "schema/value")]),
        (question("ask: Who?", "when: first"), [(11, "logic/syntax")]),
        (question("ask: Who?", "when: first == \"high\" AND first == \"low\""), [(11, "logic/syntax")]),
        (question("ask: Who?", "when: __import__('os').system('true')"), [(11, "logic/syntax")]),
        (question("ask: Who?", "when: record.sytem.kind == \"llm\""), [(11, "logic/condition")]),
        (question("ask: Who?", "when: >", "  first ==", "  \"hgih\""), [(13, "logic/condition")]),
        (question("ask: Who?", "when: first ==", "  \"hgih\""), [(12, "logic/condition")]),
        (
            question("ask: Who?", "check: [{that: frst == \"low\", level: eror}]"),
            [(11, "schema/missing"), (11, "logic/condition"), (11, "schema/value")],
        ),
        (question("ask: Who?", "check: [{that: frst == \"low\", say: x}]"), [(11, "logic/condition")]),
        # references
        (question("ask: '{fist}, who?'"), [(10, "ref/unknown")]),
        (question("ask: '{second}, who?'"), [(10, "ref/later")]),
        (question("ask: Who?", "probe: ['{fist}?']"), [(11, "ref/unknown")]),
        (question("ask: Who?", "check: [{that: answered(first), say: 'no {fist}'}]"), [(11, "ref/unknown")]),
        (question("ask: Who?", "for: [respnder]"), [(11, "ref/role")]),
        (question("ask: Who?", "was: [first]"), [(11, "ref/was")]),
        (question("ask: Who?", "was: [second]"), [(11, "ref/was")]),
        (question("ask: Who?", "was: [old, old]"), [(11, "ref/was")]),
        (question("ask: Who?", "was: [old]") + "retired: [{id: old, since: 2, why: x}]\n", [(11, "ref/was")]),
        (question("ask: Who?") + "retired: [{id: old, since: 3, why: x}]\n", [(11, "ref/retired")]),
        (
            question("ask: Who?") + "retired:\n  - {id: old, since: 2, why: x}\n  - {id: old, since: 2, why: x}\n",
            [(13, "ref/twice")],
        ),
        (question("ask: Who?").replace("id: second", "id: and"), [(9, "ref/reserved")]),
        (question("ask: Who?").replace("title: One", "title: One\n    repeat: record"), [(7, "ref/reserved")]),
        (question("ask: '{first}?'").replace("choices: [low, high]", "type: info"), [(10, "ref/unknown")]),
        (question("ask: '{First}, { first } and {it was}?'"), [(10, "text/braces"), (10, "text/braces")]),

        (
            question("ask: Who?", "choices: {from: case.second}").replace("title: One", "title: One\n    repeat: case"),
            [(12, "ref/later")],
        ),
        # the file's own tests
        (
            question("ask: Who?") + "tests: [{name: x, given: {frist: low}, expect: {asked: [secnd]}}]\n",
            [(11, "ref/test"), (11, "ref/test")],
        ),
        (
            question("ask: Who?") + "tests: [{name: x, given: {first: lwo}, expect: {said: [second]}}]\n",
            [(11, "ref/test"), (11, "ref/test")],
        ),
        (
            question("ask: Who?") + "tests: [{name: x, given: {first: [low]}, for: respnder, expect: {}}]\n",
            [(11, "ref/test"), (11, "ref/role")],
        ),
        (question("ask: Who?") + "retired: [{id: second, since: 2, why: x}]\n", [(9, "ref/retired")]),
        (question("ask: Who?").replace("id: second", "id: first"), [(9, "ref/twice")]),
        (HEAD + "sections:\n  - use: common/timeline@9\n", [(5, "ref/shared")]),
        (HEAD + "sections:\n  - use: timeline\n", [(5, "ref/shared")]),
        # words
        (question("ask: Who saw it? Who told whom?"), [(10, "text/two")]),
        (question(f"ask: {'why ' * 26}"), [(10, "text/long")]),
        (question("ask: Who?", f"help: {'word ' * 61}"), [(11, "text/wall")]),
        (question("ask: Was it #1?"), [(10, "yaml/dropped")]),
        (question("ask: Why did you not check it?"), [(10, "blame/leading-question")]),
        # YAML
        (question("ask: Who: you?"), [(10, "yaml/syntax")]),
        (question("ask: {first}, who?"), [(10, "yaml/syntax")]),
        (question("ask: *bold*"), [(10, "yaml/syntax")]),
        (question("ask: &why not"), [(10, "yaml/refused")]),
        (question("ask: Who?", "when: \"pii\" in first"), [(11, "yaml/syntax")]),
        (question("ask: Who?", "ask: What?"), [(11, "yaml/refused")]),
        (question("ask: !!python/object:os.system x"), [(10, "yaml/refused")]),
        (BEGIN + "      - {id: a, ask: Well, who saw it?}\n", [(8, "schema/unknown-key")]),
        # several at once, in the order of the file
        (
            question("aks: Who?", "when: fist == \"high\"").replace("title: Small", "titel: Small"),
            [(3, "schema/unknown-key"), (10, "schema/unknown-key"), (11, "logic/condition")],
        ),
        (
            question("ask: Who?", "type: momnt", "when: first == \"hgih\"", "help: '{fist}'"),
            [(11, "schema/value"), (12, "logic/condition"), (13, "ref/unknown")],
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_found_where_it_is_and_nowhere_else(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


def test_what_speaks_of_a_broken_question_is_not_called_wrong() -> None:
    text = (
        BEGIN + "      - {id: first, ask: What?, type: txt}\n      - {id: second, ask: Who?, when: 'first == \"a\"'}\n"
    )
    assert found(text) == [(8, "schema/value")]


def test_a_mistake_in_a_shared_section_stands_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    path = tmp_path / "common" / "timeline@2.yaml"
    path.write_text(question("ask: Who?", 'when: fist == "low"').replace("small", "timeline"))
    text = HEAD + "sections:\n  - use: common/timeline@2\n"
    with pytest.raises(Faulty) as faulty:
        from_source(yaml.parse(text, "small.yaml"), Shelves.of(tmp_path), places())
    (fault,) = faulty.value.faults
    assert (fault.file, fault.line) == (str(path), 11)
    text = f"{text}  - id: own\n    title: Own\n    questions: [{{id: own_one, aks: Who?}}]\n"
    with pytest.raises(Faulty) as faulty:
        from_source(yaml.parse(text, "small.yaml"), Shelves.of(tmp_path), places())
    assert {(each.file, each.line) for each in faulty.value.faults} == {(str(path), 11), ("small.yaml", 8)}


OLD = question("ask: Who saw it?", "choices: [a, b]").replace("version: 2", "version: 1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (question("ask: Who saw it?", "choices: [a, b]"), []),
        (OLD, []),
        (OLD.replace("ask: Who saw it?", "ask: Who?"), [(2, "change/version")]),
        (OLD.replace("choices: [a, b]", "choices: [a, b, c]"), []),
        (question("ask: Who saw it?", "choices: [a, c]"), [(11, "change/choice")]),
        (question("ask: Who saw it?", "type: date"), [(11, "change/type")]),
        (question("ask: Who saw it?", "type: long_text"), []),
        (OLD.replace("choices: [a, b]", "choices: [{id: a, say: Good}, b]"), [(2, "change/version")]),
        (OLD.replace("title: One", "title: One\n    repeat: case"), [(2, "change/version")]),
        (question("ask: Who saw it?", "choices: [a, b]").replace("id: second", "id: other"), [(9, "change/vanished")]),
        (question("ask: Where?", "choices: [a, b]").replace("id: second", "id: other"), [(5, "change/vanished")]),
        (
            OLD.replace("version: 1", "version: 2").replace("questionnaire: small", "questionnaire: tiny"),
            [(1, "change/name")],
        ),
        (question("ask: Who?", "choices: [a, b]", "was: [second]").replace("id: second", "id: other"), []),
        (
            question("ask: Who?").replace("id: second", "id: other")
            + "retired: [{id: second, since: 2, why: Asked elsewhere.}]\n",
            [],
        ),
    ],
)
def test_what_breaks_with_the_version_before_is_found(text: str, expected: list[tuple[int, str]]) -> None:
    source = yaml.parse(text, "small.yaml")
    new, old = from_source(source), from_source(yaml.parse(OLD, "old.yaml"))
    told = [(fault.line, fault.code) for fault in against(old, new, source)]
    assert [each for each in told if each[1] != "change/choice" or expected] == expected


RETIRED = OLD.replace("version: 1", "version: 3") + "retired:\n  - {id: gone, since: 2, why: Asked elsewhere.}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RETIRED.replace("version: 3", "version: 2"), [(2, "change/version")]),
        (RETIRED.replace("id: gone", "id: other").replace("version: 3", "version: 4"), [(12, "change/retired")]),
        (OLD.replace("version: 1", "version: 4"), [(2, "change/retired")]),
        (
            OLD.replace("version: 1", "version: 4") + "      - {id: gone, ask: Who was there?}\n",
            [(12, "change/retired")],
        ),
    ],
)
def test_a_version_only_rises_and_what_was_retired_stays_so(text: str, expected: list[tuple[int, str]]) -> None:
    source = yaml.parse(text, "small.yaml")
    new, old = from_source(source), from_source(yaml.parse(RETIRED, "old.yaml"))
    assert [(fault.line, fault.code) for fault in against(old, new, source)] == expected
