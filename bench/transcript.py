"""Interviews typed over a line that is late and drops: is each sentence once, in order, where it was typed?

    python bench/transcript.py [--sentences N] [--case FILE] [--only WORDS]

Keys and picture are 300 ms late each way, and the line drops three times.  Each row is somebody with habits of their
own (`tests/terminal/strangers.py`) at another questionnaire: in the app, in tmux, which they leave and come back to,
and line by line; one, who looks at everything, also changes the size of the window and types remarks.  What they type
are the sentences of a case file, the built-in example unless another is named.  A row says how many were typed and
found, the seconds that took, the most memory of pmtui, the size of the store, and the time to read it.  The exit status
is 1 where one is astray.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from pmtui.intake import people, starting
from pmtui.interview.opening import PREAMBLE
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.changes import decide
from pmtui.settings import package_folder
from pmtui.store import Store
from terminal.strangers import HABITS, PlainStranger, Stranger, Typed, astray, squeezed
from terminal.terminal import PMTUI, environment
from terminal.typist import LateTerminal, Typist

if TYPE_CHECKING:
    from collections.abc import Iterator

INCIDENT = "2026-03-14-unseen"
CASE = package_folder("examples") / "replit-agent-database-2025-07.yaml"
SIZES = ((80, 24), (60, 20), (100, 30), (132, 43), (80, 24))
SHORTEST = 4
"""Words of a sentence that is typed."""

HEAD = (
    f"{'who':<26} {'at':<12} {'in':<5} {'typed':>6} {'found':>6} {'astray':>7} {'s':>6} {'MB':>7} {'kB':>9} {'ms':>8}"
)


@dataclass(frozen=True)
class Row:
    """Somebody at a questionnaire: `way` is in the app, in tmux, or line by line; `drops` how the line drops."""

    who: str
    questionnaire: str
    drops: tuple[str, str, str]
    way: str = "app"


LOOKS = "looks at everything"
ROWS = (
    Row(HABITS[0].name, "intake", ("hang-up", "kill", "hang-up")),
    Row(HABITS[1].name, "responder", ("hang-up", "hang-up", "kill")),
    Row(HABITS[2].name, "quick", ("hang-up", "kill", "hang-up")),
    Row(HABITS[3].name, "affected", ("kill", "hang-up", "hang-up")),
    Row(HABITS[4].name, "product-ops", ("hang-up", "hang-up", "hang-up"), "tmux"),
    Row(HABITS[5].name, "governance", ("hang-up", "hang-up", "kill")),
    Row(LOOKS, "model-data", ("word", "tab", "remark")),
    Row("types line by line", "responder", ("hang-up", "kill", "hang-up"), "plain"),
)


def sentences(case: Path, count: int) -> list[str]:
    """The first `count` sentences of a case file, no two of them the same and none inside another."""
    found = [each for text in _texts(yaml.safe_load(case.read_text())) for each in re.split(r"(?<=[.!?])\s+", text)]
    whole = dict.fromkeys(each for each in found if len(each.split()) >= SHORTEST and "://" not in each)
    known = {each: squeezed(each) for each in whole}
    return [each for each in whole if not any(known[each] in other for name, other in known.items() if name != each)][
        :count
    ]


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield " ".join(data.split())
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


def held(folder: Path, questionnaire: str, *, with_opening: bool) -> Store:
    """A store with one interview, not begun; without its opening where that was passed over."""
    store = Store.open(folder / "store", "alex", create=True)
    starting.start(store, starting.Form(title="A case that nobody has seen", zone="Europe/Berlin"), INCIDENT)
    people.add(store, INCIDENT, people.Person("charge nurse"))
    name = people.begin(store, INCIDENT, "p1", questionnaire, Shelves.of(package_folder("questionnaires")))
    if not with_opening:
        value = {"passed_over": ["sense"]}
        store.change(INCIDENT, lambda edit: decide(edit, PREAMBLE, name, starting.now("alex"), value))
    return store


def somebody(row: Row, folder: Path, said: list[str], seed: int) -> Stranger | PlainStranger | Typist:
    """Whoever types `said`, with the interview open before them."""
    arguments: tuple[str, ...] = ("interview", INCIDENT, "i1")
    within = {"TMUX_TMPDIR": str(folder), "SHELL": "/bin/sh"}
    attach = ("-f", "/dev/null", "-L", "s", "new-session", "-A", "-s", "s", str(PMTUI))

    def line() -> LateTerminal:
        if row.way == "tmux":
            return LateTerminal(folder, *attach, *arguments, env=within, program="tmux")
        return LateTerminal(folder, *arguments, *(("--plain",) if row.way == "plain" else ()))

    numbers = random.Random(seed).sample(range(len(said)), len(row.drops))
    drops = dict(zip(numbers, row.drops, strict=True))
    if row.way == "plain":
        return PlainStranger(line, said, drops, seed)
    if row.who == LOOKS:
        return Typist(line, said, drops, seed, most=6, blind=0.2, sizes=SIZES, settling=0.7)
    return Stranger(line, said, next(each for each in HABITS if each.name == row.who), drops, seed)


def peak(process: int) -> str:
    """The most memory that a process had, in MB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return f"{int(found[1]) / 1024:.0f}" if found else "-"


def once(row: Row, said: list[str], seed: int) -> list[str]:
    """Hold one interview and print its row; returns what is astray."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = held(folder, row.questionnaire, with_opening=row.who != LOOKS)
        began = time.monotonic()
        who, stuck = somebody(row, folder, said, seed), []
        try:
            who.hold()
            memory = "-" if row.way == "tmux" else peak(who.terminal.process)
            who.leave()
        except AssertionError as missed:  # what they waited for was not shown
            memory, stuck = "-", [f"given up: {missed}"]
        finally:
            who.terminal.__exit__(None, None, None)
            if row.way == "tmux":
                env = environment(folder, {"TMUX_TMPDIR": str(folder)})
                subprocess.run(["tmux", "-L", "s", "kill-server"], env=env, check=False, capture_output=True)
        took = time.monotonic() - began
        typed = [each if isinstance(each, Typed) else Typed(*each) for each in who.typed]
        lost = astray(store, INCIDENT, "i1", typed)
        size = sum(path.stat().st_size for path in (folder / "store").rglob("*") if path.is_file())
        began = time.perf_counter()
        store.view(INCIDENT)
        read = (time.perf_counter() - began) * 1000
        counts = f"{len(typed):>6} {len(typed) - len(lost):>6} {len(lost):>7} {took:>6.0f}"
        print(
            f"{row.who:<26} {row.questionnaire:<12} {row.way:<5} {counts} {memory:>7} {size / 1024:>9.0f} {read:>8.0f}"
        )
    return [*lost, *stuck]


def main() -> int:
    """All rows; the exit status."""
    given = argparse.ArgumentParser()
    given.add_argument("--sentences", type=int, default=40)
    given.add_argument("--case", type=Path, default=CASE)
    given.add_argument("--only", default="")
    asked = given.parse_args()
    said = sentences(asked.case, asked.sentences)
    rows = [row for row in ROWS if asked.only in " ".join((row.who, row.questionnaire, row.way))]
    print(HEAD)
    lost = [
        each
        for seed, row in enumerate(rows)
        if row.way != "tmux" or shutil.which("tmux")
        for each in once(row, said, seed)
    ]
    print("\n".join(lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.exit(main())
