"""The example of a review half-way through its interviews."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

from pmtui.blame.rules import BUILT_IN, load
from pmtui.findings.flags import count
from pmtui.intake.files import start_from_file, titles
from pmtui.record.fold import record
from pmtui.record.queue import queue_of
from pmtui.record.view import View
from pmtui.settings import package_folder
from pmtui.store import Store

FILE = package_folder("examples") / "air-canada-chatbot-review.json"
MAKER = Path(__file__).parents[2] / "docs" / "example" / "make.py"


@pytest.fixture
def view(tmp_path: Path) -> View:
    store = Store.open(tmp_path / "store", "maria")
    return View(store.view(start_from_file(store, FILE)))


def test_it_shows_people_and_interviews_in_every_state(view: View) -> None:
    states = {each.state for each in view.participants.values()}
    assert {"to_ask", "agreed", "declined", "confirmed"} <= states
    assert [each.state for each in view.interviews.values()] == ["ended", "ended", "running"]


def test_it_shows_a_flag_a_parked_idea_something_for_later_and_a_question_for_somebody_else(view: View) -> None:
    assert count(view, record(view), load(BUILT_IN))
    assert view.ideas
    assert queue_of(view, "p3")
    assert any(each.state == "later" for each in view.answers.values())


def test_it_is_what_its_maker_makes(tmp_path: Path) -> None:
    made = runpy.run_path(str(MAKER))["make"](Store.open(tmp_path / "store", "facilitator"))
    assert made == json.loads(FILE.read_text(encoding="utf-8")), "run docs/example/make.py"


def test_examples_are_offered_by_their_titles() -> None:
    found = titles(package_folder("examples"))
    assert next(iter(found)) == FILE.name
    assert all(len(each) > 20 for each in found.values())
