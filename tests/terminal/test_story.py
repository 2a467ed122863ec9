"""The main job on a real terminal: an incident, answers, a kill, all of them there again, and in the draft."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

from pmtui.questionnaire.loading import built_in
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.view import View
from pmtui.screens.questionnaires import offered
from pmtui.settings import package_folder
from pmtui.store import Store

from .terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., str]

ANSWERS = {
    "story": "The refund bot paid four hundred refunds.",
    "noticed": "A customer called to say that money came twice.",
    "system_name": "refund-bot",
    "system_effect": "It read a retry as a new order; nothing counted them.",
    "affected": "About four hundred customers, none of them out of pocket.",
}


QUICK = built_in(Shelves.of(package_folder("questionnaires")), "quick")
ASKED = {name: question.ask for name, question in QUICK.questions.items()}


def _stands_at(folder: Path, title: str) -> int:
    """How many questionnaires are offered before the one with this title."""
    store = Store.open(folder / "store", "alex")
    (incident,) = store.ids()
    entries = offered(Shelves.of_store(store.root), View(store.view(incident)))
    return next(at for at, (_, words) in enumerate(entries) if words.startswith(title))


def test_five_answers_outlive_a_kill(tmp_path: Path, run: Run) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.shows("Start an incident")
        terminal.type("\r")
        terminal.shows("Title")
        terminal.type("Refund bot paid twice\tmajor\t2026-03-14 14:05\tlogged\tEurope/Berlin\tIt paid without limit.\r")
        terminal.shows("Refund bot paid twice", "major", "It paid without limit.", "adds the first participant")
        terminal.type("\r")
        terminal.shows("Add a participant")
        terminal.type("on-call engineer\x13")
        terminal.shows("About you, before you talk")
        terminal.type("\r")
        terminal.shows("Which questionnaire for on-call engineer?")
        terminal.type("\x1b[B" * _stands_at(tmp_path, QUICK.title) + "\r")
        terminal.shows("Before you begin")
        terminal.type("\x07")
        for question, answer in ANSWERS.items():
            if question == "affected":
                terminal.shows("what there is so far")
                terminal.type("\t")
            terminal.shows(ASKED[question])
            terminal.type(f"{answer}\t")
        terminal.shows("When was it?", "saved")
        terminal.hides("saving", "not saved")
        terminal.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL

    with Terminal(tmp_path) as terminal:
        terminal.shows("Refund bot paid twice")
        terminal.type("\r")
        terminal.shows("running, 5 answers")
        terminal.type("\r")
        terminal.shows("When was it?")
        for question, answer in reversed(ANSWERS.items()):
            terminal.type("\x1b[Z")
            if question == "system_effect":
                terminal.shows("what there is so far")
                terminal.type("\x1b[Z")
            terminal.shows(ASKED[question], answer)
        terminal.type("\x11")
        terminal.shows("running, 5 answers")
        terminal.type("\x11")
        assert terminal.ended() == 0

    (incident,) = (each["id"] for each in json.loads(run("list", "--format", "json")))
    saved = {
        each["question"]: each["value"]
        for each in json.loads(run("answers", incident, "i1", "--format", "json")).values()
    }
    assert saved == ANSWERS
    draft = run("export", incident)
    for answer in ANSWERS.values():
        assert answer in draft.replace("\\", "")
    assert "2026-03-14 14:05" in draft
    assert "**Severity:** major" in draft


def test_a_kill_in_the_middle_of_a_word(tmp_path: Path, run: Run, incident: str) -> None:
    typing = tmp_path / "store" / "incidents" / incident / "typing" / "i1.alex.json"
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice.\tA customer cal")
        terminal.until(typing, "A customer cal")
        terminal.kill(signal.SIGKILL)
        terminal.ended()
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows(ASKED["noticed"], "A customer cal", "not saved yet")
        terminal.type("led.\t")
        terminal.shows(ASKED["system_name"], "saved")
        terminal.type("\x11")
        assert terminal.ended() == 0
    assert not typing.exists()
    assert "A customer called." in run("answers", incident, "i1")


def test_a_burst_of_keys_lands_where_it_was_meant(tmp_path: Path, run: Run, incident: str) -> None:
    """While the app still starts: into the incident and the interview; then through questions, and out again."""
    with Terminal(tmp_path) as terminal:
        terminal.type("\r\rWell, ")
        terminal.shows(ASKED["story"], "Well,")
        terminal.type("abc\x7f\x7f\x7fone\tTwo, and never \x17goes\t\x1b[Z again\tthree\t\x11\x11")
        assert terminal.ended() == 0
    saved = json.loads(run("answers", incident, "i1", "--format", "json")).values()
    assert {each["question"]: each["value"] for each in saved} == {
        "story": "Well, one",
        "noticed": "Two, and goes again",
        "system_name": "three",
    }


def test_a_preview_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        "questionnaire: ours\nversion: 1\ntitle: Ours\nsections:\n  - id: all\n    title: All\n"
        "    questions:\n      - {id: story, ask: What is to be seen here?}\n"
    )
    with Terminal(tmp_path, "questionnaire", "preview", "ours.yaml") as terminal:
        terminal.shows("Preview, nothing is kept", "What is to be seen here?")
        terminal.type("words\t\x11")
        assert terminal.ended() == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "cache") == ["ours.yaml"]
