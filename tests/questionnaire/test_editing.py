"""The JSON Schema for editors says what the program says."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator

from incidents import QUESTIONNAIRES
from linting import question
from pmtui.questionnaire.editing import schema
from pmtui.reading import yaml

from .test_lint import CLEAN

VALIDATOR = Draft7Validator(schema())


def as_an_editor(text: str) -> object:
    """The data of a file as editors read it: `true` and numbers are not text."""
    data = yaml.parse(text, "x").data

    def typed(value: object) -> object:
        if isinstance(value, dict):
            return {key: typed(each) for key, each in value.items() if each is not None}
        if isinstance(value, list):
            return [typed(each) for each in value]
        return {"true": True, "false": False}.get(str(value), int(str(value)) if str(value).isdecimal() else value)

    return typed(data)


def test_it_is_a_schema_that_editors_read() -> None:
    Draft7Validator.check_schema(schema())
    assert schema()["$schema"].endswith("draft-07/schema#")
    text = json.dumps(schema())
    assert "choices_from" not in text
    assert '"anyOf": [{"type": "string"}, {"type": "null"}]' not in text or "description" in text


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_right_fits(text: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(as_an_editor(text))] == []


@pytest.mark.parametrize("name", QUESTIONNAIRES.names())
def test_what_comes_with_pmtui_fits(name: str) -> None:
    path = QUESTIONNAIRES.path(name)
    assert path
    assert [error.message for error in VALIDATOR.iter_errors(as_an_editor(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize(
    "text",
    [
        question("aks: Who?"),
        question("ask: Who?", "type: momnt"),
        question("ask: Who?", "choices_from: system.name"),
        question("ask: Who?", "choices: {frm: x}"),
        question("ask: Who?", "required: perhaps"),
        question("ask: Who?", "check: [{that: x}]"),
        question("ask: Who?").replace("version: 2", "version: 0"),
        question("ask: Who?").replace("title: Small", "titel: Small"),
    ],
)
def test_what_is_wrong_does_not(text: str) -> None:
    assert list(VALIDATOR.iter_errors(as_an_editor(text)))


def test_every_key_of_a_question_says_what_it_means() -> None:
    for name, key in schema()["$defs"]["Question"]["properties"].items():
        assert key.get("description"), name
