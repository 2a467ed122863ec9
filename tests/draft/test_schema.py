"""The published schema is that of the program, and what is exported follows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from incidents import CASES
from pmtui.draft.document import document, schema
from pmtui.intake.files import start_from_file
from pmtui.record.fold import record
from pmtui.record.view import View
from pmtui.store import Store

PUBLISHED = Path(__file__).parents[2] / "docs" / "export.schema.json"


def test_the_published_schema_is_that_of_the_program(request: pytest.FixtureRequest) -> None:
    """`pytest tests/draft/test_schema.py --snapshot-update` writes it anew."""
    text = json.dumps(schema(), indent=2) + "\n"
    if request.config.getoption("--snapshot-update"):
        PUBLISHED.write_text(text)
    assert PUBLISHED.read_text() == text
    Draft202012Validator.check_schema(schema())


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_exported_follows_the_schema(case: Path, tmp_path: Path, validator: Draft202012Validator) -> None:
    store = Store.open(tmp_path / "store", by="alex")
    view = View(store.view(start_from_file(store, case)))
    exported = document(view, record(view))
    assert not list(validator.iter_errors(json.loads(json.dumps(exported))))
    for wrong in ({"schema": 3}, {"answers": [{"state": "perhaps"}]}, {"record": {"systems": "none"}}):
        assert list(validator.iter_errors({**exported, **wrong}))
