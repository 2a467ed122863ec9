"""What a long questionnaire costs when it opens: 300 questions with conditions over 10, from the command to the screen.

    python bench/open.py [RUNS]

Each run starts `pmtui interview` in a pseudo-terminal and waits until the first question stands there; both in turn.
Then the CPU of going through every condition after an answer, in milliseconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import pexpect

from pmtui.intake.people import Person, add, begin
from pmtui.intake.starting import Form, start
from pmtui.interview.beginning import days_of
from pmtui.interview.session import Session
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.changes import Given, Stamp
from pmtui.record.view import View
from pmtui.store import Store

HEAD = "questionnaire: long\nversion: 1\ntitle: Long\nsections:\n  - id: all\n    title: All\n    questions:\n"
FIRST = "      - {id: q0, ask: Is this the first?, choices: [low, high]}\n"
ASK = "What can you say about this part of the incident"


def questionnaire(count: int) -> str:
    """A questionnaire of `count` questions, all but the first with a condition and a place in the record."""
    asked = (
        f"      - {{id: q{at}, ask: {ASK} {at}?, type: long_text, help: Tell it from where you stood., "
        f"when: 'q0 == \"high\" or (answered(q{at - 1}) and not unknown(q0))'}}\n"
        for at in range(1, count)
    )
    return HEAD + FIRST + "".join(asked)


def made(folder: Path, count: int) -> Store:
    """A store with one interview on such a questionnaire."""
    file = folder / f"long-{count}.yaml"
    file.write_text(questionnaire(count))
    store = Store.open(folder / f"store-{count}", "bench")
    start(store, Form(title="Refund bot", zone="UTC"), "it")
    add(store, "it", Person("on-call engineer"))
    begin(store, "it", "p1", str(file), Shelves.of())
    return store


def opening(store: Store) -> float:
    """Seconds from the command to the first question on the screen."""
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_CACHE_HOME": str(store.root.parent / "cache")}
    arguments = ["-m", "pmtui", "--store", str(store.root), "--by", "bench", "interview", "it", "i1"]
    began = time.perf_counter()
    child = pexpect.spawn(sys.executable, arguments, env=environment, dimensions=(24, 80), timeout=30)
    child.expect_exact("Is this the first?")
    took = time.perf_counter() - began
    child.close(force=True)
    return took


def answering(store: Store, runs: int) -> float:
    """Milliseconds of CPU from an answer to the walk that follows from it."""
    view = View(store.view("it"))
    session = Session(view, "i1", days_of(view, "i1"))
    began = time.process_time()
    for number in range(runs):
        session.answer(Given("answered", ("low", "high")[number % 2]), Stamp("2026-03-14T12:00:00+00:00", "bench"))
        len(session.walk.steps)
    return (time.process_time() - began) / runs * 1000


def main() -> None:
    """Print a line for opening and one for answering."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        long, short = (made(Path(folder), count) for count in (300, 10))
        found = [opening(long) / opening(short) for _ in range(runs + 1)][1:]
        print(f"{'':<28}{'median':>8}{'min':>7}{'max':>7}   {runs} runs each")
        print(f"{'300 questions over 10':<28}{statistics.median(found):>8.2f}{min(found):>7.2f}{max(found):>7.2f}")
        print(f"answering one of 300: {answering(long, 50):.1f} ms until every condition is looked at again")


if __name__ == "__main__":
    main()
