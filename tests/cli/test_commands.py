"""The commands from end to end: what they print, and what they leave in the store."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from cli.conftest import CASE
from pmtui.cli.parser import COMMANDS
from pmtui.intake.versions import move, move_back, other_version
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.moving import last_move
from pmtui.record.view import View
from pmtui.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands

INCIDENT = "2026-03-14-refund-bot"

every_command = pytest.mark.parametrize("command", COMMANDS)


@every_command
def test_every_command_has_help_with_an_example_of_itself(pmtui: Commands, command: str) -> None:
    text = pmtui.done(command, "--help")
    assert f"example: pmtui {command}" in text
    for option in ("--store", "--by", "--help"):
        assert option in text


def test_help_names_every_command_and_version_the_version(pmtui: Commands) -> None:
    text = pmtui.done("--help")
    assert all(re.search(rf"^    {command}\s", text, re.MULTILINE) for command in COMMANDS)
    assert re.fullmatch(r"pmtui \d+\.\d+\.\d+\S*", pmtui.done("--version"))


@every_command
def test_the_example_of_a_command_is_one_that_it_understands(begun: Commands, home: Path, command: str) -> None:
    from shlex import split

    what, example, _ = COMMANDS[command]
    assert what
    if command == "restore":
        begun.done("remove", INCIDENT)
    if command in ("forget", "account"):
        begun.done("answer", INCIDENT, "i1", "story", "It paid.")
    if command == "blame":
        (home / "notes.md").write_text("The index was stale.")
    if command == "unpack":
        begun.done("backup", "kept.tar.gz")
    words = split(example)[1:]
    if command == "interview":
        words.append("--no-open")
    outcome = begun(*words)
    assert outcome.status == 0, outcome.err
    assert home


def test_a_new_incident_prints_its_id(pmtui: Commands) -> None:
    flags = [
        "--title",
        "Refund bot",
        "--zone",
        "Europe/Berlin",
        "--noticed",
        "14 March 2026 14:05",
        "--basis",
        "logged",
    ]
    assert pmtui.done("new", *flags, "--severity", "Major", "--summary", "Too much.") == INCIDENT
    assert pmtui.done("new", *flags) == f"{INCIDENT}-2"
    assert pmtui.done("new", *flags, "--id", "INC-17") == "INC-17"
    shown = pmtui.done("show", INCIDENT)
    for words in ("Refund bot", "major", "Europe/Berlin", "Too much.", "Add the first participant"):
        assert words in shown
    assert re.search(r"noticed +14 March 2026", shown) or "14:05" in shown


def test_an_incident_is_named_by_any_unique_beginning(begun: Commands) -> None:
    assert begun.done("show", "2026-03") == begun.done("show", INCIDENT)


def test_a_case_file_and_an_exported_record_keep_their_id(pmtui: Commands, home: Path) -> None:
    assert pmtui.done("new", "--from", CASE) == CASE.stem
    pmtui.done("export", CASE.stem, "--format", "json", "-o", "record.json")
    assert pmtui.done("--store", home / "other", "new", "--from", "record.json") == CASE.stem
    first = pmtui.done("show", CASE.stem, "--format", "json")
    assert pmtui.done("show", CASE.stem, "--format", "json", "--store", home / "other") == first


def test_edit_changes_what_is_named(begun: Commands) -> None:
    assert begun.done("edit", INCIDENT, "--title", "Another", "--state", "In review", "--severity", "minor") == ""
    incident = json.loads(begun.done("show", INCIDENT, "--format", "json"))["incident"]
    assert (incident["title"], incident["state"], incident["severity"]) == ("Another", "in_review", "minor")
    assert incident["zone"] == "Europe/Berlin"


def test_a_removed_incident_is_not_listed_and_can_be_restored(begun: Commands) -> None:
    assert f"`pmtui restore {INCIDENT}`" in begun.done("remove", "2026")
    assert begun.done("list") == ""
    assert "no incident begins with" in begun.refused("show", INCIDENT)
    assert INCIDENT in begun.done("restore", "2026")
    assert INCIDENT in begun.done("list")


def test_participants_and_interviews_are_numbered(begun: Commands) -> None:
    assert (
        begun.done(
            "participant", INCIDENT, "--role", "lead", "--name", "Kim", "--function", "responder", "--zone", "UTC"
        )
        == "p2"
    )
    assert begun.done("interview", INCIDENT, "--new", "--participant", "p2", "--no-open") == "i2"
    shown = begun.done("show", INCIDENT)
    assert "lead (Kim)" in shown
    assert "planned, 0 answers" in shown
    begun.done("answer", INCIDENT, "i2", "story", "It paid twice.")
    begun.done("answer", INCIDENT, "i2", "system_name@new", "Refund bot")
    begun.done("answer", INCIDENT, "i1", "story", "It paid.")
    shown = begun.done("show", INCIDENT)
    assert "running, 2 answers" in shown
    assert "running, 1 answer\n" in shown
    assert "1 system," in shown
    assert "2 accounts" in shown


def test_people_are_listed_in_the_order_in_which_they_are_talked_with(begun: Commands) -> None:
    begun.done("participant", INCIDENT, "--role", "counsel")
    begun.done("participant", INCIDENT, "--role", "status page", "--source")
    first = ("--order", "1", "--reason", "led the response", "--function", "responder")
    assert begun.done("participant", INCIDENT, "--role", "lead", *first) == "p4"
    shown = begun.done("show", INCIDENT)
    lines = (
        "p4    lead, responder, to ask: led the response",
        "p1    on-call engineer, to ask",
        "p2    counsel, to ask",
        "p3    status page, source",
    )
    assert "\n  ".join(lines) in shown
    assert begun.done("participant", INCIDENT, "p4", "--order", "2", "--state", "Follow-up owed", "--reason", "") == ""
    shown = begun.done("show", INCIDENT)
    assert shown.index("p1 ") < shown.index("p4    lead, responder, follow-up owed\n") < shown.index("p2 ")


def test_who_withdraws_is_in_no_export_until_another_state_brings_them_back(begun: Commands) -> None:
    say = ("answer", INCIDENT, "i1", "story")
    begun.done(*say, "It paid twice.")
    before = begun.done("export", INCIDENT), begun.done("export", INCIDENT, "--format", "json")
    assert begun.done("participant", INCIDENT, "p1", "--state", "withdrawn").startswith("p1 withdrew. Their account")
    for words in (("export",), ("export", "--format", "json"), ("show", "--format", "json"), ("show",)):
        assert "It paid twice." not in begun.done(words[0], INCIDENT, *words[1:])
    assert "i1    quick" in begun.done("show", INCIDENT)
    assert "brings it back" in begun.refused(*say, "more")
    kept = begun("answers", INCIDENT, "i1")
    assert "It paid twice." in kept.out
    assert "in no draft and no export" in kept.err
    assert "It paid twice." in begun.done("history", INCIDENT)
    begun.done("participant", INCIDENT, "p1", "--state", "to_ask")
    assert (begun.done("export", INCIDENT), begun.done("export", INCIDENT, "--format", "json")) == before
    begun.done("participant", INCIDENT, "p1", "--state", "withdrawn")
    assert begun.done("forget", INCIDENT, "i1", "story").startswith("forgotten i1/story")
    assert "It paid twice." not in begun.done("history", INCIDENT)


def test_a_questionnaire_of_ones_own_is_asked(begun: Commands, home: Path) -> None:
    sections = "sections: [{id: s, title: S, questions: [{id: a, ask: What?}]}]"
    (home / "mine.yaml").write_text(f"questionnaire: mine\nversion: 1\ntitle: Mine\n{sections}\n")
    words = ["--new", "--participant", "p1", "--questionnaire", "mine.yaml", "--no-open"]
    assert begun.done("interview", INCIDENT, *words) == "i2"
    assert begun.done("answer", INCIDENT, "i2", "a", "x") == "saved 1 a"


def test_an_answer_is_told_to_be_saved_with_its_revision(begun: Commands) -> None:
    say = ("answer", INCIDENT, "i1")
    assert begun.done(*say, "story", "It began at noon.") == "saved 1 story"
    assert begun.done(*say, "story", "It began at one.", "--remark", "by the log") == "saved 2 story"
    assert begun.done(*say, "story", "--state", "declined") == "saved 3 story"
    assert begun.done(*say, "story", "-", stdin="two\nlines\n") == "saved 4 story"
    (saved,) = json.loads(begun.done("answers", INCIDENT, "i1", "--format", "json")).values()
    assert (saved["value"], saved["revision"], saved["by"]) == ("two\nlines", 4, "tester")


def test_options_may_stand_between_the_words_of_an_answer(begun: Commands) -> None:
    assert begun("answer", "2026", "--by", "robin", "i1", "--state", "unknown", "story").status == 0
    assert "[unknown]" in begun("answers", "2026", "i1").out


def test_an_answer_about_a_new_item_tells_the_items_id(begun: Commands) -> None:
    said = begun.done("answer", INCIDENT, "i1", "system_name@new", "Refund bot")
    assert re.fullmatch(r"saved 1 system_name@s[a-z0-9]{4}", said)
    item = said.partition("@")[2]
    assert begun.done("answer", INCIDENT, "i1", f"system_effect@{item}", "x") == f"saved 1 system_effect@{item}"


def test_lines_on_standard_input_are_saved_one_by_one(begun: Commands) -> None:
    lines = "story\tone\\ntwo\\tthree\\\\four \\x \n\nnoticed\tan alert\nsystem_name@new\tRefund bot\n"
    outcome = begun("answer", INCIDENT, "i1", "--stdin", stdin=lines)
    assert outcome.status == 0
    assert outcome.lines[:2] == ["saved 1 story", "saved 1 noticed"]
    assert outcome.lines[2].startswith("saved 1 system_name@s")
    answers = json.loads(begun.done("answers", INCIDENT, "i1", "--format", "json"))
    assert answers["story"]["value"] == "one\ntwo\tthree\\four \\x "


def test_a_bad_line_is_refused_by_its_number_and_hides_no_other(begun: Commands) -> None:
    lines = "stroy\tx\nno tab\nstory\tfine\nsystem_name@s9\tx\nduties\tnothing of these\nstory@new\tx\n\tx\n"
    outcome = begun("answer", INCIDENT, "i1", "--stdin", stdin=lines)
    assert outcome.status == 2
    assert [line.split()[:2] for line in outcome.lines] == [
        ["refused", "1"], ["refused", "2"], ["saved", "1"], ["refused", "4"], ["saved", "1"], ["refused", "6"],
        ["refused", "7"],
    ]  # fmt: skip
    assert "did you mean `story`?" in outcome.lines[0]


def test_answers_are_printed_for_people(begun: Commands) -> None:
    begun.done("answer", INCIDENT, "i1", "story", "one\ntwo", "--remark", "by the log")
    begun.done("answer", INCIDENT, "i1", "duties", "safety")
    begun.done("answer", INCIDENT, "i1", "noticed", "--state", "not_applicable")
    text = begun.done("answers", INCIDENT, "i1")
    for words in ("    one\n    two\n    remark: by the log\n", "Safety or health of people", "[not applicable]"):
        assert words in text


def test_a_revision_is_brought_back_and_is_one_itself(begun: Commands) -> None:
    for words in ("First.", "Second.", "Third."):
        begun.done("answer", "2026", "i1", "story", words)
    revisions = json.loads(begun.done("history", "2026", "i1", "story", "--format", "json"))
    second = next(each["revision"] for each in revisions if each["value"] == "Second.")
    assert begun.done("history", "2026", "i1", "story", "--restore", str(second)).strip() == f"saved {second + 2} story"
    told = json.loads(begun.done("history", "2026", "i1", "story", "--format", "json"))
    assert [each["value"] for each in told][-4:] == ["First.", "Second.", "Third.", "Second."]


def test_history_tells_every_revision(begun: Commands) -> None:
    for words in ("It paid.", "It paid twice."):
        begun.done("answer", "2026", "i1", "story", words)
    begun.done("answer", "2026", "--by", "robin", "i1", "story", "--state", "declined", "--remark", "not today")
    begun.done("answer", "2026", "i1", "noticed", "A call.")
    told = json.loads(begun.done("history", "2026", "i1", "story", "--format", "json"))
    assert [(each["revision"], each["state"], each["value"], each["by"]) for each in told] == [
        (1, "answered", "It paid.", "tester"),
        (2, "answered", "It paid twice.", "tester"),
        (3, "declined", None, "robin"),
    ]
    words = begun.done("history", "2026", "i1", "story")
    assert all(part in words for part in ("It paid.", "It paid twice.", "[declined]", "remark: not today"))
    assert "A call." not in words
    assert len(json.loads(begun.done("history", "2026", "--format", "json"))) == 4
    compared = begun.done("history", "2026", "i1", "story", "--compare")
    assert all(
        part in compared for part in ("    It paid.\n", "[-paid.-]{+paid twice.+}", "{+[declined]", "not today+}")
    )


def test_the_log_tells_each_change(begun: Commands) -> None:
    before = len(json.loads(begun.done("log", "2026", "--format", "json")))
    begun.done("answer", "2026", "i1", "story", "It paid.")
    begun.done("answer", "2026", "--by", "robin", "i1", "story", "It paid twice.")
    first, second = json.loads(begun.done("log", "2026", "--format", "json"))[before:]
    assert {"table": "answers", "id": "i1/story", "what": "added"} in first["changes"]
    assert second["changes"] == [{"table": "answers", "id": "i1/story", "what": "changed"}]
    assert (second["seq"], second["by"]) == (first["seq"] + 1, "robin")
    assert begun.done("log", "2026").splitlines()[-1].endswith("robin  answers i1/story changed")


def test_a_damaged_journal_is_told_after_what_is_left(begun: Commands, home: Path) -> None:
    begun.done("answer", "2026", "i1", "story", "It paid.")
    (journal,) = home.glob("store/incidents/*/journal.jsonl")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([lines[0], *lines[2:]]))
    for words in (("history", "2026"), ("log", "2026")):
        outcome = begun(*words)
        assert outcome.status == 2
        assert outcome.out
        assert outcome.err.count("\n") == 1
        assert "revisions may be missing" in outcome.err


def test_the_doctor_finds_damage_and_mends_it(begun: Commands, home: Path) -> None:
    begun.done("answer", "2026", "i1", "story", "It paid.")
    assert begun.done("doctor") == f"{INCIDENT}: sound"
    (journal,) = home.glob("store/incidents/*/journal.jsonl")
    journal.write_bytes(journal.read_bytes()[:-9])
    found = begun("doctor")
    assert (found.status, found.err) == (1, "")
    assert "journal.jsonl is damaged" in found.out
    refused = begun("answer", "2026", "i1", "story", "It paid twice.")
    assert (refused.status, refused.out) == (2, "")
    assert "not saved" in refused.err
    mended = begun("doctor", "--repair", "2026")
    assert mended.status == 0
    assert "was begun anew" in mended.out
    assert "kept as" in mended.err
    assert begun.done("doctor") == f"{INCIDENT}: sound"
    assert "It paid." in begun.done("answers", "2026", "i1")


def test_words_are_forgotten_and_that_they_were_is_kept(begun: Commands, home: Path) -> None:
    begun.done("answer", "2026", "i1", "story", "The patient is called Kim.")
    begun.done("answer", "2026", "i1", "story", "The patient is called Kim, I think.")
    begun.done("answer", "2026", "i1", "noticed", "A call.")
    told = begun.done("--by", "robin", "forget", "2026", "i1", "story")
    assert told == "forgotten i1/story: 2 revisions, 0 texts being typed"
    assert not [path for path in home.rglob("*") if path.is_file() and b"Kim" in path.read_bytes()]
    (decision,) = json.loads(begun.done("export", "2026", "--format", "json"))["decisions"]
    assert (decision["kind"], decision["about"], decision["by"]) == ("forget", "i1/story", "robin")
    assert [each["question"] for each in json.loads(begun.done("history", "2026", "--format", "json"))] == ["noticed"]
    assert "no answer story" in begun.refused("forget", "2026", "i1", "story")
    assert begun.done("answer", "2026", "i1", "story", "It paid.") == "saved 1 story"


def test_words_are_forgotten_through_a_move_to_another_version(begun: Commands, home: Path) -> None:
    text = "questionnaire: ours\nversion: 1\ntitle: Ours\nsections:\n  - id: all\n    title: All\n    questions:\n"
    shelf = home / "store" / "questionnaires"
    shelf.mkdir()
    (shelf / "ours.yaml").write_text(text + "      - {id: seen, ask: Who saw it?}\n")
    begun.done("interview", "2026", "--new", "--participant", "p1", "--questionnaire", "ours", "--no-open")
    begun.done("answer", "2026", "i2", "seen", "The patient is called Kim.")
    newer = text.replace("version: 1", "version: 2") + "      - {id: saw, ask: Who saw it?, was: [seen]}\n"
    (shelf / "ours.yaml").write_text(newer)
    store = Store.open(home / "store", "tester")
    view = View(store.view(INCIDENT))
    other = other_version(view, "i2", Shelves.of(shelf))
    assert other
    move(store, view, "i2", other)
    begun.done("answer", "2026", "i2", "saw", "Kim, again.")
    assert begun.done("forget", "2026", "i2", "saw").startswith("forgotten i2/saw: ")
    assert not [path for path in home.rglob("*") if path.is_file() and b"Kim" in path.read_bytes()]
    last = last_move(View(store.view(INCIDENT)), "i2")
    assert last
    move_back(store, INCIDENT, last)
    assert not View(store.view(INCIDENT)).answers_of("i2")


def test_what_the_app_wrote_elsewhere_is_saved(begun: Commands, home: Path) -> None:
    here = {"incident": INCIDENT, "interview": "i1", "at": "2026-03-15T09:30:00.000+00:00", "by": "robin"}
    told = [{**here, "question": name, "state": "answered", "value": "It paid."} for name in ("story", "gone")]
    (home / "unsaved.json").write_text(json.dumps(told))
    done = begun("answer", "--unsaved", "unsaved.json")
    assert (done.out, done.status) == ("saved 1 story\nrefused 2 i1 has no question `gone`\n", 2)
    assert json.loads(begun.done("answers", "2026", "i1", "--format", "json"))["story"]["by"] == "robin"


def test_a_store_is_made_where_one_says(pmtui: Commands, home: Path) -> None:
    assert pmtui("--store", "mine", "init").out == f"{home / 'mine'}\n"
    assert pmtui("--store", "mine", "init").status == 0
    assert (home / "mine").stat().st_mode & 0o777 == 0o700


def test_a_backup_makes_the_same_store_again(begun: Commands, home: Path) -> None:
    begun.done("answer", "2026", "i1", "story", "It paid.")
    assert begun.done("backup", "kept.tar.gz") == "1 incident in kept.tar.gz"
    assert begun.done("unpack", "kept.tar.gz", "--into", "again") == f"1 incident in {home / 'again'}"
    for words in (("history", "2026"), ("export", "2026"), ("log", "2026"), ("list",)):
        assert begun.done("--store", "again", *words) == begun.done(*words)


def test_a_draft_is_written_once_and_replaced_only_when_asked(begun: Commands, home: Path) -> None:
    draft = begun.done("export", INCIDENT)
    assert "Refund bot" in draft
    assert str(home / "draft.md") in begun.done("export", INCIDENT, "-o", "draft.md")
    assert (home / "draft.md").read_text(encoding="utf-8").strip() == draft.strip()
    (home / "draft.md").write_text("mine")
    assert "--force" in begun.refused("export", INCIDENT, "-o", "draft.md")
    assert (home / "draft.md").read_text() == "mine"
    begun.done("export", INCIDENT, "-o", "draft.md", "--force")
    assert (home / "draft.md").read_text(encoding="utf-8").strip() == draft.strip()


def test_options_stand_before_or_after_the_command_and_win_over_the_environment(pmtui: Commands, home: Path) -> None:
    new = ["new", "--title", "T", "--zone", "UTC"]
    pmtui.done("--store", home / "a", "--by", "kim", *new, "--id", "before")
    pmtui.done(*new, "--id", "after", "--store", home / "a", "--by", "lee")
    pmtui.done(*new, "--id", "environment")
    assert [row["id"] for row in json.loads(pmtui.done("list", "--format", "json"))] == ["environment"]
    assert pmtui.done("--store", home / "a", "list") == pmtui.done("list", "--store", home / "a")
    journal = "".join((home / "a/incidents" / name / "journal.jsonl").read_text() for name in ("before", "after"))
    assert '"kim"' in journal
    assert '"lee"' in journal


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_name_the_commands_and_are_understood_by_their_shell(pmtui: Commands, shell: str) -> None:
    script = pmtui.done("completion", shell)
    assert all(command in script for command in COMMANDS)
    if found := shutil.which(shell):
        done = subprocess.run([found, "-n"], input=script, capture_output=True, text=True, timeout=30, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_two_items_are_said_to_be_one_and_apart_again(begun: Commands) -> None:
    one = begun.done("answer", "2026", "i1", "system_name@new", "Refund bot").split("@")[1]
    other = begun.done("answer", "2026", "i1", "system_name@new", "the assistant").split("@")[1]
    assert f"{one}  system  Refund bot  (i1)" in begun.done("same", "2026")
    assert begun.done("same", "2026", other, one) == f"{other} is the same as {one}"
    assert json.loads(begun.done("same", "2026", "--format", "json"))[0]["same"] == [other]
    assert "an item of its own again" in begun.done("same", "2026", other, "--undo")
    assert len(begun.done("same", "2026").splitlines()) == 2
    assert "no item `x`" in begun.refused("same", "2026", "x", one)
    assert "give two items" in begun.refused("same", "2026", one)
    assert "give two items" in begun.refused("same", "2026", one, other, "--undo")


def test_an_interview_is_held_line_by_line_and_goes_on_where_it_stood(begun: Commands) -> None:
    first = begun.done("interview", "2026", "i1", "--plain", stdin="It paid twice.\n\n/unknown\n")
    assert first.splitlines()[0] == "Refund bot: Quick review, on-call engineer"
    assert "Which system was affected?" in first
    assert json.loads(begun.done("answers", "2026", "i1", "--format", "json"))["story"]["value"] == "It paid twice."
    again = begun.done("interview", "2026", "i1", "--plain", stdin="Refund bot\n/end\n")
    assert "What happened, and how" not in again
    assert "marked as ended" in again
    shown = json.loads(begun.done("show", "2026", "--format", "json"))
    assert [each["state"] for each in shown["interviews"]] == ["ended"]
    assert shown["record"]["systems"][0]["name"] == "Refund bot"


def test_who_answers_alone_opens_their_own_interview_and_no_other(begun: Commands) -> None:
    begun.done("participant", "2026", "--role", "product lead")
    assert "no interview of p2" in begun.refused("interview", "2026", "--as", "p2", "--plain")
    begun.done("interview", "2026", "--new", "--participant", "p2", "--no-open")
    assert "i1 is not an interview of p2" in begun.refused("interview", "2026", "i1", "--as", "p2", "--plain")
    told = begun.done("interview", "2026", "--as", "p2", "--plain", stdin="It was slow.\n\n")
    assert told.splitlines()[0] == "Refund bot: Quick review, product lead"
    assert json.loads(begun.done("answers", "2026", "i2", "--format", "json"))["story"]["value"] == "It was slow."
    assert "--as opens an interview that is there" in begun.refused(
        "interview", "2026", "--new", "--as", "p2", "--plain"
    )


def test_an_invitation_is_printed_and_written(begun: Commands, home: Path) -> None:
    begun.done("participant", INCIDENT, "--role", "counsel")
    unknown = begun.done("invite", INCIDENT, "p2")
    assert "minutes" not in unknown
    assert "We would talk about" not in unknown
    assert "You need not prepare anything." in unknown
    text = begun.done("invite", INCIDENT, "p1")
    assert "as on-call engineer" in text
    assert "about 20 minutes" in text
    assert "45-60 minutes" in begun.done("invite", INCIDENT, "p1", "--questionnaire", "governance")
    begun.done("invite", INCIDENT, "p1", "-o", "ask.txt")
    assert (home / "ask.txt").read_text() == f"{text}\n"
    assert "is there already" in begun.refused("invite", INCIDENT, "p1", "-o", "ask.txt")


def test_a_list_on_a_terminal_says_where_no_store_is(pmtui: Commands, home: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout.isatty", lambda: True)
        there = home / "nowhere"
        assert (
            pmtui.done("--store", there, "list") == f"there is no store in {there} yet; `pmtui new` starts an incident"
        )
        assert not there.exists()
        there.mkdir()
        assert pmtui.done("--store", there, "list") == "no incidents yet; `pmtui new` starts an incident"
