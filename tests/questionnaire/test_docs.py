"""The documentation of questionnaires speaks of the questionnaires that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from incidents import QUESTIONNAIRES, RULES
from pmtui import blame
from pmtui.questionnaire.lint import lint
from pmtui.questionnaire.loading import from_source
from pmtui.questionnaire.schema import Choice, Question, Questionnaire, Section
from pmtui.questionnaire.trying import tried
from pmtui.reading import vocabularies, yaml
from pmtui.record.fold import is_known

TEXT = (Path(__file__).parents[2] / "docs" / "questionnaires.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_is_clean_and_its_tests_hold(text: str) -> None:
    source = yaml.parse(text, "docs/questionnaires.md")
    assert lint(source, QUESTIONNAIRES, is_known, blame.load(RULES)) == []
    questionnaire = from_source(source)
    assert questionnaire.tests
    assert [tried(questionnaire, each) for each in questionnaire.tests] == [[] for _ in questionnaire.tests]


@pytest.mark.parametrize("model", [Questionnaire, Section, Question, Choice])
def test_every_key_is_explained(model: type) -> None:
    keys = {field.alias or name for name, field in model.model_fields.items()}  # type: ignore[attr-defined]
    for key in keys - {"choices_from", "vocabulary"}:
        assert f"`{key}`" in TEXT, key


def test_every_type_and_every_function_is_named() -> None:
    kinds = Question.model_fields["type"].annotation.__args__  # type: ignore[union-attr]
    for name in (*kinds, *(each.id for each in vocabularies.values("function"))):
        assert f"`{name}`" in TEXT, name
