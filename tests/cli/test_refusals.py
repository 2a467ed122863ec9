"""Whatever is wrong is told in one line, with status 2, without a traceback, and nothing is changed by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.conftest import CASE
from pmtui.cli.parser import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands

NEW = ("new", "--title", "T", "--zone", "UTC")
SAY = ("answer", "2026", "i1")
ASK = ("interview", "2026", "--new", "--no-open", "--participant", "p1")
LONG = "long " * 4_000

ROWS: list[tuple[tuple[str, ...], str]] = [
    (("sohw",), "invalid choice: 'sohw'"),
    (("--nothing",), "--nothing"),
    (("show",), "INCIDENT"),
    (("show", ""), "no incident begins with ''"),
    (("show", "2027"), "no incident begins with '2027'"),
    (("show", "refund"), "no incident begins with 'refund': 2026-03-14-refund-bot"),
    (("show", "2026", "extra"), "unrecognized arguments: extra"),
    (("show", "2026", "--notes", "--format", "json"), "--notes stands alone"),
    (("show", "2026", "--notes", "--coverage", "all"), "--notes stands alone"),
    (("forget", "2026", "i1"), "QUESTION or --notes: what is to be forgotten is one of them"),
    (("forget", "2026", "i1", "story", "--notes"), "QUESTION or --notes: what is to be forgotten is one of them"),
    (("forget", "2026", "i1", "--notes"), "no notes on i1"),
    (("show", "2026", "--format", "xml"), "invalid choice: 'xml'"),
    (("show", "../2026-03-14-refund-bot"), "no incident begins with"),
    (("show", "\x00"), "no incident begins with"),
    (("show", "\udcff"), "no incident begins with"),
    (("show", LONG), "no incident begins with"),
    (("remove", "2027"), "no incident begins with '2027'"),
    (("restore", "2026"), "no removed incident begins with '2026'; none was removed"),
    (("new",), "--title"),
    (("new", "--title", "T"), "zone"),
    (("new", "--zone", "UTC"), "title"),
    (("new", "--title", " ", "--zone", "UTC"), "title"),
    (("new", "--title", "T", "--zone", "Europe/Berlln"), "did you mean Europe/Berlin?"),
    (("new", "--title", "T", "--zone", "../../etc/passwd"), "../../etc/passwd"),
    (("new", "--title", "\udcff", "--zone", "UTC"), "is not UTF-8"),
    ((*NEW, "--severity", "mayor"), "did you mean `major`?"),
    ((*NEW, "--noticed", "some day"), "first noticed: "),
    ((*NEW, "--noticed", "2026-03-14", "--basis", "gut"), "`gut` is not one of logged"),
    ((*NEW, "--id", "a/b"), "`a/b`"),
    ((*NEW, "--id", ".."), "`..`"),
    ((*NEW, "--id", "a\nb"), "a b"),
    ((*NEW, "--id", "\x00"), "cannot be an incident's id"),
    ((*NEW, "--id", "2026-03-14-refund-bot"), "exists already"),
    (("new", "--title", "T", "--from", "x.yaml"), "leave --title out"),
    (("new", "--from", "gone.yaml"), "gone.yaml: cannot be read: No such file"),
    (("new", "--from", "folder.yaml"), "folder.yaml: cannot be read: Is a directory"),
    (("new", "--from", "notes.txt"), "a case file ends in .yaml"),
    (("new", "--from", "empty.yaml"), "empty.yaml:1:1: the file is empty"),
    (("new", "--from", "empty.json"), "empty.json: not a JSON document"),
    (("new", "--from", "latin.yaml"), "latin.yaml:1:8: not UTF-8 text"),
    (("new", "--from", "a\x00.yaml"), "cannot be read"),
    (("new", "--from", "x" * 500 + ".yaml"), "cannot be read: File name too long"),
    (("new", "--from", ""), "ends in .yaml"),
    ((*NEW, "--id", ""), "cannot be an incident's id"),
    (("edit", "2026"), "nothing to change"),
    (("edit", "2026", "--state", "done"), "`done` is not one of open"),
    (("edit", "2026", "--state", "clsoed"), "did you mean `closed`?"),
    (("edit", "2026", "--title", ""), "the title cannot be empty"),
    (("edit", "2026", "--zone", ""), "the zone cannot be empty"),
    (("edit", "2026", "--severity", "a\nb"), "a b"),
    (("edit", "2026", "--id", "x"), "unrecognized arguments: --id x"),
    (("participant", "2026"), "--role"),
    (("participant", "2026", "--role", " "), "a participant needs a role"),
    (("participant", "2026", "--role", "x", "--zone", "Mars/Base"), "Mars/Base"),
    (("participant", "2026", "--role", "\udcff"), "is not UTF-8"),
    (("participant", "2026", "--role", "x", "--order", "first"), "`first` is no place in an order"),
    (("participant", "2026", "--role", "x", "--order", "0"), "write a number from 1"),
    (("participant", "2026", "--role", "x", "--source", "--order", "2"), "a source has no place"),
    (("participant", "2026", "--role", "x", "--function", "resonder"), "did you mean `responder`?"),
    (("participant", "2026", "p1"), "nothing to change"),
    (("participant", "2026", "p1", "--role", ""), "a participant needs a role"),
    (("participant", "2026", "p1", "--state", "agred"), "did you mean `agreed`?"),
    (("participant", "2026", "p1", "--state", ""), "`` is not one of to_ask"),
    (("participant", "2026", "p1", "--source", "--state", "talked"), "--source goes with a new one"),
    (("participant", "2026", "p9", "--state", "talked"), "no participant `p9`"),
    (("invite", "2026"), "PARTICIPANT"),
    (("invite", "2026", "p9"), "no participant `p9`"),
    (("invite", "2026", "p1", "--questionnaire", "qick"), "did you mean `quick`?"),
    (("invite", "2026", "p1", "-o", "folder.yaml"), "is a folder"),
    (("account", "2026", "p9"), "no participant `p9`"),
    (("account", "2026", "p1"), "nothing was written down yet of what p1 said"),
    (("account", "2026", "p1", "--force"), "--force replaces a file"),
    (("account", "2026", "p1", "--confirm", "-o", "x.md"), "leave -o out"),
    ((*SAY, "--stdin", "--correction", "x"), "with --stdin"),
    (("consent", "2026"), "PARTICIPANT"),
    (("consent", "2026", "p9"), "no participant `p9`"),
    (("consent", "2026", "p1", "--quote", "perhaps"), "invalid choice: 'perhaps'"),
    (("consent", "2026", "p1", "--readers", "everybody"), "invalid choice: 'everybody'"),
    (("interview", "2026"), "the screens need a terminal; --plain asks line by line"),
    (("interview", "2026", "i1", "--plain", "--new", "--no-open", "--participant", "p1"), "leave one of --plain"),
    (("interview", "2026", "i9", "--plain"), "no interview `i9`"),
    (("interview", "2026", "--no-open"), "--no-open goes with --new"),
    (("interview", "2026", "--new", "--no-open"), "needs --participant"),
    (("interview", "2026", "i1", "--new", "--no-open", "--participant", "p1"), "no INTERVIEW"),
    (("interview", "2026", "--new", "--no-open", "--participant", "p9"), "no participant `p9`"),
    (("interview", "2026", "--plain", "--follow-up", "p9"), "no participant `p9`"),
    (("interview", "2026", "--plain", "--follow-up", "p1"), "has not ended yet"),
    (("interview", "2026", "--follow-up"), "expected one argument"),
    ((*ASK, "--follow-up", "p1"), "leave one of it and --new out"),
    ((*ASK, "--questionnaire", "quik"), "did you mean `quick`?"),
    ((*ASK, "--questionnaire", "gone.yaml"), "gone.yaml: cannot be read"),
    ((*ASK, "--questionnaire", "empty.yaml"), "empty.yaml:1:1: the file is empty"),
    ((*ASK, "--questionnaire", ""), "no questionnaire ``"),
    ((*ASK, "--questionnaire", "\x00"), "no questionnaire"),
    ((*ASK, "--questionnaire", "a\x00/b.yaml"), "cannot be read"),
    (("same", "2026", "s1"), "give two items that are the same, or one and --undo"),
    (
        ("same", "2026", "s1", "s2"),
        "no item `s1` in 2026-03-14-refund-bot; `pmtui same 2026-03-14-refund-bot` lists them",
    ),
    (("same", "2026", "s1", "--undo"), "no item `s1`"),
    (("blame", "gone.md"), "gone.md: cannot be read"),
    (("blame", "."), ".: cannot be read: Is a directory"),
    (("blame", "latin.yaml"), "latin.yaml:1: not UTF-8 text"),
    (("blame", "notes.txt", "--fail-on", "charcter"), "no category `charcter` - did you mean `character`?"),
    (("blame", "notes.txt", "--people", "gone.txt"), "gone.txt: cannot be read"),
    (("blame", "--questions", "notes.txt", "--fail-on", "why-yo"), "no category `why-yo` - did you mean `why-you`?"),
    (("blame", "--questions", "--jsonl", "notes.txt"), "--jsonl reads texts; leave --questions out"),
    (("blame", "--jsonl", "gone.jsonl"), "gone.jsonl: cannot be read"),
    (("blame", "--jsonl", "empty.yaml", "notes.txt"), "--jsonl takes its own FILE"),
    (("blame", "--jsonl", "notes.txt"), 'notes.txt:1: a line is {"id": ..., "text": "..."}'),
    (("questionnaire",), "the following arguments are required: action"),
    (("questionnaire", "lnt"), "invalid choice"),
    (("questionnaire", "lint"), "give the file names: `pmtui questionnaire lint FILE...`"),
    (("questionnaire", "diff", "quick"), "`pmtui questionnaire diff OLD NEW`"),
    (("questionnaire", "list", "quick"), "leave out the file names: `pmtui questionnaire list`"),
    (("questionnaire", "outline", "quik"), "no questionnaire `quik` - did you mean `quick`?"),
    (("questionnaire", "outline", "notes.txt"), "notes.txt:"),
    (("questionnaire", "outline", "quick", "--format", "json"), "outline has no format json"),
    (("questionnaire", "test", "quick", "--against", "quick"), "--against OLD goes with lint"),
    (("questionnaire", "lint", "quick", "--standard", "OECD"), "--standard goes with coverage"),
    (("questionnaire", "coverage", "--standard", "OEDC"), "did you mean `OECD`?; there are: OECD, AIID"),
    (("questionnaire", "coverage", "quick"), "leave out the file names: `pmtui questionnaire coverage`"),
    (("show", "2026", "--coverage", "OEDC"), "did you mean `OECD`?"),
    (("show", "2026", "--coverage", ""), "no standard ``"),
    (("questionnaire", "preview", "quick"), "the screens need a terminal; `pmtui questionnaire outline`"),
    (("answer",), "which incident?"),
    (("answer", "2026"), "which interview of it?"),
    (("answer", "2026", "--unsaved", "notes.txt"), "--unsaved takes everything from the file"),
    (("answer", "--unsaved", "notes.txt"), "notes.txt: not a file that pmtui wrote"),
    (("answer", "--unsaved", "gone.json"), "gone.json"),
    (("answer", "2026", "i9", "story", "x"), "no interview `i9` in 2026-03-14-refund-bot; there are: i1"),
    (("answer", "2026", "", "story", "x"), "no interview ``"),
    ((*SAY, "stroy", "x"), "no question `stroy` in quick - did you mean `story`?"),
    ((*SAY, "nosuch", "x"), "no question `nosuch` in quick; `pmtui questionnaire outline quick` lists them"),
    ((*SAY, "", "x"), "which question?"),
    ((*SAY,), "which question?"),
    ((*SAY, "story"), "an answer needs a value"),
    ((*SAY, "story", "x", "--state", "declined"), "the state declined has no value"),
    ((*SAY, "story", "x", "--state", "perhaps"), "invalid choice: 'perhaps'"),
    ((*SAY, "story@s1", "x"), "story is asked once; leave out @s1"),
    ((*SAY, "system_name", "x"), "write system_name@new"),
    ((*SAY, "system_name@s9", "x"), "no system `s9`"),
    ((*SAY, "story", "\udcff"), "is not UTF-8"),
    ((*SAY, "story", "x", "--remark", "\udcff"), "is not UTF-8"),
    ((*SAY, "story", "x", "--stdin"), "with --stdin"),
    ((*SAY, "--stdin", "--state", "later"), "with --stdin"),
    ((*SAY, "--stdin", "--remark", "x"), "with --stdin"),
    ((*SAY, "story", ""), "no words for story"),
    ((*SAY, "story", "x", "y"), "unrecognized arguments: y"),
    (("new", "--title", "x", "--zone", "UTC", "--basis", "logged"), "--basis says how sure --noticed is"),
    (("new", "--title", "x", "--zone", "UTC", "--noticed", "yestrday"), "first noticed: `yestrday`"),
    (("export", "2026", "--force"), "--force replaces a file"),
    (("answers", "2026"), "INTERVIEW"),
    (("history", "2026", "i1"), "which question?"),
    (("history", "2026", "--compare", "--format", "json"), "--compare is for people"),
    (("history", "2026", "i1", "--restore", "1"), "takes an interview and one question"),
    (("history", "2026", "i1", "story", "--restore", "9"), "no revision 9 of story in i1"),
    (("history", "2026", "i9", "story"), "no interview `i9`"),
    (("history", "2026", "i1", "gone"), "no answer gone in i1"),
    (("log",), "INCIDENT"),
    (("init", "--group", "no-such-group"), "there is no group 'no-such-group'"),
    (("--store", "full", "init"), "is not a store of pmtui"),
    (("backup",), "FILE"),
    (("backup", "notes.txt"), "notes.txt is there already and was not changed"),
    (("backup", "gone/x.tar.gz"), "no backup was made"),
    (("backup", ""), "no file can have the name"),
    (("unpack", "notes.txt", "--into", "new"), "not a backup of pmtui"),
    (("unpack", "gone.tar.gz", "--into", "new"), "gone.tar.gz"),
    (("unpack", "folder.yaml", "--into", "new"), "folder.yaml"),
    (("unpack", "notes.txt"), "is there already and was not changed; name another folder"),
    (("unpack", "notes.txt", "--into", "full"), "is not a store of pmtui"),
    (("forget", "2026", "i1"), "QUESTION"),
    (("forget", "2026", "i1", "gone"), "no answer gone in i1"),
    (("forget", "2026", "i9", "story"), "no interview `i9`"),
    (("doctor", "--repair", "1999"), "no incident begins with"),
    (("doctor", "--accept-edit"), "--accept-edit goes with --repair"),
    (("doctor", "--repair", "2026", "--accept-edit"), "holds no edit"),
    (("log", "1999"), "no incident begins with '1999'; `pmtui list` shows those that are there"),
    (("answers", "2026", "i9"), "no interview `i9`"),
    (("export", "2026", "-o", "."), "is a folder"),
    (("export", "2026", "-o", "notes.txt"), "notes.txt is there already"),
    (("export", "2026", "-o", "gone/draft.md"), "not written: No such file"),
    (("export", "2026", "-o", ""), "is a folder"),
    (("moment",), "WORDS"),
    (("moment", "14:05", "--zone", "Europe/Berln"), "did you mean Europe/Berlin?"),
    (("moment", "14:05", "--zone", ""), "The time zone `` is not known"),
    (("moment", "14:05", "--zone", "\udcff"), "is not known"),
    (("moment", "14:05", "--day", "yesterday"), "--day `yesterday` is not a day; write it as 2026-03-14"),
    (("moment", "14:05", "--day", "2026-02-30"), "--day `2026-02-30` is not a day"),
    (("moment", "14:05", "--day", ""), "--day `` is not a day"),
    (("moment", "\udcff"), "is not UTF-8"),
    (("moment", "14:05", "--format", "yaml"), "invalid choice: 'yaml'"),
    (("completion", "tcsh"), "invalid choice: 'tcsh'"),
    (("--store", "notes.txt", "list"), "notes.txt"),
    (("--store", "full", "list"), "is not a store of pmtui"),
    (("--store", "~nobody-of-that-name/x", "list"), "nobody-of-that-name"),
    (("--by", "\udcff", "edit", "2026", "--title", "x"), "is not UTF-8"),
    ((), "the screens need a terminal; use `pmtui list`"),
]


@pytest.fixture
def files(home: Path) -> Path:
    (home / "folder.yaml").mkdir()
    (home / "notes.txt").write_text("mine")
    (home / "empty.yaml").touch()
    (home / "empty.json").touch()
    (home / "latin.yaml").write_bytes("title: Übung".encode("latin-1"))
    (home / "full").mkdir()
    (home / "full/mine.txt").write_text("mine")
    return home


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


@pytest.mark.parametrize(
    ("words", "said"), ROWS, ids=lambda value: ascii(" ".join(value) if isinstance(value, tuple) else value)[1:60]
)
def test_what_is_wrong_is_told_in_one_line_and_changes_nothing(
    begun: Commands, files: Path, words: tuple[str, ...], said: str
) -> None:
    before = content(files)
    line = begun.refused(*words)
    assert said in line
    assert len(line) < 1_000
    assert content(files) == before


def test_there_are_rows_for_every_command_that_can_be_refused() -> None:
    assert {words[0] for words, _ in ROWS if words} >= set(COMMANDS) - {"list"}
    assert len(ROWS) >= 40


def test_a_beginning_of_two_is_refused_with_both(begun: Commands) -> None:
    begun.done(*NEW, "--noticed", "2026-03-15")
    line = begun.refused("show", "2026-03")
    assert line == "2 incidents begin with '2026-03': 2026-03-14-refund-bot, 2026-03-15-t"


def test_every_mistake_of_a_file_has_a_line_of_its_own(pmtui: Commands, home: Path) -> None:
    text = CASE.read_text(encoding="utf-8").replace("scale: discrete", "scale: x").replace("zone: Am", "zone: Xm")
    (home / "case.yaml").write_text(text, encoding="utf-8")
    outcome = pmtui("new", "--from", "case.yaml")
    assert (outcome.status, outcome.out) == (2, "")
    first, second = outcome.err.splitlines()
    assert first.startswith("pmtui: case.yaml:21:7: ")
    assert second.startswith("pmtui: case.yaml:22:8: `x` is not one of discrete, series, long-running")
    assert pmtui.done("list") == ""


def test_an_answer_of_any_length_is_saved(begun: Commands) -> None:
    assert begun.done(*SAY, "story", "x" * 1_000_000) == "saved 1 story"
    assert "x" * 1_000_000 in begun.done("answers", "2026", "i1")


def test_a_file_that_may_not_be_read_is_refused(begun: Commands, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pmtui.reading.files._opened", denied)
    assert begun.refused("new", "--from", str(files / "case.yaml")).endswith("cannot be read: Permission denied")


@pytest.mark.parametrize("name", ["PMTUI_STORE", "PMTUI_BY"])
def test_an_empty_setting_in_the_environment_counts_as_none(
    begun: Commands, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "")
    assert begun("list").status == 0


WORDS = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.sampled_from(
        ["2026", "i1", "p1", "story", "event_at@new", "duties", "-", "--", "--stdin", "--new", "--no-open"]
    ),
    st.sampled_from(["--title", "--zone", "--state", "--severity", "--noticed", "--format", "json", "--questionnaire"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*COMMANDS, ""]), st.lists(WORDS, max_size=5))
def test_any_words_after_a_command_end_in_a_status(begun: Commands, command: str, words: list[str]) -> None:
    outcome = begun(command, *words)
    assert outcome.status in ((0, 1, 2) if command == "moment" else (0, 2))
    assert "Traceback" not in outcome.err
    assert outcome.status in (0, 1) or outcome.err.startswith("pmtui: ") or "refused" in outcome.out
