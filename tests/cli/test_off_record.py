"""No command prints or writes what is off the record, whichever formats it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.cli.parser import COMMANDS, Parser
from pmtui.record.changes import Stamp, decide
from pmtui.record.notes import keep_notes
from pmtui.record.withheld import OFF
from pmtui.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands

INCIDENT = "2026-03-14-refund-bot"
SECRET = "Marta was careless 7391"
KEEPS = {"backup": "a copy of the whole store", "unpack": "the same, read back", "interview": "the interview itself"}
"""Commands that are no export: what is off the record is where it was said."""

SILENT = (
    "new", "edit", "remove", "restore", "participant", "consent", "answer", "forget", "doctor", "init", "questionnaire",
    "moment", "blame", "completion", "invite",
)  # fmt: skip
"""Commands that print nothing that was answered."""

LOUD = {
    "list": [["list"]],
    "account": [["account", "2026", "p1"]],
    "show": [["show", "2026"], ["show", "2026", "--coverage", "all"]],
    "answers": [["answers", "2026", "i1"]],
    "same": [["same", "2026"]],
    "history": [["history", "2026"]],
    "log": [["log", "2026"]],
    "export": [["export", "2026"]],
}
"""Commands that print what is known: each is run here with every format that it has."""


def formats(name: str) -> list[str]:
    """The values of `--format` of one command."""
    one = Parser()
    COMMANDS[name][2](one)
    return next((list(each.choices or ()) for each in one._actions if each.dest == "format"), [])


@pytest.fixture
def told(begun: Commands, home: Path) -> Commands:
    begun.done("answer", "2026", "i1", "story", SECRET, "--remark", SECRET)
    begun.done("answer", "2026", "i1", "system_name@new", SECRET)
    begun.done("answer", "2026", "i1", "event_what@new", SECRET)
    begun.done("answer", "2026", "i1", "noticed", "On the record.")
    store = Store.open(home / "store", by="tester")
    stamp = Stamp("2026-03-14T10:00:00+00:00", "tester")
    names = [name for name, each in store.view(INCIDENT)["answers"].items() if each["value"] == SECRET]
    assert len(names) == 3
    for name in names:
        store.change(INCIDENT, lambda edit, name=name: decide(edit, OFF, name, stamp))  # type: ignore[misc]
    store.change(INCIDENT, lambda edit: keep_notes(edit, "i1", SECRET, stamp))
    return begun


def test_every_command_is_known_here() -> None:
    """A new command belongs to one of the three lists; one that prints what was answered is then tried below."""
    assert sorted([*LOUD, *SILENT, *KEEPS]) == sorted(COMMANDS)


@pytest.mark.parametrize("name", LOUD)
def test_no_command_prints_it(told: Commands, name: str) -> None:
    for words in LOUD[name]:
        for style in [["--format", each] for each in formats(name)] or [[]]:
            outcome = told(*words, *style)
            assert outcome.status == 0
            assert SECRET not in outcome.out + outcome.err, (words, style)


def test_only_who_asks_for_it_by_name_sees_its_history(told: Commands) -> None:
    assert "[off the record]" in told.done("answers", "2026", "i1")
    assert SECRET in told.done("history", "2026", "i1", "story")
    assert "On the record." in told.done("export", "2026")


def test_forgetting_takes_it_out_of_every_file(told: Commands, home: Path) -> None:
    store = Store.open(home / "store", by="tester")
    stamp = Stamp("2026-03-14T10:00:00+00:00", "tester")
    left = {"rule": "x", "words": SECRET, "reason": "said so"}
    store.change(INCIDENT, lambda edit: decide(edit, "dismiss-flag", "i1/story", stamp, left))
    tie = {"item": "e1234", "words": SECRET, "actor": False}
    store.change(INCIDENT, lambda edit: decide(edit, "timeline-event", "i1/story", stamp, tie))
    told.done("answer", "2026", "i1", "event_what@new", SECRET)
    for name in [name for name, each in store.view(INCIDENT)["answers"].items() if each["value"] == SECRET]:
        told.done("forget", "2026", *name.split("/"))
    store.keep_typing(INCIDENT, "i1-notes", {"text": SECRET})
    assert told.done("forget", "2026", "i1", "--notes") == ("forgotten the notes on i1: 1 revision, 1 text being typed")
    held = [path for path in (home / "store").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert held == []


def test_forgetting_says_which_events_hold_the_words_still_and_keeps_them_in_their_place(
    begun: Commands, home: Path
) -> None:
    begun.done("answer", "2026", "i1", "story", SECRET)
    named = begun.done("answer", "2026", "i1", "event_what@new", "An event.").split()[-1]
    store = Store.open(home / "store", by="tester")
    stamp = Stamp("2026-03-14T10:00:00+00:00", "tester")
    tie = {"item": named.partition("@")[2], "words": SECRET, "actor": False}
    store.change(INCIDENT, lambda edit: decide(edit, "timeline-event", "i1/story", stamp, tie))
    told = begun.done("forget", "2026", "i1", "story")
    assert f"`pmtui forget {INCIDENT} i1 {named}` forgets that too" in told
    (decision,) = [each for each in store.view(INCIDENT)["decisions"].values() if each["kind"] == "timeline-event"]
    assert decision["value"] == {**tie, "words": ""}
    assert (decision["at"], decision["by"]) == (stamp.at, stamp.by)
    assert "An event." in begun.done("export", "2026")


def test_only_who_asks_for_the_notes_reads_them(told: Commands) -> None:
    assert f"  {SECRET}" in told.done("show", "2026", "--notes").splitlines()
