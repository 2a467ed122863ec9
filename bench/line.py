"""What a person on a slow line waits for, held against small Textual apps and the peers that are installed.

    python bench/line.py [RUNS]

Each run measures pmtui and its anchor in turn; a row is the median of the quotients, with the smallest and the largest.
Hello is a Textual app of five lines that also imports TinyDB, PyYAML and pydantic; Input is one with one input field.
Targets in bytes are held by tests; here they are told beside the rest.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from _probe import Cost, Probe
from pmtui.intake.people import Person, add, begin
from pmtui.intake.starting import Form, now, start
from pmtui.interview.opening import PREAMBLE
from pmtui.questionnaire.shelves import BUILT_IN, Shelves
from pmtui.record.changes import decide
from pmtui.store import Store

PROSE = "At 14:02 the queue depth alarm fired and nobody knew yet which service was slow. "
LINE = "We looked at the proxy next and found it retrying every call three times, which made the load worse. "
LIBRARIES = "import tinydb, yaml; from pydantic import BaseModel\n"
HELLO = f"{LIBRARIES}from textual.app import App\nfrom textual.widgets import Static\n" + (
    "class Hello(App):\n    def compose(self):\n        yield Static('Hello')\nHello().run(mouse=False)\n"
)
INPUT = HELLO.replace("Static", "Input").replace("yield Input('Hello')", "yield Input()")
READY = b"ctrl+"
"""Stands in the last line of both screens."""

SECOND = b"How did it come to light?"
"""The question behind the first one."""

PEERS = {"nano": (), "micro": (), "vim": ("-u", "NONE", "-n")}


class Table:
    """Rows of: what, target, median, smallest, largest."""

    def __init__(self) -> None:
        print(f"{'what':<46}{'target':>9}{'median':>9}{'min':>8}{'max':>8}")

    def row(self, what: str, target: float | None, found: list[float]) -> None:
        """Print one row; a target is the most that is good."""
        wanted = f"<= {target:g}" if target is not None else ""
        print(f"{what:<46}{wanted:>9}{median(found):>9.2f}{min(found):>8.2f}{max(found):>8.2f}", flush=True)


def made(folder: Path) -> Store:
    """A store with 50 incidents; the first has an interview that was begun, its opening passed over."""
    store = Store.open(folder / "store", "bench", create=True)
    for number in range(50):
        start(store, Form(title=f"Refund bot {number}", zone="UTC"), f"bot-{number}")
    add(store, "bot-0", Person("on-call engineer"))
    interview, stamp = begin(store, "bot-0", "p1", "quick", Shelves.of(BUILT_IN)), now("bench")
    store.change("bot-0", lambda edit: decide(edit, PREAMBLE, interview, stamp, {"passed_over": []}))
    return store


class Fresh:
    """A command on a store that is each time as it was made: what one run typed is not there in the next."""

    def __init__(self, command: list[str], store: Path) -> None:
        self._command, self._store, self._kept = command, store, store.with_name("kept")
        shutil.copytree(store, self._kept)

    def __call__(self) -> list[str]:
        """The command, with the store made anew."""
        shutil.rmtree(self._store)
        shutil.copytree(self._kept, self._store)
        return self._command


def pasted(probe: Probe, size: int) -> None:
    """Paste an answer of `size` characters in paragraphs."""
    paragraph = LINE * 6 + "\n"
    probe.press(f"\x1b[200~{(paragraph * (size // len(paragraph) + 1))[:size]}\x1b[201~", quiet=1.5)


def last(costs: list[Cost]) -> float:
    """Seconds to the last byte of the key in the middle."""
    return median(cost.last for cost in costs)


def cpu(costs: list[Cost]) -> float:
    """Seconds of CPU of a key."""
    return sum(cost.cpu for cost in costs) / len(costs)


def starts(table: Table, home: list[str], interview: list[str], hello: list[str], runs: int) -> None:
    """Rows on starting, at once and with a terminal that answers late or never."""
    found: dict[str, list[float]] = {}
    for _ in range(runs):
        with Probe(hello, ready=b"Hello") as anchor:
            base, most = anchor.start, anchor.peak
        for name, command in (("home with 50 incidents", home), ("interview resumed", interview)):
            with Probe(command, ready=READY) as probe:
                usual = probe.start
                found.setdefault(f"start, {name}, CPU / Hello", []).append(usual.cpu / base.cpu)
                found.setdefault(f"first screen, {name}, bytes", []).append(usual.bytes)
                rested = probe.rest(2.0)
                found.setdefault(f"at rest, {name}, bytes/s", []).append(rested.bytes / 2)
                found.setdefault(f"at rest, {name}, CPU ms/s", []).append(rested.cpu * 500)
                found.setdefault(f"peak memory, {name} / Hello", []).append(probe.peak / most)
        for name, delay in (("never", None), ("after 300 ms", 0.3)):
            with Probe(interview, delay, READY) as probe:
                found.setdefault(f"start, the terminal answers {name} / usual", []).append(
                    probe.start.last / usual.last
                )
    targets = {"start, the": 1.1, "start": 1.45, "first": 3500, "peak": 1.5}
    for what, values in found.items():
        rest = 0 if "bytes/s" in what else 3
        table.row(what, next((most for words, most in targets.items() if what.startswith(words)), rest), values)


def keys(table: Table, interview: Fresh, one_input: list[str], runs: int) -> None:
    """Rows on typing and on going from screen to screen."""
    found: dict[tuple[str, float | None], list[float]] = {}

    def note(what: str, target: float | None, value: float) -> None:
        found.setdefault((what, target), []).append(value)

    for _ in range(runs):
        with Probe(one_input) as anchor:
            base = anchor.type(PROSE)
            ahead = anchor.press(PROSE[:80])
        with Probe(interview(), ready=READY) as probe:
            small = probe.type(PROSE)
            note("type-ahead of 80 keys, last byte / Input", 1.3, probe.press(PROSE[:80]).last / ahead.last)
            for warm in ("\t", "\x1b[Z", "\x0f", "?", "q"):  # what is opened once is read from the disk before
                probe.press(warm)
            probe.type("More. ")
            note("next question, there / a key", 3, probe.press("\t", 0, SECOND).last / last(small))
            note("next question, said to be saved / a key", None, probe.press("", shown=b"saved").last / last(small))
            probe.press("\x1b[Z")
            menu, page = probe.press("\x0f"), probe.press("?")
            note("menu, last byte / a key", 12, menu.last / last(small))
            note("help, last byte / a key", 12, page.last / last(small))
            note("help, bytes", 3500, page.bytes)
        with Probe(interview(), ready=READY) as probe:
            pasted(probe, 5000)
            typed = probe.type(PROSE)
            note("key, 5 kB answer, CPU / Input", 1.6, cpu(typed) / cpu(base))
            note("key, 5 kB answer, last byte / Input", 1.6, last(typed) / last(base))
            note("key, 5 kB answer, bytes", 100, median(cost.bytes for cost in typed))
        with Probe(interview(), ready=READY) as probe:
            pasted(probe, 100_000)
            note("key, CPU, 100 kB answer / 1 line", 1.3, cpu(probe.type(PROSE)) / cpu(small))
    for (what, target), values in found.items():
        table.row(what, target, values)


def peers(folder: Path, interview: Fresh, runs: int) -> None:
    """What others need for the same: words typed into a text of 5 kB."""
    print(f"\n{'typing into 5 kB':<20}{'first ms':>10}{'bytes':>8}{'key ms':>8}{'CPU ms':>8}{'bytes':>8}{'MiB':>7}")
    text = folder / "text.txt"
    text.write_text((LINE * 6 + "\n") * 8)
    commands = {name: [path, *given, str(text)] for name, given in PEERS.items() if (path := shutil.which(name))}
    for name, command in {"pmtui": [], **commands}.items():
        rows = []
        for _ in range(runs):
            with Probe(command or interview(), ready=READY if name == "pmtui" else b"") as probe:
                if name == "pmtui":
                    pasted(probe, 5000)
                elif name == "vim":
                    probe.press("i")
                typed = probe.type(PROSE)
                sizes = median(cost.bytes for cost in typed)
                rows.append(
                    (probe.start.last * 1e3, probe.start.bytes, last(typed) * 1e3, cpu(typed) * 1e3, sizes, probe.peak)
                )
        first, size, key, busy, sent, most = (median(column) for column in zip(*rows, strict=True))
        print(f"{name:<20}{first:>10.0f}{size:>8.0f}{key:>8.1f}{busy:>8.1f}{sent:>8.0f}{most:>7.1f}")


def main() -> None:
    """Print the tables."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = made(folder)
        pmtui = [sys.executable, "-m", "pmtui", "--store", str(store.root), "--by", "bench"]
        interview = Fresh([*pmtui, "interview", "bot-0", "i1"], store.root)
        for file, text in (("hello.py", HELLO), ("input.py", INPUT)):
            (folder / file).write_text(text)
        table = Table()
        starts(table, pmtui, interview(), [sys.executable, str(folder / "hello.py")], runs)
        keys(table, interview, [sys.executable, str(folder / "input.py")], runs)
        peers(folder, interview, min(runs, 3))


if __name__ == "__main__":
    main()
