"""What can be typed after `pmtui`.  Nothing here opens a store or imports a room."""

from __future__ import annotations

import argparse
import os
from functools import cached_property

from pmtui import __version__
from pmtui.errors import Refused

TYPE_CHECKING = False  # typing itself is half of the start of `pmtui --help`
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    Adder = Callable[["Parser"], None]

STATES = ("answered", "unknown", "declined", "not_applicable", "later")


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one line, like every other mistake."""

    mixes = False
    """Whether some positional words may be missing, and options may stand between them all the same."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Take options between positional words too, which argparse alone does not where one may be missing."""
        if not self.mixes:
            return super().parse_known_args(args, namespace)
        self.mixes = False  # what follows comes here once more
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.mixes = True

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise Refused(f"{message}; see `{self.prog} --help`")


class Command:
    """The parser of one command, made when it is first asked for something: most starts ask one of them."""

    def __init__(self, fill: Adder, **given: Any) -> None:
        self._fill, self._given = fill, given

    @cached_property
    def _parser(self) -> Parser:
        made = Parser(formatter_class=_help, parents=[_common(argparse.SUPPRESS)], **self._given)
        self._fill(made)
        return made

    def __getattr__(self, name: str) -> Any:
        return getattr(self._parser, name)


def parser() -> Parser:
    """The parser of every command."""
    top = Parser(
        prog="pmtui",
        description="Guided, blameless postmortem interviews about AI incidents. Without a command the app opens.",
        epilog="example: pmtui new --from case.yaml && pmtui export 2026-03-14",
        formatter_class=_help,
        parents=[_common(None)],
    )
    top.add_argument("--version", action="version", version=f"pmtui {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Command)  # type: ignore[type-var]
    for name, (what, example, add) in COMMANDS.items():
        about = f"{what[0].upper()}{what[1:]}."
        commands.add_parser(name, help=what, description=about, epilog=f"example: {example}", fill=add)
    return top


def _help(prog: str) -> argparse.HelpFormatter:
    # argparse would import shutil, and all kinds of archives with it, to learn how wide the terminal is.
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = 80
    return argparse.HelpFormatter(prog, width=min(columns, 100) - 2)


def _common(default: object) -> Parser:
    # Before or after the command: after it, an option that is not given must not undo the one before.
    common = Parser(add_help=False)
    common.add_argument("--store", metavar="PATH", default=default, help="the folder of incidents (or PMTUI_STORE)")
    common.add_argument("--by", metavar="NAME", default=default, help="who is typing (or PMTUI_BY)")
    return common


def _incident(one: argparse.ArgumentParser, nargs: str | None = None) -> None:
    one.add_argument(
        "incident", metavar="INCIDENT", nargs=nargs, help="an incident's id, or any unique beginning of it"
    )


def _fields(one: argparse.ArgumentParser) -> None:
    one.add_argument("--title", help="what happened, in a few words")
    one.add_argument("--severity", help="critical, major, moderate, minor or negligible")
    one.add_argument("--noticed", metavar="WORDS", help="when it was first noticed, such as '2026-03-14 14:05'")
    one.add_argument("--basis", help="how sure that is: logged, observed, remembered, estimated or unknown")
    one.add_argument("--zone", help="time zone of the incident, such as Europe/Berlin")
    one.add_argument("--summary", help="what happened, in a sentence or two")


def _new(one: argparse.ArgumentParser) -> None:
    _fields(one)
    one.add_argument("--id", help="the id; made from the day and the title where it is not given")
    one.add_argument("--from", dest="file", metavar="FILE", help="a case file (.yaml) or an exported record (.json)")


def _edit(one: argparse.ArgumentParser) -> None:
    _incident(one)
    _fields(one)
    one.add_argument("--state", help="open, interviewing, calibrating, in_review, actions_open, closed or reopened")


def _list(one: argparse.ArgumentParser) -> None:
    _format(one, "table", "json")


def _show(one: argparse.ArgumentParser) -> None:
    _incident(one)
    one.add_argument(
        "--coverage", metavar="STANDARD", help="what a standard asks for and is open: OECD, GDPR, ... or all"
    )
    one.add_argument("--notes", action="store_true", help="facilitators' own notes, which are in no export")
    _format(one, "text", "json")


def _participant(one: Parser) -> None:
    one.mixes = True
    _incident(one)
    one.add_argument("participant", metavar="PARTICIPANT", nargs="?", help="whom to change, such as p3; else a new one")
    one.add_argument("--role", help="their role, in their own words; a new one needs it")
    one.add_argument("--name", help="a name; drafts show the role")
    one.add_argument("--function", help="the function that questions are addressed to")
    one.add_argument("--zone", help="their time zone, where it is not the incident's")
    one.add_argument("--reason", metavar="WORDS", help="why to talk with them")
    one.add_argument("--order", metavar="N", help="their place among those to talk with, from 1")
    one.add_argument("--state", help="to_ask, agreed, declined, talked, follow_up, confirmed or withdrawn")
    one.add_argument("--source", action="store_true", help="a log, a ticket or the like that facts come from")


def _invite(one: argparse.ArgumentParser) -> None:
    _incident(one)
    one.add_argument("participant", metavar="PARTICIPANT", help="such as p3")
    one.add_argument(
        "--questionnaire",
        metavar="NAME|FILE",
        help="what they will be asked, which says length and topics; without it: their planned interview, or neither",
    )
    one.add_argument("-o", dest="output", metavar="FILE", help="write it to a file that is not there yet")


def _consent(one: argparse.ArgumentParser) -> None:
    _incident(one)
    one.add_argument("participant", metavar="PARTICIPANT", help="such as p3")
    one.add_argument("--quote", choices=("yes", "no"), help="whether a draft may quote them")
    one.add_argument("--named", choices=("yes", "no"), help="whether a draft may show their name")
    one.add_argument("--readers", choices=("team", "reviewers", "anyone"), help="who reads their account")
    _format(one, "text", "json")


def _interview(one: Parser) -> None:
    one.mixes = True
    _incident(one)
    one.add_argument("interview", metavar="INTERVIEW", nargs="?", help="which one to open, such as i2")
    one.add_argument("--new", action="store_true", help="make a new one")
    one.add_argument("--participant", metavar="P", help="with --new: with whom, such as p3")
    one.add_argument("--questionnaire", metavar="NAME|FILE", default="quick", help="with --new: which questions")
    one.add_argument("--as", dest="alone", metavar="P", help="answer alone, as this participant: nothing else is seen")
    one.add_argument(
        "--follow-up",
        metavar="P",
        help="go on with the one of P that has ended, for what is required and not answered, left for later, unclear, "
        "or asked by others",
    )
    one.add_argument("--plain", action="store_true", help="ask line by line, for a screen reader or a bad line")
    one.add_argument("--no-open", action="store_true", help="with --new: print its id and do not open it")


def _history(one: Parser) -> None:
    one.mixes = True
    _incident(one)
    one.add_argument("interview", metavar="INTERVIEW", nargs="?", help="such as i2; all interviews without it")
    one.add_argument("question", metavar="QUESTION[@ITEM]", nargs="?", help="such as story")
    one.add_argument("--compare", action="store_true", help="mark what each took [-away-] and {+added+}")
    one.add_argument("--restore", metavar="N", type=int, help="make revision N of the answer the answer again")
    _format(one, "text", "json")


def _log(one: argparse.ArgumentParser) -> None:
    _incident(one)
    _format(one, "text", "json")


def _forget(one: Parser) -> None:
    one.mixes = True
    _incident(one)
    one.add_argument("interview", metavar="INTERVIEW", help="such as i2")
    one.add_argument("question", metavar="QUESTION[@ITEM]", nargs="?", help="such as story")
    one.add_argument("--notes", action="store_true", help="instead of an answer: the notes on this interview")


def _init(one: argparse.ArgumentParser) -> None:
    one.add_argument("--group", metavar="GROUP", help="share it with this Unix group")


def _backup(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", help="the file to write; one that is there is not written over")


def _unpack(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", help="a file that `pmtui backup` wrote")
    one.add_argument("--into", metavar="PATH", help="the folder to make; the store without it")


def _doctor(one: argparse.ArgumentParser) -> None:
    one.add_argument("--repair", metavar="INCIDENT", help="mend this one; what was damaged is kept in quarantine")
    one.add_argument("--accept-edit", action="store_true", help="with --repair: take over what was edited by hand")


def _answer(one: Parser) -> None:
    one.mixes = True
    _incident(one, nargs="?")
    one.add_argument("interview", metavar="INTERVIEW", nargs="?", help="such as i2")
    one.add_argument("question", metavar="QUESTION[@ITEM|@new]", nargs="?", help="such as story, or event_at@new")
    one.add_argument("value", metavar="VALUE", nargs="?", help="the answer; - reads standard input")
    one.add_argument("--state", choices=STATES, default="answered", help="why there is no answer")
    one.add_argument("--remark", help="a remark on the answer")
    one.add_argument("--correction", metavar="WHY", help="it corrects what stood there: who asked for it, and why")
    one.add_argument("--stdin", action="store_true", help="read lines QUESTION[@ITEM|@new]<TAB>VALUE")
    one.add_argument("--unsaved", metavar="FILE", help="save what the app wrote to a file elsewhere when it ended")


def _answers(one: argparse.ArgumentParser) -> None:
    _incident(one)
    one.add_argument("interview", metavar="INTERVIEW", help="such as i2")
    _format(one, "text", "json")


def _same(one: Parser) -> None:
    one.mixes = True
    _incident(one)
    one.add_argument("item", metavar="ITEM", nargs="?", help="such as s3f2q; without it, all items are listed")
    one.add_argument("other", metavar="OTHER", nargs="?", help="the item that it is the same as")
    one.add_argument("--undo", action="store_true", help="it is an item of its own again")
    _format(one, "text", "json")


def _account(one: argparse.ArgumentParser) -> None:
    _incident(one)
    one.add_argument("participant", metavar="PARTICIPANT", help="such as p3")
    one.add_argument("-o", "--output", metavar="FILE", help="write to a file instead of standard output")
    one.add_argument("--force", action="store_true", help="with -o: replace a file that is there")
    one.add_argument("--confirm", action="store_true", help="record that they confirmed it as it stands")


def _export(one: argparse.ArgumentParser) -> None:
    _incident(one)
    one.add_argument("-o", "--output", metavar="FILE", help="write to a file instead of standard output")
    one.add_argument("--force", action="store_true", help="with -o: replace a file that is there")
    _format(one, "markdown", "json")


def _questionnaire(one: Parser) -> None:
    one.mixes = True
    one.description = (
        "lint FILE...: what is wrong or worth a look. preview FILE: the interview, and nothing is kept. outline FILE: "
        "every question with its condition in words. test FILE: its own tests. diff OLD NEW: what changed. "
        "schema: the JSON Schema for editors. coverage: what standards ask for. list: those that there are."
    )
    one.add_argument("action", choices=("lint", "preview", "outline", "test", "diff", "schema", "coverage", "list"))
    one.add_argument("files", metavar="FILE", nargs="*", help="a file, or the name of a questionnaire")
    one.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")
    one.add_argument("--against", metavar="OLD", help="with lint: the version before, which its answers have to fit")
    one.add_argument("--standard", help="with coverage: one of OECD, AIID, CSET, EU_HR, EU_GPAI, NIST, ISO, GDPR, ...")


def _moment(one: Parser) -> None:
    one.mixes = True
    one.add_argument("words", metavar="WORDS", nargs="+", help="a time as people say it, such as 'yesterday 9pm'")
    one.add_argument("--zone", default="UTC", help="the zone of a time that names none; default: UTC")
    one.add_argument("--day", metavar="DATE", help="the day that a bare time is on, and that yesterday is counted from")
    _format(one, "text", "json")


UNSEEN = (
    "It cannot see irony without a word that gives it away, a motive that is only hinted at, "
    "or blame that takes two sentences."
)
"""What nobody should rely on `pmtui blame` for."""


def _blame(one: Parser) -> None:
    one.mixes = True
    one.description = f"{one.description} {UNSEEN}"
    one.add_argument("files", metavar="FILE", nargs="*", help="a write-up, also in Markdown; - reads standard input")
    one.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")
    one.add_argument("--fail-on", metavar="CATEGORY,...", help="exit with 1 where one of these is found, or all")
    one.add_argument("--people", metavar="FILE", help="names and roles of people, one a line")
    one.add_argument("--questions", action="store_true", help="read questions of an interviewer, one a line")
    one.add_argument("--jsonl", metavar="FILE", help='read lines {"id", "text"}, write {"id", "spans"}')


def _completion(one: argparse.ArgumentParser) -> None:
    one.add_argument("shell", choices=("bash", "zsh", "fish"))


def _format(one: argparse.ArgumentParser, *formats: str) -> None:
    one.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")


COMMANDS: dict[str, tuple[str, str, Adder]] = {
    "new": ("start an incident; prints its id", "pmtui new --title 'Refund bot' --zone Europe/Berlin", _new),
    "edit": ("change what an incident says of itself", "pmtui edit 2026-03-14 --severity major --state closed", _edit),
    "remove": ("take an incident out of the list; it can be restored", "pmtui remove 2026-03-14-refund-bot", _incident),
    "restore": ("bring a removed incident back", "pmtui restore 2026-03-14-refund-bot", _incident),
    "list": ("list the incidents, the one changed last first", "pmtui list --format json", _list),
    "show": ("show what is known about an incident", "pmtui show 2026-03-14", _show),
    "participant": (
        "add a participant and print the id, or change one",
        "pmtui participant 2026-03-14 --role 'on-call' --reason 'led the response'",
        _participant,
    ),
    "invite": (
        "print a text that invites a participant to a talk",
        "pmtui invite 2026-03-14 p1 --questionnaire responder",
        _invite,
    ),
    "consent": (
        "show or record what a participant agreed to",
        "pmtui consent 2026-03-14 p1 --quote yes --named no --readers team",
        _consent,
    ),
    "interview": (
        "open an interview where it stood, or make a new one",
        "pmtui interview 2026-03-14 --new --participant p1 --questionnaire quick",
        _interview,
    ),
    "answer": ("save one answer, or many", "pmtui answer 2026-03-14 i1 story 'It began at noon.'", _answer),
    "answers": ("print the answers of an interview", "pmtui answers 2026-03-14 i1 --format json", _answers),
    "same": ("list the items, or say that two are one", "pmtui same 2026-03-14", _same),
    "history": ("print every revision of an answer", "pmtui history 2026-03-14", _history),
    "log": ("print what was changed, when and by whom", "pmtui log 2026-03-14 --format json", _log),
    "forget": (
        "take the words of an answer, or notes, out of all files, for good",
        "pmtui forget 2026-03-14 i1 story",
        _forget,
    ),
    "doctor": ("look for damage in the store, and mend an incident", "pmtui doctor --repair 2026-03-14", _doctor),
    "init": ("make a store, for yourself or for a team", "pmtui init --store ./shared", _init),
    "backup": ("write the whole store to one file", "pmtui backup pmtui-2026-03-14.tar.gz", _backup),
    "unpack": (
        "make a store from a backup",
        "pmtui unpack kept.tar.gz --into here",
        _unpack,
    ),
    "account": (
        "write the account of one participant, for them to check",
        "pmtui account 2026-03-14 p1 -o account.md",
        _account,
    ),
    "export": ("write the draft, or everything as JSON", "pmtui export 2026-03-14 -o draft.md", _export),
    "questionnaire": (
        "check, preview and compare questionnaires",
        "pmtui questionnaire outline quick",
        _questionnaire,
    ),
    "moment": ("show how a time is understood", "pmtui moment yesterday 9pm --day 2026-03-15", _moment),
    "blame": ("find blaming language in a write-up", "pmtui blame --fail-on punishment,character notes.md", _blame),
    "completion": ("print completions for a shell", "pmtui completion bash", _completion),
}
"""Name of the command -> (what it does, an example, its arguments)."""
